import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { blockMac, blockRoot, type BlockRow } from '../sealing/mac.ts';
import type { Instant } from '../time.ts';

/** `previous` is the MAC of the block before, empty for a region's first. `row_ids` in ascending order. */
export type Block = {
  readonly region_id: string; readonly block_no: number; readonly server: string; readonly from_xid: string; readonly upto_xid: string;
  readonly row_ids: readonly string[]; readonly root: Buffer; readonly previous: Buffer; readonly mac: Buffer; readonly closed_at: Instant;
};

type BlockFacts = Omit<Block, 'root' | 'previous' | 'mac'>;

/** The facts a block's MAC covers, besides its root and the block before. */
export function blockFields(block: BlockFacts) {
  return {
    region: block.region_id, number: block.block_no, server: block.server, from: block.from_xid, upto: block.upto_xid,
    rows: block.row_ids, closedAt: block.closed_at,
  };
}

/**
 * Closes a block over the audit rows whose transactions ended since the last one. Rows of transactions still running are
 * left for the next: below the snapshot's xmin nothing can appear any more. Answers undefined when there was nothing new.
 * The caller writes the block's head outside the database after the commit (heads.ts).
 */
export async function closeBlock(ctx: Context): Promise<Block | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit block ${ctx.regionId}`}, 0))`.execute(ctx.tx);
  const last = await lastBlock(ctx);
  const { server, upto } = await bounds(ctx);
  // On another server the numbers began again; rows that a block holds already are left out below.
  const from = last?.server === server ? last.upto_xid : '0';
  const rows = await uncovered(ctx, from, upto);
  if (rows.length === 0) return undefined;
  const root = blockRoot(rows);
  const facts: BlockFacts = {
    region_id: ctx.regionId, block_no: (last?.block_no ?? 0) + 1, server, from_xid: from, upto_xid: upto, row_ids: rows.map((row) => row.id), closed_at: ctx.now,
  };
  const block: Block = { ...facts, root, previous: last?.mac ?? Buffer.alloc(0), mac: blockMac(ctx.keys.audit, blockFields(facts), root, last?.mac ?? null) };
  await sql`insert into kernel.audit_block (region_id, block_no, server, from_xid, upto_xid, row_ids, root, previous, mac, closed_at)
    values (${ctx.regionId}, ${block.block_no}, ${server}, ${from}::text::xid8, ${upto}::text::xid8, ${block.row_ids}::uuid[], ${root}, ${block.previous}, ${block.mac}, ${ctx.now})`
    .execute(ctx.tx);
  return block;
}

type LastBlock = { block_no: number; server: string; upto_xid: string; mac: Buffer };

async function lastBlock(ctx: Context): Promise<LastBlock | undefined> {
  const found = await sql<LastBlock>`select block_no, server, upto_xid::text as upto_xid, mac from kernel.audit_block
    where region_id = ${ctx.regionId} order by block_no desc limit 1`.execute(ctx.tx);
  return found.rows[0];
}

async function bounds(ctx: Context): Promise<{ server: string; upto: string }> {
  const found = await sql<{ server: string; upto: string }>`select (select system_identifier::text from pg_control_system()) as server,
    pg_snapshot_xmin(pg_current_snapshot())::text as upto`.execute(ctx.tx);
  const row = found.rows[0];
  if (row === undefined) throw new Error('the server did not say which it is');
  return row;
}

async function uncovered(ctx: Context, from: string, upto: string): Promise<BlockRow[]> {
  const found = await sql<BlockRow>`select e.audit_id::text as id, e.mac from kernel.audit_event e
    where e.region_id = ${ctx.regionId} and e.xid >= ${from}::text::xid8 and e.xid < ${upto}::text::xid8
      and not exists (select 1 from kernel.audit_block b where b.region_id = e.region_id and b.row_ids @> array[e.audit_id])
    order by e.audit_id`.execute(ctx.tx);
  return found.rows;
}
