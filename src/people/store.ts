import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, RegionId } from '../kernel/ids.ts';
import type { NewLines, TraceLine } from './trace.ts';

export type TraceRow = TraceLine & { readonly sealed: Buffer; readonly phones: readonly Buffer[] };

/** Every report and case of the region (or these alone), and by which entry of its journal its trace was made. */
export async function listTraceLines(tx: Tx, region: RegionId, only?: readonly FileId[]): Promise<TraceLine[]> {
  const all = tx.selectFrom('app.person_trace').select(['file_id', 'version']).where('region_id', '=', region);
  return (only === undefined ? all : all.where('file_id', 'in', [...only])).execute();
}

/** What was written by `since` or later. Numbers are text: they outgrow a JavaScript number. */
export async function listNewLines(tx: Tx, region: RegionId, since: string): Promise<NewLines> {
  const horizon = await sql<{ until: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as until`.execute(tx);
  const lines = await sql<TraceLine>`select file_id, version from app.person_trace where region_id = ${region} and xid >= ${since}::text::xid8`.execute(tx);
  return { lines: lines.rows, until: horizon.rows[0]?.until ?? since };
}

/** The sealed traces of these files, as far as the door has opened them. */
export async function listTraces(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<TraceRow[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.person_trace as t').innerJoin('app.person_trace_names as n', (join) => join.onRef('n.region_id', '=', 't.region_id').onRef('n.file_id', '=', 't.file_id'))
    .select(['t.file_id', 't.version', 'n.sealed', 'n.phones']).where('t.region_id', '=', region).where('t.file_id', 'in', [...files]).execute();
}

export async function saveTraceRow(tx: Tx, region: RegionId, { file_id, version, sealed, phones }: TraceRow): Promise<void> {
  const line = { version, xid: sql<string>`pg_current_xact_id()` };
  await tx.insertInto('app.person_trace').values({ region_id: region, file_id, ...line }).onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet(line)).execute();
  await tx.insertInto('app.person_trace_names').values({ region_id: region, file_id, sealed, phones: [...phones] })
    .onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet({ sealed, phones: [...phones] })).execute();
}
