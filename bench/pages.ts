import { get, type IncomingMessage } from 'node:http';
import { startProduct } from '../test/support/product.ts';

const PATHS = ['/', '/meld', '/lett/meld', '/nn/meld', '/en/meld', '/kvittering', '/dele', '/lett/dele', '/personvern', '/tilgjengelighet', '/spor', '/kalender'] as const;
const TIMES = 30;

type Fetched = { readonly status: number; readonly firstByteMs: number; readonly bytes: number; readonly packed: string; readonly text: Buffer };

/** One page as a browser asks for it, with the bytes as they come over the wire, heads included. */
function fetched(url: string): Promise<Fetched> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' } }, (response: IncomingMessage) => {
      const firstByteMs = performance.now() - began;
      const head = `HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\n${response.rawHeaders.map((part, n) => (n % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('')}\r\n`;
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
        const text = Buffer.concat(pieces);
        resolve({ status: response.statusCode ?? 0, firstByteMs, bytes: head.length + text.length, packed: response.headers['content-encoding'] ?? 'as it is', text });
      });
    }).on('error', reject);
  });
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** Time to first byte and bytes over the wire of each public page, and of what the first page brings with it. */
async function main(): Promise<void> {
  const product = await startProduct();
  try {
    console.log('| page | status | first byte ms (median) | bytes on the wire | body | packed |\n|---|---|---|---|---|---|');
    for (const path of PATHS) {
      await fetched(`${product.publicUrl}${path}`);
      await new Promise((resolve) => setTimeout(resolve, 1000)); // what was met for the first time is pressed meanwhile
      const all: Fetched[] = [];
      for (let n = 0; n < TIMES; n += 1) all.push(await fetched(`${product.publicUrl}${path}`));
      const last = all.at(-1);
      if (last !== undefined) console.log(`| ${path} | ${last.status} | ${median(all.map((one) => one.firstByteMs)).toFixed(1)} | ${last.bytes} | ${last.text.length} | ${last.packed} |`);
    }
    const html = await (await fetch(product.publicUrl)).text();
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
    const sheet = await (await fetch(`${product.publicUrl}${css}`)).text();
    const fonts = [...new Set([...sheet.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, url = '']) => new URL(url, `${product.publicUrl}${css}`).pathname))];
    // the whole font is fetched for letters that the public one has not: nobody's first page
    let sum = (await fetched(product.publicUrl)).bytes;
    for (const asset of [css, /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '', ...fonts]) {
      const { bytes } = await fetched(`${product.publicUrl}${asset}`);
      if (!asset.endsWith('.woff2') || asset.includes('inter-public')) sum += bytes;
      console.log(`| ${asset.replace(/[.-][0-9a-zA-Z_-]{8,}(?=\.)/, '')} | | | ${bytes} | | |`);
    }
    console.log(`first page, all in: ${sum} bytes`);
  } finally {
    await product.stop();
  }
}

await main();
