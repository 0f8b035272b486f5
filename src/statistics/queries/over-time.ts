import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { maySeeFigures, maySeeInternal } from '../access.ts';
import { BLOCKS, type BlockKey } from '../blocks.ts';
import { placesOf, type Place } from '../places.ts';
import { breakdownOf, type Breakdown } from './figures.ts';
import { countedNow, standingOf } from './standing.ts';

export type OverTime = {
  readonly block: BlockKey;
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** oldest first; a unit is a year, or some years together */
  readonly units: readonly Breakdown[];
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
    for (const year of [...known.told.keys()].toSorted((a, b) => a - b)) {
      const standing = await standingOf(ctx, year, known, members);
      if (standing !== undefined && units.at(-1)?.year !== standing.year) units.push(breakdownOf(standing, municipality));
    }
    return done<OverTime>({ block: BLOCKS.find((key) => key === input.block) ?? 'violence', municipality, municipalities: placesOf(members), units, mayOpenInternal: maySeeInternal(ctx.actor).allow, now: ctx.now });
  },
});
