import { CLOCK_IDS, type ClockId } from '../regions/codes.ts';
import { addMs, osloDay, type Instant } from '../kernel/time.ts';
import { isSmall, LESS, type Cell } from './suppression-cells.ts';

/** A deadline of a case that ran out, in the month in which it did: `YYYY-MM` in Europe/Oslo. */
export type RanOut = { readonly clock: ClockId; readonly month: string };

/** What is due on a day is late from the next midnight, so it ran out in that day's month. */
export function monthOfDue(due: Instant): string {
  return osloDay(addMs(due, -1)).slice(0, 7);
}

/** A deadline of a case, as its clocks give it. */
export type Deadline = { readonly clock: ClockId; readonly measureId: string | undefined; readonly due: Instant; readonly late: boolean };

/** The deadlines that were late before an entry and are so no more: done, moved, or ended with the case. */
export function endedLate(before: readonly Deadline[], after: readonly Deadline[]): RanOut[] {
  const still = after.filter((one) => one.late);
  return before.filter((one) => one.late && !still.some(({ clock, measureId }) => clock === one.clock && measureId === one.measureId)).map(({ clock, due }) => ({ clock, month: monthOfDue(due) }));
}

/** In how many cases each deadline ran out, in the order of the clocks; those that never did are left out. */
export type ClockCount = { readonly clock: ClockId; readonly cases: number };
export type ClockCell = { readonly clock: ClockId; readonly cell: Cell };

/** @param found each with whose it is: a case counts once for each clock, however often it ran out */
export function casesByClock(found: readonly (RanOut & { readonly of: string })[]): ClockCount[] {
  return CLOCK_IDS.map((clock) => ({ clock, cases: new Set(found.filter((one) => one.clock === clock).map(({ of }) => of)).size })).filter(({ cases }) => cases > 0);
}

/** As anybody may see it. There is no sum beside these, so nothing more has to be hidden. */
export function shownByClock(counts: readonly ClockCount[]): ClockCell[] {
  return counts.map(({ clock, cases }) => ({ clock, cell: isSmall(cases) ? LESS : { shown: cases } }));
}
