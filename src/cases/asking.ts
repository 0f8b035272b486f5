import type { Refusal } from '../kernel/outcome.ts';
import type { UserId } from '../kernel/ids.ts';
import { isExcluded, type CaseState } from './case.ts';
import { isInTeam, type DecisionContext } from './conditions.ts';
import { refuseCase } from './refusals.ts';
import type { StepKey } from './workflow.ts';

/** Whoever proposes something for two may ask one colleague by name. Asking lets them in, for the answer alone, until it is given. */
export type Asking = { readonly confirmer?: UserId | undefined; /** the roles of whoever is asked, today */ readonly confirmerRoles?: readonly string[] | undefined };

/** Why this colleague could not be the second of the two (T4–T6); undefined where they can, and where nobody is asked by name. */
export function askingFault(state: CaseState, { confirmer, confirmerRoles = [] }: Asking, { actor }: Pick<DecisionContext, 'actor'>): Refusal | undefined {
  if (confirmer === undefined) return undefined;
  const may = confirmer !== actor.userId && !isExcluded(state, confirmer) && canBeSecond(actor.roles, { userId: confirmer, roles: confirmerRoles });
  return may ? undefined : refuseCase('bad_input', { confirmer: 'cannot_confirm' });
}

/** Both are of the team, and one of the two is a coordinator. */
export function canBeSecond(first: readonly string[], second: { readonly userId: UserId; readonly roles: readonly string[] }): boolean {
  return isInTeam(second) && (first.includes('KOORDINATOR') || second.roles.includes('KOORDINATOR'));
}

/** Who was asked by name to confirm what waits; undefined where nobody was, and once it is answered. */
export function askedToConfirm({ proposal }: CaseState): UserId | undefined {
  return proposal?.asked;
}

/** By which somebody who was asked answers: yes, or something else instead. Besides, what whoever reads a case may always have to do. */
const ANSWERS: readonly StepKey[] = ['confirmTransfer', 'confirmClassification', 'confirmNotACase', 'proposeTransfer', 'proposeClassification', 'proposeReclassification', 'proposeNotACase'];
const STEPS: readonly StepKey[] = [...ANSWERS, 'declareImpartiality', 'raiseAkutt', 'reviewAkutt', 'writeNote', 'correctNote'];

export function isForAsked(step: StepKey): boolean {
  return STEPS.includes(step);
}

/** Where the question about impartiality leads on to when it was met on the way to an answer. */
export const LEADS_ON = ['confirmTransfer', 'confirmClassification', 'confirmNotACase'] as const satisfies readonly StepKey[];
