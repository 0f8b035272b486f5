import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** The public site is the coordinators' to edit and publish; the set-up enters the first version. */
export function mayEditSite(actor: Actor): Verdict {
  if (actor.kind === 'system') return actor.task === 'set_up' ? allow('system') : deny('only_set_up');
  return actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** Name, first site and reserve of a new region: afterwards each of them has its own rule, and the reserve one of staff/reserve.ts. */
export function maySetUpRegion(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'set_up' ? allow('set_up') : deny('only_set_up');
}

/** How long a step should take here is for the coordinators to say: the same who are asked when it took too long. */
export function mayChangeClocks(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** Who co-operates, on what agreement, since when: the leader's and the administrator's. */
export function mayChangeMembers(actor: Actor): Verdict {
  if (actor.kind === 'system') return actor.task === 'set_up' ? allow('set_up') : deny('only_set_up');
  const role = ['LEDER', 'SYSTEMADMIN'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** Everybody in the region's staff register may know who co-operates. */
export function maySeeMembers(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.length > 0 ? allow('staff') : deny('role');
}

/** Where the public site is edited and looked at before it is published: the coordinators'. */
export function maySeeDraft(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** The monthly renewal of intake keys is the worker's. */
export function mayRenewKeys(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'reconcile' ? allow('system') : deny('only_system');
}
