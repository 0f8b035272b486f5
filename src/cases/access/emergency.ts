import type { Actor, Person } from '../../kernel/actor.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { mayDeclareImpartiality, mayReadCase, standing, type AccessActor, type CaseFacts } from '../access.ts';
import { EMERGENCY_ROLES } from '../emergency.ts';
import type { CaseRole } from '../workflow.ts';

/** May take access in an emergency at all: whoever meets people in danger. Which cases they may know of, mayTakeEmergency says. */
export function mayAskForEmergency(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return EMERGENCY_ROLES.some((role) => actor.roles.includes(role)) ? allow('emergency') : deny('role');
}

/**
 * T18: may open a case in an emergency. They must know of it: they have its reference, and it is their own municipality's or one that they had a part
 * in, or they answer the phone for the whole region. Never whoever is left out, nor a leader or an administrator as such.
 */
export function mayTakeEmergency(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const how = standing(actor, facts, now);
  if (how === 'excluded' || how === 'role_without_content') return deny(how);
  if (!EMERGENCY_ROLES.some((role) => actor.roles.includes(role))) return deny('not_your_role');
  // of a strictly confidential one only those know who have it
  if (facts.strict && !mayDeclareImpartiality(actor, facts, now).allow) return deny('not_known');
  const knows = mayDeclareImpartiality(actor, facts, now).allow || how === 'access_over' || actor.roles.includes('MOTTAK') || facts.owner === undefined || actor.municipalities.includes(facts.owner);
  return knows ? allow('emergency', [facts.fileId]) : deny('not_known');
}

/** May go through access that another took in an emergency: a coordinator, or the leader of the municipality. Opens the file for the reason alone; never one's own, the rule says. */
export function mayReviewEmergency(actor: AccessActor, facts: CaseFacts): Verdict {
  if (facts.excluded) return deny('excluded');
  if (facts.strict && !facts.named) return deny('not_known');
  if (actor.roles.includes('KOORDINATOR')) return allow('coordinator', [facts.fileId]);
  const leads = actor.roles.includes('LEDER') && (facts.owner === undefined || actor.municipalities.includes(facts.owner));
  return leads ? allow('leader', [facts.fileId]) : deny('not_your_role');
}

/** May see the page about emergencies: those who take such access see their own, those who answer for it what they may go through. */
export function maySeeEmergencies(actor: Actor, reasons: readonly FileId[] = []): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = roleOf(actor, ['KOORDINATOR', 'LEDER', ...EMERGENCY_ROLES]);
  return role === undefined ? deny('role') : allow(RIGHTS[role], reasons);
}

/** May ask whether the person in a case is in others, too: who reads it as its coordinator. `found`: of the others, what they find anyway. */
export function mayCheckDuplicates(actor: AccessActor, facts: CaseFacts, found: readonly FileId[], now: Instant): Verdict {
  const reads = mayReadCase(actor, facts, now);
  if (!reads.allow) return reads;
  return reads.because === 'coordinator' ? allow(reads.because, [facts.fileId, ...found]) : deny('not_your_role');
}

/**
 * May search: whoever can have a part in a case or a report. What is found is judged file by file before it is shown. `found`: what of it may be
 * opened for its alias.
 */
export function maySearch(actor: Actor, found: readonly FileId[] = []): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = roleOf(actor, ['KOORDINATOR', 'MOTTAK', 'TEAMMEDLEM', 'LEDER']);
  return role === undefined ? deny('role') : allow(RIGHTS[role], found);
}

/** By which right somebody finds and sees, in the words of «Hvem har sett på saken?». */
const RIGHTS: Readonly<Record<CaseRole, string>> = { KOORDINATOR: 'coordinator', MOTTAK: 'reception', TEAMMEDLEM: 'team', LEDER: 'leader' };

function roleOf({ roles }: Person, order: readonly CaseRole[]): CaseRole | undefined {
  return order.find((role) => roles.includes(role));
}
