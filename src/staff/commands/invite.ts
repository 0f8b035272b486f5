import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { mayManageStaff, maySetUp } from '../access.ts';
import { ROLE } from '../codes.ts';
import { keepContact } from '../contacts.ts';
import { askForComparison, comparedAtOnce } from '../comparison.ts';
import { sealMember } from '../directory.ts';
import { lockRegister } from '../store.ts';
import { addGrant, addMember, changeGrant, changeMember, findMember, findMemberByIdentity, listGrantsOf } from '../vouched.ts';
import { askedMember, askerName, personFields, somebody } from './asked.ts';
import { contactFields, typedContact } from './contact.ts';
import { releaseReserve } from './reserve.ts';

type Invitation = { readonly name: string; readonly unit: string; readonly municipalityId: string | null };

/** Into the register, and compared with what has arrived: at once where nothing has, otherwise by the worker. */
async function enter(ctx: Context, input: Invitation, lookup: Buffer): Promise<UserId> {
  const userId = asId<'user'>(ctx.chance.uuid());
  const compared = await comparedAtOnce(ctx);
  await addMember(ctx, {
    user_id: userId, municipality_id: placeOf(input), identity_lookup: lookup, sealed: sealMember(ctx, userId, { name: input.name, unit: input.unit }), row_version: 1,
    invited_at: ctx.now, disabled_at: null, compared_at: compared, marked_at: null, let_in_again: false,
  });
  if (compared === null) await askForComparison(ctx, userId);
  return userId;
}

export function placeOf({ municipalityId }: Pick<Invitation, 'municipalityId'>): MunicipalityId | null {
  return municipalityId === null ? null : asId<'municipality'>(municipalityId);
}

/** Whether it is one of the region's. */
export function isPlaceHere(municipalityId: string | null, region: readonly MunicipalityRow[]): boolean {
  return municipalityId === null || region.some((one) => one.municipality_id === municipalityId);
}

/** Invites a person: from now on whom the sign-in provider knows by this subject may sign in. Gives no role. */
export const invite = command({
  name: 'staff.invite',
  schema: z.strictObject({ ...personFields, email: contactFields.email.default(''), phone: contactFields.phone.default(''), subject: z.string().trim().min(1, 'subject_missing').max(255, 'too_long') }),
  facts: async (ctx) => {
    await lockRegister(ctx.tx, ctx.regionId);
    return { municipalities: await listMunicipalities(ctx.tx, ctx.regionId) };
  },
  access: mayManageStaff,
  run: async (ctx, input, facts) => {
    if (!isPlaceHere(input.municipalityId, facts.municipalities)) return refuse('bad_input', { municipalityId: 'choose_place' });
    const lookup = ctx.identityLookup(input.subject);
    if ((await findMemberByIdentity(ctx, lookup)) !== undefined) return refuse('bad_input', { subject: 'already_invited' });
    const contact = typedContact(input);
    if (!contact.ok) return contact;
    const userId = await enter(ctx, input, lookup);
    if (input.email !== '' || input.phone !== '') await keepContact(ctx, userId, contact.value);
    return done({ userId });
  },
});

/** Set-up: the first people and their roles. Later, a role that sees content takes two people. */
export const inviteFirst = command({
  name: 'staff.invite_first',
  schema: z.strictObject({
    ...personFields, roles: z.array(z.enum(ROLE.codes).exclude(['TILSYN'])).min(1),
    /** keyed hash of (issuer, subject): the set-up says itself which provider its people come from */
    identityLookup: z.instanceof(Buffer),
  }),
  facts: async () => ({}),
  access: maySetUp,
  run: async (ctx, input) => {
    const userId = await enter(ctx, input, input.identityLookup);
    for (const role of input.roles) {
      await addGrant(ctx, { grant_id: ctx.chance.uuid(), user_id: userId, role, proposed_by: 'system', proposed_at: ctx.now, confirmed_by: 'system', confirmed_at: ctx.now, municipality_id: placeOf(input) });
    }
    return done({ userId });
  },
});

/** Puts a person out at once, at their very next request; what they lead stands as without a lead from then on. What they held ends with it: nobody who comes back has more than two people gave them. */
export const disable = command({
  name: 'staff.disable',
  schema: somebody,
  facts: askedMember,
  access: mayManageStaff,
  run: (ctx, { userId }) => shutOut(ctx, userId),
});

/** The account ends now. Refuses: not_yourself, already_ended. `reserveEnded`: it was the reserve's. */
export async function shutOut(ctx: Context, userId: UserId): Promise<Outcome<{ readonly reserveEnded: boolean }>> {
  const member = await findMember(ctx, userId);
  if (userId === askerName(ctx)) return refuse('not_yourself');
  if (member === undefined || member.disabled_at !== null) return refuse('already_ended');
  await changeMember(ctx, member, { disabled_at: ctx.now });
  for (const grant of await listGrantsOf(ctx, userId)) await changeGrant(ctx, grant, { ended_at: ctx.now });
  return done({ reserveEnded: await releaseReserve(ctx) });
}

/** Lets somebody in again who was put out, without any role, and compares them anew with all that has arrived. What they had in cases ends meanwhile (decision 0104). */
export const reopen = command({
  name: 'staff.reopen',
  schema: somebody,
  facts: askedMember,
  access: mayManageStaff,
  run: async (ctx, _input, member) => {
    if (member.user_id === askerName(ctx)) return refuse('not_to_yourself');
    if (member.disabled_at === null) return refuse('not_disabled');
    const compared = await comparedAtOnce(ctx);
    await changeMember(ctx, member, { disabled_at: null, compared_at: compared, let_in_again: compared === null });
    if (compared === null) await askForComparison(ctx, member.user_id);
    return done({});
  },
});
