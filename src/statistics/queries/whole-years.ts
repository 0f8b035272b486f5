import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import { wholeYears } from '../disclosures.ts';
import { yearIsOverFrom } from '../release.ts';
import { lockFigures, type Months } from '../store.ts';

/** Whole years of a period that are over, each as it was counted once. */
export type ToldByYear<T> = {
  /** those that were counted, the first one first */
  readonly told: readonly { readonly year: number; readonly of: T }[];
  /** years that are over, and nobody has had counted yet */
  readonly waits: readonly number[];
  /** some of the period is no whole year that is over */
  readonly more: boolean;
};

type Counting<T> = { readonly standing: () => Promise<ReadonlyMap<number, T>>; /** keeps what the year has now; a year that stands already stays as it is */ readonly count: (year: number) => Promise<void> };

/**
 * Two periods that overlap, and a version that corrects another, have the same numbers, and nothing can be subtracted (decision 0051).
 * @param months the first and the last, both included @param counts whether years that are due are counted by this: never where a draft is read
 */
export async function toldByYear<T>(ctx: Context, { from, through }: Months, counts: boolean, { standing, count }: Counting<T>): Promise<ToldByYear<T>> {
  const { years, all } = wholeYears(from, through);
  const over = years.filter((year) => osloDay(ctx.now) >= yearIsOverFrom(year));
  const before = await standing();
  const due = counts ? over.filter((year) => !before.has(year)) : [];
  if (due.length > 0) await lockFigures(ctx.tx, ctx.regionId);
  for (const year of due) await count(year);
  const known = due.length > 0 ? await standing() : before; // who came first has counted it
  return {
    told: over.flatMap((year) => { const of = known.get(year); return of === undefined ? [] : [{ year, of }]; }),
    waits: over.filter((year) => !known.has(year)), more: !all || over.length < years.length,
  };
}
