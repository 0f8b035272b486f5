import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { neutral, spreadsheet, type Sheet } from '../../src/kernel/spreadsheet.ts';

const SHEETS: readonly Sheet[] = [{ name: 'Sårbarhet', rows: [['Rad', 'Antall'], ['=HYPERLINK("http://ond.example")', 7], ['Æøå', null]] }, { name: 'Om [tallene]/:', rows: [['Talt', '1. mai']] }];

test('what begins like a formula is a text in every format, so that no reader’s spreadsheet runs what somebody wrote', async () => {
  for (const begins of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' \r\n=1', '|cmd']) expect(neutral(begins)).toBe(`'${begins}`);
  for (const plain of ['Demens', 'a=b', '<5', 5, -5, null]) expect(neutral(plain)).toBe(plain);
  const xlsx = (await readXlsx(await spreadsheet('xlsx', SHEETS))).sheets[0]?.rows;
  const ods = (await readOds(await spreadsheet('ods', SHEETS))).sheets[0]?.rows;
  for (const rows of [xlsx, ods]) expect(rows?.slice(0, 2)).toEqual([['Rad', 'Antall'], ['\'=HYPERLINK("http://ond.example")', 7]]);
  expect((await spreadsheet('csv', SHEETS)).toString('utf8')).toContain(`;7\r\n`);
});

test('CSV opens with Norwegian letters and columns in place in a Norwegian spreadsheet', async () => {
  const csv = (await spreadsheet('csv', SHEETS)).toString('utf8');
  expect(csv.startsWith('\uFEFFRad;Antall\r\n')).toBe(true);
  expect(csv).toContain('\r\nÆøå;\r\n');
  expect(csv.endsWith('Talt;1. mai\r\n')).toBe(true);
});

test('two sheets never have the same name, nor one that a spreadsheet refuses', async () => {
  const same = Array.from({ length: 3 }, () => ({ name: 'x'.repeat(60), rows: [['a']] }));
  const names = (await readXlsx(await spreadsheet('xlsx', [...same, ...SHEETS]))).sheets.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
  const long = ['Hva som gjør personen sårbar i dag', 'Sakstype', 'sakstype', 'Hva som gjør personen sårbar i fjor'].map((name) => ({ name, rows: [['a']] }));
  expect((await readXlsx(await spreadsheet('xlsx', long))).sheets.map(({ name }) => name), 'and none is cut in a word').toEqual(['Hva som gjør personen sårbar i', 'Sakstype', 'sakstype 2', 'Hva som gjør personen 2']);
});
