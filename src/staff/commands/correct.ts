import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { isContentLeader, mayManageStaff } from '../access.ts';
import { ROLE, seesContent } from '../codes.ts';
import { askForComparison, comparedAtOnce } from '../comparison.ts';
import { listColleagues, openMember, sealMember } from '../directory.ts';
import { addGrant, changeGrant, changeMember, listGrantsOf } from '../vouched.ts';
import type { GrantRow, MemberRow } from '../store.ts';
import { askedMember, askerName, personFields, somebody } from './asked.ts';
import { isPlaceHere, placeOf } from './invite.ts';
import { releaseReserve } from './reserve.ts';

/**
 * Corrects what the register calls a colleague, and where they belong. A new name is compared with all that has arrived before
 * any role of theirs sees content again. The name from before goes on counting (recusal.ts): nobody is let in by being called
 * something else; and nobody corrects their own. Whoever gets another place has what sees content proposed anew: two people gave it for the place from before
 * (decision 0099). Refuses: not_your_own_name, bad_input (also where nobody is left who could confirm).
 */
export const correct = command({
  name: 'staff.correct',
  schema: z.strictObject({ ...somebody.shape, ...personFields }),
  facts: askedMember,
  access: mayManageStaff,
  run: async (ctx, input, member) => {
    if (member.user_id === askerName(ctx)) return refuse('not_your_own_name');
    if (!isPlaceHere(input.municipalityId, await listMunicipalities(ctx.tx, ctx.regionId))) return refuse('bad_input', { municipalityId: 'choose_place' });
    const before = openMember(ctx, member);
    const { name, unit } = input;
    const place = placeOf(input);
    if (name === before.name && unit === before.unit && place === before.municipalityId) return done({ compares: false, proposed: 0, reserveEnded: false });
    const moves = place === before.municipalityId ? [] : await placedRoles(ctx, member);
    if (moves.length > 0 && !(await anotherConfirms(ctx, member))) return refuse('bad_input', { municipalityId: 'nobody_confirms' });
    const renamed = name !== before.name;
    const formerNames = renamed ? [...before.formerNames.filter((one) => one !== name), before.name] : before.formerNames;
    const compared = renamed ? await comparedAtOnce(ctx) : member.compared_at;
    const version = member.row_version + 1;
    await changeMember(ctx, member, {
      municipality_id: place, row_version: version, compared_at: compared, sealed: sealMember(ctx, member.user_id, { name, unit, formerNames }, version),
    });
    // A comparison under way was of the version before.
    if (compared === null) await askForComparison(ctx, member.user_id);
    for (const grant of moves) await proposeAnew(ctx, grant, place);
    return done({ compares: compared === null, proposed: moves.length, reserveEnded: await releaseReserve(ctx) });
  },
});

/** What somebody sees, or is about to, where they belong. Supervision names its own municipalities. */
async function placedRoles(ctx: Context, { user_id: userId }: MemberRow): Promise<GrantRow[]> {
  return (await listGrantsOf(ctx, userId)).filter(({ role }) => role !== 'TILSYN' && ROLE.is(role) && seesContent(role));
}

/** Whether anybody but the one who moves and the one who is moved could say yes. */
async function anotherConfirms(ctx: Context, { user_id: userId }: MemberRow): Promise<boolean> {
  return (await listColleagues(ctx)).some((one) => one.userId !== userId && one.userId !== askerName(ctx) && isContentLeader(one));
}

async function proposeAnew(ctx: Context, grant: GrantRow, place: MemberRow['municipality_id']): Promise<void> {
  await changeGrant(ctx, grant, { ended_at: ctx.now });
  await addGrant(ctx, { grant_id: ctx.chance.uuid(), user_id: grant.user_id, role: grant.role, proposed_by: askerName(ctx), proposed_at: ctx.now, confirmed_by: null, confirmed_at: null, municipality_id: place });
}
