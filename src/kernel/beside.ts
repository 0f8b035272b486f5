import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushDirectory } from './sealing/key-files.ts';
import { StartProblem } from './start-problem.ts';

/*
 * The lists beside the database are written anew beside themselves while a change of keys is on its way, and take their own place only once the
 * database has the new keys: at every moment there is a list that fits the database.
 */

const NEXT = '.next';
/** Which next versions there are, one a line: the SHA-256 of it in hexadecimal digits, a space, the list's name. */
const ALL = `all${NEXT}`;

/** All of it, or it throws: a disk that is nearly full may take a part and say so only by the number. @param write as node:fs has it, so that a test can take less */
export function writeWhole(file: number, text: string, write: (file: number, bytes: Uint8Array) => number = writeSync): void {
  for (let left: Uint8Array = Buffer.from(text, 'utf8'); left.length > 0;) {
    const took = write(file, left);
    if (took === 0) throw new Error('the disk took nothing');
    left = left.subarray(took);
  }
}

/** The next version of a list, on disk before it answers. */
export function writeNext(dir: string, name: string, text: string): void {
  const file = openSync(join(dir, `${name}${NEXT}`), 'w', 0o600);
  try {
    writeWhole(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  flushDirectory(dir);
}

/** All next versions are written: which they are is on disk before it answers, and none that a loss of power takes can go unseen. */
export function closeNext(dir: string): void {
  if (mkdirSync(dir, { recursive: true, mode: 0o700 }) !== undefined) flushDirectory(dirname(dir));
  writeNext(dir, ALL.slice(0, -NEXT.length), nextOf(dir).filter((name) => name !== ALL).map((name) => `${sumOf(join(dir, name))} ${name.slice(0, -NEXT.length)}\n`).join(''));
}

/** Each next version takes its list's place, on disk before it answers. Can be done twice, until dropNext. @throws StartProblem where one is missing or is not what was written */
export function useNext(dir: string): void {
  if (!existsSync(join(dir, ALL))) throw lost(join(dir, ALL));
  const wanted = readFileSync(join(dir, ALL), 'utf8').split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const]));
  const where = wanted.map(([sum, name]) => ({ sum, name, path: existsSync(join(dir, `${name}${NEXT}`)) ? join(dir, `${name}${NEXT}`) : join(dir, name) }));
  for (const { sum, path } of where) if (sumOf(path) !== sum) throw lost(path);
  for (const { name, path } of where) renameSync(path, join(dir, name));
  flushDirectory(dir);
}

/** What an interrupted change left, and nobody wants any more. */
export function dropNext(dir: string): void {
  for (const name of nextOf(dir)) rmSync(join(dir, name), { force: true });
}

function nextOf(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(NEXT)) : [];
}

function sumOf(path: string): string | undefined {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}

function lost(path: string): StartProblem {
  return new StartProblem(`Byttet av nøkler kan ikke fullføres, fordi ${path} mangler eller er skadet. De gamle nøklene er ikke slettet: hent tilbake databasen, FILES_DIR og DATA_DIR fra før byttet, og bytt på nytt.`);
}
