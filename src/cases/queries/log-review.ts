import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { mayReadReview, mayReviewLog } from '../log-access.ts';
import { loadAsker, type Asker } from '../commands/asked.ts';
import { reviewDue, type LogSign, type ReviewVerdict } from '../log-review.ts';
import type { LookedAt } from '../looked.ts';
import { reviewFacts, type KnownLine } from '../commands/log-review.ts';
import { listReviews, type Review } from '../commands/reviewed.ts';
import { listMonthsLeft, listReviewMonths } from '../store/log-review.ts';

/** One line of the log to be looked at. Of the case, or of the report that no case holds, only its reference. */
export type ReviewLine = {
  readonly reviewId: string; readonly reference: string; readonly municipality: string | undefined;
  readonly who: string; readonly unit: string; readonly day: Day; readonly first: Instant; readonly last: Instant; readonly times: number;
  readonly did: readonly LookedAt[]; readonly signs: readonly LogSign[];
  /** as it stands now: whoever marks it has read this */
  readonly revision: number;
  readonly verdict: ReviewVerdict | undefined; readonly word: string | undefined; readonly by: string | undefined; readonly at: Instant | undefined;
  /** what oneself did: another leader looks at it */
  readonly mine: boolean;
};

export type LogReview = {
  readonly months: readonly string[]; readonly month: string | undefined; readonly due: Instant | undefined; readonly lines: readonly ReviewLine[];
  readonly mayMark: boolean; readonly now: Instant;
};

type Found = { readonly review: Review } & Pick<KnownLine, 'reference' | 'municipality'>;

/** The lines of a month that this person may know of; whoever is left out of a case finds none about it. */
async function linesFor(ctx: Context, asker: Asker, month: string | undefined): Promise<readonly Found[]> {
  const reviews = month === undefined ? [] : await listReviews(ctx, month);
  const known = await reviewFacts(ctx, asker, reviews);
  return reviews.flatMap((review) => {
    const line = known.get(review.row.review_id);
    return line !== undefined && mayReadReview(asker, line).allow ? [{ review, reference: line.reference, municipality: line.municipality }] : [];
  });
}

/** The review of the log: a month's lines with what was said of them. References only (GDPR art. 32; domain reference §3.4). */
export const logReview = query({
  name: 'cases.log_review',
  schema: z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/).optional().catch(undefined) }),
  facts: async () => ({}),
  access: (actor) => mayReviewLog(actor),
  run: async (ctx, { month: asked }) => {
    const asker = await loadAsker(ctx);
    if (asker === undefined) return refuse('not_found');
    const months = await listReviewMonths(ctx.tx, ctx.regionId);
    const month = months.find((one) => one === asked) ?? months[0];
    const found = await linesFor(ctx, asker, month);
    return done<LogReview>({
      months, month, due: month === undefined ? undefined : reviewDue(month), mayMark: asker.roles.includes('LEDER'), now: ctx.now,
      lines: found.map((one) => lineOf(one, asker)),
    });
  },
});

function lineOf({ review: { row, looked, word }, reference, municipality }: Found, asker: Asker): ReviewLine {
  const known = (userId: UserId | null) => asker.colleagues.find((one) => one.userId === userId);
  const { actor, day, first, last, times, did, signs } = looked;
  return {
    reviewId: row.review_id, reference, municipality: asker.region.find((one) => one.municipality_id === municipality)?.name,
    who: known(actor)?.name ?? '', unit: known(actor)?.unit ?? '', day, first, last, times, did, signs,
    revision: row.revision, verdict: row.verdict ?? undefined, word, by: known(row.reviewed_by)?.name, at: row.reviewed_at ?? undefined, mine: actor === asker.userId,
  };
}

/** What is left for a leader's day, of the oldest month in which something is; undefined where nothing is, and for everybody else. */
export async function reviewLeft(ctx: Context, asker: Asker): Promise<{ readonly month: string; readonly left: number; readonly due: Instant } | undefined> {
  if (!asker.roles.includes('LEDER')) return undefined;
  for (const month of await listMonthsLeft(ctx.tx, ctx.regionId)) {
    const left = (await linesFor(ctx, asker, month)).filter(({ review }) => review.row.verdict === null && review.looked.actor !== asker.userId).length;
    if (left > 0) return { month, left, due: reviewDue(month) };
  }
  return undefined;
}
