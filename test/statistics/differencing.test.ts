import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../../src/kernel/time.ts';
import { COUNTED } from '../../src/statistics/blocks.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { lastClosedMonth, mayBreakDown, unitOf, type Unit } from '../../src/statistics/release.ts';
import { BELOW_FIVE } from '../../src/statistics/suppression-cells.ts';
import { mayReplace } from '../../src/statistics/suppression.ts';
import { tally, type PublishedBlock } from '../../src/statistics/tally.ts';
import { pinned, type Publication } from './attacker.ts';
import { fact } from './facts.ts';

const MUNICIPALITIES = 357;
const FIRST = 2024;
/** Cases come in the first two years; they are read, and corrected, for one more. */
const MONTHS = 24;
const READ = 36;

const monthAt = (n: number): string => `${FIRST + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** The same numbers each time, so that what is found is found again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Region = { readonly owners: readonly string[]; readonly cases: CaseFact[] };

/** Regions of one to sixteen municipalities, from some that have a case in three months to some that have several in one. */
function country(municipalities: number, next: () => number): Region[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length * next() ** 2)] ?? list[0] ?? never();
  const regions: Region[] = [];
  for (let from = 0; from < municipalities;) {
    const owners = Array.from({ length: Math.min(municipalities - from, 1 + Math.floor(next() * 16)) }, (_, at) => String(1000 + from + at));
    from += owners.length;
    const often = 0.1 + next() * 0.6;
    const cases: CaseFact[] = [];
    for (let month = 0; month < MONTHS; month += 1) {
      for (const owner of owners) {
        while (next() < often) {
          cases.push(fact({
            openedMonth: monthAt(month), owner, gender: pick(['KVINNE', 'MANN', 'ANNET']), ageBand: pick(['A80', 'A67_79', 'A40_54', 'A25_39']), channel: pick(['NETTSKJEMA', 'TELEFON']), reporter: pick(['HJEMMETJENESTE', 'FAMILIE', 'FASTLEGE', 'NAV']),
            violence: [...new Set([pick(['OKONOMISK', 'PSYKISK', 'FYSISK', 'SEKSUELL'] as const), pick(['OKONOMISK', 'PSYKISK'] as const)])], caseType: pick(['MA', 'BOR', 'KAN', undefined]),
          }));
        }
      }
    }
    regions.push({ owners, cases });
  }
  return regions;
}

type Rules = { readonly anew: typeof mayBreakDown; readonly published: (facts: readonly CaseFact[], owners: readonly string[]) => readonly PublishedBlock[] };
const OURS: Rules = { anew: mayBreakDown, published: (facts, owners) => tally(facts, owners).blocks };

/** Every table that somebody sees who reads each year each month, by unit; between two months some cases are corrected, and some more come to last year. */
function everythingPublished({ owners, cases: opened }: Region, rules: Rules, next: () => number): Publication[][] {
  const cases = [...opened];
  const standing: Unit[] = [];
  const seen = new Map<number, Publication[]>();
  for (let month = 1; month <= READ; month += 1) {
    const today: Day = addDays(day(`${monthAt(month)}-01`) ?? never(), 2);
    if (month > MONTHS && cases.length > 0) cases[Math.floor(next() * cases.length)] = { ...(cases[0] ?? fact()), openedMonth: monthAt(MONTHS - 1) };
    const through = lastClosedMonth(today);
    const inYear = (year: number): CaseFact[] => cases.filter(({ openedMonth }) => openedMonth <= through && openedMonth.startsWith(String(year)));
    const counts = new Map([FIRST, FIRST + 1].map((year) => [year, inYear(year).length]));
    for (const year of counts.keys()) {
      const unit = unitOf(year, counts, standing, today);
      const held = Array.from({ length: unit.year - unit.fromYear + 1 }, (_, at) => inYear(unit.fromYear + at)).flat();
      const versions = seen.get(unit.year) ?? [];
      const isStanding = versions.length > 0;
      if (!rules.anew(unit.year, isStanding, held.length, today) || (isStanding && !mayReplace(versions.at(-1)?.cases, held.length))) continue;
      if (!isStanding) standing.push(unit);
      seen.set(unit.year, [...versions, { name: `${unit.year} through ${through}`, cases: held.length, blocks: rules.published(held, owners), many: (key) => COUNTED[key].many }]);
    }
  }
  return [...seen.values()];
}

function attacked(municipalities: number, rules: Rules): { readonly found: readonly string[]; readonly hidden: number } {
  const next = chance(7);
  const all = country(municipalities, next).flatMap((region) => everythingPublished(region, rules, next));
  const small = all.flat().flatMap(({ blocks }) => blocks.flatMap(({ cells, rowTotals }) => [...cells.flat(), ...rowTotals])).filter((cell) => 'hidden' in cell && cell.hidden === BELOW_FIVE);
  return { found: all.flatMap(pinned), hidden: small.length };
}

function never(): never {
  throw new RangeError('there is always one');
}

describe('somebody who keeps every table of 357 municipalities for two years and all corrections', () => {
  test('finds of no «<5» in the tables of a year which number it is, by any sum, difference, other table, municipality, year or version (returns: test/returns/differencing.test.ts)', () => {
    const { found, hidden } = attacked(MUNICIPALITIES, OURS);
    expect(hidden, 'the attack met small numbers').toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  test('would find them where small numbers are hidden and nothing beside them, so the attack is one', () => {
    const naive: Rules = { ...OURS, published: (facts, owners) => tally(facts, owners).blocks.map((block) => onlySmallHidden(block, facts)) };
    expect(attacked(12, naive).found.length).toBeGreaterThan(10);
  });

  test('would find them where a year is counted anew as often as eleven more have come: therefore it is counted once (decision 0051)', () => {
    const often: Rules = { ...OURS, anew: (_year, _standing, counted) => mayReplace(0, counted) };
    expect(attacked(30, often).found.length).toBeGreaterThan(0);
  });
});

/** A block as it would be without secondary suppression. */
function onlySmallHidden(block: PublishedBlock, facts: readonly CaseFact[]): PublishedBlock {
  const places = facts.map((one) => ({ rows: COUNTED[block.key].rowsOf(one), column: one.owner !== undefined && block.columns.includes(one.owner) ? one.owner : '' }));
  const cell = (count: number) => (count >= 1 && count <= 4 ? { hidden: BELOW_FIVE } as const : { shown: count });
  const count = (row: string | undefined, column: string | undefined) => cell(places.filter((one) => (row === undefined || one.rows.includes(row)) && (column === undefined || one.column === column)).length);
  return {
    ...block, cells: block.rows.map((row) => block.columns.map((column) => count(row, column))), rowTotals: block.rows.map((row) => count(row, undefined)),
    columnTotals: block.columns.map((column) => count(undefined, column)), total: cell(facts.length),
  };
}
