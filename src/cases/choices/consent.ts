import { codeList } from '../../kernel/codes.ts';

/** INNENFOR_SAMTYKKET: the first said of what is shared on a consent that was given for some of it only; the second of a receiver that a consent does not name. */
export const WITHIN_CONSENT = codeList('INNENFOR_SAMTYKKET', [
  { code: 'INNENFOR', nb: 'Ja, jeg har lest hva samtykket gjelder, og dette er innenfor', nn: 'Ja, eg har lese kva samtykket gjeld, og dette er innanfor', en: 'Yes, I have read what the consent covers, and this is within it', source: 'P' },
  { code: 'OGSA_DENNE', nb: 'Mottakeren er ikke nevnt i samtykket, men jeg vet at personen mente denne også', nn: 'Mottakaren er ikkje nemnd i samtykket, men eg veit at personen meinte denne òg', en: 'The receiver is not named in the consent, but I know that the person meant this one as well', source: 'P' },
]);
export type WithinConsent = (typeof WITHIN_CONSENT)['codes'][number];

/** SAMTYKKE_TIL: instead of the services by name. */
export const TO_ALL = codeList('SAMTYKKE_TIL', [
  { code: 'ALLE', nb: 'Ja, det ble sagt: alle tjenester som trengs i saken', nn: 'Ja, det blei sagt: alle tenester som trengst i saka', en: 'Yes, that was said: every service that the case needs', source: 'P' },
]);
export type ToAll = (typeof TO_ALL)['codes'][number];

/** SAMTYKKESPORSMAL: what an assessment of capacity, or a consent that somebody else gives, is about (pbrl § 4-3, vergemålsloven § 20). The two last stand in older entries of guardians. */
export const QUESTION = codeList('SAMTYKKESPORSMAL', [
  { code: 'OKONOMI', nb: 'Økonomi', nn: 'Økonomi', en: 'Finances', source: 'P' },
  { code: 'HELSE', nb: 'Helse og medisiner', nn: 'Helse og medisinar', en: 'Health and medicines', source: 'P' },
  { code: 'BOLIG', nb: 'Bolig og hverdag', nn: 'Bustad og kvardag', en: 'Home and daily life', source: 'P' },
  { code: 'ANNET', nb: 'Noe annet', nn: 'Noko anna', en: 'Something else', source: 'P' },
  { code: 'ALT', nb: 'Alt', nn: 'Alt', en: 'Everything', source: 'P' },
  { code: 'PERSON', nb: 'Personlige forhold', nn: 'Personlege forhold', en: 'Personal matters', source: 'K', historic: true },
  { code: 'BEGGE', nb: 'Økonomi og personlige forhold', nn: 'Økonomi og personlege forhold', en: 'Finances and personal matters', source: 'K', historic: true },
]);
export type Question = (typeof QUESTION)['codes'][number];
