import { FEWEST_ALIKE } from './anonymity.ts';
import { BASE } from './rounding.ts';
import { FEW, rowCodes, shapeOf, valueCodes, YEAR, type RowsContent, type TableContent, type TablesContent } from './content.ts';
import { csvOf } from './files.ts';
import { contains, type Period } from './period.ts';
import { ALL, variableOf, type Form, type ReturnSchema, type TableSpec } from './schema.ts';

export const FAULTS = [
  'not_json', 'wrong_shape', 'csv_differs', 'table_missing', 'table_twice', 'unknown_code', 'number_missing', 'number_twice', 'not_rounded', 'does_not_add_up', 'can_be_worked_out',
  'outside_period', 'too_few_alike', 'too_rare',
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** What is wrong and where: a line of the CSV, a row and a column by their codes, or a case by its place in the file (from 1). */
export type Fault = { readonly code: FaultCode; readonly table?: string; readonly row?: string; readonly column?: string };

/** Judges a return by its bytes, as a receiver would. Empty: nothing is wrong. */
export function faultsIn(schema: ReturnSchema, form: Form, period: Period, files: { readonly csv: string; readonly json: string }): Fault[] {
  const parsed = parse(files.json);
  if (parsed === undefined) return [{ code: 'not_json' }];
  const known = namesAreKnown(schema, parsed);
  if (known.length > 0) return known;
  const read = shapeOf(schema, form)?.safeParse(parsed);
  if (read?.success !== true) return [shapeFault(read?.error.issues[0]?.path ?? [])];
  const content = read.data;
  const found = content.form === 'TABELLER' ? tableFaults(schema, content) : rowFaults(schema, content, period);
  const whole = content.periode.fra === period.first && content.periode.til === period.last ? [] : [{ code: 'outside_period' as const }];
  return [...whole, ...found, ...csvFaults(csvOf(schema, content), files.csv)];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function shapeFault(path: readonly PropertyKey[]): Fault {
  const [, index, column] = path;
  return { code: 'wrong_shape', ...(index === undefined ? {} : { row: typeof index === 'number' ? String(index + 1) : String(index) }), ...(column === undefined ? {} : { column: String(column) }) };
}

/** A code that is in no list is the most likely fault of all, so it is named by its place before the shape is judged. */
function namesAreKnown(schema: ReturnSchema, parsed: unknown): Fault[] {
  if (typeof parsed !== 'object' || parsed === null || !('rader' in parsed) || !Array.isArray(parsed.rader)) return [];
  const lists = new Map([...(schema.rows?.identifying ?? []), ...(schema.rows?.others ?? [])].map((id) => [id, rowCodes(variableOf(schema, id))]));
  return parsed.rader.flatMap((row: unknown, i) => Object.entries(typeof row === 'object' && row !== null ? row : {}).flatMap(([column, held]: [string, unknown]): Fault[] => {
    const list = lists.get(column);
    const codes: readonly unknown[] = Array.isArray(held) ? held : [held];
    return list === undefined || codes.every((code) => list.some((one) => one === code)) ? [] : [{ code: 'unknown_code', row: String(i + 1), column }];
  }));
}

function csvFaults(expected: string, given: string): Fault[] {
  if (expected === given) return [];
  const [wanted, lines] = [expected.split('\r\n'), given.split('\r\n')];
  const at = Array.from({ length: Math.max(wanted.length, lines.length) }, (_, i) => i).find((i) => wanted[i] !== lines[i]) ?? 0;
  return [{ code: 'csv_differs', row: String(at + 1) }];
}

function tableFaults(schema: ReturnSchema, { tabeller }: TablesContent): Fault[] {
  return schema.tables.flatMap((spec): Fault[] => {
    const [one, second] = tabeller.filter((table) => table.tabell === spec.id);
    if (one === undefined) return [{ code: 'table_missing', table: spec.id }];
    if (second !== undefined) return [{ code: 'table_twice', table: spec.id }];
    const cells = cellFaults(schema, spec, one);
    return cells.length > 0 ? cells : lineFaults(schema, spec, one);
  });
}

function linesOf(schema: ReturnSchema, spec: TableSpec): { readonly rows: string[]; readonly columns: (string | undefined)[] } {
  return { rows: [...valueCodes(variableOf(schema, spec.rows)), ALL], columns: spec.columns === undefined ? [undefined] : [...valueCodes(variableOf(schema, spec.columns)), ALL] };
}

function cellFaults(schema: ReturnSchema, spec: TableSpec, table: TableContent): Fault[] {
  const { rows, columns } = linesOf(schema, spec);
  return rows.flatMap((row) => columns.flatMap((column): Fault[] => {
    const found = table.celler.filter((cell) => cell.rad === row && cell.kolonne === column);
    const where = { table: spec.id, row, ...(column === undefined ? {} : { column }) };
    if (found.length !== 1) return [{ code: found.length === 0 ? 'number_missing' : 'number_twice', ...where }];
    const value = found[0]?.antall;
    return typeof value === 'number' && value % BASE !== 0 ? [{ code: 'not_rounded', ...where }] : [];
  }));
}

/** Lines that add up must add up where all is shown; and no single number may be hidden between numbers that are shown. */
function lineFaults(schema: ReturnSchema, spec: TableSpec, table: TableContent): Fault[] {
  const { rows, columns } = linesOf(schema, spec);
  const at = (row: string, column: string | undefined) => table.celler.find((cell) => cell.rad === row && cell.kolonne === column)?.antall;
  const manyRows = variableOf(schema, spec.rows).many === true;
  const manyColumns = spec.columns !== undefined && variableOf(schema, spec.columns).many === true;
  const down = manyRows ? [] : columns.map((column) => ({ where: { table: spec.id, ...(column === undefined ? {} : { column }) }, parts: rows.slice(0, -1).map((row) => at(row, column)), all: at(ALL, column) }));
  const across = manyColumns || spec.columns === undefined ? [] : rows.map((row) => ({ where: { table: spec.id, row }, parts: columns.slice(0, -1).map((column) => at(row, column)), all: at(row, ALL) }));
  return [...down, ...across].flatMap(({ where, parts, all }): Fault[] => {
    const hidden = parts.filter((part) => typeof part !== 'number').length;
    const shown = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
    if (hidden === 0 && typeof all === 'number' && shown !== all) return [{ code: 'does_not_add_up', ...where }];
    return hidden === 1 && typeof all === 'number' && parts.includes(FEW) ? [{ code: 'can_be_worked_out', ...where }] : [];
  });
}

function rowFaults(schema: ReturnSchema, { rader }: RowsContent, period: Period): Fault[] {
  const identifying = schema.rows?.identifying ?? [];
  const count = (keys: readonly string[]): ReadonlyMap<string, number> => keys.reduce((found, key) => found.set(key, (found.get(key) ?? 0) + 1), new Map<string, number>());
  const alike = (row: RowsContent['rader'][number]): string => JSON.stringify([row[YEAR], ...identifying.map((id) => row[id])]);
  const groups = count(rader.map(alike));
  const held = new Map((schema.rows?.others ?? []).map((id) => [id, count(rader.flatMap((row) => row[id] ?? []))]));
  return rader.flatMap((row, i): Fault[] => {
    const at = { row: String(i + 1) };
    const rare = [...held].flatMap(([column, counts]): Fault[] => {
      const codes = typeof row[column] === 'string' ? [row[column]] : row[column] ?? [];
      return codes.some((code) => code !== 'UKJENT' && (counts.get(code) ?? 0) < FEWEST_ALIKE) ? [{ code: 'too_rare', ...at, column }] : [];
    });
    return [
      ...(contains({ first: period.first.slice(0, 4), last: period.last.slice(0, 4) }, typeof row[YEAR] === 'string' ? row[YEAR] : undefined) ? [] : [{ code: 'outside_period' as const, ...at, column: YEAR }]),
      ...((groups.get(alike(row)) ?? 0) < FEWEST_ALIKE ? [{ code: 'too_few_alike' as const, ...at }] : []), ...rare,
    ];
  });
}
