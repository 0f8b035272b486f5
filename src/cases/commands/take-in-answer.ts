import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { findIntakePair } from '../../kernel/intake-keys.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { openEnvelope } from '../../kernel/sealing/intake.ts';
import { addMs, HOUR } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { expertAnswer, type ExpertAnswer } from '../../reports/public.ts';
import { decideExpertAnswered } from '../steps/expert.ts';
import { CASE_FILE } from '../file.ts';
import { deleteAnswer, findAnswer, markAnswerUnreadable, type AnswerRow } from '../store/expert.ts';

/**
 * Takes an answer into its case: the same schema again (whoever sent it is not trusted), sealed anew under the case's own key, and the
 * envelope deleted, in one transaction. What cannot be opened stays, and turns health red.
 */
export const takeInAnswer = command({
  name: 'cases.take_in_answer',
  schema: z.strictObject({ envelopeId: idField() }),
  facts: async (ctx: Context, { envelopeId }) => ({ waiting: await findAnswer(ctx.tx, ctx.regionId, envelopeId) }),
  access: (actor, { waiting }) => (actor.kind === 'system' && actor.task === 'open_envelope' ? allow('system', waiting.map((row) => row.case_id)) : deny('only_system')),
  run: async (ctx: Context, _input, { waiting }) => {
    let taken = 0;
    for (const row of waiting) {
      const content = await contentOf(ctx, row);
      if (content === undefined) {
        const attempts = (row.attempts ?? 0) + 1;
        await markAnswerUnreadable(ctx.tx, ctx.regionId, row.envelope_id, { code: 'cannot_open', attempts, next: addMs(ctx.now, HOUR) });
        continue;
      }
      await changeFile(ctx, CASE_FILE, row.case_id, (state) => decideExpertAnswered(state, { ...content, askId: row.ask_id, disclosureId: row.envelope_id, receivedAt: row.received_at }));
      await deleteAnswer(ctx.tx, ctx.regionId, row.envelope_id);
      taken += 1;
    }
    return done({ taken, unreadable: waiting.length - taken });
  },
});

async function contentOf(ctx: Context, { ask_id: draft, key_version: keyVersion, sealed }: AnswerRow): Promise<ExpertAnswer | undefined> {
  try {
    const pair = await findIntakePair(ctx, keyVersion);
    if (pair === undefined) return undefined;
    return expertAnswer.parse(JSON.parse((await openEnvelope(pair, sealed, { region: ctx.regionId, draft, part: 'answer', keyVersion })).toString('utf8')));
  } catch {
    return undefined; // the code is kept on the envelope; a message could quote what somebody wrote
  }
}
