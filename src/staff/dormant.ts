import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { addDays, osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { Role } from './codes.ts';

/** After how many days without a sign-in the account is shut. The region's choice between these; NSM's and ASVS's usual number where it has made none. */
export const DORMANT_DAYS = { usual: 90, least: 30, most: 365 } as const;
/** So long before that the name is marked, for those who manage people, and the person is told. */
export const TOLD_DAYS_BEFORE = 14;

export type Seen = {
  readonly userId: UserId; readonly municipalityId: MunicipalityId | null; readonly disabled: boolean; readonly roles: readonly string[];
  /** signed in last, or was let in: what came later */
  readonly seenAt: Instant;
  /** since when the name is marked; null: it is not */
  readonly markedAt: Instant | null;
};
type Asked = { readonly days: number; readonly now: Instant; readonly reserve: UserId | undefined };
/** `on`: the day on which the account is shut. `stays`: why it is not. */
export type Dormant = { readonly since: Day; readonly on: Day; readonly stays: 'reserve' | 'last_of_role' | undefined };

/** Of these two stay: a reception or a night roster of one is none. */
const TWO_STAY: readonly string[] = ['MOTTAK', 'KOORDINATOR'] satisfies readonly Role[];

/** A supervisor's role ends by itself, and nobody steps in for it. */
const NO_DUTY: Role = 'TILSYN';

/** The mark that counts: whoever was seen since is marked anew before anything happens. */
function markOf({ markedAt, seenAt }: Seen): Instant | undefined {
  return markedAt !== null && markedAt > seenAt ? markedAt : undefined;
}

/**
 * Everybody who has not signed in for so long that it is to be told of, or acted on. Whoever was away longest is judged first, and the last of a role
 * in their municipality (the last two of some) stays, whoever they are: a door without a key helps nobody. Nobody goes before their name was marked for two
 * weeks, whatever number of days was chosen meanwhile. The reserve stays: it is asked when everybody else is inhabil, perhaps never.
 */
export function dormants(everybody: readonly Seen[], { days, now, reserve }: Asked): ReadonlyMap<UserId, Dormant> {
  const today = osloDay(now);
  const here = everybody.filter((one) => !one.disabled);
  const left = new Set(here);
  const found = new Map<UserId, Dormant>();
  for (const one of here.toSorted((a, b) => a.seenAt.localeCompare(b.seenAt))) {
    const since = osloDay(one.seenAt);
    const spent = addDays(since, days);
    if (addDays(spent, -TOLD_DAYS_BEFORE) > today) continue;
    const warned = addDays(osloDay(markOf(one) ?? now), TOLD_DAYS_BEFORE);
    const on = spent > warned ? spent : warned;
    const stays = one.userId === reserve ? 'reserve' : one.roles.some((role) => role !== NO_DUTY && isLast(one, role, left)) ? 'last_of_role' : undefined;
    if (on <= today && stays === undefined) left.delete(one);
    found.set(one.userId, { since, on, stays });
  }
  return found;
}

function isLast(one: Seen, role: string, left: ReadonlySet<Seen>): boolean {
  const others = [...left].filter((other) => other !== one && other.roles.includes(role) && (other.municipalityId === null || other.municipalityId === one.municipalityId));
  return others.length < (TWO_STAY.includes(role) ? 2 : 1);
}

/** What a round does: whose account is shut now, whose name is marked from now on, and whose no longer is. A mark that was taken away counts for nothing later. */
export type Round = { readonly shut: readonly UserId[]; readonly mark: readonly UserId[]; readonly unmark: readonly UserId[] };

export function roundOf(everybody: readonly Seen[], found: ReadonlyMap<UserId, Dormant>, now: Instant): Round {
  const today = osloDay(now);
  const goes = ({ userId }: Seen) => found.has(userId) && found.get(userId)?.stays === undefined;
  const here = everybody.filter((one) => !one.disabled);
  return {
    shut: here.filter((one) => goes(one) && (found.get(one.userId)?.on ?? '') <= today).map(({ userId }) => userId),
    mark: here.filter((one) => goes(one) && markOf(one) === undefined).map(({ userId }) => userId),
    unmark: here.filter((one) => !goes(one) && one.markedAt !== null).map(({ userId }) => userId),
  };
}
