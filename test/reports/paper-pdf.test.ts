import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotTypeset, openTypesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import { sheetForm } from '../../src/reports/pages/paper/sheet-form.ts';
import { sheetNumber, sheetsOf } from '../../src/reports/paper/number.ts';
import { SHEET_TEMPLATE } from '../../src/reports/paper/template.ts';
import { builtTypesetter, structure } from '../support/typesetting.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-03-02T07:00:00.000Z');
let setter: ReturnType<typeof builtTypesetter>;

beforeAll(() => {
  setter = builtTypesetter();
}, 60_000);
afterAll(() => {
  setter.close();
});

function order(lang: (typeof LANGUAGES)[number], numbers: readonly string[], site = SITE) {
  return { source: SHEET_TEMPLATE, data: JSON.stringify(sheetForm(lang, site, numbers, NOW)), standard: 'ua-1' as const };
}

describe.each(LANGUAGES)('the paper form as a file, in %s', (lang) => {
  test('can be read by everybody: it is tagged from top to end, knows its language and its title, and claims PDF/UA', async () => {
    const bytes = await setter.typeset(order(lang, ['']));
    const pdf = await PDFDocument.load(bytes);
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toContain(lang);
    expect(String(pdf.catalog.lookup(PDFName.of('MarkInfo')))).toMatch(/\/Marked true/);
    expect(pdf.getTitle()).toMatch(/^(Skjema|Form)$/);
    const parts = structure(pdf);
    expect(parts.get('H1')).toBe(1);
    expect(parts.get('H2')).toBe(9);
    expect(parts.get('LI')).toBeGreaterThan(120);
    expect(parts.get('P')).toBeGreaterThan(40);
    expect(bytes.includes('pdfuaid')).toBe(true);
  });

  test('is six pages, three leaves: nobody fills in more', async () => {
    const pdf = await PDFDocument.load(await setter.typeset(order(lang, [''])));
    expect(pdf.getPageCount()).toBeLessThanOrEqual(6);
  });
});

test('each sheet of a pad begins on a leaf of its own and has its number', async () => {
  const numbers = sheetsOf(12, 3).map(sheetNumber);
  const pdf = await PDFDocument.load(await setter.typeset(order('nb', numbers)));
  expect(pdf.getPageCount() % 3).toBe(0);
  expect((pdf.getPageCount() / 3) % 2).toBe(0);
  expect(structure(pdf).get('H1')).toBe(3);
});

test('what a region calls itself is data: nothing it writes can become an instruction, read a file or break the form', async () => {
  const hostile = { ...SITE, name: '#read("/etc/passwd") *fet* $x$ `kode` <sheet> @ref // \\ "', controller: { name: '#import "@preview/x:1.0.0"', address: '= Overskrift' } };
  const pdf = await PDFDocument.load(await setter.typeset(order('nb', ['12-07-K'], hostile)));
  expect(structure(pdf).get('H1')).toBe(1);
  expect(structure(pdf).get('H2')).toBe(9);
});

describe('the typesetter', () => {
  const small = (text: string) => ({ source: '#set document(title: "t", date: none)\n#let d = json(bytes(sys.inputs.data))\n#set text(lang: "nb", font: "Libertinus Serif")\n= #d.text', data: JSON.stringify({ text }), standard: 'ua-1' as const });

  test('refuses a document that not everybody could read, says so, and goes on with the next', async () => {
    await expect(setter.typeset({ ...small('a'), source: 'uten tittel' })).rejects.toThrow(CannotTypeset);
    await expect(setter.typeset({ ...small('a'), source: '#let x = ' })).rejects.toThrow(/expected expression/);
    expect((await setter.typeset(small('æøå č đ ŋ š ŧ ž'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('takes many at once, one after the other, each with its own answer', async () => {
    const pages = await Promise.all(['', '12-01-A', '12-02-C'].map(async (number) => PDFDocument.load(await setter.typeset(order('nb', [number])))));
    expect(pages.map((pdf) => pdf.getPageCount())).toEqual([6, 6, 6]);
  });

  test('that dies gives way to a fresh one: the one that was being set is lost, the next is not', async () => {
    await setter.typeset(small('a'));
    const dying = setter.typeset(order('nb', sheetsOf(1, 20).map(sheetNumber)));
    dying.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.kill(setter.pid() ?? 0, 'SIGKILL');
    await expect(dying).rejects.toThrow(CannotTypeset);
    expect((await setter.typeset(small('b'))).length).toBeGreaterThan(1000);
  });

  test('has no network, no file but its own, and nothing in its environment', async () => {
    expect(setter.withoutNetwork).toBe(true);
    await setter.typeset(small('a'));
    const proc = (name: string) => readFileSync(`/proc/${setter.pid()}/${name}`, 'utf8');
    expect(proc('environ')).toBe('');
    expect(proc('net/dev').split('\n').filter((line) => line.includes(':')).map((line) => line.trim().split(':')[0])).toEqual(['lo']);
    const secret = join(mkdtempSync(join(tmpdir(), 'vv-secret-')), 'secret.txt');
    writeFileSync(secret, 'hemmelig');
    await expect(setter.typeset({ ...small('a'), source: `#set document(title: "t")\n#set text(lang: "nb")\n= #read("${secret}")` })).rejects.toThrow(CannotTypeset);
    rmSync(join(secret, '..'), { recursive: true });
  });

  test('is as large after thirty documents as after ten, and a fresh one takes over when it has had its share', async () => {
    const long = openTypesetter({ program: setter.program, most: 35 });
    const sizes: number[] = [];
    for (let done = 1; done <= 30; done += 1) {
      await long.typeset(order(LANGUAGES[done % LANGUAGES.length] ?? 'nb', [sheetNumber({ pad: 12, sheet: (done % 25) + 1 })]));
      if (done % 10 === 0) sizes.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${long.pid()}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    }
    // kept in its cache, each would add some five: bench/paper.ts sets a hundred
    expect(Math.max(...sizes.slice(1)) - (sizes[0] ?? 0)).toBeLessThan(30);
    const first = long.pid();
    for (let more = 0; more < 6; more += 1) await long.typeset(small('x'));
    expect(long.pid()).not.toBe(first);
    long.close();
  }, 60_000);
});
