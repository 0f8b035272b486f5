import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Channel, MessageState, NoticeStep, Occasion, Why } from './codes.ts';
import { NOBODY_THERE } from './delivery.ts';

/** Waits for whoever else is telling this region something, until the end of the transaction. */
export async function lockTelling(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${region}`}, 0))`.execute(tx);
}

export type NoticeRow = { readonly file_id: FileId; readonly mark: Buffer; readonly message_id: string; readonly why: Why; readonly step: NoticeStep; readonly since: Instant; readonly told_at: Instant };

/** What was told of these files, by mark as hex; given up: its message did not get through, though somebody was there to take it. */
export async function knownNotices(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<ReadonlyMap<string, 'told' | 'given_up'>> {
  if (files.length === 0) return new Map();
  const rows = await tx.selectFrom('app.notice as n').innerJoin('app.notice_message as m', (join) => join.onRef('m.region_id', '=', 'n.region_id').onRef('m.message_id', '=', 'n.message_id'))
    .select(['n.mark', 'm.state', 'm.code']).where('n.region_id', '=', region).where('n.file_id', 'in', [...files]).execute();
  return new Map(rows.map(({ mark, state, code }) => [mark.toString('hex'), state === 'GIVEN_UP' && code !== NOBODY_THERE ? 'given_up' : 'told']));
}

/** One whose message was given up becomes part of the new one. */
export async function saveNotices(tx: Tx, region: RegionId, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insertInto('app.notice').values(rows.map((row) => ({ region_id: region, ...row })))
    .onConflict((c) => c.columns(['region_id', 'file_id', 'mark']).doUpdateSet((row) => ({ message_id: row.ref('excluded.message_id'), told_at: row.ref('excluded.told_at') }))).execute();
}

export async function noticesOf(tx: Tx, region: RegionId, messages: readonly string[]): Promise<Pick<NoticeRow, 'message_id' | 'file_id' | 'why' | 'step'>[]> {
  if (messages.length === 0) return [];
  return tx.selectFrom('app.notice').select(['message_id', 'file_id', 'why', 'step']).where('region_id', '=', region).where('message_id', 'in', [...messages]).execute();
}

export type MessageRow = {
  readonly message_id: string; readonly sealed: Buffer; readonly channel: Channel; readonly occasion: Occasion; readonly state: MessageState; readonly attempts: number;
  readonly unknowns: number; readonly code: string | null; readonly asked_at: Instant; readonly tried_at: Instant | null; readonly next_attempt_at: Instant | null; readonly settled_at: Instant | null;
};

const MESSAGE = ['message_id', 'sealed', 'channel', 'occasion', 'state', 'attempts', 'unknowns', 'code', 'asked_at', 'tried_at', 'next_attempt_at', 'settled_at'] as const;

/** Messages of these occasions that were made already, as hex. */
export async function knownMessages(tx: Tx, region: RegionId, marks: readonly Buffer[]): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  const rows = await tx.selectFrom('app.notice_message').select('mark').where('region_id', '=', region).where('mark', 'in', [...marks]).execute();
  return new Set(rows.map(({ mark }) => mark.toString('hex')));
}

export async function insertMessage(tx: Tx, region: RegionId, row: MessageRow & { readonly mark: Buffer }): Promise<void> {
  await tx.insertInto('app.notice_message').values({ region_id: region, ...row }).execute();
}

/** The row is then locked until the end of the transaction. Another process that has it just then is waited for: what it leaves decides. */
export async function takeMessage(tx: Tx, region: RegionId, messageId: string): Promise<MessageRow | undefined> {
  return tx.selectFrom('app.notice_message').select(MESSAGE).where('region_id', '=', region).where('message_id', '=', messageId).forUpdate().executeTakeFirst();
}

export type DeliveryRow = Pick<MessageRow, 'state' | 'attempts' | 'unknowns' | 'code' | 'tried_at' | 'next_attempt_at' | 'settled_at'>;

export async function saveDelivery(tx: Tx, region: RegionId, messageId: string, row: DeliveryRow): Promise<void> {
  await tx.updateTable('app.notice_message').set(row).where('region_id', '=', region).where('message_id', '=', messageId).execute();
}

/** Messages whose time to be tried has come. */
export async function listDue(tx: Tx, region: RegionId, channels: readonly Channel[], now: Instant, limit: number): Promise<string[]> {
  if (channels.length === 0) return [];
  const rows = await tx.selectFrom('app.notice_message').select('message_id').where('region_id', '=', region).where('next_attempt_at', '<=', now).where('channel', 'in', [...channels])
    .orderBy('next_attempt_at').limit(limit).execute();
  return rows.map((row) => row.message_id);
}

/** The newest, and whatever still waits. */
export async function listMessages(tx: Tx, region: RegionId, since: Instant, limit: number): Promise<MessageRow[]> {
  return tx.selectFrom('app.notice_message').select(MESSAGE).where('region_id', '=', region).where('asked_at', '>=', since).orderBy('asked_at', 'desc').orderBy('message_id').limit(limit).execute();
}

/** What has not simply been sent, of those asked for since. */
export async function listUnsettled(tx: Tx, region: RegionId, since: Instant): Promise<MessageRow[]> {
  return tx.selectFrom('app.notice_message').select(MESSAGE).where('region_id', '=', region).where('asked_at', '>=', since).where('state', '<>', 'SENT').execute();
}

export async function enqueueSending(tx: Tx, region: RegionId, messageId: string): Promise<void> {
  await sql`select queue.enqueue(${region}, 'send_notice', ${messageId}, 'epoch')`.execute(tx);
}

/** The same by the rounds: what waits in the queue already is left to wait. */
export async function enqueueLostSending(tx: Tx, region: RegionId, messageId: string): Promise<void> {
  await sql`select queue.enqueue_lost(${region}, 'send_notice', ${messageId}, 'epoch')`.execute(tx);
}
