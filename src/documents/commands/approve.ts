import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { mayWrite } from '../access.ts';
import { FORMAT } from '../codes.ts';
import { decideApproval, lacks } from '../publication.ts';
import { changePublication, holdPublication, insertOutput } from '../store.ts';
import { barredFrom } from './approvers.ts';
import { composeNow, hashOf, settleYears } from './composed.ts';
import { knownWords } from './known.ts';
import { filledFor } from './work.ts';
import { asked, publicationField, revisionField } from './held.ts';
import { sealContent, writtenParts } from './sealed.ts';

/** Says that it is ready for somebody else to approve, and has its years counted, so that they read what they approve. Refusals: already_frozen, not_ready (what is missing stands on the page), changed_since_read. */
export const sendForApproval = command({
  name: 'documents.send',
  schema: z.strictObject({ ...publicationField, revision: revisionField }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, revision }) => {
    const row = await holdPublication(ctx.tx, ctx.regionId, publicationId);
    if (row === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.state === 'FROSSET') return refuse('already_frozen');
    if (row.state === 'TIL_GODKJENNING') return done({ publicationId });
    if (row.revision !== revision) return refuse('changed_since_read');
    const parts = await writtenParts(ctx, publicationId);
    if (lacks(row.kind, parts, row.cut_off, await knownWords(ctx), await filledFor(ctx, row, parts)).length > 0) return refuse('not_ready');
    await settleYears(ctx, row);
    await changePublication(ctx.tx, ctx.regionId, publicationId, revision, { state: 'TIL_GODKJENNING', sent_by: ctx.actor.userId, sent_at: ctx.now });
    return done({ publicationId });
  },
});

/**
 * Approves the revision that this person has read, and freezes it: what it says is composed here and now, sealed, and set into files by
 * the worker. `said`: the hash of what they read, since numbers that fill themselves have no revision. Refusals: already_frozen, not_sent,
 * not_ready, another_person_approves, changed_since_read.
 */
export const approvePublication = command({
  name: 'documents.approve',
  schema: z.strictObject({ ...publicationField, revision: revisionField, said: lineField(64) }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, revision, said }) => {
    const row = await holdPublication(ctx.tx, ctx.regionId, publicationId);
    if (row === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.state === 'FROSSET' && row.approved_by === ctx.actor.userId) return done({ publicationId });
    const parts = await writtenParts(ctx, publicationId);
    const fault = decideApproval(row.state, lacks(row.kind, parts, row.cut_off, await knownWords(ctx), await filledFor(ctx, row, parts)), await barredFrom(ctx, publicationId), ctx.actor.userId);
    if (fault !== undefined) return fault;
    if (row.revision !== revision) return refuse('changed_since_read');
    const approved = { approved_by: ctx.actor.userId, approved_at: ctx.now };
    const content = await composeNow(ctx, row, parts, { edition: 'YTRE', approved, counts: true });
    if (hashOf(content) !== said) return refuse('changed_since_read');
    await changePublication(ctx.tx, ctx.regionId, publicationId, revision, { state: 'FROSSET', ...approved });
    for (const format of FORMAT.codes) {
      const outputId = ctx.chance.uuid();
      await insertOutput(ctx.tx, ctx.regionId, { output_id: outputId, publication_id: publicationId, edition: 'YTRE', format, kept: true, asked_by: ctx.actor.userId, asked_at: ctx.now, made_at: null, tries: 0, fault: null }, sealContent(ctx, outputId, { content, files: [] }));
    }
    return done({ publicationId });
  },
});
