import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { cut, press, shapeOf, spliced, type Cut, type Pressed } from './splice.ts';

const withBrotli = promisify(brotliCompress);
const withGzip = promisify(gzip);
/** For a page that is met the first time. Higher takes up to thirty times as long; what is fetched again is pressed as hard as can be, once. */
const QUALITY = 5;
const KEPT = 100;

/**
 * A page that was asked for with GET, made small: a seventh of the bytes on a bad network. Answers to what somebody posted are
 * left as they are: the length of a compressed page tells of what stands in it twice, and those hold a person's own words and a code.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const wanted = request.headers.get('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((name) => wanted.includes(name));
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (request.method !== 'GET' || encoding === undefined || !isPage || response.headers.has('content-encoding')) return response;
  const text = await response.text();
  const body = encoding === 'br' ? await small(text) : await withGzip(text);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', encoding);
  headers.set('vary', 'accept-encoding');
  return new Response(new Uint8Array(body), { status: response.status, headers });
}

/** By shape: a page is the same for everybody but for its token. They hold nobody's words, since they were asked for with GET. */
const kept = new Map<string, Pressed | undefined>();
let pressing = false;

async function small(text: string): Promise<Buffer> {
  const parts = cut(text) ?? { before: text, own: '', after: '' };
  const shape = shapeOf(parts);
  const ready = kept.get(shape);
  if (ready !== undefined) return parts.own === '' ? ready.head : spliced(ready, parts.own);
  if (!pressing && !kept.has(shape)) void keep(shape, parts);
  return withBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) } });
}

/** One at a time, beside the answers; the oldest shape is forgotten first. A shape that cannot be pressed is remembered as that. */
async function keep(shape: string, parts: Cut): Promise<void> {
  pressing = true;
  try {
    kept.set(shape, await (parts.own === '' ? whole(parts.before) : press(parts)));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  } finally {
    pressing = false;
  }
}

async function whole(text: string): Promise<Pressed> {
  return { head: await withBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }), tail: Buffer.alloc(0) };
}
