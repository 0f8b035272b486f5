import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';

/** The case that holds a report now, not one that has gone on in another; undefined where none does. */
export async function findHolder(tx: Tx, region: RegionId, reportId: FileId): Promise<FileId | undefined> {
  const row = await tx.selectFrom('app.case_report as r').innerJoin('app.case_file as c', (join) => join.onRef('c.region_id', '=', 'r.region_id').onRef('c.file_id', '=', 'r.file_id'))
    .select('r.file_id').where('r.region_id', '=', region).where('r.report_id', '=', reportId).where('c.status', '<>', 'SAMMENSLATT').executeTakeFirst();
  return row?.file_id;
}

export async function enqueueTelling(tx: Tx, region: RegionId, reportId: FileId): Promise<void> {
  await sql`select queue.enqueue(${region}, 'tell_case', ${reportId}, 'epoch')`.execute(tx);
}
