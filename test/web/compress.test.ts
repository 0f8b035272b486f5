import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from '../../src/web/public/compress.ts';

const PAGE = `<!doctype html>${'<p>Er noen i fare nå?</p>'.repeat(500)}`;
const page = (type = 'text/html; charset=utf-8') => new Response(PAGE, { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' } });
const asked = (accepts: string, method = 'GET') => new Request('http://127.0.0.1/meld', { method, headers: { 'accept-encoding': accepts } });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

test('a page comes small over a bad network, and is the same page', async () => {
  const small = await compressed(asked('gzip, deflate, br'), page());
  expect([small.headers.get('content-encoding'), small.headers.get('vary'), small.headers.get('cache-control'), small.status]).toEqual(['br', 'accept-encoding', 'no-store', 200]);
  const body = await bytes(small);
  expect(body.length).toBeLessThan(PAGE.length / 20);
  expect(brotliDecompressSync(body).toString()).toBe(PAGE);
  expect(gunzipSync(await bytes(await compressed(asked('gzip'), page()))).toString()).toBe(PAGE);
});

test('a browser that cannot unpack gets it as it is', async () => {
  const plain = await compressed(asked('identity'), page());
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect((await bytes(plain)).toString()).toBe(PAGE);
});

test('what answers a posted form is never compressed: its length would tell of a code that stands beside a person’s own words', async () => {
  expect((await compressed(asked('br', 'POST'), page())).headers.get('content-encoding')).toBeNull();
  expect((await compressed(asked('br'), page('application/json'))).headers.get('content-encoding')).toBeNull();
});
