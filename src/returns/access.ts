import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';
import { statusOf, type ReturnRow } from './return.ts';

function anyOf(actor: Actor, roles: readonly string[]): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = roles.find((one) => actor.roles.includes(one));
  return role === undefined ? deny('role') : allow(role);
}

const MAKERS = ['KOORDINATOR', 'LEDER'];
const READERS = ['STYRINGSGRUPPE', 'PERSONVERNOMBUD'];

/** What access to one return is judged by. */
export type ReturnFacts = { readonly row: Pick<ReturnRow, 'form' | 'confirmed_at' | 'withdrawn_at'> };

/** The list: makers see all, the others the tables that were locked. */
export function maySeeReturns(actor: Actor): Verdict {
  return anyOf(actor, [...MAKERS, ...READERS]);
}

export function makesReturns(actor: Actor): boolean {
  return anyOf(actor, MAKERS).allow;
}

/** Tables that were locked are for the steering group and the data-protection officer, too. Rows are for those alone who answer for them. */
export function mayReadReturn(actor: Actor, { row }: ReturnFacts): Verdict {
  const maker = anyOf(actor, MAKERS);
  if (maker.allow) return maker;
  return row.form === 'TABELLER' && statusOf(row) === 'LOCKED' ? anyOf(actor, READERS) : deny('not_locked_tables');
}

/** Sums over all regions of what has been sent: for whoever sees figures at all. */
export function maySeeCountry(actor: Actor): Verdict {
  return anyOf(actor, [...MAKERS, ...READERS, 'TEAMMEDLEM']);
}

export function mayPrepareReturn(actor: Actor): Verdict {
  return anyOf(actor, ['KOORDINATOR']);
}

/** The second of the two, whoever takes it back, and whoever writes down that it was sent. */
export function mayLockReturn(actor: Actor): Verdict {
  return anyOf(actor, MAKERS);
}

/** That rows may leave is proposed by a coordinator and decided by a leader. */
export function mayProposeDecision(actor: Actor): Verdict {
  return anyOf(actor, ['KOORDINATOR']);
}

export function mayConfirmDecision(actor: Actor): Verdict {
  return anyOf(actor, ['LEDER']);
}
