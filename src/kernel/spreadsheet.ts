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
  const names = sheetNames(sheets.map(({ name }) => name));
  const safe = sheets.map(({ rows }, at) => ({ name: names[at] ?? '', rows: rows.map((row) => row.map(neutral)) }));
  if (format === 'xlsx') return Buffer.from(await writeXlsx({ sheets: safe }));
  if (format === 'ods') return Buffer.from(await writeOds({ sheets: safe }));
  const lines = safe.flatMap(({ rows }, at) => (at === 0 ? rows : [[], ...rows]));
  return Buffer.from(stringify(lines, { bom: true, delimiter: ';', record_delimiter: 'windows' }), 'utf8');
}

/** What begins like a formula, also after blanks, is a text (CWE-1236). */
export function neutral(cell: SheetCell): SheetCell {
  return typeof cell === 'string' && /^[\p{Cc}\s]*[=+\-@\t\r|]/u.test(cell) ? `'${cell}` : cell;
}

/** Sheets have short names without what a formula refers by, each once, whatever the case of its letters. One that is too long ends with a whole word. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = shortened(name.replaceAll(/[[\]:*?/\\']/g, ' ').trim(), LONGEST_NAME);
    let [own, more] = [plain, 1];
    while (own === '' || taken.has(own.toLowerCase())) {
      more += 1;
      own = `${shortened(plain, LONGEST_NAME - 4)} ${more}`.trim();
    }
    taken.add(own.toLowerCase());
    return own;
  });
}

function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const words = name.slice(0, most + 1).split(' ').slice(0, -1).join(' ').trim();
  return words === '' ? name.slice(0, most) : words;
}
