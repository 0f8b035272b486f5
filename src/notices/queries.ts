import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/door.ts';
import type { UserId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { openJson } from '../kernel/sealing/sealed.ts';
import { addMs, DAY_MS, type Instant } from '../kernel/time.ts';
import { listColleagues } from '../staff/public.ts';
import { isShown, maySeeMessages } from './access.ts';
import { NOTICE_STEPS, type Channel, type MessageState, type NoticeStep, type Occasion } from './codes.ts';
import { keptFrom } from './commands/plan.ts';
import { isTrouble } from './delivery.ts';
import { deliveryOf, recipientPlace } from './record.ts';
import { listMessages, noticesOf, type MessageRow } from './store.ts';

/** One line of what was sent: nothing of any file, and no address. Messages that went alike at the same time are one line. */
export type SentMessage = {
  readonly messageId: string;
  /**
   * Whom it did not reach, so that somebody can put the address right; undefined where nothing is wrong. Names of those who were told, or how
   * many they were, would say who was left out, and so whom a report names.
   */
  readonly to: string | undefined;
  readonly channel: Channel;
  readonly occasion: Occasion;
  /** as far up as any of what it was about */
  readonly step: NoticeStep;
  readonly state: MessageState;
  readonly code: string | undefined;
  readonly attempts: number;
  readonly askedAt: Instant;
  readonly triedAt: Instant | undefined;
  /** when it is tried again; undefined: never */
  readonly nextAt: Instant | undefined;
  /** somebody who looks after the machine should look */
  readonly trouble: boolean;
};

export type SentMessages = { readonly messages: readonly SentMessage[]; /** there are more than are shown */ readonly cut: boolean; readonly now: Instant };

const SHOWN_FOR = 30 * DAY_MS;
const MOST = 200;
const recipient = z.object({ userId: z.string().transform((text) => text as UserId) }); // sealed by commands/tell.ts, from an id

/** What was sent to whom in the last thirty days, and whether it arrived; of what the reader may not know of, nothing. */
export const sentMessages = query({
  name: 'notices.sent',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeMessages,
  run: async (ctx) => {
    const rows = await listMessages(ctx.tx, ctx.regionId, addMs(ctx.now, -SHOWN_FOR), MOST + 1);
    const names = new Map((await listColleagues(ctx)).map(({ userId, name }) => [userId, name]));
    const shown = await shownTo(ctx, rows.slice(0, MOST));
    return done<SentMessages>({ messages: alike(shown.map(({ row, step }) => lineOf(ctx, row, step, names))), cut: rows.length > MOST, now: ctx.now });
  },
});

async function shownTo(ctx: Context, rows: readonly MessageRow[]): Promise<{ row: MessageRow; step: NoticeStep }[]> {
  if (ctx.actor.kind !== 'person') return [];
  const { userId, roles } = ctx.actor;
  const notices = await noticesOf(ctx.tx, ctx.regionId, rows.map((row) => row.message_id));
  const leftOut = await keptFrom(ctx, [{ userId, roles }], [...new Set(notices.map(({ file_id: file }) => file))]);
  return rows.flatMap((row) => {
    const about = notices.filter((one) => one.message_id === row.message_id);
    const mine = about.filter(({ file_id: file }) => leftOut.get(file)?.has(userId) !== true);
    const step = NOTICE_STEPS.findLast((one) => mine.some((notice) => notice.step === one));
    return step !== undefined && isShown(about.map(({ file_id: file }) => leftOut.get(file)?.has(userId) === true)) ? [{ row, step }] : [];
  });
}

function lineOf(ctx: Context, row: MessageRow, step: NoticeStep, names: ReadonlyMap<UserId, string>): SentMessage {
  const { userId } = recipient.parse(openJson(ctx.keys.record, row.sealed, recipientPlace(ctx, row.message_id)));
  const trouble = isTrouble(deliveryOf(row), ctx.now);
  return {
    messageId: row.message_id, to: trouble ? names.get(userId) ?? '' : undefined, channel: row.channel, occasion: row.occasion, step, state: row.state, code: row.code ?? undefined, attempts: row.attempts,
    askedAt: row.asked_at, triedAt: row.tried_at ?? undefined, nextAt: row.next_attempt_at ?? undefined, trouble,
  };
}

/** Of messages that differ in nothing but whom they went to, the first. */
function alike(lines: readonly SentMessage[]): SentMessage[] {
  const like = ({ to, askedAt, channel, occasion, step, state, code }: SentMessage) => JSON.stringify([to, askedAt, channel, occasion, step, state, code]);
  return [...new Map(lines.toReversed().map((line) => [like(line), line])).values()].toReversed();
}
