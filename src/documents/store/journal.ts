import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { isShut } from '../../reports/public.ts';

/** One part of what came in, in clear: a report, or a message or a file that belongs to one. `came_at`: when it was said or sent. */
export type CameRow = { readonly report_id: FileId; readonly part: number; readonly kind: 'report' | 'message' | 'file'; readonly reference: string; readonly case_reference: string | null; readonly consultation: boolean; /** by which way it came; FROM_REGION: another region of this system sent it */ readonly channel: string; readonly came_at: Instant; readonly registered_at: Instant };

export type Asking = { readonly owner: MunicipalityId | null; readonly from: Instant; readonly until: Instant; readonly userId: UserId; readonly token: Buffer };

/** Reports that are a municipality's: its case's, else its own. Without those that whoever asks is left out of, and those of cases that only others are named for: what such a report was divided from, too. */
function theirs(region: RegionId, { owner, userId, token }: Asking) {
  return sql`from app.report r
    left join lateral (select c.file_id, c.reference, c.owner_municipality_id from app.case_report h join app.case_file c on c.region_id = h.region_id and c.file_id = h.file_id
      where h.region_id = r.region_id and h.report_id = r.file_id order by c.opened_at, c.file_id limit 1) c on true
    where r.region_id = ${region} and case when c.file_id is null then r.owner_municipality_id else c.owner_municipality_id end is not distinct from ${owner}::uuid
      and not ${isShut(userId)}
      and not exists (select 1 from kernel.file_exclusion x where x.region_id = r.region_id and x.file_id in (r.file_id, c.file_id) and x.token = ${token})`;
}

/** Every report whose own journal may tell of something that went out: by id, with its reference and that of its case. */
export async function listJournalReports(tx: Tx, region: RegionId, asking: Asking): Promise<{ readonly file_id: FileId; readonly reference: string; readonly case_reference: string | null }[]> {
  const found = await sql<{ file_id: FileId; reference: string; case_reference: string | null }>`select r.file_id, r.reference, c.reference as case_reference ${theirs(region, asking)}`.execute(tx);
  return found.rows;
}

/** What was registered as received in the period. */
export async function listCame(tx: Tx, region: RegionId, asking: Asking): Promise<CameRow[]> {
  const found = await sql<CameRow>`select l.report_id, l.part, l.kind, l.channel, t.reference, t.case_reference, t.consultation,
      case when l.part = 0 then t.received_at else l.received_at end as came_at, case when l.part = 0 then t.registered_at else l.received_at end as registered_at
    from (select r.region_id, r.file_id, r.reference, c.reference as case_reference, r.consultation, r.received_at, r.registered_at ${theirs(region, asking)}) t
    join app.report_ledger l on l.region_id = t.region_id and l.report_id = t.file_id and l.kind <> 'split'
    where case when l.part = 0 then t.registered_at else l.received_at end >= ${asking.from} and case when l.part = 0 then t.registered_at else l.received_at end < ${asking.until}`.execute(tx);
  return found.rows;
}

/** Returns that somebody wrote down as sent in the period. */
export async function listSentReturns(tx: Tx, region: RegionId, { from, until }: Pick<Asking, 'from' | 'until'>) {
  return tx.selectFrom('app.return_sending as s').innerJoin('app.return_version as v', (join) => join.onRef('v.region_id', '=', 's.region_id').onRef('v.return_id', '=', 's.return_id'))
    .select(['s.sending_id', 's.receiver', 's.sent_on', 's.recorded_at', 'v.schema_id', 'v.form', 'v.first_month', 'v.last_month', 'v.version'])
    .where('s.region_id', '=', region).where('s.recorded_at', '>=', from).where('s.recorded_at', '<', until).orderBy('s.recorded_at').execute();
}

/** Reports about the work that were approved in the period. */
export async function listApproved(tx: Tx, region: RegionId, { from, until }: Pick<Asking, 'from' | 'until'>): Promise<{ readonly kind: 'R1' | 'R10' | 'R11'; readonly from_month: string; readonly to_month: string; readonly cut_off: Day; readonly version: number; readonly approved_at: Instant | null }[]> {
  return tx.selectFrom('app.publication').select(['kind', 'from_month', 'to_month', 'cut_off', 'version', 'approved_at']).where('region_id', '=', region).where('approved_at', '>=', from).where('approved_at', '<', until).execute();
}
