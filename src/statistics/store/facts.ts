import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { DisclosureFact } from '../disclosures.ts';
import type { PaceFact } from '../pace.ts';
import type { ConsultationFact, ReportFact } from '../received.ts';
import { deleteFact, factColumns, saveFact } from '../store.ts';
import type { CaseFact } from '../fact.ts';

/** What a file leaves behind in figures: at most one row in each of these, or none. `fact` undefined: there must be none. */
export type Kept =
  | { readonly table: 'stats.case_fact'; readonly id: Buffer; readonly fact: CaseFact | undefined }
  | { readonly table: 'stats.pace_fact'; readonly id: Buffer; readonly fact: PaceFact | undefined }
  | { readonly table: 'stats.report_fact'; readonly id: Buffer; readonly fact: ReportFact | undefined }
  | { readonly table: 'stats.consultation_fact'; readonly id: Buffer; readonly fact: ConsultationFact }
  | { readonly table: 'stats.disclosure_fact'; readonly id: Buffer; readonly fact: DisclosureFact | undefined }
  | { readonly table: 'stats.kept_out'; readonly id: Buffer; readonly fact: Record<string, never> | undefined };

/** The columns of a row, without its key. */
export function columnsOf(kept: Kept): object | undefined {
  if (kept.fact === undefined) return undefined;
  switch (kept.table) {
    case 'stats.case_fact': return factColumns(kept.fact);
    case 'stats.pace_fact': return paceColumns(kept.fact);
    case 'stats.report_fact': return reportColumns(kept.fact);
    case 'stats.consultation_fact': return consultationColumns(kept.fact);
    case 'stats.disclosure_fact': return { told: [...kept.fact.told] };
    case 'stats.kept_out': return {};
  }
}

/** The row as it is now takes the place of the one that was. */
export async function keep(tx: Tx, region: RegionId, kept: Kept): Promise<void> {
  const key = { region_id: region, fact_id: kept.id };
  switch (kept.table) {
    case 'stats.case_fact': return kept.fact === undefined ? deleteFact(tx, region, kept.id) : saveFact(tx, region, kept.id, kept.fact);
    case 'stats.pace_fact': return kept.fact === undefined ? drop(tx, region, kept) : savePace(tx, key, paceColumns(kept.fact));
    case 'stats.report_fact': return kept.fact === undefined ? drop(tx, region, kept) : saveReport(tx, key, reportColumns(kept.fact));
    case 'stats.consultation_fact': return saveConsultation(tx, key, consultationColumns(kept.fact));
    case 'stats.disclosure_fact': return kept.fact === undefined ? drop(tx, region, kept) : saveDisclosures(tx, key, { told: [...kept.fact.told] });
    case 'stats.kept_out': return kept.fact === undefined ? drop(tx, region, kept) : saveKeptOut(tx, key);
  }
}

/** Which of these tokens belong to somebody who keeps out of figures. */
export async function isKeptOut(tx: Tx, region: RegionId, id: Buffer): Promise<boolean> {
  return await tx.selectFrom('stats.kept_out').select('fact_id').where('region_id', '=', region).where('fact_id', '=', id).executeTakeFirst() !== undefined;
}

type Key = { readonly region_id: RegionId; readonly fact_id: Buffer };

async function drop(tx: Tx, region: RegionId, { table, id }: Kept): Promise<void> {
  await tx.deleteFrom(table).where('region_id', '=', region).where('fact_id', '=', id).execute();
}

async function savePace(tx: Tx, key: Key, values: ReturnType<typeof paceColumns>): Promise<void> {
  await tx.insertInto('stats.pace_fact').values({ ...key, ...values }).onConflict((c) => c.columns(['region_id', 'fact_id']).doUpdateSet(values)).execute();
}

async function saveReport(tx: Tx, key: Key, values: ReturnType<typeof reportColumns>): Promise<void> {
  await tx.insertInto('stats.report_fact').values({ ...key, ...values }).onConflict((c) => c.columns(['region_id', 'fact_id']).doUpdateSet(values)).execute();
}

async function saveConsultation(tx: Tx, key: Key, values: ReturnType<typeof consultationColumns>): Promise<void> {
  await tx.insertInto('stats.consultation_fact').values({ ...key, ...values }).onConflict((c) => c.columns(['region_id', 'fact_id']).doUpdateSet(values)).execute();
}

async function saveDisclosures(tx: Tx, key: Key, values: { told: string[] }): Promise<void> {
  await tx.insertInto('stats.disclosure_fact').values({ ...key, ...values }).onConflict((c) => c.columns(['region_id', 'fact_id']).doUpdateSet(values)).execute();
}

async function saveKeptOut(tx: Tx, key: Key): Promise<void> {
  await tx.insertInto('stats.kept_out').values(key).onConflict((c) => c.columns(['region_id', 'fact_id']).doNothing()).execute();
}

function paceColumns(fact: PaceFact) {
  return {
    kind: fact.kind, opened_month: fact.openedMonth, owner_number: fact.owner ?? null, seen_days: fact.seenDays ?? null, classified_days: fact.classifiedDays ?? null,
    measure_days: fact.measureDays ?? null, closed_days: fact.closedDays ?? null,
  };
}

function reportColumns(fact: ReportFact) {
  return { received_month: fact.receivedMonth, owner_number: fact.owner ?? null, channel: fact.channel, reporter: fact.reporter, anonymous: fact.anonymous, became: fact.became ?? null };
}

function consultationColumns(fact: ConsultationFact) {
  return {
    received_month: fact.receivedMonth, owner_number: fact.owner ?? null, direction: fact.direction, service: fact.service, violence: [...fact.violence], topics: [...fact.topics], outcome: fact.outcome ?? null,
  };
}

/** What left each case of the region, by basis. */
export async function listDisclosureFacts(tx: Tx, region: RegionId): Promise<DisclosureFact[]> {
  return tx.selectFrom('stats.disclosure_fact').select('told').where('region_id', '=', region).execute();
}
