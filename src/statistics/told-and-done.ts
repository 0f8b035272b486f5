import { isPolice, MEASURE, type Measure } from '../cases/codes.ts';
import type { CaseState } from '../cases/public.ts';
import type { AgeBand, Gender } from '../people/codes.ts';
import { RELATION, VIOLENCE, VULNERABILITY, type Relation, type Violence, type Vulnerability } from '../reports/codes.ts';
import { inOrder, orUnknown } from './in-order.ts';

export type Told = {
  readonly vulnerability: readonly Vulnerability[];
  readonly violence: readonly Violence[];
  readonly relation: readonly Relation[];
  readonly gender: Gender;
  readonly ageBand: AgeBand;
};

/**
 * What is known of the person and of what happens to them, whoever told it and whenever: the report the case began with, each that came to it later, what was added to one, what a case that became part of
 * this one knew, and who around the person is suspected. «Ukjent» is counted where nobody knows.
 */
export function toldOf({ start, joined, additions, related }: CaseState): Told {
  const starts = [start, ...joined.map((one) => one.start)];
  const suspects = related.filter(({ suspected }) => suspected !== undefined).flatMap(({ relation }) => relation ?? []);
  return {
    vulnerability: known(inOrder(VULNERABILITY.values, starts.flatMap((one) => one.vulnerability))),
    violence: known(inOrder(VIOLENCE.values, [...starts.flatMap((one) => one.violence), ...additions.flatMap((one) => one.violence ?? [])])),
    relation: known(inOrder(RELATION.values, [...starts.flatMap((one) => one.relation), ...additions.flatMap((one) => one.relation ?? []), ...suspects])),
    gender: starts.map((one) => one.gender).find(isKnown) ?? 'UKJENT', ageBand: starts.map((one) => one.ageBand).find(isKnown) ?? 'UKJENT',
  };
}

const isKnown = <C extends string>(code: C | undefined): code is C => code !== undefined && code !== 'UKJENT';

function known<C extends string>(codes: readonly (C | 'UKJENT')[]): readonly (C | 'UKJENT')[] {
  return orUnknown(codes.filter(isKnown));
}

const MEASURE_OF: Readonly<Record<CaseState['protections'][number]['kind'], Measure>> = {
  VOLDSALARM: 'VOLDSALARM', BESOKSFORBUD: 'BESOKSFORBUD', BESOKSFORBUD_HJEM: 'BESOKSFORBUD', KONTAKTFORBUD: 'BESOKSFORBUD', OMVENDT_VOLDSALARM: 'BESOKSFORBUD',
};

/**
 * What was done counts as the measure that it is, wherever in the case it is written (domain reference §8.10, §11 R3): nobody has to write a safety plan twice for it to be seen. A measure that was stopped
 * before it began was not done. The police were told when somebody called them, when the case waited for them, and when something left it for them.
 */
export function doneIn(state: CaseState): readonly Measure[] {
  const { measures, protections, safetyPlans, risks, childDuties } = state;
  const decided = measures.filter(({ status, began }) => status !== 'AVBRUTT' || began === true).map(({ measure }) => measure);
  const elsewhere: readonly (Measure | false)[] = [
    safetyPlans.length > 0 && 'SIKKERHETSPLAN', risks.length > 0 && 'RISIKOVURDERING', childDuties.some(({ answer }) => answer === 'SENDT') && 'BARNEVERN_MELDT', policeKnow(state) && 'POLITIVARSEL',
  ];
  return inOrder(MEASURE.values, [...decided, ...protections.map(({ kind }) => MEASURE_OF[kind]), ...elsewhere.filter((one) => one !== false)]);
}

function policeKnow({ policeCalled, reached, disclosures }: CaseState): boolean {
  return policeCalled || reached.VENTER_POLITI !== undefined || disclosures.some(({ direction, organ }) => direction === 'UT' && isPolice(organ));
}
