import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { spendTakenIn } from '../../staff/public.ts';
import type { EventOf } from '../events.ts';
import { listReportsOf } from '../store/read.ts';

/** Follower: a colleague's text that was taken in as a note stands in the case, so the copy that waited goes, and with it the line on «Min dag» (decision 0096). */
export async function takeInLeftText(ctx: Context, fileId: FileId, { content: { noteId } }: EventOf<'JournalNoteWritten'>): Promise<void> {
  await spendTakenIn(ctx, [fileId, ...await listReportsOf(ctx.tx, ctx.regionId, fileId)], noteId);
}
