import type { Context } from '../../kernel/context.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { publishedBlocks } from '../published.ts';
import type { PublishedBlock } from '../tally.ts';
import { countedNow, standingOf, toldWith } from './standing.ts';

/**
 * The tables of a year as everybody may read them, counted now where that is due. undefined where it is not broken down, or stands together
 * with other years: what is told of one of them alone would tell the others.
 */
export async function yearAlone(ctx: Context, year: number): Promise<{ readonly blocks: readonly PublishedBlock[]; readonly countedOn: Day; readonly definitions: string } | undefined> {
  const row = await standingOf(ctx, year, await countedNow(ctx), await listMunicipalities(ctx.tx, ctx.regionId));
  return row === undefined || row.from_year !== row.year ? undefined : { blocks: publishedBlocks.parse(row.figures), countedOn: osloDay(row.counted_at), definitions: row.definitions };
}

/** Of these years, those of which yearAlone has tables: of the others nothing leaves but that there is nothing to tell. To ask counts none of them. */
export async function yearsAlone(ctx: Context, years: readonly number[]): Promise<readonly number[]> {
  const known = await countedNow(ctx);
  return years.filter((year) => {
    const unit = toldWith(ctx, year, known);
    return unit !== undefined && unit.fromYear === unit.year;
  });
}
