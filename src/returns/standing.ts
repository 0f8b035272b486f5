import type { Cell, PublishedBlock, PublishedTable } from '../statistics/public.ts';
import { BASE } from './rounding.ts';
import type { Variable } from './schema.ts';

const NONE: Cell = { shown: 0 };
const PROTECTED: Cell = { hidden: 'for å verne personer' };

/**
 * A table of a return out of what everybody may read of the year already. It sees no case and no hidden number: each number of it follows from
 * numbers that «Tall» shows, so beside «Tall» it tells nothing more, whatever codes the receiver has (test/returns/differencing.test.ts).
 * @param block undefined where the year is not broken down @param any whether there were any cases
 */
export function toldByStanding(variable: Variable, block: PublishedBlock | undefined, any: boolean): PublishedTable {
  const rows = variable.values.map(({ code }) => code);
  if (block === undefined) return flat(rows, rows.map(() => (any ? PROTECTED : NONE)), any ? PROTECTED : NONE);
  const held = rows.map((code) => together(block.rows.flatMap((row, at) => ((variable.map[row] ?? variable.otherwise) === code ? block.rowTotals[at] ?? PROTECTED : [])), variable.many === true));
  return flat(rows, variable.many === true ? held : filled(held, totalOf(variable, block, held)), totalOf(variable, block, held));
}

function flat(rows: readonly string[], cells: readonly Cell[], total: Cell): PublishedTable {
  return { rows, columns: [], cells: cells.map((cell) => [cell]), rowTotals: [], columnTotals: [total], total };
}

/** Several of our rows as one of theirs: a sum only where each of them is shown, and no sum where one case may stand in several. */
function together(cells: readonly Cell[], many: boolean): Cell {
  const some = cells.filter((cell) => !('shown' in cell) || cell.shown > 0);
  if (some.length <= 1) return some[0] ?? NONE;
  return many ? PROTECTED : sumOf(some) ?? PROTECTED;
}

function sumOf(cells: readonly Cell[]): Cell | undefined {
  let sum = 0;
  for (const cell of cells) {
    if (!('shown' in cell)) return undefined;
    sum += cell.shown;
  }
  return { shown: sum };
}

/** Of a block of which some rows have no place with the receiver, all that have one. */
function totalOf(variable: Variable, block: PublishedBlock, held: readonly Cell[]): Cell {
  return block.rows.every((row) => (variable.map[row] ?? variable.otherwise) !== undefined) ? block.total : sumOf(held) ?? PROTECTED;
}

/** One that alone is not known is the rest, as any reader of «Tall» can work it out: it is never a small number, for beside that another one is hidden. */
function filled(cells: readonly Cell[], total: Cell): readonly Cell[] {
  const hidden = cells.filter((cell) => !('shown' in cell));
  const known = sumOf(cells.filter((cell) => 'shown' in cell));
  if (hidden.length !== 1 || !('shown' in total) || known === undefined || !('shown' in known)) return cells;
  const rest = total.shown - known.shown;
  return cells.map((cell) => ('shown' in cell || (rest > 0 && rest < BASE) ? cell : { shown: rest }));
}
