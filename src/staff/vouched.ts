import { isGenuine, tellRecord, type VouchedRow } from '../kernel/audit/verify-records.ts';
import type { Context } from '../kernel/context.ts';
import { LostRace } from '../kernel/door.ts';
import type { UserId } from '../kernel/ids.ts';
import { recordMac } from '../kernel/sealing/mac.ts';
import { declarationRows } from './commands/declared.ts';
import {
  insertGrant, insertMember, selectGrant, selectGrants, selectGrantsOf, selectMember, selectMembers, selectMembersByIdentity, updateGrant, updateMember, updateStanding,
  type GrantChange, type GrantRow, type MemberRow,
} from './store.ts';
import { saveContact, selectContact, selectContacts, type ContactRow } from './store/contacts.ts';

/**
 * The rows that decide who gets in, each under a MAC of the region's key: whoever can write to the database alone can neither
 * make themselves a coordinator nor sign in as one. A row that is not genuine counts as absent, and audit:verify names it
 * (decision 0012; test: database/staff-vouched).
 */
export type Member = Omit<MemberRow, 'mac'>;
export type Grant = Omit<GrantRow, 'mac'>;

function memberMac(ctx: Context, row: Member): Buffer {
  return recordMac(ctx.keys.register, 'app.staff_member', {
    region: ctx.regionId, user: row.user_id, municipality: row.municipality_id, lookup: row.identity_lookup, sealed: row.sealed, version: row.row_version,
    invited: row.invited_at, disabled: row.disabled_at, compared: row.compared_at, revision: row.revision,
    ...(row.marked_at === null ? {} : { marked: row.marked_at }),
    ...(row.let_in_again ? { letInAgain: true } : {}),
  });
}

function grantMac(ctx: Context, row: Grant): Buffer {
  return recordMac(ctx.keys.register, 'app.role_grant', {
    region: ctx.regionId, grant: row.grant_id, user: row.user_id, role: row.role, proposedBy: row.proposed_by, proposed: row.proposed_at,
    confirmedBy: row.confirmed_by, confirmed: row.confirmed_at, ended: row.ended_at, revision: row.revision,
    ...(row.until === null ? {} : { until: row.until, terms: row.terms }),
    ...(row.municipality_id === null ? {} : { municipality: row.municipality_id }),
  });
}

function genuineMember(ctx: Context, row: MemberRow): boolean {
  return isGenuine({ mac: row.mac, own: memberMac(ctx, row) });
}

function genuineGrant(ctx: Context, row: GrantRow): boolean {
  return isGenuine({ mac: row.mac, own: grantMac(ctx, row) });
}

export async function findMember(ctx: Context, userId: UserId): Promise<MemberRow | undefined> {
  const row = await selectMember(ctx.tx, ctx.regionId, userId);
  return row !== undefined && genuineMember(ctx, row) ? row : undefined;
}

/** A forged row beside the real one hides nobody. */
export async function findMemberByIdentity(ctx: Context, lookup: Buffer): Promise<MemberRow | undefined> {
  return (await selectMembersByIdentity(ctx.tx, ctx.regionId, lookup)).find((row) => genuineMember(ctx, row));
}

export async function listMembers(ctx: Context): Promise<MemberRow[]> {
  return (await selectMembers(ctx.tx, ctx.regionId)).filter((row) => genuineMember(ctx, row));
}

export async function addMember(ctx: Context, row: Omit<Member, 'revision'>): Promise<void> {
  const added = { ...row, revision: 1 };
  const mac = memberMac(ctx, added);
  await insertMember(ctx.tx, ctx.regionId, { ...added, mac });
  tellMember(ctx, added, mac);
}

/** What the worker, too, may change. */
const STANDING: readonly string[] = ['compared_at', 'disabled_at', 'marked_at', 'let_in_again'] satisfies readonly (keyof Member)[];

/** Throws LostRace when somebody else changed the row since it was read. */
export async function changeMember(ctx: Context, row: MemberRow, change: Partial<Pick<Member, 'municipality_id' | 'sealed' | 'row_version' | 'disabled_at' | 'compared_at' | 'marked_at' | 'let_in_again'>>): Promise<void> {
  const changed = { ...row, ...change, revision: row.revision + 1 };
  const mac = memberMac(ctx, changed);
  const onlyStanding = Object.keys(change).every((name) => STANDING.includes(name));
  const hit = await (onlyStanding ? updateStanding : updateMember)(ctx.tx, ctx.regionId, { ...changed, mac });
  if (!hit) throw new LostRace();
  tellMember(ctx, changed, mac);
}

function tellMember(ctx: Context, row: Member, mac: Buffer): void {
  tellRecord(ctx, memberKey(row), row.revision, mac);
}

const memberKey = (row: Pick<Member, 'user_id'>): string => `member:${row.user_id}`;
const grantKey = (row: Pick<Grant, 'grant_id'>): string => `grant:${row.grant_id}`;

/** Every supervision that was ever decided or proposed. */
export async function listSupervisionGrants(ctx: Context): Promise<GrantRow[]> {
  return (await listGrantsEver(ctx)).filter((row) => row.role === 'TILSYN');
}

/** Roles that are held or proposed, of everybody. */
export async function listGrants(ctx: Context): Promise<GrantRow[]> {
  return (await selectGrants(ctx.tx, ctx.regionId, 'running')).filter((row) => genuineGrant(ctx, row));
}

/** The same with those that ended: a role that was held is kept. */
export async function listGrantsEver(ctx: Context): Promise<GrantRow[]> {
  return (await selectGrants(ctx.tx, ctx.regionId, 'all')).filter((row) => genuineGrant(ctx, row));
}

/** The same of one person. */
export async function listGrantsOf(ctx: Context, userId: UserId): Promise<GrantRow[]> {
  return (await selectGrantsOf(ctx.tx, ctx.regionId, userId)).filter((row) => genuineGrant(ctx, row));
}

export async function findGrant(ctx: Context, grantId: string): Promise<GrantRow | undefined> {
  const row = await selectGrant(ctx.tx, ctx.regionId, grantId);
  return row !== undefined && genuineGrant(ctx, row) ? row : undefined;
}

export async function addGrant(ctx: Context, row: Omit<Grant, 'ended_at' | 'revision' | 'until' | 'terms'> & Partial<Pick<Grant, 'until' | 'terms'>>): Promise<void> {
  const added = { until: null, terms: null, ...row, ended_at: null, revision: 1 };
  const mac = grantMac(ctx, added);
  await insertGrant(ctx.tx, ctx.regionId, { ...added, mac });
  tellRecord(ctx, grantKey(added), added.revision, mac);
}

/** Throws LostRace when somebody else changed the row since it was read. */
export async function changeGrant(ctx: Context, row: GrantRow, change: GrantChange): Promise<void> {
  const changed = { ...row, ...change, revision: row.revision + 1 };
  const mac = grantMac(ctx, changed);
  if (!(await updateGrant(ctx.tx, ctx.regionId, { ...changed, mac }, change))) throw new LostRace();
  tellRecord(ctx, grantKey(changed), changed.revision, mac);
}

function contactMac(ctx: Context, row: Omit<ContactRow, 'mac'>): Buffer {
  return recordMac(ctx.keys.register, 'app.staff_contact', { region: ctx.regionId, user: row.user_id, sealed: row.sealed, revision: row.revision });
}

const contactKey = (row: Pick<ContactRow, 'user_id'>): string => `contact:${row.user_id}`;

/** Where everybody is told, of those who have said it. */
export async function listContactRows(ctx: Context): Promise<ContactRow[]> {
  return (await selectContacts(ctx.tx, ctx.regionId)).filter((row) => isGenuine({ mac: row.mac, own: contactMac(ctx, row) }));
}

export async function findContactRow(ctx: Context, userId: UserId): Promise<ContactRow | undefined> {
  const row = await selectContact(ctx.tx, ctx.regionId, userId);
  return row !== undefined && isGenuine({ mac: row.mac, own: contactMac(ctx, row) }) ? row : undefined;
}

/** @param seal seals for the number that the row gets. Throws LostRace when somebody else changed it meanwhile, or where a forged one lies in its place. */
export async function changeContact(ctx: Context, userId: UserId, before: ContactRow | undefined, seal: (revision: number) => Buffer): Promise<void> {
  const revision = (before?.revision ?? 0) + 1;
  const row = { user_id: userId, sealed: seal(revision), revision };
  const mac = contactMac(ctx, row);
  if (!(await saveContact(ctx.tx, ctx.regionId, { ...row, mac }))) throw new LostRace();
  tellRecord(ctx, contactKey(row), revision, mac);
}

/** Every row of the register, genuine or not, for audit:verify. */
export async function registerRows(ctx: Context): Promise<VouchedRow[]> {
  const members = await selectMembers(ctx.tx, ctx.regionId);
  const grants = await selectGrants(ctx.tx, ctx.regionId, 'all');
  const contacts = await selectContacts(ctx.tx, ctx.regionId);
  return [
    ...await declarationRows(ctx),
    ...contacts.map((row) => ({ key: contactKey(row), revision: row.revision, mac: row.mac, own: contactMac(ctx, row) })),
    ...members.map((row) => ({ key: memberKey(row), revision: row.revision, mac: row.mac, own: memberMac(ctx, row) })),
    ...grants.map((row) => ({ key: grantKey(row), revision: row.revision, mac: row.mac, own: grantMac(ctx, row) })),
  ];
}

/**
 * Vouches for the rows that lay there before rows had MACs; once, in the migration's own transaction.
 * @param wasCompared whether somebody stood in the register when each report arrived
 */
export async function vouchForOldRegister(ctx: Context, wasCompared: (row: Member) => boolean): Promise<void> {
  for (const row of await selectMembers(ctx.tx, ctx.regionId)) await changeMember(ctx, row, { compared_at: wasCompared(row) ? row.invited_at : null });
  for (const row of await selectGrants(ctx.tx, ctx.regionId, 'all')) await changeGrant(ctx, row, {});
}
