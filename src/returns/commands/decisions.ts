import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import type { Context } from '../../kernel/context.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { mayConfirmDecision, mayLockReturn, mayProposeDecision } from '../access.ts';
import { decisionFault } from '../decision.ts';
import { confirmDecisionRow, endDecisionRow, findDecision, insertDecision } from '../store.ts';
import { sealWords } from './sealed.ts';

/** The first of the two: who may have rows, for what, and for how long. */
export const proposeDecision = command({
  name: 'returns.propose_decision',
  schema: z.strictObject({ decisionId: idField(), kind: z.string().max(20), receiver: z.string().max(20), purpose: textField(1000), approval: lineField(60), endsOn: z.string().max(20) }),
  facts: async () => ({}),
  access: mayProposeDecision,
  run: async (ctx, { decisionId, endsOn: typed, ...said }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const endsOn = day(typed);
    if (typed !== '' && endsOn === undefined) return refuse('bad_input', { endsOn: 'no_such_day' });
    const fault = decisionFault({ ...said, endsOn }, osloDay(ctx.now));
    if (fault !== undefined) return fault;
    await insertDecision(ctx.tx, ctx.regionId, {
      decision_id: decisionId, kind: said.kind, receiver: said.receiver, ends_on: endsOn ?? null, proposed_by: ctx.actor.userId, proposed_at: ctx.now, confirmed_by: null, confirmed_at: null, ended_at: null,
      sealed: sealWords(ctx, decisionId, { purpose: said.purpose, approval: said.approval }),
    });
    return done({ decisionId });
  },
});

async function known(ctx: Context, { decisionId }: { readonly decisionId: string }) {
  const row = await findDecision(ctx.tx, ctx.regionId, decisionId);
  return row === undefined ? undefined : { row };
}

/** The second: a leader, for the controller. */
export const confirmDecision = command({
  name: 'returns.confirm_decision',
  schema: z.strictObject({ decisionId: idField() }),
  facts: known,
  access: (actor) => mayConfirmDecision(actor),
  run: async (ctx, { decisionId }, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.confirmed_by === ctx.actor.userId) return done({ decisionId });
    if (row.confirmed_at !== null || row.ended_at !== null) return refuse('decision_is_settled');
    if (row.proposed_by === ctx.actor.userId) return refuse('another_person_decides');
    return await confirmDecisionRow(ctx.tx, ctx.regionId, decisionId, ctx.actor.userId, ctx.now) ? done({ decisionId }) : refuse('changed_meanwhile');
  },
});

/** Either of the two may end it; nothing can be taken out under it from then on. */
export const endDecision = command({
  name: 'returns.end_decision',
  schema: z.strictObject({ decisionId: idField() }),
  facts: known,
  access: (actor) => mayLockReturn(actor),
  run: async (ctx, { decisionId }, { row }) => {
    if (row.ended_at === null) await endDecisionRow(ctx.tx, ctx.regionId, decisionId, ctx.now);
    return done({ decisionId });
  },
});
