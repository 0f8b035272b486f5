import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { freshSignIn } from '../../staff/public.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import type { Charted } from '../../web/ui/chart-svg.tsx';
import { DescriptionList, KeyFigure } from '../../web/ui/facts.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { IN_SEVERAL_ROWS } from '../blocks.ts';
import type { Dimension } from '../explore.ts';
import { clockName } from '../../regions/codes.ts';
import { DEFINITIONS } from '../definitions.ts';
import { exploreTexts } from '../explore-texts.ts';
import type { ClockCount } from '../overdue.ts';
import type { Explored } from '../queries/explore.ts';
import type { PaceFigures } from '../pace.ts';
import { statisticsTexts } from '../texts.ts';
import { ChartFigure } from './chart-figure.tsx';
import { EXPLORED_RULES, HowCounted, ruleOf } from './how-counted.tsx';
import { EXPLORE, exploreQuery, FIGURES, INTERNAL, OVER_TIME, takeOutPath } from './paths.ts';
import { dimensionLabel, inSentence, momentText, monthText, valueLabel } from './words.ts';

type Props = { readonly model: Explored; readonly lang: Lang };

/** What a coordinator asks of her own cases: any time, any two things, and from a number to the cases behind it. */
export function ExplorePage({ model, request }: { model: Explored; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = exploreTexts[lang];
  return (
    <StaffPage request={request} title={t.exploreTitle} current="figures" faults={request.refused === undefined ? [] : [{ field: SIGN_IN_ID, text: refusalText(lang, request.refused.code, t) }]}>
      <PageHead heading={t.exploreTitle} lead={t.exploreLead} action={<LinkButton href={OVER_TIME}>{t.toOverTime}</LinkButton>} />
      <Stack gap="l">
        <Choices model={model} lang={lang} />
        <Alert kind="warning" heading={t.exploreWarning}>
          <p>{t.exploreWhy}</p>
          {model.only === undefined ? null : <p>{t.onlyPlace(model.only.name)}</p>}
          {model.ownCases ? <p>{t.ownCases}</p> : null}
          <PublicOnly closed={model.closed} lang={lang} />
        </Alert>
        <Result model={model} lang={lang} />
        <Pace pace={model.pace} lang={lang} />
        {model.overdue.length === 0 ? null : <Overdue model={model} lang={lang} />}
        <DescriptionList beside items={[{ term: t.aboutFigures, value: momentText(model.now, lang) }]} />
        <p><Quiet>{t.source(request.regionName, DEFINITIONS)}</Quiet></p>
        <HowCounted rules={EXPLORED_RULES.map((rule) => statisticsTexts[lang][rule])} lang={lang} />
      </Stack>
    </StaffPage>
  );
}

/** The years of which a reader who is left out of something sees the public tables only, with the way there. */
export function PublicOnly({ closed, lang }: { closed: readonly number[]; lang: Lang }): ReactElement | null {
  const t = exploreTexts[lang];
  if (closed.length === 0) return null;
  return <p>{t.publicOnly(new Intl.ListFormat(lang).format(closed.map(String)))} {closed.map((year) => <TextLink key={year} href={`${FIGURES}?ar=${year}`}>{t.publicYear(year)} </TextLink>)}</p>;
}

function Choices({ model, lang }: Props): ReactElement {
  const t = exploreTexts[lang];
  const { subject, subjects, chosen, dimensions, municipalities, only } = model;
  const named = dimensions.map((one) => ({ value: one, label: dimensionLabel(one, lang) }));
  return (
    <ScreenOnly>
      <Form action={EXPLORE} method="get" inline>
        <Select name="hva" label={t.subject} value={subject} empty={false} options={subjects.map((one) => ({ value: one, label: t[`subject.${one}`] }))} />
        <Select name="etter" label={t.by} value={chosen.by} empty={false} options={named} />
        <Select name="mot" label={t.across} value={chosen.across} empty={t.noAcross} options={named} />
        <Field name="fra" label={t.from} type="month" value={chosen.from} />
        <Field name="til" label={t.through} type="month" value={chosen.through} />
        {only !== undefined ? null : <Select name="kommune" label={t['dimension.owner']} value={chosen.owner} empty={statisticsTexts[lang].allMunicipalities} options={municipalities.map(({ number, name }) => ({ value: number, label: name }))} />}
        <FormActions><Button variant="secondary">{statisticsTexts[lang].show}</Button></FormActions>
      </Form>
    </ScreenOnly>
  );
}

function Result({ model, lang }: Props): ReactElement {
  const t = exploreTexts[lang];
  const { chosen, crossing } = model;
  const data = chartOf(model, lang);
  if (crossing.counted === 0) return <EmptyState heading={t.nothing}><p>{t.nothingLead}</p></EmptyState>;
  return (
    <Section heading={data.title}>
      <Stack>
        <p>{t.counted(crossing.counted, monthText(chosen.from, lang), monthText(chosen.through, lang))}</p>
        <ChartFigure data={data} drawing={model.drawing}><CountTable model={model} lang={lang} caption={data.title} /></ChartFigure>
        <p><Quiet>{definitionsOf(model, lang).join(' ')}</Quiet></p>
        {model.fresh ? <TakeOut query={exploreQuery(model)} at={EXPLORE} lang={lang} /> : <SignInFirst says="takeOutFresh" back={`${EXPLORE}?${exploreQuery(model)}`} lang={lang} />}
      </Stack>
    </Section>
  );
}

export const SIGN_IN_ID = 'innlogging';

/** Before what recognises people leaves the screen: back to the same page afterwards, with the same choice. */
export function SignInFirst({ says, back, lang }: { says: 'takeOutFresh' | 'printFresh'; back: string; lang: Lang }): ReactElement {
  const t = exploreTexts[lang];
  return <ScreenOnly><p id={SIGN_IN_ID}>{t[says]} <TextLink href={freshSignIn(back)}>{t.signInAgain}</TextLink></p></ScreenOnly>;
}

/** The same as a file; what is in it is judged again when it is asked for. */
export function TakeOut({ query, at, lang, drawn = true }: { query: string; at: string; lang: Lang; drawn?: boolean }): ReactElement {
  const t = exploreTexts[lang];
  return (
    <ScreenOnly>
      <p>
        {`${t.takeOut}: `}
        <TextLink href={takeOutPath(at, 'csv', query)}>CSV</TextLink>{', '}
        <TextLink href={takeOutPath(at, 'xlsx', query)}>Excel</TextLink>{', '}
        <TextLink href={takeOutPath(at, 'ods', query)}>ODS</TextLink>
        {drawn ? <>{', '}<TextLink href={takeOutPath(at, 'svg', query)}>{t.asPicture}</TextLink></> : null}
        {'. '}<Quiet>{t.takeOutWhy}</Quiet>
      </p>
    </ScreenOnly>
  );
}

function CountTable({ model, lang, caption }: Props & { caption: string }): ReactElement {
  const t = exploreTexts[lang];
  const { chosen, crossing, subject } = model;
  const { across } = chosen;
  const label = (code: string): string => valueLabel(chosen.by, code, lang, model.municipalities);
  const href = (code: string): string => `${INTERNAL}?fra=${chosen.from}&til=${chosen.through}${chosen.owner === undefined ? '' : `&kommune=${chosen.owner}`}&velg=${chosen.by}:${code}`;
  const linked = (count: number, name: string, to: string): ReactElement | number => (subject !== 'saker' || count === 0 ? count : <TextLink href={to} label={t.seeCases(count, name)}>{String(count)}</TextLink>);
  const columns: Column<number>[] = [
    { key: 'row', label: dimensionLabel(chosen.by, lang), rowHeader: true, cell: (row) => label(crossing.rows[row] ?? '') },
    ...(across === undefined ? [] : crossing.columns.map((code, at): Column<number> => {
      const name = valueLabel(across, code, lang, model.municipalities);
      const cell = (row: number): ReactElement | number => linked(crossing.counts[row]?.[at] ?? 0, `${label(crossing.rows[row] ?? '')}, ${name}`, `${href(crossing.rows[row] ?? '')}&velg=${across}:${code}`);
      return { key: code, label: name, number: true, cell };
    })),
    { key: 'total', label: across === undefined ? t.count : t.total, number: true, cell: (row) => linked(crossing.rowTotals[row] ?? 0, label(crossing.rows[row] ?? ''), href(crossing.rows[row] ?? '')) },
  ];
  return <Table<number> caption={caption} captionHidden rows={crossing.rows.map((_, at) => at)} rowKey={(row) => crossing.rows[row] ?? String(row)} columns={columns} />;
}

/** What is drawn and downloaded: the words of the codes, and the counts. */
export function chartOf({ subject, chosen, crossing, municipalities }: Explored, lang: Lang): Charted {
  const t = exploreTexts[lang];
  const { across } = chosen;
  const [what, by] = [t[`subject.${subject}`], inSentence(dimensionLabel(chosen.by, lang))];
  return {
    title: across === undefined ? t.heading(what, by) : t.headingAcross(what, by, inSentence(dimensionLabel(across, lang))),
    rows: crossing.rows.map((code) => valueLabel(chosen.by, code, lang, municipalities)),
    series: across === undefined ? [t.count] : crossing.columns.map((code) => valueLabel(across, code, lang, municipalities)),
    values: across === undefined ? crossing.rowTotals.map((count) => [count]) : crossing.counts,
  };
}

export function Pace({ pace, lang }: { pace: PaceFigures; lang: Lang }): ReactElement {
  const t = exploreTexts[lang];
  const said = (days: number | null): string => (days === null ? t.paceTooFew : t.days(days));
  return (
    <Section heading={t.paceHeading}>
      <Stack>
        <p>{t.paceLead}</p>
        <Grid columns="narrow">
          {(['seen', 'classified', 'measure', 'closed'] as const).map((key) => <KeyFigure key={key} label={t[`pace.${key}`]} value={said(pace[key])} />)}
        </Grid>
      </Stack>
    </Section>
  );
}

/** What the figure counts, and how what it is divided by is counted. */
function definitionsOf({ subject, chosen }: Explored, lang: Lang): string[] {
  const [t, how] = [exploreTexts[lang], statisticsTexts[lang]];
  const rules = subject === 'saker' ? new Set([chosen.by, chosen.across].map((one) => ruleOf(one ?? ''))) : [];
  return [t[`counts.${subject}`], ...[...rules].flatMap((rule) => (rule === undefined ? [] : [how[rule]])), ...(isMany(chosen.by) ? [t.severalRows] : [])];
}

function isMany(dimension: Dimension): boolean {
  return IN_SEVERAL_ROWS.some((key) => key === dimension);
}

function Overdue({ model: { overdue }, lang }: Props): ReactElement {
  const t = exploreTexts[lang];
  return (
    <Section heading={t.overdueHeading}>
      <Stack>
        <p>{t.overdueLead}</p>
        <Table<ClockCount> caption={t.overdueHeading} captionHidden rows={overdue} rowKey={({ clock }) => clock} columns={[
          { key: 'clock', label: t.overdueClock, rowHeader: true, cell: ({ clock }) => clockName(clock, lang) }, { key: 'cases', label: t.overdueCases, number: true, cell: ({ cases }) => cases },
        ]} />
      </Stack>
    </Section>
  );
}
