import { DELIVERY, LETTER, LETTER_LANGUAGE } from './document-choices.ts';

/** What is asked about documents; fields.ts takes them in with the others. */
export const DOCUMENT_FIELDS = {
  letter: { kind: 'code', codes: LETTER.codes },
  delivery: { kind: 'code', codes: DELIVERY.codes },
  homeSafe: { kind: 'text', max: 1000 },
  docTo: { kind: 'text', max: 400 },
  docLang: { kind: 'code', codes: LETTER_LANGUAGE.codes },
  document: { kind: 'link', of: 'document' },
  docText: { kind: 'text', max: 30_000 },
  sentHow: { kind: 'code', codes: DELIVERY.codes.filter((code) => code !== 'INTERNT') },
  sentTo: { kind: 'text', max: 200 },
} as const;
