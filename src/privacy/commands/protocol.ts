import { outgrown } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { isGenuine, type VouchedRow } from '../../kernel/audit/verify-records.ts';
import { recordMac } from '../../kernel/sealing/mac.ts';
import type { Disposal } from '../disposal.ts';
import { listDisposals, listDisposalsOf, saveDisposal, type DisposalRow } from '../store/disposals.ts';

function macOf(ctx: Context, row: Disposal): Buffer {
  return recordMac(ctx.keys.register, 'app.disposal', {
    region: ctx.regionId, disposal: row.disposal_id, operation: row.operation, file: row.file_id, files: row.files.join(' '), reference: row.reference, rule: row.rule, receiver: row.receiver,
    owner: row.owner_municipality_id, closed: row.closed_on, entries: row.entries, head: row.head, proposedBy: row.proposed_by, proposed: row.proposed_at,
    confirmedBy: row.confirmed_by, confirmed: row.confirmed_at, withdrawn: row.withdrawn_at, done: row.done_at, revision: row.revision,
    // lines from before there were packages stand under the MAC that they had
    ...(row.package_id === null ? {} : { package: row.package_id, pdf: row.package_pdf, json: row.package_json }), ...(row.package_files === null ? {} : { besides: row.package_files }), ...(row.received_at === null ? {} : { receivedBy: row.received_by, received: row.received_at }),
  });
}

/** Whether the product wrote this line: one that whoever holds the database alone has written decides nothing. */
export function isOurs(ctx: Context, row: DisposalRow): boolean {
  return isGenuine({ mac: row.mac, own: macOf(ctx, row) });
}

export async function writeProtocol(ctx: Context, row: Disposal): Promise<void> {
  await saveDisposal(ctx.tx, ctx.regionId, { ...row, mac: macOf(ctx, row) });
}

/** The lines about a file that count: what the product wrote, and of what an archive has received only what it has all of. */
export async function linesOf(ctx: Context, fileId: FileId): Promise<DisposalRow[]> {
  return withoutOutlived(ctx, (await listDisposalsOf(ctx.tx, ctx.regionId, fileId)).filter((row) => isOurs(ctx, row)));
}

/** Without those transfers in whose files something was written since: the archive does not have that, and it can be handed over anew. */
export async function withoutOutlived(ctx: Context, rows: readonly DisposalRow[]): Promise<DisposalRow[]> {
  const stands: DisposalRow[] = [];
  for (const row of rows) if (row.received_at === null || !(await outgrown(ctx, { ...row, at: row.proposed_at }))) stands.push(row);
  return stands;
}

/** Every line, genuine or not, for a change of keys. */
export async function protocolRows(ctx: Context): Promise<VouchedRow[]> {
  return (await listDisposals(ctx.tx, ctx.regionId)).map((row) => ({ key: `disposal:${row.disposal_id}`, revision: row.revision, mac: row.mac, own: macOf(ctx, row) }));
}
