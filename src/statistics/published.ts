import { z } from 'zod';
import { BELOW_FIVE, TO_PROTECT } from './suppression-cells.ts';
import { BLOCKS } from './blocks.ts';
import { CLOCKS, type ClockId } from '../regions/codes.ts';
import { BASIS, type Basis } from '../reports/codes.ts';

const cell = z.union([z.strictObject({ shown: z.int().min(0) }), z.strictObject({ hidden: z.enum([BELOW_FIVE, TO_PROTECT]) })]);

/** The tables of a year as they were stored when they were counted. A change of this shape brings a migration with it. */
export const publishedBlocks = z.array(z.strictObject({
  key: z.enum(BLOCKS), rows: z.array(z.string()), columns: z.array(z.string()), cells: z.array(z.array(cell)),
  rowTotals: z.array(cell), columnTotals: z.array(cell), total: cell,
}));

const middle = z.int().min(0).nullable();
/** Medians in whole days; null as a whole in what was counted before there were any. */
export const publishedPace = z.strictObject({ seen: middle, classified: middle, measure: middle, closed: middle }).nullable();

/** In how many cases each deadline ran out; null in what was counted before that was. */
export const publishedOverdue = z.array(z.strictObject({ clock: z.custom<ClockId>((code) => typeof code === 'string' && Object.hasOwn(CLOCKS, code)), cell })).nullable();

/** How often something left a case in a year, by legal basis. */
export const publishedBases = z.array(z.strictObject({ basis: z.custom<Basis>((code) => typeof code === 'string' && BASIS.is(code)), cell }));

/** What internal control counted of a year. */
export const publishedControl = z.strictObject({ emergencies: cell, breaches: cell, openBreaches: cell });

/** Open when the years began and ended; null as above. */
export const publishedMovement = z.strictObject({ start: cell, end: cell.optional() }).nullable();
