import type { Lang } from '../kernel/texts.ts';
import type { Day } from '../kernel/time.ts';
import type { Openness } from '../reports/codes.ts';
import type { InternalPeriod, OutwardYear, PlaceHours, Work } from '../statistics/public.ts';
import type { Edition, Kind } from './codes.ts';
import { composeFigures, composeHours, composeResults, type Count } from './compose-figures.ts';
import { composeList } from './compose-lists.ts';
import { composeWork } from './compose-work.ts';
import { composeMeetingDays, knownLines } from './known-lines.ts';
import type { Block, Content } from './content.ts';
import { readLines, type Lines, type Typed } from './lines.ts';
import { dayWords, lastDay, monthWords, nextMonth, periodWords, type Period } from './months.ts';
import { accountSums } from './accounts.ts';
import { listOf, planOf, type ListKind, type Part, type PartCode } from './plan.ts';
import { isAfter, NOTHING, type WrittenParts } from './publication.ts';
import { reportTexts } from './texts/report.ts';

/** What a report is composed of. Nothing here asks, reads a clock or remembers. */
export type Material = {
  readonly kind: Kind; readonly lang: Lang; readonly period: Period; readonly cutOff: Day; readonly version: number; readonly edition: Edition;
  readonly region: string;
  /** name and day; undefined: it is a draft */
  readonly approved: { readonly by: string; readonly on: Day } | undefined;
  readonly parts: WrittenParts;
  /** what the product knows was done in the period */
  readonly work: Work;
  readonly years: readonly (OutwardYear & { readonly consultations: Count })[];
  /** of R1: what municipalities wrote of hours in the period; empty where nobody did */
  readonly hours: readonly PlaceHours[];
  /** undefined in every edition but the internal one, and there where a year is closed to whoever asks */
  readonly internal: InternalPeriod | undefined;
  /** R10 alone */
  readonly control: readonly Block[];
};

/** The whole report in words, part by part in the order of its plan. */
export function compose(material: Material): Content {
  const { kind, lang, period, cutOff, version, region, approved, internal } = material;
  const t = reportTexts[lang];
  return {
    lang, title: t.title_of(t[`title_${kind}`], region), subtitle: periodWords(period, lang), place: region, mark: internal === undefined ? null : t.mark, openness: opennessOf(material),
    about: [
      { term: t.period, value: periodWords(period, lang) }, { term: t.cutOff, value: dayWords(cutOff, lang) }, { term: t.version, value: version === 1 ? '1' : `${version}. ${t.corrects(version - 1)}` },
      { term: t.approved, value: approved === undefined ? t.notApproved : `${approved.by}, ${dayWords(approved.on, lang)}` },
    ],
    contents: kind === 'R11' ? null : t.contents,
    blocks: [...(fallsBack(material) ? [{ kind: 'note', text: t.publicInstead } as const] : []), ...tellsOfAfter(material) ? [{ kind: 'note', text: t.afterNote(dayWords(lastDay(period.to), lang), dayWords(cutOff, lang)) } as const] : [], ...planOf(kind).flatMap((part) => composePart(part, material))],
  };
}

/** The internal edition for somebody who may see the public tables only (decision 0071). */
function fallsBack({ edition, internal, years }: Material): boolean {
  return edition === 'INTERN' && internal === undefined && years.length > 0;
}

/** What may be shared is public once it is approved, and an internal document until then (offentleglova § 3, § 14); the internal edition can tell who people are (§ 13). */
function opennessOf({ approved, internal }: Pick<Material, 'approved' | 'internal'>): Openness {
  if (internal !== undefined) return 'TAUSHETSPLIKT';
  return approved === undefined ? 'INTERNT' : 'OFFENTLIG';
}

/** What a draft ends with while colleagues' comments wait: how many and in which parts, and nothing of what they say. @param open the part of each */
export function withUnresolved(content: Content, open: readonly PartCode[], about: Pick<Material, 'lang' | 'period'>): Content {
  if (open.length === 0) return content;
  const where = [...new Set(open)].map((part) => headingOf(part, about)).join(', ');
  return { ...content, blocks: [...content.blocks, { kind: 'remark', text: reportTexts[about.lang].unresolved(open.length, where) }] };
}

/** A heading as it stands in this report: some tell their period. */
export function headingOf(code: PartCode, { lang, period }: Pick<Material, 'lang' | 'period'>): string {
  const t = reportTexts[lang];
  if (code === 'OKONOMI') return t.accountsOf(periodWords(period, lang));
  if (code === 'PLAN') return t.planFrom(monthWords(nextMonth(period.to), lang));
  return t[`part_${code}`];
}

function composePart(part: Part, material: Material): Block[] {
  const { kind, code, level } = part;
  const heading: Block = { kind: 'heading', level, text: headingOf(code, material), listed: part.listed };
  if (kind === 'head') return [heading];
  if (kind === 'years') return composeFigures(material, level);
  const { text } = material.parts.get(code)?.written ?? NOTHING;
  const own: Block[] = text.trim() === '' ? [] : [{ kind: 'text', text: text.trim() }];
  const filled = filledBy(part, material);
  const t = reportTexts[material.lang];
  return [heading, ...own, ...filled, ...(own.length + filled.length === 0 ? [{ kind: 'note', text: t.empty } as const] : [])];
}

function filledBy(part: Part, material: Material): Block[] {
  if (part.kind === 'results') return [...composeResults(material), ...composeHours(material)];
  if (part.kind === 'control') return [...material.control];
  if (part.kind === 'work') return composeWork({ ...material, told: linesIn(material, 'UTVIKLING', 'outreach').filter(({ on }) => !isAfter(material.period, on)) });
  const list = listOf(part);
  const days = part.code === 'TEAMET' ? composeMeetingDays(material) : [];
  return list === undefined ? [] : [...composeList(list, linesIn(material, part.code, list, knownLines(part, material)), { ...material, caption: headingOf(part.code, material), carried: carriedIn(material) }), ...days];
}

/** The lines of a part, and those that nobody has to type; what was saved was read once already, and a line that no longer fits is left out with its fellows. */
function linesIn<K extends ListKind>({ parts }: Pick<Material, 'parts'>, code: PartCode, list: K, known: readonly Typed[] = []): Lines[K] {
  const read = readLines(list, [...parts.get(code)?.written.lines ?? [], ...known]);
  return read.ok ? read.lines : ([] as unknown as Lines[K]); // an empty list of whatever it would be
}

/** What the accounts charge to the next period, in øre. */
export function carriedIn(material: Pick<Material, 'parts'>): number {
  return accountSums(linesIn(material, 'OKONOMI', 'accounts')).carried;
}

function tellsOfAfter(material: Material): boolean {
  return planOf(material.kind).some((part) => listOf(part) !== undefined && (material.parts.get(part.code)?.written.lines ?? []).some((line) => line['on'] !== undefined && isAfter(material.period, line['on'] as Day))); // a saved line's day was read as one
}
