import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openTypesetter } from '../src/kernel/typesetting/typesetter.ts';
import { LANGUAGES } from '../src/kernel/texts.ts';
import { instant } from '../src/kernel/time.ts';
import { sheetForm } from '../src/reports/pages/paper/sheet-form.ts';
import { MOST_SHEETS, sheetNumber, sheetsOf } from '../src/reports/paper/number.ts';
import { SHEET_TEMPLATE } from '../src/reports/paper/template.ts';
import { SITE } from '../test/reports/site-sample.ts';

/**
 * The paper form as a file: what one takes, what the largest pad takes, and the memory of the typesetter over a hundred of them.
 * Needs dist/typeset.mjs: `npm run build` first.
 */
const HUNDRED = 100;
const setter = openTypesetter({ program: fileURLToPath(new URL('../typeset.mjs', import.meta.url)), most: HUNDRED * 2 });
const now = instant('2026-03-02T07:00:00.000Z');
const typeset = (at: number, numbers: readonly string[]) =>
  setter.typeset({ source: SHEET_TEMPLATE, data: JSON.stringify(sheetForm(LANGUAGES[at % LANGUAGES.length] ?? 'nb', SITE, numbers, now)), standard: 'ua-1' });
const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${setter.pid()}/status`, 'utf8'))?.[1] ?? 0) / 1024;

await typeset(0, ['']);
const sizes: string[] = [];
const began = performance.now();
for (let done = 1; done <= HUNDRED; done += 1) {
  await typeset(done, [sheetNumber({ pad: 12, sheet: (done % MOST_SHEETS) + 1 })]);
  if (done % 10 === 0) sizes.push(megabytes().toFixed(0));
}
console.log(`one form: ${((performance.now() - began) / HUNDRED).toFixed(0)} ms · MiB after each ten: ${sizes.join(' ')}`);
const pad = performance.now();
const bytes = await typeset(0, sheetsOf(12, MOST_SHEETS).map(sheetNumber));
console.log(`a pad of ${MOST_SHEETS}: ${(performance.now() - pad).toFixed(0)} ms, ${(bytes.length / 1024 / 1024).toFixed(1)} MiB · memory then ${megabytes().toFixed(0)} MiB`);
setter.close();
