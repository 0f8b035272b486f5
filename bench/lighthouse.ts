import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromiumPath } from '../test/support/chromium.ts';
import { startProduct } from '../test/support/product.ts';

/** Fetched when it is asked for: of no use to the product, and larger than all that the product is made of. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const PATHS = ['/', '/meld', '/lett/meld', '/dele', '/spor'] as const;
const MARKS = ['performance', 'accessibility', 'best-practices'] as const;
const MEASURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const;

type Said = {
  readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
  readonly audits: Readonly<Record<string, { readonly displayValue?: string } | undefined>>;
};

/** One page on Lighthouse's slow phone (four times slower than this machine, slow 4G). */
function looked(url: string, folder: string): Said {
  const out = join(folder, 'said.json');
  const words = ['exec', '--yes', '--package', LIGHTHOUSE, '--', 'lighthouse', url, '--quiet', '--output', 'json', '--output-path', out, '--chrome-flags=--headless --no-sandbox --disable-gpu'];
  const env = { ...process.env, CHROME_PATH: chromiumPath(), PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
  const { status } = spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'], env, cwd: folder });
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}`);
  return JSON.parse(readFileSync(out, 'utf8')) as Said; // the shape of Lighthouse's own answer
}

const folder = mkdtempSync(join(tmpdir(), 'vv-lighthouse-'));
const product = await startProduct();
try {
  console.log(`| page | ${[...MARKS, ...MEASURES].join(' | ')} |\n|---|${'---|'.repeat(MARKS.length + MEASURES.length)}`);
  for (const path of PATHS) {
    const { categories, audits } = looked(`${product.publicUrl}${path}`, folder);
    const marks = MARKS.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
    console.log(`| ${path} | ${[...marks, ...MEASURES.map((name) => audits[name]?.displayValue ?? '')].join(' | ')} |`);
  }
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
