import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { day } from '../../kernel/time.ts';
import { mayWrite } from '../access.ts';
import { KIND } from '../codes.ts';
import { partOf, type PartCode } from '../plan.ts';
import type { Written } from '../lines.ts';
import { carriedOn } from '../next-year.ts';
import { readHead } from '../publication.ts';
import type { PublicationRow } from '../rows.ts';
import { changePublication, findBefore, findCorrection, holdPublication, insertPart, insertPublication } from '../store.ts';
import { asked, publicationField, revisionField } from './held.ts';
import { sealWritten, writtenParts } from './sealed.ts';

const MONTH = z.string().max(20, 'no_such_month');
const DAY_FIELD = z.string().max(20, 'no_such_day');

/**
 * Begins a report for a period. What was written in the last one of its kind comes along, marked, to be read through. `newId` is the
 * page's: the same form sent twice begins one. Refusals: bad_input.
 */
export const beginPublication = command({
  name: 'documents.begin',
  schema: z.strictObject({ newId: idField(), kind: z.string().max(20, 'not_offered'), lang: z.enum(LANGUAGES).catch('nb'), from: MONTH, to: MONTH, cutOff: DAY_FIELD }),
  facts: async () => ({}),
  access: (actor) => mayWrite(actor),
  run: async (ctx, { newId, kind, lang, from, to, cutOff }) => {
    if (ctx.actor.kind !== 'person' || !KIND.is(kind)) return refuse('bad_input', { kind: 'not_offered' });
    const read = readHead(from, to, cutOff, day(cutOff), ctx.now);
    if (!read.ok) return read;
    const row = newRow(ctx, { publication_id: newId, kind, lang, from_month: read.head.from, to_month: read.head.to, cut_off: read.head.cutOff, version: 1, corrects: null, begun_by: ctx.actor.userId });
    if (!await insertPublication(ctx.tx, ctx.regionId, row)) return done({ publicationId: newId });
    const before = await findBefore(ctx.tx, ctx.regionId, kind, row.from_month);
    if (before !== undefined) await bring(ctx, newId, carriedOn(kind, lang, await writtenParts(ctx, before.publication_id)), true);
    return done({ publicationId: newId });
  },
});

function newRow(ctx: Context, row: Pick<PublicationRow, 'publication_id' | 'kind' | 'lang' | 'from_month' | 'to_month' | 'cut_off' | 'version' | 'corrects' | 'begun_by'>): PublicationRow {
  return { ...row, state: 'UNDER_ARBEID', revision: 1, begun_at: ctx.now, sent_by: null, sent_at: null, approved_by: null, approved_at: null };
}

async function bring(ctx: Context, id: string, parts: ReadonlyMap<PartCode, Written>, carried: boolean): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  for (const [part, written] of parts) {
    await insertPart(ctx.tx, ctx.regionId, id, { part, revision: 1, carried, written_by: ctx.actor.userId, written_at: ctx.now, sealed: sealWritten(ctx, id, part, 1, written) });
  }
}

/** A new version of an approved report, with everything in it; the approved one stays as it is. Asked for twice, it is the same. Refusals: not_frozen. */
export const correctPublication = command({
  name: 'documents.correct',
  schema: z.strictObject({ ...publicationField, newId: idField() }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { newId }, { publication_id: corrects }) => {
    const row = await holdPublication(ctx.tx, ctx.regionId, corrects);
    if (row === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.state !== 'FROSSET') return refuse('not_frozen');
    const already = await findCorrection(ctx.tx, ctx.regionId, corrects);
    if (already !== undefined) return done({ publicationId: already });
    const { kind, lang, from_month, to_month, cut_off } = row;
    if (!await insertPublication(ctx.tx, ctx.regionId, newRow(ctx, { publication_id: newId, kind, lang, from_month, to_month, cut_off, version: row.version + 1, corrects, begun_by: ctx.actor.userId }))) return refuse('changed_meanwhile');
    await bring(ctx, newId, new Map([...await writtenParts(ctx, corrects)].filter(([code]) => partOf(kind, code) !== undefined).map(([code, { written }]) => [code, written])), false);
    return done({ publicationId: newId });
  },
});

/** Another period, or told up to another day. Refusals: already_frozen, changed_meanwhile, bad_input. */
export const setPeriod = command({
  name: 'documents.set_period',
  schema: z.strictObject({ ...publicationField, revision: revisionField, from: MONTH, to: MONTH, cutOff: DAY_FIELD }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, revision, from, to, cutOff }) => {
    const row = await holdPublication(ctx.tx, ctx.regionId, publicationId);
    if (row === undefined) return refuse('not_found');
    if (row.state === 'FROSSET') return refuse('already_frozen');
    const read = readHead(from, to, cutOff, day(cutOff), ctx.now);
    if (!read.ok) return read;
    const { head } = read;
    if (row.from_month === head.from && row.to_month === head.to && row.cut_off === head.cutOff) return done({ publicationId });
    if (row.revision !== revision) return refuse('changed_meanwhile');
    await changePublication(ctx.tx, ctx.regionId, publicationId, revision, { from_month: head.from, to_month: head.to, cut_off: head.cutOff, state: 'UNDER_ARBEID', sent_by: null, sent_at: null });
    return done({ publicationId });
  },
});
