import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { changeReserve, findReserve, listMunicipalities } from '../../regions/public.ts';
import { ROLE } from '../codes.ts';
import { mayManageStaff, maySetUp } from '../access.ts';
import { sealMember } from '../directory.ts';
import { disableMember, endGrantsOf, findMember, findMemberByIdentity, insertGrant, insertMember, reopenMember } from '../store.ts';

const person = {
  name: z.string().overwrite(plainLine).min(2, 'name_missing').max(120, 'too_long'),
  unit: z.string().overwrite(plainLine).max(120, 'too_long'),
  /** null: the whole region, which lets a team member see more than one municipality would */
  municipalityId: z.uuid('choose_place').nullable(),
};

type Invitation = { readonly name: string; readonly unit: string; readonly municipalityId: string | null };

async function enter(ctx: Context, input: Invitation, lookup: Buffer): Promise<UserId> {
  const userId = asId<'user'>(ctx.chance.uuid());
  const municipalityId = input.municipalityId === null ? null : asId<'municipality'>(input.municipalityId) satisfies MunicipalityId;
  await insertMember(ctx.tx, ctx.regionId, { userId, municipalityId, lookup, sealed: sealMember(ctx, userId, { name: input.name, unit: input.unit }), at: ctx.now });
  return userId;
}

/** Invites a person: from now on whom the sign-in provider knows by this subject may sign in. Gives no role. */
export const invite = command({
  name: 'staff.invite',
  schema: z.strictObject({ ...person, subject: z.string().trim().min(1, 'subject_missing').max(255, 'too_long') }),
  facts: async (ctx) => ({ municipalities: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: mayManageStaff,
  run: async (ctx, input, facts) => {
    if (input.municipalityId !== null && !facts.municipalities.some((one) => one.municipality_id === input.municipalityId)) return refuse('bad_input', { municipalityId: 'choose_place' });
    const lookup = ctx.identityLookup(input.subject);
    if ((await findMemberByIdentity(ctx.tx, ctx.regionId, lookup)) !== undefined) return refuse('bad_input', { subject: 'already_invited' });
    return done({ userId: await enter(ctx, input, lookup) });
  },
});

/** Set-up: the first people and their roles. Later, a role that sees content takes two people. */
export const inviteFirst = command({
  name: 'staff.invite_first',
  schema: z.strictObject({
    ...person, roles: z.array(z.enum(ROLE.codes)).min(1),
    /** keyed hash of (issuer, subject): the set-up says itself which provider its people come from */
    identityLookup: z.instanceof(Buffer),
  }),
  facts: async () => ({}),
  access: maySetUp,
  run: async (ctx, input) => {
    const userId = await enter(ctx, input, input.identityLookup);
    for (const role of input.roles) {
      await insertGrant(ctx.tx, ctx.regionId, {
        grant_id: ctx.chance.uuid(), user_id: userId, role, proposed_by: 'system', proposed_at: ctx.now, confirmed_by: 'system', confirmed_at: ctx.now,
      });
    }
    return done({ userId });
  },
});

const somebody = z.strictObject({ userId: idField<'user'>() });

/** Puts a person out, at their very next request. What they held ends with it: nobody who comes back has more than two people gave them. */
export const disable = command({
  name: 'staff.disable',
  schema: somebody,
  facts: async (ctx, input) => findMember(ctx.tx, ctx.regionId, input.userId),
  access: mayManageStaff,
  run: async (ctx, _input, member) => {
    if (ctx.actor.kind === 'person' && ctx.actor.userId === member.user_id) return refuse('not_yourself');
    if (member.disabled_at !== null) return refuse('already_ended');
    await disableMember(ctx.tx, ctx.regionId, member.user_id, ctx.now);
    await endGrantsOf(ctx.tx, ctx.regionId, member.user_id, ctx.now);
    if ((await findReserve(ctx)) === member.user_id) await changeReserve(ctx, undefined);
    return done({});
  },
});

/** Lets somebody in again who was put out, without any role. */
export const reopen = command({
  name: 'staff.reopen',
  schema: somebody,
  facts: async (ctx, input) => findMember(ctx.tx, ctx.regionId, input.userId),
  access: mayManageStaff,
  run: async (ctx, _input, member) => {
    if (ctx.actor.kind === 'person' && ctx.actor.userId === member.user_id) return refuse('not_to_yourself');
    if (member.disabled_at === null) return refuse('not_disabled');
    await reopenMember(ctx.tx, ctx.regionId, member.user_id);
    return done({});
  },
});
