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

/** A routine stands in the same register: what was adopted, and whether it still holds. It tells nobody where to turn, so it is no outreach. */
export const ROUTINE = 'RUTINE';
export type Done = Outreach | typeof ROUTINE;

/** KURSTEMA: what a course was about. */
export const COURSE_THEME = codeList('KURSTEMA', [
  { code: 'SE_VOLD', nb: 'Å se vold og overgrep', nn: 'Å sjå vald og overgrep', en: 'Recognising violence and abuse', source: 'P' },
  { code: 'MELDE', nb: 'Å melde en bekymring', nn: 'Å melde ei uro', en: 'Reporting a concern', source: 'P' },
  { code: 'TAUSHETSPLIKT', nb: 'Taushetsplikt og deling', nn: 'Teieplikt og deling', en: 'Confidentiality and sharing', source: 'P' },
  { code: 'SAMTYKKE', nb: 'Samtykke og samtykkekompetanse', nn: 'Samtykke og samtykkekompetanse', en: 'Consent and capacity', source: 'P' },
  { code: 'SAMTALE', nb: 'Samtalen med den utsatte', nn: 'Samtalen med den utsette', en: 'Talking with the person', source: 'P' },
  { code: 'RISIKO', nb: 'Risikovurdering og sikkerhetsplan', nn: 'Risikovurdering og tryggleiksplan', en: 'Risk assessment and safety plan', source: 'P' },
  { code: 'SAMARBEID', nb: 'Roller og samarbeid', nn: 'Roller og samarbeid', en: 'Roles and co-operation', source: 'P' },
  { code: 'ANNET', nb: 'Annet tema', nn: 'Anna tema', en: 'Other theme', source: 'P' },
]);
export type CourseTheme = (typeof COURSE_THEME)['codes'][number];

/** KURSGRUPPE: for whom a course was held, as a group. */
export const COURSE_GROUP = codeList('KURSGRUPPE', [
  { code: 'HELSE_OMSORG', nb: 'Helse- og omsorgstjenesten', nn: 'Helse- og omsorgstenesta', en: 'Health and care services', source: 'P' },
  { code: 'LEGER', nb: 'Leger og legevakt', nn: 'Legar og legevakt', en: 'Doctors and out-of-hours clinics', source: 'P' },
  { code: 'NAV', nb: 'Nav', nn: 'Nav', en: 'Nav', source: 'P' },
  { code: 'POLITI', nb: 'Politiet', nn: 'Politiet', en: 'The police', source: 'P' },
  { code: 'SKOLE', nb: 'Skole og opplæring', nn: 'Skule og opplæring', en: 'Schools and education', source: 'P' },
  { code: 'LEDERE', nb: 'Ledere i kommunen', nn: 'Leiarar i kommunen', en: 'Managers in the municipality', source: 'P' },
  { code: 'TEAM', nb: 'Teamet selv', nn: 'Teamet sjølv', en: 'The team itself', source: 'P' },
  { code: 'FRIVILLIGE', nb: 'Frivillige', nn: 'Frivillige', en: 'Volunteers', source: 'P' },
  { code: 'INNBYGGERE', nb: 'Innbyggere', nn: 'Innbyggjarar', en: 'Residents', source: 'P' },
  { code: 'FLERE', nb: 'Flere grupper', nn: 'Fleire grupper', en: 'Several groups', source: 'P' },
]);
export type CourseGroup = (typeof COURSE_GROUP)['codes'][number];

/** VEDTATT_AV: who adopted a routine, as a body and never as a person. */
export const ADOPTED_BY = codeList('VEDTATT_AV', [
  { code: 'TEAM', nb: 'Teamet', nn: 'Teamet', en: 'The team', source: 'P' },
  { code: 'STYRINGSGRUPPE', nb: 'Styringsgruppen', nn: 'Styringsgruppa', en: 'The steering group', source: 'P' },
  { code: 'KOMMUNE', nb: 'En kommune', nn: 'Ein kommune', en: 'A municipality', source: 'P' },
  { code: 'KRISESENTER', nb: 'Krisesenteret', nn: 'Krisesenteret', en: 'The crisis shelter', source: 'P' },
  { code: 'FLERE', nb: 'Flere sammen', nn: 'Fleire saman', en: 'Several together', source: 'P' },
]);
export type AdoptedBy = (typeof ADOPTED_BY)['codes'][number];
