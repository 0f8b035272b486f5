import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { mayWrite } from '../access.ts';
import { COLUMNS, readLines } from '../lines.ts';
import { isWritten, listOf, partOf, type Part } from '../plan.ts';
import { namesIn, stopsIn } from '../naming.ts';
import { roomOf, tooMuch } from '../room.ts';
import { NOTHING, type Written } from '../publication.ts';
import { deleteWriting } from '../store/writing.ts';
import { changePublication, holdPublication, insertComment, insertPart, resolveOne } from '../store.ts';
import { asked, publicationField, revisionField } from './held.ts';
import { sealComment, sealWritten, writtenParts } from './sealed.ts';

const CELL = 2000;
const MOST_TEXT = 20_000;
const MOST_LINES = 100;
const COMMENT = 2000;
const MOST_WORDS = 1000;

const partField = z.string().max(40, 'not_offered');
const cell = textField(CELL);

/**
 * Saves one part: own text and lines. `revision`: the one this person has read, 0 for a part that nobody has written in. What somebody
 * else saved meanwhile is never overwritten. A report that waits for approval goes back to being written. Refusals: bad_input,
 * already_frozen, changed_meanwhile.
 */
export const writePart = command({
  name: 'documents.write_part',
  schema: z.strictObject({ ...publicationField, part: partField, revision: revisionField, text: textField(MOST_TEXT), lines: z.array(z.record(z.string().max(40), cell)).max(MOST_LINES, 'too_many_lines'), notNames: z.array(z.string().max(CELL)).max(MOST_WORDS, 'too_many_lines').optional() }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, part: code, revision, text, lines, notNames = [] }) => {
    const row = await holdPublication(ctx.tx, ctx.regionId, publicationId);
    const part = row === undefined ? undefined : partOf(row.kind, code);
    if (row === undefined || part === undefined || ctx.actor.kind !== 'person' || !isWritten(part)) return refuse('not_found');
    const list = listOf(part);
    const read = list === undefined ? undefined : readLines(list, lines);
    // everything at once, and as it was posted: a fault names the line that the form has
    const faults = { ...stopsIn(part, { text, lines }), ...(read?.ok === false ? read.fields : {}), ...tooMuch(row.kind, { text, lines }) };
    if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
    const written = answered(part, { text, lines: keptLines(part, lines) }, notNames);
    if (written.lines.length > roomOf(row.kind).lines) return refuse('bad_input', { lines: 'too_many_lines' });
    await deleteWriting(ctx.tx, ctx.regionId, publicationId, part.code, ctx.actor.userId);
    const now = (await writtenParts(ctx, publicationId)).get(part.code);
    if (now !== undefined && !now.carried && now.by === ctx.actor.userId && same(now.written, written)) return done({ publicationId });
    if (row.state === 'FROSSET') return refuse('already_frozen');
    if ((now?.revision ?? 0) !== revision) return refuse('changed_meanwhile');
    const next = revision + 1;
    const saved = await insertPart(ctx.tx, ctx.regionId, publicationId, { part: part.code, revision: next, carried: false, written_by: ctx.actor.userId, written_at: ctx.now, sealed: sealWritten(ctx, publicationId, part.code, next, written) });
    if (!saved) return refuse('changed_meanwhile');
    await changePublication(ctx.tx, ctx.regionId, publicationId, row.revision, { state: 'UNDER_ARBEID', sent_by: null, sent_at: null });
    return done({ publicationId });
  },
});

/** Lines without those in which nothing stands, and without columns that the list does not have. */
function keptLines(part: Part, lines: readonly Readonly<Record<string, string>>[]): Written['lines'] {
  const list = listOf(part);
  if (list === undefined) return NOTHING.lines;
  const columns = COLUMNS[list];
  return lines.map((line) => Object.fromEntries(columns.map(({ name }) => [name, (line[name] ?? '').trim()]))).filter((line) => columns.some(({ name, type }) => type !== 'choice' && line[name] !== ''));
}

/** With those of the ticked words that stand in it. */
function answered(part: Part, written: Written, ticked: readonly string[]): Written {
  const notNames = namesIn(part, written, new Set()).filter((word) => ticked.includes(word));
  return notNames.length === 0 ? written : { ...written, notNames };
}

function same(a: Written, b: Written): boolean {
  return JSON.stringify([a.text, a.notNames ?? [], a.lines.map((line) => Object.entries(line).toSorted())]) === JSON.stringify([b.text, b.notNames ?? [], b.lines.map((line) => Object.entries(line).toSorted())]);
}

/** A colleague's word on one part. The form's own id: sent twice, it is one. Refusals: bad_input, already_frozen. */
export const commentPart = command({
  name: 'documents.comment',
  schema: z.strictObject({ ...publicationField, commentId: idField(), part: partField, comment: textField(COMMENT) }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, commentId, part: code, comment }, row) => {
    const part = partOf(row.kind, code);
    if (part === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.state === 'FROSSET') return refuse('already_frozen');
    if (comment === '') return refuse('bad_input', { comment: 'missing' });
    // All who write read it, also whoever is left out of a case that it may be about.
    const { text: stop } = stopsIn(part, { text: comment, lines: [] });
    if (stop !== undefined) return refuse('bad_input', { comment: stop });
    await insertComment(ctx.tx, ctx.regionId, publicationId, { comment_id: commentId, part: part.code, written_by: ctx.actor.userId, written_at: ctx.now, resolved_by: null, resolved_at: null, sealed: sealComment(ctx, commentId, comment) });
    return done({ publicationId });
  },
});

/** Somebody has done what a comment asked, or answered it. Once more changes nothing. */
export const resolveComment = command({
  name: 'documents.resolve_comment',
  schema: z.strictObject({ ...publicationField, commentId: idField(), part: lineField(40) }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, commentId }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    await resolveOne(ctx.tx, ctx.regionId, publicationId, commentId, ctx.actor.userId, ctx.now);
    return done({ publicationId });
  },
});
