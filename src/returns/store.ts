import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { ReturnRow } from './return.ts';

const COLUMNS = ['return_id', 'schema_id', 'edition', 'form', 'first_month', 'last_month', 'version', 'prepared_by', 'prepared_at', 'confirmed_by', 'confirmed_at', 'withdrawn_at'] as const;

/** Newest period first, and of each the newest version; without what is sealed. */
export async function listReturns(tx: Tx, region: RegionId): Promise<ReturnRow[]> {
  return tx.selectFrom('app.return_version').select(COLUMNS).where('region_id', '=', region).orderBy('last_month', 'desc').orderBy('version', 'desc').orderBy('prepared_at', 'desc').execute();
}

export type SealedReturn = ReturnRow & { readonly sealed: Buffer };

export async function findReturn(tx: Tx, region: RegionId, returnId: string): Promise<SealedReturn | undefined> {
  return tx.selectFrom('app.return_version').select([...COLUMNS, 'sealed']).where('region_id', '=', region).where('return_id', '=', returnId).executeTakeFirst();
}

export async function insertReturn(tx: Tx, region: RegionId, row: SealedReturn): Promise<void> {
  await tx.insertInto('app.return_version').values({ region_id: region, ...row }).execute();
}

/** Two who prepare at once: whoever comes second sees what the first one made. */
export async function lockReturns(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`returns ${region}`}, 0))`.execute(tx);
}

/** Answers whether it was still waiting. */
export async function confirmReturnRow(tx: Tx, region: RegionId, returnId: string, by: UserId, at: Instant): Promise<boolean> {
  const done = await tx.updateTable('app.return_version').set({ confirmed_by: by, confirmed_at: at }).where('region_id', '=', region).where('return_id', '=', returnId)
    .where('confirmed_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** `wasLocked`: as it stood when that was judged. Answers whether it still did. */
export async function withdrawReturnRow(tx: Tx, region: RegionId, returnId: string, wasLocked: boolean, at: Instant): Promise<boolean> {
  const done = await tx.updateTable('app.return_version').set({ withdrawn_at: at }).where('region_id', '=', region).where('return_id', '=', returnId)
    .where('confirmed_at', wasLocked ? 'is not' : 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type SendingRow = { readonly sending_id: string; readonly return_id: string; readonly receiver: string; readonly sent_on: Day; readonly decision_id: string | null; readonly recorded_by: UserId; readonly recorded_at: Instant };

/** Of one return, or of all. */
export async function listSendings(tx: Tx, region: RegionId, returnId: string | undefined): Promise<SendingRow[]> {
  const all = tx.selectFrom('app.return_sending').select(['sending_id', 'return_id', 'receiver', 'sent_on', 'decision_id', 'recorded_by', 'recorded_at']).where('region_id', '=', region);
  return (returnId === undefined ? all : all.where('return_id', '=', returnId)).orderBy('sent_on').orderBy('recorded_at').execute();
}

/** The same form twice is one row. */
export async function insertSending(tx: Tx, region: RegionId, row: SendingRow): Promise<void> {
  await tx.insertInto('app.return_sending').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).execute();
}

export type DecisionRow = {
  readonly decision_id: string; readonly kind: string; readonly receiver: string; readonly ends_on: Day | null; readonly proposed_by: UserId; readonly proposed_at: Instant;
  readonly ended_at: Instant | null; readonly sealed: Buffer;
};
const DECISION = ['decision_id', 'kind', 'receiver', 'ends_on', 'proposed_by', 'proposed_at', 'ended_at', 'sealed'] as const;

/** Newest first. */
export async function listDecisions(tx: Tx, region: RegionId): Promise<DecisionRow[]> {
  return tx.selectFrom('app.return_decision').select(DECISION).where('region_id', '=', region).orderBy('proposed_at', 'desc').orderBy('decision_id').execute();
}

export async function findDecision(tx: Tx, region: RegionId, decisionId: string): Promise<DecisionRow | undefined> {
  return tx.selectFrom('app.return_decision').select(DECISION).where('region_id', '=', region).where('decision_id', '=', decisionId).executeTakeFirst();
}

export async function insertDecision(tx: Tx, region: RegionId, row: DecisionRow): Promise<void> {
  await tx.insertInto('app.return_decision').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).execute();
}

export type AllowanceRow = { readonly decision_id: string; readonly municipality_id: MunicipalityId; readonly allowed_by: UserId; readonly allowed_at: Instant };

/** Which municipalities have said yes to which decision, the first one first. */
export async function listAllowances(tx: Tx, region: RegionId): Promise<AllowanceRow[]> {
  return tx.selectFrom('app.return_allowance').select(['decision_id', 'municipality_id', 'allowed_by', 'allowed_at']).where('region_id', '=', region).orderBy('allowed_at').orderBy('municipality_id').execute();
}

/** Whoever came first has said it. */
export async function insertAllowance(tx: Tx, region: RegionId, row: AllowanceRow): Promise<void> {
  await tx.insertInto('app.return_allowance').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).execute();
}

export async function endDecisionRow(tx: Tx, region: RegionId, decisionId: string, at: Instant): Promise<boolean> {
  const done = await tx.updateTable('app.return_decision').set({ ended_at: at }).where('region_id', '=', region).where('decision_id', '=', decisionId).where('ended_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
