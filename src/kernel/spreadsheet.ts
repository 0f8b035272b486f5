import { stringify } from 'csv-stringify/sync';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';

/** A cell: a number stays one, null is empty. */
export type SheetCell = string | number | null;
export type Sheet = { readonly name: string; /** the first row holds the headings */ readonly rows: readonly (readonly SheetCell[])[] };

export const SHEET_FORMATS = ['csv', 'xlsx', 'ods'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export const SHEET_TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

const LONGEST_NAME = 31;

/**
 * Tables as a file that a spreadsheet opens. A text that a spreadsheet would run as a formula gets an apostrophe before it. CSV has a byte
 * order mark and semicolons, as a Norwegian spreadsheet expects, and holds the sheets one after another with an empty line between.
 */
export async function spreadsheet(format: SheetFormat, sheets: readonly Sheet[]): Promise<Buffer> {
  const safe = sheets.map(({ name, rows }, at) => ({ name: sheetName(name, at), rows: rows.map((row) => row.map(neutral)) }));
  if (format === 'xlsx') return Buffer.from(await writeXlsx({ sheets: safe }));
  if (format === 'ods') return Buffer.from(await writeOds({ sheets: safe }));
  const lines = safe.flatMap(({ rows }, at) => (at === 0 ? rows : [[], ...rows]));
  return Buffer.from(stringify(lines, { bom: true, delimiter: ';', record_delimiter: 'windows' }), 'utf8');
}

/** What begins like a formula, also after blanks, is a text (CWE-1236). */
export function neutral(cell: SheetCell): SheetCell {
  return typeof cell === 'string' && /^[\p{Cc}\s]*[=+\-@\t\r|]/u.test(cell) ? `'${cell}` : cell;
}

/** Sheets have short names without what a formula refers by, each once. */
function sheetName(name: string, at: number): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST_NAME - 4).trim();
  return at === 0 ? plain : `${plain} ${at + 1}`;
}
