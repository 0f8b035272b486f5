import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { DescriptionList, KeyFigure } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, Details, EmptyState } from '../../web/ui/surfaces.tsx';
import type { Breakdown, Figures } from '../queries/figures.ts';
import { exploreTexts } from '../explore-texts.ts';
import { FEWEST_IN_RUNNING_YEAR, yearIsOverFrom } from '../release.ts';
import { BELOW_FIVE, type Cell } from '../suppression-cells.ts';
import { cellWords, SUPPRESSION_TEXTS } from '../suppression-texts.ts';
import { FEWEST_TO_CROSS } from '../suppression.ts';
import type { BlockKey } from '../blocks.ts';
import { isAllHidden, mostCommon, type ShownBlock } from '../tally.ts';
import { statisticsTexts } from '../texts.ts';
import { ChartBlock, TableBlock } from './block.tsx';
import { Pace, TakeOut } from './explore-page.tsx';
import { EXPLORE, FIGURES, INTERNAL, OVER_TIME } from './paths.ts';
import { dayText, inSentence, momentText, monthText, rowLabel } from './words.ts';

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
      {model.mayOpenInternal ? <><LinkButton href={EXPLORE} symbol="lock">{e.toExplore}</LinkButton><LinkButton href={INTERNAL} symbol="lock">{t.toInternal}</LinkButton></> : null}
    </Row>
  );
  return (
    <StaffPage request={request} title={t.title} current="figures">
      <PageHead heading={t.title} lead={t.lead} action={ways} />
      <Stack gap="l">
        <Filter model={model} lang={lang} />
        <Section heading={t.heading(placeName(model, lang), yearsOf(model, lang))}>
          <Stack gap="l">
            <Content model={model} lang={lang} />
            {model.municipality === undefined ? <Consultations model={model} lang={lang} /> : null}
            {model.breakdown === undefined ? null : <TakeOut at={FIGURES} query={figuresQuery(model)} lang={lang} drawn={false} />}
          </Stack>
        </Section>
        <About model={model} lang={lang} by={request.colleague.name} />
      </Stack>
    </StaffPage>
  );
}

/** Advice where nobody was named is work, too, and no case. Counted for the whole region alone. */
const Consultations: Part = ({ model, lang }) => {
  const t = statisticsTexts[lang];
  return <Row><Figure label={t.consultations} cell={model.consultations} note={t.consultationsNote} lang={lang} /></Row>;
};

function placeName(model: Figures, lang: Lang): string {
  return model.municipality?.name ?? statisticsTexts[lang].allMunicipalities;
}

/** One year, or those that stand together. */
function yearsOf({ breakdown, year }: Figures, lang: Lang): string {
  return breakdown === undefined ? String(year) : exploreTexts[lang].unit(breakdown.fromYear, breakdown.year);
}

function figuresQuery({ year, municipality }: Figures): string {
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
  const hidden = breakdown.blocks.filter(isAllHidden).map((block) => inSentence(t[`block.${block.key}`]));
  return (
    <Stack gap="l">
      <Summary breakdown={breakdown} model={model} lang={lang} />
      <KeyFigures breakdown={breakdown} lang={lang} />
      {shown(['violence']).map((block) => <ChartBlock key={block.key} block={block} lang={lang} />)}
      <Grid>{shown(TABLES).map((block) => <TableBlock key={block.key} block={block} lang={lang} />)}</Grid>
      <Details summary={t.moreTables}><Grid>{shown(MORE_TABLES).map((block) => <TableBlock key={block.key} block={block} lang={lang} />)}</Grid></Details>
      {model.municipality !== undefined || breakdown.pace === undefined ? null : <Pace pace={breakdown.pace} lang={lang} />}
      <div>
        {hidden.length === 0 ? null : <p>{t.hiddenBlocks(hidden.join(', '))}</p>}
        <p><Quiet>{SUPPRESSION_TEXTS[lang].note}</Quiet></p>
      </div>
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
      {model.waitsForYearEnd
        ? <Alert kind="info" heading={t.waitHeading} level={3}><p>{t.wait(FEWEST_IN_RUNNING_YEAR, dayText(yearIsOverFrom(model.year), lang))}</p></Alert>
        : <Alert kind="info" heading={t.tooFewHeading} level={3}><p>{t.tooFew}</p></Alert>}
    </Stack>
  );
};

const Summary: Part<{ readonly breakdown: Breakdown }> = ({ breakdown, model, lang }) => {
  const t = statisticsTexts[lang];
  const violence = blocksOf(breakdown, ['violence'])[0];
  const most = violence === undefined ? undefined : mostCommon(violence);
  const lines: string[] = [
    ...(most === undefined ? [] : [t.summary(cellWords(breakdown.received, lang).aloud, inSentence(rowLabel('violence', most.code, lang)), most.count)]),
    ...(model.later === 0 ? [] : [t.later(model.later)]),
  ];
  return lines.length === 0 ? null : <p>{lines.join(' ')}</p>;
};

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
  const rules = [...pooled, t.howYear, t.howMonth, t.howType, t.howParents, t.howOwn, t.howSecret, t.howStanding];
  return (
    <Section heading={t.aboutHeading}>
      <DescriptionList beside items={[
        { term: t.aboutPlace, value: `${placeName(model, lang)}, ${yearsOf(model, lang)}` },
        { term: t.aboutThrough, value: monthText(model.through, lang) },
        { term: t.aboutCutOff, value: breakdown === undefined ? t.notCounted : momentText(breakdown.countedAt, lang) },
        ...(breakdown === undefined ? [] : [{ term: t.aboutDefinitions, value: t.aboutEdition(breakdown.definitions) }]),
        { term: t.aboutBy, value: by },
        { term: t.aboutAt, value: momentText(model.now, lang) },
      ]} />
      <Details summary={t.howHeading}>{rules.map((rule): ReactNode => <p key={rule}>{rule}</p>)}</Details>
    </Section>
  );
};

function blocksOf(breakdown: Breakdown, keys: readonly BlockKey[]): ShownBlock[] {
  return keys.flatMap((key) => breakdown.blocks.filter((block) => block.key === key));
}

function isNone(cell: Cell): boolean {
  return 'shown' in cell && cell.shown === 0;
}
