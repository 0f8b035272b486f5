import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, constants, createBrotliCompress } from 'node:zlib';

/** A page in two parts with something of its own between them: the sealed token, which is new each time, and the end of its tag. */
export type Cut = { readonly before: string; readonly own: string; readonly after: string };

const END = '"/>';
const TOKEN = /[\w-]{100,}"\/>/;

/** A page cut at its first token; what comes again later is the same token. undefined for a page without one. */
export function cut(page: string): Cut | undefined {
  const found = TOKEN.exec(page);
  return found === null ? undefined : { before: page.slice(0, found.index), own: found[0], after: page.slice(found.index + found[0].length) };
}

/** The same for every token: what a page is without its own. */
export function shapeOf({ before, own, after }: Cut): string {
  return `${before}\u0000${own.length}\u0000${after.replaceAll(tokenOf(own), '\u0000')}`;
}

function tokenOf(own: string): string {
  return own.slice(0, -END.length);
}

export type Pressed = { readonly head: Buffer; readonly tail: Buffer };

const TRIES = 5;

/**
 * A page's two parts pressed as hard as Brotli can, once, so that each visitor's own token is put between them unpressed (RFC 7932, 9.2: a
 * meta-block may hold plain bytes). undefined where the second part cannot be read after another token: each result is tried before it is used.
 */
export async function press(page: Cut): Promise<Pressed | undefined> {
  for (let n = 0; n < TRIES; n += 1) {
    // random bytes in the token's place press into nothing shorter, and look like nothing else in the page
    const pressed = await pressWith(page, randomBytes(tokenOf(page.own).length));
    if (opens(spliced(pressed, page.own)) === `${page.before}${page.own}${page.after}`) return pressed;
  }
  return undefined;
}

async function pressWith(page: Cut, standIn: Buffer): Promise<Pressed> {
  const stream = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  const parts: Buffer[] = [];
  stream.on('data', (piece: Buffer) => parts.push(piece));
  const flushed = () => new Promise<number>((resolve) => stream.flush(constants.BROTLI_OPERATION_FLUSH, () => resolve(Buffer.concat(parts).length)));
  stream.write(page.before);
  const head = await flushed();
  stream.write(Buffer.concat([standIn, Buffer.from(END)]));
  const own = await flushed();
  const after = page.after.split(tokenOf(page.own)).flatMap((text, n) => (n === 0 ? [Buffer.from(text)] : [standIn, Buffer.from(text)]));
  await new Promise<void>((resolve) => stream.once('end', resolve).end(Buffer.concat(after)));
  const all = Buffer.concat(parts);
  return { head: all.subarray(0, head), tail: all.subarray(own) };
}

/** The whole page for one visitor. */
export function spliced({ head, tail }: Pressed, own: string): Buffer {
  const bytes = Buffer.from(own);
  // not the last · four nibbles of length · length less one · plain, then up to the next byte
  const block = Buffer.alloc(3);
  block.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3);
  return Buffer.concat([head, block, bytes, tail]);
}

function opens(bytes: Buffer): string | undefined {
  try {
    return brotliDecompressSync(bytes).toString('utf8');
  } catch {
    return undefined;
  }
}
