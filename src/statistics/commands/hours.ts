import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayWriteHours } from '../access.ts';
import { begunMonths, hoursFrom } from '../hours.ts';
import { hoursFacts, rowOf } from '../queries/hours.ts';
import { insertHours, listHours } from '../store/hours.ts';

/**
 * Saves a year's hours of one municipality, month by month from January. Only what differs is written, each as the next version of its month; an empty box takes a number away.
 * `seen`: the versions that stood on the form. Refusals: bad_input (by `m1`…`m12`: not_whole_hours, too_many_hours, month_to_come), changed_meanwhile.
 */
export const saveHours = command({
  name: 'statistics.save_hours',
  schema: z.strictObject({ municipality: z.string().max(10), year: z.int().min(1900).max(2999), hours: z.array(z.string().max(2000)).max(12), seen: z.array(z.int()).max(12) }),
  facts: (ctx, input) => hoursFacts(ctx, input.municipality),
  access: (actor, facts) => mayWriteHours(actor, facts),
  run: async (ctx, { municipality, year, hours: typed, seen }, { members }) => {
    const row = rowOf(members, municipality);
    if (row === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    const months = begunMonths(year, ctx.now);
    const read = typed.map(hoursFrom);
    const faults = Object.fromEntries(read.flatMap((one, at): [string, string][] => ('fault' in one ? [[`m${at + 1}`, one.fault]] : one.hours !== null && at >= months.length ? [[`m${at + 1}`, 'month_to_come']] : [])));
    if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
    const known = (await listHours(ctx.tx, ctx.regionId, `${year}-01`, `${year}-12`)).filter((one) => one.municipality_id === row);
    for (const [at, month] of months.entries()) {
      const [one, stands] = [read[at], known.find((other) => other.month === month)];
      if (one === undefined || 'fault' in one || one.hours === (stands?.hours ?? null)) continue;
      const before = stands?.version ?? 0;
      if (before !== (seen[at] ?? 0)) return refuse('changed_meanwhile');
      const saved = await insertHours(ctx.tx, ctx.regionId, { municipality_id: row, month, version: before + 1, hours: one.hours, entered_by: ctx.actor.userId, entered_at: ctx.now });
      if (!saved) return refuse('changed_meanwhile');
    }
    return done({ municipality, year });
  },
});
