import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { DayCount, PartKind } from '../ledger.ts';

/** One part as the log outside the database tells of it. */
export type ToldPart = {
  readonly report_id: FileId; readonly part: number; readonly channel: string; readonly kind: PartKind; readonly received_at: Instant; readonly fingerprint: Buffer;
};

const TOLD = ['report_id', 'part', 'channel', 'kind', 'received_at', 'fingerprint'] as const;

/** Parts that the log outside has not been told of, oldest first. Whoever else tells the region's log waits until this transaction has ended. */
export async function listUntold(tx: Tx, region: RegionId, most: number): Promise<ToldPart[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger outside ${region}`}, 0))`.execute(tx);
  return tx.selectFrom('app.report_ledger').select(TOLD).where('region_id', '=', region).where('outside_at', 'is', null).orderBy('received_at').limit(most).execute();
}

/** Whether something received before this moment was not told to the log outside. */
export async function untoldSince(tx: Tx, region: RegionId, before: Instant): Promise<boolean> {
  return (await tx.selectFrom('app.report_ledger').select('report_id').where('region_id', '=', region).where('outside_at', 'is', null).where('received_at', '<', before).limit(1).executeTakeFirst()) !== undefined;
}

export async function markTold(tx: Tx, region: RegionId, parts: readonly ToldPart[], at: Instant): Promise<void> {
  await sql`update app.report_ledger l set outside_at = ${at} from unnest(${parts.map((one) => one.report_id)}::uuid[], ${parts.map((one) => one.part)}::smallint[]) as told (report_id, part)
    where l.region_id = ${region} and l.report_id = told.report_id and l.part = told.part`.execute(tx);
}

/** Parts that the log outside was told of since a moment. */
export async function listTold(tx: Tx, region: RegionId, since: Instant): Promise<ToldPart[]> {
  return tx.selectFrom('app.report_ledger').select(TOLD).where('region_id', '=', region).where('outside_at', '>=', since).orderBy('outside_at').execute();
}

/** They are told of once more: the log that knew them is gone. */
export async function untell(tx: Tx, region: RegionId, parts: readonly ToldPart[]): Promise<void> {
  await sql`update app.report_ledger l set outside_at = null from unnest(${parts.map((one) => one.report_id)}::uuid[], ${parts.map((one) => one.part)}::smallint[]) as told (report_id, part)
    where l.region_id = ${region} and l.report_id = told.report_id and l.part = told.part`.execute(tx);
}

/**
 * Which of these parts the database does not know. By report and fingerprint: after a restore the next message gets the number of
 * the lost one, and what is sent again gets its old fingerprint, whatever its number.
 */
export async function listMissing(tx: Tx, region: RegionId, parts: readonly ToldPart[]): Promise<ToldPart[]> {
  const prints = parts.map((one) => one.fingerprint.toString('hex'));
  const found = await sql<{ n: number }>`select told.n::int as n from unnest(${parts.map((one) => one.report_id)}::uuid[], ${prints}::text[]) with ordinality as told (report_id, print, n)
    where not exists (select 1 from app.report_ledger l where l.region_id = ${region} and l.report_id = told.report_id and l.fingerprint = decode(told.print, 'hex')) order by told.n`.execute(tx);
  return found.rows.flatMap(({ n }) => parts[n - 1] ?? []);
}

export async function insertLost(tx: Tx, region: RegionId, lostId: string, lost: ToldPart, at: Instant): Promise<void> {
  await tx.insertInto('app.ledger_lost').values({ region_id: region, lost_id: lostId, ...lost, found_at: at, settled_at: null, settled_by: null, sealed: null })
    .onConflict((c) => c.columns(['region_id', 'report_id', 'fingerprint']).doNothing()).execute();
}

export type LostRow = {
  readonly lost_id: string; readonly report_id: FileId; readonly part: number; readonly channel: string; readonly kind: PartKind; readonly received_at: Instant; readonly found_at: Instant;
  readonly fingerprint: Buffer; readonly settled_at: Instant | null; readonly settled_by: UserId | null; readonly sealed: Buffer | null; /** its report is in the database */ readonly report_here: boolean;
};

/** What a database that was set back lost, oldest first. What came in again since is no longer among it. */
export async function listLost(tx: Tx, region: RegionId, settledSince: Instant): Promise<LostRow[]> {
  const found = await sql<LostRow>`select x.lost_id, x.report_id, x.part::int as part, x.channel, x.kind, x.received_at, x.found_at, x.fingerprint, x.settled_at, x.settled_by, x.sealed,
      exists (select 1 from app.report_ledger f where f.region_id = x.region_id and f.report_id = x.report_id and f.part = 0) as report_here
    from app.ledger_lost x where x.region_id = ${region} and (x.settled_at is null or x.settled_at >= ${settledSince})
      and not exists (select 1 from app.report_ledger l where l.region_id = x.region_id and l.report_id = x.report_id and l.fingerprint = x.fingerprint)
    order by x.received_at, x.lost_id`.execute(tx);
  return found.rows;
}

export async function holdLost(tx: Tx, region: RegionId, lostId: string): Promise<{ readonly lost_id: string; readonly settled_at: Instant | null } | undefined> {
  return tx.selectFrom('app.ledger_lost').select(['lost_id', 'settled_at']).where('region_id', '=', region).where('lost_id', '=', lostId).forUpdate().executeTakeFirst();
}

export async function settleLostRow(tx: Tx, region: RegionId, lostId: string, settled: { by: UserId; at: Instant; sealed: Buffer }): Promise<void> {
  await tx.updateTable('app.ledger_lost').set({ settled_at: settled.at, settled_by: settled.by, sealed: settled.sealed }).where('region_id', '=', region).where('lost_id', '=', lostId).execute();
}

/**
 * What came each day in Oslo since a moment, newest first, without what the asker is left out of. What is on its way counts when
 * it has been opened, or is late: before that nobody knows whom it names, and a count that sinks again would tell.
 * @param token stands for the asker where they are left out
 */
export async function countDays(tx: Tx, region: RegionId, asked: { since: Instant; late: Instant; token: Buffer }): Promise<DayCount[]> {
  const found = await sql<DayCount>`select to_char(l.received_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as day, (count(*) filter (where l.kind = 'report'))::int as reports,
      (count(*) filter (where l.kind <> 'report'))::int as additions, count(l.readable_at)::int as readable, count(l.seen_at)::int as seen, count(l.decided_at)::int as decided
    from app.report_ledger l where l.region_id = ${region} and l.kind <> 'split' and l.received_at >= ${asked.since} and (l.readable_at is not null or l.received_at < ${asked.late})
      and not exists (select 1 from kernel.file_exclusion x where x.region_id = l.region_id and x.file_id = l.report_id and x.token = ${asked.token})
    group by 1 order by 1 desc`.execute(tx);
  return found.rows;
}

/** When and how these reports came. */
export async function listFirstParts(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<{ report_id: FileId; channel: string; received_at: Instant }[]> {
  if (reports.length === 0) return [];
  return tx.selectFrom('app.report_ledger').select(['report_id', 'channel', 'received_at']).where('region_id', '=', region).where('part', '=', 0).where('report_id', 'in', reports).orderBy('received_at').execute();
}
