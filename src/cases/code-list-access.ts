import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** What the codes mean is for everybody in the region's staff register to look up. */
export function maySeeCodeLists(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.length > 0 ? allow('staff') : deny('role');
}

/** What a region's own services and measures are called: for whoever coordinates, or leads. */
export function mayChangeCodeLists(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['KOORDINATOR', 'LEDER'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role === 'LEDER' ? 'leader' : 'coordinator');
}
