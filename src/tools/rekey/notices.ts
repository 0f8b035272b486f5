import { sql } from 'kysely';
import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { noticeMark, sameMac } from '../../kernel/sealing/mac.ts';
import { openJson } from '../../kernel/sealing/sealed.ts';
import type { RegionKeys } from '../../kernel/sealing/region-keys.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Channel, NoticeStep, Occasion, Why } from '../../notices/codes.ts';
import { recipientPlace } from '../../notices/record.ts';
import { slotOf } from '../../notices/who.ts';
import type { FileId } from '../../kernel/ids.ts';
import { stopped, whole, type Change } from './change.ts';

const recipient = z.object({ userId: idField<'user'>() });

type Row = {
  readonly at: string; readonly file_id: FileId; readonly mark: Buffer; readonly why: Why; readonly step: NoticeStep; readonly since: Instant;
  readonly message_id: string; readonly message_at: string; readonly message_mark: Buffer; readonly sealed: Buffer; readonly channel: Channel; readonly occasion: Occasion; readonly asked_at: Instant;
};

const AT_ONCE = 200;

/** By which it is known what was told already, so that nobody is told twice after a change of keys. Before the messages are sealed anew. */
export async function rekeyNotices(change: Change): Promise<void> {
  const { tx, regionId } = change.from;
  await sql`declare noticing no scroll cursor for select n.ctid::text as at, n.file_id, n.mark, n.why, n.step, n.since, m.message_id, m.ctid::text as message_at, m.mark as message_mark, m.sealed, m.channel, m.occasion, m.asked_at
    from app.notice n join app.notice_message m on m.region_id = n.region_id and m.message_id = n.message_id where n.region_id = ${regionId} order by m.message_id`.execute(tx);
  const done = new Set<string>();
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(AT_ONCE)} from noticing`.execute(tx);
    if (rows.length === 0) break;
    for (const row of rows) {
      await rekeyOne(change, row, done.has(row.message_id));
      done.add(row.message_id);
    }
  }
  await sql`close noticing`.execute(tx);
}

async function rekeyOne(change: Change, row: Row, messageDone: boolean): Promise<void> {
  const { from, to, host } = change;
  const { userId } = await whole(host, 'noe i app.notice_message', async () => recipient.parse(openJson(from.keys.record, row.sealed, recipientPlace(from, row.message_id))));
  const mark = (keys: RegionKeys): Buffer => noticeMark(keys.lookup, { file: row.file_id, why: row.why, since: row.since, step: row.step, user: userId, channel: row.channel });
  const slot = slotOf({ occasion: row.occasion, fileId: row.file_id, why: row.why, since: row.since, step: row.step, userId, channel: row.channel }, row.asked_at);
  const messageMark = (keys: RegionKeys): Buffer => noticeMark(keys.lookup, { user: userId, channel: row.channel, slot });
  if (!sameMac(mark(from.keys), row.mark)) throw stopped(host, 'noe i app.notice');
  await sql`update app.notice set mark = ${mark(to.keys)} where region_id = ${from.regionId} and ctid = ${row.at}::tid`.execute(from.tx);
  if (messageDone) return;
  if (!sameMac(messageMark(from.keys), row.message_mark)) throw stopped(host, 'noe i app.notice_message');
  await sql`update app.notice_message set mark = ${messageMark(to.keys)} where region_id = ${from.regionId} and ctid = ${row.message_at}::tid`.execute(from.tx);
}
