import type { UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { unasked } from './asking.ts';
import { accessEndsAt, type CaseState, type Proposal, type Signed } from './case.ts';
import { callsPolice } from './akutt.ts';
import type { MeasureStatus } from './codes.ts';
import { NO_DUTIES } from './duties.ts';
import type { CaseEvent, CaseEventType, EventOf } from './events.ts';
import { APPLY_DEPUTY } from './evolve/deputy.ts';
import { APPLY_EXPERT } from './evolve/expert.ts';
import { endedWithCase, NO_EXPERTS } from './expert.ts';
import { NO_DEPUTY } from './deputy.ts';
import { APPLY_PINS } from './evolve/pins.ts';
import { APPLY_SECRECY } from './evolve/secrecy.ts';
import { APPLY_MEETING } from './evolve/meeting.ts';
import { merged, takenIn } from './evolve/merge.ts';
import { NO_MEETINGS } from './meeting.ts';
import { NO_MERGE } from './merging.ts';
import { APPLY_SAFETY } from './evolve/safety.ts';
import { NO_EMERGENCIES } from './emergency.ts';
import { APPLY_EMERGENCY } from './evolve/emergency.ts';
import { afterIncident, APPLY_DUTIES } from './evolve/duties.ts';
import { NO_DOCUMENTS } from './documents.ts';
import { APPLY_DOCUMENTS } from './evolve/documents.ts';
import { APPLY_SHARING, sharedWhole } from './evolve/sharing.ts';
import { NO_PINS } from './pins.ts';
import { NO_SECRECY } from './secrecy.ts';
import { NO_SAFETY } from './safety.ts';
import { APPLY_VOICE } from './evolve/voice.ts';
import { afterPlan, APPLY_PERSON } from './evolve/person.ts';
import { NO_CORRECTIONS } from './person.ts';
import { NO_COORDINATION, type DecisionLink } from './coordination.ts';
import { APPLY_COORDINATION } from './evolve/coordination.ts';
import { APPLY_RIGHTS } from './evolve/rights.ts';
import { NO_RIGHTS } from './rights.ts';
import { NO_FORMS, type Sent } from './sent-forms.ts';
import { NO_SHARING } from './sharing.ts';
import { afterMoving } from './lives-there.ts';
import { afterNaming } from './suspects.ts';
import { isClosed, type CaseStatus } from './status.ts';
import { NO_VOICE } from './voice.ts';
import { NO_VOIDED, type Ending } from './voided.ts';

/** The case as its journal tells it. Throws when the journal does not begin with its opening: that is a broken file, not a "no". */
export function foldCase(events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first === undefined || first.type !== 'CaseOpened') throw new Error('a case begins with its opening');
  return rest.reduce(evolve, opened(first));
}

/** The state after one more event. Pure; knows no rule: what the journal holds has happened. */
export function evolve(state: CaseState, event: CaseEvent & Sent): CaseState {
  const apply = APPLY[event.type] as (before: CaseState, next: CaseEvent) => CaseState; // the table pairs each type with its own event
  return { ...seenVoided(state, afterMoving(state, afterNaming(state, afterPlan(afterIncident(apply(state, event), event), event), event), event), event), updatedAt: event.writtenAt, sentForms: event.sentAs === undefined ? state.sentForms : [...state.sentForms, event.sentAs] };
}

function opened(event: EventOf<'CaseOpened'>): CaseState {
  const { reference, reports, leftOut, start } = event.content;
  return {
    reference, reports, start, joined: [], reportUnread: false, opened: signed(event), updatedAt: event.writtenAt, owner: start.owner,
    status: 'MOTTATT', reached: { MOTTATT: event.happenedAt }, closedAt: undefined,
    excluded: leftOut, impartial: [], akutt: undefined, policeCalled: false, handover: undefined,
    proposals: 0, proposal: undefined, classification: undefined, lead: undefined, notACase: undefined, transfer: undefined,
    plan: undefined, police: undefined, findings: undefined, measures: [], followUps: [], nextFollowUp: undefined,
    closingProposal: undefined, closingLocal: undefined, closing: undefined, notes: [], grants: [], nightCard: undefined, ...NO_EXPERTS, ...NO_PINS, ...NO_SECRECY, ...NO_SHARING, ...NO_MEETINGS, ...NO_MERGE, ...NO_SAFETY, ...NO_VOICE, ...NO_DUTIES, ...NO_DOCUMENTS, ...NO_EMERGENCIES, ...NO_RIGHTS, ...NO_DEPUTY, ...NO_CORRECTIONS, ...NO_COORDINATION, ...NO_FORMS, ...NO_VOIDED,
  };
}

type Apply = { readonly [Type in CaseEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

const APPLY: Apply = {
  CaseOpened: () => {
    throw new Error('a case is opened once');
  },
  ReportJoined: (state, event) => {
    const { report, leftOut } = event.content;
    const next = leaveOut({ ...state, reports: [...state.reports, report], joined: [...state.joined, { ...signed(event), ...event.content }] }, leftOut.filter((user) => !state.excluded.includes(user)), event.happenedAt);
    return voided({ ...next, reportUnread: state.reportUnread || (next.lead !== undefined && next.lead !== event.actor) }, event, event.content.voids);
  },
  JoinedReportRead: (state) => ({ ...state, reportUnread: false }),
  ...APPLY_MEETING,
  CaseMerged: (state, event) => moved(merged(state, event), 'SAMMENSLATT', event.happenedAt),
  CaseTakenIn: (state, event) => voided(takenIn(leaveOut(state, event.content.leftOut, event.happenedAt), event), event, event.content.voids),
  ImpartialityDeclared: (state, event) => declared(state, event),
  ColleagueLeftOut: (state, event) => leaveOut(state, event.content.leftOut, event.happenedAt),
  AkuttRaised: (state, event) => {
    const { raisedBy, reviewedAt, ...record } = event.content;
    return { ...state, policeCalled: state.policeCalled || callsPolice(record.called), planPostponed: undefined, akutt: { ...record, raisedBy: raisedBy ?? event.actor, raisedAt: event.happenedAt, reviewedAt } };
  },
  AkuttReviewed: (state, event) => ({
    ...state,
    akutt: state.akutt && { ...state.akutt, danger: event.content.danger, avertingDuty: event.content.avertingDuty ?? state.akutt.avertingDuty, reviewedAt: event.happenedAt },
  }),
  AkuttLowered: (state) => ({ ...state, akutt: undefined }),
  HandedOver: (state, event) => moved({ ...state, handover: { ...signed(event), note: event.content.note, read: undefined } }, 'TIL_VURDERING', event.happenedAt),
  HandoverRead: (state, event) => ({ ...state, handover: state.handover && { ...state.handover, read: signed(event) } }),
  TransferProposed: (state, event) => {
    const { proposal: no, byCoordinator, asked, transfer } = event.content;
    return { ...state, proposals: no, proposal: { ...signed(event), no, byCoordinator, byTeam: true, asked, kind: 'TRANSFER', transfer } };
  },
  CaseTransferred: (state, event) => {
    const { proposal: _confirmed, ...transfer } = event.content;
    const sent = { ...state, transfer: { ...transfer, at: event.happenedAt }, proposal: undefined, disclosures: [...state.disclosures, sharedWhole(event)] };
    // Within the system it is ours until they have it.
    return transfer.to === undefined ? moved(sent, 'OVERFORT', event.happenedAt) : sent;
  },
  TransferReceived: (state, event) => ({ ...state, transfer: state.transfer && { ...state.transfer, received: { ...signed(event), ...event.content } } }),
  TransferTaken: (state, event) => moved({ ...state, transfer: state.transfer && { ...state.transfer, received: { ...signed(event), ...event.content } } }, 'OVERFORT', event.happenedAt),
  // Danger in it is as new: nobody there looks after it, and everybody here is told again.
  TransferReturned: (state, event) => ({ ...state, transfer: undefined, akutt: state.akutt && { ...state.akutt, raisedBy: 'system', raisedAt: event.happenedAt, reviewedAt: undefined } }),
  ClassificationProposed: (state, event) => proposedClassification(state, event),
  ClassificationConfirmed: (state, event) => confirmedClassification(state, event),
  ...APPLY_VOICE,
  ...APPLY_DUTIES,
  NotACaseProposed: (state, event) => {
    const { proposal: no, byCoordinator, asked, notACase } = event.content;
    return { ...state, proposals: no, proposal: { ...signed(event), no, byCoordinator, byTeam: true, asked, kind: 'NOT_A_CASE', notACase } };
  },
  NotACaseConfirmed: (state, event) => {
    const notACase = state.proposal?.kind === 'NOT_A_CASE' ? { ...state.proposal.notACase, retention: event.content.retention } : undefined;
    return moved({ ...state, notACase, proposal: undefined }, 'IKKE_SAK', event.happenedAt);
  },
  CaseLeadChanged: (state, event) => ({ ...state, lead: event.content.lead }),
  InvestigationStarted: (state, event) => moved({ ...state, plan: event.content }, 'UNDERSOKES', event.happenedAt),
  PoliceAwaited: (state, event) => moved({ ...state, police: { ...signed(event), ...event.content } }, 'VENTER_POLITI', event.happenedAt),
  PoliceChecked: (state, event) => ({ ...state, police: state.police && { ...state.police, nextCheck: event.content.nextCheck } }),
  InvestigationResumed: (state, event) => moved({ ...state, police: undefined }, 'UNDERSOKES', event.happenedAt),
  InvestigationConcluded: (state, event) => moved({ ...state, findings: event.content }, 'TILTAK', event.happenedAt),
  ...APPLY_DOCUMENTS,
  MeasureDecided: (state, event) => ({
    ...state,
    measures: [...state.measures, { ...event.content, decided: signed(event), status: 'PLANLAGT', effect: undefined, updatedAt: event.happenedAt }],
  }),
  MeasureUpdated: (state, event) => ({
    ...state,
    measures: state.measures.map((measure) => measure.measureId === event.content.measureId
      ? { ...measure, status: event.content.status, began: measure.began === true || BEGAN.includes(event.content.status), effect: event.content.effect ?? measure.effect, ...(event.content.measureBasis === undefined ? {} : { measureBasis: event.content.measureBasis, consentId: event.content.consentId }), decision: linked(measure.decision, event.content.decision), updatedAt: event.happenedAt }
      : measure),
  }),
  ...APPLY_SAFETY,
  FollowUpStarted: (state, event) => moved({ ...state, nextFollowUp: event.content.next }, 'OPPFOLGING', event.happenedAt),
  FollowUpDone: (state, event) => ({ ...state, followUps: [...state.followUps, { ...signed(event), ...event.content }], nextFollowUp: event.content.next }),
  InvestigationReopened: (state, event) => moved({ ...state, nextFollowUp: undefined }, 'UNDERSOKES', event.happenedAt),
  MeasuresReopened: (state, event) => moved({ ...state, nextFollowUp: undefined }, 'TILTAK', event.happenedAt),
  ClosingProposed: (state, event) => {
    const { proposal: no, ...closing } = event.content;
    return moved({ ...state, proposals: no, closingProposal: { ...closing, ...signed(event), no, from: state.status }, closingLocal: closing.local }, 'TIL_AVSLUTNING', event.happenedAt);
  },
  ClosingReturned: (state) => ({ ...state, status: state.closingProposal?.from ?? state.status, closingProposal: undefined }),
  CaseClosed: (state, event) => moved({ ...state, closing: { ...signed(event), ...event.content } }, 'AVSLUTTET', event.happenedAt),
  CaseReopened: (state, event) => reopened(state, event.happenedAt),
  JournalNoteWritten: (state, event) => ({ ...state, notes: [...state.notes, { ...signed(event), ...event.content, writtenAt: event.writtenAt }] }),
  ...APPLY_PINS,
  ...APPLY_SECRECY,
  ...APPLY_SHARING,
  ...APPLY_RIGHTS,
  ...APPLY_COORDINATION,
  ...APPLY_PERSON,
  NightCardWritten: (state, event) => ({ ...state, nightCard: { ...signed(event), ...event.content } }),
  NightCardRemoved: (state) => ({ ...state, nightCard: undefined }),
  AccessGranted: (state, event) => ({ ...state, grants: [...ended(state, event.content.userId, event.happenedAt), { ...event.content, granted: signed(event), endedAt: undefined }] }),
  AccessEnded: (state, event) => ({ ...state, grants: ended(state, event.content.userId, event.happenedAt) }),
  AccessLapsed: (state, event) => lapsed(state, event.content.userId, event.happenedAt),
  ...APPLY_EMERGENCY,
  ...APPLY_DEPUTY,
  ...APPLY_EXPERT,
};

const BEGAN: readonly MeasureStatus[] = ['PAGAR', 'UTFORT'];

/** What is written later completes what stands; a field that was left empty changes nothing. */
function linked(before: DecisionLink | undefined, later: DecisionLink | undefined): DecisionLink | undefined {
  return later === undefined ? before : { decisionRef: later.decisionRef ?? before?.decisionRef, decidedOn: later.decidedOn ?? before?.decidedOn, complaintUntil: later.complaintUntil ?? before?.complaintUntil };
}

function signed(event: CaseEvent): Signed {
  return { by: event.actor, at: event.happenedAt };
}

function moved(state: CaseState, status: CaseStatus, at: Instant): CaseState {
  const next = { ...state, status, reached: { ...state.reached, [status]: at } };
  // A closed case waits for nobody: what was proposed or urgent belongs to whoever has it now.
  return isClosed(status) ? { ...next, closedAt: at, akutt: undefined, proposal: undefined, nightCard: undefined, reportUnread: false, experts: endedWithCase(next.experts, at) } : next;
}

/** What came into the case made a proposal to end it void: the case is where it was before that. */
function voided(state: CaseState, event: CaseEvent, voids: Ending | undefined): CaseState {
  if (voids === undefined) return state;
  const before = voids.kind === 'CLOSING' ? { status: state.closingProposal?.from ?? state.status, closingProposal: undefined } : { proposal: undefined };
  return { ...state, ...before, voided: { ...voids, at: event.happenedAt } };
}

/** Whoever proposed it has been in the case since, or something else is proposed, or the case has ended. */
function seenVoided(before: CaseState, after: CaseState, event: CaseEvent): CaseState {
  const seen = after.voided !== undefined && after.voided === before.voided && (event.actor === after.voided.by || after.proposals !== before.proposals || isClosed(after.status));
  return seen ? { ...after, voided: undefined } : after;
}

/** Access that ended with the case does not come back with it; the lead, if there is one still, does. */
function reopened(state: CaseState, at: Instant): CaseState {
  const over = accessEndsAt(state.closedAt);
  const grants = over !== undefined && at >= over ? state.grants.map((grant) => ({ ...grant, endedAt: grant.endedAt ?? over })) : state.grants;
  return { ...moved(state, 'UNDERSOKES', at), closedAt: undefined, closing: undefined, closingProposal: undefined, nextFollowUp: undefined, police: undefined, grants };
}

function ended(state: CaseState, userId: UserId, at: Instant): CaseState['grants'] {
  return state.grants.map((grant) => (grant.userId === userId && grant.endedAt === undefined ? { ...grant, endedAt: at } : grant));
}

function declared(state: CaseState, event: EventOf<'ImpartialityDeclared'>): CaseState {
  if (event.actor === 'system') return state;
  const { actor } = event;
  if (event.content.connection === 'TILKNYTTET') return leaveOut(state, [actor], event.happenedAt);
  return { ...state, impartial: [...state.impartial.filter((id) => id !== actor), actor] };
}

/** Whoever is connected to the case leaves it at once: no lead, no access, and nothing they proposed can be confirmed. */
export function leaveOut(state: CaseState, users: readonly UserId[], at: Instant): CaseState {
  return users.reduce((before, user) => {
    const without = withoutAccess(before, user, at);
    const { address, proposal } = without;
    return {
      ...without,
      excluded: [...before.excluded.filter((id) => id !== user), user],
      impartial: before.impartial.filter((id) => id !== user),
      address: { ...address, lowering: address.lowering?.by === user ? undefined : address.lowering },
      proposal: proposal?.by === user ? undefined : proposal,
    };
  }, state);
}

/** What one person has in the case ends: what they lead, are named for, were let into and are asked about by name. */
function withoutAccess(state: CaseState, user: UserId, at: Instant): CaseState {
  return {
    ...state, lead: state.lead === user ? undefined : state.lead, grants: ended(state, user, at),
    address: { ...state.address, named: state.address.named.filter((id) => id !== user), lowering: unasked(state.address.lowering, user) },
    proposal: unasked(state.proposal, user), closingProposal: unasked(state.closingProposal, user),
  };
}

/** The same of whoever was shut out, with what they stand in for and took in an emergency. What they answered, wrote and proposed stands. */
function lapsed(state: CaseState, user: UserId, at: Instant): CaseState {
  return {
    ...withoutAccess(state, user, at), deputy: state.deputy?.deputy === user ? undefined : state.deputy,
    emergencies: state.emergencies.map((one) => (one.userId === user && one.until > at ? { ...one, until: at } : one)),
  };
}

function proposedClassification(state: CaseState, event: EventOf<'ClassificationProposed'>): CaseState {
  const { proposal: no, provisional, byCoordinator, byTeam = true, asked, classification } = event.content;
  const proposal: Proposal = { ...signed(event), no, byCoordinator, byTeam, asked, kind: 'CLASSIFICATION', classification };
  const next = { ...state, proposals: no, proposal };
  if (!provisional) return next;
  return moved(inForce(next, { ...classification, proposed: signed(event), confirmed: undefined }), 'KLASSIFISERT', event.happenedAt);
}

function confirmedClassification(state: CaseState, event: EventOf<'ClassificationConfirmed'>): CaseState {
  const { proposal } = state;
  if (proposal?.kind !== 'CLASSIFICATION') return state;
  const next = inForce({ ...state, proposal: undefined }, { ...proposal.classification, proposed: { by: proposal.by, at: proposal.at }, confirmed: signed(event) });
  return next.status === 'TIL_VURDERING' ? moved(next, 'KLASSIFISERT', event.happenedAt) : next;
}

function inForce(state: CaseState, classification: CaseState['classification'] & object): CaseState {
  return { ...state, classification, lead: classification.lead, owner: classification.owner ?? state.owner };
}

/** Every entry that a case's journal can have. */
export const CASE_EVENTS = Object.keys(APPLY) as readonly CaseEventType[]; // the table's keys are exactly its key type
