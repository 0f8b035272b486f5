import type { KeyObject } from 'node:crypto';
import { writeAudit } from '../../kernel/audit/write.ts';
import type { Context } from '../../kernel/context.ts';
import type { Door } from '../../kernel/door.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { isGenuine } from '../../kernel/audit/verify-records.ts';
import { recordMac } from '../../kernel/sealing/mac.ts';
import { identityLookup } from '../identity.ts';
import { rolesInForce } from '../roles.ts';
import { nameAndReserve } from '../../regions/public.ts';
import { findSingleKeys, type MemberRow } from '../store.ts';
import { findMember, findMemberByIdentity, listGrantsOf } from '../vouched.ts';
import { anySeesContent } from '../codes.ts';
import { isAsked } from '../commands/declared.ts';
import { unsentOf } from '../commands/kept.ts';
import { openMember } from '../directory.ts';
import type { People, Sessions, SignInEvent, StaffMember, Visitor } from './ports.ts';
import type { Session } from './session.ts';
import { deleteBySid, deleteSession, findSession, insertSession, lockSession, regionsOfIdentity, touchSession } from './session-store.ts';

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
        const found = await door.unaudited(region, WHY, async (ctx) => describe(ctx, await findMemberByIdentity(ctx, lookup)));
        if (found?.disabled === false) return found;
        closed ??= found;
      }
      return closed;
    },
    findMember: (region, userId) => door.unaudited(region, WHY, async (ctx) => describe(ctx, await findMember(ctx, userId))),
  };
}

async function describe(ctx: Context, row: MemberRow | undefined): Promise<StaffMember | undefined> {
  if (row === undefined) return undefined;
  const roles = rolesInForce(await listGrantsOf(ctx, row.user_id), row, ctx.now);
  return { userId: row.user_id, regionId: ctx.regionId, municipalityId: row.municipality_id ?? undefined, roles, disabled: row.disabled_at !== null };
}

/** Somebody who signed in at that moment, and what stands around their pages. */
export async function findVisitor(ctx: Context, { userId, authTime }: Pick<Session, 'userId' | 'authTime'>): Promise<Visitor | undefined> {
  const row = await findMember(ctx, userId);
  const member = await describe(ctx, row);
  if (row === undefined || member === undefined) return undefined;
  const { name: regionName, reserve } = await nameAndReserve(ctx);
  return {
    ...member, name: openMember(ctx, row).name, regionName, isReserve: reserve === userId && anySeesContent(member.roles), singleKeys: await findSingleKeys(ctx.tx, ctx.regionId, userId),
    unsent: await unsentOf(ctx, userId), undeclared: member.roles.length > 0 && await isAsked(ctx, userId, authTime),
  };
}

/** A session that the database alone has made signs nobody in. When it was last used is written each minute and is not among the facts. */
function sessionMac(ctx: Context, session: Session): Buffer {
  const { regionId: region, idHash: id, userId: user, issuer, sid, idleMs: idle, absoluteMs: absolute, createdAt: created, authTime: signedIn, lockMs: lock } = session;
  return recordMac(ctx.keys.register, 'app.session', { region, id, user, issuer, sid: sid ?? null, idle, absolute, created, signedIn, ...(lock === undefined ? {} : { lock }) });
}

async function genuineSession(ctx: Context, idHash: string): Promise<Session | undefined> {
  const found = await findSession(ctx.tx, ctx.regionId, idHash);
  return found !== undefined && isGenuine({ mac: found.mac, own: sessionMac(ctx, found.session) }) ? found.session : undefined;
}

/** Sessions in the database, each in its region. */
export function sessionsIn(door: Door, regions: () => Promise<RegionId[]>): Sessions {
  const within = async <R>(region: RegionId, work: (ctx: Context) => Promise<R>): Promise<R | undefined> => ((await regions()).includes(region) ? door.unaudited(region, WHY, work) : undefined);
  return {
    open: (session) => door.unaudited(session.regionId, WHY, (ctx) => insertSession(ctx.tx, session, sessionMac(ctx, session))),
    find: (region, idHash) => within(region, (ctx) => genuineSession(ctx, idHash)),
    visit: (region, idHash) => within(region, async (ctx) => {
      const session = await genuineSession(ctx, idHash);
      return session === undefined ? undefined : { session, person: await findVisitor(ctx, session) };
    }),
    touch: (session, seenAt, touchedAt) => door.unaudited(session.regionId, WHY, (ctx) => touchSession(ctx.tx, session, seenAt, touchedAt)),
    setLock: (session) => door.unaudited(session.regionId, WHY, (ctx) => lockSession(ctx.tx, session, sessionMac(ctx, session))),
    end: (session) => door.unaudited(session.regionId, WHY, (ctx) => deleteSession(ctx.tx, session)),
    endBySid: async (issuer, sid) => {
      let ended = 0;
      for (const region of await regions()) ended += await door.unaudited(region, WHY, (ctx) => deleteBySid(ctx.tx, region, issuer, sid));
      return ended;
    },
  };
}

/**
 * Signing in and out stands in the same audit log as everything else, in the region it concerns. Somebody whom nobody invited
 * belongs to none: their attempt stands in the oldest region's log, with the code and the provider, and nothing of who they are.
 */
export function auditSignIn(door: Door, regions: () => Promise<RegionId[]>): (event: SignInEvent) => Promise<void> {
  return async (event) => {
    const userId: UserId | undefined = 'userId' in event ? event.userId : undefined;
    const own = 'regionId' in event ? event.regionId : undefined;
    const stranger = event.kind === 'refused' && own === undefined && event.code === 'signin.not-invited' ? event : undefined;
    const region = own ?? (stranger === undefined ? undefined : (await regions())[0]);
    if (region === undefined) return;
    const detail = event.kind === 'ended' ? event.because : event.kind === 'refused' ? event.code : 'done';
    const text = stranger === undefined ? detail : `${detail}:${stranger.issuerName}`;
    await door.unaudited(region, `sign_in:${userId ?? 'unknown'}`, (ctx) => writeAudit(ctx, `sign_in.${event.kind}`, text));
  };
}
