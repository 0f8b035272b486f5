import { isOutside, type CaseFact } from './fact.ts';
import { isSmall, PROTECTED, type Cell } from './suppression-cells.ts';
import type { ShownBlock } from './tally.ts';

/** The first and the last month that are counted, `YYYY-MM`. */
export type Months = { readonly from: string; readonly through: string };

/** Own cases that were open when the years began, and when they ended. */
export type Movement = { readonly start: Cell; readonly end: Cell | undefined };

/**
 * Both or neither: with what came in the years, which stands beside them, they tell how many were closed; and with how many of those are
 * still open, how many older ones are, or were closed after the years and before the counting; where nothing older is open, the end bounds
 * how many of these still are. Where any of these is a small number, a
 * reader is shown none of it. Nor where the table of where the cases stand hides a row: the end says how many can be open at the most, and so how many at the least are not.
 * What is still open at the end of those that came before these years is, at the least, what is open at the end without all that came in them. So where cases of a year that hides how many
 * of it are open still are, both are hidden: as many of it as that were open when its tables were counted, and fewer than its hidden rows say were closed.
 * @param months through the last month that is counted @param whole the last year is over: only then is there an end
 * @param status that table, as it is shown
 * @param before what was said of the end of the year before, which is this one's start
 * @param hidden earlier years whose tables hide how many are open (hidesOpen)
 */
export function movementOf(facts: readonly CaseFact[], months: Months, whole: boolean, before: Cell | undefined, status: ShownBlock, hidden: readonly Months[]): Movement {
  const own = facts.filter((fact) => !isOutside(fact));
  const cameIn = (years: Months) => (fact: CaseFact): boolean => years.from <= fact.openedMonth && fact.openedMonth <= years.through;
  const isIn = cameIn(months);
  const isOpenAfter = (fact: CaseFact): boolean => fact.closedMonth === undefined || fact.closedMonth > months.through;
  const known = own.filter((fact) => fact.openedMonth < months.from && (fact.closedMonth === undefined || fact.closedMonth >= months.from));
  const start = before !== undefined && 'shown' in before ? before.shown : known.length;
  const older = stillOpen(start, known.length, known.filter(isOpenAfter).length);
  const opened = own.filter(isIn).length;
  const closedOfThese = own.filter((fact) => isIn(fact) && !isOpenAfter(fact)).length;
  const end = older + opened - closedOfThese;
  // who was closed between the years' end and the counting: the tables beside it have the cases as they stood then
  const closedSince = own.filter((fact) => fact.openedMonth <= months.through && isOpenAfter(fact) && fact.status !== 'APEN').length;
  const ofHidden = known.filter((fact) => hidden.some((years) => cameIn(years)(fact)));
  const tells = ofHidden.some(isOpenAfter) || (before === undefined && ofHidden.length > 0);
  const small = tells || status.rows.some(({ cell }) => !('shown' in cell)) || [start, opened, end, end - closedSince, start + opened - end, older, start - older, closedOfThese, opened - closedOfThese, closedSince].some(isSmall);
  const shown = (n: number): Cell => (small ? PROTECTED : { shown: n });
  return { start: before ?? shown(start), end: whole ? shown(end) : undefined };
}

/** Whether a reader of a year's tables is not told how many of its cases are open. */
export function hidesOpen(status: ShownBlock): boolean {
  return status.rows.some(({ code, cell }) => code === 'APEN' && !('shown' in cell));
}

/**
 * Of those told as open at the start, how many still are at the end. Some of them may be known no more (krisesenterlova § 5 a, folkeregisterloven § 10-4), and some that have come back were
 * never told: the start stands, so what became of all is said by what became of those that are known. Were they left out, each that left would be told as closed (decision 0113).
 */
function stillOpen(told: number, known: number, knownOpen: number): number {
  return known === 0 ? told : Math.round((told * knownOpen) / known);
}
