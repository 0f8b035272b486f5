import { teamMeetings } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { Day } from '../../kernel/time.ts';
import { listOutreach } from '../store/outreach.ts';
import type { Work } from '../work.ts';

/** The team's meetings and what the region did outwards, from one day through another, the first ones first. */
export async function workDone(ctx: Context, from: Day, through: Day): Promise<Work> {
  const outreach = (await listOutreach(ctx.tx, ctx.regionId)).filter(({ on_day: on }) => from <= on && on <= through).reverse();
  return { meetings: await teamMeetings(ctx, from, through), outreach: outreach.map((row) => ({ on: row.on_day, kind: row.kind, reached: row.reached ?? undefined })) };
}
