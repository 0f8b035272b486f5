import { RELATION, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { FIGURES_UNKNOWN, PERSON_GONE } from '../choices/person.ts';
import { LINE, linkTo, LONG, oneWay, someOf, words } from './rule.ts';

/** What is asked when something that a report said of the person is put right or completed; fields.ts takes them in with the others. */
export const PERSON_FIELDS = {
  knownFrom: LONG,
  personName: LINE,
  personAlias: LINE,
  birthYear: words(20),
  phone: LINE,
  address: LINE,
  suspectName: LINE,
  worksWhere: LINE,
  vulnerability: someOf(VULNERABILITY.codes),
  violence: someOf(VIOLENCE.codes),
  relations: someOf(RELATION.codes),
  personGone: someOf(PERSON_GONE.codes),
  figuresUnknown: someOf(FIGURES_UNKNOWN.codes),
  saidIn: linkTo('report'),
  unsafeWay: oneWay(),
} as const;

export type PersonHelped = 'knownFrom' | 'personGone' | 'address' | 'worksWhere' | 'unsafeWay';
