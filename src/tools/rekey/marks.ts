import { sql } from 'kysely';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { carriedMark, exclusionToken, fingerprint } from '../../kernel/sealing/mac.ts';
import { idInFigures } from '../../statistics/fact-ids.ts';
import { stopped, type Change } from './change.ts';

type Swap = { readonly former: Buffer; readonly now: Buffer };

/** Pseudonyms of files in the statistics. */
const FIGURES = [['stats.case_fact', 'case'], ['stats.pace_fact', 'pace'], ['stats.report_fact', 'report'], ['stats.consultation_fact', 'case'], ['stats.kept_out', 'out'], ['stats.overdue_fact', 'late'], ['stats.disclosure_fact', 'shared']] as const;

/** The keyed hashes of a region under its new keys; one that cannot have been made with the old key stops it. */
export async function rekeyMarks(change: Change, sendings: readonly Sending[]): Promise<void> {
  const { from, to } = change;
  const files = await from.tx.selectFrom('kernel.file').select('file_id').where('region_id', '=', from.regionId).execute();
  for (const [table, kind] of FIGURES) {
    const swaps = files.map(({ file_id: id }): Swap => ({ former: idInFigures(from.keys.stats, kind, id), now: idInFigures(to.keys.stats, kind, id) }));
    await swapAll(change, table, 'fact_id', swaps);
  }
  const staff = await from.tx.selectFrom('app.staff_member').select('user_id').where('region_id', '=', from.regionId).execute();
  await swapAll(change, 'kernel.file_exclusion', 'token', staff.map(({ user_id: id }): Swap => ({ former: exclusionToken(from.keys.lookup, id), now: exclusionToken(to.keys.lookup, id) })));
  await rekeyPrints(change, sendings);
}

const AT_ONCE = 1000;

/** In the order of what they become: where a row lies says nothing of whose it is. Every row must be one of them. */
async function swapAll({ from: { tx, regionId }, host }: Change, table: string, column: string, swaps: readonly Swap[]): Promise<void> {
  const sorted = swaps.toSorted((a, b) => a.now.compare(b.now));
  let changed = 0n;
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const some = sorted.slice(at, at + AT_ONCE);
    const done = await sql`update ${sql.table(table)} t set ${sql.ref(column)} = n.now from unnest(${some.map(({ former }) => former)}::bytea[], ${some.map(({ now }) => now)}::bytea[]) as n (former, now)
      where t.region_id = ${regionId} and t.${sql.ref(column)} = n.former`.execute(tx);
    changed += done.numAffectedRows ?? 0n;
  }
  const all = await sql<{ all: number }>`select count(*) as all from ${sql.table(table)} where region_id = ${regionId}`.execute(tx);
  if (BigInt(all.rows[0]?.all ?? 0) !== changed) throw stopped(host, `noe i ${table}`);
}

/** A report on its way to another region, that asks there by its fingerprint whether it has come. */
export type Sending = { readonly to_region: RegionId; readonly to_report: FileId; readonly transfer_id: string };

/** What a fingerprint becomes. Of what it was made is sealed or was never kept; only a report on its way can be asked for again. */
export function newPrint({ from, to }: Pick<Change, 'from' | 'to'>, sendings: readonly Sending[]): (former: Buffer) => Buffer {
  const known = new Map(sendings.filter((one) => one.to_region === from.regionId).map(({ to_report: report, transfer_id: id }) => [
    fingerprint(from.keys.lookup, report, id).toString('hex'), fingerprint(to.keys.lookup, report, id),
  ]));
  return (former) => known.get(former.toString('hex')) ?? carriedMark(to.keys.lookup, former);
}

async function rekeyPrints(change: Change, sendings: readonly Sending[]): Promise<void> {
  const { tx, regionId } = change.from;
  const renewed = newPrint(change, sendings);
  for (const [table, column] of [['app.report_ledger', 'fingerprint'], ['app.ledger_lost', 'fingerprint'], ['app.expert_question', 'answer_print']] as const) {
    const { rows } = await sql<{ at: string; print: Buffer }>`select ctid::text as at, ${sql.ref(column)} as print from ${sql.table(table)} where region_id = ${regionId} and ${sql.ref(column)} is not null`.execute(tx);
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE);
      await sql`update ${sql.table(table)} t set ${sql.ref(column)} = n.now from unnest(${some.map((row) => row.at)}::tid[], ${some.map((row) => renewed(row.print))}::bytea[]) as n (at, now)
        where t.region_id = ${regionId} and t.ctid = n.at`.execute(tx);
    }
  }
}

