import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { open, openJson, seal, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { content, type Content } from '../content.ts';
import type { PartCode } from '../plan.ts';
import type { Written, WrittenPart } from '../publication.ts';
import type { CommentRow, PartRow } from '../store.ts';
import { listParts } from '../store.ts';

type Keys = Pick<Context, 'keys' | 'regionId'>;
type Sealer = Keys & Pick<Context, 'chance'>;

function place({ regionId }: Keys, table: string, row: string, field: string, version = 1): Where {
  return { table: `app.${table}`, region: regionId, row, field, version };
}

const written = z.strictObject({ text: z.string(), lines: z.array(z.record(z.string(), z.string())), notNames: z.array(z.string()).optional() });

export function sealWritten(ctx: Sealer, id: string, part: string, revision: number, what: Written): Buffer {
  return sealJson(ctx.keys.record, what, place(ctx, 'publication_part', `${id} ${part}`, 'sealed', revision), 'text', ctx.chance);
}

function openPart(ctx: Keys, id: string, row: PartRow): WrittenPart {
  return { written: written.parse(openJson(ctx.keys.record, row.sealed, place(ctx, 'publication_part', `${id} ${row.part}`, 'sealed', row.revision))), revision: row.revision, carried: row.carried, by: row.written_by, at: row.written_at };
}

/** Each part as it stands now. */
export async function writtenParts(ctx: Context, id: string): Promise<Map<PartCode, WrittenPart>> {
  return new Map((await listParts(ctx.tx, ctx.regionId, id)).map((row): [PartCode, WrittenPart] => [row.part, openPart(ctx, id, row)]));
}

export function sealComment(ctx: Sealer, commentId: string, text: string): Buffer {
  return seal(ctx.keys.record, text, place(ctx, 'publication_comment', commentId, 'sealed'), 'text', ctx.chance);
}

export function openComment(ctx: Keys, row: CommentRow): string {
  return open(ctx.keys.record, row.sealed, place(ctx, 'publication_comment', row.comment_id, 'sealed')).toString('utf8');
}

/** @property files of whom single lines stand in it: an internal edition that is fetched is read once more */
export type Frozen = { readonly content: Content; readonly files: readonly string[] };
const frozen = z.strictObject({ content, files: z.array(z.string()) });

export function sealContent(ctx: Sealer, outputId: string, what: Frozen): Buffer {
  return sealJson(ctx.keys.record, what, place(ctx, 'publication_output', outputId, 'sealed_content'), 'text', ctx.chance);
}

export function openContent(ctx: Keys, outputId: string, sealed: Buffer): Frozen {
  return frozen.parse(openJson(ctx.keys.record, sealed, place(ctx, 'publication_output', outputId, 'sealed_content')));
}

export function sealFile(ctx: Sealer, outputId: string, bytes: Buffer): Buffer {
  return seal(ctx.keys.record, bytes, place(ctx, 'publication_output', outputId, 'sealed_file'), 'text', ctx.chance);
}

export function openFileOf(ctx: Keys, outputId: string, sealed: Buffer): Buffer {
  return open(ctx.keys.record, sealed, place(ctx, 'publication_output', outputId, 'sealed_file'));
}
