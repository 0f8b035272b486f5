import { BLOCKS, COUNTED, isShelterStay, OUTSIDE, type Block, type BlockKey } from './blocks.ts';
import type { CaseFact } from './fact.ts';
import { isEnoughToBreakDown } from './release.ts';
import { PROTECTED, sum, TO_PROTECT, type Cell } from './suppression-cells.ts';
import { suppress, type CountTable, type PublishedTable } from './suppression.ts';

/** The column of cases that are counted for the region alone. */
export const NO_MUNICIPALITY = '';

/** One block of a year, small numbers hidden: rows are codes, columns the four digits of municipalities (`''` for none). */
export type PublishedBlock = PublishedTable & { readonly key: BlockKey };

/** Everything that is shown of a year. All blocks are counted together, over the same cases: they agree with each other. */
export type Tally = { readonly counted: number; readonly blocks: readonly PublishedBlock[] };

/**
 * Counts a year. A municipality's figures are a column of one table of all municipalities: tables for each of them and one
 * for the region would give hidden numbers away by subtraction.
 * @param municipalities four digits, each once; cases of others are counted for the region alone
 */
export function tally(facts: readonly CaseFact[], municipalities: readonly string[]): Tally {
  const apart = shownApart(facts, municipalities);
  const placed = facts.map(withoutShelter).map((fact) => ({ fact, column: fact.owner !== undefined && apart.includes(fact.owner) ? fact.owner : NO_MUNICIPALITY }));
  return { counted: facts.length, blocks: BLOCKS.map((key) => ({ key, ...suppress(crossed(COUNTED[key], placed, [...apart, NO_MUNICIPALITY])) })) };
}

/**
 * That somebody has been in contact with a shelter is a secret of its own (krl. § 5), and these tables are read by people without that basis. One that reports is another public
 * service, as in a return: were the two told apart here, one less the other would be the shelter. A stay is temporary housing; R3 has both in one value, too. Among the services it is
 * none: a case that has no other is «ukjent», or those that stand in no row would be the shelter's.
 */
function withoutShelter(fact: CaseFact): CaseFact {
  const { reporter, services, measures } = fact;
  const others = services.filter((code) => code !== 'KRISESENTER');
  return {
    ...fact, reporter: reporter === 'KRISESENTER' ? 'ANNEN_OFFENTLIG' : reporter, services: others.length === 0 ? ['UKJENT'] : others,
    measures: measures.map((code) => (isShelterStay(code) ? 'MIDLERTIDIG_BOLIG' : code)),
  };
}

/**
 * The municipalities that get a column: those with more than ten cases, or none. The others are put together, with one of the
 * larger ones where they alone would be ten or fewer: the region less all columns shown is a number, too. Which larger one
 * follows from its place, never from its size.
 */
function shownApart(facts: readonly CaseFact[], municipalities: readonly string[]): readonly string[] {
  const cases = (number: string): number => facts.filter((fact) => fact.owner === number).length;
  const large = municipalities.filter((number) => isEnoughToBreakDown(cases(number)));
  const rest = facts.length - sum(large.map(cases));
  const apart = rest > 0 && !isEnoughToBreakDown(rest) ? large.slice(0, -1) : large;
  return municipalities.filter((number) => apart.includes(number) || cases(number) === 0);
}

type Placed = { readonly fact: CaseFact; readonly column: string };

function crossed(block: Block, placed: readonly Placed[], columns: readonly string[]): CountTable {
  const places = placed.map(({ fact, column }) => ({ rows: block.rowsOf(fact), column }));
  const counts = block.rows.map((row) => columns.map((column) => places.filter((place) => place.column === column && place.rows.includes(row)).length));
  if (!block.many) return { rows: block.rows, columns, counts };
  return { rows: block.rows, columns, counts, manyRows: true, total: placed.length, columnTotals: columns.map((column) => places.filter((place) => place.column === column).length) };
}

export type ShownRow = { readonly code: string; readonly cell: Cell };
export type ShownBlock = { readonly key: BlockKey; readonly rows: readonly ShownRow[]; readonly total: Cell };

/** The margin of a block, or where a municipality is chosen its column. One that has none of its own is hidden. */
export function columnOf(block: PublishedBlock, municipality: string | undefined): ShownBlock {
  const at = municipality === undefined ? undefined : block.columns.indexOf(municipality);
  const cellOf = (row: number): Cell => (at === undefined ? block.rowTotals[row] : block.cells[row]?.[at]) ?? PROTECTED;
  return { key: block.key, rows: block.rows.map((code, row) => ({ code, cell: cellOf(row) })), total: (at === undefined ? block.total : block.columnTotals[at]) ?? PROTECTED };
}

/** Received less those that belong outside the co-operation (domain reference §12.4, I9); hidden where either of the two is. */
export function ownCases(status: ShownBlock): Cell {
  const outside = status.rows.find((row) => row.code === OUTSIDE)?.cell;
  if (outside === undefined || !('shown' in outside)) return PROTECTED;
  return 'shown' in status.total ? { shown: status.total.shown - outside.shown } : status.total;
}

/** The row that stands out, for one sentence in words. undefined where a hidden row could be larger, or two are alike. */
export function mostCommon(block: ShownBlock): { readonly code: string; readonly count: number } | undefined {
  const shown = block.rows.flatMap(({ code, cell }) => ('shown' in cell && cell.shown > 0 ? [{ code, count: cell.shown }] : []));
  const [first, second] = shown.toSorted((a, b) => b.count - a.count);
  const mayBeLarger = block.rows.some(({ cell }) => 'hidden' in cell && cell.hidden === TO_PROTECT);
  if (first === undefined || mayBeLarger || first.count === second?.count || first.code === 'UKJENT') return undefined;
  return first;
}

/** The largest first, then the hidden ones in the list's own order, which tells nothing of their size. Rows without cases are left out. */
export function rowsToShow(block: ShownBlock): ShownRow[] {
  const size = ({ cell }: ShownRow): number => ('shown' in cell ? cell.shown : -1);
  return block.rows.filter((row) => size(row) !== 0).toSorted((a, b) => size(b) - size(a));
}

/** Whether a block says nothing but which rows are empty: it gets a sentence, and is no table of «<5» (domain reference §11). */
export function isAllHidden(block: ShownBlock): boolean {
  const filled = block.rows.filter(({ cell }) => !('shown' in cell) || cell.shown > 0);
  return filled.length > 0 && filled.every(({ cell }) => 'hidden' in cell);
}
