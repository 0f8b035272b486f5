import { z } from 'zod';
import { isGenuine, tellRecord, type VouchedRow } from '../../kernel/audit/verify-records.ts';
import type { Context } from '../../kernel/context.ts';
import { LostRace } from '../../kernel/door.ts';
import { asId, isUuid, type FileId, type UserId } from '../../kernel/ids.ts';
import { recordMac } from '../../kernel/sealing/mac.ts';
import { openJson, openText, seal, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { day, instant } from '../../kernel/time.ts';
import { LOG_SIGNS, type Drawn, type ReviewVerdict } from '../log-review.ts';
import { LOOKED_KINDS, LOOKED_RIGHTS } from '../looked.ts';
import { insertReview, selectReview, selectReviews, updateReview, type ReviewRow } from '../store/log-review.ts';

const id = z.string().refine(isUuid);
const moment = z.string().transform(instant);
const drawn = z.object({
  actor: id.transform((text): UserId => asId<'user'>(text)), caseId: id.transform((text): FileId => asId<'file'>(text)), times: z.number(), first: moment, last: moment,
  day: z.string().transform((text, at) => day(text) ?? (at.addIssue('no day'), z.NEVER)),
  did: z.array(z.object({ kind: z.enum(LOOKED_KINDS), right: z.enum(LOOKED_RIGHTS) })), signs: z.array(z.enum(LOG_SIGNS)),
}).transform(({ caseId: fileId, ...rest }) => ({ fileId, ...rest })); // stored as caseId from the time when it was always a case

/** A line of the review with what it says, under its MAC: one that is not genuine counts as absent, and audit:verify names it (decision 0034). */
export type Review = { readonly row: ReviewRow; readonly looked: z.output<typeof drawn>; readonly word: string | undefined };

function place(ctx: Context, reviewId: string, field: 'sealed' | 'sealed_word', version: number): Where {
  return { table: 'app.log_review', region: ctx.regionId, row: reviewId, field, version };
}

function macOf(ctx: Context, row: Omit<ReviewRow, 'mac'>): Buffer {
  return recordMac(ctx.keys.register, 'app.log_review', {
    region: ctx.regionId, id: row.review_id, municipality: row.municipality_id, month: row.month, sealed: row.sealed, drawn: row.drawn_at,
    verdict: row.verdict, word: row.sealed_word, by: row.reviewed_by, at: row.reviewed_at, revision: row.revision,
  });
}

const keyOf = ({ review_id: reviewId }: Pick<ReviewRow, 'review_id'>): string => `log_review:${reviewId}`;

function openReview(ctx: Context, row: ReviewRow): Review {
  const looked = drawn.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.review_id, 'sealed', 1)));
  return { row, looked, word: row.sealed_word === null ? undefined : openText(ctx.keys.record, row.sealed_word, place(ctx, row.review_id, 'sealed_word', row.revision)) };
}

const genuine = (ctx: Context, row: ReviewRow): boolean => isGenuine({ mac: row.mac, own: macOf(ctx, row) });

export async function listReviews(ctx: Context, month: string): Promise<Review[]> {
  return (await selectReviews(ctx.tx, ctx.regionId, month)).filter((row) => genuine(ctx, row)).map((row) => openReview(ctx, row));
}

export async function findReview(ctx: Context, reviewId: string): Promise<Review | undefined> {
  const row = await selectReview(ctx.tx, ctx.regionId, reviewId);
  return row === undefined || !genuine(ctx, row) ? undefined : openReview(ctx, row);
}

export async function addReview(ctx: Context, month: string, { municipality, actor, fileId, day: on, first, last, times, did, signs }: Drawn): Promise<void> {
  const reviewId = ctx.chance.uuid();
  const sealed = sealJson(ctx.keys.record, { actor, caseId: fileId, day: on, first, last, times, did, signs }, place(ctx, reviewId, 'sealed', 1), 'text', ctx.chance);
  const row = { review_id: reviewId, municipality_id: municipality ?? null, month, sealed, drawn_at: ctx.now, verdict: null, sealed_word: null, reviewed_by: null, reviewed_at: null, revision: 1 };
  const mac = macOf(ctx, row);
  await insertReview(ctx.tx, ctx.regionId, { ...row, mac });
  tellRecord(ctx, keyOf(row), 1, mac);
}

/** Throws LostRace when somebody else was first. */
export async function changeReview(ctx: Context, { row }: Review, verdict: ReviewVerdict, word: string, by: UserId): Promise<void> {
  const revision = row.revision + 1;
  const changed = { ...row, verdict, sealed_word: seal(ctx.keys.record, word, place(ctx, row.review_id, 'sealed_word', revision), 'text', ctx.chance), reviewed_by: by, reviewed_at: ctx.now, revision };
  const mac = macOf(ctx, changed);
  if (!(await updateReview(ctx.tx, ctx.regionId, { ...changed, mac }))) throw new LostRace();
  tellRecord(ctx, keyOf(changed), revision, mac);
}

/** Every line, genuine or not, for audit:verify. */
export async function reviewRows(ctx: Context): Promise<VouchedRow[]> {
  return (await selectReviews(ctx.tx, ctx.regionId)).map((row) => ({ key: keyOf(row), revision: row.revision, mac: row.mac, own: macOf(ctx, row) }));
}
