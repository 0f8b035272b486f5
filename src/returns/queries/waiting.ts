import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { osloDay } from '../../kernel/time.ts';
import { makesReturns, mayHandleReturn, mayLockReturn, mayPrepareReturn } from '../access.ts';
import { allowedSo, answersNow, standingOf, stillMissing, withoutAnswer } from '../commands/allowed.ts';
import { judgedBy } from '../commands/asked.ts';
import { waitsForMore } from '../decision.ts';
import { lockFault, notSent, periodOfRow, type ReturnRow } from '../return.ts';
import { periodKey } from '../period.ts';
import { listDecisions, listReturns, listSendings } from '../store.ts';
import type { ReturnLine } from './returns.ts';

type WaitingReturn = Pick<ReturnLine, 'returnId' | 'schemaId' | 'period' | 'version'>;
export type ReturnsWaiting = { readonly toLock: readonly WaitingReturn[]; /** locked, and nobody has written down who got it */ readonly toSend: readonly WaitingReturn[]; /** ids of what somebody else proposed */ readonly decisions: readonly string[]; /** the same that waits for a municipality that has no leader, by their names */ readonly unanswered: readonly { readonly id: string; readonly names: readonly string[] }[] };

/** What waits for this person: as the second of two, and to be sent. By what stands in clear, and nothing of what it says. It is part of «Min dag», and no reading of its own. */
export async function returnsWaiting(ctx: Context): Promise<ReturnsWaiting> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !makesReturns(actor)) return { toLock: [], toSend: [], decisions: [], unanswered: [] };
  const all = await listReturns(ctx.tx, ctx.regionId);
  const rows = all.filter((row) => lockFault(row, actor.userId) === undefined);
  const mine = (await judgedBy(ctx, rows)).filter((facts) => mayLockReturn(actor, facts).allow);
  return { toLock: mine.map(({ row }) => waitingOf(row)), toSend: (await unsent(ctx, all, actor.userId)).map(waitingOf), decisions: await decisionsWaiting(ctx, actor.userId), unanswered: await unanswered(ctx) };
}

function waitingOf(row: ReturnRow): WaitingReturn {
  return { returnId: row.return_id, schemaId: row.schema_id, period: periodKey(periodOfRow(row)), version: row.version };
}

/** For coordinators, and whoever locked it. Not rows that wait for a municipality: its leader is asked, and nobody else can do anything. */
async function unsent(ctx: Context, all: readonly ReturnRow[], by: UserId): Promise<ReturnRow[]> {
  const sent = new Set((await listSendings(ctx.tx, ctx.regionId, undefined)).map((one) => one.return_id));
  const theirs = notSent(all, sent, ctx.now).filter((row) => mayPrepareReturn(ctx.actor).allow || row.confirmed_by === by);
  const found: ReturnRow[] = [];
  for (const facts of await judgedBy(ctx, theirs)) {
    const waits = facts.row.form === 'RADER' && ((await stillMissing(ctx, facts.row.first_month))?.length ?? 0) > 0;
    if (!waits && mayHandleReturn(ctx.actor, facts).allow) found.push(facts.row);
  }
  return found;
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

/** For coordinators, who see that somebody there becomes its leader: decisions that wait for a municipality for which nobody can answer today. */
async function unanswered(ctx: Context): Promise<ReturnsWaiting['unanswered']> {
  if (!mayPrepareReturn(ctx.actor).allow) return [];
  const [allowed, today] = [await allowedSo(ctx), osloDay(ctx.now)];
  const waiting = (await listDecisions(ctx.tx, ctx.regionId)).map((row) => ({ id: row.decision_id, ...standingOf(row, allowed) })).filter(({ decision }) => waitsForMore(decision, today));
  const nobody = waiting.length === 0 ? [] : await withoutAnswer(ctx, allowed.controllers);
  return waiting.flatMap(({ id, missing }) => {
    const names = missing.filter(({ number }) => nobody.some((one) => one.number === number)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ id, names }];
  });
}
