import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { showFiles } from '../keyring.ts';
import { auditRowMac, blockMac, blockRoot, carriedMark } from '../sealing/mac.ts';
import type { Instant } from '../time.ts';
import { blockFields, type Block } from './blocks.ts';
import { auditFields } from './write.ts';

type Row = { audit_id: string; at: Instant; actor: string; use_case: string; outcome: string; files: string[]; heads: readonly (readonly (string | number)[])[]; xid: string };

const ROWS_AT_ONCE = 500;
const BLOCKS_AT_ONCE = 200;

/**
 * The whole audit log under another key: each row with the journals' heads as they are now, then each block. The log was verified
 * with the former key (verifyAudit), the journals are chained anew, and the tables' guards were taken away. Answers each block's new MAC in hex.
 */
export async function rekeyAudit(ctx: Context): Promise<ReadonlyMap<number, string>> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows: Row[] = await rowsAfter(ctx, after);
    if (rows.length === 0) return rekeyBlocks(ctx);
    await rekeyRows(ctx, rows);
    after = rows.at(-1)?.audit_id ?? after;
  }
}

async function rowsAfter(ctx: Context, after: string): Promise<Row[]> {
  const found = await sql<Row>`select audit_id::text as audit_id, at, actor, use_case, outcome, files::text[] as files, heads, xid::text as xid
    from kernel.audit_event where region_id = ${ctx.regionId} and audit_id > ${after}::uuid order by audit_id limit ${ROWS_AT_ONCE}`.execute(ctx.tx);
  return found.rows;
}

async function rekeyRows(ctx: Context, rows: readonly Row[]): Promise<void> {
  const macs = await journalMacs(ctx, rows);
  const renewed = rows.map((row) => {
    const heads = JSON.stringify(row.heads.map((head) => newHead(ctx, head, macs)));
    const fields = auditFields({ regionId: ctx.regionId, auditId: row.audit_id, at: row.at, actor: row.actor, useCase: row.use_case, outcome: row.outcome, files: row.files, heads, xid: row.xid });
    return { id: row.audit_id, heads, mac: auditRowMac(ctx.keys.audit, fields) };
  });
  await sql`update kernel.audit_event e set heads = n.heads::jsonb, mac = n.mac
    from unnest(${renewed.map(({ id }) => id)}::uuid[], ${renewed.map(({ heads }) => heads)}::text[], ${renewed.map(({ mac }) => mac)}::bytea[]) as n (id, heads, mac)
    where e.region_id = ${ctx.regionId} and e.audit_id = n.id`.execute(ctx.tx);
}

/** `[file, seq, mac]` gets the MAC that the entry has now; of a row under a MAC (`record`) there is only the former MAC to stand for it. */
function newHead(ctx: Context, head: readonly (string | number)[], macs: ReadonlyMap<string, string>): readonly (string | number)[] {
  const [key = '', seq = 0, mac = ''] = head;
  if (mac === '') return head;
  if (head.length === 3) return [key, seq, macs.get(`${key} ${seq}`) ?? mac];
  return [key, seq, carriedMark(ctx.keys.register, Buffer.from(String(mac), 'hex')).toString('hex'), ...head.slice(3)];
}

/** The MACs of the entries that these rows tell of. A disposed file's key is gone: its entries stand as they stood. */
async function journalMacs(ctx: Context, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const told = rows.flatMap(({ heads }) => heads.filter((head) => head.length === 3 && head[2] !== ''));
  const files = [...new Set(told.map(([file]) => String(file)))];
  await showFiles(ctx.tx, files);
  const found = await sql<{ file: string; seq: number; mac: string }>`select e.file_id::text as file, e.seq, encode(e.mac, 'hex') as mac from kernel.file_event e
    join (select distinct file, seq from unnest(${told.map(([file]) => String(file))}::uuid[], ${told.map(([, seq]) => Number(seq))}::int[]) as t (file, seq)) told
      on told.file = e.file_id and told.seq = e.seq
    where e.region_id = ${ctx.regionId}`.execute(ctx.tx);
  return new Map(found.rows.map(({ file, seq, mac }) => [`${file} ${seq}`, mac]));
}

async function rekeyBlocks(ctx: Context): Promise<ReadonlyMap<number, string>> {
  const macs = new Map<number, string>();
  let previous: Buffer | null = null;
  let after = 0;
  for (;;) {
    const blocks: Block[] = await blocksAfter(ctx, after);
    if (blocks.length === 0) return macs;
    const rows = await rowMacs(ctx, blocks);
    for (const block of blocks) {
      const root = blockRoot(block.row_ids.map((id) => ({ id, mac: rows.get(id) ?? Buffer.alloc(0) })));
      const mac: Buffer = blockMac(ctx.keys.audit, blockFields(block), root, previous);
      await sql`update kernel.audit_block set root = ${root}, previous = ${previous ?? Buffer.alloc(0)}, mac = ${mac} where region_id = ${ctx.regionId} and block_no = ${block.block_no}`.execute(ctx.tx);
      macs.set(block.block_no, mac.toString('hex'));
      previous = mac;
      after = block.block_no;
    }
  }
}

async function blocksAfter(ctx: Context, no: number): Promise<Block[]> {
  const found = await sql<Block>`select region_id, block_no, server, from_xid::text as from_xid, upto_xid::text as upto_xid, row_ids::text[] as row_ids,
    root, previous, mac, closed_at from kernel.audit_block where region_id = ${ctx.regionId} and block_no > ${no} order by block_no limit ${BLOCKS_AT_ONCE}`.execute(ctx.tx);
  return found.rows;
}

async function rowMacs(ctx: Context, blocks: readonly Block[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = await sql<{ id: string; mac: Buffer }>`select audit_id::text as id, mac from kernel.audit_event
    where region_id = ${ctx.regionId} and audit_id = any(${blocks.flatMap((block) => block.row_ids)}::uuid[])`.execute(ctx.tx);
  return new Map(found.rows.map(({ id, mac }) => [id, mac]));
}
