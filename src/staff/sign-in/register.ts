import type { KeyObject } from 'node:crypto';
import { writeAudit } from '../../kernel/audit/write.ts';
import type { Context } from '../../kernel/context.ts';
import type { Door } from '../../kernel/door.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { identityLookup } from '../identity.ts';
import { activeRoles, findMember, findMemberByIdentity, type MemberRow } from '../store.ts';
import type { People, Sessions, SignInEvent, StaffMember } from './ports.ts';
import { deleteBySid, deleteSession, findSession, insertSession, regionsOfIdentity, touchSession } from './session-store.ts';

const WHY = 'sign_in';

/** The invited people of all regions, as sign-in asks for them. */
export function peopleIn(door: Door, regions: () => Promise<RegionId[]>, identityKey: KeyObject): People {
  return {
    findBySubject: async (issuer, subject) => {
      const lookup = identityLookup(identityKey, issuer, subject);
      const [anyRegion] = await regions();
      if (anyRegion === undefined) return undefined;
      let closed: StaffMember | undefined;
      for (const region of await door.unaudited(anyRegion, WHY, (ctx) => regionsOfIdentity(ctx.tx, lookup))) {
        const found = await door.unaudited(region, WHY, async (ctx) => describe(ctx, await findMemberByIdentity(ctx.tx, region, lookup)));
        if (found?.disabled === false) return found;
        closed ??= found;
      }
      return closed;
    },
    findMember: (region, userId) => door.unaudited(region, WHY, async (ctx) => describe(ctx, await findMember(ctx.tx, region, userId))),
  };
}

async function describe(ctx: Context, row: MemberRow | undefined): Promise<StaffMember | undefined> {
  if (row === undefined) return undefined;
  const roles = await activeRoles(ctx.tx, ctx.regionId, row.user_id);
  return { userId: row.user_id, regionId: ctx.regionId, municipalityId: row.municipality_id ?? undefined, roles, disabled: row.disabled_at !== null };
}

/** Sessions in the database, each in its region. */
export function sessionsIn(door: Door, regions: () => Promise<RegionId[]>): Sessions {
  return {
    open: (session) => door.unaudited(session.regionId, WHY, (ctx) => insertSession(ctx.tx, session)),
    find: async (region, idHash) => (await regions()).includes(region) ? door.unaudited(region, WHY, (ctx) => findSession(ctx.tx, region, idHash)) : undefined,
    touch: (session, seenAt) => door.unaudited(session.regionId, WHY, (ctx) => touchSession(ctx.tx, session, seenAt)),
    end: (session) => door.unaudited(session.regionId, WHY, (ctx) => deleteSession(ctx.tx, session)),
    endBySid: async (issuer, sid) => {
      let ended = 0;
      for (const region of await regions()) ended += await door.unaudited(region, WHY, (ctx) => deleteBySid(ctx.tx, region, issuer, sid));
      return ended;
    },
  };
}

/** Signing in and out stands in the same audit log as everything else, in the region it concerns. */
export function auditSignIn(door: Door): (event: SignInEvent) => Promise<void> {
  return async (event) => {
    if (!('regionId' in event) || event.regionId === undefined) return;
    const userId: UserId | undefined = 'userId' in event ? event.userId : undefined;
    const detail = event.kind === 'ended' ? event.because : event.kind === 'refused' ? event.code : 'done';
    await door.unaudited(event.regionId, `sign_in:${userId ?? 'unknown'}`, (ctx) => writeAudit(ctx, `sign_in.${event.kind}`, detail));
  };
}
