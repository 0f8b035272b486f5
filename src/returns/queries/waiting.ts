import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import { makesReturns, mayConfirmDecision } from '../access.ts';
import { waitsForSecond } from '../decision.ts';
import { lockFault, periodOfRow } from '../return.ts';
import { periodKey } from '../period.ts';
import { listDecisions, listReturns } from '../store.ts';
import type { ReturnLine } from './returns.ts';

export type ReturnsWaiting = { readonly returns: readonly Pick<ReturnLine, 'returnId' | 'schemaId' | 'period' | 'version'>[]; /** ids of what somebody else proposed */ readonly decisions: readonly string[] };

/** What waits for this person as the second of two: by what stands in clear, and nothing of what it says. It is part of «Min dag», and no reading of its own. */
export async function returnsWaiting(ctx: Context): Promise<ReturnsWaiting> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !makesReturns(actor)) return { returns: [], decisions: [] };
  const rows = (await listReturns(ctx.tx, ctx.regionId)).filter((row) => lockFault(row, actor.userId) === undefined);
  const today = osloDay(ctx.now);
  const proposed = mayConfirmDecision(actor).allow ? await listDecisions(ctx.tx, ctx.regionId) : [];
  return {
    returns: rows.map((row) => ({ returnId: row.return_id, schemaId: row.schema_id, period: periodKey(periodOfRow(row)), version: row.version })),
    decisions: proposed.filter((row) => row.proposed_by !== actor.userId && waitsForSecond({ confirmedAt: row.confirmed_at, endedAt: row.ended_at, endsOn: row.ends_on }, today)).map((row) => row.decision_id),
  };
}
