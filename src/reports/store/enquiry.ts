import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type EnquiryRow = {
  readonly enquiry_id: string; readonly written_by: UserId; readonly written_at: Instant; readonly sealed: Buffer;
  readonly read_by: UserId | null; readonly read_at: Instant | null; readonly sealed_done: Buffer | null;
};

function enquiries(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.desk_enquiry').select(['enquiry_id', 'written_by', 'written_at', 'sealed', 'read_by', 'read_at', 'sealed_done']).where('region_id', '=', region);
}

export function findEnquiry(tx: Tx, region: RegionId, enquiryId: string): Promise<EnquiryRow | undefined> {
  return enquiries(tx, region).where('enquiry_id', '=', enquiryId).executeTakeFirst();
}

/** Those nobody has read, the oldest first. */
export function listUnreadEnquiries(tx: Tx, region: RegionId): Promise<EnquiryRow[]> {
  return enquiries(tx, region).where('read_at', 'is', null).orderBy('written_at').execute();
}

/** The newest that were read. */
export function listReadEnquiries(tx: Tx, region: RegionId, limit: number): Promise<EnquiryRow[]> {
  return enquiries(tx, region).where('read_at', 'is not', null).orderBy('written_at', 'desc').limit(limit).execute();
}

/** Answers whether it is new: one with the same id was sent before. */
export async function insertEnquiry(tx: Tx, region: RegionId, row: Pick<EnquiryRow, 'enquiry_id' | 'written_by' | 'written_at' | 'sealed'>): Promise<boolean> {
  const added = await tx.insertInto('app.desk_enquiry').values({ region_id: region, ...row, read_by: null, read_at: null, sealed_done: null })
    .onConflict((c) => c.columns(['region_id', 'enquiry_id']).doNothing()).returning('enquiry_id').executeTakeFirst();
  return added !== undefined;
}

/** Answers false where somebody has read it already. */
export async function settleEnquiry(tx: Tx, region: RegionId, enquiryId: string, read: { readonly by: UserId; readonly at: Instant; readonly done: Buffer }): Promise<boolean> {
  const changed = await tx.updateTable('app.desk_enquiry').set({ read_by: read.by, read_at: read.at, sealed_done: read.done })
    .where('region_id', '=', region).where('enquiry_id', '=', enquiryId).where('read_at', 'is', null).returning('enquiry_id').executeTakeFirst();
  return changed !== undefined;
}
