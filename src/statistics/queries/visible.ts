import { CASE_FILE } from '../../cases/public.ts';
import { CONSULTATION_FILE } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { hasShelterBasis, REPORT_FILE, shielded } from '../../reports/public.ts';
import { seesWholeRegion } from '../access.ts';
import { countedCase, countedConsultation, countedReport, type Counted, type Subject } from '../explore.ts';
import { idInFigures } from '../fact-ids.ts';
import { listConsultationFacts, listReportFacts } from '../store/facts.ts';
import type { CaseFact } from '../fact.ts';
import { countedUnder, placesOf, type Place } from '../places.ts';
import { listFacts, listOpenings, listPace, type Months, type Opening, type Pace } from '../store.ts';

/** What one reader may see case by case, and the one municipality it is of where they work for one. */
export type Sight = { readonly members: readonly MunicipalityRow[]; readonly only: Place | undefined; readonly whole: boolean };

export async function sightOf(ctx: Context): Promise<Sight> {
  const members = await listMunicipalities(ctx.tx, ctx.regionId);
  const whole = seesWholeRegion(ctx.actor);
  const own = ctx.actor.kind === 'person' ? ctx.actor.municipalityId : undefined;
  const number = countedUnder(members, members.find((row) => row.municipality_id === own)?.number);
  return { members, whole, only: whole ? undefined : placesOf(members).find((place) => place.number === number) };
}

export type VisibleCase = { readonly fileId: FileId; /** a report that was sent on and never became a case has figures, and no page */ readonly isCase: boolean; readonly fact: CaseFact };

/** Cases in the order in which they were opened. What the reader is left out of, or is strictly confidential, is not there. */
export async function visibleCases(ctx: Context, sight: Sight): Promise<VisibleCase[]> {
  const facts = new Map((await listFacts(ctx.tx, ctx.regionId, undefined)).map(({ factId, fact }) => [factId, { ...fact, owner: countedUnder(sight.members, fact.owner) }]));
  const cases = (await openings(ctx, CASE_FILE.kind)).map((one) => ({ ...one, isCase: true }));
  // of the reports, only those that were sent on have a fact
  const all = [...cases, ...(await openings(ctx, REPORT_FILE.kind)).map((one) => ({ ...one, isCase: false }))].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return all.flatMap(({ fileId, isCase }) => {
    const fact = facts.get(idInFigures(ctx.keys.stats, 'case', fileId).toString('hex'));
    return fact === undefined || fact.restricted || !isWithin(sight, fact.owner) ? [] : [{ fileId, isCase, fact }];
  });
}

/** What is counted for a reader who may see it one by one. Whose contact with a shelter they may not know of is «skjermet» here, too. */
export async function visibleCounted(ctx: Context, sight: Sight, subject: Subject): Promise<Counted[]> {
  const sees = ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles);
  if (subject === 'saker') return (await visibleCases(ctx, sight)).map(({ fact }) => countedCase(shielded(fact, sees)));
  if (subject === 'meldinger') {
    const facts = new Map((await listReportFacts(ctx.tx, ctx.regionId)).map(({ factId, fact }) => [factId, fact]));
    const mine = (await openings(ctx, REPORT_FILE.kind)).map(({ fileId }) => facts.get(idInFigures(ctx.keys.stats, 'report', fileId).toString('hex')));
    return placed(sight, mine.filter((fact) => fact !== undefined)).map((fact) => countedReport(shielded(fact, sees)));
  }
  const facts = new Map((await listConsultationFacts(ctx.tx, ctx.regionId)).map(({ factId, fact }) => [factId, fact]));
  const mine = (await openings(ctx, CONSULTATION_FILE.kind)).map(({ fileId }) => facts.get(idInFigures(ctx.keys.stats, 'case', fileId).toString('hex')));
  return placed(sight, mine.filter((fact) => fact !== undefined)).map((fact) => countedConsultation({ ...fact, service: shielded({ reporter: fact.service }, sees).reporter }));
}

/** How long things took in the cases and reports that a reader may see one by one. */
export async function visiblePace(ctx: Context, sight: Sight, months: Months, owner: string | undefined): Promise<Pace[]> {
  const mine = [...await openings(ctx, CASE_FILE.kind), ...await openings(ctx, REPORT_FILE.kind)].map(({ fileId }) => idInFigures(ctx.keys.stats, 'pace', fileId).toString('hex'));
  const visible = new Set(mine);
  return (await listPace(ctx.tx, ctx.regionId, months)).filter((row) => {
    const place = countedUnder(sight.members, row.owner_number ?? undefined);
    return visible.has(row.fact_id.toString('hex')) && isWithin(sight, place) && (owner === undefined || place === owner);
  });
}

function placed<F extends { readonly owner: string | undefined }>(sight: Sight, facts: readonly F[]): F[] {
  return facts.map((fact) => ({ ...fact, owner: countedUnder(sight.members, fact.owner) })).filter((fact) => isWithin(sight, fact.owner));
}

function isWithin({ whole, only }: Sight, owner: string | undefined): boolean {
  return whole || (only !== undefined && owner === only.number);
}

async function openings(ctx: Context, kind: string): Promise<Opening[]> {
  if (ctx.actor.kind !== 'person') return [];
  return listOpenings(ctx.tx, ctx.regionId, kind, exclusionToken(ctx.keys.lookup, ctx.actor.userId));
}
