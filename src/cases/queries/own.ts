import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { loadAsker } from '../commands/asked.ts';
import { listFound } from '../store/list.ts';
import { findCases } from '../store/read.ts';
import { doors, finding, judged, readable } from './rows.ts';

/** More than any team member has ever had to do with. */
const MOST = 2000;

/** The cases that whoever asks leads or was let into, and may read now; none with a strictly confidential address. What a leader only knows of is not among them. Opens nothing. */
export async function ownCases(ctx: Context): Promise<FileId[]> {
  const asker = await loadAsker(ctx);
  const own = asker === undefined ? undefined : finding(asker);
  if (asker === undefined || own === undefined) return [];
  const files = await listFound(ctx.tx, ctx.regionId, { ...own, reach: { ...own.reach, municipalities: [] } }, MOST);
  return readable(judged(asker, await findCases(ctx.tx, ctx.regionId, files, asker)));
}

/** Those of these cases whose page opens for whoever asks, perhaps with the question whether they are impartial first. */
export async function opensAmong(ctx: Context, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
  const asker = await loadAsker(ctx);
  return new Set(asker === undefined ? [] : judged(asker, await findCases(ctx.tx, ctx.regionId, files, asker)).filter((one) => doors(one).mayOpen).map(({ facts }) => facts.fileId));
}
