import type { Lang } from '../kernel/texts.ts';
import type { InternalPeriod, OutwardYear, PlaceHours, WordedTable } from '../statistics/public.ts';
import type { Block } from './content.ts';
import { reportTexts } from './texts/report.ts';

/** How many, or that there are too few to say. */
export type Count = { readonly shown: number } | { readonly few: true };

export function countOf(n: number): Count {
  return n >= 1 && n <= 4 ? { few: true } : { shown: n };
}

type Figures = { readonly lang: Lang; readonly kind: string; readonly years: readonly (OutwardYear & { readonly consultations: Count })[]; readonly internal: InternalPeriod | undefined };

/** «Resultater»: how many, in sums. A year of which nothing may be told gets one sentence, never a table of hidden numbers (domain reference §11). */
export function composeResults(figures: Figures): Block[] {
  return figures.internal === undefined ? outwardResults(figures) : [...internalResults(figures.internal, figures), ...consultations(figures)];
}

/** The largest ones, in two pages. */
const MOST_BARS = 6;

function outwardResults({ lang, kind, years, ...rest }: Figures): Block[] {
  const t = reportTexts[lang];
  // two years of the period may stand in the same tables, put together with others
  const told = years.flatMap(({ told: one }) => (one === undefined ? [] : [{ year: one.span, one }])).filter(({ year }, at, all) => all.findIndex((other) => other.year === year) === at);
  const few = years.filter(({ told: one, waits }) => one === undefined && !waits).map(({ year }) => String(year));
  const waiting = years.filter(({ waits }) => waits).map(({ year }): Block => ({ kind: 'note', text: t.waits(String(year)) }));
  const first = told[0];
  const table: Block[] = first === undefined ? [] : [{
    kind: 'table', caption: t.caseCount, heads: [{ text: t.caseCount, number: false }, ...told.map(({ year }) => ({ text: year, number: true }))],
    rows: first.one.numbers.map(({ label }, at) => [label, ...told.map(({ one }) => one.numbers[at]?.shown ?? '')]), sums: [],
  }];
  // the newest year alone, in two pages
  const open = (kind === 'R11' ? told.slice(-1) : told).flatMap(({ year, one: { open: { start, end } } }) => [...(start === undefined ? [] : [{ term: t.openStart(year), values: [start] }]), ...(end === undefined ? [] : [{ term: t.openEnd(year), values: [end] }])]);
  const movement: Block[] = open.length === 0 ? [] : [{ kind: 'facts', items: open }];
  const sentence: Block[] = few.length === 0 ? [] : [{ kind: 'text', text: t.tooFewYears(few.length < 2 ? few.join('') : `${few.slice(0, -1).join(', ')} ${t.and} ${few.at(-1) ?? ''}`) }];
  const notes: Block[] = first === undefined ? [] : [{ kind: 'note', text: first.one.numbers.map(({ label, note }) => `${label}: ${note}`).join('. ') }];
  // two pages have no chapter for each year: their one chart stands here
  const charts = kind === 'R11' ? told.slice(-1).flatMap(({ one }) => [...one.tables.filter(({ key }) => key === 'violence').map((table) => bars(table.rows.length > MOST_BARS ? { ...table, rows: table.rows.slice(0, MOST_BARS), note: t.mostCommon(MOST_BARS) } : table)), { kind: 'note', text: t.counted(one.countedAt, one.definitions) } as const]) : [];
  return [...table, ...movement, ...waiting, ...sentence, ...(kind === 'R11' ? [] : consultations({ lang, kind, years, ...rest })), ...notes, ...charts];
}

function consultations({ lang, years }: Figures): Block[] {
  const t = reportTexts[lang];
  const told = years.filter(({ consultations: one }) => !('shown' in one) || one.shown > 0);
  return told.length === 0 ? [] : [{ kind: 'facts', items: told.map(({ year, consultations: one }) => ({ term: `${t.consultations} ${year}`, values: [`${'shown' in one ? one.shown : t.few} (${t.consultationsNote})`] })) }];
}

function internalResults(internal: InternalPeriod, { lang }: Figures): Block[] {
  const t = reportTexts[lang];
  const { years, types, movement, only } = internal;
  const sum = (of: (year: InternalPeriod['years'][number]) => number): number => years.map(of).reduce((a, b) => a + b, 0);
  const row = (label: string, of: (year: InternalPeriod['years'][number]) => number): string[] => [label, ...years.map((year) => String(of(year))), String(sum(of))];
  return [
    {
      kind: 'table', caption: t.inPeriod, heads: [{ text: t.inPeriod, number: false }, ...years.map(({ year }) => ({ text: String(year), number: true })), { text: t.sum, number: true }],
      rows: [row(t.received, ({ received }) => received), row(t.own, ({ own }) => own), row(t.outside, ({ received, own }) => received - own), ...types.map(([name]) => row(name, ({ cases }) => cases.filter(({ caseType }) => caseType === name).length))], sums: [],
    },
    { kind: 'facts', items: [[t.openAtStart, movement.openAtStart], [t.opened, movement.opened], [t.closed, movement.closed], [t.openAtEnd, movement.openAtEnd]].map(([term, value]) => ({ term: String(term), values: [String(value)] })) },
    { kind: 'note', text: t.received_note },
    ...(only === undefined ? [] : [{ kind: 'note', text: t.onlyPlace(only) } as const]),
  ];
}

/** Hours of each municipality, year by year: it fills itself where somebody has written them, and is about nobody. */
export function composeHours({ lang, hours }: { readonly lang: Lang; readonly hours: readonly PlaceHours[] }): Block[] {
  const t = reportTexts[lang];
  if (hours.length === 0) return [];
  const years = [...new Set(hours.flatMap((one) => one.years.map(({ year }) => year)))].toSorted((a, b) => a - b);
  const shown = (one: { readonly hours: number; readonly months: number } | undefined): string => (one === undefined ? '–' : one.months < 12 ? t.hoursOf(one.hours, one.months) : String(one.hours));
  return [
    {
      kind: 'table', caption: t.hours, heads: [{ text: t.municipality, number: false }, ...years.map((year) => ({ text: String(year), number: true }))],
      rows: hours.map(({ name, years: written }) => [name, ...years.map((year) => shown(written.find((one) => one.year === year)))]), sums: hours.length < 2 ? [] : [[t.sum, ...years.map((year) => String(hours.reduce((sum, one) => sum + (one.years.find((other) => other.year === year)?.hours ?? 0), 0)))]],
    },
    { kind: 'note', text: t.hoursNote },
  ];
}

/** «Statistikk <år>», one for each year of the period. */
export function composeFigures({ lang, years, internal }: Figures, level: 1 | 2 | 3): Block[] {
  const t = reportTexts[lang];
  return years.flatMap((year): Block[] => [{ kind: 'heading', level, text: t.statisticsOf(year.year), listed: true }, ...(internal === undefined ? outwardYear(year, lang) : internalYear(year.year, internal, lang))]);
}

function internalYear(year: number, { years }: InternalPeriod, lang: Lang): Block[] {
  const cases = years.find((one) => one.year === year)?.cases ?? [];
  if (cases.length === 0) return [{ kind: 'text', text: reportTexts[lang].noCases }];
  return cases.flatMap(({ heading, lines }): Block[] => [{ kind: 'heading', level: 3, text: heading, listed: false }, { kind: 'facts', items: lines.map(({ term, values }) => ({ term, values: [...values] })) }]);
}

function outwardYear({ year, waits, told }: OutwardYear, lang: Lang): Block[] {
  const t = reportTexts[lang];
  if (waits) return [{ kind: 'note', text: t.waits(String(year)) }];
  if (told === undefined) return [{ kind: 'text', text: t.tooFew }];
  const pace: Block[] = told.pace.length === 0 ? [] : [{ kind: 'facts', items: told.pace.map(({ label, shown }) => ({ term: label, values: [shown] })) }];
  const notes = [told.span === String(year) ? undefined : t.together(told.span), t.counted(told.countedAt, told.definitions), told.hidden, told.note].filter((one) => one !== undefined);
  return [
    ...told.tables.map((table) => (table.rows.some(({ value }) => value !== undefined) ? bars(table) : counted(table))),
    ...pace, ...notes.map((text): Block => ({ kind: 'note', text })), { kind: 'note', text: `${t.howCounted}: ${told.rules.join(' ')}` },
  ];
}

function bars({ title, heads, note, rows }: WordedTable): Block {
  return { kind: 'bars', title, heads: [...heads], rows: rows.map(({ label, value, shown }) => ({ label, value: value ?? null, shown })), note };
}

function counted({ title, heads, rows }: WordedTable): Block {
  return { kind: 'table', caption: title, heads: [{ text: heads[0], number: false }, { text: heads[1], number: true }], rows: rows.map(({ label, shown }) => [label, shown]), sums: [] };
}
