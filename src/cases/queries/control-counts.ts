import type { Context } from '../../kernel/context.ts';
import type { Instant } from '../../kernel/time.ts';
import { countControl, type ControlCounts } from '../store/control.ts';
import { lateCases } from './late.ts';

/** What internal control asks of the cases of a region, in numbers alone: nothing of any case. `late`: clocks that have run out by now. */
export async function caseControl(ctx: Context, from: Instant, until: Instant): Promise<ControlCounts & { readonly late: number }> {
  const late = (await lateCases(ctx)).reduce((sum, one) => sum + one.clocks.length, 0);
  return { ...await countControl(ctx.tx, ctx.regionId, from, until), late };
}
