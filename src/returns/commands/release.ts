import type { Context } from '../../kernel/context.ts';
import { releasedCells, wholeYear } from '../country.ts';
import { periodOfRow } from '../return.ts';
import type { SealedReturn } from '../store.ts';
import { saveReleased } from '../store/country.ts';
import { openBody } from './sealed.ts';

/** What was sent as tables for a year counts in the country's sums from now on: read from the very bytes that left, in the transaction of the sending. */
export async function release(ctx: Context, row: SealedReturn): Promise<void> {
  const year = wholeYear(periodOfRow(row));
  if (row.form !== 'TABELLER' || year === undefined) return;
  await saveReleased(ctx.tx, ctx.regionId, { schema_id: row.schema_id, year, edition: row.edition, version: row.version, released_at: ctx.now }, releasedCells(openBody(ctx, row).files.json));
}
