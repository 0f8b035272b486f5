import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { mayManageStaff } from '../access.ts';
import { askForComparison, comparedAtOnce } from '../comparison.ts';
import { openMember, sealMember } from '../directory.ts';
import { changeMember } from '../vouched.ts';
import { askedMember, askerName, personFields, somebody } from './asked.ts';
import { isPlaceHere, placeOf } from './invite.ts';

/**
 * Corrects what the register calls a colleague, and where they belong. A new name is compared with all that has arrived before
 * any role of theirs sees content again. The name from before goes on counting (recusal.ts): nobody is let in by being called
 * something else; and nobody corrects their own.
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
    if (name === before.name && unit === before.unit && place === before.municipalityId) return done({ compares: false });
    const renamed = name !== before.name;
    const formerNames = renamed ? [...before.formerNames.filter((one) => one !== name), before.name] : before.formerNames;
    const compared = renamed ? await comparedAtOnce(ctx) : member.compared_at;
    const version = member.row_version + 1;
    await changeMember(ctx, member, {
      municipality_id: place, row_version: version, compared_at: compared, sealed: sealMember(ctx, member.user_id, { name, unit, formerNames }, version),
    });
    // A comparison under way was of the version before.
    if (compared === null) await askForComparison(ctx, member.user_id);
    return done({ compares: compared === null });
  },
});
