import { z } from 'zod';
import { CASE_FILE } from '../../cases/public.ts';
import { hasShelterBasis, REPORT_FILE, shielded } from '../../reports/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { exclusionToken, factId } from '../../kernel/sealing/mac.ts';
import type { Instant } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { maySeeInternal, seesWholeRegion } from '../access.ts';
import { caseload, internalRows, yearOf, type InternalRow } from '../internal.ts';
import { countedUnder, placesOf, type Place } from '../places.ts';
import { listFacts, listOpenings, type KnownFact, type Opening } from '../store.ts';

export const ROWS_ON_A_PAGE = 100;

export type InternalStatistics = {
  readonly rows: readonly InternalRow[];
  /** of all pages, after access */
  readonly received: number;
  readonly own: number;
  /** absent: all years */
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly page: number;
  readonly pages: number;
  /** set where the reader sees one municipality's cases only */
  readonly only: Place | undefined;
  readonly now: Instant;
};

/**
 * R2, restricted. The rows know neither file nor moment, so their order and who may see them is found by making each file's
 * fact id anew. What somebody is left out of is neither shown nor counted, and the numbers run over the rest. A case whose
 * address is strictly confidential is in no row and no sum here. Each file
 * whose codes are shown goes into the audit row: «Hvem har sett på saken?» answers with this page too.
 */
export const internalStatistics = query({
  name: 'statistics.internal',
  schema: z.strictObject({ year: z.int().min(1900).max(2999).optional(), page: z.int().min(1).max(100_000).optional() }),
  facts: async (ctx) => ({ members: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: maySeeInternal,
  run: async (ctx, input, { members }) => {
    const only = seesWholeRegion(ctx.actor) ? undefined : ownPlace(ctx, members);
    const mine = (await visibleFacts(ctx)).filter(({ fact }) => seesWholeRegion(ctx.actor) || (only !== undefined && countedUnder(members, fact.owner) === only.number));
    const visible = input.year === undefined ? mine : mine.filter(({ fact }) => yearOf(fact) === input.year);
    const pages = Math.max(1, Math.ceil(visible.length / ROWS_ON_A_PAGE));
    const page = Math.min(input.page ?? 1, pages);
    const here = (index: number): boolean => Math.floor(index / ROWS_ON_A_PAGE) === page - 1;
    for (const { fileId } of visible.filter((_, index) => here(index))) ctx.touched.set(fileId, { seq: 0, mac: '' });
    const facts = visible.map(({ fact }) => fact);
    return done<InternalStatistics>({
      rows: shielded(internalRows(facts).filter((_, index) => here(index)), ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles)), ...caseload(facts), year: input.year,
      years: [...new Set(mine.map(({ fact }) => yearOf(fact)))].toSorted((a, b) => b - a), page, pages, only, now: ctx.now,
    });
  },
});

type VisibleFact = Pick<Opening, 'fileId'> & Pick<KnownFact, 'fact'>;

export async function visibleFacts(ctx: Context): Promise<VisibleFact[]> {
  if (ctx.actor.kind !== 'person') return [];
  const facts = new Map((await listFacts(ctx.tx, ctx.regionId, undefined)).map(({ factId: id, fact }) => [id, fact]));
  const me = exclusionToken(ctx.keys.lookup, ctx.actor.userId);
  const cases = await listOpenings(ctx.tx, ctx.regionId, CASE_FILE.kind, me);
  // of the reports, only those that were sent on have a fact
  const openings = [...cases, ...await listOpenings(ctx.tx, ctx.regionId, REPORT_FILE.kind, me)].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return openings.flatMap(({ fileId }) => {
    const fact = facts.get(factId(ctx.keys.stats, fileId).toString('hex'));
    return fact === undefined || fact.restricted ? [] : [{ fileId, fact }];
  });
}

export function ownPlace(ctx: Context, members: readonly MunicipalityRow[]): Place | undefined {
  const own = ctx.actor.kind === 'person' ? ctx.actor.municipalityId : undefined;
  const number = countedUnder(members, members.find((row) => row.municipality_id === own)?.number);
  return placesOf(members).find((place) => place.number === number);
}
