import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayChangeClocks } from '../access.ts';
import { typedClocks } from '../clock-form.ts';
import { findClocks, saveClocks } from '../store.ts';

/**
 * Changes how long each step should take, and which deadlines are shown at all. `typed` is the form as `clock-form.ts` names its
 * fields, `version` the settings it began from: somebody else's change meanwhile is never overwritten in silence.
 * Cases that are open get their new deadlines within a minute (cases/commands/renew-clocks.ts).
 */
export const changeClocks = command({
  name: 'regions.change_clocks',
  schema: z.strictObject({ typed: z.record(z.string().max(60), z.string().max(200, 'too_long')), version: z.string().max(20) }),
  facts: async (ctx) => findClocks(ctx.tx, ctx.regionId, 'to_change'),
  access: mayChangeClocks,
  run: async (ctx, input, row) => {
    const changes = typedClocks(input.typed);
    if (!changes.ok) return changes;
    if (String(row.version) !== input.version) return refuse('changed_meanwhile');
    await saveClocks(ctx.tx, ctx.regionId, { clocks: changes.value });
    return done({});
  },
});
