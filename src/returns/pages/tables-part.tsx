import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { day } from '../../kernel/time.ts';
import { Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { HIDDEN, YEAR, type Content, type RowsContent, type TableCell, type TableContent } from '../content.ts';
import { ALL, variableOf, type ReturnSchema, type TableSpec } from '../schema.ts';
import { returnTexts } from '../texts.ts';
import { codeText, dayText } from './words.ts';

type Props<C> = { readonly schema: ReturnSchema; readonly content: C; readonly lang: Lang };

/** What leaves, as tables with words: read from the bytes, nothing computed anew. */
export function ContentPart({ schema, content, lang }: Props<Content>): ReactElement {
  const t = returnTexts[lang];
  return (
    <Section heading={t.whatLeaves}>
      <Stack>
        <p>{t.whatLeavesLead} {content.form === 'TABELLER' ? t.rounding : null}</p>
        {content.form === 'RADER' ? <Rows schema={schema} content={content} lang={lang} /> : schema.tables.map((spec) => {
          const table = content.tabeller.find((one) => one.tabell === spec.id);
          return table === undefined ? null : <OneTable key={spec.id} schema={schema} spec={spec} content={table} lang={lang} />;
        })}
        {content.form === 'TABELLER' ? <p><Quiet>{t.zeros}</Quiet></p> : null}
      </Stack>
    </Section>
  );
}

function OneTable({ schema, spec, content, lang }: Props<TableContent> & { readonly spec: TableSpec }) {
  const t = returnTexts[lang];
  const counted = day(content.talt);
  const many = variableOf(schema, spec.rows).many === true;
  const filled = (code: string): boolean => code === ALL || content.celler.some((cell) => cell.rad === code && cell.antall !== 0);
  const inside = content.celler.filter((cell) => cell.rad !== ALL && cell.antall !== 0);
  // one sentence, never a table of nothing but hidden numbers
  const tooFew = inside.length > 0 && inside.every((cell) => cell.antall === HIDDEN);
  const total = content.celler.at(-1)?.antall ?? HIDDEN;
  const rows = [...variableOf(schema, spec.rows).values.map(({ code }) => code), ALL].filter(filled);
  return (
    <div>
      {tooFew
        ? <p><strong>{spec.name[lang]}</strong>: {total === HIDDEN ? t.tooFewAtAll : t.tooFew(String(total))}</p>
        : <Table<string> caption={spec.name[lang]} rows={rows} rowKey={(row) => row} columns={columnsOf(schema, spec, content.celler, lang)} />}
      <p><Quiet>{[counted === undefined ? '' : `${t.countedOn(dayText(counted, lang))}.`, t[spec.counts], many ? t.several : ''].filter((one) => one !== '').join(' ')}</Quiet></p>
    </div>
  );
}

function columnsOf(schema: ReturnSchema, spec: TableSpec, cells: readonly TableCell[], lang: Lang): Column<string>[] {
  const t = returnTexts[lang];
  const at = (row: string, column: string | undefined): string => String(cells.find((cell) => cell.rad === row && cell.kolonne === column)?.antall ?? '');
  const head: Column<string> = { key: 'row', label: variableOf(schema, spec.rows).name[lang], rowHeader: true, cell: (row) => (row === ALL ? t.all : codeText(schema, spec.rows, row, lang)) };
  const across = spec.columns;
  if (across === undefined) return [head, { key: 'n', label: t.count, number: true, cell: (row) => at(row, undefined) }];
  const filled = variableOf(schema, across).values.map(({ code }) => code).filter((code) => cells.some((cell) => cell.kolonne === code && cell.antall !== 0));
  return [head, ...[...filled, ALL].map((code): Column<string> => ({ key: code, label: code === ALL ? t.all : codeText(schema, across, code, lang), number: true, cell: (row) => at(row, code) }))];
}

const FIRST = 100;

function Rows({ schema, content, lang }: Props<RowsContent>) {
  const t = returnTexts[lang];
  const columns = [...(schema.rows?.identifying ?? []), ...(schema.rows?.others ?? [])];
  const word = (id: string, held: string | readonly string[] | undefined): string => (held === undefined ? '' : (typeof held === 'string' ? [held] : held).map((code) => codeText(schema, id, code, lang)).join('; '));
  const shown = content.rader.slice(0, FIRST).map((row, i) => ({ row, no: i + 1 }));
  return (
    <Stack>
      <p>{t.rowsLead(content.rader.length)}. {content.utelatt === null ? t.rowsMaybe : t.rowsLeftOut(content.utelatt)} {content.rader.length > FIRST ? t.rowsFirst(FIRST) : null}</p>
      <Table<(typeof shown)[number]> caption={t.RADER} captionHidden rows={shown} rowKey={({ no }) => String(no)} empty={t.rowsLead(0)} columns={[
        { key: YEAR, label: t.yearColumn, rowHeader: true, cell: ({ row }) => String(row[YEAR] ?? '') },
        ...columns.map((id): Column<(typeof shown)[number]> => ({ key: id, label: variableOf(schema, id).name[lang], cell: ({ row }) => word(id, row[id]) })),
      ]} />
    </Stack>
  );
}
