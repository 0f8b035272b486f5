import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { caseLines, found, type CaseLine, type Finding } from './read.ts';

export type MeetingRow = {
  readonly meeting_id: string; readonly held_on: Day; readonly opened_by: UserId; readonly opened_at: Instant; readonly ended_at: Instant | null; readonly sealed: Buffer; readonly version: number;
};
export type PresentRow = { readonly meeting_id: string; readonly user_id: UserId; readonly deputy_for: UserId | null; readonly in_room: boolean };

function meetings(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.team_meeting').select(['meeting_id', 'held_on', 'opened_by', 'opened_at', 'ended_at', 'sealed', 'version']).where('region_id', '=', region);
}

export async function findMeeting(tx: Tx, region: RegionId, meetingId: string): Promise<MeetingRow | undefined> {
  return meetings(tx, region).where('meeting_id', '=', meetingId).executeTakeFirst();
}

/** The newest first. */
export async function listMeetings(tx: Tx, region: RegionId, limit: number, offset: number): Promise<MeetingRow[]> {
  return meetings(tx, region).orderBy('opened_at', 'desc').orderBy('meeting_id').limit(limit).offset(offset).execute();
}

/** Held from one day through another, the first ones first. */
export async function listMeetingsBetween(tx: Tx, region: RegionId, from: Day, through: Day): Promise<MeetingRow[]> {
  return meetings(tx, region).where('held_on', '>=', from).where('held_on', '<=', through).orderBy('held_on').orderBy('meeting_id').execute();
}

export async function countMeetings(tx: Tx, region: RegionId): Promise<number> {
  const row = await tx.selectFrom('app.team_meeting').select(sql<string>`count(*)`.as('n')).where('region_id', '=', region).executeTakeFirstOrThrow();
  return Number(row.n);
}

/** When the meeting before this one began. */
export async function findMeetingBefore(tx: Tx, region: RegionId, openedAt: Instant): Promise<Instant | undefined> {
  const row = await tx.selectFrom('app.team_meeting').select('opened_at').where('region_id', '=', region).where('opened_at', '<', openedAt).orderBy('opened_at', 'desc').limit(1).executeTakeFirst();
  return row?.opened_at;
}

/** Answers whether it is new: the same page sent twice is one meeting. */
export async function insertMeeting(tx: Tx, region: RegionId, row: MeetingRow): Promise<boolean> {
  const added = await tx.insertInto('app.team_meeting').values({ region_id: region, ...row }).onConflict((c) => c.columns(['region_id', 'meeting_id']).doNothing()).returning('meeting_id').executeTakeFirst();
  return added !== undefined;
}

/** Answers whether it was still the version that was read. */
export async function changeMeeting(tx: Tx, region: RegionId, { meeting_id: id, version, ...row }: Pick<MeetingRow, 'meeting_id' | 'version' | 'sealed' | 'ended_at'>): Promise<boolean> {
  const changed = await tx.updateTable('app.team_meeting').set({ ...row, version: version + 1 }).where('region_id', '=', region).where('meeting_id', '=', id).where('version', '=', version).returning('meeting_id').executeTakeFirst();
  return changed !== undefined;
}

export async function listPresent(tx: Tx, region: RegionId, ids: readonly string[]): Promise<PresentRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('app.team_meeting_present').select(['meeting_id', 'user_id', 'deputy_for', 'in_room']).where('region_id', '=', region).where('meeting_id', 'in', [...ids]).orderBy('user_id').execute();
}

/** Whoever came stays on the list; who is out of the room now has gone out. */
export async function savePresent(tx: Tx, region: RegionId, rows: readonly PresentRow[]): Promise<void> {
  for (const row of rows) {
    await tx.insertInto('app.team_meeting_present').values({ region_id: region, ...row })
      .onConflict((c) => c.columns(['region_id', 'meeting_id', 'user_id']).doUpdateSet({ deputy_for: row.deputy_for, in_room: row.in_room })).execute();
  }
}

/** The open cases this person finds, in clear. */
export async function listOpen(tx: Tx, region: RegionId, finding: Finding, limit: number): Promise<CaseLine[]> {
  const chosen = tx.selectFrom('app.case_file as c').select('c.file_id').where('c.region_id', '=', region).where(sql<boolean>`c.closed_at is null`).where(found(region, finding))
    .orderBy(sql`c.akutt desc, c.next_due_at asc nulls last, c.file_id`).limit(limit);
  return caseLines(tx, region, finding).where('c.file_id', 'in', chosen).execute();
}

/** The cases in which this meeting wrote minutes. */
export async function listTaken(tx: Tx, region: RegionId, meetingId: string): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_meeting').select('file_id').where('region_id', '=', region).where('meeting_id', '=', meetingId).execute();
  return rows.map((row) => row.file_id);
}

export type CaseAnswer = { readonly user_id: UserId; readonly impartial: boolean; readonly granted_until: Instant | null; readonly supervision_since: Instant | null };

/** What these people have answered in a case, and until when they were let in. */
export async function listAnswers(tx: Tx, region: RegionId, fileId: FileId, users: readonly UserId[]): Promise<CaseAnswer[]> {
  if (users.length === 0) return [];
  return tx.selectFrom('app.case_access').select(['user_id', 'impartial', 'granted_until', 'supervision_since']).where('region_id', '=', region).where('file_id', '=', fileId)
    .where(sql<boolean>`user_id = any(${[...users]})`).execute(); // one statement, however many are in the room
}

export async function saveTaken(tx: Tx, region: RegionId, fileId: FileId, taken: readonly string[]): Promise<void> {
  if (taken.length === 0) return;
  await tx.insertInto('app.case_meeting').values(taken.map((meetingId) => ({ region_id: region, file_id: fileId, meeting_id: meetingId }))).onConflict((c) => c.doNothing()).execute();
}

/** Only for writing again what somebody changed. */
export async function replaceTaken(tx: Tx, region: RegionId, fileId: FileId, taken: readonly string[]): Promise<void> {
  await tx.deleteFrom('app.case_meeting').where('region_id', '=', region).where('file_id', '=', fileId).execute();
  await saveTaken(tx, region, fileId, taken);
}
