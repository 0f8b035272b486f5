import type { Lang } from '../kernel/texts.ts';
import type { BlockKey } from '../statistics/public.ts';

export type Words = Readonly<Record<Lang, string>>;

/** One value of a return's own code list. */
export type Value = Words & { readonly code: string };

/** What a fact can be asked about. A schema names these and nothing else of a case. */
export const FIELDS = ['gender', 'ageBand', 'reporter', 'violence', 'vulnerability', 'relation', 'caseType', 'measures', 'closingReasons', 'wish', 'belongs'] as const;
export type Field = (typeof FIELDS)[number];

/** A property of a case as the receiver wants it: our codes mapped to theirs. */
export type Variable = {
  readonly id: string;
  readonly name: Words;
  readonly from: Field;
  /** The order matters: beside a small number the last row that is no zero is hidden, so those that are large as a rule stand last. */
  readonly values: readonly Value[];
  /** our code → theirs */
  readonly map: Readonly<Record<string, string>>;
  /** where nothing of a case is in `map`; absent: such a case does not stand in the table */
  readonly otherwise?: string;
  /** one case may have several values */
  readonly many?: true;
};

/** Which cases a table counts. Received and own differ: a case from outside the co-operation is received and is not ours (domain reference §12.4, I9). */
export const POPULATIONS = ['RECEIVED', 'OWN', 'ASSESSED', 'CLOSED'] as const;
export type Population = (typeof POPULATIONS)[number];

/** Two dimensions at most, whatever the number of cases: more cannot be written down (domain reference §11). */
export type TableSpec = {
  readonly id: string; readonly name: Words; readonly counts: Population; readonly rows: string; readonly columns?: string;
  /** the block of the year's standing tables that it tells in the receiver's words: then nothing is counted for it (standing.ts) */
  readonly block?: BlockKey;
};

/** One row per case. `identifying`: what somebody who knows a person may know; each group of rows that are alike in these is at least five. */
export type RowsSpec = {
  /** the first is made «unknown» first */
  readonly identifying: readonly string[];
  readonly others: readonly string[];
};

/** A receiver's return, as data: another one is another file like codes/r3.ts. */
export type ReturnSchema = {
  readonly id: string;
  /** goes up with every change to what is counted or how codes map */
  readonly edition: string;
  readonly name: Words;
  readonly about: Words;
  readonly delimiter: ';' | ',';
  readonly variables: readonly Variable[];
  readonly tables: readonly TableSpec[];
  readonly rows?: RowsSpec;
  /** what the receiver asks for and our facts do not hold: said, never invented */
  readonly cannotFill: readonly { readonly id: string; readonly name: Words; readonly why: Words }[];
};

/** What a value that is rare, or that nobody knows, is called in rows. */
export const UNKNOWN = 'UKJENT';
/** The row or column of a table that counts all. */
export const ALL = 'I_ALT';

export const FORMS = ['TABELLER', 'RADER'] as const;
export type Form = (typeof FORMS)[number];

/** Throws RangeError where the schema names a variable that it does not have. */
export function variableOf(schema: ReturnSchema, id: string): Variable {
  const found = schema.variables.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`${schema.id} has no variable ${id}`);
  return found;
}
