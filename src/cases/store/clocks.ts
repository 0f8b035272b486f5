import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Writer } from '../../kernel/journal/event.ts';
import type { Instant } from '../../kernel/time.ts';
import { deadlines } from '../clocks.ts';
import type { DueClock } from '../projection.ts';
import { LED_STATUSES } from '../status.ts';

/** Open ones, and closed ones in which a deadline runs: of restricted use, or a transfer that nobody has confirmed. */
const counted = sql<boolean>`(closed_at is null or restricted or next_due_at is not null)`;

/** Cases whose deadlines were counted by older settings, locked for this transaction; those that somebody writes in are left out. */
export async function lockBehind(tx: Tx, region: RegionId, version: number, limit: number): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where(counted).where('clocks_version', '<', version)
    .limit(limit).forUpdate().skipLocked().execute();
  return rows.map((row) => row.file_id);
}

/** Whether such a case's deadlines were counted by older settings. */
export async function isBehind(tx: Tx, region: RegionId, fileId: FileId, version: number): Promise<boolean> {
  const row = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where('file_id', '=', fileId)
    .where(counted).where('clocks_version', '<', version).executeTakeFirst();
  return row !== undefined;
}

export async function saveClocks(tx: Tx, region: RegionId, fileId: FileId, clocks: readonly DueClock[], version: number): Promise<void> {
  await tx.updateTable('app.case_file').set({ clocks: JSON.stringify(clocks), next_due_at: deadlines(clocks)[0]?.due ?? null, clocks_version: version })
    .where('region_id', '=', region).where('file_id', '=', fileId).execute();
}

/** Its deadlines stay what they are, and it is behind no more. */
export async function keepClocks(tx: Tx, region: RegionId, fileId: FileId, version: number): Promise<void> {
  await tx.updateTable('app.case_file').set({ clocks_version: version }).where('region_id', '=', region).where('file_id', '=', fileId).execute();
}

/** What the rounds ask of a case. `named_only`: whose it is while the address is strictly confidential. */
type RoundRow = { readonly file_id: FileId; readonly owner_municipality_id: MunicipalityId | null; readonly lead_user_id: UserId | null; /** who stands in for the lead at this moment */ readonly standing_in: UserId | null; readonly named_only: UserId[] | null; readonly closed_at: Instant | null };
export type LateRow = RoundRow & { readonly clocks: readonly DueClock[]; readonly awaits_by: Writer | null };

function forRounds(tx: Tx, region: RegionId, now: Instant) {
  return tx.selectFrom('app.case_file').select(['file_id', 'owner_municipality_id', 'lead_user_id', 'named_only', 'closed_at', 'clocks', 'awaits_by', sql<UserId | null>`case when deputy_from <= ${now} and deputy_until > ${now} then deputy_user_id end`.as('standing_in')]).where('region_id', '=', region);
}

/** As the two indexes have it. */
const waits = sql<boolean>`(closed_at is null or (closed_at is not null and next_due_at is not null))`;

/** Cases of which at least one deadline has passed, the oldest first; of closed ones those in which something waits for somebody. */
export async function listLate(tx: Tx, region: RegionId, now: Instant, limit: number | undefined): Promise<LateRow[]> {
  const late = forRounds(tx, region, now).where(waits).where('next_due_at', '<=', now).orderBy('next_due_at');
  return (limit === undefined ? late : late.limit(limit)).execute();
}

/** Whether a case was transferred, and its time is out without the receiver having it: within this system none has taken it, else nobody has written that they have. */
export async function receiptsLate(tx: Tx, region: RegionId, now: Instant): Promise<boolean> {
  const row = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where('next_due_at', '<=', now).where((row) => row.or([row.and([row('closed_at', 'is not', null), row('status', '=', 'OVERFORT')]), row('awaits', '=', 'RECEIPT')]))
    .where(sql<boolean>`exists (select from jsonb_array_elements(clocks) k where k ->> 'clock' = 'TRANSFERRED' and (k ->> 'due')::timestamptz <= ${now})`).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Open cases with an Akutt. */
export async function listAkutt(tx: Tx, region: RegionId, now: Instant, limit: number): Promise<LateRow[]> {
  return forRounds(tx, region, now).where('closed_at', 'is', null).where('akutt', '=', true).limit(limit).execute();
}

/** People, each with the keyed hash that stands for them where they are left out. */
type Tokens = readonly { readonly userId: UserId; readonly token: Buffer }[];

/** `c`: a case; of these people those who are not left out of it, as `t`. */
const among = (people: Tokens) => sql`from unnest(${people.map(({ userId }) => userId)}::uuid[], ${people.map(({ token }) => token)}::bytea[]) as t (user_id, token)
  where not exists (select from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = t.token)`;

export type UnheldRow = Pick<RoundRow, 'file_id' | 'owner_municipality_id'> & { readonly opened_at: Instant; /** whoever proposed to close it, where that waits */ readonly closing_by: Writer | null };

/** Open cases that none of these people can take forward: left out, not named for the address, or the one who proposed to close it. */
export async function listUnheld(tx: Tx, region: RegionId, coordinators: Tokens, limit: number): Promise<UnheldRow[]> {
  return tx.selectFrom('app.case_file as c').select(['c.file_id', 'c.owner_municipality_id', 'c.opened_at', sql<Writer | null>`case when c.awaits = 'CLOSING' then c.awaits_by end`.as('closing_by')])
    .where('c.region_id', '=', region).where('c.closed_at', 'is', null)
    .where(sql<boolean>`not exists (select ${among(coordinators)} and (c.named_only is null or t.user_id = any (c.named_only)) and not (c.awaits is not distinct from 'CLOSING' and c.awaits_by = t.user_id::text))`).limit(limit).execute();
}

/** Open cases past their classification that none of these people leads, or stands in for the lead of. @param team who can lead a case */
export async function listLeadless(tx: Tx, region: RegionId, team: Tokens, now: Instant, limit: number): Promise<Omit<RoundRow, 'standing_in'>[]> {
  return tx.selectFrom('app.case_file as c').select(['c.file_id', 'c.owner_municipality_id', 'c.lead_user_id', 'c.named_only', 'c.closed_at']).where('c.region_id', '=', region).where('c.closed_at', 'is', null).where('c.status', 'in', [...LED_STATUSES])
    .where(sql<boolean>`not exists (select ${among(team)} and (t.user_id = c.lead_user_id or (t.user_id = c.deputy_user_id and c.deputy_from <= ${now} and c.deputy_until > ${now})))`).limit(limit).execute();
}

/**
 * Whether something waits for too long that this person may not see, and would hear of as a leader or the reserve: a case with a strictly confidential address, or a
 * report that one holds; with `ownerless` also a case of no member municipality. Of what they are left out of they hear nothing.
 */
export async function hearsOfLate(tx: Tx, region: RegionId, { userId, token }: { readonly userId: UserId; readonly token: Buffer }, ownerless: boolean, now: Instant): Promise<boolean> {
  const found = await sql<{ late: boolean }>`select exists (select from app.case_file c
    where c.region_id = ${region} and (c.closed_at is null or c.next_due_at is not null) and (c.next_due_at <= ${now} or exists (
        select from app.case_report h join app.report r on r.region_id = h.region_id and r.file_id = h.report_id where h.region_id = c.region_id and h.file_id = c.file_id and c.named_only is not null and r.urgent and r.seen_at is null))
      and case when c.named_only is null then ${ownerless} and c.owner_municipality_id is null else not (${userId} = any (c.named_only)) end
      and c.lead_user_id is distinct from ${userId} and not exists (select from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = ${token})) as late`.execute(tx);
  return found.rows[0]?.late === true;
}

export type AskedRow = Pick<RoundRow, 'file_id' | 'owner_municipality_id' | 'named_only'> & { readonly asked: UserId; readonly asked_at: Instant };

/** Whoever was asked by name after this to confirm something that still waits. */
export async function listAskedByName(tx: Tx, region: RegionId, after: Instant, limit: number): Promise<AskedRow[]> {
  const of = (asked: 'awaits_asked' | 'besides_asked', at: 'awaits_asked_at' | 'besides_asked_at') => tx.selectFrom('app.case_file')
    .select(['file_id', 'owner_municipality_id', 'named_only', sql<UserId>`${sql.ref(asked)}`.as('asked'), sql<Instant>`${sql.ref(at)}`.as('asked_at')])
    .where('region_id', '=', region).where(asked, 'is not', null).where(at, '>', after);
  return of('awaits_asked', 'awaits_asked_at').unionAll(of('besides_asked', 'besides_asked_at').where('besides_by', 'is not', null)).limit(limit).execute();
}

/** Which of these cases have a strictly confidential address, and who may be told of each: those who are named, who leads it or stands in, and whoever is asked to confirm something. */
export async function listNamedOnly(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<{ readonly file_id: FileId; readonly only: UserId[] }[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.case_file').select('file_id').select(sql<UserId[]>`array_remove(named_only || array[lead_user_id, deputy_user_id, awaits_asked, besides_asked], null)`.as('only'))
    .where('region_id', '=', region).where('file_id', 'in', [...files]).where('named_only', 'is not', null).execute();
}
