import { countEmergencies } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { day, osloInstant, type Instant } from '../../kernel/time.ts';
import { countBreaches } from '../../privacy/public.ts';
import { shownControl, type ControlCells } from '../control.ts';
import { publishedControl } from '../published.ts';
import type { Months } from '../store.ts';
import { insertStandingControl, listStandingControl } from '../store/control.ts';
import { toldByYear, type ToldByYear } from './whole-years.ts';

export type ControlByYear = ToldByYear<ControlCells>;

/**
 * For internal control: emergency accesses and breaches. Whole years that are over, each counted once.
 * @param months the first and the last, both included @param counts whether years that are due are counted by this: never where a draft is read
 */
export async function controlByYear(ctx: Context, months: Months, counts: boolean): Promise<ControlByYear> {
  return toldByYear(ctx, months, counts, {
    standing: async () => new Map((await listStandingControl(ctx.tx, ctx.regionId)).map(({ year, numbers }) => [year, publishedControl.parse(numbers)])),
    count: async (year) => {
      const [from, until] = [newYear(year), newYear(year + 1)];
      const { discovered, open } = await countBreaches(ctx, from, until);
      await insertStandingControl(ctx.tx, ctx.regionId, year, shownControl({ emergencies: await countEmergencies(ctx, from, until), breaches: discovered, openBreaches: open }), ctx.now);
    },
  });
}

function newYear(year: number): Instant {
  const first = day(`${year}-01-01`);
  if (first === undefined) throw new RangeError('no such year');
  return osloInstant(first, 0, 0);
}
