import { CASE_FILE, ownCases } from '../../cases/public.ts';
import { CONSULTATION_FILE } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { osloDay } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { hasShelterBasis, REPORT_FILE, shielded } from '../../reports/public.ts';
import { seesOwnCasesOnly, seesWholeRegion } from '../access.ts';
import { countedCase, countedConsultation, countedReport, type Chosen, type Counted, type Subject } from '../explore.ts';
import { idInFigures } from '../fact-ids.ts';
import { countCases, countConsultations, countReports, listLeftOut, middleDays, type Alike, type Middles } from '../store/alike.ts';
import type { CaseFact } from '../fact.ts';
import { countedUnder, placesOf, type Place } from '../places.ts';
import { closedYears, yearIn } from '../closed-years.ts';
import { lastClosedMonth } from '../release.ts';
import { listSpans } from '../store/spans.ts';
import { listFacts, listOpenings, type Between, type Months, type Opening } from '../store.ts';

/** What one reader may see case by case, and the one municipality it is of where they work for one. `closed`: the years of which they see the public tables only. `among`: of the team, the cases that they may read, and no others. */
export type Sight = { readonly members: readonly MunicipalityRow[]; readonly only: Place | undefined; readonly whole: boolean; readonly closed: readonly number[]; readonly among: readonly FileId[] | undefined };

export async function sightOf(ctx: Context): Promise<Sight> {
  const members = await listMunicipalities(ctx.tx, ctx.regionId);
  if (seesOwnCasesOnly(ctx.actor)) return { members, whole: true, only: undefined, closed: [], among: await ownCases(ctx) };
  const whole = seesWholeRegion(ctx.actor);
  const own = ctx.actor.kind === 'person' ? ctx.actor.municipalityId : undefined;
  const number = countedUnder(members, members.find((row) => row.municipality_id === own)?.number);
  const sight = { members, whole, only: whole ? undefined : placesOf(members).find((place) => place.number === number), closed: [], among: undefined };
  return { ...sight, closed: await yearsClosed(ctx, sight) };
}

/** The years of which whoever asks sees the public tables only. */
export async function publicOnlyYears(ctx: Context): Promise<readonly number[]> {
  return (await sightOf(ctx)).closed;
}

/** Of what is outside a leader's own municipality they see no list, and so can subtract nothing; nor can the team, who see the cases that they have anyway. */
async function yearsClosed(ctx: Context, sight: Sight): Promise<readonly number[]> {
  const cases = await leftOut(ctx, 'case', [CASE_FILE.kind, REPORT_FILE.kind, CONSULTATION_FILE.kind]);
  const spans = await listSpans(ctx.tx, ctx.regionId, { cases, reports: await leftOut(ctx, 'report', [REPORT_FILE.kind]) });
  const seen = spans.filter(({ owner }) => isWithin(sight, countedUnder(sight.members, owner ?? undefined)));
  return closedYears(seen.map(({ from, until }) => ({ from, until: until ?? undefined })), lastClosedMonth(osloDay(ctx.now)));
}

/** Whether the reader sees the cases of this month one by one. */
export function isOpen({ closed }: Sight, month: string): boolean {
  return !closed.includes(yearIn(month));
}

export type VisibleCase = { readonly fileId: FileId; /** a report that was sent on and never became a case has figures, and no page */ readonly isCase: boolean; readonly fact: CaseFact };

/** Cases in the order in which they were opened. What the reader is left out of is not there. */
export async function visibleCases(ctx: Context, sight: Sight): Promise<VisibleCase[]> {
  const own = sight.among === undefined ? undefined : new Set(sight.among);
  const facts = new Map((await listFacts(ctx.tx, ctx.regionId, undefined)).map(({ factId, fact }) => [factId, { ...fact, owner: countedUnder(sight.members, fact.owner) }]));
  const cases = (await openings(ctx, CASE_FILE.kind)).map((one) => ({ ...one, isCase: true }));
  // of the reports, only those that were sent on have a fact
  const all = [...cases, ...(await openings(ctx, REPORT_FILE.kind)).map((one) => ({ ...one, isCase: false }))].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return all.flatMap(({ fileId, isCase }) => {
    const fact = facts.get(idInFigures(ctx.keys.stats, 'case', fileId).toString('hex'));
    return fact === undefined || own?.has(fileId) === false || !isWithin(sight, fact.owner) || !isOpen(sight, fact.openedMonth) ? [] : [{ fileId, isCase, fact }];
  });
}

/**
 * What is counted for a reader who may see it one by one, put together where it is alike in what they ask for: no pseudonym is made but of what they
 * are left out of. Whose contact with a shelter they may not know of is «skjermet» here, too.
 */
export async function visibleCounted(ctx: Context, sight: Sight, subject: Subject, chosen: Chosen): Promise<Counted[]> {
  const sees = ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles);
  if (sight.among !== undefined && subject !== 'saker') return [];
  switch (subject) {
    case 'saker': {
      const wanted = { ...chosen, closed: sight.closed, without: await leftOut(ctx, 'case', [CASE_FILE.kind, REPORT_FILE.kind]), among: idsAmong(ctx, sight, 'case') };
      return placed(sight, await countCases(ctx.tx, ctx.regionId, wanted)).map(({ fact, times }) => ({ ...countedCase(shielded(fact, sees)), times }));
    }
    case 'meldinger': {
      const wanted = { ...chosen, closed: sight.closed, without: await leftOut(ctx, 'report', [REPORT_FILE.kind]) };
      return placed(sight, await countReports(ctx.tx, ctx.regionId, wanted)).map(({ fact, times }) => ({ ...countedReport(shielded(fact, sees)), times }));
    }
    case 'droftinger': {
      const wanted = { ...chosen, closed: sight.closed, without: await leftOut(ctx, 'case', [CONSULTATION_FILE.kind]) };
      return placed(sight, await countConsultations(ctx.tx, ctx.regionId, wanted)).map(({ fact, times }) => ({ ...countedConsultation({ ...fact, service: shielded({ reporter: fact.service }, sees).reporter }), times }));
    }
  }
}

/** How long things took in the cases and reports that a reader may see one by one. */
export async function visiblePace(ctx: Context, sight: Sight, months: Months, owner: string | undefined): Promise<Middles> {
  const without = await leftOut(ctx, 'pace', [CASE_FILE.kind, REPORT_FILE.kind]);
  return middleDays(ctx.tx, ctx.regionId, months, ownersOf(sight, owner), { without, closed: sight.closed, among: idsAmong(ctx, sight, 'pace') });
}

/** The numbers, of today and of before, under which what the reader asks for is kept; undefined: all, also what has none. */
function ownersOf(sight: Sight, owner: string | undefined): string[] | undefined {
  if (sight.whole && owner === undefined) return undefined;
  const numbers = [...new Set(sight.members.map(({ number }) => number))];
  return numbers.filter((number) => {
    const place = countedUnder(sight.members, number);
    return isWithin(sight, place) && (owner === undefined || place === owner);
  });
}

/** The pseudonyms of what the reader is left out of. @param id the pseudonym that the rows have @param kinds of files */
export async function leftOut(ctx: Context, id: 'case' | 'pace' | 'report' | 'late', kinds: readonly string[]): Promise<Buffer[]> {
  if (ctx.actor.kind !== 'person') return [];
  const files = await listLeftOut(ctx.tx, ctx.regionId, kinds, exclusionToken(ctx.keys.lookup, ctx.actor.userId));
  return files.map((file) => idInFigures(ctx.keys.stats, id, file));
}

/** The pseudonyms of the cases that the reader sees alone; undefined where they see more than those. */
export function idsAmong(ctx: Context, { among }: Sight, id: 'case' | 'pace'): Buffer[] | undefined {
  return among?.map((file) => idInFigures(ctx.keys.stats, id, file));
}

export function placed<F extends { readonly owner: string | undefined }>(sight: Sight, all: readonly Alike<F>[]): Alike<F>[] {
  return all.map(({ fact, times }) => ({ fact: { ...fact, owner: countedUnder(sight.members, fact.owner) }, times })).filter(({ fact }) => isWithin(sight, fact.owner));
}

export function isWithin({ whole, only }: Sight, owner: string | undefined): boolean {
  return whole || (only !== undefined && owner === only.number);
}

/** @param between when they were opened; undefined: whenever */
export async function openings(ctx: Context, kind: string, between?: Between): Promise<Opening[]> {
  if (ctx.actor.kind !== 'person') return [];
  return listOpenings(ctx.tx, ctx.regionId, kind, exclusionToken(ctx.keys.lookup, ctx.actor.userId), between);
}
