import type { UserId } from '../kernel/ids.ts';
import { standsIn } from '../kernel/likeness.ts';

/** That somebody it is about works in a service, and where, as it was told. `where` is empty where nobody said, or where it would give away a hidden address. */
export type Workplace = { readonly where: readonly string[] };

type Told = { readonly works: boolean; readonly where: string | undefined; readonly hidden: boolean };

/** Of everything that was told of one matter; undefined where nobody works in a service. */
export function workplaceIn(all: readonly Told[]): Workplace | undefined {
  const told = all.filter(({ works, where }) => works || where !== undefined);
  if (told.length === 0) return undefined;
  return { where: all.some(({ hidden }) => hidden) ? [] : [...new Set(told.flatMap(({ where }) => (where === undefined ? [] : [where.trim()])))] };
}

type Works = { readonly userId: UserId; readonly unit: string; readonly roles: readonly string[] };

/** Without one of each, nobody takes reports in, or nobody makes a case of them. */
const READERS = ['MOTTAK', 'KOORDINATOR'] as const;

/** Who is left out of it by now, by whatever came before and by name; and the reserve of the region, who reads where no coordinator may. */
export type LeftOut = { readonly out: readonly UserId[]; readonly reserve: UserId | undefined };

/**
 * fvl § 6: whoever works where the report says that somebody it is about works, by the name of their unit. Nobody at all where reception or the
 * coordinators would be left with nobody, and never the reserve: a place is typed by whoever reports, and neither a wrong one nor several, one after the
 * other, must keep a report from being read. Those who stay are told the place before they answer the question (test: workplace).
 */
export function colleaguesAt(staff: readonly Works[], { out, reserve }: LeftOut, place: string | undefined): UserId[] {
  if (place === undefined) return [];
  const there = staff.filter(({ userId, unit }) => userId !== reserve && !out.includes(userId) && standsIn(unit, place)).map(({ userId }) => userId);
  const emptied = READERS.some((role) => {
    const left = staff.filter(({ userId, roles }) => roles.includes(role) && !out.includes(userId));
    return left.length > 0 && left.every(({ userId }) => there.includes(userId));
  });
  return emptied ? [] : there;
}
