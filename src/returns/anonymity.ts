import { isCounted, valuesOf, type ReturnFact } from './count.ts';
import type { Period } from './period.ts';
import { UNKNOWN, variableOf, type ReturnSchema, type RowsSpec } from './schema.ts';

/** So many rows must be alike in what somebody who knows a person may know, and so many must hold a value before it is named. */
export const FEWEST_ALIKE = 5;

/** One case without a number, month or place: the year, and codes by variable. */
export type Row = { readonly year: string; readonly codes: Readonly<Record<string, readonly string[]>> };

export type AnonymousRows = {
  readonly rows: readonly Row[];
  /** how many had to be left out, where that is no small number */
  readonly leftOut: number | undefined;
  /** as they were before anything was made coarser: never leaves */
  readonly whole: readonly Row[];
};

/**
 * The period's own cases as rows. What is rare in what identifies is made «unknown», the first variable first, until each group is five; a
 * row that stays alone is left out. Then a value of the others that fewer than five rows hold is not named. The place is the
 * region for all of them.
 */
export function anonymousRows(schema: ReturnSchema, spec: RowsSpec, facts: readonly ReturnFact[], period: Period): AnonymousRows {
  const whole = facts.filter((fact) => isCounted(fact, 'OWN', period)).map((fact) => rowOf(schema, spec, fact));
  const coarser = spec.identifying.reduce((rows, id) => coarsened(rows, spec, id), whole);
  const sizes = sizesOf(coarser, spec);
  const kept = coarser.filter((row) => (sizes.get(groupOf(row, spec)) ?? 0) >= FEWEST_ALIKE);
  const leftOut = coarser.length - kept.length;
  return { rows: spec.others.reduce(withoutRare, kept), leftOut: leftOut >= FEWEST_ALIKE ? leftOut : undefined, whole };
}

function rowOf(schema: ReturnSchema, { identifying, others }: RowsSpec, fact: ReturnFact): Row {
  const codes = [...identifying, ...others].map((id): [string, readonly string[]] => [id, valuesOf(variableOf(schema, id), fact)]);
  return { year: fact.openedMonth.slice(0, 4), codes: Object.fromEntries(codes) };
}

/** Alike in year and in all that identifies. */
export function groupOf(row: Row, { identifying }: RowsSpec): string {
  return JSON.stringify([row.year, ...identifying.map((id) => row.codes[id])]);
}

export function sizesOf(rows: readonly Row[], spec: RowsSpec): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(groupOf(row, spec), (sizes.get(groupOf(row, spec)) ?? 0) + 1);
  return sizes;
}

/** Whole groups are moved, so that no other group becomes smaller by it. */
function coarsened(rows: readonly Row[], spec: RowsSpec, id: string): Row[] {
  const sizes = sizesOf(rows, spec);
  return rows.map((row) => ((sizes.get(groupOf(row, spec)) ?? 0) >= FEWEST_ALIKE ? row : { ...row, codes: { ...row.codes, [id]: [UNKNOWN] } }));
}

function withoutRare(rows: readonly Row[], id: string): Row[] {
  const counts = new Map<string, number>();
  for (const code of rows.flatMap((row) => row.codes[id] ?? [])) counts.set(code, (counts.get(code) ?? 0) + 1);
  return rows.map((row) => {
    const named = (row.codes[id] ?? []).filter((code) => (counts.get(code) ?? 0) >= FEWEST_ALIKE);
    return { ...row, codes: { ...row.codes, [id]: named.length === 0 ? [UNKNOWN] : named } };
  });
}
