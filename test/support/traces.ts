import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** So much of a word is known again wherever it stands: what is cut off after it, too. */
const HEAD = 10;

/** The letters that a word begins with and that nobody writes in another way: an address and a log have signs of their own for æ, ø and å. */
function stem(word: string): string {
  const [ascii = ''] = /^[\x20-\x7e]*/.exec(word) ?? [];
  return ascii.length < HEAD ? word : ascii;
}

/** Every way a word may lie in a file, as it was written, in small letters and in capitals: UTF-8, UTF-16 in both orders, hexadecimal, and base64 at each of its three offsets. */
export function disguises(word: string): Buffer[] {
  return [word, word.toLowerCase(), word.toUpperCase()].flatMap((one) => waysOf(one));
}

function waysOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const little = Buffer.from(word, 'utf16le');
  const big = Buffer.from(little).swap16();
  const hex = utf8.toString('hex');
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
    // the first and last characters also depend on the neighbours: the middle does not
    return Buffer.from(text.slice(offset === 0 ? 0 : 4, Math.floor((text.length - 4) / 4) * 4));
  });
  return [utf8, little, big, Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64, ...base64.map((one) => Buffer.from(one.toString().replaceAll('+', '-').replaceAll('/', '_')))];
}

/** Looks for all words at once: those that begin alike are told apart only where their beginning was found. */
function searchFor(words: readonly string[]): (content: Buffer) => string[] {
  const groups = Map.groupBy(words, (word) => stem(word).slice(0, HEAD));
  const heads = [...groups].map(([head, alike]) => ({ head, needles: disguises(head), alike: alike.map((word) => ({ word, needles: disguises(stem(word)) })) }));
  const has = (content: Buffer, needles: readonly Buffer[]) => needles.some((needle) => content.includes(needle));
  return (content) => heads.filter(({ needles }) => has(content, needles)).flatMap(({ head, alike }) => {
    const found = alike.filter(({ needles }) => has(content, needles)).map(({ word }) => word);
    return found.length === 0 ? [`${head}…`] : found;
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The database makes and removes files of its own while we look: one that is gone holds nothing. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** What a file begins with that holds words packed, where no search for them finds any: a document or an archive of ours lies sealed. */
const PACKED = ['%PDF-', 'PK\u0003\u0004', '\u001f\u008b\u0008'].map((start) => Buffer.from(start, 'latin1'));

/** Which of the words lie in which files below a folder, in any disguise or name; and what lies there packed. */
export function tracesIn(folder: string, words: readonly string[]): string[] {
  const search = searchFor(words);
  return filesBelow(folder).flatMap((path) => {
    const content = contentOf(path);
    const name = path.slice(folder.length);
    const found = [...search(content), ...search(Buffer.from(name)), ...(PACKED.some((start) => content.subarray(0, start.length).equals(start)) ? ['something packed'] : [])];
    return found.map((word) => `${word} in ${name}`);
  });
}

/** Which of the words lie in files that came straight into a folder that many use, where a program leaves what it needed for a moment. @param since milliseconds since 1970 */
export function tracesSince(folder: string, since: number, words: readonly string[]): string[] {
  const search = searchFor(words);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const newer = entry.isFile() && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since;
    return newer ? [...search(contentOf(path)), ...search(Buffer.from(entry.name))].map((word) => `${word} in ${entry.name}`) : [];
  });
}

/** Which of the words stand in a text, in any disguise, cut off or with other letters for æ, ø and å. */
export function tracesInText(text: string, words: readonly string[]): string[] {
  return searchFor(words)(Buffer.from(text));
}

/**
 * Which of the words stand in which tables, read as rows: the database packs what is long, and packed it is found in none of its files.
 * @param url of a login that no row security binds
 */
export async function tracesInRows(url: string, words: readonly string[]): Promise<string[]> {
  const search = searchFor(words);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind in ('r', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      found.push(...search(Buffer.from(rows.map(({ row }) => row).join('\n'))).map((word) => `${word} in ${name}`));
    }
    return found;
  } finally {
    await client.end();
  }
}
