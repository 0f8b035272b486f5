import { createHmac } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { decipher, encipher, expand, TAG_BYTES } from './aead.ts';
import { SealBroken } from './broken.ts';
import { encode } from './encoding.ts';
import { unpad } from './padding.ts';
import type { FileKey } from './region-keys.ts';

/** Which stored object a stream is; it opens as that one only. An object's id is random and never used again. */
export type StreamFacts = { readonly region: string; readonly file: string; readonly object: string };

const FORMAT = 1;
const SALT_BYTES = 24;
const HEAD_BYTES = 1 + SALT_BYTES;
const CHUNK_BYTES = 64 * 1024;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
const MARK = 0x80;

/**
 * Seals a file as it flows: `format 1 | salt 24 | chunks`, each chunk 64 KiB and a tag of 16 bytes. The last one is filled up, so that
 * only the number of chunks tells how long the file was. Each stream has a key of its own, made from the salt; a chunk's nonce is its
 * number and whether it is the last, so none can be moved, left out or put behind the end.
 */
export async function* sealStream(key: FileKey, facts: StreamFacts, source: AsyncIterable<Uint8Array>, chance: Pick<Chance, 'bytes'>): AsyncGenerator<Buffer> {
  const head = Buffer.concat([Buffer.of(FORMAT), newSalt(key, facts, chance)]);
  const chunk = expand(key.stream, 'stream chunk', head.subarray(1));
  const aad = address(head, facts);
  yield head;
  let number = 0;
  for await (const plain of regroup(source, CHUNK_BYTES)) {
    const last = plain.length < CHUNK_BYTES;
    yield encipher(chunk, nonce(number, last), last ? filled(plain) : plain, aad);
    number += 1;
  }
}

/**
 * Opens what sealStream made. Throws SealBroken when a chunk is changed, moved or missing, or when the stream is another object's. What came out
 * before was authentic but may not be all: nobody may call it the file before the end is reached.
 */
export async function* openStream(key: FileKey, facts: StreamFacts, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    yield* openPieces(key, facts, pieces);
  } finally {
    // an open file is closed also when the reader gives up half way
    await pieces.return?.();
  }
}

async function* openPieces(key: FileKey, facts: StreamFacts, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  const { head, behind } = await readHead(pieces);
  const chunk = expand(key.stream, 'stream chunk', head.subarray(1));
  const aad = address(head, facts);
  let held: Buffer | undefined;
  let number = 0;
  for await (const sealed of regroup(following(behind, pieces), SEALED_BYTES)) {
    // regroup ends with what is left over: anything there means that the end was cut off
    if (sealed.length > 0 && sealed.length < SEALED_BYTES) throw new SealBroken('altered');
    if (held !== undefined) {
      const last = sealed.length === 0;
      const plain = decipher(chunk, nonce(number, last), held, aad);
      number += 1;
      yield last ? unpad(plain) : plain;
    }
    held = sealed;
  }
  if (number === 0) throw new SealBroken('altered');
}

/** Groups of exactly `size` bytes, and one shorter (perhaps empty) at the end. */
async function* regroup(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let group = Buffer.alloc(size);
  let filledTo = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + size - filledTo);
      group.set(part, filledTo);
      at += part.length;
      filledTo += part.length;
      if (filledTo === size) {
        yield group;
        group = Buffer.alloc(size);
        filledTo = 0;
      }
    }
  }
  yield group.subarray(0, filledTo);
}

async function readHead(pieces: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; behind: Buffer }> {
  let start = Buffer.alloc(0);
  while (start.length < HEAD_BYTES) {
    const next = await pieces.next();
    if (next.done === true) throw new SealBroken('format');
    start = Buffer.concat([start, next.value]);
  }
  if (start[0] !== FORMAT) throw new SealBroken('format');
  return { head: start.subarray(0, HEAD_BYTES), behind: start.subarray(HEAD_BYTES) };
}

async function* following(first: Buffer, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

function newSalt(key: FileKey, facts: StreamFacts, chance: Pick<Chance, 'bytes'>): Buffer {
  // the content is not known yet, so the object's own id stands in where chance repeats itself
  const bytes = encode('stream', [facts.region, facts.file, facts.object, chance.bytes(SALT_BYTES)]);
  return createHmac('sha256', expand(key.stream, 'stream salt')).update(bytes).digest().subarray(0, SALT_BYTES);
}

function nonce(number: number, last: boolean): Buffer {
  const out = Buffer.alloc(12);
  out.writeUInt32BE(number, 7);
  out[11] = last ? 1 : 0;
  return out;
}

function filled(plain: Buffer): Buffer {
  const out = Buffer.alloc(CHUNK_BYTES);
  plain.copy(out);
  out[plain.length] = MARK;
  return out;
}

function address(head: Buffer, facts: StreamFacts): Buffer {
  return Buffer.concat([head, encode('stream chunk', [facts.region, facts.file, facts.object])]);
}
