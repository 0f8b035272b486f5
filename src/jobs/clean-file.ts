import { createHash, type Hash } from 'node:crypto';
import type { System } from '../kernel/actor.ts';
import type { Door } from '../kernel/door.ts';
import { CannotClean, Unsafe, type Cleaner } from '../kernel/files/cleaner.ts';
import { ScannerDown, type Scanner } from '../kernel/files/clamd.ts';
import { FILE_KINDS } from '../kernel/files/kinds.ts';
import { systemChance, type RegionId } from '../kernel/ids.ts';
import { openStream, sealStream } from '../kernel/sealing/stream.ts';
import type { Storage } from '../kernel/storage.ts';
import { CHECK_TASK, fileChecked, fileToCheck, fileWaits, type FileToCheck } from '../reports/public.ts';
import { unlessGone } from './refused.ts';

export type CheckParts = { readonly door: Door; readonly storage: Storage; readonly cleaner: Cleaner; /** undefined where none is configured */ readonly scanner: Scanner | undefined };

/**
 * Looks at one file that came in: for harm where a scanner is configured, then for what tells of place and time. The file flows from the
 * sealed object through both and back into another sealed one; in clear it is never whole here and never on disk. While the scanner does not
 * answer the file stays closed and is asked for again. What was found is never lost: where it cannot be written down, the queue tries again.
 * @throws JobRefused
 */
export async function checkFile({ door, storage, cleaner, scanner }: CheckParts, region: RegionId, object: string): Promise<void> {
  const actor: System = { kind: 'system', regionId: region, task: CHECK_TASK };
  const file = unlessGone(await door.enter(fileToCheck, actor, { object }));
  // Not one of ours any more, or looked at already: there is nothing to do.
  if (file === undefined) return;
  const clear = () => openStream(file.key, file.facts, storage.read(file.facts));
  try {
    if (scanner !== undefined && await scanner.scan(clear()) !== 'clean') {
      unlessGone(await door.enter(fileChecked, actor, { object, result: 'INFECTED' }));
      return;
    }
  } catch (error) {
    if (!(error instanceof ScannerDown)) throw error;
    const waits = await door.enter(fileWaits, actor, { object });
    if (!waits.ok && waits.code !== 'file_checked') unlessGone(waits);
    return;
  }
  const { result, cleanedSha256 } = await clean({ storage, cleaner }, file, clear);
  const kept = await door.enter(fileChecked, actor, { object, result, ...(result === 'CLEANED' || result === 'PARTLY' ? { cleaned: file.copy, cleanedSha256 } : {}) });
  if (!kept.ok || !kept.value.first) await storage.remove({ region: file.facts.region, object: file.copy });
  unlessGone(kept);
}

type Found = { readonly result: 'CLEANED' | 'PARTLY' | 'KEPT' | 'NOTHING' | 'UNSAFE'; /** of the copy, in hex */ readonly cleanedSha256?: string };

async function clean({ storage, cleaner }: Pick<CheckParts, 'storage' | 'cleaner'>, file: FileToCheck, clear: () => AsyncIterable<Buffer>): Promise<Found> {
  const { copy } = FILE_KINDS[file.kind];
  if (copy === 'stays' || copy === 'nothing') return { result: copy === 'nothing' ? 'NOTHING' : 'KEPT' };
  const place = { region: file.facts.region, object: file.copy };
  const cleaned = cleaner.clean(file.kind, clear());
  const hash = createHash('sha256');
  try {
    await storage.write(place, sealStream(file.key, { ...file.facts, object: file.copy }, hashed(cleaned.pieces, hash), systemChance));
  } catch (error) {
    if (error instanceof CannotClean) return { result: 'KEPT' };
    if (error instanceof Unsafe) return { result: 'UNSAFE' };
    throw error;
  }
  return { result: cleaned.complete() ? 'CLEANED' : 'PARTLY', cleanedSha256: hash.digest('hex') };
}

/** The same pieces, counted into the hash as they flow. */
async function* hashed<Piece extends Uint8Array>(pieces: AsyncIterable<Piece>, hash: Hash): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
