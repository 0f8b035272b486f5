import { CASE_OPENNESS, DELIVERY, LETTER, LETTER_LANGUAGE } from '../choices/document.ts';
import { LINE, linkTo, oneOf, oneWay, words } from './rule.ts';

/** What is asked about documents; fields.ts takes them in with the others. */
export const DOCUMENT_FIELDS = {
  letter: oneOf(LETTER.codes),
  delivery: oneOf(DELIVERY.codes),
  homeSafe: words(1000),
  openness: oneOf(CASE_OPENNESS),
  digitalWay: oneWay(),
  docTo: words(400),
  docLang: oneOf(LETTER_LANGUAGE.codes),
  document: linkTo('document'),
  docText: words(30_000),
  sentHow: oneOf(DELIVERY.codes.filter((code) => code !== 'INTERNT')),
  sentTo: LINE,
} as const;
