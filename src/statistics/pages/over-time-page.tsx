import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import type { Charted } from '../../web/ui/chart-svg.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { EmptyState } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { CLOCK_IDS, clockName, type ClockId } from '../../regions/codes.ts';
import { BLOCKS } from '../blocks.ts';
import { editionsWords, standingRules } from '../definitions.ts';
import { exploreTexts } from '../explore-texts.ts';
import { hoursTexts } from '../hours-texts.ts';
import { outreachTexts } from '../outreach-texts.ts';
import type { Breakdown } from '../queries/figures.ts';
import type { OverTime } from '../queries/over-time.ts';
import { TO_PROTECT, type Cell } from '../suppression-cells.ts';
import { SUPPRESSION_TEXTS } from '../suppression-texts.ts';
import { statisticsTexts } from '../texts.ts';
import { CellText } from './block.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { TakeOut } from './explore-page.tsx';
import { HoursOverTime } from './hours-part.tsx';
import { HowCounted } from './how-counted.tsx';
import { EXPLORE, FIGURES, HOURS_AT, OUTREACH_AT, OVER_TIME } from './paths.ts';
import { inSentence, momentText, rowLabel } from './words.ts';

type Props = { readonly model: OverTime; readonly lang: Lang };

/** The tables that stand, year beside year: for whoever answers for the work, and may not see a single case. */
export function OverTimePage({ model, request }: { model: OverTime; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = exploreTexts[lang];
  const title = overTimeTitle(model, lang);
  return (
    <StaffPage request={request} title={t.overTimeTitle} current="figures">
      <PageHead heading={t.overTimeTitle} lead={t.overTimeLead} action={model.mayOpenInternal ? <LinkButton href={EXPLORE} symbol="lock">{t.toExplore}</LinkButton> : <LinkButton href={FIGURES}>{statisticsTexts[lang].toFigures}</LinkButton>} />
      <Stack gap="l">
        <Choices model={model} lang={lang} />
        {model.units.length === 0 ? <EmptyState heading={t.tooFew}><p>{t.tooFewLead}</p></EmptyState> : (
          <>
            <Section heading={title}>
              <Stack>
                <Drawn model={model} lang={lang} title={title} />
                {model.units.filter((unit) => unit.fromYear !== unit.year).map((unit) => <p key={unit.year}>{t.pooled(unit.fromYear, unit.year)}</p>)}
                <p><Quiet>{SUPPRESSION_TEXTS[lang].note}</Quiet></p>
                <TakeOut at={OVER_TIME} query={overTimeQuery(model)} lang={lang} drawn={false} />
              </Stack>
            </Section>
            {model.municipality === undefined ? <><PaceOverTime model={model} lang={lang} /><OverdueOverTime model={model} lang={lang} /></> : null}
          </>
        )}
        <HoursOverTime model={model} lang={lang} />
        <p><TextLink href={OUTREACH_AT}>{outreachTexts[lang].title}</TextLink>{model.hours.mayWrite ? <> · <TextLink href={HOURS_AT}>{hoursTexts[lang].toHours}</TextLink></> : null}</p>
        <p><Quiet>{`${t.source(request.regionName, editionsWords(model.units, lang))} ${t.aboutFigures} ${momentText(model.now, lang)}.`}</Quiet></p>
        <HowCounted rules={standingRules(model.units.map(({ definitions }) => definitions), lang)} lang={lang} />
      </Stack>
    </StaffPage>
  );
}

export function overTimeQuery({ block, municipality }: OverTime): string {
  return new URLSearchParams({ hva: block, ...(municipality === undefined ? {} : { kommune: municipality.number }) }).toString();
}

export function overTimeTitle({ block, municipality }: OverTime, lang: Lang): string {
  const t = statisticsTexts[lang];
  return t.heading(t[`block.${block}`], municipality?.name ?? inSentence(t.allMunicipalities));
}

function Choices({ model, lang }: Props): ReactElement {
  const t = statisticsTexts[lang];
  return (
    <ScreenOnly>
      <Form action={OVER_TIME} method="get" inline>
        <Select name="hva" label={exploreTexts[lang].by} value={model.block} empty={false} options={BLOCKS.map((key) => ({ value: key, label: t[`block.${key}`] }))} />
        <Select name="kommune" label={t.filterMunicipality} value={model.municipality?.number} empty={t.allMunicipalities} options={model.municipalities.map(({ number, name }) => ({ value: number, label: name }))} />
        <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
      </Form>
    </ScreenOnly>
  );
}

/** Rows that had cases in some year, the largest in the newest year first. */
export function rowsOverTime({ units, block }: OverTime): { readonly code: string; readonly cells: readonly Cell[] }[] {
  const codes = [...new Set(units.flatMap((unit) => unit.blocks.filter(({ key }) => key === block).flatMap(({ rows }) => rows.map(({ code }) => code))))];
  const size = (cell: Cell | undefined): number => (cell !== undefined && 'shown' in cell ? cell.shown : -1);
  return codes.map((code) => ({ code, cells: units.map((unit) => cellOf(unit, block, code)) }))
    .filter(({ cells }) => cells.some((cell) => size(cell) !== 0))
    .toSorted((a, b) => size(b.cells.at(-1)) - size(a.cells.at(-1)));
}

/** A block that was not counted yet when the year was, is as hidden as one that may not be shown. */
function cellOf(unit: Breakdown, key: string, code: string): Cell {
  const block = unit.blocks.find((one) => one.key === key);
  return block === undefined ? { hidden: TO_PROTECT } : block.rows.find((row) => row.code === code)?.cell ?? { shown: 0 };
}

function Drawn({ model, lang, title }: Props & { title: string }): ReactElement {
  const t = exploreTexts[lang];
  const rows = rowsOverTime(model);
  // no table of «<5»: it would say which rows have somebody in them, and nothing else (domain reference §11)
  if (rows.length > 0 && rows.every(({ cells }) => cells.every((cell) => 'hidden' in cell || cell.shown === 0))) return <p>{statisticsTexts[lang].allHidden}</p>;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'row', label: statisticsTexts[lang][`block.${model.block}`], rowHeader: true, cell: ({ code }) => rowLabel(model.block, code, lang) },
    ...model.units.map((unit, at): Column<(typeof rows)[number]> => ({ key: String(unit.year), label: t.unit(unit.fromYear, unit.year), number: true, cell: ({ cells }) => <CellText cell={cells[at] ?? { shown: 0 }} lang={lang} /> })),
  ];
  const table = <Table caption={title} captionHidden rows={rows} rowKey={({ code }) => code} columns={columns} />;
  const data = drawable(model, lang, title);
  return data === undefined ? table : <ChartFigure data={data} drawing="lines">{table}</ChartFigure>;
}

/** A line needs a number in every year: one that is hidden somewhere is in the table alone. undefined where there is nothing to draw. */
function drawable(model: OverTime, lang: Lang, title: string): Charted | undefined {
  const whole = rowsOverTime(model).filter(({ cells }) => cells.every((cell) => 'shown' in cell)).slice(0, 6);
  if (model.units.length < 2 || whole.length === 0) return undefined;
  return {
    title, rows: model.units.map((unit) => exploreTexts[lang].unit(unit.fromYear, unit.year)), series: whole.map(({ code }) => rowLabel(model.block, code, lang)),
    values: model.units.map((_, at) => whole.map(({ cells }) => { const cell = cells[at]; return cell !== undefined && 'shown' in cell ? cell.shown : 0; })),
  };
}

function PaceOverTime({ model, lang }: Props): ReactElement {
  const t = exploreTexts[lang];
  const rows = ['seen', 'classified', 'measure', 'closed'] as const;
  const said = (days: number | null | undefined): string => (typeof days === 'number' ? t.days(days) : t.paceTooFew);
  return (
    <Section heading={t.paceHeading}>
      <Stack>
        <p>{t.paceLead}</p>
        <Table<(typeof rows)[number]> caption={t.paceHeading} captionHidden rows={rows} rowKey={(key) => key} columns={[
          { key: 'row', label: t.paceHeading, rowHeader: true, cell: (key) => t[`pace.${key}`] },
          ...model.units.map((unit): Column<(typeof rows)[number]> => ({ key: String(unit.year), label: t.unit(unit.fromYear, unit.year), number: true, cell: (key) => said(unit.pace?.[key]) })),
        ]} />
      </Stack>
    </Section>
  );
}

/** Which deadlines ran out, as it was counted with each year. */
function OverdueOverTime({ model: { units }, lang }: Props): ReactElement | null {
  const t = exploreTexts[lang];
  const rows = CLOCK_IDS.filter((clock) => units.some((unit) => unit.overdue?.some((one) => one.clock === clock)));
  if (units.every((unit) => unit.overdue === undefined)) return null;
  const cellIn = (unit: Breakdown, clock: ClockId): Cell => (unit.overdue === undefined ? { hidden: TO_PROTECT } : unit.overdue.find((one) => one.clock === clock)?.cell ?? { shown: 0 });
  return (
    <Section heading={t.overdueHeading}>
      <Stack>
        <p>{t.overdueLead}</p>
        {rows.length === 0 ? <p>{t.overdueNone}</p> : (
          <Table<ClockId> caption={t.overdueHeading} captionHidden rows={rows} rowKey={(clock) => clock} columns={[
            { key: 'clock', label: t.overdueClock, rowHeader: true, cell: (clock) => clockName(clock, lang) },
            ...units.map((unit): Column<ClockId> => ({ key: String(unit.year), label: t.unit(unit.fromYear, unit.year), number: true, cell: (clock) => <CellText cell={cellIn(unit, clock)} lang={lang} /> })),
          ]} />
        )}
      </Stack>
    </Section>
  );
}
