import { isGenuine, tellRecord, type VouchedRow } from '../../kernel/audit/verify-records.ts';
import type { Context } from '../../kernel/context.ts';
import { LostRace } from '../../kernel/door.ts';
import type { UserId } from '../../kernel/ids.ts';
import { readOnce } from '../../kernel/read-once.ts';
import { recordMac } from '../../kernel/sealing/mac.ts';
import { findProfile, saveReserve, type ReserveRow } from '../store.ts';

const KEY = 'reserve:region';

/** Who takes over when everybody in reception is inhabil: a named person in another municipality. Nobody whom the product did not write there itself. */
export const findReserve = readOnce(async (ctx) => (await nameAndReserve(ctx)).reserve);

/** The same beside what the region calls itself. */
export async function nameAndReserve(ctx: Context): Promise<{ readonly name: string; readonly reserve: UserId | undefined }> {
  const row = await findProfile(ctx.tx, ctx.regionId);
  return { name: row?.name ?? '', reserve: row === undefined ? undefined : reserveIn(ctx, row) };
}

/** The reserve of a profile that was read already. */
export function reserveIn(ctx: Context, row: ReserveRow): UserId | undefined {
  return row.reserve_user_id !== null && isGenuine({ mac: row.reserve_mac, own: reserveMac(ctx, row) }) ? row.reserve_user_id : undefined;
}

/** Names the reserve, or nobody; who may be it is for staff/reserve.ts to say. Throws LostRace when somebody else did so meanwhile. */
export async function changeReserve(ctx: Context, reserve: UserId | undefined): Promise<void> {
  const row = await findProfile(ctx.tx, ctx.regionId, 'to_change');
  if (row === undefined) throw new LostRace();
  const changed = { reserve_user_id: reserve ?? null, reserve_revision: row.reserve_revision + 1 };
  const mac = reserveMac(ctx, changed);
  if (!(await saveReserve(ctx.tx, ctx.regionId, { ...changed, reserve_mac: mac }))) throw new LostRace();
  tellRecord(ctx, KEY, changed.reserve_revision, mac);
}

/** For audit:verify; nothing where nobody was ever chosen. */
export async function reserveRows(ctx: Context): Promise<VouchedRow[]> {
  const row = await findProfile(ctx.tx, ctx.regionId);
  const never = row === undefined || (row.reserve_user_id === null && row.reserve_revision === 0);
  return never ? [] : [{ key: KEY, revision: row.reserve_revision, mac: row.reserve_mac, own: reserveMac(ctx, row) }];
}

/** For the reserve who was chosen before rows had MACs; once, in the migration's own transaction. */
export async function vouchForOldReserve(ctx: Context): Promise<void> {
  const row = await findProfile(ctx.tx, ctx.regionId);
  if (row !== undefined && row.reserve_user_id !== null) await changeReserve(ctx, row.reserve_user_id);
}

function reserveMac(ctx: Context, row: Omit<ReserveRow, 'reserve_mac'>): Buffer {
  return recordMac(ctx.keys.register, 'app.region_profile reserve', { region: ctx.regionId, user: row.reserve_user_id, revision: row.reserve_revision });
}
