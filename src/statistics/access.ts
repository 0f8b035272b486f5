import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

const READERS = ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'TEAMMEDLEM'] as const;

/** Figures in which small numbers are hidden. Reception and the administrator have no use for them. */
export function maySeeFigures(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = READERS.find((one) => actor.roles.includes(one));
  return role === undefined ? deny('role') : allow(role);
}

/**
 * R2, where single people can be recognised. A case from which somebody is left out is not in their list (fvl § 6), and of the operative team each sees the cases that they may read
 * (domain reference §3.4).
 */
export function maySeeInternal(actor: Actor): Verdict {
  const answers = answersForWork(actor);
  return actor.kind === 'person' && !answers.allow && seesOwnCasesOnly(actor) ? allow('team') : answers;
}

function answersForWork(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (actor.roles.includes('KOORDINATOR')) return allow('coordinator');
  return actor.roles.includes('LEDER') ? allow('leader') : deny('role');
}

/** In R2 and «Utforsk»: nothing but the cases that they lead or were let into. */
export function seesOwnCasesOnly(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.includes('TEAMMEDLEM') && !answersForWork(actor).allow;
}

/** Whoever answers for the work writes down what was done. */
export function mayWriteOutreach(actor: Actor): Verdict {
  return answersForWork(actor);
}

/** A leader who works for one municipality sees the cases that it owns, here as in the list of cases; the others see all. */
export function seesWholeRegion(actor: Actor): boolean {
  return actor.kind === 'person' && (actor.roles.includes('KOORDINATOR') || actor.municipalityId === undefined);
}

/** Who has the page of returns; what each may see there is judged there (returns/access.ts, a later module). */
export function hasReturns(actor: Actor): boolean {
  return actor.kind === 'person' && ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD'].some((role) => actor.roles.includes(role));
}

/** Hours of a municipality are written by whoever answers for it: coordinators for all, a leader of one municipality for that one. @param own the four digits of the asker's, as they count today */
export function mayWriteHours(actor: Actor, { asked, own }: { readonly asked: string | undefined; readonly own: string | undefined }): Verdict {
  const verdict = answersForWork(actor);
  return !verdict.allow || asked === undefined || seesWholeRegion(actor) || asked === own ? verdict : deny('not_their_municipality');
}
