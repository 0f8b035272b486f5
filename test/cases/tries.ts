import fc from 'fast-check';
import type { CaseState } from '../../src/cases/case.ts';
import type { CaseActor, DecisionContext } from '../../src/cases/conditions.ts';
import { guard } from '../../src/cases/guard.ts';
import { STEP_KEYS, WORKFLOW, type StepKey } from '../../src/cases/workflow.ts';

export type TriedStep = Exclude<StepKey, 'openCase'>;
/** One try in a random life of a case: who, what, how long after the one before; an eager one takes what is open to somebody now. */
export type Try = { readonly who: number; readonly pick: number; readonly step: TriedStep; readonly hours: number; readonly eager: boolean };

export const steps: readonly TriedStep[] = STEP_KEYS.filter((key) => key !== 'openCase');

/** @param least, most how many tries make a life */
export function lifeOf(least: number, most: number): fc.Arbitrary<Try[]> {
  return fc.array(
    fc.record({ who: fc.nat(99), pick: fc.nat(99), step: fc.constantFrom(...steps), hours: fc.constantFrom(0, 1, 30, 400), eager: fc.constantFrom(true, true, true, true, false) }),
    { minLength: least, maxLength: most, size: 'max' },
  );
}

/** Who could try anything, who is at work, and the coordinator who now and then ends a case in another way. */
export type People<Actor extends CaseActor> = { readonly everybody: readonly Actor[]; readonly atWork: readonly Actor[]; readonly coordinator: Actor };

/** Steps that carry a case on; an eager try takes one that is open to somebody now, so that lives get to their end. */
const ONWARD = ['handOver', 'proposeClassification', 'confirmClassification', 'confirmNotACase', 'confirmTransfer', 'startInvestigation', 'awaitPolice', 'resumeInvestigation', 'decideMeasure', 'concludeInvestigation', 'startFollowUp', 'proposeClosing', 'closeCase', 'lowerAkutt'] as const;
/** Now and then it becomes no case, is handed over, or its life ends in another case. */
const ENDS: Readonly<Record<number, TriedStep>> = { 0: 'mergeCase', 1: 'proposeNotACase', 7: 'proposeTransfer' };

export function choose<Actor extends CaseActor>(one: Try, state: CaseState, { now, team }: Pick<DecisionContext, 'now' | 'team'>, { everybody, atWork, coordinator }: People<Actor>): { readonly actor: Actor; readonly step: TriedStep } {
  const actor = everybody[one.who % everybody.length] ?? coordinator;
  if (!one.eager) return { actor, step: one.step };
  const isOpen = (step: TriedStep, by: Actor) => guard(step, state, { actor: by, now, team }) === undefined;
  const end = ENDS[one.pick % 25];
  if (end !== undefined && isOpen(end, coordinator)) return { actor: coordinator, step: end };
  const open = atWork.flatMap((each) => ONWARD.flatMap((step) => (isOpen(step, each) ? [{ actor: each, step }] : [])));
  return open[one.pick % Math.max(open.length, 1)] ?? { actor, step: one.step };
}

/** By the system alone, whoever's turn it is here: their own rule says whether there is something to write. */
const BY_ITSELF: ReadonlySet<TriedStep> = new Set(steps.filter((key) => WORKFLOW[key].who.roles.length === 0 && WORKFLOW[key].who.lead !== true));
/** Prime to how many steps there are, so that each comes once, and no two beside each other always together. */
const STRIDE = 67;

/** One of all steps that are open to somebody at work now, not only of those that carry the case on: else what comes late in a life, or seldom, is never tried. @param tried in this life already */
export function chooseAny<Actor extends CaseActor>(one: Try, state: CaseState, { now, team }: Pick<DecisionContext, 'now' | 'team'>, people: People<Actor>, tried: ReadonlySet<TriedStep>): { readonly actor: Actor; readonly step: TriedStep } {
  const { atWork, coordinator } = people;
  const from = steps.indexOf(one.step);
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[(from + at * STRIDE) % steps.length] ?? one.step;
    if (tried.has(step)) continue;
    const actor = BY_ITSELF.has(step) ? coordinator : atWork.map((_one, turn) => atWork[(one.who + turn) % atWork.length] ?? coordinator).find((by) => guard(step, state, { actor: by, now, team }) === undefined);
    if (actor !== undefined) return { actor, step };
  }
  return choose(one, state, { now, team }, people);
}
