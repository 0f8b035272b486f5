import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayConfirmRole, mayManageStaff } from '../access.ts';
import { askForComparison } from '../comparison.ts';
import { supervisionState } from '../supervision.ts';
import { decideConfirmation, decideProposal, leavesAManager } from '../roles.ts';
import { addGrant, changeGrant, findMember, listGrants, listGrantsOf, listMembers } from '../vouched.ts';
import { askedGrant, askedMember, askerName, oneRole, somebody } from './asked.ts';
import { releaseReserve } from './reserve.ts';

/** Proposes a role for somebody; one that takes two people waits for another person's confirmation. */
export const proposeRole = command({
  name: 'staff.propose_role',
  schema: z.strictObject({ ...somebody.shape, role: z.string().max(40) }),
  facts: askedMember,
  access: mayManageStaff,
  run: async (ctx, input, member) => {
    const by = askerName(ctx);
    const decision = decideProposal(input.role, member.user_id, by);
    if (!decision.ok) return decision;
    if (member.disabled_at !== null) return refuse('is_disabled');
    const { role, confirmed } = decision.value;
    const own = await listGrantsOf(ctx, member.user_id);
    if (own.some((grant) => grant.role === role)) return refuse('already_has_role');
    if (own.some((grant) => supervisionState(grant, ctx.now) !== 'OVER')) return refuse('is_supervisor');
    const grantId = ctx.chance.uuid();
    await addGrant(ctx, {
      grant_id: grantId, user_id: member.user_id, role, proposed_by: by, proposed_at: ctx.now, confirmed_by: confirmed ? 'system' : null, confirmed_at: confirmed ? ctx.now : null, municipality_id: member.municipality_id,
    });
    return done({ grantId, confirmed });
  },
});

/** The second person says yes. Who comes into reception is not the reserve, nor is anybody of the same municipality. */
export const confirmRole = command({
  name: 'staff.confirm_role',
  schema: oneRole,
  facts: askedGrant,
  access: mayConfirmRole,
  run: async (ctx, _input, grant) => {
    const by = askerName(ctx);
    const decision = decideConfirmation(
      { role: grant.role, userId: grant.user_id, proposedBy: grant.proposed_by, confirmed: grant.confirmed_at !== null, ended: grant.ended_at !== null }, by,
    );
    if (!decision.ok) return decision;
    if (grant.until !== null && ctx.now >= grant.until) return refuse('nothing_to_confirm');
    await changeGrant(ctx, grant, { confirmed_by: by, confirmed_at: ctx.now });
    // Until then it does not count; should the first job be lost, this one is not.
    if ((await findMember(ctx, grant.user_id))?.compared_at === null) await askForComparison(ctx, grant.user_id);
    return done({ reserveEnded: await releaseReserve(ctx) });
  },
});

/** Takes a role away, or a proposal back. One person is enough, and it counts at the next request. Whoever may see no content any more is no reserve. */
export const endRole = command({
  name: 'staff.end_role',
  schema: oneRole,
  facts: askedGrant,
  access: mayManageStaff,
  run: async (ctx, _input, grant) => {
    if (grant.ended_at !== null) return refuse('already_ended');
    const open = new Set((await listMembers(ctx)).filter((member) => member.disabled_at === null).map((member) => member.user_id));
    const active = (await listGrants(ctx)).filter((held) => held.confirmed_at !== null && open.has(held.user_id));
    const ends = { userId: grant.user_id, role: grant.role };
    if (grant.confirmed_at !== null && !leavesAManager(ends, active.map((held) => ({ userId: held.user_id, role: held.role })))) return refuse('last_manager');
    await changeGrant(ctx, grant, { ended_at: ctx.now });
    return done({ reserveEnded: await releaseReserve(ctx) });
  },
});
