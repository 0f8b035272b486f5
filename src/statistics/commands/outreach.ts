import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { osloDay } from '../../kernel/time.ts';
import { mayWriteOutreach } from '../access.ts';
import { doneFrom } from '../done.ts';
import { deleteOutreach, insertOutreach } from '../store/outreach.ts';

const code = () => z.string().max(20, 'not_offered');
const dayOf = () => z.string().max(20, 'no_such_day');

/** Writes down what was done on a day. Numbers and codes alone, and a routine's name: nothing here can be about anybody. Refusals: bad_input. */
export const addOutreach = command({
  name: 'statistics.add_outreach',
  schema: z.strictObject({
    newId: idField(), on: dayOf(), kind: code(), reached: z.string().max(20, 'not_a_number'),
    theme: code().default(''), group: code().default(''), name: lineField(100).default(''), adoptedBy: code().default(''), replacedOn: dayOf().default(''),
  }),
  facts: async () => ({}),
  access: (actor) => mayWriteOutreach(actor),
  run: async (ctx, { newId, ...typed }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const read = doneFrom(typed, osloDay(ctx.now));
    if ('faults' in read) return refuse('bad_input', read.faults);
    const { on, kind, reached, theme, group, name, adoptedBy, replacedOn } = read.line;
    await insertOutreach(ctx.tx, ctx.regionId, {
      outreach_id: newId, on_day: on, kind, reached: reached ?? null, theme: theme ?? null, held_for: group ?? null, name: name ?? null, adopted_by: adoptedBy ?? null, replaced_on: replacedOn ?? null,
      entered_by: ctx.actor.userId, entered_at: ctx.now,
    });
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
