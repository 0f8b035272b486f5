import { describe, expect, test } from 'vitest';
import { MADE_ANEW, NOT_OURS, SEALED } from '../../src/tools/rekey/registry.ts';
import { textOf } from './sources.ts';

/** Types that hold no letters: what they tell is said of the table. */
const WITHOUT_LETTERS = /^(uuid|integer|smallint|bigint|boolean|date|timestamp|xid8|real|double|numeric)/;
const LETTERS = /^(text|jsonb)/;

type Column = { readonly name: string; readonly type: string };

const columns: readonly Column[] = textOf('db/schema.txt').split(/^table /m).slice(1).flatMap((part): Column[] => {
  const table = part.split(' ')[0] ?? '';
  const lines = part.split('\n\n')[0]?.split('\n').slice(1) ?? [];
  return lines.flatMap((line) => {
    const [, column = '', type = ''] = /^ {2}([a-z_0-9]+) (.+)$/.exec(line) ?? [];
    return column === '' || /^(policy|vv_[a-z]+)$/.test(column) ? [] : [{ name: `${table}.${column}`, type }];
  });
});

/** The list's rows: class, what it holds, columns. */
const listed = textOf('docs/columns.md').split('\n').filter((line) => /^\| (?!class|---)/.test(line)).map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

describe('every column of every table has a class:', () => {
  test('what holds letters stands in the list once, and nothing that is not there', () => {
    const letters = columns.filter(({ type }) => LETTERS.test(type)).map(({ name }) => name);
    expect(letters.length).toBeGreaterThan(100);
    expect(listed.flat().toSorted()).toEqual(letters.toSorted());
  });
  test('what holds bytes is sealed or made by a key of ours, or says whose it is', () => {
    const bytes = columns.filter(({ type }) => type.startsWith('bytea')).map(({ name }) => name);
    const known = new Set([...SEALED.flatMap(({ table, columns: sealed }) => sealed.map(({ column }) => `${table}.${column}`)), ...Object.keys(MADE_ANEW), ...Object.keys(NOT_OURS)]);
    expect(bytes.length).toBeGreaterThan(50);
    expect(bytes.filter((name) => !known.has(name))).toEqual([]);
  });
  test('and every other type is one that can hold no word', () => {
    expect(columns.filter(({ type }) => !LETTERS.test(type) && !type.startsWith('bytea') && !WITHOUT_LETTERS.test(type))).toEqual([]);
    expect(columns.length).toBeGreaterThan(600);
  });
});
