import { codeList } from '../../kernel/codes.ts';

/** PERSON_STEMMER_IKKE: what was said of the person that does not hold, and that nobody has the right answer to. */
export const PERSON_GONE = codeList('PERSON_STEMMER_IKKE', [
  { code: 'NAVN', nb: 'Navnet', nn: 'Namnet', en: 'The name', source: 'P' },
  { code: 'KALLENAVN', nb: 'Det personen vil kalles', nn: 'Det personen vil kallast', en: 'What the person wants to be called', source: 'P' },
  { code: 'FODSELSAR', nb: 'Fødselsåret', nn: 'Fødselsåret', en: 'The year of birth', source: 'P' },
  { code: 'TELEFON', nb: 'Telefonnummeret', nn: 'Telefonnummeret', en: 'The phone number', source: 'P' },
  { code: 'ADRESSE', nb: 'Adressen', nn: 'Adressa', en: 'The address', source: 'P' },
  { code: 'MISTENKT', nb: 'Navnet på den mistenkte', nn: 'Namnet på den mistenkte', en: 'The name of the suspect', source: 'P' },
  { code: 'ARBEIDSSTED', nb: 'Hvor noen det gjelder, jobber', nn: 'Kvar nokon det gjeld, arbeider', en: 'Where somebody it is about works', source: 'P' },
]);
export type PersonGone = (typeof PERSON_GONE)['codes'][number];

/** TALL_UKJENT: whoever closes says of all that is left of the minimum figures that nobody knows. */
export const FIGURES_UNKNOWN = codeList('TALL_UKJENT', [
  { code: 'UKJENT', nb: 'Nei, det vi ikke har svart på, er ukjent', nn: 'Nei, det vi ikkje har svart på, er ukjent', en: 'No, what we have not answered is unknown', source: 'P' },
]);
export type FiguresUnknown = (typeof FIGURES_UNKNOWN)['codes'][number];
