import type { BlockKey } from '../../src/statistics/blocks.ts';
import { BELOW_FIVE, type Cell } from '../../src/statistics/suppression-cells.ts';
import type { PublishedBlock } from '../../src/statistics/tally.ts';

/** A number that somebody wants to know: what it can still be. */
type Unknown = { low: number; high: number; readonly small: boolean; readonly name: string };
/** All of `parts` are `whole`. */
type Sum = { readonly parts: readonly Unknown[]; readonly whole: Unknown };
/** The first cannot be larger than the second. */
type Order = readonly [smaller: Unknown, larger: Unknown];

/** What something else tells of the same cases: all of these rows (`block row`) together are between these two. Where nothing is named, of `parts` of its own, as the halves of a year. */
export type Told = { readonly name: string; readonly rows: readonly string[]; readonly low: number; readonly high: number; readonly parts?: readonly Told[] };

/** What has been published of the same cases, at one time. `many`: blocks in which one case may stand in several rows. `also`: returns, and whatever else tells of them. */
export type Publication = { readonly name: string; readonly cases: number; readonly blocks: readonly PublishedBlock[]; readonly many: (key: BlockKey) => boolean; readonly also?: readonly Told[] };

/**
 * Adds and subtracts all that was ever published of a region's year: rows, columns, sums, every block beside every other, and each version beside the ones before, in
 * which no number was larger. Answers the «<5» that can be one number only. Interval bounds: what each number can be at the least and at the most,
 * narrowed until nothing narrows any more; so whatever it finds is found, and another attacker might find more.
 */
export function pinned(versions: readonly Publication[]): string[] {
  const all: Unknown[] = [];
  const sums: Sum[] = [];
  const orders: Order[] = [];
  const before = new Map<string, Unknown>();
  for (const { name, cases, blocks, many, also = [] } of versions) {
    const shared = new Map<string, Unknown>();
    const know = (key: string, cell: Cell | undefined, large: boolean): Unknown => {
      const one: Unknown = cell !== undefined && 'shown' in cell ? { low: cell.shown, high: cell.shown, small: false, name: key }
        : { low: cell?.hidden === BELOW_FIVE ? 1 : large ? 5 : 0, high: cell?.hidden === BELOW_FIVE ? 4 : cases, small: cell?.hidden === BELOW_FIVE, name: `${name} ${key}` };
      all.push(one);
      // the column of all others holds other municipalities next time
      const earlier = key.endsWith(' ') ? undefined : before.get(key);
      if (earlier !== undefined) orders.push([earlier, one]);
      before.set(key, one);
      return one;
    };
    const total = know('all', { shown: cases }, false);
    for (const block of blocks) {
      const says = (line: readonly Cell[]): boolean => !many(block.key) && line.some((cell) => ('shown' in cell ? cell.shown > 0 : cell.hidden === BELOW_FIVE));
      const rows = block.rows.map((row, r) => know(`${block.key} ${row}`, block.rowTotals[r], says(block.rowTotals)));
      const columns = block.columns.map((column, c) => {
        const known = shared.get(column) ?? know(`place ${column}`, block.columnTotals[c], says(block.columnTotals));
        shared.set(column, known);
        return known;
      });
      const cells = block.cells.map((line, r) => line.map((cell, c) => know(`${block.key} ${block.rows[r]} ${block.columns[c]}`, cell, false)));
      rows.forEach((whole, r) => sums.push({ parts: cells[r] ?? [], whole }));
      sums.push({ parts: columns, whole: total });
      if (many(block.key)) continue;
      columns.forEach((whole, c) => sums.push({ parts: cells.flatMap((line) => line[c] ?? []), whole }));
      sums.push({ parts: rows, whole: total });
    }
    const heard = ({ name: key, low, high }: Told): Unknown => {
      const one = { low, high, small: low === 1 && high === 4, name: `${name} ${key}` };
      all.push(one);
      return one;
    };
    for (const told of also) {
      const whole = heard(told);
      if (told.rows.length > 0) sums.push({ parts: told.rows.flatMap((row) => before.get(row) ?? []), whole });
      if (told.parts !== undefined) sums.push({ parts: told.parts.map(heard), whole });
    }
  }
  while (narrowed(sums, orders)) { /* until nothing narrows any more */ }
  return all.filter(({ small, low, high }) => small && low >= high).map(({ name }) => name);
}

function narrowed(sums: readonly Sum[], orders: readonly Order[]): boolean {
  let changed = false;
  const within = (one: Unknown, low: number, high: number): void => {
    if (low > one.low) { one.low = low; changed = true; }
    if (high < one.high) { one.high = high; changed = true; }
  };
  for (const { parts, whole } of sums) {
    let [least, most] = [0, 0];
    for (const { low, high } of parts) { least += low; most += high; }
    within(whole, least, most);
    for (const one of parts) within(one, whole.low - (most - one.high), whole.high - (least - one.low));
  }
  for (const [smaller, larger] of orders) {
    within(larger, smaller.low, Infinity);
    within(smaller, 0, larger.high);
  }
  return changed;
}
