import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { findReserve, listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { anySeesContent } from '../../staff/codes.ts';
import { contactsOf, listColleagues, mustProve, standInOn, type MemberWithRoles } from '../../staff/public.ts';
import type { AccessActor, CaseFacts } from '../access.ts';
import { isSmall } from '../alone.ts';
import { isStillAsked } from '../asking.ts';
import { isInTeam, type DecisionContext } from '../conditions.ts';
import { isStandingIn, type Deputising } from '../deputy.ts';
import type { Term } from '../supervision.ts';
import { findCase, listReportsOf, type CaseLine } from '../store/read.ts';
import { WORKFLOW, type StepKey } from '../workflow.ts';

/** Whoever asks, and what has to be known of the region to judge them. */
export type Asker = {
  readonly userId: UserId;
  /** the keyed hash that stands for them where they are left out */
  readonly token: Buffer;
  readonly roles: readonly string[];
  /** named as the reserve, and still trusted with content */
  readonly isReserve: boolean;
  /** whoever is named as the reserve and still trusted with content; undefined: nobody */
  readonly reserve: UserId | undefined;
  /** those they work for, and what became part of them; all of them where none is set */
  readonly municipalities: readonly MunicipalityId[];
  /** the decisions by which they supervise now; nobody else has any */
  readonly supervisions: readonly Term[];
  readonly colleagues: readonly Known[];
  readonly region: readonly MunicipalityRow[];
  /** everyone who is KOORDINATOR or TEAMMEDLEM today */
  readonly team: readonly UserId[];
  readonly now: Instant;
};

/** A colleague with the keyed hash that stands for them where they are left out. */
export type Known = MemberWithRoles & { readonly token: Buffer };

/** undefined for the system: cases are for people. The same statements whoever asks. */
export async function loadAsker(ctx: Context): Promise<Asker | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const { userId, roles, municipalityId } = ctx.actor;
  const region = await listMunicipalities(ctx.tx, ctx.regionId);
  const colleagues = (await listColleagues(ctx)).map((member) => ({ ...member, token: exclusionToken(ctx.keys.lookup, member.userId) }));
  // supervision reads what was decided, wherever the person themselves belongs
  const me = colleagues.find((member) => member.userId === userId);
  const named = await findReserve(ctx);
  const reserve = colleagues.some((member) => member.userId === named && anySeesContent(member.roles)) ? named : undefined;
  const own = roles.includes('TILSYN') ? me?.supervises ?? [] : [municipalityId];
  return {
    userId, token: exclusionToken(ctx.keys.lookup, userId), roles, isReserve: named === userId && anySeesContent(roles), reserve, municipalities: own.flatMap((one) => workedFor(one, region)), supervisions: me?.supervisions ?? [], colleagues, region,
    team: colleagues.filter((member) => isInTeam(member)).map((member) => member.userId), now: ctx.now,
  };
}

/** Colleagues who are away today, with somebody who stands in for them: whoever needs an answer asks another. */
export async function awayToday(ctx: Context): Promise<readonly UserId[]> {
  const today = osloDay(ctx.now);
  return [...await contactsOf(ctx)].flatMap(([userId, contact]) => (standInOn(contact, today) === undefined ? [] : [userId]));
}

/** A municipality that became part of another goes on under that one. */
/** Those that somebody works for, and what became part of them; all of them where none is set. */
export function workedFor(own: MunicipalityId | undefined, region: readonly MunicipalityRow[]): MunicipalityId[] {
  if (own === undefined) return region.map((row) => row.municipality_id);
  const all = [own];
  for (const id of all) all.push(...region.filter((row) => row.merged_into === id && !all.includes(row.municipality_id)).map((row) => row.municipality_id));
  return all;
}

/** Member municipalities that somebody can live in today, by name. */
export function memberMunicipalities({ region, now }: Asker): readonly MunicipalityRow[] {
  const today = osloDay(now);
  return region.filter((row) => row.from_day <= today && (row.to_day === null || row.to_day >= today));
}

/** One case as one person meets it, before anything sealed is opened. */
export type AskedCase = {
  readonly line: CaseLine;
  readonly facts: CaseFacts;
  readonly actor: AccessActor;
  /** colleagues who are left out today, also because of what came in after the case was opened */
  readonly leftOut: readonly UserId[];
  /** the reserve, who has the case only until it is decided whether it is closed */
  readonly untilDecided: boolean;
  readonly asker: Asker;
};

/** A line judged for whoever asks: what access.ts wants to know of it. */
export function askedLine(asker: Asker, line: CaseLine): AskedCase {
  const isOut = (token: Buffer) => line.left_out.some((other) => other.equals(token));
  const leftOut = asker.colleagues.filter(({ token }) => isOut(token)).map(({ userId }) => userId);
  const excluded = isOut(asker.token);
  const lead = standsIn(asker, line) ? asker.userId : leadOf({ line, leftOut, asker });
  const { named_only: named } = line;
  const reserve = stepsIn(asker, leftOut, line);
  const facts: CaseFacts = {
    fileId: line.file_id, status: line.status, owner: line.owner_municipality_id ?? undefined, closedAt: line.closed_at ?? undefined, lead,
    excluded, impartial: line.impartial && !excluded, grantedUntil: line.granted_until ?? undefined, supervisionSince: line.supervision_since ?? undefined, emergencyUntil: line.emergency_until ?? undefined, inReception: line.in_reception, asked: isAskedIn(line, asker.userId, asker.now), restricted: line.restricted,
    strict: named !== null, named: named !== null && (named.includes(asker.userId) || reserve),
  };
  return { line, facts, actor: { userId: asker.userId, roles: reserve ? [...new Set([...asker.roles, 'KOORDINATOR'])] : asker.roles, municipalities: asker.municipalities, supervisions: asker.supervisions }, leftOut, untilDecided: reserve && !stepsIn(asker, leftOut, { ...line, awaits: null }), asker };
}

/** Whether a colleague asked this person by name, not long ago, to confirm something that waits in the case. */
export function isAskedIn(line: CaseLine, userId: UserId, now: Instant): boolean {
  return (line.awaits_asked === userId && isStillAsked(line.awaits_asked_at ?? undefined, now)) || (line.besides_asked === userId && isStillAsked(line.besides_asked_at ?? undefined, now));
}

/** Who leads the case. Whoever is inhabil, has left or is no longer of the team leads it no more, and it stands as without a lead. */
export function leadOf({ line: { lead_user_id: lead }, leftOut, asker }: Pick<AskedCase, 'line' | 'leftOut' | 'asker'>): UserId | undefined {
  return lead !== null && !leftOut.includes(lead) && asker.team.includes(lead) ? lead : undefined;
}

/** Who stands in for the lead now, or is about to; undefined where nobody does. */
export function standInOf({ line, leftOut, asker }: Pick<AskedCase, 'line' | 'leftOut' | 'asker'>): Deputising | undefined {
  const { deputy_user_id: userId, deputy_from: from, deputy_until: until } = line;
  return userId === null || from === null || until === null || until <= asker.now || leftOut.includes(userId) ? undefined : { userId, from, until };
}

function standsIn(asker: Asker, line: CaseLine): boolean {
  return isStandingIn(standInOf({ line, leftOut: [], asker }), asker.userId, asker.now);
}

type Waits = Pick<CaseLine, 'named_only' | 'awaits' | 'awaits_by'>;

/**
 * fvl § 6: where no coordinator may see a case, or none of those who are named for it is left, the reserve in another municipality is its coordinator. So too while
 * nobody but the reserve can decide whether it is closed: whoever proposed that never decides it (decision 0037).
 */
function stepsIn(asker: Asker, leftOut: readonly UserId[], line: Waits): boolean {
  return asker.isReserve && !coordinators(asker).some(({ userId }) => canAct(userId, leftOut, line));
}

function canAct(userId: UserId, leftOut: readonly UserId[], { named_only: named, awaits, awaits_by: by }: Waits): boolean {
  return !leftOut.includes(userId) && (named === null || named.includes(userId)) && !(awaits === 'CLOSING' && by === userId);
}

/** Whoever proposed to close it may decide it, too (alone.ts). */
export function closesAlone({ line, asker }: Pick<AskedCase, 'line' | 'asker'>): boolean {
  return line.named_only === null && isSmall(line.opened_at, lastInTeam(asker), asker.now);
}

/** Somebody proposed to close the case, and there is neither a coordinator nor a reserve who could decide it. */
export function nobodyDecides({ line, leftOut, asker }: Pick<AskedCase, 'line' | 'leftOut' | 'asker'>): boolean {
  if (line.awaits === 'CLOSING' && line.awaits_by === asker.userId && closesAlone({ line, asker })) return false;
  if (line.awaits !== 'CLOSING' || coordinators(asker).some(({ userId }) => canAct(userId, leftOut, line))) return false;
  return asker.reserve === undefined || !canAct(asker.reserve, leftOut, { ...line, named_only: null });
}

export function coordinators(asker: Asker): readonly Known[] {
  return asker.colleagues.filter(({ roles }) => roles.includes('KOORDINATOR'));
}

/** Of a strictly confidential case nothing is written from a page that was left open (decision 0078). What comes before content, danger first of all, waits for nothing. */
export function waitsForSignIn({ actor, now }: Pick<Context, 'actor' | 'now'>, { strict }: Pick<CaseFacts, 'strict'>, step: StepKey): boolean {
  return WORKFLOW[step].beforeContent !== true && mustProve(actor, strict, now, 'writes');
}

/** The same with its reports. */
export type FoundCase = AskedCase & { readonly reports: readonly FileId[] };

/** What stands in the way of a known case and of one that does not exist is asked with the same statements. */
export async function askedCase(ctx: Context, fileId: FileId): Promise<FoundCase | undefined> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return undefined;
  const line = await findCase(ctx.tx, ctx.regionId, fileId, asker);
  const reports = await listReportsOf(ctx.tx, ctx.regionId, fileId);
  return line === undefined ? undefined : { ...askedLine(asker, line), reports };
}

/** Of everybody who ever was of the team, when they last were. */
function lastInTeam({ colleagues }: Asker): readonly Instant[] {
  return colleagues.flatMap((member) => member.lastInTeam ?? []);
}

export function decisionContext({ actor, asker, facts }: Pick<AskedCase, 'actor' | 'asker' | 'facts'>): DecisionContext {
  return { actor, now: asker.now, team: asker.team, lastInTeam: lastInTeam(asker), keeps: facts.strict ? facts.named : undefined };
}
