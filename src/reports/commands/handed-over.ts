import type { Context } from '../../kernel/context.ts';
import { addMs, HOUR, type Instant } from '../../kernel/time.ts';
import { listHandedOver } from '../store/desk.ts';

/** The reference and whether a coordinator has read it; nothing else of a report that somebody typed is told to them again. */
export type HandedOver = { readonly reference: string; readonly at: Instant; readonly readAt: Instant | undefined };

/** A long shift, and a day after it. */
const SHOWN_MS = 36 * HOUR;

/**
 * What this person handed over lately. The same whether or not it names them (fvl § 6): a line that was missing would tell them what
 * the page does not.
 */
export async function handedOverBy(ctx: Context): Promise<readonly HandedOver[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await listHandedOver(ctx.tx, ctx.regionId, ctx.actor.userId, addMs(ctx.now, -SHOWN_MS));
  return rows.map((row) => ({ reference: row.reference, at: row.handed_over_at, readAt: row.hand_over_read_at ?? undefined }));
}
