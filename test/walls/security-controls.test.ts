import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { missingTests, namedTests, numberedRows } from './tables.ts';

const CONTROLS = 63;
/** A breach has its clock, and the papers come with the product: these two may never be open. */
const NEVER_OPEN = ['62', '63'];

/** GDPR articles 28, 30 and 35, and the risk analysis. */
const PAPERS = ['behandlingsprotokoll', 'databehandleravtale', 'felles-behandlingsansvar', 'dpia', 'ros'];

const rows = numberedRows('docs/security-controls.md');

describe('the list of security controls', () => {
  test('has every control once, in order, so that none falls out unseen', () => {
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: CONTROLS }, (_, n) => String(n + 1)));
  });
  test('says of each what holds it and which test, or that it is open', () => {
    for (const [number = '', control = '', , check = ''] of rows) {
      expect(control, number).not.toBe('');
      expect(check.startsWith('åpen') || namedTests(check).length > 0, number).toBe(true);
    }
  });
  test('boasts of no test that is not there', () => {
    expect(rows.flatMap(([number = '', , , check = '']) => missingTests(namedTests(check)).map((one) => ({ number, ...one })))).toEqual([]);
  });
  test('and the papers come with the product (GDPR art. 28, 30, 35), and none of them is empty', () => {
    const papers = readdirSync('docs/personvern').filter((name) => name.endsWith('.md'));
    for (const about of PAPERS) expect(papers.some((name) => name.includes(about)), about).toBe(true);
    for (const name of papers) expect(readFileSync(`docs/personvern/${name}`, 'utf8').length, name).toBeGreaterThan(1_000);
  });
  test('leaves neither the breach’s clock nor the papers open', () => {
    expect(rows.filter(([number = '', , , check = '']) => NEVER_OPEN.includes(number) && check.startsWith('åpen')).map(([number]) => number)).toEqual([]);
  });
});
