import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { AdoptedBy, CourseGroup, CourseTheme, Done } from '../codes.ts';
import type { DoneLine } from '../done.ts';

export type OutreachRow = {
  readonly outreach_id: string; readonly on_day: Day; readonly kind: Done; readonly reached: number | null; readonly theme: CourseTheme | null; readonly held_for: CourseGroup | null;
  readonly name: string | null; readonly adopted_by: AdoptedBy | null; readonly replaced_on: Day | null; readonly entered_by: UserId; readonly entered_at: Instant;
};

/** Newest first. */
export async function listOutreach(tx: Tx, region: RegionId): Promise<OutreachRow[]> {
  return tx.selectFrom('app.outreach_done').select(['outreach_id', 'on_day', 'kind', 'reached', 'theme', 'held_for', 'name', 'adopted_by', 'replaced_on', 'entered_by', 'entered_at']).where('region_id', '=', region).orderBy('on_day', 'desc').orderBy('outreach_id').execute();
}

export function lineOf(row: OutreachRow): DoneLine {
  return {
    on: row.on_day, kind: row.kind, reached: row.reached ?? undefined, theme: row.theme ?? undefined, group: row.held_for ?? undefined,
    name: row.name ?? undefined, adoptedBy: row.adopted_by ?? undefined, replacedOn: row.replaced_on ?? undefined,
  };
}

/** The same form twice is one row. */
export async function insertOutreach(tx: Tx, region: RegionId, row: OutreachRow): Promise<void> {
  await tx.insertInto('app.outreach_done').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).execute();
}

export async function deleteOutreach(tx: Tx, region: RegionId, outreachId: string): Promise<void> {
  await tx.deleteFrom('app.outreach_done').where('region_id', '=', region).where('outreach_id', '=', outreachId).execute();
}

/** `reports` null: fewer than five, and not none. */
export type StandingQuarter = { readonly first_month: string; readonly reports: number | null };

/** What readers have seen of each three months, the first ones first. */
export async function listQuarters(tx: Tx, region: RegionId): Promise<StandingQuarter[]> {
  return tx.selectFrom('stats.standing_quarter').select(['first_month', 'reports']).where('region_id', '=', region).orderBy('first_month').execute();
}

export async function insertQuarters(tx: Tx, region: RegionId, quarters: readonly StandingQuarter[], at: Instant): Promise<void> {
  if (quarters.length === 0) return;
  await tx.insertInto('stats.standing_quarter').values(quarters.map((one) => ({ region_id: region, ...one, counted_at: at }))).onConflict((c) => c.doNothing()).execute();
}

/** How many reports came in each month in which there were any. @param through the last month that counts */
export async function countReports(tx: Tx, region: RegionId, through: string): Promise<{ readonly month: string; readonly reports: number }[]> {
  const found = await sql<{ month: string; reports: number }>`select received_month as month, count(*)::int as reports from stats.report_fact
    where region_id = ${region} and received_month <= ${through} group by 1 order by 1`.execute(tx);
  return found.rows;
}
