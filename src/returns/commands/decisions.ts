import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import type { Context } from '../../kernel/context.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { mayConfirmDecision, mayEndDecision, mayProposeDecision } from '../access.ts';
import { decisionFault, isInForce, waitsForMore } from '../decision.ts';
import { endDecisionRow, findDecision, insertAllowance, insertDecision } from '../store.ts';
import { allowedSo, answersNow, standingOf } from './allowed.ts';
import { sealWords } from './sealed.ts';

/** Proposed by a coordinator: who may have rows, for what, and for how long. */
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
      decision_id: decisionId, kind: said.kind, receiver: said.receiver, ends_on: endsOn ?? null, proposed_by: ctx.actor.userId, proposed_at: ctx.now, ended_at: null,
      sealed: sealWords(ctx, decisionId, { purpose: said.purpose, approval: said.approval }),
    });
    return done({ decisionId });
  },
});

async function known(ctx: Context, { decisionId }: { readonly decisionId: string }) {
  const row = await findDecision(ctx.tx, ctx.regionId, decisionId);
  return row === undefined ? undefined : { row };
}

/**
 * A leader says yes for each municipality they answer for that has not said it. Refusals: decision_is_settled, another_person_decides; municipalities_decide: for the others
 * another leader answers, or the next one will (decision 0104).
 */
export const confirmDecision = command({
  name: 'returns.confirm_decision',
  schema: z.strictObject({ decisionId: idField() }),
  facts: known,
  access: (actor) => mayConfirmDecision(actor),
  run: async (ctx, { decisionId }, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { userId } = ctx.actor;
    const [allowed, answers, today] = [await allowedSo(ctx), await answersNow(ctx), osloDay(ctx.now)];
    const standing = standingOf(row, allowed);
    const mine = answers.filter((one) => standing.missing.some(({ number }) => number === one.number));
    if (mine.length === 0 && allowed.rows.some((one) => one.decision_id === decisionId && one.allowed_by === userId)) return done({ decisionId });
    if (isInForce(standing.decision, today) || !waitsForMore(standing.decision, today)) return refuse('decision_is_settled');
    if (row.proposed_by === userId) return refuse('another_person_decides');
    if (mine.length === 0) return refuse('municipalities_decide');
    for (const { municipalityId } of mine) await insertAllowance(ctx.tx, ctx.regionId, { decision_id: decisionId, municipality_id: municipalityId, allowed_by: userId, allowed_at: ctx.now });
    return done({ decisionId });
  },
});

/** Whoever made it may end it; nothing can be taken out under it from then on. */
export const endDecision = command({
  name: 'returns.end_decision',
  schema: z.strictObject({ decisionId: idField() }),
  facts: known,
  access: (actor) => mayEndDecision(actor),
  run: async (ctx, { decisionId }, { row }) => {
    if (row.ended_at === null) await endDecisionRow(ctx.tx, ctx.regionId, decisionId, ctx.now);
    return done({ decisionId });
  },
});
