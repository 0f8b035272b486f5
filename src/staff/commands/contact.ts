import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { isMailAddress } from '../../kernel/outward/mail-settings.ts';
import { lineField } from '../../kernel/text-field.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { mayChooseForOneself, mayManageStaff } from '../access.ts';
import { anySeesContent } from '../codes.ts';
import { dutyPhone, type Contact, type StandIn } from '../contact.ts';
import { contactOf, keepContact } from '../contacts.ts';
import { listColleagues } from '../directory.ts';
import { askedMember, somebody } from './asked.ts';

const LONGEST = 254;
/** As it is typed: work e-mail and duty phone, both of which may be left out. */
export const contactFields = { email: lineField(LONGEST), phone: lineField(40) };

/** What was typed, or the code of what is wrong with which field: `email_wrong`, `phone_wrong`. */
export function typedContact({ email, phone }: { readonly email: string; readonly phone: string }): Outcome<Pick<Contact, 'email' | 'phone'>> {
  const number = phone === '' ? '' : dutyPhone(phone);
  const faults = { ...(email === '' || isMailAddress(email) ? {} : { email: 'email_wrong' }), ...(number === undefined ? { phone: 'phone_wrong' } : {}) };
  return number === undefined || Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done({ email, phone: number });
}

/** «Mine varsler»: where and about what one is told oneself, and who could stand in. */
export const ownContact = query({
  name: 'staff.own_contact',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async (ctx) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    return done({ contact: await contactOf(ctx, ctx.actor.userId), possible: await possibleStandIns(ctx), now: ctx.now });
  },
});

/** Whoever could open the list that a message points to. */
async function possibleStandIns(ctx: Context) {
  const { actor } = ctx;
  return (await listColleagues(ctx)).filter(({ userId, roles }) => anySeesContent(roles) && (actor.kind !== 'person' || userId !== actor.userId))
    .map(({ userId, name, unit }) => ({ userId, name, unit })).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/** Says where and about what one is told, and who stands in while one is away. */
export const chooseContact = command({
  name: 'staff.choose_contact',
  schema: z.strictObject({
    ...contactFields, lang: z.enum(LANGUAGES, 'not_offered'), newReport: z.boolean(), akutt: z.boolean(), digest: z.boolean(), sms: z.boolean(),
    standIn: z.string().max(60), from: z.string().max(20), to: z.string().max(20),
  }),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async (ctx, input) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const typed = typedContact(input);
    const away = await typedStandIn(ctx, input);
    const { lang, newReport, akutt, digest, sms } = input;
    const silent = sms && input.phone === '' ? { phone: 'phone_missing' } : {};
    const faults = { ...(typed.ok ? {} : typed.fields), ...(away.ok ? {} : away.fields), ...silent };
    if (!typed.ok || !away.ok || Object.keys(faults).length > 0) return refuse('bad_input', faults);
    await keepContact(ctx, ctx.actor.userId, { ...typed.value, lang, wants: { newReport, akutt, digest, sms }, standIn: away.value });
    return done({});
  },
});

async function typedStandIn(ctx: Context, input: { readonly standIn: string; readonly from: string; readonly to: string }): Promise<Outcome<StandIn | undefined>> {
  if (input.standIn === '') return input.from === '' && input.to === '' ? done(undefined) : refuse('bad_input', { standIn: 'stand_in_missing' });
  const who = (await possibleStandIns(ctx)).find(({ userId }) => userId === input.standIn);
  const [from, to] = [day(input.from), day(input.to)];
  const faults = {
    ...(who === undefined ? { standIn: 'stand_in_missing' } : {}), ...(from === undefined ? { from: 'day_missing' } : {}), ...(to === undefined ? { to: 'day_missing' } : {}),
    ...(from !== undefined && to !== undefined && to < from ? { to: 'day_order' } : {}), ...(to !== undefined && to < osloDay(ctx.now) ? { to: 'day_past' } : {}),
  };
  return who === undefined || from === undefined || to === undefined || Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done({ userId: who.userId, from, to });
}

/** Writes down a colleague's work e-mail and duty phone for them; what they want to be told stays theirs to choose. */
export const setContact = command({
  name: 'staff.set_contact',
  schema: z.strictObject({ ...somebody.shape, ...contactFields }),
  facts: askedMember,
  access: mayManageStaff,
  run: async (ctx, input, member) => {
    const typed = typedContact(input);
    if (!typed.ok) return typed;
    await keepContact(ctx, member.user_id, typed.value);
    return done({});
  },
});
