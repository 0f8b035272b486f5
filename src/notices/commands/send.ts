import { z } from 'zod';
import type { System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { Mailer } from '../../kernel/outward/mail.ts';
import type { Sent } from '../../kernel/outward/sent.ts';
import type { SmsGateway } from '../../kernel/outward/sms.ts';
import { openJson } from '../../kernel/sealing/sealed.ts';
import type { Instant } from '../../kernel/time.ts';
import { contactOf, listColleagues, type Contact } from '../../staff/public.ts';
import { mayTell } from '../access.ts';
import { SYSTEM_NAME, type Channel } from '../codes.ts';
import { begun, ended, isDue, NOBODY_THERE } from '../delivery.ts';
import { mailText, smsText } from '../message.ts';
import { deliveryOf, deliveryRow, recipientPlace } from '../record.ts';
import { noticesOf, saveDelivery, takeMessage, type MessageRow } from '../store.ts';
import { keptFrom } from './plan.ts';

export const SEND_TASK = 'send_notice';

const recipient = z.object({ userId: z.string().transform((text) => text as UserId) }); // sealed by tell.ts, from an id

/** What goes out, and where. The one place where an address is in clear. */
export type Outgoing = { readonly channel: Channel; readonly to: string; readonly lang: Contact['lang']; readonly askedAt: Instant };

/**
 * Begins an attempt: from here nobody knows whether it arrived, and the row says so before the first byte leaves. Answers nothing
 * where there is nothing to send now. Somebody who has left, gave no address, or has become inhabil in all it was about, gets nothing.
 */
export const beginSending = command({
  name: 'notices.begin',
  schema: z.strictObject({ messageId: z.uuid() }),
  facts: async (ctx, input) => ({ row: await takeMessage(ctx.tx, ctx.regionId, input.messageId) }),
  access: (actor) => mayTell(actor, SEND_TASK),
  run: async (ctx, { messageId }, { row }) => {
    const before = row === undefined ? undefined : deliveryOf(row);
    if (row === undefined || before === undefined || !isDue(before, ctx.now)) return done<Outgoing | undefined>(undefined);
    const to = await addressOf(ctx, row);
    if (to === undefined) {
      await saveDelivery(ctx.tx, ctx.regionId, messageId, deliveryRow({ ...before, state: 'GIVEN_UP', code: NOBODY_THERE, nextAt: null, settledAt: ctx.now }));
      return done<Outgoing | undefined>(undefined);
    }
    await saveDelivery(ctx.tx, ctx.regionId, messageId, deliveryRow(begun(before, ctx.now)));
    return done<Outgoing | undefined>({ channel: row.channel, askedAt: row.asked_at, ...to });
  },
});

async function addressOf(ctx: Context, row: MessageRow): Promise<{ to: string; lang: Contact['lang'] } | undefined> {
  const { userId } = recipient.parse(openJson(ctx.keys.record, row.sealed, recipientPlace(ctx, row.message_id)));
  // whoever has no role any more hears of nothing but their own account
  const member = (await listColleagues(ctx)).find((one) => one.userId === userId && !one.disabled && (one.roles.length > 0 || row.occasion === 'ACCOUNT'));
  if (member === undefined) return undefined;
  const files = [...new Set((await noticesOf(ctx.tx, ctx.regionId, [row.message_id])).map(({ file_id: file }) => file))];
  const leftOut = await keptFrom(ctx, [member], files);
  if (files.every((file) => leftOut.get(file)?.has(userId) === true)) return undefined;
  const { email, phone, lang } = await contactOf(ctx, userId);
  const to = row.channel === 'MAIL' ? email : phone;
  return to === '' ? undefined : { to, lang };
}

/** Writes down how an attempt ended. */
export const endSending = command({
  name: 'notices.end',
  schema: z.strictObject({ messageId: z.uuid(), result: z.enum(['sent', 'failed', 'unknown']), code: z.string().regex(/^[a-z0-9_]{1,40}$/) }),
  facts: async (ctx, input) => ({ row: await takeMessage(ctx.tx, ctx.regionId, input.messageId) }),
  access: (actor) => mayTell(actor, SEND_TASK),
  run: async (ctx, { messageId, result, code }, { row }) => {
    if (row === undefined || row.state !== 'UNCERTAIN' || row.settled_at !== null) return done({ state: row?.state });
    const after = ended(deliveryOf(row), result === 'sent' ? { kind: 'sent' } : { kind: result, code }, ctx.now);
    await saveDelivery(ctx.tx, ctx.regionId, messageId, deliveryRow(after));
    return done({ state: after.state });
  },
});

/** The ways out; undefined: not set up. `house`: the origin of the staff pages. */
export type WaysOut = { readonly mailer: Mailer | undefined; readonly gateway: SmsGateway | undefined; readonly house: string };

/** Sends one message. What fails is written down and tried again by the rounds; only the database can make this throw. */
export async function sendNotice(door: Door, ways: WaysOut, region: RegionId, messageId: string): Promise<void> {
  const actor: System = { kind: 'system', regionId: region, task: SEND_TASK };
  const begins = await door.enter(beginSending, actor, { messageId });
  if (!begins.ok || begins.value === undefined) return;
  const sent = await handOver(ways, messageId, begins.value);
  await door.enter(endSending, actor, { messageId, result: sent.kind, code: sent.kind === 'sent' ? 'sent' : sent.code });
}

async function handOver({ mailer, gateway, house }: WaysOut, id: string, { channel, to, lang, askedAt }: Outgoing): Promise<Sent> {
  const off: Sent = { kind: 'failed', code: 'not_set_up' };
  if (channel === 'SMS') return gateway?.send({ to, id, text: smsText(lang) }) ?? off;
  return mailer?.send({ to, id, at: askedAt, subject: SYSTEM_NAME, text: mailText(lang, house) }) ?? off;
}
