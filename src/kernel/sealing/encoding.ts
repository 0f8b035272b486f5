/** What may stand in a sealed value's address, a MAC or a signed statement. */
export type Part = string | number | bigint | boolean | null | Uint8Array | readonly Part[];

/**
 * Bytes that only these parts in this order give: each part is `tag 1 | length 4 | content`, the label is the first.
 * Joining texts with a separator would let ('a|b', 'c') stand for ('a', 'b|c'). Throws RangeError on a number that is no safe integer.
 */
export function encode(label: string, parts: readonly Part[]): Buffer {
  return Buffer.concat([label, ...parts].map(encodePart));
}

/** The same for named fields; the order in which they were written down does not count, their names do. */
export function encodeFields(label: string, fields: Readonly<Record<string, Part>>): Buffer {
  const names = Object.keys(fields).sort();
  return encode(label, names.flatMap((name) => [name, fields[name] ?? null]));
}

function encodePart(part: Part): Buffer {
  if (part === null) return framed('z', Buffer.alloc(0));
  switch (typeof part) {
    case 'string':
      return encodeText(part);
    case 'number':
      if (!Number.isSafeInteger(part)) throw new RangeError('only whole numbers can be encoded');
      return framed('n', Buffer.from(part.toString()));
    case 'bigint':
      return framed('n', Buffer.from(part.toString()));
    case 'boolean':
      return framed(part ? 't' : 'f', Buffer.alloc(0));
    default:
      return part instanceof Uint8Array ? framed('b', part) : framed('l', Buffer.concat(part.map(encodePart)));
  }
}

// UTF-8 writes every half surrogate as the same three bytes; UTF-16 keeps them apart
function encodeText(text: string): Buffer {
  return text.isWellFormed() ? framed('s', Buffer.from(text, 'utf8')) : framed('u', Buffer.from(text, 'utf16le'));
}

function framed(tag: string, content: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(5 + content.length);
  out.write(tag, 0, 'latin1');
  out.writeUInt32BE(content.length, 1);
  out.set(content, 5);
  return out;
}
