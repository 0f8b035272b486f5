/** One posted form as it came: name and value pairs in order. Files have routes of their own. */
export type Pairs = readonly (readonly [string, string])[];

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_FIELDS = 20_000;

/**
 * Reads a posted form of at most 2 MiB and 20 000 fields; what is beyond is cut off, not refused: the form's own rules
 * then say what is too long, with everything else kept. Another kind of body is an empty form.
 */
export async function readPairs(request: Request): Promise<Pairs> {
  if (!(request.headers.get('content-type') ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded')) return [];
  const text = await readText(request);
  const pairs: [string, string][] = [];
  for (const pair of new URLSearchParams(text)) {
    if (pairs.length === MOST_FIELDS) break;
    pairs.push(pair);
  }
  return pairs;
}

async function readText(request: Request): Promise<string> {
  return (await readBytes(request, MOST_BYTES)).toString('utf8');
}

/** The body, or its first `most` bytes. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    const room = most - size;
    chunks.push(chunk.subarray(0, room));
    size += Math.min(chunk.length, room);
    if (size === most) break;
  }
  return Buffer.concat(chunks);
}

/** A form's values by name; a name that came more than once has several. */
export class Form {
  readonly pairs: Pairs;

  constructor(pairs: Pairs) {
    this.pairs = pairs;
  }

  /** The first value, without null bytes and with ends trimmed; empty where the field was not there. */
  one(name: string): string {
    return (this.pairs.find(([key]) => key === name)?.[1] ?? '').replaceAll('\u0000', '').trim();
  }

  all(name: string): string[] {
    return this.pairs.filter(([key]) => key === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.pairs.some(([key]) => key === name);
  }
}
