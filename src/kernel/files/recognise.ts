import { fileTypeFromBuffer } from 'file-type';
import { FILE_KIND_NAMES, FILE_KINDS, type FileKind } from './kinds.ts';

/** So much of a file's beginning tells what it is; a word processor's file begins with a list that may be long. */
export const SAMPLE_BYTES = 256 * 1024;

/**
 * The kind of a file that begins so; undefined for one that is none of ours.
 * @param start the first SAMPLE_BYTES, or all of a shorter file
 */
export async function kindOf(start: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(start);
  if (found === undefined) return isText(start) ? 'text' : undefined;
  const mime = found.mime.split(';')[0];
  return FILE_KIND_NAMES.find((name) => FILE_KINDS[name].found.some((one) => one === mime));
}

/** UTF-8, or Latin letters of one byte, and none of the control characters that a text has no use for. */
function isText(start: Uint8Array): boolean {
  if (start.length === 0) return false;
  return start.every((byte) => byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}
