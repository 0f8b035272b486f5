import type { UserId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import { isAskedToConfirm } from './asking.ts';
import { grantedUntil, isExcluded, type CaseState } from './case.ts';
import type { AccessReason } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { emergencyUntil } from './emergency.ts';
import { entry, type NewCaseEvent } from './events.ts';
import { check, type Decision } from './guard.ts';
import { refuseCase } from './refusals.ts';
import { isSupervisor } from './supervision.ts';
import type { CaseRole } from './workflow.ts';

/** Roles that work in a case which is opened to them; STYRINGSGRUPPE, PERSONVERNOMBUD and SYSTEMADMIN never see content. */
export const GRANTABLE: readonly CaseRole[] = ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER'];

/** Whether a case can be opened to somebody with these roles: to work in it, or, for supervision, to read. */
export function mayBeLetIn(roles: readonly string[]): boolean {
  return isSupervisor({ roles }) || GRANTABLE.some((role) => roles.includes(role));
}

export type GrantAccess = {
  readonly accessTo: UserId;
  /** the roles that person holds now */
  readonly accessToRoles: readonly string[];
  readonly accessReason: AccessReason;
  /** the last day; ends by itself then, or 30 days after closing */
  readonly until: Day;
};

/** T17. A new grant takes the place of an older one. Refuses: access_to_self, access_to_excluded, access_to_role, access_reason_role, access_time_over. */
export function decideGrantAccess(state: CaseState, input: GrantAccess, ctx: DecisionContext): Decision {
  const { accessTo, accessToRoles, accessReason, until } = input;
  const no = check('grantAccess', state, { accessTo, accessReason, until }, ctx);
  if (no !== undefined) return no;
  if (accessTo === ctx.actor.userId) return refuseCase('access_to_self');
  if (isExcluded(state, accessTo)) return refuseCase('access_to_excluded');
  if (!mayBeLetIn(accessToRoles)) return refuseCase('access_to_role');
  if ((accessReason === 'TILSYN') !== isSupervisor({ roles: accessToRoles })) return refuseCase('access_reason_role');
  return done([entry('AccessGranted', ctx.now, { userId: accessTo, reason: accessReason, until })]);
}

/** T17: before its day. */
export function decideEndAccess(state: CaseState, input: { readonly accessTo: UserId }, ctx: DecisionContext): Decision {
  const no = check('endAccess', state, input, ctx);
  if (no !== undefined) return no;
  if (!state.grants.some((grant) => grant.userId === input.accessTo && grant.endedAt === undefined)) return refuseCase('no_access_to_end');
  return done([entry('AccessEnded', ctx.now, { userId: input.accessTo })]);
}

/**
 * Somebody who was shut out is let in again: the entry that ends what they have in the case by what was decided before that (decision 0104); none where they have
 * nothing. What only sleeps counts, too: a lead would come back with a closed case, and whoever stands in for somebody with the lead that one had.
 */
export function lapsedWith(state: CaseState, userId: UserId, now: Instant): NewCaseEvent[] {
  const { deputy } = state;
  const has = state.lead === userId || state.address.named.includes(userId) || grantedUntil(state, userId, now) !== undefined || isAskedToConfirm(state, userId, now)
    || (deputy?.deputy === userId && osloDay(now) <= deputy.awayUntil) || (emergencyUntil(state, userId) ?? now) > now;
  return has ? [entry('AccessLapsed', now, { userId })] : [];
}
