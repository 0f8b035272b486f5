import { codeList } from '../kernel/codes.ts';

/** KJONN: the person's gender as the reporter or the person states it; never derived from a national number. */
export const GENDER = codeList('KJONN', [
  { code: 'KVINNE', nb: 'Kvinne', nn: 'Kvinne', en: 'Woman', source: 'S3' },
  { code: 'MANN', nb: 'Mann', nn: 'Mann', en: 'Man', source: 'S3' },
  { code: 'ANNET', nb: 'Annet', nn: 'Anna', en: 'Other', source: 'B' },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type Gender = (typeof GENDER)['codes'][number];

/** ALDERSGRUPPE: adults only. The bands are the finest age that leaves a file, so that a birth year never has to. */
export const AGE_BAND = codeList('ALDERSGRUPPE', [
  { code: 'A18_24', nb: '18–24 år', nn: '18–24 år', en: '18–24 years', source: 'P' },
  { code: 'A25_39', nb: '25–39 år', nn: '25–39 år', en: '25–39 years', source: 'P' },
  { code: 'A40_54', nb: '40–54 år', nn: '40–54 år', en: '40–54 years', source: 'P' },
  { code: 'A55_66', nb: '55–66 år', nn: '55–66 år', en: '55–66 years', source: 'P' },
  { code: 'A67_79', nb: '67–79 år', nn: '67–79 år', en: '67–79 years', source: 'P' },
  { code: 'A80', nb: '80 år og over', nn: '80 år og over', en: '80 and over', source: 'P', synonyms: ['80+', '80 år og eldre'] },
  { code: 'OVER_67', nb: 'Over 67 år', nn: 'Over 67 år', en: 'Over 67', source: 'S3', historic: true, synonyms: ['67+', 'Over 67'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type AgeBand = (typeof AGE_BAND)['codes'][number];

const UPPER_BOUNDS = [[24, 'A18_24'], [39, 'A25_39'], [54, 'A40_54'], [66, 'A55_66'], [79, 'A67_79']] as const;

/** The band of an age in whole years; undefined under 18, because a child is never a case here. */
export function ageBandOf(age: number): AgeBand | undefined {
  if (!(age >= 18)) return undefined;
  return UPPER_BOUNDS.find(([last]) => age <= last)?.[1] ?? 'A80';
}
