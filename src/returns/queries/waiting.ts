import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { osloDay } from '../../kernel/time.ts';
import { makesReturns, mayLockReturn } from '../access.ts';
import { allowedSo, answersNow, standingOf } from '../commands/allowed.ts';
import { judgedBy } from '../commands/asked.ts';
import { waitsForMore } from '../decision.ts';
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
  const mine = (await judgedBy(ctx, rows)).filter((facts) => mayLockReturn(actor, facts).allow);
  return {
    returns: mine.map(({ row }) => ({ returnId: row.return_id, schemaId: row.schema_id, period: periodKey(periodOfRow(row)), version: row.version })),
    decisions: await decisionsWaiting(ctx, actor.userId),
  };
}

/** For a leader: those to which a municipality that they answer for has not said yes. */
async function decisionsWaiting(ctx: Context, by: UserId): Promise<string[]> {
  const [answers, today] = [await answersNow(ctx), osloDay(ctx.now)];
  if (answers.length === 0) return [];
  const allowed = await allowedSo(ctx);
  return (await listDecisions(ctx.tx, ctx.regionId)).filter((row) => row.proposed_by !== by).filter((row) => {
    const { decision, missing } = standingOf(row, allowed);
    return waitsForMore(decision, today) && missing.some(({ number }) => answers.some((one) => one.number === number));
  }).map((row) => row.decision_id);
}
