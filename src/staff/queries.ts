import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/door.ts';
import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import { findReserve, listMunicipalities, type MunicipalityRow } from '../regions/public.ts';
import { mayChooseReserve, mayConfirmRole, mayManageStaff, maySeeRegister } from './access.ts';
import type { Contact } from './contact.ts';
import { contactsOf } from './contacts.ts';
import { candidates } from './commands/reserve.ts';
import { dormantDays, whoIsDormant } from './commands/dormant.ts';
import { whyAsked } from './declaration.ts';
import type { Dormant } from './dormant.ts';
import { newestDeclarations, wordsNow } from './commands/declared.ts';
import { reserveFault, type ReserveFault } from './reserve.ts';
import { decideConfirmation } from './roles.ts';
import type { GrantRow } from './store.ts';
import { listGrants } from './vouched.ts';

/** A role that somebody holds, or was proposed for. */
export type HeldRole = { readonly grantId: string; readonly role: string; /** of a role that ends by itself (exclusive) */ readonly until?: Instant | undefined };
export type ProposedRole = HeldRole & {
  readonly by: string;
  readonly byMe: boolean;
  readonly at: Instant;
  /** why this reader may not confirm it; undefined where they may */
  readonly closed: 'not_a_confirmer' | 'another_person_confirms' | 'not_to_yourself' | 'nothing_to_confirm' | undefined;
};

export type RegisterEntry = {
  readonly userId: UserId;
  readonly name: string;
  readonly unit: string;
  /** undefined: the whole region */
  readonly municipality: string | undefined;
  readonly municipalityId: MunicipalityId | null;
  /** false: not yet compared with what has arrived; until then no role of theirs sees content */
  readonly compared: boolean;
  readonly roles: readonly HeldRole[];
  readonly proposed: readonly ProposedRole[];
  readonly disabled: boolean;
  readonly isMe: boolean;
  /** holds a role, and would be asked about the duty of confidentiality if they signed in now (fvl § 13 c) */
  readonly undeclared: boolean;
  /** has not signed in for long; for those who manage people */
  readonly dormant?: Dormant | undefined;
  /** where they are told; for those who manage people */
  readonly contact?: Pick<Contact, 'email' | 'phone'> | undefined;
};

export type StaffRegister = {
  readonly people: readonly RegisterEntry[];
  readonly disabled: readonly RegisterEntry[];
  readonly places: readonly { readonly id: MunicipalityId; readonly name: string }[];
  readonly reserve: {
    /** who it is now, and why they no longer can be */
    readonly now: { readonly userId: UserId; readonly name: string; readonly fault: ReserveFault | undefined } | undefined;
    readonly possible: readonly { readonly userId: UserId; readonly name: string; readonly municipality: string | undefined }[];
  };
  readonly mayManage: boolean;
  /** after how many days without a sign-in an account is shut */
  readonly dormantDays: number;
  readonly mayChooseReserve: boolean;
  readonly now: Instant;
};

type Everybody = Awaited<ReturnType<typeof candidates>>;

/** Who works here, with which roles, and what waits for a second person. */
export const staffRegister = query({
  name: 'staff.register',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeRegister,
  run: async (ctx) => {
    const everybody = (await candidates(ctx)).toSorted((a, b) => a.member.name.localeCompare(b.member.name, 'nb'));
    const region = await listMunicipalities(ctx.tx, ctx.regionId);
    const grants = await listGrants(ctx);
    const mayManage = mayManageStaff(ctx.actor).allow;
    const dormant = mayManage ? await whoIsDormant(ctx) : new Map<UserId, Dormant>();
    const contacts = mayManage ? await contactsOf(ctx) : new Map<UserId, Contact>();
    const declared = await newestDeclarations(ctx);
    const words = await wordsNow(ctx);
    const lacks = (userId: UserId): boolean => whyAsked(declared.get(userId), words, ctx.now) !== undefined;
    const entries = everybody.map((one) => ({ ...entryOf(ctx, one, { everybody, grants, region, lacks }), contact: contacts.get(one.member.userId), dormant: dormant.get(one.member.userId) }));
    const today = osloDay(ctx.now);
    return done<StaffRegister>({
      people: entries.filter((one) => !one.disabled), disabled: entries.filter((one) => one.disabled),
      places: region.filter((row) => row.to_day === null || row.to_day >= today).map((row) => ({ id: row.municipality_id, name: row.name })),
      reserve: await reserveOf(ctx, everybody, region),
      mayManage, dormantDays: await dormantDays(ctx), mayChooseReserve: mayChooseReserve(ctx.actor).allow, now: ctx.now,
    });
  },
});

type Around = { readonly everybody: Everybody; readonly grants: readonly GrantRow[]; readonly region: readonly MunicipalityRow[]; readonly lacks: (userId: UserId) => boolean };

function entryOf(ctx: Context, { member }: Everybody[number], { everybody, grants, region, lacks }: Around): RegisterEntry {
  const me = ctx.actor.kind === 'person' ? ctx.actor.userId : undefined;
  const own = member.disabled ? [] : grants.filter((grant) => grant.user_id === member.userId && (grant.until === null || ctx.now < grant.until));
  return {
    userId: member.userId, name: member.name, unit: member.unit, municipality: region.find((row) => row.municipality_id === member.municipalityId)?.name,
    municipalityId: member.municipalityId, compared: member.compared,
    roles: own.filter((grant) => grant.confirmed_at !== null).map((grant) => ({ grantId: grant.grant_id, role: grant.role, until: grant.until ?? undefined })),
    proposed: own.filter((grant) => grant.confirmed_at === null).map((grant) => ({
      grantId: grant.grant_id, role: grant.role, by: everybody.find((one) => one.userId === grant.proposed_by)?.member.name ?? '', byMe: grant.proposed_by === me,
      at: grant.proposed_at, closed: whyClosed(ctx, grant),
    })),
    disabled: member.disabled, isMe: member.userId === me, undeclared: own.some((grant) => grant.confirmed_at !== null) && lacks(member.userId),
  };
}

function whyClosed(ctx: Context, grant: GrantRow): ProposedRole['closed'] {
  if (ctx.actor.kind !== 'person' || !mayConfirmRole(ctx.actor).allow) return 'not_a_confirmer';
  const { role, user_id: userId, proposed_by: proposedBy } = grant;
  const decision = decideConfirmation({ role, userId, proposedBy, confirmed: false, ended: false }, ctx.actor.userId);
  if (decision.ok) return undefined;
  return decision.code === 'another_person_confirms' || decision.code === 'not_to_yourself' ? decision.code : 'nothing_to_confirm';
}

async function reserveOf(ctx: Context, everybody: Everybody, region: readonly MunicipalityRow[]): Promise<StaffRegister['reserve']> {
  const id = await findReserve(ctx);
  const now = everybody.find((one) => one.userId === id);
  const me = ctx.actor.kind === 'person' ? ctx.actor.userId : undefined;
  return {
    now: now === undefined ? undefined : { userId: now.member.userId, name: now.member.name, fault: reserveFault(now, everybody) },
    possible: everybody.filter((one) => one.userId !== me && reserveFault(one, everybody) === undefined)
      .map(({ member, municipality }) => ({ userId: member.userId, name: member.name, municipality: region.find((row) => row.municipality_id === municipality)?.name })),
  };
}
