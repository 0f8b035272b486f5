const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** What an image needs to be shown: frames, tables, restart and line counts, and colour (JFIF, ICC profile, Adobe). All else may tell of somebody. */
function isNeeded(marker: number, body: Buffer): boolean {
  if (marker >= 0xc0 && marker <= 0xcf) return true;
  if (marker === 0xdb || marker === 0xdc || marker === 0xdd) return true;
  if (marker === 0xe0) return starts(body, 'JFIF\0');
  if (marker === 0xe2) return starts(body, 'ICC_PROFILE\0');
  return marker === 0xee && starts(body, 'Adobe');
}

function starts(body: Buffer, text: string): boolean {
  return body.subarray(0, text.length).toString('latin1') === text;
}

/**
 * A JPEG without camera, place, time, comments, previews and whatever was hung on behind its end; only how it is to be turned stays.
 * undefined for one that is not whole.
 */
export function cleanJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Buffer[] = [];
  let turned: number | undefined;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return undefined;
    if (marker === EOI) return assembled(kept, turned);
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (marker === 0xe1 && starts(body, 'Exif\0\0')) turned ??= orientation(body.subarray(6));
    if (marker === SOS) kept.push(bytes.subarray(at, next));
    else if (isNeeded(marker, body)) kept.push(marker === 0xe0 ? withoutPreview(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = next;
  }
  // Some cameras leave out the end; the picture is there all the same.
  return kept.some((part) => part[1] === SOS) ? assembled(kept, turned) : undefined;
}

function assembled(kept: readonly Buffer[], turned: number | undefined): Buffer {
  return Buffer.concat([Buffer.of(0xff, SOI), ...(turned === undefined || turned === 1 ? [] : [exifSegment(turned)]), ...kept, Buffer.of(0xff, EOI)]);
}

/** Coded picture lines run until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** A JFIF head may carry a small preview of what the picture was before it was cut. */
function withoutPreview(segment: Buffer): Buffer {
  const head = Buffer.from(segment.subarray(0, 18));
  if (head.length < 18) return segment;
  head.writeUInt16BE(16, 2);
  head[16] = 0;
  head[17] = 0;
  return head;
}

const ORIENTATION = 0x0112;

/** How a picture is to be turned (1–8), from the TIFF part of its EXIF; undefined where it does not say. */
export function orientation(tiff: Buffer): number | undefined {
  const little = starts(tiff, 'II');
  if (tiff.length < 14 || (!little && !starts(tiff, 'MM'))) return undefined;
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  const count = u16(first);
  for (let at = first + 2, n = 0; n < count && at + 12 <= tiff.length; n += 1, at += 12) {
    if (u16(at) !== ORIENTATION) continue;
    const turned = u16(at + 8);
    return turned >= 1 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** An EXIF that says how to turn the picture and nothing else: TIFF, one entry. */
export function orientationOnly(turned: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turned, 18);
  return tiff;
}

function exifSegment(turned: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(turned)]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
