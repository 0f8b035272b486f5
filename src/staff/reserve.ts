import { anySeesContent } from './codes.ts';

/** What decides whether somebody can be the reserve. `municipality`: the one they work for today, null where it is the whole region. */
export type Candidate = { readonly userId: string; readonly municipality: string | null; readonly roles: readonly string[]; readonly disabled: boolean };

export type ReserveFault = 'reserve_disabled' | 'reserve_in_reception' | 'reserve_without_role' | 'reserve_without_place' | 'reserve_same_place';

const RECEPTION: readonly string[] = ['KOORDINATOR', 'MOTTAK'];

export function isInReception(one: Pick<Candidate, 'roles' | 'disabled'>): boolean {
  return !one.disabled && one.roles.some((role) => RECEPTION.includes(role));
}

/**
 * Why somebody cannot be the reserve; undefined where they can. Whoever takes over when all of reception is inhabil must not be
 * one of them, nor sit in the same municipality (fvl § 6: the leader's partiality reaches their own staff), and two people
 * must already have trusted them with content.
 */
export function reserveFault(one: Candidate, everybody: readonly Candidate[]): ReserveFault | undefined {
  if (one.disabled) return 'reserve_disabled';
  if (isInReception(one)) return 'reserve_in_reception';
  if (!anySeesContent(one.roles)) return 'reserve_without_role';
  if (one.municipality === null) return 'reserve_without_place';
  return everybody.some((other) => isInReception(other) && other.municipality === one.municipality) ? 'reserve_same_place' : undefined;
}
