import { BLOCKS, COUNTED, type BlockKey } from './blocks.ts';
import type { CaseFact } from './fact.ts';
import type { ConsultationFact, ReportFact } from './received.ts';

/** What is counted: cases, the reports that came, anonymous consultations. */
export const SUBJECTS = ['saker', 'meldinger', 'droftinger'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const DIMENSIONS = {
  saker: ['month', 'owner', ...BLOCKS],
  meldinger: ['month', 'owner', 'channel', 'reporter', 'became'],
  droftinger: ['month', 'owner', 'direction', 'reporter', 'violence', 'topic', 'outcome'],
} as const satisfies Readonly<Record<Subject, readonly string[]>>;
export type Dimension = (typeof DIMENSIONS)[Subject][number];

/** One thing that is counted, with its values by dimension; several in one dimension are several rows. */
export type Counted = { /** so many of them are alike */ readonly times: number; readonly month: string; readonly owner: string | undefined; readonly values: (dimension: Dimension) => readonly string[] };

/** A row for what has no value: no municipality, nothing decided. */
export const NONE = 'INGEN';

export function countedCase(fact: CaseFact): Counted {
  return {
    times: 1, month: fact.openedMonth, owner: fact.owner,
    values: (dimension) => (dimension === 'month' ? [fact.openedMonth] : dimension === 'owner' ? [fact.owner ?? NONE] : isBlock(dimension) ? COUNTED[dimension].rowsOf(fact) : []),
  };
}

export function countedReport(fact: ReportFact): Counted {
  const by: Partial<Record<Dimension, readonly string[]>> = { month: [fact.receivedMonth], owner: [fact.owner ?? NONE], channel: [fact.channel], reporter: [fact.reporter], became: [fact.became ?? NONE] };
  return { times: 1, month: fact.receivedMonth, owner: fact.owner, values: (dimension) => by[dimension] ?? [] };
}

export function countedConsultation(fact: ConsultationFact): Counted {
  const by: Partial<Record<Dimension, readonly string[]>> = {
    month: [fact.receivedMonth], owner: [fact.owner ?? NONE], direction: [fact.direction], reporter: [fact.service], violence: fact.violence, topic: fact.topics, outcome: [fact.outcome ?? NONE],
  };
  return { times: 1, month: fact.receivedMonth, owner: fact.owner, values: (dimension) => by[dimension] ?? [] };
}

function isBlock(dimension: Dimension): dimension is BlockKey {
  return BLOCKS.some((key) => key === dimension);
}

export type Chosen = { readonly by: Dimension; readonly across: Dimension | undefined; readonly from: string; readonly through: string; readonly owner: string | undefined };

/** Counts of `by` (rows) and `across` (columns), in the order of `rows` and `columns`; `counted`: how many things stand in it. */
export type Crossing = { readonly counted: number; readonly rows: readonly string[]; readonly columns: readonly string[]; readonly counts: readonly (readonly number[])[]; readonly rowTotals: readonly number[] };

/**
 * Counts exactly what a reader may see: nothing is hidden, so it is for those alone who may see the cases one by one.
 * @param all what this reader may see, whatever month
 */
export function cross(all: readonly Counted[], chosen: Chosen): Crossing {
  const { by, across, from, through, owner } = chosen;
  const here = all.filter((one) => one.month >= from && one.month <= through && (owner === undefined || one.owner === owner));
  const inRow = new Map<string, number>();
  const inColumn = new Map<string, number>();
  const both = new Map<string, number>();
  for (const one of here) {
    const columns = across === undefined ? [] : one.values(across);
    for (const column of columns) add(inColumn, column, one.times);
    for (const row of one.values(by)) {
      add(inRow, row, one.times);
      for (const column of columns) add(both, `${row} ${column}`, one.times);
    }
  }
  const rows = by === 'month' ? monthsBetween(from, through) : ordered(inRow);
  const columns = across === 'month' ? monthsBetween(from, through) : ordered(inColumn);
  return { counted: here.reduce((sum, { times }) => sum + times, 0), rows, columns, counts: rows.map((row) => columns.map((column) => both.get(`${row} ${column}`) ?? 0)), rowTotals: rows.map((row) => inRow.get(row) ?? 0) };
}

function add(counts: Map<string, number>, code: string, times: number): void {
  counts.set(code, (counts.get(code) ?? 0) + times);
}

/** The most frequent first; of the same number, by code. */
function ordered(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([code]) => code);
}

/** `YYYY-MM` from the first through the last, at most ten years of them. */
export function monthsBetween(from: string, through: string): string[] {
  const found: string[] = [];
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5))]; found.length < 120; month === 12 ? (year += 1, month = 1) : (month += 1)) {
    const one = `${year}-${String(month).padStart(2, '0')}`;
    if (one > through) return found;
    found.push(one);
  }
  return found;
}

/** How it is drawn best: along time as lines, from who reported to what became of it as a flow, else as bars. */
export type Drawing = 'bars' | 'lines' | 'flow';
export function drawingOf({ by, across }: Pick<Chosen, 'by' | 'across'>): Drawing {
  if (by === 'month') return 'lines';
  const ends: readonly (Dimension | undefined)[] = ['status', 'type', 'closing', 'became', 'outcome'];
  return by === 'reporter' && ends.includes(across) ? 'flow' : 'bars';
}
