import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from './ids.ts';
import { systemClock, toMs } from './time.ts';

/** Where a sealed object lies: a region's own place, and a random name that says nothing. */
export type ObjectPlace = { readonly region: string; readonly object: string };

/**
 * Where sealed objects lie. A folder by default; any store that can write an object whole or not at all may stand in.
 * What is written is sealed already: this part never holds a key.
 */
export type Storage = {
  /** Answers when the object is there to stay, flushed and under its name. When the source fails nothing of it is left. */
  readonly write: (place: ObjectPlace, source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Fails at the first piece where there is no such object. */
  readonly read: (place: ObjectPlace) => AsyncIterable<Buffer>;
  readonly has: (place: ObjectPlace) => Promise<boolean>;
  /** Nothing happens where it is gone already. */
  readonly remove: (place: ObjectPlace) => Promise<void>;
  /** The names of a region's objects that were written more than `ageMs` ago, by the clock of the machine. */
  readonly olderThan: (region: string, ageMs: number) => Promise<string[]>;
  /** Removes what a write left that was killed more than `ageMs` ago; answers how many. */
  readonly clearHalves: (ageMs: number) => Promise<number>;
  /** Whether objects can be written there now. */
  readonly usable: () => Promise<boolean>;
};

const HALVES = 'tmp';
// The public process writes as another user than the house in real use; both are in one group (docs/operating-guide.md).
const FOLDER_MODE = 0o2770;
const FILE_MODE = 0o660;

/** Objects as files `<folder>/<region>/<object>`; half-written ones lie in `<folder>/tmp` and take their name when they are flushed. */
export function openStorage(folder: string): Storage {
  const place = ({ region, object }: ObjectPlace): string => {
    if (!isUuid(region) || !isUuid(object)) throw new RangeError('not the name of an object');
    return join(folder, region, object);
  };
  const halves = join(folder, HALVES);
  return {
    write: async (where, source) => {
      const whole = place(where);
      const half = join(halves, randomUUID());
      await makeFolder(halves);
      await makeFolder(join(folder, where.region));
      try {
        await writeFlushed(half, source);
        await rename(half, whole);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      await flushFolder(join(folder, where.region));
    },
    read: (where) => createReadStream(place(where)),
    has: (where) => stat(place(where)).then((found) => found.isFile(), () => false),
    remove: (where) => rm(place(where), { force: true }),
    olderThan: (region, ageMs) => old(join(folder, region), ageMs),
    clearHalves: async (ageMs) => {
      const names = await old(halves, ageMs);
      for (const name of names) await rm(join(halves, name), { force: true });
      return names.length;
    },
    usable: () => makeFolder(halves).then(() => statfs(halves)).then(() => true, () => false),
  };
}

/** Whoever of the two comes first makes it, and the other must be able to write there whatever the umask. */
async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (made !== undefined) await chmod(path, FOLDER_MODE);
}

async function writeFlushed(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    for await (const piece of source) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is there after a loss of power only when its folder was flushed, too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function old(folder: string, ageMs: number): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const before = toMs(systemClock()) - ageMs;
  const ages = await Promise.all(names.filter(isUuid).map(async (name) => ({ name, at: await stat(join(folder, name)).then((found) => found.mtimeMs, () => undefined) })));
  return ages.filter(({ at }) => at !== undefined && at < before).map(({ name }) => name);
}
