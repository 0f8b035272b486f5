import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { addDays, osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { Role } from './codes.ts';

/** After how many days without a sign-in the account is shut. The region's choice between these; NSM's and ASVS's usual number where it has made none. */
export const DORMANT_DAYS = { usual: 90, least: 30, most: 365 } as const;
/** So long before that it stands at the person's name, for those who manage people. */
export const TOLD_DAYS_BEFORE = 14;

export type Seen = {
  readonly userId: UserId; readonly municipalityId: MunicipalityId | null; readonly disabled: boolean; readonly roles: readonly string[];
  /** signed in last, or was let in: what came later */
  readonly seenAt: Instant;
};
type Asked = { readonly days: number; readonly now: Instant; readonly reserve: UserId | undefined; readonly told: Instant | undefined };
/** `on`: the day on which the account is shut. `stays`: why it is not, although the day has come. */
export type Dormant = { readonly since: Day; readonly on: Day; readonly stays: 'reserve' | 'last_of_role' | undefined };

/** Of these two stay: a reception or a night roster of one is none. */
const TWO_STAY: readonly string[] = ['MOTTAK', 'KOORDINATOR'] satisfies readonly Role[];

/** A supervisor's role ends by itself, and nobody steps in for it. */
const NO_DUTY: Role = 'TILSYN';

/**
 * Everybody who has not signed in for so long that it is to be told of, or acted on. Whoever was away longest is judged first, and the last of a role
 * in their municipality (the last two of some) stays, whoever they are: a door without a key helps nobody. Nobody goes before it stood at the name for two
 * weeks: `told` is when the first round told of it, undefined where none has. The reserve stays: it is asked when everybody else is inhabil, perhaps never.
 */
export function dormants(everybody: readonly Seen[], { days, now, reserve, told }: Asked): ReadonlyMap<UserId, Dormant> {
  const today = osloDay(now);
  const first = addDays(osloDay(told ?? now), TOLD_DAYS_BEFORE);
  const here = everybody.filter((one) => !one.disabled);
  const left = new Set(here);
  const found = new Map<UserId, Dormant>();
  for (const one of here.toSorted((a, b) => a.seenAt.localeCompare(b.seenAt))) {
    const since = osloDay(one.seenAt);
    const spent = addDays(since, days);
    if (addDays(spent, -TOLD_DAYS_BEFORE) > today) continue;
    const on = spent > first ? spent : first;
    const stays = on > today ? undefined : one.userId === reserve ? 'reserve' : one.roles.some((role) => role !== NO_DUTY && isLast(one, role, left)) ? 'last_of_role' : undefined;
    if (on <= today && stays === undefined) left.delete(one);
    found.set(one.userId, { since, on, stays });
  }
  return found;
}

function isLast(one: Seen, role: string, left: ReadonlySet<Seen>): boolean {
  const others = [...left].filter((other) => other !== one && other.roles.includes(role) && (other.municipalityId === null || other.municipalityId === one.municipalityId));
  return others.length < (TWO_STAY.includes(role) ? 2 : 1);
}

/** Those whose account is shut now. */
export function toShut(found: ReadonlyMap<UserId, Dormant>, now: Instant): readonly UserId[] {
  return [...found].filter(([, { on, stays }]) => on <= osloDay(now) && stays === undefined).map(([userId]) => userId);
}
