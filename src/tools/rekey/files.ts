import { sql } from 'kysely';
import { REPLAYS } from '../../jobs/project-again.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { JOURNAL } from '../../kernel/journal/replay.ts';
import { showFiles } from '../../kernel/keyring.ts';
import { readEntries, writeEntries } from '../../kernel/journal/rekey.ts';
import { newFileKey, unwrapFileKey, wrapFileKey } from '../../kernel/sealing/region-keys.ts';
import { stopped, whole, type Change } from './change.ts';
import { resealObjects } from './objects.ts';
import { resealFileRows } from './rows.ts';

const AT_ONCE = 200;
const TOLD_EVERY = 500;

type FileRow = { readonly file_id: FileId; readonly kind: string; readonly disposed: boolean };

/** Every file of the region under a key of its own that is new, journal and all; those that were disposed of have no key to be opened with. */
export async function rekeyFiles(change: Change): Promise<void> {
  await eachFile(change, async ({ file_id: fileId, disposed }) => {
    if (disposed) return requireKeyless(change, fileId);
    await whole(change.host, `mappe ${fileId}`, () => rekeyFile(change, fileId));
    change.counted.files += 1;
    if (change.counted.files % TOLD_EVERY === 0) change.log(`  ${change.counted.files} mapper er forseglet på nytt …`);
  });
}

/** A disposal destroys the key with everything else. Where there is one, the disposal was written by something else, and the file would be lost to its owner. */
async function requireKeyless({ from, host }: Change, fileId: FileId): Promise<void> {
  if ((await wrappedKeyOf(from, fileId)) !== undefined) throw stopped(host, `kassasjonen av mappe ${fileId}`);
}

async function wrappedKeyOf({ tx, regionId }: Context, fileId: FileId): Promise<Buffer | undefined> {
  return (await tx.selectFrom('kernel.file_key').select('wrapped_key').where('region_id', '=', regionId).where('file_id', '=', fileId).executeTakeFirst())?.wrapped_key;
}

async function rekeyFile(change: Change, fileId: FileId): Promise<void> {
  const { from, to } = change;
  const wrapped = await wrappedKeyOf(from, fileId);
  if (wrapped === undefined) throw stopped(change.host, `nøkkelen til mappe ${fileId}`);
  const keys = { from: unwrapFileKey(from.keys, wrapped, fileId), to: newFileKey() };
  const entries = await readEntries(from, fileId, keys.from);
  const contents = await resealObjects(change, fileId, entries.map(({ content }) => content));
  await writeEntries(to, fileId, keys.to, entries.map(({ row: entry, content }, n) => ({ row: entry, content: contents[n] ?? content })));
  await resealFileRows(change, fileId, keys);
  await from.tx.updateTable('kernel.file_key').set({ wrapped_key: wrapFileKey(to.keys, keys.to, fileId) }).where('region_id', '=', from.regionId).where('file_id', '=', fileId).execute();
}

/** Keyed hashes of telephones, whose numbers stand in the journals alone: written again as after any entry. Last, when all else of the file has its new keys. */
export async function retracePhones(change: Change): Promise<void> {
  const { to } = change;
  await eachFile(change, async ({ file_id: fileId, kind, disposed }) => {
    if (disposed) return;
    const traced = await sql`select 1 from app.person_trace_names where region_id = ${to.regionId} and file_id = ${fileId} and cardinality(phones) > 0`.execute(to.tx);
    if (traced.rows.length === 0) return;
    const left = await REPLAYS.find((one) => one.kind === kind)?.projectAgain(to, fileId);
    if (left === undefined || left.includes(JOURNAL)) throw stopped(change.host, `mappe ${fileId}`);
  });
}

async function eachFile({ from: { tx, regionId } }: Change, work: (row: FileRow) => Promise<void>): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<FileRow>`select f.file_id, f.kind, d.file_id is not null as disposed from kernel.file f
      left join kernel.file_disposed d on d.region_id = f.region_id and d.file_id = f.file_id
      where f.region_id = ${regionId} and f.file_id > ${after}::uuid order by f.file_id limit ${AT_ONCE}`.execute(tx);
    if (rows.length === 0) return;
    for (const row of rows) {
      await showFiles(tx, [row.file_id]);
      await work(row);
      after = row.file_id;
    }
  }
}
