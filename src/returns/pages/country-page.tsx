import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { KeyFigure } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Details, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { codesShown, sumAt, type CountryTable } from '../country.ts';
import { COUNTRY_FILES } from './country-files.ts';
import { countryTexts } from '../country-texts.ts';
import type { Country } from '../queries/country.ts';
import { ALL, variableOf, type ReturnSchema, type TableSpec } from '../schema.ts';
import { SCHEMAS } from '../schemas.ts';
import { returnTexts } from '../texts.ts';
import { COUNTRY, countryFilePath, countryPath, RETURNS } from './paths.ts';
import { codeText, numberText } from './words.ts';

type Props = { readonly model: Country; readonly lang: Lang };
const MAY_OPEN_RETURNS = ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD'];

/** The country's sums: of one year all tables, or of ten years one. For leaders and whoever plans; nothing here is of a single region. */
export function CountryPage({ model, request }: { model: Country; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = countryTexts[lang];
  const heading = model.table === undefined ? t.yearHeading(String(model.year.year)) : t.overYearsOf(model.table.name[lang]);
  const ways = <Row><LinkButton href="/statistikk">{t.toFigures}</LinkButton>{MAY_OPEN_RETURNS.some((role) => request.person.roles.includes(role)) ? <LinkButton href={RETURNS}>{t.toReturns}</LinkButton> : null}</Row>;
  return (
    <StaffPage request={request} title={t.title} current="figures">
      <PageHead heading={t.title} lead={t.lead} action={ways} />
      <Stack gap="l">
        <Choices model={model} lang={lang} />
        {model.table === undefined ? <Senders model={model} lang={lang} /> : null}
        {model.shown.length === 0 ? <EmptyState heading={t.tooFew}><p>{t.tooFewLead}</p></EmptyState> : (
          <Section heading={heading}>
            <Stack>
              <p>{t.note}</p>
              {model.table === undefined ? <OneYear model={model} lang={lang} /> : <OverYears model={model} lang={lang} spec={model.table} />}
              <p><Quiet>{`${t.none} ${t.corrections}`}</Quiet></p>
              <Files model={model} lang={lang} />
            </Stack>
          </Section>
        )}
        {model.table === undefined ? null : <p><TextLink href={countryPath({ retur: model.schema.id })}>{t.toYear}</TextLink></p>}
      </Stack>
    </StaffPage>
  );
}

function Choices({ model: { schema, year, years, table }, lang }: Props): ReactElement {
  const t = countryTexts[lang];
  return (
    <ScreenOnly>
      <Stack>
        <Form action={COUNTRY} method="get" inline>
          {table === undefined ? <Select name="ar" label={t.year} value={String(year.year)} empty={false} options={years.map((one) => ({ value: String(one.year), label: String(one.year) }))} /> : null}
          {table === undefined ? null : <Select name="tabell" label={t.overYears} value={table.id} empty={false} options={schema.tables.map(({ id, name }) => ({ value: id, label: name[lang] }))} />}
          {schema === SCHEMAS[0] ? null : <input type="hidden" name="retur" value={schema.id} />}
          <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
        </Form>
        <Details summary={t.schema}>
          <ul>{SCHEMAS.map((one) => <li key={one.id}>{one === schema ? one.name[lang] : <TextLink href={countryPath({ retur: one.id })}>{one.name[lang]}</TextLink>}</li>)}</ul>
        </Details>
      </Stack>
    </ScreenOnly>
  );
}

function Senders({ model: { regions, year }, lang }: Props): ReactElement {
  const t = countryTexts[lang];
  return (
    <Stack>
      <Grid>
        <KeyFigure value={numberText(year.regions, lang)} label={t.sentLabel} />
        <KeyFigure value={numberText(regions - year.regions - year.others, lang)} label={t.notSentLabel} />
      </Grid>
      {year.others === 0 ? null : <p>{t.others(numberText(year.others, lang))}</p>}
    </Stack>
  );
}

function OneYear({ model: { schema, shown }, lang }: Props): ReactElement {
  const t = countryTexts[lang];
  return <>{shown.flatMap(({ tables }) => tables).map((one) => (
    <div key={one.spec.id}>
      <Table<string> caption={one.spec.name[lang]} rows={rowsOf(schema, one.spec, [one])} rowKey={(row) => row} columns={[rowHead(schema, one.spec, lang), ...columnsOf(schema, one, lang)]} />
      <p>
        <Quiet>{[returnTexts[lang][one.spec.counts], variableOf(schema, one.spec.rows).many === true ? t.several : ''].join(' ')}</Quiet>{' '}
        <TextLink href={countryPath({ retur: schema.id, tabell: one.spec.id })}>{t.overYearsOf(one.spec.name[lang])}</TextLink>
      </p>
    </div>
  ))}</>;
}

function rowsOf(schema: ReturnSchema, spec: TableSpec, tables: readonly CountryTable[]): string[] {
  return codesShown(schema, spec.rows, tables.flatMap(({ cells }) => cells.map(({ row_code: code }) => code)));
}

function rowHead(schema: ReturnSchema, spec: TableSpec, lang: Lang): Column<string> {
  return { key: 'row', label: variableOf(schema, spec.rows).name[lang], rowHeader: true, cell: (row) => (row === ALL ? countryTexts[lang].all : codeText(schema, spec.rows, row, lang)) };
}

function columnsOf(schema: ReturnSchema, { spec, cells }: CountryTable, lang: Lang): Column<string>[] {
  const t = countryTexts[lang];
  const across = spec.columns;
  if (across === undefined) return [{ key: 'n', label: t.count, number: true, cell: (row) => numberText(sumAt(cells, spec, row, undefined), lang) }];
  return codesShown(schema, across, cells.map(({ column_code: code }) => code)).map((code): Column<string> => ({
    key: code, label: code === ALL ? t.all : codeText(schema, across, code, lang), number: true, cell: (row) => numberText(sumAt(cells, spec, row, code), lang),
  }));
}

function OverYears({ model: { schema, shown, years }, lang, spec }: Props & { readonly spec: TableSpec }): ReactElement {
  const t = countryTexts[lang];
  const few = years.filter(({ enough }) => !enough).map(({ year }) => String(year)).toReversed();
  const rows = rowsOf(schema, spec, shown.flatMap(({ tables }) => tables));
  const column = ({ year, tables }: Country['shown'][number]): Column<string> => ({
    key: String(year.year), label: String(year.year), number: true, cell: (row) => numberText(row === '' ? year.regions : sumAt(tables.flatMap(({ cells }) => cells), spec, row, undefined), lang),
  });
  const head = rowHead(schema, spec, lang);
  return (
    <>
      <Table<string> caption={spec.name[lang]} captionHidden rows={[...rows, '']} rowKey={(row) => row} columns={[{ ...head, cell: (row) => (row === '' ? t.sentIn : head.cell(row)) }, ...shown.map(column)]} />
      {few.length === 0 ? null : <p><Quiet>{t.fewYears(few.join(', '))}</Quiet></p>}
      {spec.columns === undefined ? null : <p><Quiet>{t.rowSums}</Quiet></p>}
    </>
  );
}

function Files({ model: { schema, year, table }, lang }: Props): ReactElement {
  const t = countryTexts[lang];
  const asked = table === undefined ? { retur: schema.id, ar: String(year.year) } : { retur: schema.id, tabell: table.id };
  return <ScreenOnly><p>{`${t.files}: `}{COUNTRY_FILES.map((key, at) => <span key={key}>{at === 0 ? '' : ', '}<TextLink href={countryFilePath(key, asked)}>{t[key]}</TextLink></span>)}</p></ScreenOnly>;
}
