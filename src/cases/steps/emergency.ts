import { done } from '../../kernel/outcome.ts';
import { isImpartial, type CaseState } from '../case.ts';
import type { Connection, EmergencyResult } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { emergencyEnd } from '../emergency.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';

export type TakeEmergency = { /** new and random */ readonly emergencyId: string; readonly connection: Connection; readonly emergencyReason: string };

/**
 * T18. The question about impartiality comes along (fvl § 6): whoever says that they are connected gets nothing, and is left out from now on.
 * While one lasts, a second one changes nothing.
 */
export function decideTakeEmergency(state: CaseState, input: TakeEmergency, ctx: DecisionContext): Decision {
  const { emergencyId, connection, emergencyReason } = input;
  const no = check('takeEmergency', state, { connection, emergencyReason }, ctx);
  if (no !== undefined) return no;
  if (connection === 'TILKNYTTET') return done([entry('ImpartialityDeclared', ctx.now, { connection })]);
  const { userId } = ctx.actor;
  if (state.emergencies.some((one) => one.emergencyId === emergencyId || (one.userId === userId && ctx.now < one.until))) return done([]);
  return done([
    ...(isImpartial(state, userId) ? [] : [entry('ImpartialityDeclared', ctx.now, { connection: 'INGEN' })]),
    entry('EmergencyTaken', ctx.now, { emergencyId, reason: emergencyReason, until: emergencyEnd(ctx.now) }),
  ]);
}

export type ReviewEmergency = { readonly emergencyId: string; readonly emergencyResult: EmergencyResult; readonly reviewWord: string };

/** T18: somebody else says whether there were good grounds, with a word. Once. Refuses: no_such_emergency, own_emergency. */
export function decideReviewEmergency(state: CaseState, input: ReviewEmergency, ctx: DecisionContext): Decision {
  const { emergencyId, emergencyResult: result, reviewWord: word } = input;
  const no = check('reviewEmergency', state, { emergencyResult: result, reviewWord: word }, ctx);
  if (no !== undefined) return no;
  const taken = state.emergencies.find((one) => one.emergencyId === emergencyId);
  if (taken === undefined) return refuseCase('no_such_emergency');
  if (taken.userId === ctx.actor.userId) return refuseCase('own_emergency');
  return done(taken.review === undefined ? [entry('EmergencyReviewed', ctx.now, { emergencyId, result, word })] : []);
}
