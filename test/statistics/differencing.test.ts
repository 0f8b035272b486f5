import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../../src/kernel/time.ts';
import { asTold, casesByYear, monthsDue, type ToldMonth } from '../../src/statistics/as-told.ts';
import { COUNTED } from '../../src/statistics/blocks.ts';
import { isOutside, type CaseFact } from '../../src/statistics/fact.ts';
import { firstTold, lastQuarter, quarterCell, quarterOf, quartersThrough } from '../../src/statistics/outreach.ts';
import { lastClosedMonth, mayBreakDown, unitOf, type Unit } from '../../src/statistics/release.ts';
import { BELOW_FIVE, isSmall, sum, type Cell } from '../../src/statistics/suppression-cells.ts';
import { mayReplace } from '../../src/statistics/suppression.ts';
import { hidesOpen, movementOf, type Months } from '../../src/statistics/movement.ts';
import { columnOf, tally, type PublishedBlock, type ShownBlock } from '../../src/statistics/tally.ts';
import { pinned, type Publication } from './attacker.ts';
import { besideOf, COUNTED_BESIDE, NO_REPORTS, OURS_BESIDE, quarterBounds, type BesideRules, type Reports } from './beside.ts';
import { byMonth, fact, facts, LEFT, type Known } from './facts.ts';

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

/** `reports`: by month, how many came, and how many of them somebody has read. */
type Region = { readonly owners: readonly string[]; readonly cases: CaseFact[]; readonly reports: readonly { readonly month: string; readonly read: boolean }[] };

/** Regions of one to sixteen municipalities, from some that have a case in three months to some that have several in one. */
function country(municipalities: number, next: () => number): Region[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length * next() ** 2)] ?? list[0] ?? never();
  const regions: Region[] = [];
  for (let from = 0; from < municipalities;) {
    const owners = Array.from({ length: Math.min(municipalities - from, 1 + Math.floor(next() * 16)) }, (_, at) => String(1000 + from + at));
    from += owners.length;
    const often = 0.1 + next() * 0.6;
    const cases: CaseFact[] = [];
    const reports: Region['reports'][number][] = [];
    for (let month = 0; month < MONTHS; month += 1) {
      for (const owner of owners) {
        while (next() < often) {
          cases.push(fact({
            openedMonth: monthAt(month), owner, gender: pick(['KVINNE', 'MANN', 'ANNET']), ageBand: pick(['A80', 'A67_79', 'A40_54', 'A25_39']), channel: pick(['NETTSKJEMA', 'TELEFON']), reporter: pick(['HJEMMETJENESTE', 'FAMILIE', 'FASTLEGE', 'NAV']),
            violence: [...new Set([pick(['OKONOMISK', 'PSYKISK', 'FYSISK', 'SEKSUELL'] as const), pick(['OKONOMISK', 'PSYKISK'] as const)])], caseType: pick(['MA', 'BOR', 'KAN', undefined]), ...ending(month, next),
            measures: pick<CaseFact['measures']>([['SAMTALE'], ['SAMTALE', 'SIKKERHETSPLAN'], [], ['ANMELDELSE']]),
          }));
          // each case has a report, read in time; some become no case, and a few wait
          reports.push({ month: monthAt(month), read: true });
          if (next() < 0.3) reports.push({ month: monthAt(month), read: next() < 0.9 });
        }
      }
    }
    regions.push({ owners, cases, reports });
  }
  return regions;
}

/** Most are closed some months later; few never were a case of ours. */
function ending(month: number, next: () => number): Partial<CaseFact> {
  if (next() < 0.3) return {};
  const closedMonth = monthAt(month + Math.floor(next() * 9));
  if (next() < 0.85) return { status: 'AVSLUTTET', closedMonth, closingReasons: ['VOLD_STANSET'] };
  return { status: 'IKKE_SAK', closedMonth, closingReasons: [next() < 0.5 ? 'UTENFOR_KOMMUNER' : 'IKKE_MALGRUPPE'] };
}

/** A case as it stood when a month was over. */
function asOf(one: CaseFact, through: string): CaseFact {
  return one.closedMonth === undefined || one.closedMonth <= through ? one : { ...one, status: 'APEN', closedMonth: undefined, closingReasons: [] };
}

type Rules = { readonly anew: typeof mayBreakDown; readonly held: typeof asTold; readonly published: (facts: readonly CaseFact[], owners: readonly string[]) => readonly PublishedBlock[]; readonly beside: BesideRules };
const OURS: Rules = { anew: mayBreakDown, held: asTold, published: (facts, owners) => tally(facts, owners).blocks, beside: OURS_BESIDE };

/** The reports of some years as they stand beside their tables: a quarter is counted once, when it is over. */
function reportsIn(reports: Region['reports'], { fromYear, year }: Unit, through: string): Reports {
  const first = firstTold(reports[0]?.month);
  const quarters = first === undefined ? [] : quartersThrough(first, lastQuarter(through)).filter((quarter) => `${fromYear}-01` <= quarter && quarter <= `${year}-12`);
  return {
    read: reports.filter(({ month, read }) => read && `${fromYear}-01` <= month && month <= `${year}-12` && month <= through).length,
    quarters: quarters.map((quarter) => ({ first: quarter, reports: quarterCell(reports.filter(({ month }) => quarterOf(month) === quarter).length) })),
  };
}

/** Each month somebody keeps out of figures, or is in them again. */
function leavers(cases: readonly CaseFact[], out: Set<number>, next: () => number): void {
  if (next() < 0.4) out.add(Math.floor(next() * cases.length));
  const [back] = out;
  if (back !== undefined && next() < 0.15) out.delete(back);
}

/** Every table that somebody sees who reads each year each month, by unit, and how many cases they were told while it ran; between two months some cases are corrected, leave or come back, and some more come to last year. */
function everythingPublished({ owners, cases: opened, reports }: Region, rules: Rules, next: () => number): Publication[][] {
  const cases = [...opened];
  const out = new Set<number>();
  const standing: Unit[] = [];
  const ends = new Map<number, Cell | undefined>();
  const hidden: Months[] = [];
  const seen = new Map<number, Publication[]>();
  let months: readonly ToldMonth[] = [];
  for (let month = 1; month <= READ; month += 1) {
    const today: Day = addDays(day(`${monthAt(month)}-01`) ?? never(), 2);
    if (month > MONTHS && cases.length > 0) cases[Math.floor(next() * cases.length)] = { ...(cases[0] ?? fact()), openedMonth: monthAt(MONTHS - 1) };
    const through = lastClosedMonth(today);
    const known = cases.flatMap((one, at): Known[] => (one.openedMonth <= through && !out.has(at) ? [{ factId: String(at), fact: asOf(one, through) }] : []));
    months = [...months, ...monthsDue(months, byMonth(known.map(({ fact: one }) => one), through), through)];
    const told = casesByYear(months);
    leavers(cases, out, next); // after the month was told, and before the tables of a year that is over are made
    const left = known.filter(({ factId }) => !out.has(Number(factId)));
    for (const year of [FIRST, FIRST + 1]) {
      const unit = unitOf(year, told, standing, today);
      const inUnit = ({ fact: { openedMonth } }: Known): boolean => `${unit.fromYear}-01` <= openedMonth && openedMonth <= `${unit.year}-12`;
      const number = sum([...told].map(([one, n]) => (unit.fromYear <= one && one <= unit.year ? n : 0)));
      const held = rules.held(left.filter(inUnit), number, `${unit.fromYear}-01`);
      const versions = seen.get(unit.year) ?? [];
      const isStanding = versions.length > 0;
      if (!rules.anew(unit.year, isStanding, held.length, today) || (isStanding && !mayReplace(versions.at(-1)?.cases, held.length))) continue;
      if (!isStanding) standing.push(unit);
      const blocks = rules.published(held, owners);
      const facts = [...left.filter((one) => one.fact.openedMonth < `${unit.fromYear}-01`).map((one) => one.fact), ...held];
      const { movement, told: beside } = besideOf(rules.beside, held, { facts, ...unit, before: ends.get(unit.fromYear - 1), hidden: [...hidden] }, blocks, reportsIn(reports, unit, through));
      ends.set(unit.year, movement.end);
      if (hidesOpen(statusIn(blocks))) hidden.push({ from: `${unit.fromYear}-01`, through: `${unit.year}-12` });
      const running = { name: 'so many while it ran', rows: COUNTED.status.rows.map((row) => `status ${row}`), low: number, high: number };
      seen.set(unit.year, [...versions, { name: `${unit.year} through ${through}`, cases: held.length, blocks, many: (key) => COUNTED[key].many, also: [...beside, running] }]);
    }
  }
  return [...seen.values()];
}

function statusIn(blocks: readonly PublishedBlock[]): ShownBlock {
  return columnOf(blocks.find(({ key }) => key === 'status') ?? never(), undefined);
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
  test('finds of no «<5» in the tables of a year which number it is, by any sum, difference, other table, municipality, year, version or number told while it ran, nor by what was open or how long things took (returns: test/returns/differencing.test.ts)', () => {
    const { found, hidden } = attacked(MUNICIPALITIES, OURS);
    expect(hidden, 'the attack met small numbers').toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  test('would find them where small numbers are hidden and nothing beside them, so the attack is one', () => {
    const naive: Rules = { ...OURS, published: (facts, owners) => tally(facts, owners).blocks.map((block) => onlySmallHidden(block, facts)) };
    expect(attacked(12, naive).found.length).toBeGreaterThan(10);
  });

  test('would find a contradiction, and so that a case has left, where a year is counted of the cases that are left of those told month by month (decision 0110)', () => {
    expect(attacked(60, { ...OURS, held: LEFT }).found.length).toBeGreaterThan(0);
  });

  test('who adds up what was open and what came, is told of nobody who was closed in regions that close nothing, whoever leaves figures and comes back (decision 0113)', () => {
    const next = chance(11);
    let both = 0;
    const movement: BesideRules['movement'] = (at, status) => {
      const told = OURS_BESIDE.movement(at, status);
      const [start, end] = [told.start, told.end].map((cell) => (cell !== undefined && 'shown' in cell ? cell.shown : undefined));
      if (start === undefined || end === undefined) return told;
      if (at.before !== undefined) both += 1;
      expect(start + at.facts.filter(({ openedMonth }) => openedMonth >= `${at.fromYear}-01`).length - end).toBe(0);
      return told;
    };
    for (const region of country(60, next)) {
      everythingPublished({ ...region, cases: region.cases.map((one) => ({ ...one, status: 'APEN' as const, closedMonth: undefined, closingReasons: [] })) }, { ...OURS, beside: { ...OURS_BESIDE, movement } }, next);
    }
    expect(both, 'years that begin where another ended').toBeGreaterThan(3);
  });

  test('would find them where a year is counted anew as often as eleven more have come: therefore it is counted once (decision 0051)', () => {
    const often: Rules = { ...OURS, anew: (_year, _standing, counted) => mayReplace(0, counted) };
    expect(attacked(30, often).found.length).toBeGreaterThan(0);
  });
});

const small = fc.array(fc.record({
  caseType: fc.constantFrom('MA' as const, 'MA' as const, 'KAN' as const, undefined), openedMonth: fc.constantFrom('2025-02', '2025-02', '2025-07', '2024-05'),
  ends: fc.constantFrom<Partial<CaseFact>>({}, { status: 'AVSLUTTET', closedMonth: '2025-08' }, { status: 'AVSLUTTET', closedMonth: '2025-08' }, { status: 'AVSLUTTET', closedMonth: '2026-01' }, { status: 'IKKE_SAK', closedMonth: '2025-09', closingReasons: ['IKKE_MALGRUPPE'] }, { status: 'IKKE_SAK', closedMonth: '2025-09', closingReasons: ['UTENFOR_KOMMUNER'] }),
}).map(({ ends, ...one }) => fact({ ...one, ...ends })), { minLength: 11, maxLength: 30 });

/** What is found in one small region's 2025. */
function foundBeside(rules: BesideRules, cases: readonly CaseFact[], reports = NO_REPORTS): string[] {
  const held = cases.filter(({ openedMonth }) => openedMonth.startsWith('2025'));
  if (held.length < 11) return [];
  const blocks = tally(held, []).blocks;
  const { movement, told } = besideOf(rules, held, { facts: cases, fromYear: 2025, year: 2025, before: undefined }, blocks, reports);
  const own = held.length - held.filter(isOutside).length;
  const [start, end] = [movement.start, movement.end].map((cell) => (cell !== undefined && 'shown' in cell ? cell.shown : undefined));
  const worked = start === undefined || end === undefined ? [] : [start, end, start + own - end];
  return [...pinned([{ name: '2025', cases: held.length, blocks, many: (key) => COUNTED[key].many, also: told }]), ...worked.filter(isSmall).map((n) => `by movement: ${n}`)];
}

describe('somebody who lays beside a small region’s tables what was open, and how long things took', () => {
  test('finds of no «<5» which number it is, and no number of one to four', () => {
    fc.assert(fc.property(small, (cases) => { expect(foundBeside(OURS_BESIDE, cases)).toEqual([]); }), { numRuns: 1000, seed: 3 });
  });

  test('would find it where the cases at the year’s end stand beside a table that hides how many are open', () => {
    const cases = [...facts(11), ...facts(5, { status: 'IKKE_SAK', closedMonth: '2025-09', closingReasons: ['IKKE_MALGRUPPE'] }), ...facts(4, { status: 'AVSLUTTET', closedMonth: '2025-09' })];
    expect(foundBeside(COUNTED_BESIDE, cases)).toContain('2025 status AVSLUTTET');
    expect(foundBeside(OURS_BESIDE, cases)).toEqual([]);
  });

  test('would find the reports of a quarter, where a median that is missing says that ten were read: nine in the one, so one in the other', () => {
    const reports: Reports = { read: 10, quarters: [{ first: '2025-01', reports: { shown: 9 } }, { first: '2025-04', reports: { hidden: BELOW_FIVE } }] };
    expect(foundBeside(COUNTED_BESIDE, facts(12), reports)).toContain('2025 reports from 2025-04');
    expect(foundBeside(OURS_BESIDE, facts(12), reports)).toEqual([]);
  });

  test('reads no median of reports in a region’s first year: where fewer reports than cases are counted, it would tell that somebody’s reports stay out (krisesenterlova § 5 a)', () => {
    const told = ({ read }: Reports): boolean => OURS_BESIDE.medians(facts(12), tally(facts(12), []).blocks.map((block) => columnOf(block, undefined)), { read, quarters: [] }).seen;
    expect([told({ read: 12, quarters: [] }), told({ read: 10, quarters: [] })]).toEqual([false, false]);
  });

  test('reads a median of the reports that quarters showed, also where somebody’s report has left since: one that was missing would say so (krisesenterlova § 5 a)', () => {
    const reports: Reports = { read: 10, quarters: [{ first: '2025-01', reports: { shown: 6 } }, { first: '2025-04', reports: { shown: 5 } }] };
    expect(OURS_BESIDE.medians([], [], reports).seen).toBe(true);
    expect(OURS_BESIDE.medians([], [], { ...reports, read: 4 }).seen, 'never of four').toBe(false);
  });

  test('would find who waits where a median says that eleven of twelve were assessed', () => {
    const cases = [...facts(11), fact({ caseType: undefined })];
    expect(foundBeside(COUNTED_BESIDE, cases)).toContain('2025 type VENTER');
    expect(foundBeside(OURS_BESIDE, cases)).toEqual([]);
  });
});

describe('somebody who lays the reports of each quarter beside the cases of the year', () => {
  /** Each case has a report of its own, and in the first year all of them came in it: so the quarters are as many as the cases, or more. */
  const found = (reports: readonly number[], cases: number, first: string | undefined): boolean => {
    const told = quartersThrough('2025-01', '2025-10').map((quarter, at) => (first !== undefined && quarter < first ? [0, Infinity] as const : quarterBounds(quarterCell(reports[at] ?? 0))));
    return told.some(([low, high], at) => low === 1 && high === 4 && cases - sum(told.filter((_, other) => other !== at).map(([, most]) => most)) >= 4);
  };

  test('finds of no «<5» which number it is: a region’s first year is not told by quarters', () => {
    fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), fc.nat(3), (reports, without) => {
      expect(found(reports, Math.max(0, sum(reports) - without), firstTold('2025-01'))).toBe(false);
    }));
    expect(found([8, 4, 0, 0], 12, undefined), 'it would, if it were').toBe(true);
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

describe('somebody who lays a year’s end beside a year before it that hides how many are open', () => {
  const inYear = (year: number): { from: string; through: string } => ({ from: `${year}-01`, through: `${year}-12` });
  const open = (n: number, openedMonth: string): CaseFact[] => facts(n, { openedMonth });
  const closed = (n: number, openedMonth: string, closedMonth: string): CaseFact[] => facts(n, { openedMonth, status: 'AVSLUTTET', closedMonth });
  /** How many of 2025 were closed when its tables were counted, at the most: those that are open at the end of 2026 and did not come in it were open then. */
  function mostClosed(first: readonly CaseFact[], later: readonly CaseFact[], came: readonly CaseFact[], hides: boolean): number {
    const counted = (facts: readonly CaseFact[]): ShownBlock => statusIn(tally(facts, []).blocks);
    const before = movementOf(first, inYear(2025), true, undefined, counted(first), []).end;
    const { end } = movementOf([...later, ...came], inYear(2026), true, before, counted(came), hides && hidesOpen(counted(first)) ? [inYear(2025)] : []);
    return first.length - (end !== undefined && 'shown' in end ? Math.max(0, end.shown - came.length) : 0);
  }
  test('finds of no «<5» that were closed which number it is: of the one the end of the next year is hidden while cases of the other are open', () => {
    fc.assert(fc.property(fc.integer({ min: 7, max: 30 }), fc.integer({ min: 1, max: 4 }), fc.nat(30), fc.integer({ min: 11, max: 30 }), fc.nat(30), (stay, ended, endLater, came, cameEnded) => {
      fc.pre(stay + ended >= 11);
      const gone = Math.min(endLater, stay);
      const ofFirst = closed(ended, '2025-03', '2025-09');
      const later = [...open(stay - gone, '2025-03'), ...closed(gone, '2025-03', '2026-05'), ...ofFirst];
      expect(mostClosed([...open(stay, '2025-03'), ...ofFirst], later, [...open(came, '2026-04'), ...closed(cameEnded, '2026-04', '2026-08')], true)).toBeGreaterThanOrEqual(4);
    }));
  });
  test('would find it where only what the year itself hides is looked at', () => {
    const ofFirst = [...open(9, '2025-03'), ...closed(2, '2025-03', '2025-09')];
    expect(mostClosed(ofFirst, ofFirst, open(11, '2026-04'), false)).toBe(2);
  });
});
