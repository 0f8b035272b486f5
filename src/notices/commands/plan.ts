import { askedByName, closedAlone, lateCases, leadlessCases, namedOnlyOf, unheldCases, unseenAkutt, waitingEmergencies } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { exclusionToken, noticeMark } from '../../kernel/sealing/mac.ts';
import { osloDay } from '../../kernel/time.ts';
import { namedNow, waitingBreaches, waitingRequests } from '../../privacy/public.ts';
import { findReserve, regionClocks } from '../../regions/public.ts';
import { crowdedReports, leftDrafts, namedOnlyOfReports, unreceivedReports, waitingReports } from '../../reports/public.ts';
import { contactsOf, listColleagues, markedAccounts, NO_CONTACT, standInOn, trustedReserve, type Contact, type MemberWithRoles } from '../../staff/public.ts';
import { ofAkutt, ofAsked, ofBreach, ofCase, ofClosedAlone, ofCrowd, ofDraft, ofEmergency, ofLeadless, ofReport, ofRequest, ofUnheld, ofUnheldReport, ofUnlooked, ofUnreceived } from '../happened.ts';
import { knownMessages, knownNotices } from '../store.ts';
import { ofAccount, slotOf, whoIsTold, type Around, type Colleague, type Happened, type Notice } from '../who.ts';

/** Which ways out there are. */
export type Ways = { readonly mail: boolean; readonly sms: boolean };

/** A notice that has not been given yet, with the keyed hashes that it and its message are known by. */
export type NewNotice = Notice & { readonly mark: Buffer; readonly messageMark: Buffer };

/** What is to be told now and has not been told; `unreached` as the rule has it; `givenUp`: something of it was to be told, and its message did not get through. */
export type ToTell = { readonly notices: readonly NewNotice[]; readonly unreached: readonly FileId[]; readonly givenUp: boolean };

/** Looks at all that ran out or came in, in one region, and who may know of it. @param when any_time: also what waits for the morning */
export async function planNotices(ctx: Context, ways: Ways, when: 'now' | 'any_time' = 'now'): Promise<ToTell> {
  const colleagues = await listColleagues(ctx);
  const members = colleagues.filter(({ roles }) => roles.length > 0);
  const accounts = ways.mail ? await markedAccounts(ctx) : [];
  const happened = [...await ofFiles(ctx, members), ...await ofBreaches(ctx, colleagues), ...await ofRequests(ctx, members)];
  if (happened.length + accounts.length === 0) return { notices: [], unreached: [], givenUp: false };
  const contacts = await contactsOf(ctx);
  const { notices, unreached } = whoIsTold(happened, await aroundOf(ctx, members, contacts, ways), when);
  const own = accounts.filter(({ userId }) => (contacts.get(userId) ?? NO_CONTACT).email !== '').map(ofAccount);
  return { ...await untold(ctx, [...notices, ...own]), unreached };
}

const NOBODY: ReadonlySet<UserId> = new Set();

async function ofFiles(ctx: Context, members: readonly MemberWithRoles[]): Promise<Happened[]> {
  const having = (...some: readonly string[]) => members.filter(({ roles }) => roles.some((role) => some.includes(role))).map(({ userId }) => userId);
  const [coordinators, team] = [having('KOORDINATOR'), having('TEAMMEDLEM', 'KOORDINATOR')];
  const inTeam = (userId: UserId) => team.includes(userId);
  const reserve = await trustedReserve(ctx);
  const coordinating = reserve === undefined ? coordinators : [...coordinators, reserve];
  const reports = await waitingReports(ctx, coordinating);
  const crowded = await crowdedReports(ctx);
  // Whoever took access in an emergency is not told that they did.
  const emergencies = (await waitingEmergencies(ctx)).map((one) => ({ ...ofEmergency(one), by: one.by }));
  const told = [
    ...reports.flatMap((one) => ofReport(one, ctx.now)), ...ofCrowd(crowded, ctx.now), ...(await lateCases(ctx)).flatMap((one) => ofCase(one, inTeam)), ...(await unseenAkutt(ctx, coordinating)).map((one) => ofAkutt(one, inTeam)),
    ...(await askedByName(ctx)).map(ofAsked), ...emergencies, ...(await unreceivedReports(ctx)).map(ofUnreceived), ...(await unheldCases(ctx, coordinators)).map(ofUnheld), ...(await leadlessCases(ctx, team)).map((one) => ofLeadless(one, ctx.now)), ...(await closedAlone(ctx)).map(ofClosedAlone),
  ];
  const drafts = (await leftDrafts(ctx)).map((one): Happened => ({ ...ofDraft(one), leftOut: new Set(one.named) }));
  const leftOut = await leftOutOf(ctx, members, [...new Set([...told, ...reports, ...crowded].map(({ fileId }) => fileId))]);
  const unheld = [...reports, ...crowded].filter(({ fileId }) => coordinators.every((userId) => leftOut.get(fileId)?.has(userId) === true)).map(ofUnheldReport);
  return [...drafts, ...[...told, ...unheld].map((one) => ({ ...one, leftOut: leftOut.get(one.fileId) ?? NOBODY }))];
}

/** Whoever somebody else names in a breach is not told of it. */
async function ofBreaches(ctx: Context, colleagues: readonly MemberWithRoles[]): Promise<Happened[]> {
  return (await waitingBreaches(ctx, colleagues)).flatMap((one) => ofBreach(one).map((each) => ({ ...each, leftOut: new Set(one.named) })));
}

/** Told of the request, and left out of what it is about: in a case with a strictly confidential address only those who are named for it are told. One that waits for the reserve to look is told to them whatever it is about. */
async function ofRequests(ctx: Context, members: readonly MemberWithRoles[]): Promise<Happened[]> {
  const [requests, reserve] = [await waitingRequests(ctx), await trustedReserve(ctx)];
  const files = requests.flatMap((one) => one.files);
  const [leftOut, only] = [await leftOutOf(ctx, members, files), new Map([...await namedOnlyOf(ctx, files), ...await namedOnlyOfReports(ctx, files)])];
  const told = requests.map((one): Happened => ({ ...ofRequest(one), only: inAll(one.files.flatMap((file) => { const named = only.get(file); return named === undefined ? [] : [named]; })), leftOut: new Set([...one.files.flatMap((file) => [...leftOut.get(file) ?? NOBODY]), ...one.named]) }));
  return [...told, ...requests.filter(({ toLook }) => reserve !== undefined && toLook.includes(reserve)).map((one): Happened => ({ ...ofUnlooked(one), leftOut: new Set(one.named) }))];
}

/** Whoever stands in every one of these; undefined: there is none, and so nobody is kept out by them. */
function inAll([first, ...rest]: readonly (readonly UserId[])[]): readonly UserId[] | undefined {
  return first?.filter((one) => rest.every((each) => each.includes(one)));
}

/** Who must not be told of which file, of these people; whoever was named since it was queued is among them. In a strictly confidential one also everybody who is not of it, but for those who hear that there is something. */
export async function keptFrom(ctx: Context, people: readonly Pick<MemberWithRoles, 'userId' | 'roles'>[], files: readonly FileId[]): Promise<ReadonlyMap<FileId, ReadonlySet<UserId>>> {
  const named = [...(await leftDrafts(ctx)).map(({ draftId, named: some }) => [draftId, some] as const), ...await namedNow(ctx, await listColleagues(ctx), files)];
  const leftOut = new Map([...await leftOutOf(ctx, people, files), ...named.map(([id, some]) => [id, new Set(some)] as const)]);
  const only = new Map([...await namedOnlyOf(ctx, files), ...await namedOnlyOfReports(ctx, files)]);
  const reserve = await findReserve(ctx);
  const outside = people.filter(({ userId, roles }) => userId !== reserve && !HEAR.some((role) => roles.includes(role)));
  return new Map(files.map((file) => [file, new Set([...leftOut.get(file) ?? NOBODY, ...outside.flatMap(({ userId }) => (only.get(file)?.includes(userId) ?? true ? [] : userId))])]));
}

const HEAR: readonly string[] = ['LEDER', 'KOMMUNEDIREKTOR', 'SYSTEMADMIN'];

/** Who is left out of which file, of everybody here today. */
async function leftOutOf(ctx: Context, members: readonly Pick<MemberWithRoles, 'userId'>[], files: readonly FileId[]): Promise<ReadonlyMap<FileId, ReadonlySet<UserId>>> {
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
  return { people: members.map((one) => colleague(one, contacts.get(one.userId) ?? NO_CONTACT, ctx)), reserve: await trustedReserve(ctx), closed, channels, now: ctx.now };
}

function colleague({ userId, roles, municipalityId }: MemberWithRoles, contact: Contact, { now }: Context): Colleague {
  const { email, phone, wants } = contact;
  return {
    userId, roles, municipalityId, hasMail: email !== '', hasSms: phone !== '' && wants.sms,
    wants: { DIGEST: wants.digest, NEW: wants.newReport, AKUTT: wants.akutt }, standIn: standInOn(contact, osloDay(now)),
  };
}

/** What was told before is left out, and what would need a second message of the same occasion waits for the next one. */
async function untold(ctx: Context, notices: readonly Notice[]): Promise<Omit<ToTell, 'unreached'>> {
  const { lookup } = ctx.keys;
  const marked = notices.map((one): NewNotice => ({
    ...one,
    mark: noticeMark(lookup, { file: one.fileId, why: one.why, since: one.since, step: one.step, user: one.userId, channel: one.channel }),
    messageMark: noticeMark(lookup, { user: one.userId, channel: one.channel, slot: slotOf(one, ctx.now) }),
  }));
  const known = await knownNotices(ctx.tx, ctx.regionId, [...new Set(marked.map(({ fileId }) => fileId))]);
  const fresh = new Map(marked.filter(({ mark }) => known.get(mark.toString('hex')) !== 'told').map((one) => [one.mark.toString('hex'), one]));
  const made = await knownMessages(ctx.tx, ctx.regionId, [...fresh.values()].map(({ messageMark }) => messageMark));
  return { notices: [...fresh.values()].filter(({ messageMark }) => !made.has(messageMark.toString('hex'))), givenUp: [...fresh.keys()].some((mark) => known.has(mark)) };
}
