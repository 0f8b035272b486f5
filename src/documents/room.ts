import type { Kind } from './codes.ts';
import type { Written } from './lines.ts';

/** @property text UTF-16 units of one part's own text @property rows its lines @property cell units of one cell of a list @property lines of one list */
type Room = { readonly text: number; readonly rows: number; readonly cell: number; readonly lines: number };

const WIDE: Room = { text: 20_000, rows: 2_000, cell: 2_000, lines: 80 };
/** R11 is two pages, whatever people write (test/documents/two-pages.test.ts). */
const TWO_PAGES: Room = { text: 600, rows: 6, cell: 50, lines: 6 };

/** How much one part may hold. */
export function roomOf(kind: Kind): Room {
  return kind === 'R11' ? TWO_PAGES : WIDE;
}

/** What is more than the report has room for, by field. */
export function tooMuch(kind: Kind, { text, lines }: Pick<Written, 'text' | 'lines'>): Record<string, 'too_long' | 'too_many_lines'> {
  const room = roomOf(kind);
  const cells = lines.flatMap((line, at) => Object.entries(line).flatMap(([name, cell]) => (cell.length > room.cell ? [[`${at}-${name}`, 'too_long'] as const] : [])));
  const rows = text.split('\n').filter((row) => row.trim() !== '').length;
  return { ...Object.fromEntries(cells), ...(text.length > room.text ? { text: 'too_long' } : rows > room.rows ? { text: 'too_many_lines' } : {}) };
}
