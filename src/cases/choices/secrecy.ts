import { codeList } from '../../kernel/codes.ts';

/** ADRESSEGRADERING, the mildest first (folkeregisterloven § 10-4; domain reference §5.5). */
export const ADDRESS_LEVEL = codeList('ADRESSEGRADERING', [
  { code: 'UGRADERT', nb: 'Ikke gradert', nn: 'Ikkje gradert', en: 'Not graded', source: 'K' },
  { code: 'FORTROLIG', nb: 'Fortrolig (kode 7)', nn: 'Fortruleg (kode 7)', en: 'Confidential (code 7)', source: 'K' },
  { code: 'SPERRET', nb: 'Sperret etter lov', nn: 'Sperra etter lov', en: 'Blocked by law', source: 'P' },
  { code: 'STRENGT', nb: 'Strengt fortrolig (kode 6)', nn: 'Strengt fortruleg (kode 6)', en: 'Strictly confidential (code 6)', source: 'K' },
]);
export type AddressLevel = (typeof ADDRESS_LEVEL)['codes'][number];

/** ADRESSEKILDE: who says so. What a dwelling that the law shields is called tells nothing of which kind it is (krisesenterlova § 5). */
export const ADDRESS_SOURCE = codeList('ADRESSEKILDE', [
  { code: 'FOLKEREGISTERET', nb: 'Folkeregisteret', nn: 'Folkeregisteret', en: 'The population register', source: 'K' },
  { code: 'POLITI', nb: 'Politiet', nn: 'Politiet', en: 'The police', source: 'K' },
  { code: 'SKJERMET_OPPHOLD', nb: 'Oppholdssted som loven skjermer', nn: 'Opphaldsstad som lova skjermar', en: 'A place of stay that the law shields', source: 'P' },
  { code: 'PERSONEN', nb: 'Personen selv', nn: 'Personen sjølv', en: 'The person', source: 'P' },
  { code: 'MELDER', nb: 'Den som meldte', nn: 'Den som melde', en: 'Whoever reported', source: 'P' },
]);
export type AddressSource = (typeof ADDRESS_SOURCE)['codes'][number];

/** INNSYN_MELDER: why somebody has to know who reported. */
export const SEE_REASON = codeList('INNSYN_MELDER', [
  { code: 'RING', nb: 'Må ringe eller skrive til den som meldte', nn: 'Må ringje eller skrive til den som melde', en: 'Has to call or write to whoever reported', source: 'P' },
  { code: 'SIKKERHET', nb: 'Må vurdere sikkerheten til den som meldte', nn: 'Må vurdere tryggleiken til den som melde', en: 'Has to assess the safety of whoever reported', source: 'P' },
  { code: 'INNSYN', nb: 'Skal svare på et krav om innsyn', nn: 'Skal svare på eit krav om innsyn', en: 'Is to answer a request for access', source: 'P' },
  { code: 'POLITI', nb: 'Politiet eller retten har bedt om det', nn: 'Politiet eller retten har bede om det', en: 'The police or the court asked for it', source: 'P' },
  { code: 'ANNET', nb: 'Annet', nn: 'Anna', en: 'Other', source: 'P' },
]);
export type SeeReason = (typeof SEE_REASON)['codes'][number];
