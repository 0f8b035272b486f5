import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { mayWriteOutreach } from '../access.ts';
import { OUTREACH } from '../codes.ts';
import { deleteOutreach, insertOutreach } from '../store/outreach.ts';

const MOST_REACHED = 1_000_000;

/** Writes down what was done on a day. Numbers and a code alone: nothing here can be about anybody. Refusals: bad_input. */
export const addOutreach = command({
  name: 'statistics.add_outreach',
  schema: z.strictObject({ newId: idField(), on: z.string().max(20, 'no_such_day'), kind: z.string().max(20, 'not_offered'), reached: z.string().max(20, 'not_a_number') }),
  facts: async () => ({}),
  access: (actor) => mayWriteOutreach(actor),
  run: async (ctx, { newId, on: typedDay, kind, reached: typed }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const [on, reached] = [day(typedDay), typed.trim() === '' ? null : Number(typed)];
    if (on === undefined || on > osloDay(ctx.now)) return refuse('bad_input', { on: on === undefined ? 'no_such_day' : 'day_to_come' });
    if (!OUTREACH.is(kind)) return refuse('bad_input', { kind: 'not_offered' });
    if (reached !== null && (!/^\d{1,7}$/.test(typed.trim()) || reached > MOST_REACHED)) return refuse('bad_input', { reached: 'not_a_number' });
    await insertOutreach(ctx.tx, ctx.regionId, { outreach_id: newId, on_day: on, kind, reached, entered_by: ctx.actor.userId, entered_at: ctx.now });
    return done({});
  },
});

/** Takes away what was written by mistake. Once more changes nothing. */
export const removeOutreach = command({
  name: 'statistics.remove_outreach',
  schema: z.strictObject({ outreachId: idField() }),
  facts: async () => ({}),
  access: (actor) => mayWriteOutreach(actor),
  run: async (ctx, { outreachId }) => {
    await deleteOutreach(ctx.tx, ctx.regionId, outreachId);
    return done({});
  },
});
