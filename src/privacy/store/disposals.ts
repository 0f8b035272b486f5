import { sql } from 'kysely';
import { isArchivedKind, type ArchivedKind } from '../../cases/public.ts';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Disposal } from '../disposal.ts';

export type DisposalRow = Disposal & { readonly mac: Buffer };

const COLUMNS = [
  'disposal_id', 'operation', 'file_id', 'files', 'reference', 'rule', 'receiver', 'owner_municipality_id', 'closed_on', 'entries', 'head', 'proposed_by', 'proposed_at',
  'confirmed_by', 'confirmed_at', 'withdrawn_at', 'done_at', 'revision', 'package_id', 'package_pdf', 'package_json', 'package_files', 'received_by', 'received_at', 'mac',
] as const;

function disposals(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.disposal').select(COLUMNS).where('region_id', '=', region);
}

/**
 * Waits for whoever else disposes of or holds anything in this region, until the end of the transaction: what is proposed, decided, carried out or held is
 * judged on what stands then. One lock for all, since a hold follows a case into others, and after a restore there is no line yet that could be locked.
 */
export async function lockDisposals(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`disposals ${region}`}, 0))`.execute(tx);
}

export async function findDisposal(tx: Tx, region: RegionId, disposalId: string): Promise<DisposalRow | undefined> {
  return disposals(tx, region).where('disposal_id', '=', disposalId).executeTakeFirst();
}

/** The newest first. */
export async function listDisposals(tx: Tx, region: RegionId): Promise<DisposalRow[]> {
  return disposals(tx, region).orderBy('proposed_at', 'desc').orderBy('disposal_id').execute();
}

/** Those that wait for a second person, or for the archive's answer; the oldest first. */
export async function listWaitingDisposals(tx: Tx, region: RegionId): Promise<DisposalRow[]> {
  return disposals(tx, region).where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('confirmed_at', 'is', null), where.and([where('operation', '=', 'AVLEVERING'), where('received_at', 'is', null)])])).orderBy('proposed_at').orderBy('disposal_id').execute();
}

export async function listDisposalsOf(tx: Tx, region: RegionId, fileId: FileId): Promise<DisposalRow[]> {
  return disposals(tx, region).where('file_id', '=', fileId).orderBy('proposed_at').execute();
}

/** What each of these files is or was: that it was a report stands in clear when it is gone. */
export async function listKinds(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<ReadonlyMap<FileId, ArchivedKind>> {
  const rows = await tx.selectFrom('kernel.file').select(['file_id', 'kind']).where('region_id', '=', region).where(sql<boolean>`file_id = any (${[...files]}::uuid[])`).execute();
  return new Map(rows.flatMap(({ file_id: fileId, kind }): [FileId, ArchivedKind][] => (isArchivedKind(kind) ? [[fileId, kind]] : [])));
}

/** Decided, and taken back all the same because the case was taken up again. */
export async function listTakenBack(tx: Tx, region: RegionId): Promise<DisposalRow[]> {
  return disposals(tx, region).where('confirmed_at', 'is not', null).where('withdrawn_at', 'is not', null).execute();
}

/** Decided by two people, and not yet carried out. */
export async function listUndone(tx: Tx, region: RegionId): Promise<DisposalRow[]> {
  return disposals(tx, region).where('operation', '=', 'KASSASJON').where('confirmed_at', 'is not', null).where('done_at', 'is', null).where('withdrawn_at', 'is', null).orderBy('confirmed_at').execute();
}

/** Written anew, or as it stood in the log beside the database. */
export async function saveDisposal(tx: Tx, region: RegionId, row: DisposalRow): Promise<void> {
  const values = { ...row, files: sql<FileId[]>`${[...row.files]}::uuid[]` };
  const { files } = values;
  const { confirmed_by, confirmed_at, withdrawn_at, done_at, received_by, received_at, revision, mac } = row;
  await tx.insertInto('app.disposal').values({ region_id: region, ...values })
    .onConflict((c) => c.columns(['region_id', 'disposal_id']).doUpdateSet({ files, confirmed_by, confirmed_at, withdrawn_at, done_at, received_by, received_at, revision, mac })).execute();
}

/** How far each of these files' journals has come; of one that is gone nothing. In clear, so that no file needs to be open. */
export async function listVersions(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<ReadonlyMap<FileId, number>> {
  const found = await sql<{ file_id: FileId; version: number }>`select v.file_id, v.version from (select region_id, file_id, version from app.case_file union all select region_id, file_id, version from app.report
    union all select region_id, file_id, version from app.consultation) v where v.region_id = ${region} and v.file_id = any (${[...files]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ file_id: file, version }) => [file, version]));
}

/**
 * Destroys the keys of a decided disposal's files and every row about them that may go; the caller's verdict has opened them.
 * @param judged how far the journals had come on which it was judged: of what goes, and of what it is one with
 * @param again after a restore: whether it is closed is not asked
 * @throws LostRace where somebody wrote in one of them since, took it up again, added to it or took it into another case
 */
export async function destroy(tx: Tx, disposalId: string, judged: ReadonlyMap<FileId, number>, again: boolean, at: Instant): Promise<void> {
  await sql`select app.dispose(${disposalId}, ${JSON.stringify(Object.fromEntries(judged))}, ${again}, ${at})`.execute(tx);
}
