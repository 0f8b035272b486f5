import type { Context } from '../kernel/context.ts';
import type { FileId } from '../kernel/ids.ts';
import { factId } from '../kernel/sealing/mac.ts';

/** The pseudonym of a file in figures. Each kind of row has its own, so that days cannot be laid beside codes. */
export function idInFigures(ctx: Context, kind: 'case' | 'pace' | 'report' | 'out', fileId: FileId): Buffer {
  return factId(ctx.keys.stats, kind === 'case' ? fileId : `${kind} ${fileId}`);
}
