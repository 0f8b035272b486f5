import { Fragment, type ReactElement } from 'react';
import { BarChart } from '../../web/ui/bar-chart.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Prose, Quiet, Stack } from '../../web/ui/layout.tsx';
import { Alert, Heading } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { onPaper } from '../layout.ts';
import { contentsOf, passagesIn, type Block, type Content } from '../content.ts';

/** The report itself, below a heading of the page; its own levels begin at 3. */
export function ReportContent({ content }: { content: Content }): ReactElement {
  const paper = onPaper(content.blocks);
  return (
    <Stack>
      <DescriptionList beside items={content.about.map(({ term, value }) => ({ term, value }))} />
      {content.contents === null ? null : (
        <Prose><nav aria-label={content.contents}><ol>{contentsOf(content).filter(({ level }) => level === 1).map(({ text }) => <li key={text}><a className="ds-link" href={`#${anchorOf(text)}`}>{text}</a></li>)}</ol></nav></Prose>
      )}
      {content.blocks.map((block, at) => <Fragment key={`${at} ${block.kind}`}><BlockPart block={block} named={paper[at]} /></Fragment>)}
    </Stack>
  );
}

function anchorOf(text: string): string {
  return `del-${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

const BELOW = { 1: 3, 2: 4, 3: 4 } as const;
const SIZE = { 1: 'm', 2: 's', 3: 's' } as const;

/** `named`: as it stands on paper, where a table under a heading that says what it is has no line that says so once more. */
function BlockPart({ block, named }: { block: Block; named: Block | undefined }): ReactElement {
  switch (block.kind) {
    case 'heading': return <div id={block.level === 1 ? anchorOf(block.text) : undefined}><Heading level={BELOW[block.level]} size={SIZE[block.level]}>{block.text}</Heading></div>;
    case 'text': return <Prose>{passagesIn(block.text).map((one) => (one.kind === 'points' ? <ul key={one.items.join()}>{one.items.map((item) => <li key={item}>{item}</li>)}</ul> : <p key={one.text}>{one.text}</p>))}</Prose>;
    case 'list': return <Prose><ul>{block.items.map((item) => <li key={item}>{item}</li>)}</ul></Prose>;
    case 'facts': return <DescriptionList items={block.items.map(({ term, values }) => ({ term, value: values.length === 1 ? values[0] : <ul>{values.map((value) => <li key={value}>{value}</li>)}</ul> }))} />;
    case 'table': return <TablePart block={block} captionHidden={named?.kind === 'table' && named.caption === ''} />;
    case 'bars': return <BarChart title={block.title} labelHeading={block.heads[0]} valueHeading={block.heads[1]} note={block.note} rows={block.rows.map(({ label, value, shown }) => ({ label, value, shown: value === null ? shown : undefined }))} />;
    case 'remark': return <Alert kind="warning"><p>{block.text}</p></Alert>;
    case 'note': return <p><Quiet>{block.text}</Quiet></p>;
  }
}

type Row = { readonly cells: readonly string[]; readonly sum: boolean; readonly key: string };

function TablePart({ block, captionHidden }: { block: Extract<Block, { kind: 'table' }>; captionHidden: boolean }) {
  const rows: Row[] = [...block.rows.map((cells) => ({ cells, sum: false })), ...block.sums.map((cells) => ({ cells, sum: true }))].map((row, at) => ({ ...row, key: String(at) }));
  const shown = (row: Row, at: number) => (row.sum ? <strong>{row.cells[at] ?? ''}</strong> : row.cells[at] ?? '');
  return <Table<Row> caption={block.caption} captionHidden={captionHidden} rows={rows} rowKey={(row) => row.key} columns={block.heads.map(({ text, number }, at) => ({ key: String(at), label: text, number, rowHeader: at === 0, cell: (row) => shown(row, at) }))} />;
}
