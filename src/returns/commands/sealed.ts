import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { countedAmong } from '../../statistics/public.ts';
import { FILES, type FileKey } from '../files.ts';
import type { SealedReturn } from '../store.ts';

/** The bytes that leave, with their checksums, and of rows what they were made of. `of`: the pseudonyms of the cases that it counts anew (hex); absent in what was sealed before decision 0068. */
export type Body = { readonly files: Readonly<Record<FileKey, string>>; readonly sums: Readonly<Record<FileKey, string>>; readonly basis?: Readonly<Record<string, number>> | undefined; readonly of?: readonly string[] | undefined };
export type MadeBody = Pick<Body, 'files' | 'basis'> & { readonly of: readonly string[] };

const files = z.record(z.enum(FILES), z.string());
const stored = z.strictObject({ files, sums: files, basis: z.record(z.string(), z.number()).optional(), of: z.array(z.string()).optional() });

function place(ctx: Context, returnId: string): Where {
  return { table: 'app.return_version', region: ctx.regionId, row: returnId, field: 'sealed', version: 1 };
}

/** SHA-256 in hex, as `sha256sum` prints it: the receiver can see that the file is the one that was locked. */
export function checksum(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function sealBody(ctx: Context, returnId: string, made: MadeBody): Buffer {
  const sums = Object.fromEntries(FILES.map((key) => [key, checksum(made.files[key])]));
  return sealJson(ctx.keys.record, { files: made.files, sums, of: made.of, ...(made.basis === undefined ? {} : { basis: made.basis }) }, place(ctx, returnId), 'text', ctx.chance);
}

/** Throws SealBroken where a file is not the one that was sealed. */
export function openBody(ctx: Context, row: Pick<SealedReturn, 'return_id' | 'sealed'>): Body {
  const body = stored.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.return_id)));
  if (FILES.some((key) => checksum(body.files[key]) !== body.sums[key])) throw new SealBroken('content');
  return body;
}

/**
 * Whether a case that it counts is in no figure any more: its address became strictly confidential, the person keeps out, or it became part of another. Then nothing of it leaves that
 * has not left. What was rewrapped under other keys has no pseudonyms that are known today, and does not leave either.
 * Of rows from before there were pseudonyms nobody can tell, so they are closed; the tables from then tell of nobody alone.
 */
export async function caseHasLeft(ctx: Context, form: SealedReturn['form'], { of }: Pick<Body, 'of'>): Promise<boolean> {
  if (of === undefined) return form === 'RADER';
  const counted = await countedAmong(ctx.tx, ctx.regionId, of.map((id) => Buffer.from(id, 'hex')));
  return of.some((id) => !counted.has(id));
}

const words = z.strictObject({ purpose: z.string(), approval: z.string() });
export type DecisionWords = z.infer<typeof words>;

function decisionPlace(ctx: Context, decisionId: string): Where {
  return { table: 'app.return_decision', region: ctx.regionId, row: decisionId, field: 'sealed', version: 1 };
}

export function sealWords(ctx: Context, decisionId: string, said: DecisionWords): Buffer {
  return sealJson(ctx.keys.record, said, decisionPlace(ctx, decisionId), 'text', ctx.chance);
}

export function openWords(ctx: Context, row: { readonly decision_id: string; readonly sealed: Buffer }): DecisionWords {
  return words.parse(openJson(ctx.keys.record, row.sealed, decisionPlace(ctx, row.decision_id)));
}
