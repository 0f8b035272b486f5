import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAssets } from '../../src/web/assets.build.mjs';
import type { Assets } from '../../src/web/assets.ts';
import { readAssets } from '../../src/web/assets.ts';
import { easyTexts } from '../../src/reports/texts/easy.ts';
import { easyWindowTexts } from '../../src/reports/texts/easy-window.ts';
import { windowTexts } from '../../src/reports/texts/window.ts';
import { answerTexts } from '../../src/reports/texts/form-answers.ts';
import { boxTexts } from '../../src/reports/texts/form-boxes.ts';
import { problemTexts } from '../../src/reports/texts/form-problems.ts';
import { questionTexts } from '../../src/reports/texts/form-questions.ts';
import { publicTexts } from '../../src/reports/pages/public/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
let assets: Assets;
let sheets: string[] = [];
const text = (path: string) => assets.find(path)?.body.toString('utf8') ?? '';

beforeAll(async () => {
  await buildAssets(folder);
  assets = readAssets(folder);
  sheets = [text(assets.path('public.css')), text(assets.path('staff.css'))];
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a phone of 2020 gets its style sheet: no layer, no nesting', () => {
  for (const css of sheets) {
    expect(css).not.toContain('@layer');
    expect(css).not.toMatch(/[{;]&/);
  }
});

test('nothing is fetched from anybody else', () => {
  for (const css of sheets) {
    for (const [, address] of css.matchAll(/url\(["']?([^"')]+)/g)) expect(address).toMatch(/^(\/assets\/|data:)/);
    expect(css).not.toContain('@import');
  }
});

test('no part is invisible because a token of its look is missing', () => {
  for (const css of sheets) {
    const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]));
    const asked = [...css.matchAll(/var\((--(?:ds|vv)-[\w-]+)\)/g)].map((match) => match[1]);
    // Designsystemet's sizes of a table's caption, which come with data-size; our tables never set it.
    expect([...new Set(asked)].filter((token) => !set.has(token) && token?.startsWith('--ds-heading-') !== true)).toEqual([]);
  }
});

test('the public script stays under one kilobyte, and the style sheet under sixteen, on the wire', () => {
  expect(gzipSync(text(assets.path('exit.js'))).length).toBeLessThan(1000);
  expect(gzipSync(sheets[0] ?? '').length).toBeLessThan(16 * 1024);
});

test('the font of the public pages has every letter of their words, in half the bytes of the staff pages’ font', () => {
  const range = /src:url\([^)]*inter-public[^)]*\)[^}]*unicode-range:([^}]*)/.exec(sheets[0] ?? '')?.[1] ?? '';
  const spans = range.split(',').map((span) => span.trim().replace(/^U\+/i, '').split('-').map((hex) => Number.parseInt(hex, 16)));
  const has = (letter: string) => spans.some(([from = 0, to = from]) => (letter.codePointAt(0) ?? 0) >= from && (letter.codePointAt(0) ?? 0) <= to);
  const said = [publicTexts, easyTexts, easyWindowTexts, windowTexts, questionTexts, problemTexts, boxTexts, answerTexts].flatMap((words) => [words.nb, words.nn, words.en]).flatMap(strings).join('');
  expect([...new Set(said)].filter((letter) => letter !== '\n' && !has(letter))).toEqual([]);
  expect(assets.find(assets.path('inter-public.woff2'))?.body.length).toBeLessThan(24 * 1024);
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('the style sheet of the public pages tells nobody what the pages are for', () => {
  expect(sheets[0]).not.toMatch(/vold|violence|abuse|overgrep|krise|trygg/i);
});

test('a changed file gets another name, so an old one is never shown', () => {
  for (const file of readdirSync(folder)) if (file !== 'manifest.json') expect(file).toMatch(/\.[0-9a-f]{10}\.(css|js|woff2)$/);
});

test('only built files can be asked for', () => {
  for (const path of ['/assets/manifest.json', '/assets/../package.json', '/assets/', '/assets/public.css', '/etc/passwd']) expect(assets.find(path)).toBeUndefined();
  expect(assets.find(assets.path('inter-latin.woff2'))?.type).toBe('font/woff2');
});

test('what is sent packed is the same file', () => {
  const css = assets.find(assets.path('staff.css'));
  expect(css?.encoded.br?.length).toBeLessThan(css?.body.length ?? 0);
  expect(css?.body.equals(readFileSync(join(folder, assets.path('staff.css').slice('/assets/'.length))))).toBe(true);
});
