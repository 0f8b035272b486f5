import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { FileId } from '../ids.ts';
import { SealBroken } from '../sealing/broken.ts';
import { contentHash, eventMac, sameMac } from '../sealing/mac.ts';
import type { FileKey } from '../sealing/region-keys.ts';
import { open, seal } from '../sealing/sealed.ts';
import { header, place } from './file.ts';
import { listEvents, type EventRow } from './store.ts';

export type OpenedEntry = { readonly row: EventRow; readonly content: Buffer };

/** Every entry of a journal, the chain checked from the first to the last. Throws SealBroken. */
export async function readEntries({ tx, regionId }: Pick<Context, 'tx' | 'regionId'>, fileId: FileId, key: FileKey): Promise<OpenedEntry[]> {
  let previous: Buffer | null = null;
  const opened: OpenedEntry[] = [];
  for (const [at, row] of (await listEvents(tx, regionId, fileId)).entries()) {
    const content = open(key.seal, row.sealed, place(regionId, fileId, row.seq));
    const own: Buffer = eventMac(key, header(regionId, fileId, row), contentHash(content), previous);
    if (row.seq !== at + 1 || !sameMac(row.mac, own)) throw new SealBroken('altered');
    opened.push({ row, content });
    previous = row.mac;
  }
  return opened;
}

/** Writes the same entries in their places again, sealed and chained with another key. Only where the table's guard was taken away. */
export async function writeEntries({ tx, regionId, chance }: Pick<Context, 'tx' | 'regionId' | 'chance'>, fileId: FileId, key: FileKey, entries: readonly OpenedEntry[]): Promise<void> {
  const sealed: Buffer[] = [];
  const macs: Buffer[] = [];
  for (const { row, content } of entries) {
    sealed.push(seal(key.seal, content, place(regionId, fileId, row.seq), 'text', chance));
    macs.push(eventMac(key, header(regionId, fileId, row), contentHash(content), macs.at(-1) ?? null));
  }
  await sql`update kernel.file_event e set sealed = n.sealed, mac = n.mac
    from unnest(${entries.map(({ row }) => row.seq)}::int[], ${sealed}::bytea[], ${macs}::bytea[]) as n (seq, sealed, mac)
    where e.region_id = ${regionId} and e.file_id = ${fileId} and e.seq = n.seq`.execute(tx);
}
