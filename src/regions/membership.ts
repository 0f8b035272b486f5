import { addDays, type Day } from '../kernel/time.ts';

export type Membership = { readonly number: string; readonly from_day: Day; readonly to_day: Day | null };

/** Whether a municipality takes part on a day. */
export function isMember(one: Pick<Membership, 'from_day' | 'to_day'>, on: Day): boolean {
  return one.from_day <= on && (one.to_day === null || one.to_day >= on);
}

/** Whether the same municipality is there already, or will be, on or after a day: nobody is a member twice. */
export function isThereFrom(known: readonly Membership[], number: string, from: Day): boolean {
  return known.some((one) => one.number === number && (one.to_day === null || one.to_day >= from));
}

/**
 * Why no new agreement for a member can begin on a day; undefined: it can. Refusals: `agreement_not_member` (not part of the
 * region that day), `agreement_later` (another one begins then or after, and would lie under it).
 */
export function agreementFault(member: Pick<Membership, 'from_day' | 'to_day'>, known: readonly { readonly from_day: Day }[], from: Day): 'agreement_not_member' | 'agreement_later' | undefined {
  if (!isMember(member, from)) return 'agreement_not_member';
  return known.some((one) => one.from_day >= from) ? 'agreement_later' : undefined;
}

/** The last day of a municipality that becomes part of another from a day; undefined where it would end before it began. */
export function lastDay(ends: Pick<Membership, 'from_day'>, from: Day): Day | undefined {
  const last = addDays(from, -1);
  return last < ends.from_day ? undefined : last;
}
