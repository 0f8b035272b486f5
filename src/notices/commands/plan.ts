import { askedByName, lateCases, waitingEmergencies } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { exclusionToken, noticeMark } from '../../kernel/sealing/mac.ts';
import { osloDay } from '../../kernel/time.ts';
import { waitingBreaches, waitingRequests } from '../../privacy/public.ts';
import { findReserve, regionClocks } from '../../regions/public.ts';
import { waitingReports } from '../../reports/public.ts';
import { contactsOf, listColleagues, markedAccounts, NO_CONTACT, standInOn, type Contact, type MemberWithRoles } from '../../staff/public.ts';
import { ofAsked, ofBreach, ofCase, ofEmergency, ofReport, ofRequest } from '../happened.ts';
import { knownMessages, knownNotices } from '../store.ts';
import { ofAccount, slotOf, whoIsTold, type Around, type Colleague, type Happened, type Notice } from '../who.ts';

/** Which ways out there are. */
export type Ways = { readonly mail: boolean; readonly sms: boolean };

/** A notice that has not been given yet, with the keyed hashes that it and its message are known by. */
export type NewNotice = Notice & { readonly mark: Buffer; readonly messageMark: Buffer };

/** What is to be told now and has not been told; `unreached` as the rule has it. */
export type ToTell = { readonly notices: readonly NewNotice[]; readonly unreached: readonly FileId[] };

/** Looks at all that ran out or came in, in one region, and who may know of it. */
export async function planNotices(ctx: Context, ways: Ways): Promise<ToTell> {
  const reports = await waitingReports(ctx);
  const cases = await lateCases(ctx);
  const emergencies = await waitingEmergencies(ctx);
  const asked = await askedByName(ctx);
  const colleagues = await listColleagues(ctx);
  const breaches = await waitingBreaches(ctx, colleagues);
  const requests = await waitingRequests(ctx, colleagues);
  const accounts = ways.mail ? await markedAccounts(ctx) : [];
  if (reports.length + cases.length + emergencies.length + asked.length + breaches.length + requests.length + accounts.length === 0) return { notices: [], unreached: [] };
  const members = colleagues.filter(({ roles }) => roles.length > 0);
  const inTeam = (userId: UserId) => members.some((one) => one.userId === userId && one.roles.some((role) => role === 'TEAMMEDLEM' || role === 'KOORDINATOR'));
  const told = [...reports.flatMap((one) => ofReport(one, ctx.now)), ...cases.flatMap((one) => ofCase(one, inTeam)), ...asked.map(ofAsked)];
  const leftOut = await leftOutOf(ctx, members, [...new Set([...[...told, ...emergencies].map(({ fileId }) => fileId), ...requests.flatMap(({ caseId }) => caseId ?? [])])]);
  // Whoever took it is not told that they did.
  const taken = emergencies.map((one): Happened => ({ ...ofEmergency(one), leftOut: new Set([...leftOut.get(one.fileId) ?? NOBODY, one.by]) }));
  const happened: Happened[] = [...told.map((one) => ({ ...one, leftOut: leftOut.get(one.fileId) ?? NOBODY })), ...taken, ...breaches.flatMap((one) => ofBreach(one).map((each) => ({ ...each, leftOut: new Set(one.named) }))), ...requests.map((one) => ({ ...ofRequest(one), leftOut: new Set([...(one.caseId === undefined ? NOBODY : leftOut.get(one.caseId) ?? NOBODY), ...one.named]) }))];
  const contacts = await contactsOf(ctx);
  const { notices, unreached } = whoIsTold(happened, await aroundOf(ctx, members, contacts, ways));
  const own = accounts.filter(({ userId }) => (contacts.get(userId) ?? NO_CONTACT).email !== '').map(ofAccount);
  return { notices: await untold(ctx, [...notices, ...own]), unreached };
}

const NOBODY: ReadonlySet<UserId> = new Set();

/** Who is left out of which file, of everybody here today. */
export async function leftOutOf(ctx: Context, members: readonly Pick<MemberWithRoles, 'userId'>[], files: readonly FileId[]): Promise<ReadonlyMap<FileId, ReadonlySet<UserId>>> {
  const byToken = new Map(members.map(({ userId }) => [exclusionToken(ctx.keys.lookup, userId).toString('hex'), userId]));
  const out = new Map<FileId, Set<UserId>>();
  for (const { file_id: file, token } of files.length === 0 ? [] : await listExclusions(ctx.tx, ctx.regionId, files)) {
    const userId = byToken.get(token.toString('hex'));
    if (userId !== undefined) out.set(file, (out.get(file) ?? new Set()).add(userId));
  }
  return out;
}

async function aroundOf(ctx: Context, members: readonly MemberWithRoles[], contacts: ReadonlyMap<UserId, Contact>, channels: Ways): Promise<Around> {
  const { closed } = await regionClocks(ctx);
  return { people: members.map((one) => colleague(one, contacts.get(one.userId) ?? NO_CONTACT, ctx)), reserve: await findReserve(ctx), closed, channels, now: ctx.now };
}

function colleague({ userId, roles, municipalityId }: MemberWithRoles, contact: Contact, { now }: Context): Colleague {
  const { email, phone, wants } = contact;
  return {
    userId, roles, municipalityId, hasMail: email !== '', hasSms: phone !== '' && wants.sms,
    wants: { DIGEST: wants.digest, NEW: wants.newReport, AKUTT: wants.akutt }, standIn: standInOn(contact, osloDay(now)),
  };
}

/** What was told before is left out, and what would need a second message of the same occasion waits for the next one. */
async function untold(ctx: Context, notices: readonly Notice[]): Promise<NewNotice[]> {
  const { lookup } = ctx.keys;
  const marked = notices.map((one): NewNotice => ({
    ...one,
    mark: noticeMark(lookup, { file: one.fileId, why: one.why, since: one.since, step: one.step, user: one.userId, channel: one.channel }),
    messageMark: noticeMark(lookup, { user: one.userId, channel: one.channel, slot: slotOf(one, ctx.now) }),
  }));
  const known = await knownNotices(ctx.tx, ctx.regionId, [...new Set(marked.map(({ fileId }) => fileId))]);
  const fresh = new Map(marked.filter(({ mark }) => !known.has(mark.toString('hex'))).map((one) => [one.mark.toString('hex'), one]));
  const made = await knownMessages(ctx.tx, ctx.regionId, [...fresh.values()].map(({ messageMark }) => messageMark));
  return [...fresh.values()].filter(({ messageMark }) => !made.has(messageMark.toString('hex')));
}
