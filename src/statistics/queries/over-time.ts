import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { maySeeFigures, maySeeInternal, mayWriteOutreach } from '../access.ts';
import { BLOCKS, type BlockKey } from '../blocks.ts';
import { hoursInAll, hoursPerCase, type PlaceHours } from '../hours.ts';
import { placesOf, type Place } from '../places.ts';
import type { StandingRow } from '../store.ts';
import { breakdownOf, type Breakdown } from './figures.ts';
import { hoursWritten } from './hours.ts';
import { countedNow, standingOf } from './standing.ts';

export type OverTime = {
  readonly block: BlockKey;
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** oldest first; a unit is a year, or some years together */
  readonly units: readonly Breakdown[];
  /** what the municipalities wrote, and for each case where that may be told: `number` '' of the whole region, `year` the unit's last */
  readonly hours: { readonly places: readonly PlaceHours[]; readonly perCase: readonly { readonly number: string; readonly year: number; readonly hours: number }[]; readonly mayWrite: boolean };
  readonly mayOpenInternal: boolean;
  readonly now: Instant;
};

/** The tables that stand, year beside year: what was counted once is read here, and nothing is counted besides. */
export const overTime = query({
  name: 'statistics.over_time',
  schema: z.strictObject({ block: z.string().max(20).optional(), municipality: z.string().max(10).optional() }),
  facts: async (ctx, input) => {
    const members = await listMunicipalities(ctx.tx, ctx.regionId);
    const municipality = placesOf(members).find(({ number }) => number === input.municipality);
    return input.municipality !== undefined && municipality === undefined ? undefined : { members, municipality };
  },
  access: maySeeFigures,
  run: async (ctx, input, { members, municipality }) => {
    const known = await countedNow(ctx);
    const units: Breakdown[] = [];
    const places = await hoursWritten(ctx, '0000-00', '9999-12', members);
    const perCase: { number: string; year: number; hours: number }[] = [];
    for (const year of [...known.told.keys()].toSorted((a, b) => a - b)) {
      const standing = await standingOf(ctx, year, known, members);
      if (standing === undefined || units.at(-1)?.year === standing.year) continue;
      units.push(breakdownOf(standing, municipality));
      perCase.push(...perCaseIn(standing, places, placesOf(members)));
    }
    return done<OverTime>({ block: BLOCKS.find((key) => key === input.block) ?? 'violence', municipality, municipalities: placesOf(members), units, hours: { places: places.filter(({ number }) => municipality === undefined || number === municipality.number), perCase: perCase.filter(({ number }) => municipality === undefined || number === municipality.number), mayWrite: mayWriteOutreach(ctx.actor).allow }, mayOpenInternal: maySeeInternal(ctx.actor).allow, now: ctx.now });
  },
});

/** Of each municipality by its own column, and of the region where every municipality wrote every month. */
function perCaseIn(standing: StandingRow, written: readonly PlaceHours[], places: readonly Place[]): { number: string; year: number; hours: number }[] {
  const unit = { fromYear: standing.from_year, year: standing.year };
  const own = written.flatMap((one) => {
    const found = hoursPerCase(one.years, unit, breakdownOf(standing, one).received);
    return found === undefined ? [] : [{ number: one.number, year: standing.year, hours: found }];
  });
  const isWhole = places.every(({ number }) => written.some((one) => one.number === number));
  const sums = [...new Set(written.flatMap(({ years }) => years.map(({ year }) => year)))].map((year) => ({ year, hours: hoursInAll(written, year), months: Math.min(...written.map(({ years }) => years.find((one) => one.year === year)?.months ?? 0)) }));
  const all = isWhole && places.length > 1 ? hoursPerCase(sums, unit, breakdownOf(standing, undefined).received) : undefined;
  return all === undefined ? own : [...own, { number: '', year: standing.year, hours: all }];
}
