import { z } from 'zod';
import { BELOW_FIVE, TO_PROTECT } from './suppression-cells.ts';
import { BLOCKS } from './blocks.ts';

const cell = z.union([z.strictObject({ shown: z.int().min(0) }), z.strictObject({ hidden: z.enum([BELOW_FIVE, TO_PROTECT]) })]);

/** The tables of a year as they were stored when they were counted. A change of this shape brings a migration with it. */
export const publishedBlocks = z.array(z.strictObject({
  key: z.enum(BLOCKS), rows: z.array(z.string()), columns: z.array(z.string()), cells: z.array(z.array(cell)),
  rowTotals: z.array(cell), columnTotals: z.array(cell), total: cell,
}));

const middle = z.int().min(0).nullable();
/** Medians in whole days; null as a whole in what was counted before there were any. */
export const publishedPace = z.strictObject({ seen: middle, classified: middle, measure: middle, closed: middle }).nullable();
