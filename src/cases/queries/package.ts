import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { addMs, type Instant } from '../../kernel/time.ts';
import { WHOLE_FOR_MS } from '../commands/whole.ts';
import { findWholeFile, keepWhole, newestWhole } from '../store/whole.ts';

/** A whole case as one file, made for the archive: which, when, and the SHA-256 of what it holds. */
export type CasePackage = { readonly wholeId: string; readonly madeAt: Instant; readonly pdf: Buffer; readonly json: Buffer; /** how many files go beside it */ readonly files: number };

/** Of the newest edition for the archive of each of these cases that whoever asks made and that lies now: when, and how many files go beside it. Opens nothing. */
export async function packagesOf(ctx: Context, files: readonly FileId[]): Promise<ReadonlyMap<FileId, Pick<CasePackage, 'madeAt' | 'files'>>> {
  if (ctx.actor.kind !== 'person') return new Map();
  return new Map((await newestWhole(ctx.tx, ctx.regionId, files, ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS))).map((row) => [row.file_id, { madeAt: row.made_at, files: row.files ?? 0 }]));
}

/** The newest that they made of this case; the verdict has opened the case. undefined where there is none, or it has no checksums. */
export async function packageOf(ctx: Context, fileId: FileId): Promise<CasePackage | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const [row] = await newestWhole(ctx.tx, ctx.regionId, [fileId], ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS));
  const file = row === undefined ? undefined : await findWholeFile(ctx.tx, ctx.regionId, fileId, row.whole_id);
  if (row === undefined || file === undefined || file.sha256_pdf === null || file.sha256_json === null) return undefined;
  return { wholeId: row.whole_id, madeAt: row.made_at, pdf: file.sha256_pdf, json: file.sha256_json, files: row.files ?? 0 };
}

/** Lets the file lie for the archive until then, so that it can be handed over; then it is swept as any other. */
export async function keepPackage(ctx: Context, fileId: FileId, wholeId: string, until: Instant): Promise<void> {
  await keepWhole(ctx.tx, ctx.regionId, fileId, wholeId, until);
}
