import type { Context } from '../../kernel/context.ts';
import type { MunicipalityId } from '../../kernel/ids.ts';
import { osloDay } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { countedUnder, placesOf, type Place } from '../../statistics/public.ts';
import { answeredByNobody, answersFor, controllersIn, missingIn } from '../allowance.ts';
import { isInForce, waitsForMore, type Decision } from '../decision.ts';
import { listAllowances, listDecisions, type AllowanceRow, type DecisionRow } from '../store.ts';

/** Who has said yes to what, and whose yes it takes. */
export type Allowed = { readonly members: readonly MunicipalityRow[]; readonly controllers: readonly Place[]; readonly rows: readonly AllowanceRow[] };

/** @param since `YYYY-MM`, the first month of which rows are to leave; undefined: of the year before this one, of which the next rows will be */
export async function allowedSo(ctx: Context, since?: string): Promise<Allowed> {
  const members = await listMunicipalities(ctx.tx, ctx.regionId);
  return { members, controllers: placesOf(controllersIn(members, since ?? `${Number(osloDay(ctx.now).slice(0, 4)) - 1}-01`)), rows: await listAllowances(ctx.tx, ctx.regionId) };
}

export type Standing = { readonly decision: Decision; readonly missing: readonly Place[]; readonly given: readonly AllowanceRow[] };

/** How far one decision has come. */
export function standingOf(row: Pick<DecisionRow, 'decision_id' | 'ends_on' | 'ended_at'>, { members, controllers, rows }: Allowed): Standing {
  const given = rows.filter((one) => one.decision_id === row.decision_id);
  const missing = missingIn(controllers, members, given.map((one) => one.municipality_id));
  return { decision: { endsOn: row.ends_on, endedAt: row.ended_at, missing: missing.length }, missing, given };
}

/** Which decisions let rows of these months out today. @param since as in allowedSo */
export async function decisionsInForce(ctx: Context, since: string): Promise<DecisionRow[]> {
  const [allowed, today] = [await allowedSo(ctx, since), osloDay(ctx.now)];
  return (await listDecisions(ctx.tx, ctx.regionId)).filter((row) => isInForce(standingOf(row, allowed).decision, today));
}

/** Which municipalities have not said yes to the one decision that lacks fewest; undefined where none waits, empty where one is in force. */
export async function stillMissing(ctx: Context, since: string): Promise<readonly Place[] | undefined> {
  const [allowed, today] = [await allowedSo(ctx, since), osloDay(ctx.now)];
  const open = (await listDecisions(ctx.tx, ctx.regionId)).map((row) => standingOf(row, allowed)).filter(({ decision }) => isInForce(decision, today) || waitsForMore(decision, today));
  return open.toSorted((a, b) => a.missing.length - b.missing.length)[0]?.missing;
}

export type Answer = Place & { readonly municipalityId: MunicipalityId };

/** The municipalities for which whoever asks may say yes: none but for a leader. */
export async function answersNow(ctx: Context): Promise<readonly Answer[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !actor.roles.includes('LEDER')) return [];
  const { members, controllers } = await allowedSo(ctx);
  return answersFor(actor.municipalityId === undefined ? 'region' : numberIn(members, actor.municipalityId), controllers, (await ledNumbers(ctx, members)).led).flatMap((place) => {
    const row = members.findLast((one) => one.number === place.number && one.merged_into === null);
    return row === undefined ? [] : [{ ...place, municipalityId: row.municipality_id }];
  });
}

function numberIn(members: readonly MunicipalityRow[], id: MunicipalityId | null): string | undefined {
  return countedUnder(members, members.find((row) => row.municipality_id === id)?.number);
}

/** The four digits of the municipalities that have a leader of their own today, and of those that have or have had one. */
async function ledNumbers(ctx: Context, members: readonly MunicipalityRow[]): Promise<{ readonly today: readonly string[]; readonly led: readonly string[] }> {
  const numbers = (ids: readonly (MunicipalityId | null)[]) => ids.flatMap((id) => (id === null ? [] : numberIn(members, id) ?? []));
  return { today: numbers((await leaders(ctx)).map(({ municipalityId }) => municipalityId)), led: numbers((await listColleagues(ctx)).flatMap(({ led }) => led)) };
}

async function leaders(ctx: Context) {
  return (await listColleagues(ctx)).filter(({ roles }) => roles.includes('LEDER'));
}

/** Of those that have not said yes, the ones for which nobody can: the page says so, and the coordinators' day. */
export async function withoutAnswer(ctx: Context, missing: readonly Place[]): Promise<Place[]> {
  const { members } = await allowedSo(ctx);
  return answeredByNobody(missing, await ledNumbers(ctx, members), (await leaders(ctx)).some(({ municipalityId }) => municipalityId === null));
}
