import { isOutside, type CaseFact } from './fact.ts';
import { isSmall, PROTECTED, type Cell } from './suppression-cells.ts';
import type { ShownBlock } from './tally.ts';

/** The first and the last month that are counted, `YYYY-MM`. */
type Months = { readonly from: string; readonly through: string };

/** Own cases that were open when the years began, and when they ended. */
export type Movement = { readonly start: Cell; readonly end: Cell | undefined };

/**
 * Both or neither: with what came in the years, which stands beside them, they tell how many were closed; and with how many of those are
 * still open, how many older ones are, or were closed after the years and before the counting; where nothing older is open, the end bounds
 * how many of these still are. Where any of these is a small number, a
 * reader is shown none of it. Nor where the table of where the cases stand hides a row: the end says how many can be open at the most, and so how many at the least are not.
 * @param months through the last month that is counted @param whole the last year is over: only then is there an end
 * @param status that table, as it is shown
 * @param before what was said of the end of the year before, which is this one's start
 */
export function movementOf(facts: readonly CaseFact[], months: Months, whole: boolean, before: Cell | undefined, status: ShownBlock): Movement {
  const own = facts.filter((fact) => !isOutside(fact));
  const isIn = (fact: CaseFact): boolean => months.from <= fact.openedMonth && fact.openedMonth <= months.through;
  const isOpenAfter = (fact: CaseFact): boolean => fact.closedMonth === undefined || fact.closedMonth > months.through;
  const known = own.filter((fact) => fact.openedMonth < months.from && (fact.closedMonth === undefined || fact.closedMonth >= months.from));
  const start = before !== undefined && 'shown' in before ? before.shown : known.length;
  const older = stillOpen(start, known.length, known.filter(isOpenAfter).length);
  const opened = own.filter(isIn).length;
  const closedOfThese = own.filter((fact) => isIn(fact) && !isOpenAfter(fact)).length;
  const end = older + opened - closedOfThese;
  // who was closed between the years' end and the counting: the tables beside it have the cases as they stood then
  const closedSince = own.filter((fact) => fact.openedMonth <= months.through && isOpenAfter(fact) && fact.status !== 'APEN').length;
  const small = status.rows.some(({ cell }) => !('shown' in cell)) || [start, opened, end, end - closedSince, start + opened - end, older, start - older, closedOfThese, opened - closedOfThese, closedSince].some(isSmall);
  const shown = (n: number): Cell => (small ? PROTECTED : { shown: n });
  return { start: before ?? shown(start), end: whole ? shown(end) : undefined };
}

/**
 * Of those told as open at the start, how many still are at the end. Some of them may be known no more (krisesenterlova § 5 a, folkeregisterloven § 10-4), and some that have come back were
 * never told: the start stands, so what became of all is said by what became of those that are known. Were they left out, each that left would be told as closed (decision 0113).
 */
function stillOpen(told: number, known: number, knownOpen: number): number {
  return known === 0 ? told : Math.round((told * knownOpen) / known);
}
