import { CASE_FILE, openReports, passagesIn, type CaseState, type JudgedCase, type Passage } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { openFile } from '../../kernel/journal/file.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';

/** A case that whoever asks may read, with every piece of it and of its reports. */
export type Pieces = { readonly passages: readonly Passage[]; readonly state: CaseState; readonly seal: SealingKey };

/** The verdict has opened the case and its reports; nothing counts as read by it. */
export async function openPieces(ctx: Context, { fileId, reports }: Pick<JudgedCase, 'fileId' | 'reports'>): Promise<Pieces> {
  const { state, events, key } = await openFile(ctx, CASE_FILE, fileId);
  return { passages: passagesIn({ state, events, reports: await openReports(ctx, reports) }), state, seal: key.seal };
}
