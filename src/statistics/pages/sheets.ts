import type { Sheet, SheetCell } from '../../kernel/spreadsheet.ts';
import type { Lang } from '../../kernel/texts.ts';
import { DEFINITIONS, editionsWords } from '../definitions.ts';
import { exploreTexts } from '../explore-texts.ts';
import { hoursTexts } from '../hours-texts.ts';
import type { Explored } from '../queries/explore.ts';
import type { Figures } from '../queries/figures.ts';
import type { OverTime } from '../queries/over-time.ts';
import type { Cell } from '../suppression-cells.ts';
import { cellWords, SUPPRESSION_TEXTS } from '../suppression-texts.ts';
import { isAllHidden, rowsToShow } from '../tally.ts';
import { statisticsTexts } from '../texts.ts';
import { chartOf } from './explore-page.tsx';
import { overTimeTitle, rowsOverTime } from './over-time-page.tsx';
import { yearsIn } from './hours-part.tsx';
import { dimensionLabel, momentText, monthText, rowLabel, tablesInSentence } from './words.ts';

type From = { readonly lang: Lang; readonly region: string };

const sheetCell = (cell: Cell, lang: Lang): SheetCell => ('shown' in cell ? cell.shown : cellWords(cell, lang).text);

/** Every block of «Tall» on a sheet, and what holds for all of them on the last. One in which everything is hidden is a sentence there, as on the page: no table of «<5» (domain reference §11). */
export function figureSheets(model: Figures, { lang, region }: From): Sheet[] {
  const t = statisticsTexts[lang];
  const all = model.breakdown?.blocks ?? [];
  const blocks = all.filter((block) => !isAllHidden(block));
  const hidden = all.filter(isAllHidden).map(({ key }) => key);
  const place = model.municipality?.name ?? t.allMunicipalities;
  const { breakdown } = model;
  return [
    ...blocks.map((block): Sheet => ({
      name: t[`block.${block.key}`], rows: [[t[`block.${block.key}`], t.countColumn], ...rowsToShow(block).map(({ code, cell }): SheetCell[] => [rowLabel(block.key, code, lang), sheetCell(cell, lang)])],
    })),
    { name: t.aboutHeading, rows: [
      [t.aboutHeading, ''], [t.aboutPlace, `${place}, ${breakdown === undefined ? model.year : exploreTexts[lang].unit(breakdown.fromYear, breakdown.year)}`], [t.received, sheetCell(breakdown?.received ?? model.received, lang)],
      [t.aboutCutOff, breakdown === undefined ? t.notCounted : momentText(breakdown.countedAt, lang)], [t.aboutDefinitions, breakdown?.definitions ?? DEFINITIONS], [t.aboutAt, momentText(model.now, lang)],
      [region, ''], ...(hidden.length === 0 ? [] : [[t.hiddenBlocks(tablesInSentence(hidden, lang)), '']]), [SUPPRESSION_TEXTS[lang].note, ''],
    ] },
  ];
}

export function overTimeSheets(model: OverTime, { lang, region }: From): Sheet[] {
  const t = exploreTexts[lang];
  const title = overTimeTitle(model, lang);
  const head: SheetCell[] = [title, ...model.units.map(({ fromYear, year }) => t.unit(fromYear, year))];
  return [{ name: statisticsTexts[lang][`block.${model.block}`], rows: [
    head, ...rowsOverTime(model).map(({ code, cells }): SheetCell[] => [rowLabel(model.block, code, lang), ...cells.map((cell) => sheetCell(cell, lang))]),
    [], [t.source(region, editionsWords(model.units, lang))], [SUPPRESSION_TEXTS[lang].note],
  ] }, ...hoursSheet(model, lang)];
}

function hoursSheet({ hours: { places } }: OverTime, lang: Lang): Sheet[] {
  const t = hoursTexts[lang];
  const years = yearsIn(places);
  const rows = places.map(({ name, years: written }): SheetCell[] => [name, ...years.map((year) => written.find((one) => one.year === year)?.hours ?? '')]);
  return places.length === 0 ? [] : [{ name: t.heading, rows: [[t.municipality, ...years.map(String)], ...rows, [], [t.about]] }];
}

export function exploreSheets(model: Explored, { lang, region }: From): Sheet[] {
  const t = exploreTexts[lang];
  const { title, rows, series, values } = chartOf(model, lang);
  const { chosen, crossing } = model;
  const across = chosen.across !== undefined;
  return [{ name: title, rows: [
    [dimensionLabel(chosen.by, lang), ...series, ...(across ? [t.total] : [])],
    ...rows.map((row, at): SheetCell[] => [row, ...(values[at] ?? []), ...(across ? [crossing.rowTotals[at] ?? 0] : [])]),
    [], [title], [t.counted(crossing.counted, monthText(chosen.from, lang), monthText(chosen.through, lang))], [t.exploreWarning], [`${t.source(region, DEFINITIONS)} ${t.aboutFigures} ${momentText(model.now, lang)}`],
  ] }];
}
