import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';

/** In which months these rows stand in figures, and under whose number. `until` null: a case that is open. */
export type SpanRow = { readonly from: string; readonly until: string | null; readonly owner: string | null };

/** @param ids pseudonyms of cases and consultations, and of reports */
export async function listSpans(tx: Tx, region: RegionId, ids: { readonly cases: readonly Buffer[]; readonly reports: readonly Buffer[] }): Promise<SpanRow[]> {
  const found = await sql<SpanRow>`
    select opened_month as "from", closed_month as until, owner_number as owner from stats.case_fact where region_id = ${region} and fact_id = any (${[...ids.cases]}::bytea[])
    union all select received_month, received_month, owner_number from stats.consultation_fact where region_id = ${region} and fact_id = any (${[...ids.cases]}::bytea[])
    union all select received_month, received_month, owner_number from stats.report_fact where region_id = ${region} and fact_id = any (${[...ids.reports]}::bytea[])`.execute(tx);
  return found.rows;
}
