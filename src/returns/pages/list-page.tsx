import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { Details, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import type { ReturnLine, ReturnList } from '../queries/returns.ts';
import { FORMS } from '../schema.ts';
import { SCHEMAS } from '../schemas.ts';
import { returnTexts } from '../texts.ts';
import { DecisionPart } from './decision-part.tsx';
import { faultOf, FORM_ID, ReturnFrame, typedIn } from './frame.tsx';
import { sentText, StateTag } from './parts.tsx';
import { returnPath, RETURNS } from './paths.ts';
import { periodText, returnTitle } from './words.ts';

type Part = (props: { readonly model: ReturnList; readonly request: StaffRequest }) => ReactElement | null;

/** The region's returns; for coordinators, the form for a new one, and what lets rows out. */
export const ReturnListPage: Part = ({ model, request }) => {
  const t = returnTexts[request.lang];
  return (
    <ReturnFrame request={request} title={t.title} lead={t.lead} action={<LinkButton href="/statistikk">{t.toFigures}</LinkButton>}>
      {model.lines.length === 0
        ? <EmptyState heading={t.none}><p>{model.prepares ? t.noneMaker : t.noneLead}</p></EmptyState>
        : <Table<ReturnLine> caption={t.title} captionHidden stacked rows={model.lines} rowKey={(row) => row.returnId} columns={columns(request.lang)} />}
      {model.prepares ? <Prepare model={model} request={request} /> : null}
      {model.makes ? <DecisionPart model={model} request={request} /> : null}
    </ReturnFrame>
  );
};

function columns(lang: Lang): Column<ReturnLine>[] {
  const t = returnTexts[lang];
  return [
    { key: 'return', label: t.columnReturn, rowHeader: true, cell: (row) => (row.opens === 'yes' ? <TextLink href={returnPath(row.returnId)}>{returnTitle(row, lang)}</TextLink> : <>{returnTitle(row, lang)}<br /><Quiet>{t[`opens_${row.opens}`]}</Quiet></>) },
    { key: 'form', label: t.columnForm, cell: (row) => t[row.form] },
    { key: 'state', label: t.columnState, cell: (row) => <><StateTag status={row.status} lang={lang} />{row.mine ? <><br /><Quiet>{t.yourTurn}</Quiet></> : row.status === 'PREPARED' ? <><br /><Quiet>{t.othersTurn}</Quiet></> : null}</> },
    { key: 'sent', label: t.columnSent, cell: (row) => sentText(row.sent, lang) },
  ];
}

/** The newest period that has no return yet: one that has can be corrected from its own page. */
function untold({ periods, lines }: ReturnList): string | undefined {
  return periods.find((key) => !lines.some(({ period, status }) => period === key && status !== 'WITHDRAWN'));
}

const Prepare: Part = ({ model, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const field = (name: 'schema' | 'period' | 'form', usual: string) => ({ name, label: t[name], value: typedIn(request, name, usual), error: faultOf(request, name), empty: false as const });
  if (model.periods.length === 0) return <Section heading={t.prepareHeading} id={FORM_ID}><p>{t.noPeriods}</p></Section>;
  return (
    <ScreenOnly>
      <Section heading={t.prepareHeading} id={FORM_ID}>
        <Form action={RETURNS} hidden={{ returnId: model.newId }}>
          <Select {...field('period', untold(model) ?? model.periods[0] ?? '')} description={t.periodHint} options={model.periods.map((key) => ({ value: key, label: periodText(key, lang) }))} />
          <Details summary={t.schema} open={request.refused !== undefined && request.form.has('schema')}>
            <Select {...field('schema', SCHEMAS[0]?.id ?? '')} options={SCHEMAS.map((schema) => ({ value: schema.id, label: schema.name[lang] }))} />
            <Select {...field('form', 'TABELLER')} description={t.formHint} options={FORMS.map((form) => ({ value: form, label: t[form] }))} />
          </Details>
          <FormActions><Button>{t.prepare}</Button></FormActions>
        </Form>
      </Section>
    </ScreenOnly>
  );
};
