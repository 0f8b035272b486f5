import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { addLocalValue, endLocalValue, localValuesToChange } from '../../regions/public.ts';
import { mayChangeCodeLists } from '../code-list-access.ts';
import { dayFault, isMadeOf, newValue } from '../code-lists.ts';

const word = z.string().max(1_000, 'too_long');

/**
 * A region's own value under a national one, from a day; `replaces` ends another the same day, which is how a value gets a new name.
 * `newId` is the page's: the same form sent twice is one value, and with other words one more. Refusals: as newValue (code-lists.ts).
 */
export const addCodeValue = command({
  name: 'cases.add_code_value',
  schema: z.strictObject({ newId: idField(), list: word, parent: word, nb: word, nn: word, en: word, synonyms: word, from: word, replaces: word }),
  facts: (ctx) => localValuesToChange(ctx),
  access: (actor) => mayChangeCodeLists(actor),
  run: async (ctx, { newId, ...typed }, values) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const there = values.find(({ id }) => id === newId);
    if (there !== undefined && isMadeOf(there, typed)) return done({ list: there.list });
    const made = newValue(typed, values, osloDay(ctx.now));
    if (!made.ok) return made;
    const { value, replaces } = made.value;
    if (replaces !== undefined) await endLocalValue(ctx, ctx.actor.userId, replaces.id, value.from);
    await addLocalValue(ctx, ctx.actor.userId, { ...value, id: there === undefined ? newId : ctx.chance.uuid() });
    return done({ list: value.list });
  },
});

/**
 * From a day a local value is no longer offered; entries that were written with it keep it. Sent twice it has ended once.
 * Refusals: bad_input (`from`: dayFault; `valueId`: not_offered); `already_ended` where somebody has set another day.
 */
export const endCodeValue = command({
  name: 'cases.end_code_value',
  schema: z.strictObject({ valueId: idField(), from: word }),
  facts: (ctx) => localValuesToChange(ctx),
  access: (actor) => mayChangeCodeLists(actor),
  run: async (ctx, { valueId, from }, values) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const value = values.find(({ id }) => id === valueId);
    if (value === undefined) return refuse('bad_input', { valueId: 'not_offered' });
    const on = day(from);
    if (value.ends !== undefined) return value.ends === on ? done({ list: value.list }) : refuse('already_ended');
    const fault = dayFault(from, osloDay(ctx.now));
    if (fault !== undefined || on === undefined) return refuse('bad_input', { from: fault ?? 'no_such_day' });
    await endLocalValue(ctx, ctx.actor.userId, valueId, on);
    return done({ list: value.list });
  },
});
