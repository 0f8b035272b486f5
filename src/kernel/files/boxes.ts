/** One box of an ISO base media file (ISO/IEC 14496-12): films, sound in MP4, HEIC pictures. Places are counted in the whole file. */
type Box = { readonly name: string; readonly start: number; readonly body: number; readonly end: number };

/** Boxes that hold boxes on the way to what we look for. */
const HOLDERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'moof', 'traf', 'mvex']);
/** What programs and cameras tell of themselves, of place and of time. */
const TELLING: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
const TIMED: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

/** undefined where the boxes do not fit into each other: then nothing may be touched. */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] | undefined {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to) return undefined;
    const short = bytes.readUInt32BE(at);
    const long = short === 1;
    if (long && at + 16 > to) return undefined;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const body = at + (long ? 16 : 8);
    if (size < body - at || at + size > to) return undefined;
    found.push({ name: bytes.toString('latin1', at + 4, at + 8), start: at, body, end: at + size });
    at += size;
  }
  return found;
}

/**
 * A film or sound in MP4 or QuickTime whose labels are emptied where they stand, so that nothing else moves. `complete` is false where
 * the camera also wrote a track of its own about place and movement, which cannot be taken out of the film.
 */
export function cleanMovie(bytes: Buffer): { readonly bytes: Buffer; readonly complete: boolean } | undefined {
  const copy = Buffer.from(bytes);
  const top = boxesIn(copy, 0, copy.length);
  if (top?.some(({ name }) => name === 'moov') !== true) return undefined;
  const state = { complete: true, broken: false };
  for (const box of top) cleanBox(copy, box, state);
  return state.broken ? undefined : { bytes: copy, complete: state.complete };
}

function cleanBox(copy: Buffer, box: Box, state: { complete: boolean; broken: boolean }): void {
  if (TELLING.has(box.name)) {
    copy.write('free', box.start + 4, 'latin1');
    copy.fill(0, box.body, box.end);
  } else if (TIMED.has(box.name)) {
    const moments = copy[box.body] === 1 ? 16 : 8;
    copy.fill(0, box.body + 4, Math.min(box.body + 4 + moments, box.end));
  } else if (box.name === 'hdlr') {
    // QuickTime and MP4 agree on where the kind of a track stands; the name behind it is free text.
    if (['meta', 'mdta', 'text'].includes(copy.toString('latin1', box.body + 8, box.body + 12))) state.complete = false;
    copy.fill(0, Math.min(box.body + 24, box.end), box.end);
  } else if (HOLDERS.has(box.name)) {
    const inner = boxesIn(copy, box.body, box.end);
    if (inner === undefined) state.broken = true;
    else for (const one of inner) cleanBox(copy, one, state);
  }
}

/** A HEIC picture whose EXIF and XMP are emptied where they lie. How it is turned stands elsewhere in such a file. undefined where they cannot be found for certain. */
export function cleanHeic(bytes: Buffer): Buffer | undefined {
  const copy = Buffer.from(bytes);
  const meta = boxesIn(copy, 0, copy.length)?.find(({ name }) => name === 'meta');
  const inner = meta && boxesIn(copy, meta.body + 4, meta.end);
  const items = inner?.find(({ name }) => name === 'iinf');
  const places = inner?.find(({ name }) => name === 'iloc');
  if (items === undefined || places === undefined) return undefined;
  try {
    const telling = tellingItems(copy, items);
    for (const extent of extentsOf(copy, places, telling)) {
      if (extent === undefined || extent.to > copy.length) return undefined;
      copy.fill(0, extent.from, extent.to);
    }
    return copy;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a list that ends too early
    throw error;
  }
}

/** Numbers of the items that are EXIF or a document about the picture (XMP). */
function tellingItems(bytes: Buffer, { body, end }: Box): Set<number> {
  const wide = bytes[body] !== 0;
  const entries = boxesIn(bytes, body + (wide ? 8 : 6), end) ?? [];
  const found = new Set<number>();
  for (const entry of entries) {
    const version = bytes[entry.body] ?? 0;
    const id = version >= 3 ? bytes.readUInt32BE(entry.body + 4) : bytes.readUInt16BE(entry.body + 4);
    const kind = entry.body + (version >= 3 ? 10 : 8);
    if (version < 2 || ['Exif', 'mime'].includes(bytes.toString('latin1', kind, kind + 4))) found.add(id);
  }
  return found;
}

/** Where the wanted items lie in the file; undefined for one whose place is given in another way. */
function* extentsOf(bytes: Buffer, { body, end }: Box, wanted: ReadonlySet<number>): Generator<{ from: number; to: number } | undefined> {
  const version = bytes[body] ?? 0;
  const sizes = bytes.readUInt16BE(body + 4);
  const [offset, length, base, index] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version === 0 ? 0 : sizes & 15] as const;
  let at = body + 6;
  const take = (size: number): number => {
    if (at + size > end) throw new RangeError('a list that ends too early');
    const value = size === 0 ? 0 : Number(BigInt(`0x${bytes.toString('hex', at, at + size)}`));
    at += size;
    return value;
  };
  const idSize = version < 2 ? 2 : 4;
  for (let left = take(idSize); left > 0; left -= 1) {
    const id = take(idSize);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const from = take(base);
    for (let extents = take(2); extents > 0; extents -= 1) {
      take(index);
      const start = from + take(offset);
      const size = take(length);
      if (wanted.has(id)) yield method === 0 && size > 0 ? { from: start, to: start + size } : undefined;
    }
  }
}
