import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { addDays, osloDay, osloTime, type Instant } from '../../kernel/time.ts';
import type { EventOf } from '../events.ts';
import { findCase } from '../store/read.ts';
import { addReview, listReviews } from './reviewed.ts';

/** Follower: a case that one person proposed to close and closed stands on the leader's review of the log at once, and so on the leader's day, without waiting for the month to be drawn. */
export async function reviewClosedAlone(ctx: Context, fileId: FileId, { actor, content: { alone } }: EventOf<'CaseClosed'>): Promise<void> {
  if (alone !== true || actor === 'system') return;
  const line = await findCase(ctx.tx, ctx.regionId, fileId, { userId: actor, token: exclusionToken(ctx.keys.lookup, actor) });
  const today = osloDay(ctx.now);
  await addReview(ctx, today.slice(0, 7), {
    actor, fileId, municipality: line?.owner_municipality_id ?? undefined, day: today, first: ctx.now, last: ctx.now, times: 1, hours: [osloTime(ctx.now).hour],
    did: [{ kind: 'worked', right: 'coordinator' }], lot: '', signs: ['closed_alone'],
  });
}

/** A case that somebody closed alone, and that no leader has gone through. */
export type ClosedAlone = { readonly fileId: FileId; readonly owner: MunicipalityId | undefined; readonly by: UserId; readonly at: Instant };

/** Those of this month and the one before it. Who may know of them, the caller judges. */
export async function closedAlone(ctx: Context): Promise<ClosedAlone[]> {
  const month = osloDay(ctx.now).slice(0, 7);
  const before = addDays(osloDay(ctx.now), -Number(osloDay(ctx.now).slice(8))).slice(0, 7);
  const reviews = [...await listReviews(ctx, before), ...await listReviews(ctx, month)];
  return reviews.filter(({ row, looked }) => row.verdict === null && looked.signs.includes('closed_alone')).map(({ row, looked }) => ({ fileId: looked.fileId, owner: row.municipality_id ?? undefined, by: looked.actor, at: looked.first }));
}
