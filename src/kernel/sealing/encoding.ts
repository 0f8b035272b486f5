/** What may stand in a sealed value's address, a MAC or a signed statement. */
export type Part = string | number | bigint | boolean | null | Uint8Array | readonly Part[];

/**
 * Bytes that only these parts in this order give: each part is `tag 1 | length 4 | content`, the label is the first.
 * Joining texts with a separator would let ('a|b', 'c') stand for ('a', 'b|c'). Throws RangeError on a number that is no safe integer.
 */
export function encode(label: string, parts: readonly Part[]): Buffer {
  // In one piece of memory, large enough for whatever the parts may take: a case with five hundred entries encodes a thousand of these before it is shown.
  const out = Buffer.allocUnsafe(HEAD + label.length * MOST_BYTES + mostOf(parts));
  return out.subarray(0, writeAll(out, write(out, 0, label), parts));
}

/** The same for named fields; the order in which they were written down does not count, their names do. */
export function encodeFields(label: string, fields: Readonly<Record<string, Part>>): Buffer {
  const names = Object.keys(fields).sort();
  const parts: Part[] = [];
  for (const name of names) parts.push(name, fields[name] ?? null);
  return encode(label, parts);
}

/** tag 1 | length 4 */
const HEAD = 5;
/** of one UTF-16 unit of a text */
const MOST_BYTES = 3;
/** of a number: eighteen digits and a sign; a bigint is measured */
const MOST_DIGITS = 20;
const TAG = { nothing: 0x7a, text: 0x73, halves: 0x75, number: 0x6e, yes: 0x74, no: 0x66, bytes: 0x62, list: 0x6c } as const;

function mostOf(parts: readonly Part[]): number {
  let most = 0;
  for (const part of parts) {
    most += HEAD;
    if (typeof part === 'string') most += part.length * MOST_BYTES;
    else if (typeof part === 'number') most += MOST_DIGITS;
    else if (typeof part === 'bigint') most += part.toString().length;
    else if (part instanceof Uint8Array) most += part.length;
    else if (part !== null && typeof part === 'object') most += mostOf(part);
  }
  return most;
}

function writeAll(out: Buffer, from: number, parts: readonly Part[]): number {
  let at = from;
  for (const part of parts) at = write(out, at, part);
  return at;
}

/** Answers where it ends. */
function write(out: Buffer, at: number, part: Part): number {
  if (part === null) return framed(out, at, TAG.nothing, at + HEAD);
  switch (typeof part) {
    case 'string':
      return writeText(out, at, part);
    case 'number':
      if (!Number.isSafeInteger(part)) throw new RangeError('only whole numbers can be encoded');
      return framed(out, at, TAG.number, writeAscii(out, at + HEAD, part.toString()));
    case 'bigint':
      return framed(out, at, TAG.number, writeAscii(out, at + HEAD, part.toString()));
    case 'boolean':
      return framed(out, at, part ? TAG.yes : TAG.no, at + HEAD);
    default:
      if (!(part instanceof Uint8Array)) return framed(out, at, TAG.list, writeAll(out, at + HEAD, part));
      out.set(part, at + HEAD);
      return framed(out, at, TAG.bytes, at + HEAD + part.length);
  }
}

// UTF-8 writes every half surrogate as the same three bytes; UTF-16 keeps them apart
function writeText(out: Buffer, at: number, text: string): number {
  const end = writeAscii(out, at + HEAD, text);
  if (end !== NOT_ASCII) return framed(out, at, TAG.text, end);
  return text.isWellFormed()
    ? framed(out, at, TAG.text, at + HEAD + out.write(text, at + HEAD, 'utf8'))
    : framed(out, at, TAG.halves, at + HEAD + out.write(text, at + HEAD, 'utf16le'));
}

const NOT_ASCII = -1;

/** Ids, codes and times are all of ASCII and short: for these a loop is quicker than asking for an encoder. */
function writeAscii(out: Buffer, from: number, text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return NOT_ASCII;
    out[from + at] = unit;
  }
  return from + text.length;
}

function framed(out: Buffer, at: number, tag: number, end: number): number {
  out[at] = tag;
  out.writeUInt32BE(end - at - HEAD, at + 1);
  return end;
}
