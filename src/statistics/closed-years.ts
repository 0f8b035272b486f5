/** What somebody is left out of, as it stands in figures: the months from the first to the last in which it does. `until` undefined: it goes on. */
export type Span = { readonly from: string; readonly until: string | undefined };

/**
 * The years of which whoever is left out of something sees the public tables only: each in which it stands in a figure that others are told, from its first
 * month to its last. Beside those tables a list without it would tell what it is by subtraction. A month that is not over stands in no such figure.
 * @param through the last month that is over, `YYYY-MM` (release.ts)
 */
export function closedYears(leftOutOf: readonly Span[], through: string): readonly number[] {
  const years = new Set<number>();
  for (const { from, until = through } of leftOutOf) {
    if (from > through) continue;
    for (let year = yearIn(from); year <= yearIn(until < through ? until : through); year += 1) years.add(year);
  }
  return [...years].toSorted((a, b) => a - b);
}

/** @param month `YYYY-MM` */
export function yearIn(month: string): number {
  return Number(month.slice(0, 4));
}
