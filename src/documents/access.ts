import type { Actor } from '../kernel/actor.ts';
import type { FileId, UserId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';
import type { Edition, State } from './codes.ts';

const WRITERS = ['KOORDINATOR', 'LEDER'] as const;

/** Whoever writes, and so can approve what another wrote. */
export function writes({ roles }: { readonly roles: readonly string[] }): boolean {
  return WRITERS.some((role) => roles.includes(role));
}

/** Coordinators and leaders write, comment and approve; nobody else sees a report that is being written. */
export function mayWrite(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = WRITERS.find((one) => actor.roles.includes(one));
  return role === undefined ? deny('role') : allow(role);
}

export function maySeeList(actor: Actor): Verdict {
  const writes = mayWrite(actor);
  if (writes.allow || actor.kind !== 'person') return writes;
  return actor.roles.includes('STYRINGSGRUPPE') ? allow('STYRINGSGRUPPE') : writes;
}

/** What was approved is read by the steering group, too. */
export function mayRead(actor: Actor, { state }: { readonly state: State }): Verdict {
  const sees = maySeeList(actor);
  if (!sees.allow || state === 'FROSSET') return sees;
  return mayWrite(actor);
}

export type OutputFacts = { readonly state: State; readonly edition: Edition; readonly kept: boolean; readonly askedBy: UserId; /** a file that somebody asked for lies for a day, and is theirs while they may be shown all of it */ readonly lasts: boolean };

/** An approved file is for all who may read the report; one that somebody asked for is theirs alone. */
export function mayFetch(actor: Actor, { state, edition, kept, askedBy, lasts }: OutputFacts): Verdict {
  if (kept && edition === 'YTRE') return mayRead(actor, { state });
  const writes = mayWrite(actor);
  if (!writes.allow || actor.kind !== 'person') return writes;
  if (actor.userId !== askedBy) return deny('not_theirs');
  return lasts ? writes : deny('not_any_more');
}

/** The journal of a municipality (arkivforskrifta § 15): whoever keeps the archive. What it is made of is opened; to whom something went, only of cases they may take out. */
export function mayTakeJournal(actor: Actor, files: readonly FileId[]): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.includes('ARKIVAR') ? allow('ARKIVAR', files) : deny('role');
}

/** Making a file that somebody asked for, and taking away what has lain for a day. */
export function mayMake(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'make_documents' ? allow('system') : deny('only_system');
}
