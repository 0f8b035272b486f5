import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { countedCase, cross, drawingOf, monthsBetween, NONE, type Chosen } from '../../src/statistics/explore.ts';
import { median } from '../../src/statistics/pace.ts';
import { picture } from '../../src/statistics/pages/chart-figure.tsx';
import { fact } from './facts.ts';

const CHOSEN: Chosen = { by: 'violence', across: undefined, from: '2025-01', through: '2025-12', owner: undefined };
const CASES = [
  fact({ openedMonth: '2025-02', violence: ['FYSISK', 'PSYKISK'] }), fact({ openedMonth: '2025-02', violence: ['FYSISK'], reporter: 'NAV', owner: '9902' }),
  fact({ openedMonth: '2025-11', violence: ['OKONOMISK'], owner: undefined }), fact({ openedMonth: '2024-12', violence: ['FYSISK'] }),
].map(countedCase);

describe('what is counted as one asks', () => {
  test('holds the months asked for and no others, and a case of two kinds stands in two rows and once in the number', () => {
    const { counted, rows, rowTotals } = cross(CASES, CHOSEN);
    expect([counted, rows, rowTotals]).toEqual([3, ['FYSISK', 'OKONOMISK', 'PSYKISK'], [2, 1, 1]]);
  });
  test('of one municipality is of no other, and a case that has none is counted under its own row', () => {
    expect(cross(CASES, { ...CHOSEN, owner: '9902' }).counted).toBe(1);
    expect(cross(CASES, { ...CHOSEN, by: 'owner' }).rows).toEqual(['9901', '9902', NONE]);
  });
  test('crossed by two things, each cell holds the cases that have both', () => {
    const { rows, columns, counts } = cross(CASES, { ...CHOSEN, by: 'reporter', across: 'violence' });
    expect([rows, columns, counts]).toEqual([['HJEMMETJENESTE', 'NAV'], ['FYSISK', 'OKONOMISK', 'PSYKISK'], [[1, 1, 1], [1, 0, 0]]]);
  });
  test('what came together because it is alike counts as often as it came', () => {
    const alike = [{ ...countedCase(fact({ openedMonth: '2025-02', violence: ['FYSISK', 'PSYKISK'] })), times: 7 }, { ...countedCase(fact({ openedMonth: '2025-02', violence: ['FYSISK'], reporter: 'NAV' })), times: 2 }];
    const { counted, rowTotals, counts } = cross(alike, { ...CHOSEN, across: 'reporter' });
    expect([counted, rowTotals, counts]).toEqual([9, [9, 7], [[7, 2], [7, 0]]]);
  });
  test('along time no month is left out because nothing happened in it', () => {
    expect(cross(CASES, { ...CHOSEN, by: 'month', from: '2024-11', through: '2025-03' }).rowTotals).toEqual([0, 1, 0, 2, 0]);
    expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(monthsBetween('1900-01', '2999-12')).toHaveLength(120);
  });
});

test('time is drawn as lines, from reporter to outcome as a flow, the rest as bars, and each names its numbers', () => {
  expect([drawingOf({ by: 'month', across: 'violence' }), drawingOf({ by: 'reporter', across: 'closing' }), drawingOf({ by: 'violence', across: 'gender' })]).toEqual(['lines', 'flow', 'bars']);
  const data = { title: 'Saker <etter> vold', rows: ['Fysisk', 'Psykisk & annet'], series: ['Kvinne', 'Mann'], values: [[12, 3], [0, 4]] };
  for (const drawing of ['bars', 'lines', 'flow'] as const) {
    const svg = renderToStaticMarkup(picture(drawing, data));
    expect(svg).toContain('Saker &lt;etter&gt; vold');
    expect(svg).toMatch(/Kvinne[^<]*: 12<\/title>/);
    expect(svg).not.toMatch(/NaN|undefined|style=|<script/);
    expect(renderToStaticMarkup(picture(drawing, { ...data, rows: [], values: [] }))).not.toMatch(/NaN|Infinity/);
  }
});

test('on a phone the whole picture is there: no bar, line or name begins or ends outside it, and twice as many is twice as long', () => {
  const names = ['Annen tjeneste i kommunen eller fylkeskommunen som melder', 'Krisesentertilbudet', 'Pårørende'];
  const data = { title: 'Saker', rows: names, series: ['Avsluttet uten tiltak fordi personen ikke ønsket det', 'Åpen'], values: [[40, 0], [20, 0], [1, 1]] };
  for (const drawing of ['bars', 'lines', 'flow'] as const) {
    const svg = renderToStaticMarkup(picture(drawing, data, 'narrow'));
    const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    expect(width).toBeLessThanOrEqual(360);
    for (const [, x, wide] of svg.matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"/g)) expect(Number(x) + Number(wide), svg).toBeLessThanOrEqual(width);
    for (const [, size] of svg.matchAll(/font-size="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(12);
    // a letter is about half as wide as it is tall
    for (const [, size, anchor, spans] of svg.matchAll(/<text[^>]*font-size="(\d+)"[^>]*text-anchor="(start|end)"[^>]*>(.*?)<\/text>/g)) {
      for (const [, x, line] of (spans ?? '').matchAll(/<tspan x="([\d.]+)"[^>]*>([^<]*)</g)) {
        const end = Number(x) + (anchor === 'start' ? 1 : -1) * (line ?? '').length * Number(size) * 0.5;
        expect(end, line).toBeGreaterThanOrEqual(0);
        expect(end, line).toBeLessThanOrEqual(width);
      }
    }
  }
  const [longest, half] = [...renderToStaticMarkup(picture('bars', data, 'narrow')).matchAll(/<rect x="[\d.]+"[^>]*? width="([\d.]+)"/g)].map(([, wide]) => Number(wide) + 1);
  expect(longest).toBe((half ?? 0) * 2);
});

test('the middle of how long things took is a time that something took', () => {
  expect([median([]), median([4]), median([9, 1, 5]), median([1, 2, 30, 40])]).toEqual([undefined, 4, 5, 2]);
});
