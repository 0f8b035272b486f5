import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { journalHolds } from '../journal/file.ts';
import { hasFileKey, standingFiles } from '../journal/store.ts';

export type JournalFault =
  | { readonly kind: 'journal_cut'; readonly file: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'journal_changed'; readonly file: string; readonly seq: number }
  | { readonly kind: 'journal_broken'; readonly file: string };

type Told = { file: string; expected: number; found: number; same: boolean };

/**
 * Each journal must reach at least as far as the newest audit row that touched it, and end there with the same MAC.
 * Compares numbers and MACs, opens nothing; alteredJournals does.
 */
export async function brokenJournals(ctx: Context): Promise<JournalFault[]> {
  // The files that the log tells of, not those that the table still has.
  await sql`select set_config('app.files', (select coalesce(array_agg(distinct file), '{}')::text
    from kernel.audit_event a, unnest(a.files) file where a.region_id = ${ctx.regionId}), true)`.execute(ctx.tx);
  const told = await sql<Told>`
    with heads as (
      select distinct on (head->>0) (head->>0)::uuid as file, (head->>1)::int as seq, head->>2 as mac
      from kernel.audit_event a, jsonb_array_elements(a.heads) head
      where a.region_id = ${ctx.regionId} and jsonb_array_length(head) = 3 order by head->>0, (head->>1)::int desc),
    ends as (select file_id, max(seq) as seq from kernel.file_event where region_id = ${ctx.regionId} group by file_id)
    select h.file::text as file, h.seq as expected, coalesce(ends.seq, 0)::int as found, h.seq = 0 or coalesce(encode(e.mac, 'hex') = h.mac, false) as same
    from heads h
    left join ends on ends.file_id = h.file
    left join kernel.file_event e on e.region_id = ${ctx.regionId} and e.file_id = h.file and e.seq = h.seq
    where coalesce(ends.seq, 0) < h.seq or (h.seq > 0 and encode(e.mac, 'hex') is distinct from h.mac)
    order by 1`.execute(ctx.tx);
  return told.rows.map((row): JournalFault => (
    row.found < row.expected ? { kind: 'journal_cut', file: row.file, expected: row.expected, found: row.found } : { kind: 'journal_changed', file: row.file, seq: row.expected }
  ));
}

/** Opens every journal of the region that was not disposed of, and names those in which something was altered, moved or taken out of the middle. */
export async function alteredJournals(ctx: Context): Promise<JournalFault[]> {
  const files = await standingFiles(ctx.tx, ctx.regionId).select('f.file_id').execute();
  const faults: JournalFault[] = [];
  for (const { file_id: file } of files) {
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    if (!(await hasFileKey(ctx.tx, ctx.regionId, file)) || !(await journalHolds(ctx, file))) faults.push({ kind: 'journal_broken', file });
  }
  return faults;
}
