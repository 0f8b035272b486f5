import type { Context } from '../../kernel/context.ts';
import { listColleagues } from '../../staff/public.ts';
import { publicOnlyYears, seesWholeRegion } from '../../statistics/public.ts';
import type { ReturnFacts } from '../access.ts';
import { anotherReads, yearOfReturn, type ReturnRow } from '../return.ts';
import { findReturn, type SealedReturn } from '../store.ts';

/** A return with what it is judged by. */
export type AskedReturn<R extends ReturnRow> = ReturnFacts & { readonly row: R };

/** What every use case of one return is judged by; undefined where it does not exist. */
export async function askedReturn(ctx: Context, { returnId }: { readonly returnId: string }): Promise<AskedReturn<SealedReturn> | undefined> {
  const row = await findReturn(ctx.tx, ctx.regionId, returnId);
  return row === undefined ? undefined : (await judgedBy(ctx, [row]))[0];
}

/** Which years are closed to the asker, and who else there is, is looked up once, and where there are rows alone: tables are what everybody sees. */
export async function judgedBy<R extends ReturnRow>(ctx: Context, rows: readonly R[]): Promise<AskedReturn<R>[]> {
  const [isOfRows, wholeRegion] = [rows.some(({ form }) => form === 'RADER'), seesWholeRegion(ctx.actor)];
  const years = isOfRows ? await publicOnlyYears(ctx) : [];
  const staff = isOfRows && !wholeRegion ? await listColleagues(ctx) : undefined;
  return rows.map((row) => ({ row, wholeRegion, publicOnly: row.form === 'RADER' && years.includes(yearOfReturn(row)), nobodyElse: row.form === 'RADER' && staff !== undefined && !anotherReads(staff, row.prepared_by) }));
}
