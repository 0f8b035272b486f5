import { done } from '../kernel/outcome.ts';
import { isImpartial, type CaseState } from './case.ts';
import type { Connection } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { readReceipt } from './opening.ts';

/**
 * The one question before content (fvl § 6). «Nei» opens the case for this person; «ja» closes it for good, and nobody undoes that
 * for themselves. A «nei» may turn into a «ja» later, when somebody sees who it is about.
 */
export function decideDeclareImpartiality(state: CaseState, input: { readonly connection: Connection }, ctx: DecisionContext): Decision {
  const no = check('declareImpartiality', state, input, ctx);
  if (no !== undefined) return no;
  if (input.connection === 'TILKNYTTET') return done([entry('ImpartialityDeclared', ctx.now, { connection: 'TILKNYTTET' })]);
  if (isImpartial(state, ctx.actor.userId)) return done([]);
  return done([entry('ImpartialityDeclared', ctx.now, { connection: 'INGEN' }), ...readReceipt(state, ctx)]);
}
