import { codeList } from '../../kernel/codes.ts';

/** INNENFOR_SAMTYKKET: said of what is shared on a consent that was given for some of it only; the second where it names other receivers. */
export const WITHIN_CONSENT = codeList('INNENFOR_SAMTYKKET', [
  { code: 'INNENFOR', nb: 'Ja, jeg har lest hva samtykket gjelder, og dette er innenfor', nn: 'Ja, eg har lese kva samtykket gjeld, og dette er innanfor', en: 'Yes, I have read what the consent covers, and this is within it', source: 'P' },
  { code: 'OGSA_DENNE', nb: 'Mottakeren er ikke nevnt i samtykket, men jeg vet at personen mente denne også', nn: 'Mottakaren er ikkje nemnd i samtykket, men eg veit at personen meinte denne òg', en: 'The receiver is not named in the consent, but I know that the person meant this one as well', source: 'P' },
]);
export type WithinConsent = (typeof WITHIN_CONSENT)['codes'][number];
