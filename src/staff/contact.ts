import { z } from 'zod';
import { LANGUAGES } from '../kernel/texts.ts';
import type { UserId } from '../kernel/ids.ts';
import { day, type Day } from '../kernel/time.ts';

/** What somebody wants to be told. `sms`: also by text message, where the region has a gateway. */
export type Wants = { readonly newReport: boolean; readonly akutt: boolean; readonly digest: boolean; readonly sms: boolean };

/** Who gets what would have come to somebody, from the first of these days to the last. */
export type StandIn = { readonly userId: UserId; readonly from: Day; readonly to: Day };

/** Where and about what a member of staff is told. Empty texts: not given. */
export type Contact = { readonly email: string; readonly phone: string; readonly lang: 'nb' | 'nn' | 'en'; readonly wants: Wants; readonly standIn: StandIn | undefined };

/** Whoever has chosen nothing is told what concerns them, and never by text message. */
export const NO_CONTACT: Contact = { email: '', phone: '', lang: 'nb', wants: { newReport: true, akutt: true, digest: true, sms: false }, standIn: undefined };

const dayField = z.string().transform((text, ctx): Day => {
  const found = day(text);
  if (found !== undefined) return found;
  ctx.addIssue('day_missing');
  return z.NEVER;
});

/** As it is sealed. Only vouched rows are read with it. */
export const sealedContact = z.object({
  email: z.string(), phone: z.string(), lang: z.enum(LANGUAGES),
  wants: z.object({ newReport: z.boolean(), akutt: z.boolean(), digest: z.boolean(), sms: z.boolean() }),
  standIn: z.object({ userId: z.string().transform((text) => text as UserId), from: dayField, to: dayField }).optional(), // written by us, from an id
});

/** Who stands in on this day; undefined where nobody does. */
export function standInOn(contact: Contact, today: Day): UserId | undefined {
  const { standIn } = contact;
  return standIn !== undefined && standIn.from <= today && today <= standIn.to ? standIn.userId : undefined;
}

const PHONE = /^(\+\d{1,3})?\d{5,12}$/;

/** A telephone number without its spaces; undefined for what is none. */
export function dutyPhone(text: string): string | undefined {
  const bare = text.replace(/[\s.()-]/g, '').replace(/^00/, '+');
  return PHONE.test(bare) ? bare : undefined;
}
