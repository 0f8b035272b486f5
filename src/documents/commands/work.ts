import type { Context } from '../../kernel/context.ts';
import { workDone, type Work } from '../../statistics/public.ts';
import { filledParts } from '../known-lines.ts';
import { firstDay, lastDay } from '../months.ts';
import type { PartCode } from '../plan.ts';
import type { WrittenParts } from '../publication.ts';
import type { PublicationRow } from '../rows.ts';

/** What the product knows was done in the period of a report, up to the day that it is told up to. */
export async function workFor(ctx: Context, row: Pick<PublicationRow, 'from_month' | 'to_month' | 'cut_off'>): Promise<Work> {
  const last = lastDay(row.to_month);
  return workDone(ctx, firstDay(row.from_month), last < row.cut_off ? last : row.cut_off);
}

/** Parts of the report that fill themselves with it. */
export async function filledFor(ctx: Context, row: PublicationRow, parts: WrittenParts): Promise<ReadonlySet<PartCode>> {
  return filledParts({ kind: row.kind, lang: row.lang, parts, work: await workFor(ctx, row) });
}
