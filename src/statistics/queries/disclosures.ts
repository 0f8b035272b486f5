import type { Context } from '../../kernel/context.ts';
import { countBases, shownByBasis, type BasisCell } from '../disclosures.ts';
import { publishedBases } from '../published.ts';
import type { Months } from '../store.ts';
import { insertStandingDisclosures, listStandingDisclosures } from '../store/disclosures.ts';
import { listDisclosureFacts } from '../store/facts.ts';
import { toldByYear, type ToldByYear } from './whole-years.ts';

/** A year that left nothing has no basis. */
export type DisclosuresByBasis = ToldByYear<readonly BasisCell[]>;

/**
 * For internal control: how often something left a case, by the basis it stood on. Whole years that are over, each counted once.
 * @param months the first and the last, both included @param counts whether years that are due are counted by this: never where a draft is read
 */
export async function disclosuresByBasis(ctx: Context, months: Months, counts: boolean): Promise<DisclosuresByBasis> {
  return toldByYear(ctx, months, counts, {
    standing: async () => new Map((await listStandingDisclosures(ctx.tx, ctx.regionId)).map(({ year, bases }) => [year, publishedBases.parse(bases)])),
    count: async (year) => {
      const bases = countBases(await listDisclosureFacts(ctx.tx, ctx.regionId), `${year}-01`, `${year}-12`);
      await insertStandingDisclosures(ctx.tx, ctx.regionId, year, shownByBasis(bases), ctx.now);
    },
  });
}
