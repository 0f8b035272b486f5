import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { SAMPLE_BYTES, kindOf } from '../../kernel/files/recognise.ts';
import type { FileKind } from '../../kernel/files/kinds.ts';
import { systemChance } from '../../kernel/ids.ts';
import { newObjectKey } from '../../kernel/sealing/object-key.ts';
import { sealStream } from '../../kernel/sealing/stream.ts';
import type { Storage } from '../../kernel/storage.ts';

/** Where a file goes: decided by the token, which stands before the file in the form. */
export type Destination = { readonly region: string; readonly thread: string };

/** A file that lies sealed in the store, and what opens it. Nothing in the database speaks of it yet. */
export type Stored = { readonly object: string; readonly key: string; readonly name: string; readonly type: FileKind; readonly bytes: number; readonly sha256: string };

/** none: no file was chosen · large, type: not taken · the rest is what `admit` answered */
export type Upload<No> = { readonly state: 'stored'; readonly file: Stored; readonly token: string } | { readonly state: 'none' | 'large' | 'type'; readonly token: string } | { readonly state: 'refused'; readonly why: No; readonly token: string };

/** How much of a body is read to its end although nothing is kept of it: a browser that is cut off shows its own words instead of ours. */
const MOST_READ = 300 * 1024 * 1024;
const TOKEN_LENGTH = 2000;

/**
 * Takes in one file of a form as it flows: recognised by its content, counted, hashed and sealed piece by piece, and in the store under its
 * name only when it is whole. It is never whole in memory and never in clear on disk. Throws when the sender goes away half way.
 * @param admit judges the token that came before the file
 * @param most bytes of the file
 */
export async function takeFile<No>(request: Request, parts: { readonly storage: Storage; readonly most: number; readonly admit: (token: string) => Promise<Destination | { readonly no: No }> }): Promise<Upload<No>> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('multipart/form-data') || request.body === null) return { state: 'none', token: '' };
  let token = '';
  let taken: Promise<Upload<No>> | undefined;
  const form = new Busboy({ headers: { 'content-type': type }, limits: { files: 1, fileSize: parts.most + 1, fields: 10, fieldSize: TOKEN_LENGTH, parts: 20, headerPairs: 20 } });
  form.on('field', (name, value) => { if (name === 'skjema') token = value; });
  form.on('file', (_field, file, name) => {
    taken = takeOne(file, token, name ?? '', parts).finally(() => file.resume());
    taken.catch(() => undefined); // told below, once the whole body was read
  });
  await pipeline(Readable.fromWeb(request.body as WebStream), counted(MOST_READ), form); // the same stream under the name that node gives it
  return await taken ?? { state: 'none', token };
}

async function takeOne<No>(file: BusboyFileStream, token: string, name: string, parts: Parameters<typeof takeFile<No>>[1]): Promise<Upload<No>> {
  const to = await parts.admit(token);
  if ('no' in to) return { state: 'refused', why: to.no, token };
  const pieces = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // without an encoding it gives buffers
  const start = await startOf(pieces);
  if (start.length === 0) return { state: 'none', token };
  const type = await kindOf(start);
  if (type === undefined) return { state: 'type', token };
  const object = randomUUID();
  const { key, text } = newObjectKey();
  const seen = { bytes: 0, hash: createHash('sha256') };
  try {
    const facts = { region: to.region, file: to.thread, object };
    await parts.storage.write({ region: to.region, object }, sealStream(key, facts, watched(start, pieces, seen, () => file.truncated || seen.bytes > parts.most), systemChance));
  } catch (error) {
    if (error instanceof TooLarge) return { state: 'large', token };
    throw error;
  }
  return { state: 'stored', file: { object, key: text, name: shortName(name), type, bytes: seen.bytes, sha256: seen.hash.digest('hex') }, token };
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

async function startOf(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  const start: Buffer[] = [];
  for (let size = 0; size < SAMPLE_BYTES; ) {
    const next = await pieces.next();
    if (next.done === true) break;
    start.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(start);
}

async function* watched(start: Buffer, pieces: AsyncIterator<Buffer>, seen: { bytes: number; hash: ReturnType<typeof createHash> }, tooLarge: () => boolean): AsyncGenerator<Buffer> {
  const see = (piece: Buffer): Buffer => {
    seen.bytes += piece.length;
    seen.hash.update(piece);
    if (tooLarge()) throw new TooLarge();
    return piece;
  };
  yield see(start);
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield see(next.value);
  if (tooLarge()) throw new TooLarge();
}

function counted(most: number): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let size = 0;
    for await (const piece of source) {
      size += piece.length;
      if (size > most) throw new TooLarge();
      yield piece;
    }
  };
}

/** Only to be looked at by people: without folders, and not longer than an envelope takes. */
function shortName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').toWellFormed().replace(/\p{C}/gu, ' ').trim().slice(0, 200).toWellFormed();
}
