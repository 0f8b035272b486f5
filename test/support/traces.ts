import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every way a word may lie in a file: UTF-8, UTF-16 in both orders, hexadecimal, and base64 at each of its three offsets. */
export function disguises(word: string): Buffer[] {
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

/** Which of the words lie in which files below a folder, in any disguise. */
export function tracesIn(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => disguises(word).map((needle) => ({ word, needle })));
  return filesBelow(folder).flatMap((path) => {
    const content = contentOf(path);
    return needles.filter(({ needle }) => content.includes(needle)).map(({ word }) => `${word} in ${path.slice(folder.length)}`);
  });
}

export function tracesInText(text: string, words: readonly string[]): string[] {
  const content = Buffer.from(text);
  return words.filter((word) => disguises(word).some((needle) => content.includes(needle)));
}
