import { CASE_TYPE } from '../../cases/codes.ts';
import type { Context } from '../../kernel/context.ts';
import type { Lang } from '../../kernel/texts.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { maySeeInternal } from '../access.ts';
import { yearIn } from '../closed-years.ts';
import type { CaseFact } from '../fact.ts';
import { isOutside } from '../fact.ts';
import { internalRows } from '../internal.ts';
import { momentText } from '../pages/words.ts';
import { casesInWords, outwardYear, type CaseInWords, type OutwardYear } from '../year-words.ts';
import { figuresOf } from './figures.ts';
import { sightOf, visibleCases } from './visible.ts';

/**
 * A year as anybody may see it: the tables that «Tall» shows, by whoever reads, and never what only the shelter's own people are shown.
 * @param counts whether a year that is due is counted by this: where a report is approved, and never where a draft is read
 */
export async function yearForReport(ctx: Context, year: number, lang: Lang, counts: boolean): Promise<OutwardYear> {
  const members = await listMunicipalities(ctx.tx, ctx.regionId);
  const asEverybody: Context = ctx.actor.kind === 'person' ? { ...ctx, actor: { ...ctx.actor, roles: ['STYRINGSGRUPPE'] } } : ctx;
  const known = await figuresOf(asEverybody, { year }, { members, municipality: undefined }, counts);
  return outwardYear(known, known.breakdown === undefined ? undefined : momentText(known.breakdown.countedAt, lang), lang);
}

/** Months, the first and the last included: `YYYY-MM`. */
type Months = { readonly from: string; readonly to: string };

/** The list case by case of a period (R2) with its sums: for whoever may read R2, and marked so wherever it stands. */
export type InternalPeriod = {
  readonly years: readonly { readonly year: number; readonly cases: readonly CaseInWords[]; readonly received: number; readonly own: number }[];
  /** name and number: the types, those that nobody has assessed, those that belong outside */
  readonly types: readonly (readonly [name: string, cases: number])[];
  /** of our own cases */
  readonly movement: { readonly openAtStart: number; readonly opened: number; readonly closed: number; readonly openAtEnd: number };
  /** whose cases these are, where it is not the whole region */
  readonly only: string | undefined;
};

/**
 * Reads as R2 is read: what somebody is left out of is neither shown nor counted, a leader of one municipality has its cases, and each file
 * that is shown goes into the audit row. The caller has asked whether they may read R2. undefined: of one of these years the reader sees the public tables only.
 */
export async function internalPeriod(ctx: Context, { from, to }: Months, lang: Lang): Promise<InternalPeriod | undefined> {
  const sight = await sightOf(ctx);
  if (sight.closed.some((year) => yearIn(from) <= year && year <= yearIn(to))) return undefined;
  const mine = await visibleCases(ctx, sight);
  const inside = mine.filter(({ fact }) => from <= fact.openedMonth && fact.openedMonth <= to);
  for (const { fileId } of inside) ctx.touched.set(fileId, { seq: 0, mac: '' });
  const seesShelter = ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles);
  const facts = inside.map(({ fact }) => fact);
  const words = casesInWords(shielded(internalRows(facts), seesShelter), lang);
  const years = [...new Set(words.map(({ year }) => year))];
  return {
    years: years.map((year) => {
      const of = facts.filter((fact) => fact.openedMonth.startsWith(String(year)));
      return { year, cases: words.filter((one) => one.year === year), received: of.length, own: of.filter((fact) => !isOutside(fact)).length };
    }),
    types: typesOf(words, lang), movement: internalMovement(mine.map(({ fact }) => fact), { from, to }), only: sight.whole ? undefined : sight.only?.name ?? '',
  };
}

/**
 * Whether whoever asks could still be shown the single cases of a list made earlier: by then they may have become inhabil in one of them, hold another role, work elsewhere, or one may have got a
 * strictly confidential address. @param files those of whom a line stands in it
 */
export async function mayStillSee(ctx: Context, { from, to }: Months, files: readonly string[]): Promise<boolean> {
  if (!maySeeInternal(ctx.actor).allow) return false;
  // where the reader saw the public tables only, it has no list
  if (files.length === 0) return true;
  const sight = await sightOf(ctx);
  if (sight.closed.some((year) => yearIn(from) <= year && year <= yearIn(to))) return false;
  const visible = new Set<string>((await visibleCases(ctx, sight)).map(({ fileId }) => fileId));
  return files.every((file) => visible.has(file));
}

/** In the order of the code list; those that wait come last. */
function typesOf(cases: readonly CaseInWords[], lang: Lang): (readonly [string, number])[] {
  const known = CASE_TYPE.values.map((value) => value[lang]);
  const names = [...known, ...new Set(cases.map(({ caseType }) => caseType).filter((name) => !known.includes(name)))].filter((name) => cases.some(({ caseType }) => caseType === name));
  return names.map((name) => [name, cases.filter(({ caseType }) => caseType === name).length] as const);
}

function internalMovement(facts: readonly CaseFact[], { from, to }: Months): InternalPeriod['movement'] {
  const own = facts.filter((fact) => !isOutside(fact));
  const openAt = (month: string): number => own.filter((fact) => fact.openedMonth < month && (fact.closedMonth === undefined || fact.closedMonth >= month)).length;
  const opened = own.filter((fact) => from <= fact.openedMonth && fact.openedMonth <= to).length;
  const closed = own.filter((fact) => fact.closedMonth !== undefined && from <= fact.closedMonth && fact.closedMonth <= to).length;
  const openAtStart = openAt(from);
  return { openAtStart, opened, closed, openAtEnd: openAtStart + opened - closed };
}
