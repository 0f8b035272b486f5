import { CASE_TYPE } from '../cases/codes.ts';
import type { Lang } from '../kernel/texts.ts';
import { GENDER } from '../people/codes.ts';
import { RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../reports/codes.ts';
import { standingRules } from './definitions.ts';
import type { InternalRow } from './internal.ts';
import { exploreTexts } from './explore-texts.ts';
import { rowLabel, tablesInSentence } from './pages/words.ts';
import type { Movement } from './movement.ts';
import { clockName } from '../regions/codes.ts';
import type { ClockCell } from './overdue.ts';
import { cellWords, SUPPRESSION_TEXTS } from './suppression-texts.ts';
import type { Cell } from './suppression-cells.ts';
import { IN_SEVERAL_ROWS, type BlockKey } from './blocks.ts';
import { isAllHidden, rowsToShow, type ShownBlock } from './tally.ts';
import { statisticsTexts } from './texts.ts';

/** One table of a year in words. `value` is absent where the number is hidden; `shown` is what stands there. */
export type WordedTable = { readonly key: BlockKey; readonly title: string; readonly heads: readonly [string, string]; readonly note: string; readonly rows: readonly { readonly label: string; readonly value: number | undefined; readonly shown: string }[] };

/** Days, each the median of what was counted; null where that was too little. */
type PaceFigures = Readonly<Record<'seen' | 'classified' | 'measure' | 'closed', number | null>>;

/** A year as a report tells it. Without `told` there is too little to show anything of it. */
export type OutwardYear = {
  readonly year: number;
  /** it can be told, and is counted when the report is sent for approval */
  readonly waits: boolean;
  readonly told: {
    /** the year, or the years that had to be put together: «2025–2026» */
    readonly span: string;
    /** own cases open when it began and when it ended; absent where it is not known or may not be shown */
    readonly open: { readonly start: string | undefined; readonly end: string | undefined };
    /** medians; no line for what was not counted */
    readonly pace: readonly { readonly label: string; readonly shown: string }[];
    /** in how many cases each deadline ran out; undefined where that was not counted */
    readonly overdue: readonly { readonly label: string; readonly shown: string }[] | undefined;
    readonly countedAt: string; readonly definitions: string;
    readonly numbers: readonly { readonly label: string; readonly shown: string; readonly note: string }[];
    readonly tables: readonly WordedTable[];
    /** names of the tables in which everything is hidden */
    readonly hidden: string | undefined;
    readonly note: string; readonly rules: readonly string[];
  } | undefined;
};

type Known = { readonly year: number; readonly waitsToBeCounted: boolean; readonly breakdown: { readonly fromYear: number; readonly year: number; readonly pace: PaceFigures | undefined; readonly overdue: readonly ClockCell[] | undefined; readonly movement: Movement | undefined; readonly definitions: string; readonly received: Cell; readonly own: Cell; readonly blocks: readonly ShownBlock[] } | undefined };

/** @param countedAt when the tables were counted, in words; undefined where nothing was broken down */
export function outwardYear({ year, waitsToBeCounted: waits, breakdown }: Known, countedAt: string | undefined, lang: Lang): OutwardYear {
  if (breakdown === undefined || countedAt === undefined || breakdown.blocks.every(isAllHidden)) return { year, waits, told: undefined };
  const t = statisticsTexts[lang];
  const status = breakdown.blocks.find((block) => block.key === 'status');
  const cellOf = (code: string): Cell => status?.rows.find((row) => row.code === code)?.cell ?? { shown: 0 };
  const number = (label: string, cell: Cell, note: string) => ({ label, shown: cellWords(cell, lang).aloud, note });
  const hidden = breakdown.blocks.filter(isAllHidden).map(({ key }) => key);
  return {
    year, waits,
    told: {
      span: breakdown.fromYear === breakdown.year ? String(breakdown.year) : `${breakdown.fromYear}–${breakdown.year}`, open: { start: shownIn(breakdown.movement?.start), end: shownIn(breakdown.movement?.end) }, pace: paceWords(breakdown.pace, lang),
      overdue: breakdown.overdue?.map(({ clock, cell }) => ({ label: clockName(clock, lang), shown: cellWords(cell, lang).aloud })), countedAt, definitions: t.aboutEdition(breakdown.definitions),
      numbers: [number(t.received, breakdown.received, t.receivedNote), number(t.own, breakdown.own, t.ownNote), number(t.open, cellOf('APEN'), t.openNote), number(t.closed, cellOf('AVSLUTTET'), t.closedNote)],
      tables: breakdown.blocks.filter((block) => !isAllHidden(block)).map((block) => worded(block, lang)),
      hidden: hidden.length === 0 ? undefined : t.hiddenBlocks(tablesInSentence(hidden, lang)),
      note: SUPPRESSION_TEXTS[lang].note, rules: standingRules([breakdown.definitions], lang),
    },
  };
}

function shownIn(cell: Cell | undefined): string | undefined {
  return cell !== undefined && 'shown' in cell ? String(cell.shown) : undefined;
}

function paceWords(pace: PaceFigures | undefined, lang: Lang): { readonly label: string; readonly shown: string }[] {
  const t = exploreTexts[lang];
  if (pace === undefined) return [];
  return (['seen', 'classified', 'measure', 'closed'] as const).map((key) => ({ label: t[`pace.${key}`], shown: pace[key] === null ? t.paceTooFew : t.days(pace[key]) }));
}

function worded(block: ShownBlock, lang: Lang): WordedTable {
  const t = statisticsTexts[lang];
  const title = t[`block.${block.key}`];
  return {
    key: block.key, title, heads: [title, t.countColumn], note: IN_SEVERAL_ROWS.includes(block.key) ? `${t.many} ${t.zeros}` : t.zeros,
    rows: rowsToShow(block).map(({ code, cell }) => ({ label: rowLabel(block.key, code, lang), value: 'shown' in cell ? cell.shown : undefined, shown: cellWords(cell, lang).aloud })),
  };
}

/** A case of R2 in words, column by column as the list has them. */
export type CaseInWords = { readonly year: number; readonly heading: string; readonly caseType: string; readonly lines: readonly { readonly term: string; readonly values: readonly string[] }[] };

export function casesInWords(rows: readonly InternalRow[], lang: Lang): CaseInWords[] {
  const t = statisticsTexts[lang];
  return rows.map((row) => {
    const caseType = row.caseType === undefined ? t['row.VENTER'] : CASE_TYPE.label(row.caseType, lang);
    const reporter = REPORTER.label(row.reporter, lang);
    return {
      year: row.year, heading: t.caseNo(row.no), caseType,
      lines: [
        { term: t.columnType, values: [caseType] }, { term: t.columnReporter, values: [row.anonymous ? t.anonymousReporter(reporter) : reporter] },
        { term: t.columnVulnerability, values: row.vulnerability.map((code) => labelOf(VULNERABILITY.values, code, lang)) }, { term: t.columnRelation, values: row.relation.map((code) => RELATION.label(code, lang)) },
        { term: t.columnGender, values: [GENDER.label(row.gender, lang)] }, { term: t.columnViolence, values: row.violence.map((code) => VIOLENCE.label(code, lang)) },
        { term: t.columnServices, values: serviceWords(row, lang) },
      ],
    };
  });
}

/** The services of a case that nobody has assessed were not assessed either: the list says so as the source does (S3, 2018-2), and not that they are unknown. */
export function serviceWords({ caseType, services }: Pick<InternalRow, 'caseType' | 'services'>, lang: Lang): string[] {
  const assessed = caseType !== undefined && caseType !== 'IKKE_VURDERT';
  return services.map((code) => (code === 'UKJENT' && !assessed ? CASE_TYPE.label('IKKE_VURDERT', lang) : SERVICE.label(code, lang)));
}

/** Historic codes, too: somebody over 67 is among them. */
function labelOf(values: readonly { readonly code: string; readonly nb: string; readonly nn: string; readonly en: string }[], code: string, lang: Lang): string {
  return values.find((value) => value.code === code)?.[lang] ?? code;
}
