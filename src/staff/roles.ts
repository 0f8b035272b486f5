import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { MunicipalityId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { ROLE, seesContent, takesTwo, type Role } from './codes.ts';

export type Grant = { readonly role: string; readonly userId: string; readonly proposedBy: string; readonly confirmed: boolean; readonly ended: boolean };

type HeldGrant = { readonly role: string; readonly confirmed_at: unknown; readonly ended_at: unknown; readonly until: Instant | null };

/**
 * The roles that count today, of the grants somebody has. Whoever is not yet compared with what has arrived, under the name
 * they have now, sees no content (fvl § 6). `disabled_at`, `compared_at`: null is «not». `until` (exclusive): the role ends by itself.
 * Whoever supervises is nothing else meanwhile, whatever else was given.
 */
export function rolesInForce(grants: readonly HeldGrant[], member: { readonly disabled_at: unknown; readonly compared_at: unknown }, now: Instant): string[] {
  if (member.disabled_at !== null) return [];
  const inForce = grants.filter((grant) => grant.confirmed_at !== null && grant.ended_at === null && (grant.until === null || now < grant.until)).map(({ role }) => role);
  const held = inForce.includes('TILSYN') ? ['TILSYN'] : inForce;
  return held.filter((role) => member.compared_at !== null || (ROLE.is(role) && !seesContent(role)));
}

/** The roles of the operative team: whoever holds one may lead a case, and propose to close it (workflow table). */
const TEAM: readonly string[] = ['KOORDINATOR', 'TEAMMEDLEM'];

/**
 * When somebody last was of the team: now for whoever is, also where they are not compared yet or supervise meanwhile; undefined for whoever never was. A role that ended, or an
 * account that was shut, counts up to then. `disabled_at`: null is «not».
 */
export function lastInTeam(grants: readonly (Omit<HeldGrant, 'ended_at' | 'confirmed_at'> & { readonly confirmed_at: Instant | null; readonly ended_at: Instant | null })[], { disabled_at: shut }: { readonly disabled_at: Instant | null }, now: Instant): Instant | undefined {
  const earlier = (one: Instant, other: Instant | null) => (other !== null && other < one ? other : one);
  const held = grants.filter((grant) => TEAM.includes(grant.role) && grant.confirmed_at !== null && (shut === null || grant.confirmed_at <= shut));
  return held.map((grant) => earlier(earlier(now, grant.ended_at), shut)).sort().at(-1);
}

/** The municipalities that somebody is or has been the leader of, whatever became of the role or the account: each has a leader of its own to answer for it, or waits for one. A leader of the whole region leads none. */
export function ledBy(grants: readonly { readonly role: string; readonly confirmed_at: unknown; readonly municipality_id: MunicipalityId | null }[], member: { readonly municipality_id: MunicipalityId | null }): readonly MunicipalityId[] {
  return grants.flatMap((grant) => (grant.role === 'LEDER' && grant.confirmed_at !== null ? grant.municipality_id ?? member.municipality_id ?? [] : []));
}

/** Nobody gives themselves a role. A role that can see content, or decides who does, waits for a second person; the others hold at once. */
export function decideProposal(role: string, forUser: string, by: string): Outcome<{ role: Role; confirmed: boolean }> {
  if (!ROLE.is(role)) return refuse('bad_input', { role: 'unknown_role' });
  // that one has terms and an end (supervision.ts)
  if (role === 'TILSYN') return refuse('bad_input', { role: 'role_has_terms' });
  if (forUser === by) return refuse('not_to_yourself');
  return done({ role, confirmed: !takesTwo(role) });
}

/** Roles that manage people. A region where nobody holds one could never get in again. */
const MANAGES: readonly string[] = ['KOORDINATOR', 'LEDER', 'SYSTEMADMIN'];

/** Whether somebody still manages people once this grant has ended. `active`: roles held now by people who may sign in. */
export function leavesAManager(ends: { readonly userId: string; readonly role: string }, active: readonly { readonly userId: string; readonly role: string }[]): boolean {
  const isIt = (one: { readonly userId: string; readonly role: string }): boolean => one.userId === ends.userId && one.role === ends.role;
  return !MANAGES.includes(ends.role) || active.some((one) => MANAGES.includes(one.role) && !isIt(one));
}

/** The second person: neither the one who proposed it nor the one who gets it. */
export function decideConfirmation(grant: Grant, by: string): Outcome<{ confirmed: true }> {
  if (grant.ended || grant.confirmed) return refuse('nothing_to_confirm');
  if (grant.proposedBy === by) return refuse('another_person_confirms');
  if (grant.userId === by) return refuse('not_to_yourself');
  return done({ confirmed: true });
}
