import type { UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { isExcluded, type CaseState } from '../case.ts';
import { canLead, type DecisionContext } from '../conditions.ts';
import type { DeputyContent } from '../deputy.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import { isStrict } from '../secrecy.ts';

export type HandOverLead = { readonly lead: UserId; /** who has led it until now */ readonly from: UserId };

/** Somebody else leads the case from now on. Where `from` leads it no more, somebody was quicker, and nothing is written. Refuses: lead_cannot_lead. */
export function decideHandOverLead(state: CaseState, { lead, from }: HandOverLead, ctx: DecisionContext): Decision {
  if (state.lead !== from) return done([]);
  const no = check('handOverLead', state, { lead }, ctx);
  if (no !== undefined) return no;
  if (lead === from || !canLead(state, lead, ctx.team)) return refuseCase('lead_cannot_lead');
  return done([entry('CaseLeadChanged', ctx.now, { lead })]);
}

export type NameKeeper = { readonly keeper: UserId | undefined; /** who was named until now */ readonly from: UserId; /** everyone who is KOORDINATOR today */ readonly coordinators: readonly UserId[] };

/**
 * A strictly confidential case is another coordinator's instead of `from`'s, or only the others' who are named for it. Where `from` is not named any
 * more, or the address is no secret by now, nothing is written. Refuses: keeper_not_coordinator, where nobody would be named who may see it.
 */
export function decideNameKeeper(state: CaseState, { keeper, from, coordinators }: NameKeeper, ctx: DecisionContext): Decision {
  const { named } = state.address;
  if (!isStrict(state) || !named.includes(from)) return done([]);
  const no = check('nameKeeper', state, { keeper }, ctx);
  if (no !== undefined) return no;
  const can = (userId: UserId) => userId !== from && coordinators.includes(userId) && !isExcluded(state, userId);
  if (keeper === undefined ? !named.some(can) : !can(keeper)) return refuseCase('bad_input', { keeper: 'keeper_not_coordinator' });
  return done([entry('KeeperNamed', ctx.now, { from, keeper })]);
}

/**
 * Somebody does what the lead does while that one is away, and no longer. A new one takes the place of the one before; the same again is
 * written once. Refuses: lead_cannot_lead, ends_before_start.
 */
export function decideDeputiseLead(state: CaseState, content: DeputyContent, ctx: DecisionContext): Decision {
  const { deputy, standsInFor, awayFrom, awayUntil } = content;
  if (state.lead !== standsInFor) return done([]);
  const no = check('deputiseLead', state, { deputy, awayFrom, awayUntil }, ctx);
  if (no !== undefined) return no;
  if (awayUntil < awayFrom) return refuseCase('bad_input', { awayUntil: 'ends_before_start' });
  if (deputy === standsInFor || !canLead(state, deputy, ctx.team)) return refuseCase('lead_cannot_lead');
  const { deputy: before } = state;
  const same = before !== undefined && before.deputy === deputy && before.standsInFor === standsInFor && before.awayFrom === awayFrom && before.awayUntil === awayUntil;
  return done(same ? [] : [entry('LeadDeputised', ctx.now, content)]);
}

/** The lead is back, or will not be away after all. */
export function decideEndDeputy(state: CaseState, ctx: DecisionContext): Decision {
  if (state.deputy === undefined) return done([]);
  return check('endDeputy', state, {}, ctx) ?? done([entry('DeputyEnded', ctx.now, {})]);
}
