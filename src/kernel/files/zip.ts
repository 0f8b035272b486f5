import { inflateRawSync } from 'node:zlib';

/** What a letter of a word processor may unpack to: a long one with many pictures stays far below. */
export const ZIP_LIMITS = { entries: 2_000, bytes: 250 * 1024 * 1024 } as const;

const END_OF_LIST = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Whether a zip file unpacks to no more than `limits`. It is unpacked to find out: what its list says of sizes is the sender's word. One that
 * is not whole, is locked, or packs what its list does not say, or lists more than the file holds, does not fit either.
 */
export function zipFits(file: Buffer, limits: { readonly entries: number; readonly bytes: number } = ZIP_LIMITS): boolean {
  try {
    const entries = listed(file, limits.entries);
    // parts that share what they are packed in are unpacked again and again, for nothing that a limit counts
    if (entries !== undefined && entries.reduce((sum, { packed }) => sum + packed, 0) > file.length) return false;
    let left = limits.bytes;
    for (const entry of entries ?? []) {
      const size = unpackedSize(file, entry, left);
      if (size === undefined || size > left) return false;
      left -= size;
    }
    return entries !== undefined;
  } catch {
    // an offset that leads out of the file, or a stream that unpacks to more than was left
    return false;
  }
}

type Entry = { readonly method: number; readonly packed: number; readonly at: number };

function listed(file: Buffer, most: number): Entry[] | undefined {
  const end = file.lastIndexOf(signature(END_OF_LIST));
  if (end < 0 || end + END_BYTES > file.length || end < file.length - END_BYTES - LONGEST_COMMENT) return undefined;
  const count = file.readUInt16LE(end + 10);
  if (count === 0 || count > most) return undefined;
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (file.readUInt32LE(at) !== LISTED) return undefined;
    entries.push({ method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), at: file.readUInt32LE(at + 42) });
    at += LISTED_BYTES + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize(file: Buffer, { method, packed, at }: Entry, most: number): number | undefined {
  if (file.readUInt32LE(at) !== LOCAL) return undefined;
  const from = at + LOCAL_BYTES + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + packed > file.length) return undefined;
  if (method === STORED) return packed;
  if (method !== DEFLATED) return undefined;
  return packed === 0 ? 0 : inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: Math.max(most, 1) }).length;
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
