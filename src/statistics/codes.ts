import { codeList } from '../kernel/codes.ts';

/** UTADRETTET: how the region told people where one can turn to. A closed list, so that nobody is ever named here. */
export const OUTREACH = codeList('UTADRETTET', [
  { code: 'MOTE', nb: 'Møte', nn: 'Møte', en: 'Meeting', source: 'S3' },
  { code: 'KURS', nb: 'Kurs', nn: 'Kurs', en: 'Course', source: 'S3' },
  { code: 'SKOLE', nb: 'Besøk på skole', nn: 'Besøk på skule', en: 'School visit', source: 'S3' },
  { code: 'TJENESTE', nb: 'Besøk hos en tjeneste', nn: 'Besøk hos ei teneste', en: 'Visit to a service', source: 'S3' },
  { code: 'KONFERANSE', nb: 'Konferanse', nn: 'Konferanse', en: 'Conference', source: 'S3' },
  { code: 'MEDIER', nb: 'Avis, radio eller nett', nn: 'Avis, radio eller nett', en: 'Newspaper, radio or web', source: 'S3' },
  { code: 'MATERIELL', nb: 'Brosjyrer eller plakater', nn: 'Brosjyrar eller plakatar', en: 'Leaflets or posters', source: 'S3' },
  { code: 'ANNET', nb: 'Annet', nn: 'Anna', en: 'Other', source: 'P' },
]);
export type Outreach = (typeof OUTREACH)['codes'][number];
