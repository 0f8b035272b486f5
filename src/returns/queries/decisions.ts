import type { Context } from '../../kernel/context.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import type { Place } from '../../statistics/public.ts';
import { allowedSo, answersNow, standingOf, withoutAnswer, type Allowed, type Answer } from '../commands/allowed.ts';
import { openWords } from '../commands/sealed.ts';
import { isInForce, waitsForMore } from '../decision.ts';
import { listDecisions, type DecisionRow } from '../store.ts';

export type DecisionLine = {
  readonly decisionId: string; readonly kind: string; readonly receiver: string; readonly purpose: string; readonly approval: string; readonly endsOn: Day | null;
  readonly state: 'WAITING' | 'IN_FORCE' | 'OVER'; readonly proposedBy: string;
  /** which municipalities have said yes, through whom and when */
  readonly allowed: readonly { readonly municipality: string; readonly by: string; readonly on: Day }[];
  /** the names of those that have not */
  readonly missing: readonly string[];
  /** of those, the ones for which nobody can say it today (answeredByNobody) */
  readonly nobody: readonly string[];
  /** of those, the ones for which the asker may say it now */
  readonly mayConfirm: readonly string[];
};

type Known = { readonly names: ReadonlyMap<string, string>; readonly allowed: Allowed; readonly answers: readonly Answer[]; readonly nobody: readonly Place[] };

/** What colleagues are called, by their id. */
export async function namesOf(ctx: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await listColleagues(ctx)).map((one) => [one.userId, one.name]));
}

export async function decisionLines(ctx: Context): Promise<DecisionLine[]> {
  const allowed = await allowedSo(ctx);
  const known = { names: await namesOf(ctx), allowed, answers: await answersNow(ctx), nobody: await withoutAnswer(ctx, allowed.controllers) };
  return (await listDecisions(ctx.tx, ctx.regionId)).map((row) => decisionLine(ctx, row, known));
}

function decisionLine(ctx: Context, row: DecisionRow, { names, allowed, answers, nobody }: Known): DecisionLine {
  const { decision, missing, given } = standingOf(row, allowed);
  const today = osloDay(ctx.now);
  const waits = waitsForMore(decision, today);
  const mine = waits && ctx.actor.kind === 'person' && row.proposed_by !== ctx.actor.userId ? missing.filter(({ number }) => answers.some((one) => one.number === number)) : [];
  const nameOf = (id: string): string => allowed.members.find((one) => one.municipality_id === id)?.name ?? '';
  return {
    decisionId: row.decision_id, kind: row.kind, receiver: row.receiver, ...openWords(ctx, row), endsOn: row.ends_on, state: isInForce(decision, today) ? 'IN_FORCE' : waits ? 'WAITING' : 'OVER', proposedBy: names.get(row.proposed_by) ?? '',
    allowed: given.map((one) => ({ municipality: nameOf(one.municipality_id), by: names.get(one.allowed_by) ?? '', on: osloDay(one.allowed_at) })), missing: namesIn(missing), nobody: namesIn(missing.filter(({ number }) => nobody.some((one) => one.number === number))), mayConfirm: namesIn(mine),
  };
}

const namesIn = (places: readonly Place[]): string[] => places.map(({ name }) => name);
