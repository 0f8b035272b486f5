import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField, ticked } from '../../kernel/id-field.ts';
import type { MunicipalityId, UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { textField } from '../../kernel/text-field.ts';
import { day, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { mayConfirmRole, mayProposeSupervision, maySeeSupervisions } from '../access.ts';
import { listColleagues, type MemberWithRoles } from '../directory.ts';
import { decideConfirmation } from '../roles.ts';
import { decideSupervision, lastDayPossible } from '../supervision.ts';
import { listSupervisions, sealTerms, type DecidedSupervision } from './supervisions.ts';
import { addGrant, findGrant, listGrants, listGrantsOf } from '../vouched.ts';
import { askedMember, askerName } from './asked.ts';

const GROUNDS = 2000;
const MOST_MUNICIPALITIES = 400;

/** Those that whoever asks works for and that are there today; all of them where none is set. */
function ownToday({ actor, now }: Context, region: readonly MunicipalityRow[]): readonly MunicipalityRow[] {
  const [own, today] = [actor.kind === 'person' ? actor.municipalityId : undefined, osloDay(now)];
  return region.filter((row) => (own === undefined || row.municipality_id === own) && (row.to_day === null || row.to_day >= today));
}

/** A leader proposes that somebody who is invited, and holds no other role, reads as supervision. It counts when another has confirmed it. */
export const proposeSupervision = command({
  name: 'staff.propose_supervision',
  schema: z.strictObject({
    grantId: idField(), userId: idField<'user'>(), supervisor: z.string().max(40), basis: z.string().max(40), grounds: textField(GROUNDS), municipalities: ticked<'municipality'>(MOST_MUNICIPALITIES),
    lastDay: z.string('missing').transform((typed, ctx): Day => {
      const found = day(typed);
      if (found === undefined) ctx.addIssue({ code: 'custom', message: typed === '' ? 'missing' : 'no_such_day' });
      return found ?? ('' as Day); // the issue refuses it before anybody reads it
    }),
  }),
  facts: askedMember,
  access: mayProposeSupervision,
  run: async (ctx, { grantId, userId, ...said }, member) => {
    const before = await findGrant(ctx, grantId);
    // the same page sent twice
    if (before !== undefined) return before.user_id === userId && before.proposed_by === askerName(ctx) ? done({ grantId }) : refuse('changed_meanwhile');
    if (member.disabled_at !== null) return refuse('is_disabled');
    const otherRoles = (await listGrantsOf(ctx, userId)).map((grant) => grant.role);
    const own = ownToday(ctx, await listMunicipalities(ctx.tx, ctx.regionId)).map((row) => row.municipality_id);
    const decision = decideSupervision(said, { forUser: userId, by: askerName(ctx), now: ctx.now, otherRoles, own });
    if (!decision.ok) return decision;
    const { terms, until } = decision.value;
    await addGrant(ctx, { grant_id: grantId, user_id: userId, role: 'TILSYN', proposed_by: askerName(ctx), proposed_at: ctx.now, confirmed_by: null, confirmed_at: null, municipality_id: null, until, terms: sealTerms(ctx, grantId, terms) });
    return done({ grantId });
  },
});

export type SupervisionLine = DecidedSupervision & { readonly mayConfirm: boolean };
export type SupervisionList = {
  readonly lines: readonly SupervisionLine[];
  readonly names: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>>; readonly places: Readonly<Record<string, string>>;
  /** for whoever may propose it: whom, and where */
  readonly proposes: { readonly people: readonly { readonly userId: UserId; readonly name: string; readonly unit: string }[]; readonly places: readonly { readonly id: MunicipalityId; readonly name: string }[] } | undefined;
  readonly mayEnd: boolean; readonly lastDayPossible: Day; readonly newId: string; readonly now: Instant;
};

/** Who supervises now, who waits for a second person, and who did before: with ground, scope and end. */
export const supervisionList = query({
  name: 'staff.supervisions',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeSupervisions,
  run: async (ctx) => {
    const people = await listColleagues(ctx);
    const region = await listMunicipalities(ctx.tx, ctx.regionId);
    const taken = new Set((await listGrants(ctx)).filter((grant) => grant.role !== 'TILSYN').map((grant) => grant.user_id));
    const lines = (await listSupervisions(ctx)).map((one) => ({ ...one, mayConfirm: mayBeConfirmed(ctx, one) }));
    return done<SupervisionList>({
      lines, names: named(people, ({ name }) => name), units: named(people, ({ unit }) => unit), places: Object.fromEntries(region.map((row) => [row.municipality_id, row.name])),
      proposes: mayProposeSupervision(ctx.actor).allow ? {
        people: people.filter((one) => !one.disabled && !taken.has(one.userId) && one.userId !== askerName(ctx)).map(({ userId, name, unit }) => ({ userId, name, unit })),
        places: ownToday(ctx, region).map((row) => ({ id: row.municipality_id, name: row.name })),
      } : undefined,
      mayEnd: mayConfirmRole(ctx.actor).allow, lastDayPossible: lastDayPossible(ctx.now), newId: ctx.chance.uuid(), now: ctx.now,
    });
  },
});

function named(people: readonly MemberWithRoles[], of: (one: MemberWithRoles) => string): Record<string, string> {
  return Object.fromEntries(people.map((one) => [one.userId, of(one)]));
}

function mayBeConfirmed(ctx: Context, one: DecidedSupervision): boolean {
  if (one.state !== 'WAITING' || !mayConfirmRole(ctx.actor).allow) return false;
  return decideConfirmation({ role: 'TILSYN', userId: one.userId, proposedBy: one.proposedBy, confirmed: false, ended: false }, askerName(ctx)).ok;
}
