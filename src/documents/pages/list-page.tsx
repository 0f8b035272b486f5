import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { KIND, STATE, type State } from '../codes.ts';
import { dayWords } from '../months.ts';
import type { PublicationLine, PublicationList } from '../queries/list.ts';
import { documentTexts } from '../texts/page.ts';
import { faultOf, ReportFrame, valueOf } from './frame.tsx';
import { reportPath, REPORTS } from './paths.ts';
import { reportTitle } from './title.ts';

/** Every report that this person may read, and the form that begins one. */
export function ListPage({ model, request }: { model: PublicationList; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = documentTexts[lang];
  return (
    <ReportFrame request={request} title={t.title} lead={model.mayBegin ? t.lead : t.leadReader} labels={{ kind: t.kind, from: t.from, to: t.to, cutOff: t.cutOff }}>
      {model.lines.length === 0 ? <EmptyState heading={t.none}><p>{model.mayBegin ? t.noneLead : t.noneReader}</p></EmptyState> : (
        <Table<PublicationLine> caption={t.title} captionHidden stacked rows={model.lines} rowKey={(row) => row.publication_id} columns={[
          { key: 'kind', label: t.report, rowHeader: true, cell: (row) => <TextLink href={reportPath(row.publication_id)}>{reportTitle(row, lang)}</TextLink> },
          { key: 'version', label: t.version, number: true, cell: (row) => String(row.version) },
          { key: 'state', label: t.state, cell: (row) => <><StateTag state={row.state} request={request} />{row.mine ? <><br /><Quiet>{t.yourTurn}</Quiet></> : null}</> },
          { key: 'approved', label: t.changed, cell: (row) => (row.approved_at === null || row.approved_by === null ? '–' : t.by(model.names[row.approved_by] ?? '', dayWords(osloDay(row.approved_at), lang))) },
        ]} />
      )}
      {model.mayBegin ? <Section heading={t.begin}><ScreenOnly><BeginForm model={model} request={request} /></ScreenOnly></Section> : null}
    </ReportFrame>
  );
}

const TONES: Readonly<Record<State, 'accent' | 'info' | 'success'>> = { UNDER_ARBEID: 'accent', TIL_GODKJENNING: 'info', FROSSET: 'success' };

export function StateTag({ state, request }: { state: State; request: StaffRequest }): ReactElement {
  return <Tag tone={TONES[state]}>{STATE.label(state, request.lang)}</Tag>;
}

function BeginForm({ model, request }: { model: PublicationList; request: StaffRequest }) {
  const { lang } = request;
  const t = documentTexts[lang];
  const lastYear = Number(model.today.slice(0, 4)) - 1;
  const field = (name: 'kind' | 'from' | 'to' | 'cutOff' | 'lang', known: string) => ({ name, label: t[name], value: valueOf(request, name, known), error: faultOf(request, name) });
  return (
    <Form action={REPORTS} hidden={{ newId: request.refused === undefined ? model.newId : request.form.one('newId') }}>
      <Select {...field('kind', 'R1')} required empty={false} options={KIND.codes.map((code) => ({ value: code, label: KIND.label(code, lang) }))} />
      <Grid columns="narrow">
        <Field {...field('from', `${lastYear}-01`)} description={t.monthHint} size={8} required />
        <Field {...field('to', `${lastYear}-12`)} description={t.monthHint} size={8} required />
        <DateField {...field('cutOff', model.today)} description={t.cutOffHint} max={model.today} required />
      </Grid>
      <Select {...field('lang', lang)} empty={false} options={(['nb', 'nn', 'en'] as const).map((code) => ({ value: code, label: t[`lang_${code}`] }))} />
      <FormActions><Button>{t.beginButton}</Button></FormActions>
    </Form>
  );
}
