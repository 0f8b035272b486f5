import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { auditRowMac, blockMac, blockRoot, sameMac } from '../sealing/mac.ts';
import type { Instant } from '../time.ts';
import { blockFields, type Block } from './blocks.ts';
import type { OutsideHead } from './heads.ts';
import { brokenJournals, type JournalFault } from './verify-journals.ts';
import { auditFields } from './write.ts';

export type AuditFault =
  | { readonly kind: 'row_changed'; readonly auditId: string; readonly block: number; readonly closedAt: Instant }
  | { readonly kind: 'row_missing'; readonly auditId: string; readonly block: number; readonly closedAt: Instant }
  | { readonly kind: 'row_added'; readonly auditId: string; readonly at: Instant }
  | { readonly kind: 'block_changed'; readonly block: number }
  | { readonly kind: 'block_missing'; readonly block: number }
  | { readonly kind: 'rolled_back'; readonly from: number; readonly outside: number; readonly inside: number }
  | { readonly kind: 'no_outside_heads'; readonly inside: number }
  | JournalFault;

type Row = { audit_id: string; at: Instant; actor: string; use_case: string; outcome: string; files: string[]; heads: unknown; xid: string; mac: Buffer };

const BLOCKS_AT_ONCE = 200;

/**
 * Reads the whole audit log of a region and names what was changed, added, removed, cut off or rolled back by somebody
 * who could write to the database but did not have the audit key. `outside`: every head kept outside the database.
 * Rows younger than the newest block stand in none yet: one of those that is taken away is not missed here, but a journal
 * entry that it told of is.
 */
export async function verifyAudit(ctx: Context, outside: readonly OutsideHead[]): Promise<AuditFault[]> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(ctx.tx);
  const macs = new Map<number, string>();
  const faults: AuditFault[] = [];
  let before: Block | undefined;
  for (;;) {
    const blocks: Block[] = await blocksAfter(ctx, before?.block_no ?? 0);
    if (blocks.length === 0) break;
    const rows = await rowsOf(ctx, blocks);
    for (const block of blocks) {
      faults.push(...blockFaults(ctx, block, before), ...rowFaults(ctx, block, rows));
      macs.set(block.block_no, block.mac.toString('hex'));
      before = block;
    }
  }
  return [...faults, ...await strayRows(ctx, before?.upto_xid ?? '0'), ...headFaults(macs, before?.block_no ?? 0, outside), ...await brokenJournals(ctx)];
}

async function blocksAfter(ctx: Context, no: number): Promise<Block[]> {
  const found = await sql<Block>`select region_id, block_no, server, from_xid::text as from_xid, upto_xid::text as upto_xid, row_ids::text[] as row_ids,
    root, previous, mac, closed_at from kernel.audit_block
    where region_id = ${ctx.regionId} and block_no > ${no} order by block_no limit ${BLOCKS_AT_ONCE}`.execute(ctx.tx);
  return found.rows;
}

async function rowsOf(ctx: Context, blocks: readonly Block[]): Promise<ReadonlyMap<string, Row>> {
  const found = await sql<Row>`select audit_id::text as audit_id, at, actor, use_case, outcome, files::text[] as files, heads, xid::text as xid, mac
    from kernel.audit_event where region_id = ${ctx.regionId} and audit_id = any(${blocks.flatMap((block) => block.row_ids)}::uuid[])`.execute(ctx.tx);
  return new Map(found.rows.map((row) => [row.audit_id, row]));
}

function blockFaults(ctx: Context, block: Block, before: Block | undefined): AuditFault[] {
  const missing: AuditFault[] = [];
  for (let no = (before?.block_no ?? 0) + 1; no < block.block_no; no += 1) missing.push({ kind: 'block_missing', block: no });
  const linked = missing.length > 0 || block.previous.equals(before?.mac ?? Buffer.alloc(0));
  const whole = sameMac(block.mac, blockMac(ctx.keys.audit, blockFields(block), block.root, block.previous.length === 0 ? null : block.previous));
  return linked && whole ? missing : [...missing, { kind: 'block_changed', block: block.block_no }];
}

function rowFaults(ctx: Context, block: Block, rows: ReadonlyMap<string, Row>): AuditFault[] {
  const where = { block: block.block_no, closedAt: block.closed_at };
  const faults = block.row_ids.flatMap((auditId): AuditFault[] => {
    const row = rows.get(auditId);
    if (row === undefined) return [{ kind: 'row_missing', auditId, ...where }];
    return genuine(ctx, row) ? [] : [{ kind: 'row_changed', auditId, ...where }];
  });
  if (faults.length > 0) return faults;
  const root = blockRoot(block.row_ids.map((id) => ({ id, mac: rows.get(id)?.mac ?? Buffer.alloc(0) })));
  return root.equals(block.root) ? [] : [{ kind: 'block_changed', block: block.block_no }];
}

/** Rows that no block holds: forged ones, and ones that a block should hold since their transaction had ended by then. */
async function strayRows(ctx: Context, upto: string): Promise<AuditFault[]> {
  const found = await sql<Row & { late: boolean }>`select e.audit_id::text as audit_id, e.at, e.actor, e.use_case, e.outcome, e.files::text[] as files, e.heads,
      e.xid::text as xid, e.mac, e.xid < ${upto}::text::xid8 as late
    from kernel.audit_event e
    left join (select unnest(row_ids) as id from kernel.audit_block where region_id = ${ctx.regionId}) held on held.id = e.audit_id
    where e.region_id = ${ctx.regionId} and held.id is null order by e.at, e.audit_id`.execute(ctx.tx);
  return found.rows.filter((row) => row.late || !genuine(ctx, row)).map((row) => ({ kind: 'row_added', auditId: row.audit_id, at: row.at }));
}

function genuine(ctx: Context, row: Row): boolean {
  const fields = auditFields({
    regionId: ctx.regionId, auditId: row.audit_id, at: row.at, actor: row.actor, useCase: row.use_case, outcome: row.outcome,
    files: row.files, heads: JSON.stringify(row.heads), xid: row.xid,
  });
  return sameMac(row.mac, auditRowMac(ctx.keys.audit, fields));
}

/** The database may be a block or more ahead of the outside (a head is written after the commit), never behind or different. */
function headFaults(macs: ReadonlyMap<number, string>, inside: number, outside: readonly OutsideHead[]): AuditFault[] {
  if (outside.length === 0) return inside === 0 ? [] : [{ kind: 'no_outside_heads', inside }];
  const wrong = outside.find((head) => macs.get(head.block) !== head.mac);
  return wrong === undefined ? [] : [{ kind: 'rolled_back', from: wrong.block, outside: Math.max(...outside.map((head) => head.block)), inside }];
}
