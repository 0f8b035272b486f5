import type { Lang } from '../../../kernel/texts.ts';
import { osloDay } from '../../../kernel/time.ts';
import type { Unconfirmed } from '../../queries/settle.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { settleTexts } from '../../texts/settle.ts';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Section } from '../../../web/ui/layout.tsx';
import { dateWords } from '../../../web/ui/moments.ts';
import { Table } from '../../../web/ui/table.tsx';
import { reportPath } from './paths.ts';

/** What was sent on stays here until the receiver has confirmed it. Nobody and no place is named. */
export function UnconfirmedList({ rows, lang }: { rows: readonly Unconfirmed[]; lang: Lang }) {
  const t = settleTexts[lang];
  if (rows.length === 0) return null;
  return (
    <Section heading={t.unconfirmed}>
      <Table<Unconfirmed> caption={t.unconfirmed} captionHidden stacked rows={rows} rowKey={(row) => `${row.fileId} ${row.sentAt}`} columns={[
        { key: 'reference', label: receptionTexts[lang].reference, rowHeader: true, cell: (row) => <TextLink href={reportPath(row.fileId)}>{row.reference}</TextLink> },
        { key: 'sent', label: t.sentAt, cell: (row) => dateWords(osloDay(row.sentAt), lang) },
        { key: 'to', label: t.receiver, cell: (row) => (row.inside ? t.toOther : t.toOutside) },
        { key: 'state', label: t.state, cell: (row) => (row.inside ? (row.carried ? t.arrived : t.onItsWay) : t.notConfirmed) },
      ]} />
    </Section>
  );
}
