import type { Actor } from '../kernel/actor.ts';
import type { FileId, MunicipalityId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';
import { isAskedToConfirm, isForAsked } from './asking.ts';
import { accessEndsAt, grantedUntil, isExcluded, isImpartial, isInReception, supervisionGrantSince, type CaseState } from './case.ts';
import { isInTeam, type CaseActor } from './conditions.ts';
import { leadFor } from './deputy.ts';
import { EMERGENCY_ROLES, emergencyUntil, isForEmergency } from './emergency.ts';
import { GRANTABLE } from './grants.ts';
import { partRefusal } from './guard.ts';
import { isStrict } from './secrecy.ts';
import { countsUntil, isForSupervision, isSupervisor, supervises, type Term } from './supervision.ts';
import type { CaseStatus } from './status.ts';
import { WORKFLOW, type CaseRole, type StepKey } from './workflow.ts';

/** `municipalities`: those the person works for; they decide which cases a LEDER finds in the list, and which TILSYN reads. */
export type AccessActor = CaseActor & { readonly municipalities: readonly MunicipalityId[]; /** of whoever supervises: the decisions that run now */ readonly supervisions?: readonly Term[] | undefined };

/** What access is judged by: loaded from projections, or taken from the fold by `caseFacts`. Always about one person and one case. */
export type CaseFacts = {
  readonly fileId: FileId;
  readonly status: CaseStatus;
  readonly owner: MunicipalityId | undefined; readonly closedAt: Instant | undefined;
  readonly lead: UserId | undefined; /** whoever stands in for the lead finds themselves there meanwhile */
  /** named in a report, or declared themselves connected */
  readonly excluded: boolean;
  /** answered «no» to the question before content */
  readonly impartial: boolean;
  /** until when (exclusive) a grant lasts; undefined where there is none */
  readonly grantedUntil: Instant | undefined; /** where it was given for supervision: when */ readonly supervisionSince: Instant | undefined;
  /** the address is strictly confidential: no role has the case, only people do */
  readonly strict: boolean;
  /** is one of the coordinators who are named for it */
  readonly named: boolean;
  /** until when (exclusive) the newest access in an emergency lasts or lasted; undefined where there never was one */
  readonly emergencyUntil: Instant | undefined;
  /** somebody asked this person by name, not long ago, to confirm what they propose, and it is not answered */
  readonly asked: boolean;
  /** no coordinator has read the hand-over yet, so reception still has the case */
  readonly inReception: boolean; /** its use is restricted (GDPR art. 18): whoever was let in waits outside */ readonly restricted: boolean;
};

export function caseFacts(fileId: FileId, state: CaseState, userId: UserId, now: Instant): CaseFacts {
  return {
    fileId, status: state.status, owner: state.owner, closedAt: state.closedAt, lead: leadFor(state, userId, now),
    excluded: isExcluded(state, userId), impartial: isImpartial(state, userId), grantedUntil: grantedUntil(state, userId, now), supervisionSince: supervisionGrantSince(state, userId), emergencyUntil: emergencyUntil(state, userId),
    asked: isAskedToConfirm(state, userId, now), inReception: isInReception(state), strict: isStrict(state), named: state.address.named.includes(userId), restricted: state.restriction !== undefined,
  };
}

/** How a person stands to a case; the code is the reason that the audit keeps. The first that fits counts. */
export const STANDINGS = ['excluded', 'role_without_content', 'coordinator', 'case_lead', 'restricted', 'granted', 'reception', 'asked', 'emergency', 'supervision', 'leader_of_municipality', 'access_over', 'not_granted'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standing(actor: AccessActor, facts: CaseFacts, now: Instant): Standing {
  if (facts.excluded) return 'excluded';
  const over = now >= (accessEndsAt(facts.closedAt) ?? '9999');
  const until = countsUntil(actor, facts);
  if (isSupervisor(actor)) return supervises(actor, facts, until, over, now);
  if (!GRANTABLE.some((role) => actor.roles.includes(role))) return 'role_without_content';
  const [leads, granted] = [facts.lead === actor.userId && isInTeam(actor), until !== undefined && now < until];
  const hasIt = !facts.strict || facts.named || (!over && (leads || (granted && !facts.restricted)));
  if (hasIt && actor.roles.includes('KOORDINATOR')) return 'coordinator';
  if (!over && leads) return 'case_lead';
  const otherwise = over && (leads || until !== undefined) ? 'access_over' : !over && granted ? 'restricted' : 'not_granted';
  if (!over && granted && !facts.restricted) return 'granted';
  // until it is answered; nobody who has the case in another way has less for it
  const asked = facts.asked && isInTeam(actor) && !facts.restricted;
  if (facts.strict) return asked ? 'asked' : otherwise;
  if (facts.inReception && actor.roles.includes('MOTTAK')) return 'reception';
  if (asked) return 'asked';
  if (facts.emergencyUntil !== undefined && now < facts.emergencyUntil && EMERGENCY_ROLES.some((role) => actor.roles.includes(role))) return 'emergency';
  if (facts.owner !== undefined && actor.roles.includes('LEDER') && actor.municipalities.includes(facts.owner)) return 'leader_of_municipality';
  return otherwise;
}

/**
 * What a person finds in lists, said so that the database can look for it: the union of these, less what they are left out of.
 * Each line found is judged by maySeeInList all the same (test/database/cases-list.test.ts compares the two).
 */
export type Reach = {
  readonly everything: boolean;
  /** the cases they lead */
  readonly led: boolean;
  readonly granted: boolean;
  /** what reception still has */
  readonly reception: boolean;
  readonly municipalities: readonly MunicipalityId[];
};

/** undefined: a role that finds no case at all. */
export function reach(actor: AccessActor): Reach | undefined {
  const has = (role: CaseRole) => actor.roles.includes(role);
  if (isSupervisor(actor)) return { everything: false, led: false, granted: true, reception: false, municipalities: actor.municipalities };
  if (!GRANTABLE.some(has)) return undefined;
  return { everything: has('KOORDINATOR'), led: isInTeam(actor), granted: true, reception: has('MOTTAK'), municipalities: has('LEDER') ? actor.municipalities : [] };
}

/** A slot for every standing: a new one cannot be forgotten here. */
type Slots = Readonly<Record<Standing, 'yes' | 'no'>>;

const IN_LIST: Slots = {
  excluded: 'no', role_without_content: 'no', coordinator: 'yes', case_lead: 'yes', restricted: 'yes', granted: 'yes', reception: 'yes', asked: 'yes', emergency: 'yes', supervision: 'yes',
  leader_of_municipality: 'yes', access_over: 'no', not_granted: 'no',
};
const CONTENT: Slots = { ...IN_LIST, restricted: 'no', leader_of_municipality: 'no' };

/** May know that the case exists: reference, status, clocks. Names are content. */
export function maySeeInList(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const how = standing(actor, facts, now);
  return IN_LIST[how] === 'yes' ? allow(how) : deny(how);
}

/**
 * May read the case. Denied with impartiality_first where only the answer to the question is missing: that page, and nothing
 * of the case, is what such a person is shown.
 */
export function mayReadCase(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const how = standing(actor, facts, now);
  if (CONTENT[how] === 'no') return deny(how);
  return facts.impartial ? allow(how, [facts.fileId]) : deny('impartiality_first');
}

/** May be asked the question, and answer it. */
export function mayDeclareImpartiality(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  return mayTakeStep('declareImpartiality', actor, facts, now);
}

/** May be told, before the question, where somebody it is about works: whoever the question is put to. It stands in the reports, too, and in what was added to them. */
export function mayBeToldWorkplace(actor: AccessActor, facts: CaseFacts, reports: readonly FileId[], now: Instant): Verdict {
  const asked = mayDeclareImpartiality(actor, facts, now);
  return asked.allow ? allow(asked.because, [facts.fileId, ...reports]) : asked;
}

/** May take this step of the workflow table, as far as the person goes; whether it is the time for it, the rule says. */
export function mayTakeStep(step: Exclude<StepKey, 'openCase'>, actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const { who, beforeContent } = WORKFLOW[step];
  const how = standing(actor, facts, now);
  if (CONTENT[how] === 'no') return deny(how);
  if (how === 'supervision' && !isForSupervision(step)) return deny('only_reads');
  if (how === 'emergency' && !isForEmergency(step)) return deny('not_in_emergency');
  if (how === 'asked' && !isForAsked(step)) return deny('only_to_confirm');
  if (beforeContent !== true && !facts.impartial) return deny('impartiality_first');
  const part = partRefusal(who, actor, facts.lead);
  return part === undefined ? allow(how, [facts.fileId]) : deny(part);
}

export function mayWriteJournal(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  return mayTakeStep('writeNote', actor, facts, now);
}

/** May let a report go into a case: with the report as a coordinator (or the reserve who stands in), and with the case as its coordinator. */
export function mayJoinReport(actor: AccessActor, facts: CaseFacts, report: Verdict, now: Instant): Verdict {
  if (!report.allow) return report;
  if (!isCoordinators(report)) return deny('not_your_role');
  const step = mayTakeStep('joinReport', actor, facts, now);
  return step.allow ? allow(step.because, [...(step.files ?? []), ...(report.files ?? [])]) : step;
}

/**
 * May be told what else may be about the same person: who reads the report as a coordinator, or as the reserve who stands in. Of other files
 * only those that they find anyway. `report`: the report's own verdict on reading it.
 */
export function maySeeSamePerson(report: Verdict, found: readonly FileId[]): Verdict {
  if (!report.allow) return report;
  return isCoordinators(report) ? allow(report.because, [...(report.files ?? []), ...found]) : deny('not_your_role');
}

/** A report's verdict that was given as to a coordinator, or to the reserve who does what one does. */
export function isCoordinators(verdict: Verdict): boolean {
  return verdict.allow && (verdict.because === 'coordinator' || verdict.because === 'reserve');
}

/**
 * May see who has looked at a case: the coordinator and the case lead, who answer for it, once they may read it; and the data-protection
 * officer, who looks after that nobody looks without need, and to whom nothing of the case itself is opened.
 */
export function mayReadLookers(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const how = standing(actor, facts, now);
  if (how === 'excluded') return deny(how);
  if (actor.roles.includes('PERSONVERNOMBUD')) return allow('data_protection_officer');
  const reads = mayReadCase(actor, facts, now);
  if (!reads.allow) return reads;
  return how === 'coordinator' || how === 'case_lead' ? allow(how) : deny('not_your_role');
}

/** May look a case up by its reference, to ask who has looked at it. */
export function mayFindForLog(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (actor.roles.includes('PERSONVERNOMBUD')) return allow('data_protection_officer');
  return actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** May see and change the region's templates of letters. */
export function mayKeepTemplates(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** May ask for a card at night: whoever answers the phone, and the coordinators who do so by day. */
export function mayAskForNightCard(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['MOTTAK', 'KOORDINATOR'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role === 'MOTTAK' ? 'reception' : 'coordinator');
}

/** May open the one card that answers: the cards of these cases are looked through for it, none of which the asker is left out of. */
export function mayOpenNightCard(actor: Actor, { cases }: { readonly cases: readonly FileId[] }): Verdict {
  const asks = mayAskForNightCard(actor);
  return asks.allow ? allow(asks.because, cases) : asks;
}

/** May open a case; which reports it can be made of, reports/access.ts says. */
export function mayOpenCase(actor: CaseActor): Verdict {
  const part = partRefusal(WORKFLOW.openCase.who, actor, undefined);
  return part === undefined ? allow('opener') : deny(part);
}

/** May open a case from these reports: each is judged by the reports' own rule, and what it opens may be read. */
export function mayOpenCaseFrom(actor: CaseActor, reports: readonly Verdict[]): Verdict {
  const no = reports.find((verdict) => !verdict.allow) ?? mayOpenCase(actor);
  return no.allow ? allow(no.because, reports.flatMap((verdict) => (verdict.allow ? verdict.files ?? [] : []))) : no;
}

/** May be shown the form for advice only beside a report: whoever reads it and could open a case from it. Opens nothing. */
export function mayAdviseOn(actor: CaseActor, reports: readonly Verdict[]): Verdict {
  const may = mayOpenCaseFrom(actor, reports);
  return may.allow ? allow(may.because) : may;
}

/**
 * May come to the page of a case: to all of it with its reports, or, where only the answer is missing, to the question. Then no file
 * is opened, so that there is nothing to show.
 */
export function mayOpenPage(actor: AccessActor, facts: CaseFacts, reports: readonly FileId[], now: Instant): Verdict {
  const reads = mayReadCase(actor, facts, now);
  if (reads.allow) return allow(reads.because, [facts.fileId, ...reports]);
  return mayDeclareImpartiality(actor, facts, now).allow ? allow('question') : reads;
}

/** May see that team meetings are held, and be at one: the operative team. */
export function maySeeMeetings(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['KOORDINATOR', 'TEAMMEDLEM'].find((one) => actor.roles.includes(one));
  return role === undefined ? deny('role') : allow(role);
}

/** May hold one: make the agenda, say who is there, and write the minutes. */
export function mayHoldMeeting(actor: Actor): Verdict {
  const sees = maySeeMeetings(actor);
  return sees.allow && sees.because !== 'KOORDINATOR' ? deny('role') : sees;
}

/** May look at the meeting's page. Of the case that is taken up it opens the file where this person may read it; else only the question is asked. */
export function mayOpenMeeting(actor: Actor, taken: { readonly actor: AccessActor; readonly facts: CaseFacts } | undefined, now: Instant): Verdict {
  const sees = maySeeMeetings(actor);
  if (!sees.allow || taken === undefined) return sees;
  return mayReadCase(taken.actor, taken.facts, now).allow ? allow(sees.because, [taken.facts.fileId]) : sees;
}

/** May write in a case from the meeting: whoever holds it, as far as the case itself lets them. */
export function mayWriteInMeeting(step: 'minuteMeeting' | 'nameInMeeting', actor: Actor, taken: { readonly actor: AccessActor; readonly facts: CaseFacts }, now: Instant): Verdict {
  const holds = mayHoldMeeting(actor);
  return holds.allow ? mayTakeStep(step, taken.actor, taken.facts, now) : holds;
}

/** May make one case of two: with both as their coordinator, who has answered the question for both. */
export function mayMergeCases(ended: { readonly actor: AccessActor; readonly facts: CaseFacts }, goesOn: { readonly actor: AccessActor; readonly facts: CaseFacts }, now: Instant): Verdict {
  const first = mayTakeStep('mergeCase', ended.actor, ended.facts, now);
  const second = mayTakeStep('takeInCase', goesOn.actor, goesOn.facts, now);
  if (!first.allow || !second.allow) return first.allow ? second : first;
  return allow(first.because, [...(first.files ?? []), ...(second.files ?? [])]);
}
