import type { Context } from '../../kernel/context.ts';
import { firstTold, lastQuarter, quarterCell, quarterOf, quartersFrom, quartersThrough, type QuarterCount } from '../outreach.ts';
import { lockFigures } from '../store.ts';
import { countReports, insertQuarters, listQuarters } from '../store/outreach.ts';
import { LESS, sum } from '../suppression-cells.ts';

/** Three months that nobody has seen yet are counted now, and stand: whoever looks again after a correction sees the same. @param through the last month that is over */
export async function standingQuarters(ctx: Context, through: string): Promise<QuarterCount[]> {
  const over = lastQuarter(through);
  let standing = await listQuarters(ctx.tx, ctx.regionId);
  const counted = async () => (await countReports(ctx.tx, ctx.regionId, through)).map(({ month, reports }) => ({ first: quarterOf(month), reports }));
  if (standing.length === 0) {
    // a region's first year: there is nothing to count, so nobody waits for anybody
    const told = firstTold((await counted())[0]?.first);
    if (told === undefined || told > over) return [];
  }
  if (standing.at(-1)?.first_month !== over) {
    await lockFigures(ctx.tx, ctx.regionId);
    const counts = await counted();
    const last = (await listQuarters(ctx.tx, ctx.regionId)).at(-1)?.first_month;
    const first = last === undefined ? firstTold(counts[0]?.first) : quartersFrom(last, 1);
    await insertQuarters(ctx.tx, ctx.regionId, (first === undefined ? [] : quartersThrough(first, over)).map((one) => {
      const cell = quarterCell(sum(counts.filter((count) => count.first === one).map(({ reports }) => reports)));
      return { first_month: one, reports: 'shown' in cell ? cell.shown : null };
    }), ctx.now);
    standing = await listQuarters(ctx.tx, ctx.regionId);
  }
  return standing.map(({ first_month: first, reports }) => ({ first, reports: reports === null ? LESS : { shown: reports } }));
}
