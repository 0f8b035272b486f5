import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';

/** Where somebody is told, as it lies there. Nobody but vouched.ts reads one: it may be forged. */
export type ContactRow = { readonly user_id: UserId; readonly sealed: Buffer; readonly revision: number; readonly mac: Buffer };

const CONTACT = ['user_id', 'sealed', 'revision', 'mac'] as const;

export async function selectContacts(tx: Tx, region: RegionId): Promise<ContactRow[]> {
  return tx.selectFrom('app.staff_contact').select(CONTACT).where('region_id', '=', region).execute();
}

export async function selectContact(tx: Tx, region: RegionId, userId: UserId): Promise<ContactRow | undefined> {
  return tx.selectFrom('app.staff_contact').select(CONTACT).where('region_id', '=', region).where('user_id', '=', userId).executeTakeFirst();
}

/** Answers whether nobody else had written one meanwhile. */
export async function saveContact(tx: Tx, region: RegionId, row: ContactRow): Promise<boolean> {
  const { user_id: userId, ...values } = row;
  if (row.revision === 1) {
    const added = await tx.insertInto('app.staff_contact').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const hit = await tx.updateTable('app.staff_contact').set(values).where('region_id', '=', region).where('user_id', '=', userId).where('revision', '=', row.revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}
