import type { Context } from '../../kernel/context.ts';
import { listMunicipalities, regionName } from '../../regions/public.ts';
import { COURSE_GROUP, COURSE_THEME, OUTREACH } from '../../statistics/codes.ts';
import { wordsOf } from '../naming.ts';

/** Words that are nobody's name in this region: its own, its municipalities', and those of our own that a part is filled with. */
export async function knownWords(ctx: Context): Promise<ReadonlySet<string>> {
  const municipalities = await listMunicipalities(ctx.tx, ctx.regionId);
  return wordsOf(['Voksenvern', await regionName(ctx), ...municipalities.map(({ name }) => name), ...[OUTREACH, COURSE_THEME, COURSE_GROUP].flatMap(({ values }) => values.flatMap(({ nb, nn, en }) => [nb, nn, en]))]);
}
