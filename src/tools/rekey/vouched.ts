import { sql } from 'kysely';
import { isGenuine, type VouchedRow } from '../../kernel/audit/verify-records.ts';
import type { Context } from '../../kernel/context.ts';
import { showFiles } from '../../kernel/keyring.ts';
import { protocolRows } from '../../privacy/commands/protocol.ts';
import { reviewRows } from '../../cases/public.ts';
import { reserveRows } from '../../regions/public.ts';
import { registerRows } from '../../staff/public.ts';
import { identityCarried } from '../../staff/identity.ts';
import { stopped, type Change } from './change.ts';

/** Where a row under a MAC of its own lies, by the first word of its key (kernel/audit/verify-records.ts). */
const PLACES: Readonly<Record<string, { readonly table: string; readonly id: string }>> = {
  member: { table: 'app.staff_member', id: 'user_id' }, grant: { table: 'app.role_grant', id: 'grant_id' }, contact: { table: 'app.staff_contact', id: 'user_id' },
  declaration: { table: 'app.declaration', id: 'declaration_id' }, log_review: { table: 'app.log_review', id: 'review_id' }, disposal: { table: 'app.disposal', id: 'disposal_id' },
};

async function vouchedRows(ctx: Context): Promise<VouchedRow[]> {
  return [...await registerRows(ctx), ...await reserveRows(ctx), ...await reviewRows(ctx), ...await protocolRows(ctx)];
}

/** Before anything is sealed anew: each row is as the product wrote it. */
export async function verifyVouched({ from, host }: Change): Promise<void> {
  const forged = (await vouchedRows(from)).find((row) => !isGenuine(row));
  if (forged !== undefined) throw stopped(host, PLACES[forged.key.split(':')[0] ?? '']?.table ?? 'reserven');
}

/** After everything they cover has been made anew: who they are at the sign-in provider, the journals' heads, and last the MACs. */
export async function revouch(change: Change): Promise<void> {
  const { from: { tx, regionId }, to } = change;
  await carryIdentities(change);
  const proposed = await tx.selectFrom('app.disposal').select('file_id').where('region_id', '=', regionId).execute();
  await showFiles(tx, proposed.map(({ file_id: id }) => id));
  await sql`update app.disposal d set head = e.mac from kernel.file_event e join kernel.file_key k on k.region_id = e.region_id and k.file_id = e.file_id
    where d.region_id = ${regionId} and e.region_id = d.region_id and e.file_id = d.file_id and e.seq = d.entries`.execute(tx);
  for (const { key, own } of await vouchedRows(to)) {
    const [kind = '', id = ''] = key.split(':');
    const place = PLACES[kind];
    await (place === undefined
      ? sql`update app.region_profile set reserve_mac = ${own} where region_id = ${regionId}`
      : sql`update ${sql.table(place.table)} set mac = ${own} where region_id = ${regionId} and ${sql.ref(place.id)} = ${id}::uuid`).execute(tx);
  }
}

async function carryIdentities({ from: { tx, regionId }, identityKey }: Change): Promise<void> {
  const staff = await tx.selectFrom('app.staff_member').select(['user_id', 'identity_lookup']).where('region_id', '=', regionId).execute();
  for (const { user_id: user, identity_lookup: former } of staff) {
    await tx.updateTable('app.staff_member').set({ identity_lookup: identityCarried(identityKey, former) }).where('region_id', '=', regionId).where('user_id', '=', user).execute();
  }
  const known = await tx.selectFrom('kernel.identity_index').select('lookup').where('region_id', '=', regionId).execute();
  for (const { lookup } of known) {
    await sql`update kernel.identity_index set lookup = ${identityCarried(identityKey, lookup)} where region_id = ${regionId} and lookup = ${lookup}`.execute(tx);
  }
}
