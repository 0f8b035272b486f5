import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { BarChart } from '../../web/ui/bar-chart.tsx';
import { Quiet, Stack, Unseen } from '../../web/ui/layout.tsx';
import { Table } from '../../web/ui/table.tsx';
import type { Cell } from '../suppression-cells.ts';
import { cellWords } from '../suppression-texts.ts';
import { IN_SEVERAL_ROWS } from '../blocks.ts';
import { isCountedBy } from '../definitions.ts';
import { rowsToShow, type ShownBlock, type ShownRow } from '../tally.ts';
import { statisticsTexts } from '../texts.ts';
import { ruleOf } from './how-counted.tsx';
import { rowLabel } from './words.ts';

/** `edition`: of the definitions that the block was counted by. */
type BlockProps = { readonly block: ShownBlock; readonly edition: string; readonly lang: Lang };

/** A number, or what stands where it is hidden: short to look at, whole to listen to. */
export function CellText({ cell, lang }: { cell: Cell; lang: Lang }): ReactElement {
  const { text, aloud } = cellWords(cell, lang);
  return text === aloud ? <>{text}</> : <><span aria-hidden="true">{text}</span><Unseen>{aloud}</Unseen></>;
}

/** The block with its picture. Hidden rows have a word and no bar. */
export function ChartBlock({ block, edition, lang }: BlockProps): ReactElement {
  const t = statisticsTexts[lang];
  return (
    <BarChart title={t[`block.${block.key}`]} labelHeading={t[`block.${block.key}`]} valueHeading={t.countColumn} note={noteOf(block, edition, lang)}
      rows={rowsToShow(block).map(({ code, cell }) => ({
        label: rowLabel(block.key, code, lang), value: 'shown' in cell ? cell.shown : null, shown: 'shown' in cell ? undefined : cellWords(cell, lang).text,
      }))} />
  );
}

export function TableBlock({ block, edition, lang }: BlockProps): ReactElement {
  const t = statisticsTexts[lang];
  return (
    <Stack gap="xs">
      <Table<ShownRow> caption={t[`block.${block.key}`]} rows={rowsToShow(block)} rowKey={(row) => row.code}
        columns={[
          { key: 'row', label: t[`block.${block.key}`], rowHeader: true, cell: (row) => rowLabel(block.key, row.code, lang) },
          { key: 'count', label: t.countColumn, number: true, cell: (row) => <CellText cell={row.cell} lang={lang} /> },
        ]} />
      <p><Quiet>{noteOf(block, edition, lang)}</Quiet></p>
    </Stack>
  );
}

function noteOf(block: ShownBlock, edition: string, lang: Lang): string {
  const t = statisticsTexts[lang];
  const rule = ruleOf(block.key);
  return [...(rule === undefined || !isCountedBy(rule, edition) ? [] : [t[rule]]), ...(IN_SEVERAL_ROWS.includes(block.key) ? [t.many] : []), t.zeros].join(' ');
}
