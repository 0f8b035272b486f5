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

/** What access to one return is judged by. `wholeRegion`: the asker sees the cases of all municipalities (statistics/access.ts). `publicOnly`: of its year the asker sees the public tables only, since they are left out of something in it (fvl § 6; statistics/closed-years.ts). `nobodyElse`: of those who read rows there is none beside whoever prepared these. */
export type ReturnFacts = { readonly row: Pick<ReturnRow, 'form' | 'confirmed_at' | 'withdrawn_at'>; readonly wholeRegion: boolean; readonly publicOnly: boolean; readonly nobodyElse: boolean };

/** The list: makers see all, the others the tables that were locked. */
export function maySeeReturns(actor: Actor): Verdict {
  return anyOf(actor, [...MAKERS, ...READERS]);
}

export function makesReturns(actor: Actor): boolean {
  return anyOf(actor, MAKERS).allow;
}

/**
 * Tables that were locked are for the steering group and the data-protection officer, too. Rows are of the whole region and do not say of which municipality: they are for
 * those who see all its cases, as R2 is.
 */
export function mayReadReturn(actor: Actor, { row, wholeRegion, publicOnly }: ReturnFacts): Verdict {
  const maker = anyOf(actor, MAKERS);
  if (row.form === 'RADER') return !maker.allow ? maker : !wholeRegion ? deny('not_their_municipality') : publicOnly ? deny('public_tables_only') : maker;
  if (maker.allow) return maker;
  return statusOf(row) === 'LOCKED' ? anyOf(actor, READERS) : deny('not_locked_tables');
}

/** Sums over all regions of what has been sent: for whoever sees figures at all. */
export function maySeeCountry(actor: Actor): Verdict {
  return anyOf(actor, [...MAKERS, ...READERS, 'TEAMMEDLEM']);
}

export function mayPrepareReturn(actor: Actor): Verdict {
  return anyOf(actor, ['KOORDINATOR']);
}

/** Whoever takes it back, and whoever writes down that it was sent: each has read what it says. */
export function mayHandleReturn(actor: Actor, facts: ReturnFacts): Verdict {
  const maker = anyOf(actor, MAKERS);
  return maker.allow ? mayReadReturn(actor, facts) : maker;
}

/**
 * The second of the two. Rows that nobody else could lock are locked by a leader of one municipality, who sees no row: with their own cases beside them, the rest would be the other
 * municipalities' (decision 0095).
 */
export function mayLockReturn(actor: Actor, facts: ReturnFacts): Verdict {
  const unread = facts.row.form === 'RADER' && facts.nobodyElse && !facts.wholeRegion && !facts.publicOnly;
  return unread ? anyOf(actor, ['LEDER']) : mayHandleReturn(actor, facts);
}

/** Where it stands: for those who read it, and for whoever locks it without. */
export function mayOpenReturn(actor: Actor, facts: ReturnFacts): Verdict {
  const lock = mayLockReturn(actor, facts);
  return lock.allow ? lock : mayReadReturn(actor, facts);
}

/** That rows may leave is proposed by a coordinator, and decided by a leader for each municipality (allowance.ts). */
export function mayProposeDecision(actor: Actor): Verdict {
  return anyOf(actor, ['KOORDINATOR']);
}

export function mayConfirmDecision(actor: Actor): Verdict {
  return anyOf(actor, ['LEDER']);
}

/** Any of those who made it: with one yes less, nothing leaves. */
export function mayEndDecision(actor: Actor): Verdict {
  return anyOf(actor, MAKERS);
}
