import type { FileId } from '../kernel/ids.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Relation, Violence } from '../reports/codes.ts';
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

/** What came to a report after the case had taken it in, as far as a duty follows from it, or whether a way to the person is safe: what the part of the report before it did not tell. `order`: its place among all that came to that report. */
export type AdditionContent = {
  readonly report: FileId;
  readonly order: number;
  readonly children?: 'JA' | undefined;
  readonly relation?: readonly Relation[] | undefined;
  readonly violence?: readonly Violence[] | undefined;
  /** the person and the suspected abuser live together */
  readonly livesTogether?: 'JA' | undefined;
  /** somebody is in danger, or «det er blitt verre» */
  readonly worse?: true | undefined;
  /** whom it names as the suspected abuser, where the part before it named nobody or another */
  readonly suspectName?: string | undefined;
};

export type DutyEvent =
  | FileEvent<'AvertingAnswered', AvertingContent>
  | FileEvent<'ChildDutyAnswered', ChildDutyContent>
  | FileEvent<'ChildFeedbackCame', ChildFeedbackContent>
  | FileEvent<'ServiceDutyAnswered', ServiceDutyContent>
  | FileEvent<'AdditionTold', AdditionContent>;

type Kept<Content> = Content & { readonly recorded: Signed };

/** `at`: when it came. `known`: when the case first had it; whoever answered before that did not answer for it. */
type Addition = AdditionContent & { readonly at: Instant; readonly known: Instant };

/** What two cases had not answered for when they became one, and since when. All that was told in them before is settled by it. */
type Brought = { readonly known: Instant; readonly children: Instant | undefined; readonly service: Instant | undefined };

/** The duties that no confidentiality lifts, as they were answered in this case, in order. */
export type Duties = {
  readonly avertings: readonly Kept<AvertingContent>[];
  /** since when something has happened that nobody has answered for; undefined when all is answered */
  readonly avertingAsked: Instant | undefined;
  /** of that what is not the danger of the Akutt itself: an answer that the alarm or its review brings along does not settle it */
  readonly avertingElse: Instant | undefined;
  /** how many times something has happened that it is asked about */
  readonly incidents: number;
  readonly childDuties: readonly Kept<ChildDutyContent>[];
  readonly childFeedback: readonly Kept<ChildFeedbackContent>[];
  readonly serviceDuties: readonly Kept<ServiceDutyContent>[];
  readonly additions: readonly Addition[];
  /** undefined in a case that took in no other */
  readonly brought: Brought | undefined;
};

export const NO_DUTIES: Duties = { avertings: [], avertingAsked: undefined, avertingElse: undefined, incidents: 0, childDuties: [], childFeedback: [], serviceDuties: [], additions: [], brought: undefined };

const IN_SERVICE: readonly Relation[] = ['ANSATT', 'MEDBEBOER'];

type Tellings = Pick<CaseState, 'start' | 'opened' | 'joined' | 'classification' | 'related' | 'coercionAdded' | 'serviceAdded' | keyof Duties>;

/** One time that a duty was told of: since when its clock runs, and when the case first had it. */
type Telling = { readonly since: Instant; readonly known: Instant };

const toldAt = (at: Instant): Telling => ({ since: at, known: at });

/** Each time that children were told of, by a report or by what was added to one. */
function childrenTold({ start, opened, joined, additions }: Tellings): readonly Telling[] {
  const reported = [{ at: opened.at, start }, ...joined].filter((one) => one.start.children === 'JA').map(({ at }) => toldAt(at));
  return [...reported, ...additions.filter(({ children }) => children === 'JA').map(added)];
}

/** Since when a case tells of children for whom nobody has answered; undefined where none are told of, or all is answered. */
export function childrenUnanswered(state: Tellings): Instant | undefined {
  const { classification, childDuties, brought } = state;
  const answered = childDuties.at(-1)?.recorded.at;
  // What two people wrote in the assessment says again what was known: it asks only where nobody has answered at all.
  const assessed = answered === undefined && classification?.children === 'JA' ? [toldAt(classification.proposed.at)] : [];
  return unanswered([...childrenTold(state), ...assessed], answered, brought, brought?.children);
}

/** Children were told of, whether or not anybody has answered for them. */
export function hasChildren(state: Tellings): boolean {
  return state.classification?.children === 'JA' || childrenTold(state).length > 0;
}

/** Somebody reports coercion in a service that no decision stands behind (pbrl kap. 4 A, hol kap. 9). */
export function coercionTold({ start, joined, additions }: Pick<CaseState, 'start' | 'joined' | 'additions'>): boolean {
  return [{ start }, ...joined].some(coerces) || additions.some(addsCoercion);
}

export function coerces({ start }: Pick<CaseState, 'start'>): boolean {
  return start.violence.includes('ULOVLIG_TVANG');
}

/** Somebody suspected works in a service or lives in it, as a report has it. */
export function namesService({ start }: Pick<CaseState, 'start'>): boolean {
  return start.relation.some(isInService);
}

/** Each time that somebody suspected who works in a service or lives in it was told of (hol. § 12-3 a), or coercion in a service: also by a correction, and then from when that was written. */
function serviceTold({ start, opened, joined, related, coercionAdded, serviceAdded, additions }: Tellings): readonly Telling[] {
  const reports = [{ at: opened.at, start, coercionAdded, serviceAdded }, ...joined];
  return [
    ...reports.filter(namesService).map((one) => toldAt(one.serviceAdded ?? one.at)), ...reports.filter(coerces).map((one) => toldAt(one.coercionAdded ?? one.at)),
    ...related.flatMap(({ relation, suspected }) => (suspected !== undefined && relation !== undefined && isInService(relation) ? [toldAt(suspected.at)] : [])),
    ...additions.filter((one) => one.relation?.some(isInService) === true || addsCoercion(one)).map(added),
  ];
}

/** Since when nobody has answered for it. */
export function serviceUnanswered(state: Tellings): Instant | undefined {
  return unanswered(serviceTold(state), state.serviceDuties.at(-1)?.recorded.at, state.brought, state.brought?.service);
}

/** Somebody suspected works in a service or lives in it, or coercion in one was told of, whether or not anybody has answered for it. */
export function suspectInService(state: Tellings): boolean {
  return serviceTold(state).length > 0;
}

/** The steps by which somebody answers for all that has been told. */
export type AnswersDuty = 'answerAverting' | 'recordChildDuty' | 'recordServiceDuty';
export const ANSWERS_DUTY: readonly AnswersDuty[] = ['answerAverting', 'recordChildDuty', 'recordServiceDuty'];

/** How many times that which a duty is answered for has been told of. Whoever answered on a page with fewer had not read all of it. */
export function timesTold(state: Tellings & Pick<CaseState, 'takenIn'>, duty: AnswersDuty): number {
  const told = { answerAverting: state.incidents, recordChildDuty: childrenTold(state).length, recordServiceDuty: serviceTold(state).length };
  return told[duty] + state.takenIn.length;
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

/** Works in a service, or lives in it beside the person. */
export function isInService(relation: Relation): boolean {
  return IN_SERVICE.includes(relation);
}

function addsCoercion({ violence }: AdditionContent): boolean {
  return violence?.includes('ULOVLIG_TVANG') === true;
}

function added({ at, known }: Addition): Telling {
  return { since: at, known };
}

/** Since when the oldest waits that was not known when somebody last answered. @param left what two cases that became one had left unanswered */
function unanswered(told: readonly Telling[], answered: Instant | undefined, brought: Brought | undefined, left: Instant | undefined): Instant | undefined {
  const later = brought === undefined ? told : told.filter(({ known }) => known > brought.known);
  const all = brought === undefined || left === undefined ? later : [...later, { since: left, known: brought.known }];
  return all.filter(({ known }) => answered === undefined || known > answered).map(({ since }) => since).sort()[0];
}
