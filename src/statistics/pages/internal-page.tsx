import type { ReactElement } from 'react';
import { CASE_TYPE } from '../../cases/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import { GENDER } from '../../people/codes.ts';
import { RELATION, REPORTER, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { KeyFigure } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, PrintOnly, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { Alert, EmptyState } from '../../web/ui/surfaces.tsx';
import { Pagination, Table, type Column } from '../../web/ui/table.tsx';
import type { InternalRow } from '../internal.ts';
import { exploreTexts } from '../explore-texts.ts';
import type { InternalStatistics, Selection } from '../queries/internal.ts';
import type { Place } from '../places.ts';
import { statisticsTexts } from '../texts.ts';
import { serviceWords } from '../year-words.ts';
import { PublicOnly, SignInFirst } from './explore-page.tsx';
import { INTERNAL } from './paths.ts';
import { dimensionLabel, monthText, valueLabel } from './words.ts';

/** R2: the nine columns, case by case. Marked on screen and on paper. */
export function InternalPage({ model, request }: { model: InternalStatistics; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = statisticsTexts[lang];
  return (
    <StaffPage request={request} title={t.internalTitle} current="figures">
      <PageHead heading={t.internalTitle} action={<LinkButton href="/statistikk">{t.toFigures}</LinkButton>} />
      <Stack>
        <Alert kind="warning" heading={t.internalWarning}>
          <p>{t.internalWhy}</p>
          <p>{t.internalLogged}</p>
          {model.only === undefined ? null : <p>{t.internalOnly(model.only.name)}</p>}
          {model.ownCases ? <p>{exploreTexts[lang].ownCases}</p> : null}
          <PublicOnly closed={model.closed} lang={lang} />
        </Alert>
        {model.selection === undefined ? <Filter model={model} lang={lang} /> : <Selected selection={model.selection} places={model.places} lang={lang} />}
        {model.rows.length === 0 ? <EmptyState heading={t.internalNone}><p>{t.internalNoneLead}</p></EmptyState> : model.fresh ? <Cases model={model} lang={lang} /> : (
          <>
            <SignInFirst says="printFresh" back={request.query.size === 0 ? request.path : `${request.path}?${request.query.toString()}`} lang={lang} />
            <ScreenOnly><Cases model={model} lang={lang} /></ScreenOnly>
            <PrintOnly><p>{exploreTexts[lang].printFresh}</p></PrintOnly>
          </>
        )}
      </Stack>
    </StaffPage>
  );
}

function Filter({ model, lang }: { model: InternalStatistics; lang: Lang }): ReactElement {
  const t = statisticsTexts[lang];
  return (
    <ScreenOnly>
      <Form action="/statistikk/saker" method="get" inline>
        <Select name="ar" label={t.filterYear} value={model.year === undefined ? undefined : String(model.year)} empty={t.allYears}
          options={model.years.map((year) => ({ value: String(year), label: String(year) }))} />
        <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
      </Form>
    </ScreenOnly>
  );
}

function Cases({ model, lang }: { model: InternalStatistics; lang: Lang }): ReactElement {
  const t = statisticsTexts[lang];
  return (
    <Stack>
      <Grid columns="narrow">
        <KeyFigure label={t.received} value={String(model.received)} note={t.receivedNoteInternal} />
        <KeyFigure label={t.own} value={String(model.own)} note={t.ownNote} />
      </Grid>
      <Table<InternalRow> caption={t.internalTitle} captionHidden stacked rows={model.rows} rowKey={(row) => `${row.year}-${row.no}`} columns={[...columns(lang), ...toCase(model, lang)]} />
      <Pagination page={model.page} pages={model.pages} href={(page) => `${INTERNAL}?${chosenIn(model)}side=${page}`} />
    </Stack>
  );
}

/** What the next page has to be asked with as well. */
function chosenIn({ year, selection }: InternalStatistics): string {
  if (selection === undefined) return year === undefined ? '' : `ar=${year}&`;
  const { from, through, owner, values } = selection;
  return `fra=${from}&til=${through}&${owner === undefined ? '' : `kommune=${owner}&`}${values.map(({ dimension, code }) => `velg=${dimension}:${encodeURIComponent(code)}&`).join('')}`;
}

/** What was chosen on «Utforsk», in words. */
function Selected({ selection, places, lang }: { selection: Selection; places: readonly Place[]; lang: Lang }): ReactElement {
  const t = exploreTexts[lang];
  const said = selection.values.map(({ dimension, code }) => `${dimensionLabel(dimension, lang)}: ${valueLabel(dimension, code, lang, places)}`);
  const place = places.find(({ number }) => number === selection.owner)?.name;
  return (
    <p>{`${t.selection}: ${[...said, ...(place === undefined ? [] : [place]), `${monthText(selection.from, lang)}–${monthText(selection.through, lang)}`].join(', ')}. `}<TextLink href={INTERNAL}>{t.clearSelection}</TextLink></p>
  );
}

/** The way on to the case, for whoever may open it. */
function toCase(model: InternalStatistics, lang: Lang): Column<InternalRow>[] {
  if (model.cases.every((one) => one === undefined)) return [];
  const t = exploreTexts[lang];
  return [{ key: 'case', label: t.caseColumn, cell: (row) => { const at = model.cases[model.rows.indexOf(row)]; return at === undefined ? '' : <TextLink href={`/saker/${at}`} label={`${t.openCase}: ${statisticsTexts[lang].caseNo(row.no)}`}>{t.openCase}</TextLink>; } }];
}

function columns(lang: Lang): Column<InternalRow>[] {
  const t = statisticsTexts[lang];
  const several = (labels: readonly string[]): string => labels.join('; ');
  return [
    { key: 'no', label: t.columnNo, rowHeader: true, cell: (row) => t.caseNo(row.no) },
    { key: 'year', label: t.columnYear, cell: (row) => row.year },
    { key: 'type', label: t.columnType, cell: (row) => (row.caseType === undefined ? t['row.VENTER'] : CASE_TYPE.label(row.caseType, lang)) },
    { key: 'reporter', label: t.columnReporter, cell: (row) => (row.anonymous ? t.anonymousReporter(REPORTER.label(row.reporter, lang)) : REPORTER.label(row.reporter, lang)) },
    { key: 'vulnerability', label: t.columnVulnerability, cell: (row) => several(row.vulnerability.map((code) => labelOf(VULNERABILITY, code, lang))) },
    { key: 'relation', label: t.columnRelation, cell: (row) => several(row.relation.map((code) => RELATION.label(code, lang))) },
    { key: 'gender', label: t.columnGender, cell: (row) => GENDER.label(row.gender, lang) },
    { key: 'violence', label: t.columnViolence, cell: (row) => several(row.violence.map((code) => VIOLENCE.label(code, lang))) },
    { key: 'services', label: t.columnServices, cell: (row) => several(serviceWords(row, lang)) },
  ];
}

/** Historic codes, too: `OVER_67` is among them. */
function labelOf(list: typeof VULNERABILITY, code: string, lang: Lang): string {
  return list.values.find((value) => value.code === code)?.[lang] ?? code;
}
