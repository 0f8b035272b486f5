import { teamMeetings } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { Day } from '../../kernel/time.ts';
import { lineOf, listOutreach } from '../store/outreach.ts';
import { workOf, type Work } from '../work.ts';

/** The team's meetings and what the region did outwards, from one day through another, the first ones first. */
export async function workDone(ctx: Context, from: Day, through: Day): Promise<Work> {
  const outreach = (await listOutreach(ctx.tx, ctx.regionId)).filter(({ on_day: on }) => from <= on && on <= through).reverse();
  return workOf(await teamMeetings(ctx, from, through), outreach.map(lineOf));
}
