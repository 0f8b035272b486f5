import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { Details, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import type { ReturnLine, ReturnList } from '../queries/returns.ts';
import type { Form as ReturnForm } from '../schema.ts';
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
      {model.prepares ? <PrepareRows model={model} request={request} /> : null}
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

/** A first version of a year that can be given out; where there is none, why. */
const Prepare: Part = ({ model: { over, tables, newId }, request }) => {
  const t = returnTexts[request.lang];
  if (tables.length === 0) return <Section heading={t.prepareHeading} id={FORM_ID}><p>{over ? t.allTold : t.noPeriods}</p></Section>;
  return (
    <ScreenOnly>
      <Section heading={t.prepareHeading} id={FORM_ID}>
        <PrepareForm form="TABELLER" years={tables} newId={newId} request={request} />
      </Section>
    </ScreenOnly>
  );
};

/** Rows are asked for where a decision lets them out. */
const PrepareRows: Part = ({ model: { rows, newId }, request }) => {
  const t = returnTexts[request.lang];
  if (rows === undefined) return null;
  return (
    <ScreenOnly>
      <Section heading={t.rowsHeading}>
        {rows.length === 0 ? <p>{t.noRowYears}</p> : <PrepareForm form="RADER" years={rows} newId={newId} request={request} />}
      </Section>
    </ScreenOnly>
  );
};

function PrepareForm({ form, years, newId, request }: { form: ReturnForm; years: readonly string[]; newId: string; request: StaffRequest }) {
  const { lang } = request;
  const t = returnTexts[lang];
  const isThis = request.refused !== undefined && request.form.one('form') === form;
  const field = (name: 'schema' | 'period', usual: string) => ({ name, ...(form === 'RADER' ? { id: `${name}-rader` } : {}), label: t[name], value: isThis ? typedIn(request, name, usual) : usual, error: isThis ? faultOf(request, name) : undefined, empty: false as const });
  const schemas = SCHEMAS.filter((schema) => form === 'TABELLER' || schema.rows !== undefined);
  const usual = schemas[0]?.id ?? '';
  return (
    <Form action={RETURNS} hidden={{ returnId: newId, form, ...(schemas.length === 1 ? { schema: usual } : {}) }}>
      <Select {...field('period', years[0] ?? '')} description={t.periodHint} options={years.map((key) => ({ value: key, label: periodText(key, lang) }))} />
      {schemas.length === 1 ? null : <Details summary={t.schema} open={isThis}><Select {...field('schema', usual)} description={t.schemaHint} options={schemas.map((schema) => ({ value: schema.id, label: schema.name[lang] }))} /></Details>}
      <FormActions><Button>{t.prepare}</Button></FormActions>
    </Form>
  );
}
