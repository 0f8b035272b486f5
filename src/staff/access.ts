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
