import { codeList } from '../../kernel/codes.ts';

/** INNENFOR_SAMTYKKET: said of what is shared on a consent that was given for some of it only. */
export const WITHIN_CONSENT = codeList('INNENFOR_SAMTYKKET', [
  { code: 'INNENFOR', nb: 'Ja, jeg har lest hva samtykket gjelder, og dette er innenfor', nn: 'Ja, eg har lese kva samtykket gjeld, og dette er innanfor', en: 'Yes, I have read what the consent covers, and this is within it', source: 'P' },
]);
export type WithinConsent = (typeof WITHIN_CONSENT)['codes'][number];
