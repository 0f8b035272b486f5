import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { RegionId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { addMs } from '../../kernel/time.ts';
import { CannotTypeset, typesetter } from '../../kernel/typesetting/typesetter.ts';
import { maySeeInternal } from '../../statistics/public.ts';
import { mayMake, mayWrite } from '../access.ts';
import { EDITION, FORMAT, type Format } from '../codes.ts';
import type { Content } from '../content.ts';
import { withUnresolved } from '../compose.ts';
import { docxOf } from '../docx.ts';
import { REPORT_LAYOUT, sheetOf } from '../layout.ts';
import { reportTexts } from '../texts/report.ts';
import { LIES_FOR_MS } from '../rows.ts';
import { deleteOutputsBefore, hasOld, insertOutput, isWaiting, listComments, saveMade, takeWaiting } from '../store.ts';
import { composeNow } from './composed.ts';
import { asked, publicationField } from './held.ts';
import { openContent, sealContent, sealFile, writtenParts } from './sealed.ts';

const MOST_TRIES = 3;
const TASK = 'make_documents';

/**
 * Asks for a file of the report as it stands now: theirs alone, and gone after a day. What it says is composed here, with this person's
 * rights; the internal edition is a reading of R2, and is noted so for each case in it. `newId` is the form's. Refusals: bad_input.
 */
export const askForFile = command({
  name: 'documents.ask_file',
  schema: z.strictObject({ ...publicationField, newId: idField(), edition: z.string().max(20, 'not_offered'), format: z.string().max(20, 'not_offered') }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, newId, edition, format }, row) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (!EDITION.is(edition)) return refuse('bad_input', { edition: 'not_offered' });
    if (!FORMAT.is(format)) return refuse('bad_input', { format: 'not_offered' });
    if (edition === 'INTERN' && !maySeeInternal(ctx.actor).allow) return refuse('bad_input', { edition: 'not_offered' });
    if (row.state === 'FROSSET' && edition === 'YTRE') return done({ publicationId }); // its files were made when it was approved, and are never made again
    const said = await composeNow(ctx, row, await writtenParts(ctx, publicationId), { edition, counts: false });
    const open = row.state === 'FROSSET' ? [] : (await listComments(ctx.tx, ctx.regionId, publicationId)).filter((one) => one.resolved_by === null).map(({ part }) => part);
    const content = withUnresolved(said, open, { lang: row.lang, period: { from: row.from_month, to: row.to_month } });
    const files = edition === 'INTERN' ? [...ctx.touched.keys()] : [];
    await insertOutput(ctx.tx, ctx.regionId, { output_id: newId, publication_id: publicationId, edition, format, kept: false, asked_by: ctx.actor.userId, asked_at: ctx.now, made_at: null, tries: 0, fault: null }, sealContent(ctx, newId, { content, files }));
    return done({ publicationId });
  },
});

/**
 * Sets the oldest file that waits. It is all one transaction: a worker that is killed has done nothing, and the next one finds it waiting.
 * One that cannot be set is tried three times, and then says so.
 */
export const makeFile = command({
  name: 'documents.make_file',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => mayMake(actor),
  run: async (ctx: Context) => {
    const row = await takeWaiting(ctx.tx, ctx.regionId);
    if (row === undefined) return done({ made: false });
    const { content } = openContent(ctx, row.output_id, row.sealed_content);
    const bytes = await bytesOf(content, row.format);
    if (bytes === undefined) await saveMade(ctx.tx, ctx.regionId, row.output_id, { tries: row.tries + 1, fault: row.tries + 1 < MOST_TRIES ? null : 'cannot_typeset' });
    else await saveMade(ctx.tx, ctx.regionId, row.output_id, { made_at: ctx.now, sealed_file: sealFile(ctx, row.output_id, bytes) });
    return done({ made: true });
  },
});

async function bytesOf(content: Content, format: Format): Promise<Buffer | undefined> {
  if (format === 'docx') return docxOf(content);
  try {
    return await typesetter().typeset({ source: REPORT_LAYOUT, data: JSON.stringify(sheetOf(content, reportTexts[content.lang])), standard: 'ua-1' });
  } catch (error) {
    if (error instanceof CannotTypeset) return undefined;
    throw error;
  }
}

/** Takes away what has lain for a day; what was approved stays. Answers how many went. */
export const sweepFiles = command({
  name: 'documents.sweep_files',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => mayMake(actor),
  run: async (ctx) => done({ removed: await deleteOutputsBefore(ctx.tx, ctx.regionId, addMs(ctx.now, -LIES_FOR_MS)) }),
});

/** The round that makes what waits, one after the other, and ends when nothing waits or another worker has the rest in hand. */
export async function makeDocuments(door: Door, region: RegionId): Promise<void> {
  const waits = () => door.unaudited(region, TASK, (ctx) => isWaiting(ctx.tx, region));
  while (await waits()) {
    const outcome = await door.enter(makeFile, { kind: 'system', regionId: region, task: TASK }, {});
    if (!outcome.ok || !outcome.value.made) return;
  }
}

export async function sweepDocuments(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, TASK, (ctx) => hasOld(ctx.tx, region, addMs(ctx.now, -LIES_FOR_MS)));
  if (due) await door.enter(sweepFiles, { kind: 'system', regionId: region, task: TASK }, {});
}
