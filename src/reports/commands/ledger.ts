import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { openText, seal, type Where } from '../../kernel/sealing/sealed.ts';
import { lineField } from '../../kernel/text-field.ts';
import { maySettleLost } from '../access.ts';
import { holdLost, settleLostRow } from '../store/ledger.ts';

const LONGEST_LINE = 500;

function place(ctx: Context, lostId: string): Where {
  return { table: 'app.ledger_lost', region: ctx.regionId, row: lostId, field: 'sealed', version: 1 };
}

/** What was done about a lost part. */
export function openSettled(ctx: Context, row: { readonly lost_id: string; readonly sealed: Buffer }): string {
  return openText(ctx.keys.record, row.sealed, place(ctx, row.lost_id));
}

/** A leader says what was done about something that a restored database lost. Said once; the same form sent twice changes nothing. */
export const settleLost = command({
  name: 'reports.settle_lost',
  schema: z.strictObject({ lostId: idField<'lost'>(), did: lineField(LONGEST_LINE).pipe(z.string().min(1, 'missing')) }),
  facts: async (ctx, input) => holdLost(ctx.tx, ctx.regionId, input.lostId),
  access: maySettleLost,
  run: async (ctx, { did }, lost) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (lost.settled_at !== null) return done({});
    await settleLostRow(ctx.tx, ctx.regionId, lost.lost_id, { by: ctx.actor.userId, at: ctx.now, sealed: seal(ctx.keys.record, did, place(ctx, lost.lost_id), 'text', ctx.chance) });
    return done({});
  },
});
