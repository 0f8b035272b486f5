import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { isFresh, listColleagues } from '../../staff/public.ts';
import { maySeeInternal } from '../../statistics/public.ts';
import { mayFetch, mayRead, mayWrite } from '../access.ts';
import type { Format } from '../codes.ts';
import { composeNow, hashOf } from '../commands/composed.ts';
import { asked, publicationField } from '../commands/held.ts';
import { knownWords } from '../commands/known.ts';
import { filledFor, workFor } from '../commands/work.ts';
import { openComment, openContent, openFileOf, writtenParts } from '../commands/sealed.ts';
import type { Content } from '../content.ts';
import { knownLines } from '../known-lines.ts';
import type { Typed } from '../lines.ts';
import { isWritten, partOf, planOf, type Part, type PartCode } from '../plan.ts';
import { spellingsIn, type Spelling } from '../placeholders.ts';
import { namesIn } from '../naming.ts';
import { lacks, lastWriters, NOTHING, type Lack, type WrittenPart, type WrittenParts } from '../publication.ts';
import { isGone, type OutputRow, type PublicationRow } from '../rows.ts';
import { listWriting } from '../store/writing.ts';
import { findCorrection, findFrozen, findOutput, getSealed, listComments, listOutputs, listWaiting } from '../store.ts';

export type Comment = { readonly commentId: string; readonly part: PartCode; readonly by: string; readonly at: Instant; readonly text: string; readonly resolvedBy: string | undefined };
export type PartLine = { readonly part: Part; readonly written: WrittenPart | undefined };
export type Spelled = Spelling & { readonly part: PartCode };

/** What those who write see beside the report. */
export type Workshop = {
  /** parts in which something stands although nobody has written there */
  readonly filled: ReadonlySet<PartCode>;
  readonly parts: readonly PartLine[]; readonly lacks: readonly Lack[]; readonly spellings: readonly Spelled[]; readonly comments: readonly Comment[];
  /** somebody else has to approve what this person wrote last */
  readonly wroteLast: boolean; readonly correction: string | undefined; readonly mayInternal: boolean;
};

export type OpenPublication = {
  readonly row: PublicationRow; readonly content: Content; /** the hash of it, which its approver sends back */ readonly said: string; readonly names: Readonly<Record<string, string>>; readonly outputs: readonly OutputRow[]; /** of each file that waits: how many are made before it */ readonly ahead: ReadonlyMap<string, number>; readonly workshop: Workshop | undefined; /** an internal edition is fetched after a sign-in of a moment ago */ readonly fresh: boolean; readonly newId: string; readonly now: Instant;
};

async function namesOf(ctx: Context): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await listColleagues(ctx)).map(({ userId, name }): [string, string] => [userId, name]));
}

async function commentsOf(ctx: Context, id: string, names: Readonly<Record<string, string>>): Promise<Comment[]> {
  return (await listComments(ctx.tx, ctx.regionId, id)).map((row) => ({
    commentId: row.comment_id, part: row.part, by: names[row.written_by] ?? '', at: row.written_at, text: openComment(ctx, row), resolvedBy: row.resolved_by === null ? undefined : names[row.resolved_by] ?? '',
  }));
}

async function workshopOf(ctx: Context, row: PublicationRow, parts: WrittenParts, names: Readonly<Record<string, string>>): Promise<Workshop> {
  const written = planOf(row.kind).filter(isWritten).map((part) => ({ part, written: parts.get(part.code) }));
  const filled = await filledFor(ctx, row, parts);
  return {
    parts: written, lacks: lacks(row.kind, parts, row.cut_off, await knownWords(ctx), filled), filled, comments: await commentsOf(ctx, row.publication_id, names),
    spellings: written.flatMap(({ part, written: one }) => spellingsIn([one?.written.text ?? '', ...(one?.written.lines ?? []).flatMap((line) => Object.values(line))].join('\n')).map((found) => ({ ...found, part: part.code }))),
    wroteLast: ctx.actor.kind === 'person' && lastWriters([...parts.values()]).includes(ctx.actor.userId), correction: await findCorrection(ctx.tx, ctx.regionId, row.publication_id), mayInternal: maySeeInternal(ctx.actor).allow,
  };
}

/** A report: what it says by now, or as it was approved; and for those who write, where it stands and what it lacks. */
export const openPublication = query({
  name: 'documents.open',
  schema: z.strictObject(publicationField),
  facts: asked,
  access: (actor, row) => mayRead(actor, row),
  run: async (ctx, { publicationId }, row) => {
    const names = await namesOf(ctx);
    const writes = mayWrite(ctx.actor).allow;
    const parts = await writtenParts(ctx, publicationId);
    const frozen = row.state === 'FROSSET' ? await findFrozen(ctx.tx, ctx.regionId, publicationId) : undefined;
    const content = frozen === undefined ? await composeNow(ctx, row, parts, { edition: 'YTRE', counts: row.state === 'TIL_GODKJENNING' }) : openContent(ctx, frozen.output_id, frozen.sealed_content).content;
    const outputs = (await listOutputs(ctx.tx, ctx.regionId, publicationId)).filter((one) => !isGone(one, ctx.now) && mayFetch(ctx.actor, { state: row.state, edition: one.edition, kept: one.kept, askedBy: one.asked_by }).allow);
    const waiting = outputs.some((one) => one.made_at === null && one.fault === null) ? await listWaiting(ctx.tx, ctx.regionId) : [];
    return done<OpenPublication>({ row, content, said: hashOf(content), names, outputs, ahead: new Map(waiting.map((id, at) => [id, at])), workshop: writes ? await workshopOf(ctx, row, parts, names) : undefined, fresh: isFreshNow(ctx), newId: ctx.chance.uuid(), now: ctx.now });
  },
});

function isFreshNow({ actor, now }: Context): boolean {
  return actor.kind === 'person' && isFresh(actor, now);
}

export type OpenPart = { readonly row: PublicationRow; readonly part: Part; readonly written: WrittenPart['written']; /** lines that the product knows, to be read and not to be saved */ readonly known: readonly Typed[]; readonly revision: number; readonly carried: boolean; readonly by: string | undefined; readonly at: Instant | undefined; readonly comments: readonly Comment[]; /** words that may be names, to be answered for */ readonly words: readonly string[]; /** who else writes in it now */ readonly writing: readonly string[]; readonly newId: string; readonly now: Instant };

/** One part, to be written in. Refusals: not_found for a part that the report does not have. */
export const openPart = query({
  name: 'documents.part',
  schema: z.strictObject({ ...publicationField, part: z.string().max(40) }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, part: code }, row) => {
    const part = partOf(row.kind, code);
    if (part === undefined || !isWritten(part)) return refuse('not_found');
    const names = await namesOf(ctx);
    const parts = await writtenParts(ctx, publicationId);
    const one = parts.get(part.code);
    const known = row.state === 'FROSSET' ? [] : knownLines(part, { kind: row.kind, lang: row.lang, parts, work: await workFor(ctx, row) });
    const comments = (await commentsOf(ctx, publicationId, names)).filter((comment) => comment.part === part.code);
    const words = one === undefined || row.state === 'FROSSET' ? [] : namesIn(part, one.written, await knownWords(ctx));
    const writing = ctx.actor.kind === 'person' ? await listWriting(ctx.tx, ctx.regionId, publicationId, part.code, ctx.actor.userId, ctx.now) : [];
    return done<OpenPart>({ row, part, known, words, writing: writing.map((id) => names[id] ?? '').filter((name) => name !== ''), written: one?.written ?? NOTHING, revision: one?.revision ?? 0, carried: one?.carried ?? false, by: one === undefined ? undefined : names[one.by] ?? '', at: one?.at, comments, newId: ctx.chance.uuid(), now: ctx.now });
  },
});

const TYPES: Readonly<Record<Format, string>> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

export type FileOut = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** A file that is made, opened whole. An internal edition is read anew: each case in it is noted once more, and it asks for a sign-in of a moment ago. Refusals: not_made_yet, sign_in_again. */
export const publicationFile = query({
  name: 'documents.file',
  schema: z.strictObject({ outputId: idField() }),
  facts: async (ctx: Context, { outputId }) => {
    const row = await findOutput(ctx.tx, ctx.regionId, outputId);
    return row === undefined || isGone(row, ctx.now) ? undefined : row;
  },
  access: (actor, row) => mayFetch(actor, { state: row.state, edition: row.edition, kept: row.kept, askedBy: row.asked_by }),
  run: async (ctx, { outputId }, row) => {
    const sealed = await getSealed(ctx.tx, ctx.regionId, outputId);
    if (sealed.sealed_file === null) return refuse('not_made_yet');
    if (row.edition === 'INTERN' && !isFreshNow(ctx)) return refuse('sign_in_again');
    const { files } = openContent(ctx, outputId, sealed.sealed_content);
    for (const file of files) ctx.touched.set(asId<'file'>(file), { seq: 0, mac: '' });
    return done<FileOut>({ name: `rapport.${row.format}`, type: TYPES[row.format], bytes: openFileOf(ctx, outputId, sealed.sealed_file) });
  },
});
