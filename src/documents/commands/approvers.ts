import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { listColleagues } from '../../staff/public.ts';
import { writes } from '../access.ts';
import { notApproving } from '../publication.ts';
import { listWritings } from '../store.ts';

/** Those who may not approve this report as it stands. */
export async function barredFrom(ctx: Context, publicationId: string): Promise<UserId[]> {
  const able = (await listColleagues(ctx)).filter(writes).map(({ userId }) => userId);
  return notApproving(await listWritings(ctx.tx, ctx.regionId, publicationId), able);
}
