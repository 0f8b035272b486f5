import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { ROLE } from '../codes.ts';
import { mayManageStaff, maySetUp } from '../access.ts';
import { sealMember } from '../directory.ts';
import { disableMember, findMember, findMemberByIdentity, insertGrant, insertMember } from '../store.ts';

const invitation = z.strictObject({
  name: z.string().trim().min(2, 'name_missing').max(120, 'too_long'),
  unit: z.string().trim().max(120, 'too_long'),
  municipalityId: z.uuid().nullable(),
  /** keyed hash of (issuer, subject): made where the identity key is, so that the register cannot be searched by it */
  identityLookup: z.instanceof(Buffer),
});

async function enter(ctx: Context, input: z.infer<typeof invitation>): Promise<UserId> {
  const userId = asId<'user'>(ctx.chance.uuid());
  const municipalityId = input.municipalityId === null ? null : asId<'municipality'>(input.municipalityId) satisfies MunicipalityId;
  await insertMember(ctx.tx, ctx.regionId, { userId, municipalityId, lookup: input.identityLookup, sealed: sealMember(ctx, userId, input), at: ctx.now });
  return userId;
}

/** Invites a person: from now on their (issuer, subject) may sign in. Gives no role. */
export const invite = command({
  name: 'staff.invite',
  schema: invitation,
  facts: async (ctx, input) => ({ known: await findMemberByIdentity(ctx.tx, ctx.regionId, input.identityLookup) }),
  access: mayManageStaff,
  run: async (ctx, input, facts) => (facts.known === undefined ? done({ userId: await enter(ctx, input) }) : refuse('already_invited')),
});

/** Set-up: the first people and their roles. Later, a role that sees content takes two people. */
export const inviteFirst = command({
  name: 'staff.invite_first',
  schema: invitation.extend({ roles: z.array(z.enum(ROLE.codes)).min(1) }),
  facts: async () => ({}),
  access: maySetUp,
  run: async (ctx, input) => {
    const userId = await enter(ctx, input);
    for (const role of input.roles) {
      await insertGrant(ctx.tx, ctx.regionId, {
        grant_id: ctx.chance.uuid(), user_id: userId, role, proposed_by: 'system', proposed_at: ctx.now, confirmed_by: 'system', confirmed_at: ctx.now,
      });
    }
    return done({ userId });
  },
});

/** Puts a person out, at their very next request. */
export const disable = command({
  name: 'staff.disable',
  schema: z.strictObject({ userId: z.uuid() }),
  facts: async (ctx, input) => findMember(ctx.tx, ctx.regionId, asId<'user'>(input.userId)),
  access: mayManageStaff,
  run: async (ctx, input) => {
    if (ctx.actor.kind === 'person' && ctx.actor.userId === input.userId) return refuse('not_yourself');
    await disableMember(ctx.tx, ctx.regionId, asId<'user'>(input.userId), ctx.now);
    return done({});
  },
});
