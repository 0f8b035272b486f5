import { z } from 'zod';
import type { Period } from './period.ts';
import { ALL, UNKNOWN, variableOf, type ReturnSchema, type TableSpec, type Variable } from './schema.ts';

/** What a cell says where it says no number: 1–4, and hidden so that nobody can work out another one. */
export const FEW = '<5';
export const HIDDEN = 'skjult';

const cell = z.union([z.int().min(0).multipleOf(5), z.enum([FEW, HIDDEN])]);
const month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/);
const day = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

export type CellValue = z.infer<typeof cell>;
/** One number of a table. `kolonne` stands only in a table of two dimensions; `I_ALT` counts all. */
export type TableCell = { readonly rad: string; readonly kolonne?: string | undefined; readonly antall: CellValue };
/** `talt`: the cut-off. Not the same for all tables of a correction: what may not be given anew stands as it was counted. */
export type TableContent = { readonly tabell: string; readonly talt: string; readonly celler: readonly TableCell[] };
type Head = { readonly retur: string; readonly utgave: string; readonly definisjoner: string; readonly region: string; readonly periode: { readonly fra: string; readonly til: string }; readonly versjon: number };
export type TablesContent = Head & { readonly form: 'TABELLER'; readonly tabeller: readonly TableContent[] };
/**
 * Lists are without doubles. `utelatt`: how many rows were left out, null where none or too few to say. `kommuner`: whose cases these are, and nobody else's; absent in what was made before
 * each of them had to say yes.
 */
export type RowsContent = Head & { readonly form: 'RADER'; readonly kommuner?: readonly { readonly nummer: string; readonly navn: string }[] | undefined; readonly talt: string; readonly utelatt: number | null; readonly rader: readonly Readonly<Record<string, string | readonly string[]>>[] };
export type Content = TablesContent | RowsContent;

/** The column of rows that is in every return. */
export const YEAR = 'AR';

function head(schema: ReturnSchema) {
  return {
    retur: z.literal(schema.id), utgave: z.literal(schema.edition), definisjoner: z.string().min(1), region: z.string(), periode: z.strictObject({ fra: month, til: month }), versjon: z.int().min(1),
  };
}

export function valueCodes(variable: Variable): string[] {
  return variable.values.map(({ code }) => code);
}

/** The codes of a variable in rows: what is rare is unknown, whether the receiver's list says so or not. */
export function rowCodes(variable: Variable): string[] {
  return [...new Set([...valueCodes(variable), UNKNOWN])];
}

function tableShape(schema: ReturnSchema, table: TableSpec) {
  const codes = (id: string) => z.enum([...valueCodes(variableOf(schema, id)), ALL]);
  const one: z.ZodType<TableCell> = table.columns === undefined
    ? z.strictObject({ rad: codes(table.rows), antall: cell })
    : z.strictObject({ rad: codes(table.rows), kolonne: codes(table.columns), antall: cell });
  return z.strictObject({ tabell: z.literal(table.id), talt: day, celler: z.array(one) });
}

/** What a return of tables must look like, from the schema alone. */
export function tablesShape(schema: ReturnSchema): z.ZodType<TablesContent> {
  const [first, ...others] = schema.tables.map((table) => tableShape(schema, table));
  if (first === undefined) throw new RangeError(`${schema.id} has no tables`);
  return z.strictObject({ ...head(schema), form: z.literal('TABELLER'), tabeller: z.array(z.union([first, ...others])) });
}

/** The same for rows; undefined where the return has none. */
export function rowsShape(schema: ReturnSchema): z.ZodType<RowsContent> | undefined {
  if (schema.rows === undefined) return undefined;
  const columns = [...schema.rows.identifying, ...schema.rows.others].map((id): [string, z.ZodType<string | readonly string[]>] => {
    const variable = variableOf(schema, id);
    const code = z.enum(rowCodes(variable));
    return [id, variable.many === true ? z.array(code).min(1) : code];
  });
  const row = z.strictObject({ [YEAR]: z.string().regex(/^[0-9]{4}$/), ...Object.fromEntries(columns) });
  return z.strictObject({ ...head(schema), form: z.literal('RADER'), kommuner: z.array(z.strictObject({ nummer: z.string().regex(/^[0-9]{4}$/), navn: z.string().min(1) })).min(1).optional(), talt: day, utelatt: z.int().min(5).nullable(), rader: z.array(row) });
}

export function shapeOf(schema: ReturnSchema, form: Content['form']): z.ZodType<Content> | undefined {
  return form === 'TABELLER' ? tablesShape(schema) : rowsShape(schema);
}

export function headOf(schema: ReturnSchema, period: Period, version: number, region: string, definitions: string): Head {
  return { retur: schema.id, utgave: schema.edition, definisjoner: definitions, region, periode: { fra: period.first, til: period.last }, versjon: version };
}
