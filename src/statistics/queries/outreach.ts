import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { maySeeFigures, mayWriteOutreach } from '../access.ts';
import type { OutreachLine, QuarterCount } from '../outreach.ts';
import { lastClosedMonth } from '../release.ts';
import { lineOf, listOutreach } from '../store/outreach.ts';
import { standingQuarters } from './quarters.ts';

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
    const lines = (await listOutreach(ctx.tx, ctx.regionId)).map((row): OutreachLine => ({ outreachId: row.outreach_id, ...lineOf(row) }));
    return done<OutreachModel>({
      lines, quarters, mayWrite: mayWriteOutreach(ctx.actor).allow, newId: ctx.chance.uuid(), today: osloDay(ctx.now), now: ctx.now,
    });
  },
});
