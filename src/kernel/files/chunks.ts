import { orientation, orientationOnly } from './jpeg.ts';

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Picture, colour and movement. Texts, times, EXIF and what a program added for itself are not among them. */
const PNG_KEPT: ReadonlySet<string> = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT',
]);

/** A PNG with its picture and nothing else. undefined for one that is not whole. */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(PNG_START)) return undefined;
  const kept: Buffer[] = [PNG_START];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

const WEBP_KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP']);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** A WEBP without EXIF and XMP; only how it is to be turned stays. undefined for one that is not whole. */
export function cleanWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return undefined;
  const kept: Buffer[] = [];
  let turned: number | undefined;
  for (let at = 12; at + 8 <= whole; ) {
    const length = bytes.readUInt32LE(at + 4);
    const name = bytes.toString('latin1', at, at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) return undefined;
    if (name === 'EXIF') turned = orientation(bytes.subarray(at + 8, at + 8 + length)) ?? orientation(bytes.subarray(at + 14, at + 8 + length));
    if (WEBP_KEPT.has(name)) kept.push(Buffer.from(bytes.subarray(at, Math.min(end, whole))));
    at = end;
  }
  const [first] = kept;
  if (first === undefined) return undefined;
  const extended = first.toString('latin1', 0, 4) === 'VP8X';
  const turns = extended && turned !== undefined && turned !== 1 ? turned : undefined;
  if (extended) first[8] = ((first[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turns === undefined ? 0 : HAS_EXIF);
  return riff([...kept, ...(turns === undefined ? [] : [riffChunk('EXIF', orientationOnly(turns))])]);
}

function riffChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function riff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const ID3V1_BYTES = 128;
const ID3V2_HEAD = 10;

/** A sound file of bare frames (MP3, AAC) without the labels before and behind them. undefined when nothing is left. */
export function cleanFrames(bytes: Buffer): Buffer | undefined {
  let from = 0;
  while (bytes.length >= from + ID3V2_HEAD && bytes.toString('latin1', from, from + 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[from + at] ?? 0) & 0x7f), 0);
    const footer = ((bytes[from + 5] ?? 0) & 0x10) === 0 ? 0 : ID3V2_HEAD;
    from += ID3V2_HEAD + size + footer;
  }
  let to = bytes.length;
  if (to - ID3V1_BYTES >= from && bytes.toString('latin1', to - ID3V1_BYTES, to - ID3V1_BYTES + 3) === 'TAG') to -= ID3V1_BYTES;
  to = withoutApe(bytes, from, to);
  return to > from ? bytes.subarray(from, to) : undefined;
}

const APE_BYTES = 32;

function withoutApe(bytes: Buffer, from: number, to: number): number {
  const foot = to - APE_BYTES;
  if (foot < from || bytes.toString('latin1', foot, foot + 8) !== 'APETAGEX') return to;
  const start = to - bytes.readUInt32LE(foot + 12) - ((bytes.readUInt32LE(foot + 20) & 0x80000000) === 0 ? 0 : APE_BYTES);
  return start > from ? start : to;
}
