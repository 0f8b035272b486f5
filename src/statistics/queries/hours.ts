import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { MunicipalityId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayWriteHours, seesWholeRegion } from '../access.ts';
import { begunMonths, hoursByPlace, type PlaceHours } from '../hours.ts';
import { countedUnder, placesOf, type Place } from '../places.ts';
import { listHoursVersions, listHours } from '../store/hours.ts';

/** One box: what stands in it, which version that is (0: nobody has written), and what stood there before. */
export type HoursBox = { readonly month: string; readonly hours: number | null; readonly version: number; readonly before: number | null | undefined };
export type HoursModel = {
  readonly municipality: Place; readonly municipalities: readonly Place[]; readonly year: number; readonly years: readonly number[];
  readonly boxes: readonly HoursBox[]; readonly last: { readonly by: string; readonly at: Instant } | undefined; readonly now: Instant;
};

/** What a form about hours is judged by: the asker's own municipality as it counts today, and the one that was asked for. */
export type HoursFacts = { readonly members: readonly MunicipalityRow[]; readonly asked: string | undefined; readonly own: string | undefined };

/** undefined for a municipality that is no member. */
export async function hoursFacts(ctx: Context, number: string | undefined): Promise<HoursFacts | undefined> {
  const members = await listMunicipalities(ctx.tx, ctx.regionId);
  if (number !== undefined && !placesOf(members).some((one) => one.number === number)) return undefined;
  const { actor } = ctx;
  const row = actor.kind === 'person' ? members.find((one) => one.municipality_id === actor.municipalityId) : undefined;
  return { members, asked: number, own: countedUnder(members, row?.number) };
}

/** The row that a municipality has today. */
export function rowOf(members: readonly MunicipalityRow[], number: string): MunicipalityId | undefined {
  return members.find((one) => one.number === number && one.merged_into === null)?.municipality_id;
}

/** The form for a municipality's hours: a year's months that have begun. Not found for a leader who asks for another municipality than their own. */
export const hours = query({
  name: 'statistics.hours',
  schema: z.strictObject({ municipality: z.string().max(10).optional(), year: z.int().min(1900).max(2999).optional() }),
  facts: (ctx, input) => hoursFacts(ctx, input.municipality),
  access: (actor, facts) => mayWriteHours(actor, facts),
  run: async (ctx, input, { members, own, asked }) => {
    const running = Number(osloDay(ctx.now).slice(0, 4));
    const year = Math.min(input.year ?? running, running);
    const municipalities = placesOf(members).filter(({ number }) => seesWholeRegion(ctx.actor) || number === own);
    const municipality = municipalities.find(({ number }) => number === (asked ?? own)) ?? municipalities[0] ?? { number: '', name: '' };
    const row = rowOf(members, municipality.number);
    const months = begunMonths(year, ctx.now);
    const known = row === undefined ? [] : await listHoursVersions(ctx.tx, ctx.regionId, row, `${year}-01`, `${year}-12`);
    const written = (await listHours(ctx.tx, ctx.regionId, `${year}-01`, `${year}-12`)).filter((one) => one.municipality_id === row).toSorted((a, b) => (a.entered_at < b.entered_at ? 1 : -1))[0];
    const names = written === undefined ? [] : await listColleagues(ctx);
    return done<HoursModel>({
      municipality, municipalities, year, years: Array.from({ length: 5 }, (_, back) => running - back), now: ctx.now,
      boxes: months.map((month) => {
        const [now, earlier] = known.filter((one) => one.month === month);
        return { month, hours: now?.hours ?? null, version: now?.version ?? 0, before: earlier?.hours };
      }),
      last: written === undefined ? undefined : { by: names.find(({ userId }) => userId === written.entered_by)?.name ?? '', at: written.entered_at },
    });
  },
});

/** What was written of each municipality, as it counts today. @param from, through months (`YYYY-MM`), both included */
export async function hoursWritten(ctx: Context, from: string, through: string, members: readonly MunicipalityRow[]): Promise<PlaceHours[]> {
  const lines = (await listHours(ctx.tx, ctx.regionId, from, through)).flatMap(({ municipality_id: id, month, hours: written }) => {
    const number = countedUnder(members, members.find((one) => one.municipality_id === id)?.number);
    return number === undefined || written === null ? [] : [{ municipality: number, month, hours: written }];
  });
  return hoursByPlace(lines, placesOf(members));
}

/** The same for a report of some months. */
export async function hoursInMonths(ctx: Context, { from, to }: { readonly from: string; readonly to: string }): Promise<PlaceHours[]> {
  return hoursWritten(ctx, from, to, await listMunicipalities(ctx.tx, ctx.regionId));
}
