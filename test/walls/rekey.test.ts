import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GUARDED, MADE_ANEW, NOT_OURS, SEALED } from '../../src/tools/rekey/registry.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../db/schema.txt'), 'utf8');

type Table = { readonly name: string; readonly bytes: readonly string[]; readonly columns: readonly string[]; readonly guarded: boolean };

const TABLES: readonly Table[] = SCHEMA.split(/^table /m).slice(1).map((text): Table => {
  const lines = text.split('\n');
  const columns = lines.flatMap((line) => /^ {2}([a-z_0-9]+) [a-z]/.exec(line)?.[1] ?? []).filter((name) => !['policy'].includes(name));
  return {
    name: (lines[0] ?? '').split(' ')[0] ?? '', columns, bytes: lines.flatMap((line) => /^ {2}([a-z_0-9]+) bytea/.exec(line)?.[1] ?? []),
    guarded: lines.some((line) => /^ {2}CREATE TRIGGER .* BEFORE [A-Z ]*UPDATE/.test(line)),
  };
});

const sealed = SEALED.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`));

test('no column with bytes in it is forgotten when keys were seen: each is sealed anew, made anew, or no key of ours made it', () => {
  const there = TABLES.flatMap(({ name, bytes }) => bytes.map((column) => `${name}.${column}`));
  expect(there.length).toBeGreaterThan(50);
  expect([...sealed, ...Object.keys(MADE_ANEW), ...Object.keys(NOT_OURS)].toSorted()).toEqual(there.toSorted());
});

test('what is sealed is sealed anew, and never called somebody else’s', () => {
  const named = TABLES.flatMap(({ name, bytes }) => bytes.filter((column) => /^(sealed|wrapped|mac)/.test(column)).map((column) => `${name}.${column}`));
  expect(named.filter((name) => name in NOT_OURS)).toEqual(['app.report_reply.sealed']);
});

test('a row of a file is looked for file by file, as the database shows it, and a region’s in the whole region', () => {
  const wrong = SEALED.filter(({ table, of }) => of !== (TABLES.find(({ name }) => name === table)?.columns.includes('file_id') === true ? 'file' : 'region'));
  expect(wrong.map(({ table }) => table)).toEqual([]);
});

test('where rows are kept from any change, the guard is taken away for as long as it lasts: nothing of it fails half way', () => {
  const changed = new Set([...sealed, ...Object.keys(MADE_ANEW)].map((name) => name.split('.').slice(0, 2).join('.')));
  // a site is published once more, and a version that was published is never changed
  const missing = TABLES.filter(({ name, guarded }) => guarded && changed.has(name) && name !== 'app.published_site' && !GUARDED.some((one) => one === name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
