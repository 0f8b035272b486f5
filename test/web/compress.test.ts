import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from '../../src/web/public/compress.ts';
import { cut, press, spliced } from '../../src/web/public/splice.ts';

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

test('what is fetched again is pressed harder, and each visitor gets the page with their own token and nobody else’s', async () => {
  const words = Array.from({ length: 400 }, (_, n) => `<label><input name="felt${n % 40}" value="svar ${n * 7919}"/>Svar ${n}</label>`).join('');
  const own = (token: string) => `<!doctype html><form><input name="token" value="${token}"/></form>${words}<form><input name="skjema" value="${token}"/>${words}</form>`;
  const visit = async (): Promise<number> => {
    const text = own(randomBytes(83).toString('base64url'));
    const body = await bytes(await compressed(asked('br'), new Response(text, { headers: { 'content-type': 'text/html' } })));
    expect(brotliDecompressSync(body).toString()).toBe(text);
    return body.length;
  };
  const first = await visit();
  await expect.poll(visit, { message: 'pressed beside what is served', timeout: 20_000, interval: 100 }).toBeLessThan(first * 0.95);
  const sizes: number[] = [];
  for (let visitor = 0; visitor < 20; visitor += 1) sizes.push(await visit());
  expect(new Set(sizes).size).toBe(1);
});

test('somebody’s own token in place of another’s is the same page, whatever the token', async () => {
  const page = (token: string) => `<p>før</p><input name="token" value="${token}"/><p>etter ${'mer '.repeat(50)}</p><input value="${token}"/>`;
  const parts = (token: string) => cut(page(token)) ?? { before: '', own: '', after: '' };
  const pressed = await press(parts('a'.repeat(110)));
  for (let n = 0; n < 50 && pressed !== undefined; n += 1) {
    const token = randomBytes(83).toString('base64url').slice(0, 110);
    expect(brotliDecompressSync(spliced(pressed, parts(token).own)).toString()).toBe(page(token));
  }
  expect(pressed).toBeDefined();
});
