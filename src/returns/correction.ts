import { FEW, HIDDEN, type CellValue, type TableContent } from './content.ts';
import { BASE } from './rounding.ts';
import { ALL } from './schema.ts';

/** The same number as in the figures; test/returns/returns.test.ts compares them. */
export const FEWEST_CHANGED = 11;

/**
 * Whether a table may be given anew. Two countings that differ by few cases tell those cases by subtraction, whatever each of them hides.
 * So a table stands as it left until anybody who holds both versions can see that eleven cases or more must have changed in it
 * (as statistics/suppression.ts, `mayReplace`, demands of figures). This asks what is shown, never what was counted: a rule that asked for eleven changed cases
 * would tell, by saying yes, what a hidden number cannot be; test/returns/rounding.test.ts found that by trying all numbers (decision 0047).
 * @param many one case may stand in several rows or columns
 */
export function mayGiveAnew(before: TableContent, after: TableContent, many: boolean): boolean {
  return surelyChanged(before, after, many) >= FEWEST_CHANGED;
}

/** The fewest cases that came, went or moved between two versions, as far as their numbers tell. */
export function surelyChanged(before: TableContent, after: TableContent, many: boolean): number {
  const known = new Map(before.celler.map((cell) => [placeOf(cell), cell.antall]));
  const moves = after.celler.map((cell) => ({ line: lineOf(cell), by: gap(known.get(placeOf(cell)) ?? HIDDEN, cell.antall) }));
  const whole = ['inside', 'rows', 'columns', 'all'].map((line) => moves.filter((move) => move.line === line).map(({ by }) => by));
  const more = (by: readonly number[]): number => by.reduce((n, one) => n + Math.max(0, one), 0);
  const each = moves.map(({ by }) => Math.abs(by));
  return Math.max(0, ...each, ...(many ? [] : whole.map((by) => Math.max(more(by), more(by.map((one) => -one))))));
}

type Placed = { readonly rad: string; readonly kolonne?: string | undefined };

function placeOf({ rad, kolonne }: Placed): string {
  return `${rad} ${kolonne ?? ''}`;
}

/** Numbers of one such set count different cases. */
function lineOf({ rad, kolonne }: Placed): string {
  if (kolonne === undefined) return rad === ALL ? 'all' : 'inside';
  if (rad === ALL) return kolonne === ALL ? 'all' : 'columns';
  return kolonne === ALL ? 'rows' : 'inside';
}

/** How far a number must have moved at least: up above zero, down below. */
function gap(before: CellValue, after: CellValue): number {
  const [[low, high], [newLow, newHigh]] = [couldBe(before), couldBe(after)];
  if (newLow > high) return newLow - high;
  return newHigh < low ? newHigh - low : 0;
}

/** What was counted, as far as a reader can tell from what is shown. */
function couldBe(value: CellValue): readonly [number, number] {
  if (value === HIDDEN) return [0, Infinity];
  if (value === FEW) return [1, BASE - 1];
  return value === 0 ? [0, 0] : [Math.max(BASE, value - BASE + 1), value + BASE - 1];
}

/** How many of each row there were before any was made coarser. Never leaves; sealed beside what did. */
export type Basis = Readonly<Record<string, number>>;

export function basisOf(rows: readonly unknown[]): Basis {
  const found = new Map<string, number>();
  for (const row of rows) found.set(JSON.stringify(row), (found.get(JSON.stringify(row)) ?? 0) + 1);
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many cases came, went or were changed. */
export function changedRows(before: Basis, after: Basis): number {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const more = (a: Basis, b: Basis): number => keys.reduce((n, key) => n + Math.max(0, (a[key] ?? 0) - (b[key] ?? 0)), 0);
  return Math.max(more(after, before), more(before, after));
}

/** Rows hold no hidden number, so here the cases themselves are compared: one change can make many rows coarser, and must not leave by that. */
export function mayGiveRowsAnew(before: Basis, after: Basis): boolean {
  return changedRows(before, after) >= FEWEST_CHANGED;
}
