import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const withBrotli = promisify(brotliCompress);
const withGzip = promisify(gzip);
/** Higher would save a twentieth and take ten times as long, for each form that is fetched. */
const QUALITY = 5;

/**
 * A page that was asked for with GET, made small: a third or less of the bytes on a bad network. Answers to what somebody posted are
 * left as they are: the length of a compressed page tells of what stands in it twice, and those hold a person's own words and a code.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const wanted = request.headers.get('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((name) => wanted.includes(name));
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (request.method !== 'GET' || encoding === undefined || !isPage || response.headers.has('content-encoding')) return response;
  const text = Buffer.from(await response.arrayBuffer());
  const body = encoding === 'br' ? await withBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }) : await withGzip(text);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', encoding);
  headers.set('vary', 'accept-encoding');
  return new Response(new Uint8Array(body), { status: response.status, headers });
}
