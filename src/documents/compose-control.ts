import type { Lang } from '../kernel/texts.ts';
import type { Day } from '../kernel/time.ts';
import { BASIS } from '../reports/codes.ts';
import type { Cell, ControlByYear, DisclosuresByBasis, OutwardYear } from '../statistics/public.ts';
import type { Block } from './content.ts';
import { dayWords } from './months.ts';
import { reportTexts } from './texts/report.ts';

/** What internal control counts (kommuneloven § 25-1). */
export type Control = {
  /** whole years that are over, as anybody may see them: which deadlines ran out in them */
  readonly years: readonly OutwardYear[];
  readonly control: ControlByYear;
  readonly disclosures: DisclosuresByBasis;
  /** staff on the day, and lines of the log drawn in the period; of those who signed only what names nobody */
  readonly routines: { readonly staff: number; readonly declared: Cell; readonly drawn: number; readonly reviewed: number };
  readonly on: Day;
};

/** R10: what stands of whole years, then what is counted on the day; and what is told later. */
export function composeControl(all: Control, lang: Lang): Block[] {
  const t = reportTexts[lang];
  const { control, disclosures, routines: { staff, declared, drawn, reviewed }, on } = all;
  const waits = [...new Set([...control.waits, ...disclosures.waits, ...all.years.filter(({ waits: one }) => one).map(({ year }) => year)])].toSorted((a, b) => a - b);
  return [
    ...controlTable(control, lang), ...late(all.years, lang), ...disclosed(disclosures, lang),
    ...waits.map((year): Block => ({ kind: 'note', text: t.waits(String(year)) })),
    ...(control.more ? [{ kind: 'note', text: t.wholeYears } satisfies Block] : []),
    {
      kind: 'table', caption: t.routines, heads: [{ text: t.routines, number: false }, { text: t.howMany, number: true }],
      rows: ([[t.counts_CHECKS, { shown: drawn }], [t.counts_REVIEWED, { shown: reviewed }], [t.counts_TO_REVIEW, { shown: drawn - reviewed }], [t.counts_STAFF, { shown: staff }], [t.counts_DECLARED, declared]] as const).map(([label, cell]) => [label, words(cell, lang)]), sums: [],
    },
    { kind: 'note', text: t.asOf(dayWords(on, lang)) },
  ];
}

function words(cell: Cell, lang: Lang): string {
  const t = reportTexts[lang];
  if ('shown' in cell) return String(cell.shown);
  return cell.hidden === '<5' ? t.few : t.hidden;
}

function controlTable({ told }: ControlByYear, lang: Lang): Block[] {
  const t = reportTexts[lang];
  if (told.length === 0) return [];
  return [
    {
      kind: 'table', caption: t.control, heads: [{ text: t.control, number: false }, ...told.map(({ year }) => ({ text: String(year), number: true }))],
      rows: ([['emergencies', t.counts_EMERGENCY], ['breaches', t.counts_BREACHES], ['openBreaches', t.counts_OPEN_BREACHES]] as const).map(([key, label]) => [label, ...told.map(({ of }) => words(of[key], lang))]), sums: [],
    },
    { kind: 'note', text: t.openBreachesNote },
  ];
}

/** The numbers that «Over tid» shows, and no other; two years of the period may stand in the same. */
function late(years: readonly OutwardYear[], lang: Lang): Block[] {
  const t = reportTexts[lang];
  const told = years.flatMap(({ told: one }) => (one?.overdue === undefined ? [] : [{ span: one.span, overdue: one.overdue }])).filter(({ span }, at, all) => all.findIndex((other) => other.span === span) === at);
  const clocks = [...new Set(told.flatMap(({ overdue }) => overdue.map(({ label }) => label)))];
  const few = years.filter(({ told: one, waits }) => one?.overdue === undefined && !waits).map(({ year }) => String(year));
  return [
    ...(clocks.length === 0 ? told.map(({ span }): Block => ({ kind: 'text', text: t.lateNone(span) })) : [
      { kind: 'table', caption: t.late, heads: [{ text: t.late, number: false }, ...told.map(({ span }) => ({ text: span, number: true }))], rows: clocks.map((clock) => [clock, ...told.map(({ overdue }) => overdue.find(({ label }) => label === clock)?.shown ?? '0')]), sums: [] } satisfies Block,
      { kind: 'note', text: t.lateNote } satisfies Block,
    ]),
    ...few.map((year): Block => ({ kind: 'text', text: t.tooFewYears(year) })),
  ];
}

/** What left the cases: a row for each basis. */
function disclosed({ told }: DisclosuresByBasis, lang: Lang): Block[] {
  const t = reportTexts[lang];
  const bases = BASIS.codes.filter((basis) => told.some(({ of }) => of.some((one) => one.basis === basis)));
  return bases.length === 0 ? [] : [{
    kind: 'table', caption: t.disclosures, heads: [{ text: t.basis, number: false }, ...told.map(({ year }) => ({ text: String(year), number: true }))],
    rows: bases.map((basis) => [BASIS.label(basis, lang), ...told.map(({ of }) => words(of.find((one) => one.basis === basis)?.cell ?? { shown: 0 }, lang))]), sums: [],
  }];
}
