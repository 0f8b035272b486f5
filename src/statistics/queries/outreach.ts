import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { maySeeFigures, mayWriteOutreach } from '../access.ts';
import { lastQuarter, quarterCell, quarterOf, quartersFrom, quartersThrough, type OutreachLine, type QuarterCount } from '../outreach.ts';
import { lastClosedMonth } from '../release.ts';
import { lockFigures } from '../store.ts';
import { countReports, insertQuarters, listOutreach, listQuarters } from '../store/outreach.ts';
import { LESS, sum } from '../suppression-cells.ts';

export type OutreachModel = {
  readonly lines: readonly OutreachLine[];
  /** every three months that have been counted, oldest first */
  readonly quarters: readonly QuarterCount[];
  readonly mayWrite: boolean; readonly newId: string; readonly today: Day; readonly now: Instant;
};

/** What the region did, and how many reports came before and after it: three months at a time, of the whole region, counted once when they were over. */
export const outreach = query({
  name: 'statistics.outreach',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeFigures,
  run: async (ctx) => {
    const through = lastClosedMonth(osloDay(ctx.now));
    const quarters = await standingQuarters(ctx, through);
    const lines = (await listOutreach(ctx.tx, ctx.regionId)).map((row): OutreachLine => ({ outreachId: row.outreach_id, on: row.on_day, kind: row.kind, reached: row.reached ?? undefined }));
    return done<OutreachModel>({
      lines, quarters, mayWrite: mayWriteOutreach(ctx.actor).allow, newId: ctx.chance.uuid(), today: osloDay(ctx.now), now: ctx.now,
    });
  },
});

/** Three months that nobody has seen yet are counted now, and stand: whoever looks again after a correction sees the same. */
async function standingQuarters(ctx: Context, through: string): Promise<QuarterCount[]> {
  const over = lastQuarter(through);
  let standing = await listQuarters(ctx.tx, ctx.regionId);
  if (standing.at(-1)?.first_month !== over) {
    await lockFigures(ctx.tx, ctx.regionId);
    const counts = (await countReports(ctx.tx, ctx.regionId, through)).map(({ month, reports }) => ({ first: quarterOf(month), reports }));
    const last = (await listQuarters(ctx.tx, ctx.regionId)).at(-1)?.first_month;
    const first = last === undefined ? counts[0]?.first : quartersFrom(last, 1);
    await insertQuarters(ctx.tx, ctx.regionId, (first === undefined ? [] : quartersThrough(first, over)).map((one) => {
      const cell = quarterCell(sum(counts.filter((count) => count.first === one).map(({ reports }) => reports)));
      return { first_month: one, reports: 'shown' in cell ? cell.shown : null };
    }), ctx.now);
    standing = await listQuarters(ctx.tx, ctx.regionId);
  }
  return standing.map(({ first_month: first, reports }) => ({ first, reports: reports === null ? LESS : { shown: reports } }));
}
