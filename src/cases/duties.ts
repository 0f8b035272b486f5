import type { Day, Instant } from '../kernel/time.ts';
import type { Relation } from '../reports/codes.ts';
import type { CaseState, Signed } from './case.ts';
import type { AvertingAnswer, ChildDutyAnswer, EmployerTold, SupervisionTold } from './choices/duty.ts';

/** strl. § 196: not in question · considered, and why it does not apply · met: what was done, by whom, when. */
export type AvertingContent = {
  readonly answer: AvertingAnswer;
  readonly grounds?: string | undefined;
  readonly how?: string | undefined;
  readonly by?: string | undefined;
  /** in the writer's words, for example «kl. 02:12» */
  readonly when?: string | undefined;
};

/** barnevernsloven § 13-2: told or not, why, by whom, when. */
export type ChildDutyContent = { readonly answer: ChildDutyAnswer; readonly why: string; readonly by: string; readonly on: Day };
/** What child protection answered (bvl. § 13-3), or that it has not: then the day on which we ask again. */
export type ChildFeedbackContent = { readonly said: string; readonly askAgain?: Day | undefined };

/** hol. § 12-3 a: what the manager of the service and the supervision know. Of the person who is employed there, nothing more stands here. */
export type ServiceDutyContent = { readonly employer: EmployerTold; readonly supervision: SupervisionTold; readonly details: string };

type Kept<Content> = Content & { readonly recorded: Signed };

/** The duties that no confidentiality lifts, as they were answered in this case, in order. */
export type Duties = {
  readonly avertings: readonly Kept<AvertingContent>[];
  /** since when something has happened that nobody has answered for; undefined when all is answered */
  readonly avertingAsked: Instant | undefined;
  readonly childDuties: readonly Kept<ChildDutyContent>[];
  readonly childFeedback: readonly Kept<ChildFeedbackContent>[];
  readonly serviceDuties: readonly Kept<ServiceDutyContent>[];
};

export const NO_DUTIES: Duties = { avertings: [], avertingAsked: undefined, childDuties: [], childFeedback: [], serviceDuties: [] };

/** Whoever is one of these works in a service, or lives in it beside the person. */
const IN_SERVICE: readonly Relation[] = ['ANSATT', 'MEDBEBOER'];

type Tellings = Pick<CaseState, 'start' | 'opened' | 'joined' | 'classification' | 'related' | 'coercionAdded' | keyof Duties>;

/** Since when a case tells of children for whom nobody has answered; undefined where none are told of, or all is answered. */
export function childrenUnanswered({ start, opened, joined, classification, childDuties }: Tellings): Instant | undefined {
  const answered = childDuties.at(-1)?.recorded.at;
  // What two people wrote in the assessment says again what was known: it asks only where nobody has answered at all.
  const assessed = answered === undefined && classification?.children === 'JA' ? [classification.proposed.at] : [];
  const told = [...(start.children === 'JA' ? [opened.at] : []), ...joined.filter((one) => one.start.children === 'JA').map(({ at }) => at), ...assessed];
  return earliestAfter(told, answered);
}

/** Somebody reports coercion in a service that no decision stands behind (pbrl kap. 4 A, hol kap. 9). */
export function coercionTold({ start, joined }: Pick<CaseState, 'start' | 'joined'>): boolean {
  return [{ start }, ...joined].some(coerces);
}

export function coerces({ start }: Pick<CaseState, 'start'>): boolean {
  return start.violence.includes('ULOVLIG_TVANG');
}

/** The same for somebody suspected who works in a service or lives in it (hol. § 12-3 a), and for coercion in a service. */
export function serviceUnanswered(state: Tellings): Instant | undefined {
  const { start, opened, joined, related, serviceDuties, coercionAdded } = state;
  const reported = [{ at: opened.at, start }, ...joined].filter((one) => one.start.relation.some(isInService)).map(({ at }) => at);
  const coercion = [{ at: opened.at, start, coercionAdded }, ...joined].filter(coerces).map((one) => one.coercionAdded ?? one.at);
  const added = related.flatMap(({ relation, suspected }) => (suspected !== undefined && relation !== undefined && isInService(relation) ? [suspected.at] : []));
  return earliestAfter([...reported, ...coercion, ...added], serviceDuties.at(-1)?.recorded.at);
}

/** Somebody suspected works in a service or lives in it, or coercion in one was told of, whether or not anybody has answered for it. */
export function suspectInService(state: Tellings): boolean {
  return serviceUnanswered({ ...state, serviceDuties: [] }) !== undefined;
}

/** Since when the oldest duty waits for an answer. */
export function dutiesUnanswered(state: Tellings): Instant | undefined {
  return [state.avertingAsked, childrenUnanswered(state), serviceUnanswered(state)].flatMap((at) => (at === undefined ? [] : [at])).sort()[0];
}

/** Child protection was told, and has not answered: since when, and the day on which somebody said that we ask again. */
export function feedbackAwaited({ childDuties, childFeedback }: Pick<Duties, 'childDuties' | 'childFeedback'>): { readonly sentOn: Day; readonly askAgain: Day | undefined } | undefined {
  const sent = childDuties.findLast(({ answer }) => answer === 'SENDT');
  if (sent === undefined) return undefined;
  const since = childFeedback.filter(({ recorded }) => recorded.at >= sent.recorded.at).at(-1);
  return since !== undefined && since.askAgain === undefined ? undefined : { sentOn: sent.on, askAgain: since?.askAgain };
}

function isInService(relation: Relation): boolean {
  return IN_SERVICE.includes(relation);
}

function earliestAfter(told: readonly Instant[], answered: Instant | undefined): Instant | undefined {
  return told.filter((at) => answered === undefined || at > answered).sort()[0];
}
