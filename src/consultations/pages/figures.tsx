import type { Lang } from '../../kernel/texts.ts';
import { day, formatDay } from '../../kernel/time.ts';
import { REPORTER } from '../../reports/codes.ts';
import { Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { Table } from '../../web/ui/table.tsx';
import { OUTCOME } from '../codes.ts';
import type { MonthCount, Tally } from '../tally.ts';
import { consultationTexts } from '../texts.ts';

/** How many there were, for those who may read them: small numbers and all, so it says that it is not to be published. */
export function Figures({ tally, lang }: { tally: Tally; lang: Lang }) {
  const t = consultationTexts[lang];
  const figure = (key: string, label: string, of: (row: MonthCount) => number) => ({ key, label, number: true, cell: (row: MonthCount) => String(of(row)) });
  return (
    <Section heading={t.figures} id="tall">
      <Stack>
        <p><Quiet>{t.figuresLead}</Quiet></p>
        <Table<MonthCount> caption={t.perMonth} stacked rows={tally.months} rowKey={(row) => row.month} columns={[
          { key: 'month', label: t.month, rowHeader: true, cell: (row) => monthWords(row.month, lang) },
          figure('all', t.all, (row) => row.all), figure('byUs', t.byUs, (row) => row.byUs),
          ...OUTCOME.codes.map((code) => figure(code, OUTCOME.label(code, lang), (row) => row.outcomes[code])),
          figure('minutes', t.minutesSum, (row) => row.minutes),
        ]} />
        <Table<Tally['services'][number]> caption={t.perService} stacked rows={tally.services} rowKey={(row) => row.service} columns={[
          { key: 'service', label: t.who, rowHeader: true, cell: (row) => REPORTER.label(row.service, lang) }, { key: 'count', label: t.count, number: true, cell: (row) => String(row.count) },
        ]} />
      </Stack>
    </Section>
  );
}

/** «mars 2026» */
function monthWords(month: string, lang: Lang): string {
  const first = day(`${month}-01`);
  return first === undefined ? month : formatDay(first, lang === 'en' ? 'en-GB' : lang, { month: 'long', year: 'numeric' });
}
