import type { MunicipalityId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { StepKey } from './workflow.ts';

/** Whoever supervises is nothing else meanwhile (src/staff/roles.ts). */
export function isSupervisor({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.includes('TILSYN');
}

/** From when until when (exclusive) a decision that somebody supervises runs. */
export type Term = { readonly from: Instant; readonly until: Instant };

type Supervising = { readonly roles: readonly string[]; /** those that run now */ readonly supervisions?: readonly Term[] | undefined };
type Granted = { readonly grantedUntil: Instant | undefined; /** where it was given for supervision: when */ readonly supervisionSince: Instant | undefined };

/**
 * Until when (exclusive) a grant counts for this person; undefined where it does not. One that was given for supervision follows the decision that ran when it
 * was given: it counts for nobody who works here, under no later decision, and never longer. Whoever supervises has no other: what a colleague was let into is
 * not what a supervisor may read.
 */
export function countsUntil(actor: Supervising, { grantedUntil, supervisionSince }: Granted): Instant | undefined {
  if (!isSupervisor(actor)) return supervisionSince === undefined ? grantedUntil : undefined;
  if (supervisionSince === undefined || grantedUntil === undefined) return undefined;
  const ends = (actor.supervisions ?? []).filter(({ from }) => from <= supervisionSince).map(({ until }) => until).toSorted().at(-1);
  return ends !== undefined && ends < grantedUntil ? ends : ends && grantedUntil;
}

type Facts = { readonly owner: MunicipalityId | undefined; readonly strict: boolean; readonly restricted: boolean };

/**
 * How whoever supervises stands to a case (domain reference §4.2, krisesenterlova § 9: read-only, time-limited). They read the cases of the municipalities
 * that were decided for them, and what a coordinator opens for them; a strictly confidential one only so (§5.5). `municipalities`: those that were decided.
 * A case whose use is restricted waits for them as for others who were let in (GDPR art. 18). `granted`: until when what was opened counts (countsUntil). `over`: access to the case has ended with its closing.
 */
export function supervises(actor: { readonly municipalities: readonly MunicipalityId[] }, facts: Facts, granted: Instant | undefined, over: boolean, now: Instant): 'supervision' | 'restricted' | 'access_over' | 'not_granted' {
  const opened = !over && granted !== undefined && now < granted;
  const inScope = !facts.strict && facts.owner !== undefined && actor.municipalities.includes(facts.owner);
  if (!opened && !inScope) return over && granted !== undefined ? 'access_over' : 'not_granted';
  return facts.restricted ? 'restricted' : 'supervision';
}

/** They read. What they do besides is answer whether they are connected to somebody in the case (fvl § 6). */
export function isForSupervision(step: StepKey): boolean {
  return step === 'declareImpartiality';
}
