import type { CaseState } from '../case.ts';
import type { Instant } from '../../kernel/time.ts';
import { childrenUnanswered, serviceUnanswered, type Duties } from '../duties.ts';
import type { EventOf } from '../events.ts';
import { withoutWay } from './person.ts';
import { strictly } from './secrecy.ts';
import type { Carried } from '../merging.ts';
import type { Safety } from '../safety.ts';
import type { Voice } from '../voice.ts';

/** The case that ended: it points to the other, where a way may be closed that was safe here, and so offers none; it is open to those who were chosen and nobody else. evolve.ts moves it. */
export function merged(state: CaseState, event: EventOf<'CaseMerged'>): CaseState {
  const { into, intoReference, grounds, keepers, leftOut, address, restriction } = event.content;
  const named = address.named.filter((user) => !leftOut.includes(user));
  // Nobody lowers a grade here any more: whoever was asked to has nothing to answer, and no way in by it.
  return strictly({
    ...withoutWay(state, undefined), address: { ...address, named, lowering: undefined }, restriction, merged: { ...signed(event), into, intoReference, grounds }, meetingWish: undefined, lead: keepers.lead, grants: kept(state, event.happenedAt, keepers.grants),
    excluded: [...new Set([...state.excluded, ...leftOut])], impartial: state.impartial.filter((user) => !leftOut.includes(user)),
  });
}

/** The case that goes on: what the other knew stands beside what was known here, by the time it was written. Deadlines run from the earlier of the two. */
export function takenIn(state: CaseState, event: EventOf<'CaseTakenIn'>): CaseState {
  const { from, reference, reports, grounds, keepers, leftOut, address, restriction, carried } = event.content;
  const first = reports.slice(0, 1).map((report) => ({ ...signed(event), report, reference, leftOut: [], start: carried.start }));
  const follow = [state.nextFollowUp, carried.nextFollowUp].filter((day) => day !== undefined).sort()[0];
  const named = address.named.filter((user) => !leftOut.includes(user));
  const joined = strictly({
    // a ground to use it was written for what the case was
    ...state, address: { ...address, named }, restriction, uses: [], takenIn: [...state.takenIn, ...(carried.takenIn ?? []), { ...signed(event), from, reference, grounds }],
    reports: [...new Set([...state.reports, ...reports])], joined: [...state.joined, ...first, ...carried.joined],
    start: { ...state.start, receivedAt: earlier(state.start.receivedAt, carried.start.receivedAt) },
    lead: keepers.lead, grants: kept(state, event.happenedAt, keepers.grants), reportUnread: state.reportUnread || (keepers.lead !== undefined && keepers.lead !== event.actor),
    measures: [...state.measures, ...carried.measures], nextFollowUp: follow, reached: sooner(state, carried), police: agreed(state, carried), meetingWish: wished(state, carried),
    notes: [...state.notes, ...carried.notes].toSorted(by(({ writtenAt }) => writtenAt)), minutes: [...state.minutes, ...carried.minutes].toSorted(by(({ at }) => at)),
    ...safety(state, carried), ...voiceAndDuties(state, carried, event.happenedAt), ...onTop(state, carried),
    keptOut: state.keptOut || carried.keptOut === true, policeCalled: state.policeCalled || carried.policeCalled === true,
    related: [...state.related, ...carried.related], capacities: [...state.capacities, ...carried.capacities].toSorted(by(({ recorded }) => recorded.at)),
    // A no that came later takes back the yes before it, in whichever case it was said.
    consents: [...state.consents, ...carried.consents].toSorted(by(({ recorded }) => recorded.at)), disclosures: [...state.disclosures, ...carried.disclosures].toSorted(by(({ happenedAt }) => happenedAt)),
  });
  // A way that was closed in one of them is offered by nothing that the other knew.
  return joined.closedWays.reduce((open, { way }) => withoutWay(open, way), joined);
}

/** Where both stand at the same place, the deadline of the one that came to it first holds. The rhythm of follow-up goes on from its own beginning: what the other had next is carried as a day. */
function sooner({ status, reached }: CaseState, carried: Carried): CaseState['reached'] {
  const [own, other] = [reached[status], carried.reached?.[status]];
  return status === 'OPPFOLGING' || own === undefined || other === undefined ? reached : { ...reached, [status]: earlier(own, other) };
}

/** Two agreements with the police bind both, and the nearer day is the one on which the police are asked. */
function agreed({ police: own }: CaseState, { police: other }: Carried): CaseState['police'] {
  if (own === undefined || other === undefined) return own ?? other;
  return { ...own, policeContact: both(own.policeContact, other.policeContact), policeAgreed: both(own.policeAgreed, other.policeAgreed), nextCheck: earlier(own.nextCheck, other.nextCheck) };
}

function wished({ meetingWish: own }: CaseState, { meetingWish: other }: Carried): CaseState['meetingWish'] {
  return own === undefined || other === undefined ? own ?? other : { ...own, about: both(own.about, other.about), at: earlier(own.at, other.at) };
}

function both(one: string, other: string): string {
  return one === other ? one : `${one}\n${other}`;
}

/** What whoever meets the person must know first, and what they can be reached by: where the case that goes on has none of its own, the other's. */
function onTop(state: CaseState, { owner, plan, nightCard, pins, warnings, objections, closedWays = [], coordination, interpreter }: Carried) {
  return {
    coordination: state.coordination ?? coordination, interpreter: state.interpreter ?? interpreter,
    owner: state.owner ?? owner, plan: state.plan ?? plan, nightCard: state.nightCard ?? nightCard,
    pins: [...state.pins, ...pins].toSorted(by(({ at }) => at)).toReversed(), warnings: [...state.warnings, ...warnings].toSorted(by(({ recorded }) => recorded.at)),
    closedWays: [...state.closedWays, ...closedWays],
    objections: [...state.objections, ...objections].toSorted(by(({ at }) => at)),
  };
}

/** The plan of the case that goes on holds where it has one, since whoever leads it wrote it; the other's stands before it, to be read. */
function safety(state: CaseState, carried: Carried): Safety {
  return {
    risks: [...carried.risks, ...state.risks], factorLooks: [...carried.factorLooks, ...state.factorLooks], safetyPlans: [...carried.safetyPlans, ...state.safetyPlans], planPostponed: carried.safetyPlans.length > 0 ? undefined : state.planPostponed, planPrompts: [...carried.planPrompts ?? (carried.planPrompt === undefined ? [] : [carried.planPrompt]), ...state.planPrompts],
    suspectChanges: [...carried.suspectChanges, ...state.suspectChanges], protections: [...carried.protections, ...state.protections],
  };
}

/** By the time each was written. What had no answer in one of them has none yet, whatever was answered in the other, and its clock goes on from when it began. */
function voiceAndDuties(state: CaseState, carried: Carried, at: Instant): Voice & Duties {
  const inTime = <T extends { readonly recorded: { readonly at: string } }>(a: readonly T[], b: readonly T[]) => [...a, ...b].toSorted(by(({ recorded }) => recorded.at));
  return {
    informings: inTime(state.informings, carried.informings), wishes: inTime(state.wishes, carried.wishes), declined: inTime(state.declined, carried.declined),
    avertings: inTime(state.avertings, carried.avertings), avertingAsked: earliest(state.avertingAsked, carried.avertingAsked), avertingElse: earliest(state.avertingElse, carried.avertingAsked), incidents: state.incidents,
    childDuties: inTime(state.childDuties, carried.childDuties), childFeedback: inTime(state.childFeedback, carried.childFeedback), serviceDuties: inTime(state.serviceDuties, carried.serviceDuties),
    additions: [...state.additions, ...carried.additions ?? []],
    brought: carried.unanswered === undefined ? state.brought : { known: at, children: earliest(childrenUnanswered(state), carried.unanswered.children), service: earliest(serviceUnanswered(state), carried.unanswered.service) },
  };
}

function signed(event: EventOf<'CaseMerged' | 'CaseTakenIn'>) {
  return { by: event.actor, at: event.happenedAt };
}

/** What was given before and is not kept has ended; what is kept has the end it had. */
function kept({ grants }: CaseState, at: CaseState['updatedAt'], keep: CaseState['grants']): CaseState['grants'] {
  return [...grants.filter((old) => !keep.some((one) => one.userId === old.userId && old.endedAt === undefined)).map((old) => ({ ...old, endedAt: old.endedAt ?? at })), ...keep];
}

function earliest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return [one, other].filter((at) => at !== undefined).sort()[0];
}

function earlier<T extends string>(a: T, b: T): T {
  return b < a ? b : a;
}

function by<T>(of: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
}
