import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayConfirmRole, mayManageStaff } from '../access.ts';
import { decideConfirmation, decideProposal, leavesAManager } from '../roles.ts';
import { confirmGrant, endGrant, findGrant, findMember, insertGrant, listGrants, listMembers } from '../store.ts';

/** Proposes a role for somebody; one that can see content waits for another person's confirmation. */
export const proposeRole = command({
  name: 'staff.propose_role',
  schema: z.strictObject({ userId: idField<'user'>(), role: z.string().max(40) }),
  facts: async (ctx, input) => findMember(ctx.tx, ctx.regionId, input.userId),
  access: mayManageStaff,
  run: async (ctx, input, member) => {
    const by = ctx.actor.kind === 'person' ? ctx.actor.userId : 'system';
    const decision = decideProposal(input.role, member.user_id, by);
    if (!decision.ok) return decision;
    if (member.disabled_at !== null) return refuse('is_disabled');
    if ((await listGrants(ctx.tx, ctx.regionId)).some((grant) => grant.user_id === member.user_id && grant.role === decision.value.role)) return refuse('already_has_role');
    const grantId = ctx.chance.uuid();
    await insertGrant(ctx.tx, ctx.regionId, {
      grant_id: grantId, user_id: member.user_id, role: decision.value.role, proposed_by: by, proposed_at: ctx.now,
      confirmed_by: decision.value.confirmed ? 'system' : null, confirmed_at: decision.value.confirmed ? ctx.now : null,
    });
    return done({ grantId, confirmed: decision.value.confirmed });
  },
});

const one = z.strictObject({ grantId: idField() });

/** The second person says yes to a role that can see content. */
export const confirmRole = command({
  name: 'staff.confirm_role',
  schema: one,
  facts: async (ctx, input) => findGrant(ctx.tx, ctx.regionId, input.grantId),
  access: mayConfirmRole,
  run: async (ctx, input, grant) => {
    const by = ctx.actor.kind === 'person' ? ctx.actor.userId : 'system';
    const decision = decideConfirmation(
      { role: grant.role, userId: grant.user_id, proposedBy: grant.proposed_by, confirmed: grant.confirmed_at !== null, ended: grant.ended_at !== null }, by,
    );
    if (!decision.ok) return decision;
    await confirmGrant(ctx.tx, ctx.regionId, input.grantId, by, ctx.now);
    return done({});
  },
});

/** Takes a role away, or a proposal back. One person is enough, and it counts at the next request. */
export const endRole = command({
  name: 'staff.end_role',
  schema: one,
  facts: async (ctx, input) => findGrant(ctx.tx, ctx.regionId, input.grantId),
  access: mayManageStaff,
  run: async (ctx, input, grant) => {
    if (grant.ended_at !== null) return refuse('already_ended');
    const open = new Set((await listMembers(ctx.tx, ctx.regionId)).filter((member) => member.disabled_at === null).map((member) => member.user_id));
    const active = (await listGrants(ctx.tx, ctx.regionId)).filter((held) => held.confirmed_at !== null && open.has(held.user_id));
    const ends = { userId: grant.user_id, role: grant.role };
    if (grant.confirmed_at !== null && !leavesAManager(ends, active.map((held) => ({ userId: held.user_id, role: held.role })))) return refuse('last_manager');
    await endGrant(ctx.tx, ctx.regionId, input.grantId, ctx.now);
    return done({});
  },
});
