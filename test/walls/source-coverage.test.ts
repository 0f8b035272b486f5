import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PUBLIC_PAGES } from '../../src/reports/pages/public/paths.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { cells } from './tables.ts';

const text = readFileSync('docs/source-coverage.md', 'utf8');
const tableLines = text.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| ---'));
const pages = new Set(tableLines.map((line) => cells(line)[0] ?? '').filter((cell) => cell.startsWith('`/')));
const rows = tableLines.map(cells).filter(([id]) => /^\d-\d\d$/.test(id ?? '')).map(([id = '', wording = '', page = '', check = '', state = '', ...more]) => ({ id, wording, page, check, state, more }));

/** The pages that the product has, written as the list writes them: one that both sites have is said to be the staff's. */
const PUBLIC = Object.values(PUBLIC_PAGES).map((slug) => `\`/${slug}\``);
const STAFF = STAFF_ROUTES.filter((route) => route.method === 'GET').map(({ path }) => `\`${path}\``);
const PRODUCT = [...PUBLIC, ...STAFF.map((page) => (PUBLIC.includes(page) ? `${page} (ansatte)` : page))];

/** How many rows each of the five source documents has (domain reference §2). */
const ROWS: Readonly<Record<string, number>> = { 0: 34, 1: 28, 2: 23, 3: 20, 4: 15 };

describe('what the source documents ask for', () => {
  test('nothing they name has fallen out of the list', () => {
    const expected = Object.entries(ROWS).flatMap(([part, count]) => Array.from({ length: count }, (_, i) => `${part}-${String(i + 1).padStart(2, '0')}`));
    expect(rows.map((row) => row.id)).toEqual(expected);
  });
  test('no row leaves a question open: every cell has a word, if only «senere»', () => {
    for (const row of rows) {
      expect(row.more, row.id).toEqual([]);
      for (const cell of [row.wording, row.page, row.check, row.state]) expect(cell, row.id).not.toBe('');
      expect(row.state, row.id).toMatch(/^(dekket|senere|delvis: .{10,})$/);
    }
  });
  test('no row points to a page that the product does not have', () => {
    expect([...pages].toSorted()).toEqual(PRODUCT.toSorted());
    for (const row of rows.filter((one) => one.page !== 'senere')) {
      for (const page of row.page.split(', ')) expect(pages, `${row.id} ${page}`).toContain(page);
    }
  });
  test('no row boasts of a test that does not exist', () => {
    for (const row of rows.filter((one) => one.check !== 'senere')) {
      for (const name of row.check.split(', ')) expect(existsSync(name.replaceAll('`', '')), `${row.id} ${name}`).toBe(true);
    }
  });
  test('the state is honest: covered has page and test, later has neither', () => {
    for (const row of rows) {
      if (row.state === 'dekket') expect([row.page, row.check], row.id).not.toContain('senere');
      if (row.state === 'senere') expect([row.page, row.check], row.id).toEqual(['senere', 'senere']);
      if (row.state.startsWith('delvis')) expect(row.page, row.id).not.toBe('senere');
    }
  });
});
