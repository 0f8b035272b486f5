import { useId } from 'react';
import type { ReactNode } from 'react';
import { Symbol } from './symbols.tsx';
import { useWords } from './words.tsx';

export type Column<R> = {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** where a click on the heading leads; leaves the order to the server */
  sortHref?: string | undefined;
  /** set on the column that decides the order now */
  sorted?: 'ascending' | 'descending' | undefined;
  /** right-aligned figures of equal width */
  number?: boolean | undefined;
  /** names the row; exactly one column should be it */
  rowHeader?: boolean | undefined;
};

export type TableProps<R> = {
  caption: string;
  /** read aloud but not shown, where a heading above says the same */
  captionHidden?: boolean | undefined;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** each row as a small block on a phone, instead of sideways scrolling */
  stacked?: boolean | undefined;
  /** shown instead of rows when there are none */
  empty?: ReactNode;
};

/** A browser may forget what a row is once CSS shows it as a block; said outright, it does not. */
const ROLES = {
  table: { role: 'table' }, group: { role: 'rowgroup' }, row: { role: 'row' }, head: { role: 'columnheader' }, rowHead: { role: 'rowheader' }, cell: { role: 'cell' },
} as const;

/** Rows and columns. Headings sort by being links; `j`/`k` walk through the rows' first links. */
export function Table<R>({ caption, captionHidden, columns, rows, rowKey, stacked, empty }: TableProps<R>) {
  const id = useId();
  return (
    <section className={stacked === true ? 'vv-table-box vv-table-stacked' : 'vv-table-box'} aria-labelledby={id} tabIndex={stacked === true ? undefined : 0}>
      <table className="ds-table vv-table" {...ROLES.table}>
        <caption className={captionHidden === true ? 'ds-sr-only' : undefined} id={id}>{caption}</caption>
        <thead {...ROLES.group}>
          <tr {...ROLES.row}>{columns.map((column) => <Head key={column.key} column={column} />)}</tr>
        </thead>
        <tbody {...ROLES.group} data-keys="list">
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROLES.row} data-keys="item">
              {columns.map((column) => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
          {rows.length === 0 ? <tr {...ROLES.row}><td {...ROLES.cell} colSpan={columns.length}>{empty}</td></tr> : null}
        </tbody>
      </table>
    </section>
  );
}

function Head<R>({ column }: { column: Column<R> }) {
  const words = useWords();
  const className = column.number === true ? 'vv-number' : undefined;
  if (column.sortHref === undefined) return <th scope="col" {...ROLES.head} className={className}>{column.label}</th>;
  const how = column.sorted === undefined ? '' : `, ${column.sorted === 'ascending' ? words.sortedUp : words.sortedDown}`;
  return (
    <th scope="col" {...ROLES.head} className={className} aria-sort={column.sorted ?? 'none'}>
      <a className="vv-sort" href={column.sortHref} aria-label={words.sortBy(column.label) + how}>
        {column.label}
        {column.sorted === undefined ? null : <Symbol name={column.sorted === 'ascending' ? 'up' : 'down'} />}
      </a>
    </th>
  );
}

function Cell<R>({ column, row }: { column: Column<R>; row: R }) {
  const className = column.number === true ? 'vv-number' : undefined;
  if (column.rowHeader === true) return <th scope="row" {...ROLES.rowHead} className={className} data-label={column.label}>{column.cell(row)}</th>;
  return <td {...ROLES.cell} className={className} data-label={column.label}>{column.cell(row)}</td>;
}

export type PaginationProps = { page: number; pages: number; href: (page: number) => string };

/** Links to the neighbouring pages and the ends. Nothing when there is only one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const words = useWords();
  if (pages <= 1) return null;
  return (
    <nav className="vv-pagination" aria-label={words.pages}>
      <ul>
        {page > 1 ? <li><a className="ds-button" data-variant="tertiary" rel="prev" href={href(page - 1)}><Symbol name="back" />{words.previous}</a></li> : null}
        {pagesShown(page, pages).map((n, index, all) => (
          <li key={n} data-number="" data-here={n === page ? '' : undefined} data-gap={index > 0 && n - (all[index - 1] ?? n) > 1 ? '' : undefined}>
            <a className="ds-button" data-variant={n === page ? 'primary' : 'tertiary'} href={href(n)} aria-current={n === page ? 'page' : undefined} aria-label={n === page ? words.pageOf(n, pages) : words.goToPage(n)}>{n}</a>
          </li>
        ))}
        {page < pages ? <li><a className="ds-button" data-variant="tertiary" rel="next" href={href(page + 1)}>{words.next}<Symbol name="arrow" /></a></li> : null}
      </ul>
    </nav>
  );
}

/** The first, the last and those around the page one stands on, in order. */
export function pagesShown(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  return [...new Set(near)].toSorted((a, b) => a - b);
}
