import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { formatDay, type Day } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Form, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { Table } from '../../web/ui/table.tsx';
import { ADOPTED_BY, ROUTINE } from '../codes.ts';
import type { OutreachLine } from '../outreach.ts';
import { outreachTexts } from '../outreach-texts.ts';
import type { OutreachModel } from '../queries/outreach.ts';
import { OUTREACH_REMOVED } from './paths.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** What was adopted, by whom and when, and what no longer holds. */
export function Routines({ model: { lines, mayWrite }, request: { lang } }: { readonly model: OutreachModel; readonly request: StaffRequest }): ReactElement | null {
  const t = outreachTexts[lang];
  const routines = lines.filter(({ kind }) => kind === ROUTINE);
  const words = (on: Day): string => formatDay(on, LOCALE[lang], { day: 'numeric', month: 'long', year: 'numeric' });
  if (routines.length === 0) return null;
  return (
    <Section heading={t.routines}>
      <Table<OutreachLine> caption={t.routines} captionHidden stacked rows={routines} rowKey={({ outreachId }) => outreachId} columns={[
        { key: 'name', label: t.name, rowHeader: true, cell: ({ name }) => name ?? '' }, { key: 'on', label: t.adoptedOn, cell: ({ on }) => words(on) },
        { key: 'by', label: t.adoptedBy, cell: ({ adoptedBy }) => (adoptedBy === undefined ? '' : ADOPTED_BY.label(adoptedBy, lang)) },
        { key: 'state', label: t.holds, cell: ({ replacedOn }) => (replacedOn === undefined ? t.holdsStill : t.replacedAt(words(replacedOn))) },
        ...(mayWrite ? [{ key: 'remove', label: t.remove, cell: (one: OutreachLine) => <ScreenOnly><Form action={OUTREACH_REMOVED} hidden={{ outreachId: one.outreachId }} inline><Button variant="tertiary" label={t.removeOne(one.name ?? '')}>{t.remove}</Button></Form></ScreenOnly> }] : []),
      ]} />
    </Section>
  );
}
