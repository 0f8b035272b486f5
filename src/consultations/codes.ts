import { codeList } from '../kernel/codes.ts';

/** RETNING: who asked whom for advice. */
export const DIRECTION = codeList('RETNING', [
  { code: 'TIL_OSS', nb: 'Andre spurte oss', nn: 'Andre spurde oss', en: 'Others asked us', source: 'P' },
  { code: 'FRA_OSS', nb: 'Vi spurte andre', nn: 'Vi spurde andre', en: 'We asked others', source: 'P' },
]);
export type Direction = (typeof DIRECTION)['codes'][number];

/** DROFTINGSTEMA: what the advice was about. Several may apply; our own list, since no source has one. */
export const TOPIC = codeList('DROFTINGSTEMA', [
  { code: 'DELING', nb: 'Taushetsplikt og deling', nn: 'Teieplikt og deling', en: 'Confidentiality and sharing', source: 'P' },
  { code: 'SAMTYKKE', nb: 'Samtykke og samtykkekompetanse', nn: 'Samtykke og samtykkekompetanse', en: 'Consent and capacity to consent', source: 'P' },
  { code: 'SAMTALE', nb: 'Hvordan snakke om det', nn: 'Korleis snakke om det', en: 'How to talk about it', source: 'P' },
  { code: 'SIKKERHET', nb: 'Sikkerhet nå', nn: 'Tryggleik no', en: 'Safety now', source: 'P' },
  { code: 'TJENESTER', nb: 'Hvem som kan hjelpe', nn: 'Kven som kan hjelpe', en: 'Who can help', source: 'P' },
  { code: 'DOKUMENTASJON', nb: 'Skrive ned og sikre spor', nn: 'Skrive ned og sikre spor', en: 'Writing down and keeping traces', source: 'P' },
  { code: 'BARN', nb: 'Barn i hjemmet', nn: 'Barn i heimen', en: 'Children in the home', source: 'P' },
  { code: 'ANNET', nb: 'Annet', nn: 'Anna', en: 'Something else', source: 'P' },
]);
export type Topic = (typeof TOPIC)['codes'][number];

/** DROFTINGSUTFALL: what came of it (domain reference §9.3). */
export const OUTCOME = codeList('DROFTINGSUTFALL', [
  { code: 'RAD', nb: 'Råd gitt', nn: 'Råd gitt', en: 'Advice given', source: 'P' },
  { code: 'SAMTYKKE_INNHENTES', nb: 'Samtykke skal hentes inn', nn: 'Samtykke skal hentast inn', en: 'Consent will be asked for', source: 'P' },
  { code: 'MELDT', nb: 'Blir meldt som bekymring', nn: 'Blir meldt som bekymring', en: 'Will be reported as a concern', source: 'P' },
  { code: 'POLITI', nb: 'Politiet er eller blir varslet', nn: 'Politiet er eller blir varsla', en: 'The police are told', source: 'P' },
]);
export type ConsultationOutcome = (typeof OUTCOME)['codes'][number];
