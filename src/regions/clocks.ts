import { z } from 'zod';
import type { Day } from '../kernel/time.ts';
import { CLOCK_IDS, type RegionClocks } from './clock-table.ts';

const number = z.int().min(0);
const keptChanges = z.partialRecord(z.enum(CLOCK_IDS), z.strictObject({
  on: z.boolean().exactOptional(),
  amount: number.exactOptional(),
  byType: z.strictObject({ MA: number, BOR: number, KAN: number }).exactOptional(),
  later: z.array(number).exactOptional(),
  akutt: z.strictObject({ amount: number, unit: z.literal('hours') }).exactOptional(),
}));

/** A region's clocks out of its settings. Throws where what is kept is none of ours. */
export function clocksIn(kept: { readonly changes: unknown; readonly closed: readonly Day[]; readonly version: number }): RegionClocks {
  return { changes: keptChanges.parse(kept.changes), closed: new Set(kept.closed), version: kept.version };
}
