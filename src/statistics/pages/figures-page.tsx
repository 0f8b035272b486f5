import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, KeyFigure } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, Details, EmptyState } from '../../web/ui/surfaces.tsx';
import type { Breakdown, Figures } from '../queries/figures.ts';
import { standingRules } from '../definitions.ts';
import { exploreTexts } from '../explore-texts.ts';
import { yearIsOverFrom } from '../release.ts';
import { BELOW_FIVE, type Cell } from '../suppression-cells.ts';
import { cellWords, SUPPRESSION_TEXTS } from '../suppression-texts.ts';
import { FEWEST_TO_CROSS } from '../suppression.ts';
import type { BlockKey } from '../blocks.ts';
import { isAllHidden, mostCommon, type ShownBlock } from '../tally.ts';
import { statisticsTexts } from '../texts.ts';
import { ChartBlock, TableBlock } from './block.tsx';
import { Pace, TakeOut } from './explore-page.tsx';
import { HowCounted } from './how-counted.tsx';
import { EXPLORE, FIGURES, INTERNAL, OVER_TIME } from './paths.ts';
import { WorkPart } from './work-part.tsx';
import { dayText, inSentence, momentText, monthText, rowLabel, tablesInSentence } from './words.ts';

type Part<Props = unknown> = (props: Props & { readonly model: Figures; readonly lang: Lang }) => ReactElement | null;

const TABLES: readonly BlockKey[] = ['type', 'reporter', 'vulnerability', 'relation', 'status'];
const MORE_TABLES: readonly BlockKey[] = ['gender', 'age', 'channel', 'service', 'measure', 'closing', 'wish'];

/** «Tall»: to be understood in two minutes by somebody who comes twice a year, and safe to print and hand round. */
export function FiguresPage({ model, request }: { model: Figures; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = statisticsTexts[lang];
  const e = exploreTexts[lang];
  const ways = (
    <Row>
      <LinkButton href={OVER_TIME}>{e.toOverTime}</LinkButton>
      <LinkButton href="/statistikk/landet">{t.toCountry}</LinkButton>
      {model.mayOpenReturns ? <LinkButton href="/statistikk/retur">{t.toReturns}</LinkButton> : null}
      {model.mayOpenInternal ? <><LinkButton href={EXPLORE} symbol="lock">{e.toExplore}</LinkButton><LinkButton href={INTERNAL} symbol="lock">{t.toInternal}</LinkButton></> : null}
    </Row>
  );
  return (
    <StaffPage request={request} title={t.title} current="figures">
      <PageHead heading={t.title} lead={t.lead} action={ways} />
      <Stack gap="l">
        <Filter model={model} lang={lang} />
        {model.municipality === undefined ? <WorkPart model={model} lang={lang} /> : null}
        <Section heading={t.heading(placeName(model, lang), yearsOf(model, lang))}>
          <Stack gap="l">
            <Content model={model} lang={lang} />
            {model.breakdown === undefined ? null : <TakeOut at={FIGURES} query={figuresQuery(model)} lang={lang} drawn={false} />}
          </Stack>
        </Section>
        {REPORT_READERS.some((role) => request.person.roles.includes(role)) ? <p><TextLink href="/rapporter">{t.toReports}</TextLink></p> : null}
        <About model={model} lang={lang} by={request.colleague.name} />
      </Stack>
    </StaffPage>
  );
}

/** Who may open the reports that are written of these figures; their own rule judges it (documents/access.ts). */
const REPORT_READERS = ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE'];

function placeName(model: Figures, lang: Lang): string {
  return model.municipality?.name ?? statisticsTexts[lang].allMunicipalities;
}

/** One year, or those that stand together. */
function yearsOf({ breakdown, year }: Figures, lang: Lang): string {
  return breakdown === undefined ? String(year) : exploreTexts[lang].unit(breakdown.fromYear, breakdown.year);
}

/** A year that is over ends with its December. */
function throughOf({ breakdown, year, through }: Figures): string {
  const december = `${breakdown?.year ?? year}-12`;
  return through < december ? through : december;
}

function figuresQuery({ year, municipality }: Pick<Figures, 'year' | 'municipality'>): string {
  return new URLSearchParams({ ar: String(year), ...(municipality === undefined ? {} : { kommune: municipality.number }) }).toString();
}

const Filter: Part = ({ model, lang }) => {
  const t = statisticsTexts[lang];
  return (
    <ScreenOnly>
      <Form action="/statistikk" method="get" inline>
        <Select name="ar" label={t.filterYear} value={String(model.year)} empty={false} options={model.years.map((year) => ({ value: String(year), label: String(year) }))} />
        <Select name="kommune" label={t.filterMunicipality} value={model.municipality?.number} empty={t.allMunicipalities}
          options={model.municipalities.map(({ number, name }) => ({ value: number, label: name }))} />
        <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
      </Form>
    </ScreenOnly>
  );
};

const Content: Part = ({ model, lang }) => {
  const t = statisticsTexts[lang];
  const { breakdown } = model;
  if (isNone(breakdown?.received ?? model.received)) return <EmptyState heading={t.noneHeading(model.year)} level={3}><p>{t.none}</p></EmptyState>;
  if (breakdown === undefined) return <Undivided model={model} lang={lang} />;
  if (breakdown.blocks.every(isAllHidden)) return <AllHidden breakdown={breakdown} model={model} lang={lang} />;
  const shown = (keys: readonly BlockKey[]): ShownBlock[] => blocksOf(breakdown, keys).filter((block) => !isAllHidden(block));
  const hidden = breakdown.blocks.filter(isAllHidden).map(({ key }) => key);
  return (
    <Stack gap="l">
      <div>
        <Summary breakdown={breakdown} lang={lang} />
        <Running model={model} lang={lang} />
      </div>
      <KeyFigures breakdown={breakdown} lang={lang} />
      {shown(['violence']).map((block) => <ChartBlock key={block.key} block={block} edition={breakdown.definitions} lang={lang} />)}
      <Grid>{shown(TABLES).map((block) => <TableBlock key={block.key} block={block} edition={breakdown.definitions} lang={lang} />)}</Grid>
      <Details summary={t.moreTables}><Grid>{shown(MORE_TABLES).map((block) => <TableBlock key={block.key} block={block} edition={breakdown.definitions} lang={lang} />)}</Grid></Details>
      <div>
        {hidden.length === 0 ? null : <p>{t.hiddenBlocks(tablesInSentence(hidden, lang))}</p>}
        <p><Quiet>{SUPPRESSION_TEXTS[lang].note}</Quiet></p>
      </div>
      {model.municipality !== undefined || breakdown.pace === undefined ? null : <Pace pace={breakdown.pace} lang={lang} />}
    </Stack>
  );
};

const AllHidden: Part<{ readonly breakdown: Breakdown }> = ({ breakdown, model, lang }) => {
  const t = statisticsTexts[lang];
  const { received } = breakdown;
  const isTold = 'shown' in received || received.hidden === BELOW_FIVE;
  return (
    <Stack>
      {isTold ? <Row><Figure label={t.received} cell={received} note={t.receivedNote} lang={lang} /></Row> : null}
      {model.municipality === undefined ? <p>{t.allHidden}</p> : <Alert kind="info" heading={t.placeHiddenHeading} level={3}><p>{t.placeHidden(FEWEST_TO_CROSS)}</p></Alert>}
    </Stack>
  );
};

const Undivided: Part = ({ model, lang }) => {
  const t = statisticsTexts[lang];
  return (
    <Stack>
      <Row><Figure label={t.received} cell={model.received} note={model.municipality === undefined ? t.receivedNote : t.receivedNoteRegion} lang={lang} /></Row>
      <Alert kind="info" heading={model.waitsForYearEnd ? t.waitHeading : t.tooFewHeading} level={3}>
        <p>{model.waitsForYearEnd ? t.wait(dayText(yearIsOverFrom(model.year), lang)) : t.tooFew}</p>
        {model.newest === undefined ? null : <p><TextLink href={yearPath(model.newest.year, model.municipality)}>{t.toNewest(exploreTexts[lang].unit(model.newest.fromYear, model.newest.year))}</TextLink></p>}
      </Alert>
    </Stack>
  );
};

function Summary({ breakdown, lang }: { breakdown: Breakdown; lang: Lang }): ReactElement | null {
  const violence = blocksOf(breakdown, ['violence'])[0];
  const most = violence === undefined ? undefined : mostCommon(violence);
  return most === undefined ? null : <p>{statisticsTexts[lang].summary(cellWords(breakdown.received, lang).aloud, inSentence(rowLabel('violence', most.code, lang)), most.count)}</p>;
}

/** How the running year goes, under an earlier one: its number in the whole region, and nothing more of it. */
const Running: Part = ({ model: { running, through, municipality }, lang }) => {
  const t = statisticsTexts[lang];
  if (running === undefined || municipality !== undefined) return null;
  return <p>{t.running(running.year, monthText(through, lang), cellWords(running.received, lang).aloud)} <TextLink href={yearPath(running.year)}>{t.toYear(String(running.year))}</TextLink></p>;
};

function yearPath(year: number, municipality?: Figures['municipality']): string {
  return `${FIGURES}?${figuresQuery({ year, municipality })}`;
}

function KeyFigures({ breakdown, lang }: { breakdown: Breakdown; lang: Lang }): ReactElement {
  const t = statisticsTexts[lang];
  const status = blocksOf(breakdown, ['status'])[0];
  const cellOf = (code: string): Cell => status?.rows.find((row) => row.code === code)?.cell ?? { shown: 0 };
  return (
    <Grid columns="narrow">
      <Figure label={t.received} cell={breakdown.received} note={t.receivedNote} lang={lang} />
      <Figure label={t.own} cell={breakdown.own} note={t.ownNote} lang={lang} />
      <Figure label={t.open} cell={cellOf('APEN')} note={t.openNote} lang={lang} />
      <Figure label={t.closed} cell={cellOf('AVSLUTTET')} note={t.closedNote} lang={lang} />
    </Grid>
  );
}

function Figure({ label, cell, note, lang }: { label: string; cell: Cell; note: string; lang: Lang }): ReactElement {
  return <KeyFigure label={label} value={cellWords(cell, lang).text} note={note} />;
}

const About: Part<{ readonly by: string }> = ({ model, lang, by }) => {
  const t = statisticsTexts[lang];
  const { breakdown } = model;
  const pooled = breakdown === undefined || breakdown.fromYear === breakdown.year ? [] : [exploreTexts[lang].pooled(breakdown.fromYear, breakdown.year)];
  return (
    <Section heading={t.aboutHeading}>
      <DescriptionList beside items={[
        { term: t.aboutPlace, value: `${placeName(model, lang)}, ${yearsOf(model, lang)}` },
        { term: t.aboutThrough, value: monthText(throughOf(model), lang) },
        { term: t.aboutCutOff, value: breakdown === undefined ? t.notCounted : momentText(breakdown.countedAt, lang) },
        ...(breakdown === undefined ? [] : [{ term: t.aboutDefinitions, value: t.aboutEdition(breakdown.definitions) }]),
        { term: t.aboutBy, value: by },
        { term: t.aboutAt, value: momentText(model.now, lang) },
      ]} />
      <HowCounted rules={standingRules(breakdown === undefined ? [] : [breakdown.definitions], lang)} before={pooled} lang={lang} />
    </Section>
  );
};

function blocksOf(breakdown: Breakdown, keys: readonly BlockKey[]): ShownBlock[] {
  return keys.flatMap((key) => breakdown.blocks.filter((block) => block.key === key));
}

function isNone(cell: Cell): boolean {
  return 'shown' in cell && cell.shown === 0;
}
