import { z } from 'zod';
import { command, type Door } from '../../kernel/door.ts';
import type { Context } from '../../kernel/context.ts';
import type { RegionId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { sealJson } from '../../kernel/sealing/sealed.ts';
import { mayTell } from '../access.ts';
import { queued } from '../delivery.ts';
import { deliveryRow, recipientPlace } from '../record.ts';
import { enqueueLostSending, enqueueSending, insertMessage, saveNotices, listDue, lockTelling } from '../store.ts';
import { planNotices, type NewNotice, type Ways } from './plan.ts';

export const TELL_TASK = 'tell_notices';

/**
 * Tells whoever is to be told what has run out or come in: writes down each notice and its message, and asks for them to be sent.
 * Two houses at once wait for one another, and the second finds it told.
 */
export const tellNotices = command({
  name: 'notices.tell',
  schema: z.strictObject({ mail: z.boolean(), sms: z.boolean() }),
  facts: async (ctx, ways) => {
    await lockTelling(ctx.tx, ctx.regionId);
    return planNotices(ctx, ways);
  },
  access: (actor) => mayTell(actor, TELL_TASK),
  run: async (ctx, _ways, { notices }) => {
    const byMessage = Map.groupBy(notices, ({ messageMark }) => messageMark.toString('hex'));
    for (const together of byMessage.values()) await makeMessage(ctx, together);
    return done({ messages: byMessage.size, notices: notices.length });
  },
});

async function makeMessage(ctx: Context, together: readonly NewNotice[]): Promise<void> {
  const [first] = together;
  if (first === undefined) return;
  const messageId = ctx.chance.uuid();
  const sealed = sealJson(ctx.keys.record, { userId: first.userId }, recipientPlace(ctx, messageId), 'short', ctx.chance);
  const { channel, occasion, messageMark: mark } = first;
  await insertMessage(ctx.tx, ctx.regionId, { message_id: messageId, mark, sealed, channel, occasion, asked_at: ctx.now, ...deliveryRow(queued(ctx.now)) });
  await saveNotices(ctx.tx, ctx.regionId, together.map(({ fileId, mark: own, why, step, since }) => ({ file_id: fileId, mark: own, message_id: messageId, why, step, since, told_at: ctx.now })));
  await enqueueSending(ctx.tx, ctx.regionId, messageId);
}

const AT_ONCE = 200;

/** The round: asks first, so that nothing is noted where there is nothing to tell; then whatever waits to be sent, once more. */
export async function tellRegion(door: Door, region: RegionId, ways: Ways): Promise<void> {
  if (!ways.mail && !ways.sms) return;
  const waits = await door.unaudited(region, TELL_TASK, async (ctx) => (await planNotices(ctx, ways)).notices.length > 0);
  if (waits) await door.enter(tellNotices, { kind: 'system', regionId: region, task: TELL_TASK }, ways);
  const channels = [...(ways.mail ? ['MAIL' as const] : []), ...(ways.sms ? ['SMS' as const] : [])];
  await door.unaudited(region, TELL_TASK, async (ctx) => {
    for (const messageId of await listDue(ctx.tx, region, channels, ctx.now, AT_ONCE)) await enqueueLostSending(ctx.tx, region, messageId);
  });
}
