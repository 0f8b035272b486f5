import type { CaseFact } from '../../src/statistics/fact.ts';
import { movementOf, type Months, type Movement } from '../../src/statistics/movement.ts';
import { shownReports, type QuarterCount } from '../../src/statistics/outreach.ts';
import { leastBehind, paceOf, type PaceFigures } from '../../src/statistics/pace.ts';
import { BELOW_FIVE, type Cell } from '../../src/statistics/suppression-cells.ts';
import { columnOf, type PublishedBlock, type ShownBlock } from '../../src/statistics/tally.ts';
import type { Told } from './attacker.ts';

const ELEVEN = 11;
type Medians = Readonly<Record<keyof PaceFigures, boolean>>;
type AtEnd = { readonly facts: readonly CaseFact[]; readonly fromYear: number; readonly year: number; readonly before: Cell | undefined; /** earlier years whose tables hide how many are open */ readonly hidden?: readonly Months[] };

/** The reports of the same years: how many were read, and each quarter that is told of them. */
export type Reports = { readonly read: number; readonly quarters: readonly QuarterCount[] };
export const NO_REPORTS: Reports = { read: 0, quarters: [] };

/** What may stand beside a year's tables: how many were open, and which medians. `nullTells`: one that is missing says that ten or fewer stand behind it. */
export type BesideRules = { readonly movement: (at: AtEnd, status: ShownBlock) => Movement; readonly medians: (ofYears: readonly CaseFact[], blocks: readonly ShownBlock[], reports: Reports) => Medians; readonly nullTells: boolean };

/** Rows of days, as the product has them. */
function rowsOf(ofYears: readonly CaseFact[], reports: Reports): Parameters<typeof paceOf>[0] {
  const days = (has: boolean): number | null => (has ? 3 : null);
  return [
    ...ofYears.map(({ caseType, status, measures, closedMonth }) => ({ seen_days: null, classified_days: days(caseType !== undefined && status !== 'IKKE_SAK'), measure_days: days(measures.length > 0), closed_days: days(closedMonth !== undefined) })),
    ...Array.from({ length: reports.read }, () => ({ seen_days: 0, classified_days: null, measure_days: null, closed_days: null })),
  ];
}

/** As the product decides it (statistics/pace.ts). */
function medians(ofYears: readonly CaseFact[], reports: Reports, least: Parameters<typeof paceOf>[1]): Medians {
  const { seen, classified, measure, closed } = paceOf(rowsOf(ofYears, reports), least);
  return { seen: seen !== null, classified: classified !== null, measure: measure !== null, closed: closed !== null };
}

export const OURS_BESIDE: BesideRules = {
  movement: ({ facts, fromYear, year, before, hidden }, status) => movementOf(facts, { from: `${fromYear}-01`, through: `${year}-12` }, true, before, status, hidden ?? []),
  medians: (ofYears, blocks, reports) => medians(ofYears, reports, leastBehind(blocks, shownReports(reports.quarters, { from: '0000-00', through: '9999-12' }))),
  nullTells: false,
};

/** As it was: by what was counted, whatever the tables beside it hide. */
export const COUNTED_BESIDE: BesideRules = {
  movement: (at, status) => OURS_BESIDE.movement(at, { ...status, rows: [] }),
  medians: (ofYears, _, reports) => {
    const rows = rowsOf(ofYears, reports);
    const eleven = (key: keyof (typeof rows)[number]): boolean => rows.filter((row) => row[key] !== null).length >= ELEVEN;
    return { seen: eleven('seen_days'), classified: eleven('classified_days'), measure: eleven('measure_days'), closed: eleven('closed_days') };
  },
  nullTells: true,
};

export type BesideTold = { readonly movement: Movement; readonly told: readonly Told[] };

/** What a reader of the tables concludes of their rows from what stands beside them, and the numbers that follow from the tables and the movement. */
export function besideOf(rules: BesideRules, ofYears: readonly CaseFact[], at: AtEnd, blocks: readonly PublishedBlock[], reports: Reports): BesideTold {
  const shown = blocks.map((block) => columnOf(block, undefined));
  const status = shown.find(({ key }) => key === 'status');
  if (status === undefined) throw new RangeError('there is always one');
  const [movement, told, all] = [rules.movement(at, status), rules.medians(ofYears, shown, reports), ofYears.length];
  const end = movement.end !== undefined && 'shown' in movement.end ? movement.end.shown : undefined;
  const [ended, notAssessed] = [['status AVSLUTTET', 'status IKKE_SAK', 'status UTENFOR_SAMARBEIDET'], ['type VENTER', 'status IKKE_SAK', 'status UTENFOR_SAMARBEIDET']];
  const measured = shown.find(({ key }) => key === 'measure')?.rows.map(({ code }) => `measure ${code}`) ?? [];
  const parts = reports.quarters.map(({ first, reports: cell }): Told => { const [low, high] = quarterBounds(cell); return { name: `reports from ${first}`, rows: [], low, high }; });
  return {
    movement,
    told: [
      ...(end === undefined ? [] : [{ name: 'no more open than at the end', rows: ['status APEN'], low: 0, high: end }]),
      ...(told.closed ? [{ name: 'the others are open', rows: ['status APEN'], low: 0, high: all - ELEVEN }] : rules.nullTells ? [{ name: 'ten ended at the most', rows: ended, low: 0, high: ELEVEN - 1 }] : []),
      ...(told.classified ? [{ name: 'the others wait', rows: ['type VENTER'], low: 0, high: all - ELEVEN }] : rules.nullTells ? [{ name: 'so many are not assessed', rows: notAssessed, low: all - ELEVEN + 1, high: Infinity }] : []),
      ...(told.measure ? [{ name: 'so many have a measure', rows: measured, low: ELEVEN, high: Infinity }] : rules.nullTells ? measured.map((row) => ({ name: `ten have one at the most: ${row}`, rows: [row], low: 0, high: ELEVEN - 1 })) : []),
      // whoever knows that all of them were read
      ...(parts.length === 0 ? [] : [{ name: 'reports', rows: [], parts, ...(told.seen ? { low: ELEVEN, high: Infinity } : { low: 0, high: rules.nullTells ? ELEVEN - 1 : Infinity }) }]),
    ],
  };
}

/** A quarter of reports as it is shown, in bounds. */
export function quarterBounds(cell: Cell): readonly [low: number, high: number] {
  if ('shown' in cell) return [cell.shown, cell.shown];
  return cell.hidden === BELOW_FIVE ? [1, 4] : [0, Infinity];
}
