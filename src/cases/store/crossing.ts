import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';

/** Cases on their way to another region of which it has answered the newest sending, and all that goes along has come there or waits for nobody. */
export async function listAnswered(tx: Tx, region: RegionId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_file as c').select('c.file_id').where('c.region_id', '=', region).where('c.awaits', '=', 'RECEIPT')
    .where(sql<boolean>`(select t.confirmed_at from app.case_report h join app.report_transfer t on t.region_id = h.region_id and t.file_id = h.report_id and t.of_case
      where h.region_id = c.region_id and h.file_id = c.file_id order by t.sent_at desc limit 1) is not null`).execute();
  return rows.map((row) => row.file_id);
}
