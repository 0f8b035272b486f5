import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** Who may invite, disable, and propose or end roles: the administrator (sees no content), the coordinator and the leader. */
export function mayManageStaff(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['SYSTEMADMIN', 'KOORDINATOR', 'LEDER'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** The very first people of a region are entered by the set-up itself. */
export function maySetUp(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'set_up' ? allow('set_up') : deny('only_set_up');
}

/** Nobody shuts a dormant account by hand under this name: the worker's round does. */
export function mayShutOutDormant(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'shut_out_dormant' ? allow('system') : deny('only_system');
}

/**
 * Who may see who works here, with which roles: those who manage it, the data-protection officer, who looks after
 * that nobody has too much, and the chief executive, who names the reserve where everybody else is inhabil.
 */
export function maySeeRegister(actor: Actor): Verdict {
  const manages = mayManageStaff(actor);
  if (manages.allow || actor.kind !== 'person') return manages;
  const role = ['PERSONVERNOMBUD', 'KOMMUNEDIREKTOR'].find((name) => actor.roles.includes(name));
  return role === undefined ? manages : allow(role);
}

/**
 * The second person for a role that takes two answers for content themselves. Were it anybody who manages people, one
 * administrator could invite a second self and let the two open everything (test: database/staff).
 */
export function mayConfirmRole(actor: Actor): Verdict {
  return contentLeader(actor);
}

/**
 * The reserve gets to see what reception may not: chosen by those who answer for content, and by the chief executive, who is told
 * when all of these are inhabil (fvl §§ 6 and 9). Who chooses never becomes it.
 */
export function mayChooseReserve(actor: Actor): Verdict {
  const leads = contentLeader(actor);
  return leads.allow || actor.kind !== 'person' || !actor.roles.includes('KOMMUNEDIREKTOR') ? leads : allow('KOMMUNEDIREKTOR');
}

/** Supervision is let in by the leader, who answers to it for the municipality; another leader or a coordinator confirms. */
export function mayProposeSupervision(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.includes('LEDER') ? allow('LEDER') : deny('role');
}

/** Who supervises, since when, on what ground and until when: those who decide it, and the data-protection officer. */
export function maySeeSupervisions(actor: Actor): Verdict {
  const leads = contentLeader(actor);
  return leads.allow || actor.kind !== 'person' || !actor.roles.includes('PERSONVERNOMBUD') ? leads : allow('PERSONVERNOMBUD');
}

/** The words about the duty of confidentiality are the region's: written by those who answer for content. */
export function mayWriteDeclaration(actor: Actor): Verdict {
  return contentLeader(actor);
}

/** Whether several people use a machine is said by those who look after machines, or stand in reception. */
export function mayShareMachine(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['SYSTEMADMIN', 'MOTTAK', 'KOORDINATOR'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** What concerns nobody but oneself. */
export function mayChooseForOneself(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.length > 0 ? allow('staff') : deny('role');
}

const CONTENT_LEADERS: readonly string[] = ['KOORDINATOR', 'LEDER'];

/** Answers for content, and so can be the second person for a role. */
export function isContentLeader({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.some((role) => CONTENT_LEADERS.includes(role));
}

function contentLeader(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = CONTENT_LEADERS.find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}
