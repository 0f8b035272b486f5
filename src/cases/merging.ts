import type { FileId, UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { done, type Outcome } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { inBoth } from './akutt.ts';
import { grantedUntil, type CaseMeasure, type CaseState, type Grant, type Note } from './case.ts';
import { canLead, type DecisionContext } from './conditions.ts';
import { entry, type CaseStart, type NewCaseEvent } from './events.ts';
import { childrenUnanswered, serviceUnanswered, type Duties } from './duties.ts';
import { check, guard } from './guard.ts';
import type { MinutesContent } from './meeting.ts';
import { refuseCase } from './refusals.ts';
import type { Safety } from './safety.ts';
import type { Pins } from './pins.ts';
import { toldBesides } from './reservation.ts';
import type { Rights } from './rights.ts';
import { strictestOf, type Secrecy } from './secrecy.ts';
import type { Sharing } from './sharing.ts';
import type { CaseStatus } from './status.ts';
import type { Voice } from './voice.ts';
import { endingProposed, type Ending } from './voided.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Who has access from then on, in both cases: chosen by name, and nobody else. */
type Keepers = { readonly lead: UserId | undefined; readonly grants: readonly Grant[] };

/** What keeps the person safe from those who may not see: from then on the same in both cases. */
type Guarded = { readonly address: Secrecy['address']; readonly restriction: Rights['restriction'] };

/** The case that ends: from now on it only points to the other. */
export type MergedContent = Guarded & {
  readonly into: FileId;
  readonly intoReference: string;
  readonly grounds: string;
  readonly leftOut: readonly UserId[];
  readonly keepers: Keepers;
};

/** What the case that goes on takes over. The journal of the other stays as it is, and says the rest. */
export type Carried = Pick<Sharing, 'related' | 'capacities' | 'consents' | 'disclosures'> & Omit<Safety, 'planPrompts' | 'planPostponed'> & Partial<Pick<Safety, 'planPrompts'>> & Voice & Omit<Duties, 'additions' | 'brought' | 'incidents' | 'avertingElse'> & Partial<Pick<Duties, 'additions'>> & Pins & Pick<Rights, 'objections'> & Pick<CaseState, 'owner' | 'plan' | 'nightCard'> & {
  /** in older entries, which kept one alone */
  readonly planPrompt?: Safety['planPrompts'][number] | undefined;
  /** absent in older entries */
  readonly closedWays?: CaseState['closedWays'];
  /** the cases that had become part of it; absent in older entries */
  readonly takenIn?: CaseState['takenIn'];
  /** absent in older entries */
  readonly keptOut?: Rights['keptOut'];
  /** since when what was told there had no answer; absent in older entries */
  readonly unanswered?: { readonly children: Instant | undefined; readonly service: Instant | undefined } | undefined;
  /** what was agreed with the police, and what the team was asked: absent in older entries */
  readonly police?: CaseState['police'];
  readonly meetingWish?: CaseState['meetingWish'];
  /** when it came to each status; absent in older entries */
  readonly reached?: CaseState['reached'];
  /** absent in older entries */
  readonly policeCalled?: boolean;
  readonly coordination?: CaseState['coordination'];
  readonly interpreter?: CaseState['interpreter'];
  readonly start: CaseStart;
  readonly joined: CaseState['joined'];
  readonly measures: readonly CaseMeasure[];
  readonly notes: readonly Note[];
  readonly minutes: readonly (Signed & MinutesContent)[];
  readonly nextFollowUp: CaseState['nextFollowUp'];
};
export type TakenInContent = Guarded & {
  readonly from: FileId;
  readonly reference: string;
  readonly reports: readonly FileId[];
  readonly grounds: string;
  readonly leftOut: readonly UserId[];
  readonly keepers: Keepers;
  /** the proposal to end the case that fell with it; absent in older entries, where it stood */
  readonly voids?: Ending;
  readonly carried: Carried;
};

export type MergePart = {
  /** where this case went on; undefined while it is a case of its own */
  readonly merged: (Signed & Pick<MergedContent, 'into' | 'intoReference' | 'grounds'>) | undefined;
  /** the cases that became part of this one */
  readonly takenIn: readonly (Signed & Pick<TakenInContent, 'from' | 'reference' | 'grounds'>)[];
};

export const NO_MERGE: MergePart = { merged: undefined, takenIn: [] };

/** fvl § 6: whoever is inhabil in a case is so in what it was made of and in what it became, or the inbox and the cases beside it would still show it to them. */
export function leftOutTogether(fileId: FileId, { reports, merged, takenIn }: Pick<CaseState, 'reports' | 'merged' | 'takenIn'>): readonly FileId[] {
  return [...new Set([fileId, ...reports, ...(merged === undefined ? [] : [merged.into]), ...takenIn.map(({ from }) => from)])];
}

/** One of the two, with its id. */
export type Side = { readonly fileId: FileId; readonly state: CaseState };
/** `toldSecret`: when one of its reports, or what was added to one, last said that the address is secret. `followUp`: the day on which the person is asked next how it went, chosen by somebody or by the region's rhythm. */
export type MergingSide = Side & { readonly toldSecret: Instant | undefined; readonly followUp: Day | undefined };

export type MergeCases = {
  /** why it is the same person */
  readonly grounds: string;
  /** who leads the case that goes on; asked for where one of the two has a lead */
  readonly lead?: UserId | undefined;
  /** those who keep an access by grant; of nobody else is it carried over */
  readonly keep: readonly UserId[];
};

/**
 * T16: two open cases about the same person become one. `ended` becomes a pointer; `goesOn` has both reporters, what is still to be
 * done and every deadline. Whoever is inhabil in one is so in both. What protects in one (a graded address, use that is restricted) protects in both: two
 * have to lower it, and here is one. Nobody gets to see more than they did, unless the coordinator says so
 * by name. The one that has come furthest goes on, so that nothing two people decided is begun anew. Refuses: those of the workflow table, further_goes_on, owners_differ (another controller: that is a transfer, T4), lead_cannot_lead, bad_input.
 */
export function decideMerge(ended: MergingSide, goesOn: MergingSide, input: MergeCases, ctx: DecisionContext): Outcome<{ readonly ended: NewCaseEvent[]; readonly goesOn: NewCaseEvent[] }> {
  const { grounds, lead } = input;
  const no = check('mergeCase', ended.state, { grounds, lead }, ctx) ?? guard('takeInCase', goesOn.state, ctx);
  if (no !== undefined) return no;
  if (ended.fileId === goesOn.fileId) return refuseCase('bad_input', { into: 'not_offered' });
  const [a, b] = [ended.state, goesOn.state];
  if (stage(a) > stage(b)) return refuseCase('further_goes_on', { goesOn: 'further_goes_on' });
  if (a.owner !== undefined && b.owner !== undefined && a.owner !== b.owner) return refuseCase('owners_differ');
  const leftOut = [...new Set([...a.excluded, ...b.excluded])];
  if (lead === undefined && (a.lead ?? b.lead) !== undefined) return refuseCase('bad_input', { lead: 'missing' });
  if (lead !== undefined && ((lead !== a.lead && lead !== b.lead) || leftOut.includes(lead) || !canLead(b, lead, ctx.team))) return refuseCase('lead_cannot_lead', { lead: 'lead_cannot_lead' });
  const keepers: Keepers = { lead, grants: grantsKept(a, b, input.keep.filter((user) => !leftOut.includes(user)), ctx.now) };
  const [restriction, merging] = [restrictedInBoth(b.restriction, a.restriction), { by: ctx.actor.userId, at: ctx.now }];
  const akutt = akuttOver(a, b);
  // It is the same person's right, whichever case it was said in.
  const out = a.keepsOut && !b.keepsOut ? [entry('FiguresWishRecorded', ctx.now, { figuresWish: 'RESERVERT' })] : [];
  const reserved = a.reservations.flatMap((theirs) => toldBesides(b, theirs)).map((said) => entry('ReservationRecorded', ctx.now, said));
  return done({
    ended: [entry('CaseMerged', ctx.now, { into: goesOn.fileId, intoReference: b.reference, grounds, leftOut, keepers, address: strictestOf(ended, goesOn, merging), restriction })],
    goesOn: [entry('CaseTakenIn', ctx.now, { from: ended.fileId, reference: a.reference, reports: a.reports, grounds, leftOut, keepers, address: strictestOf(goesOn, ended, merging), restriction, ...endingProposed(b), carried: carriedFrom(ended) }), ...akutt, ...out, ...reserved],
  });
}

/** The one of two that may go on; of two that have come as far, the one that was reported first. */
export function whichGoesOn(one: Side, other: Side): FileId {
  const ahead = stage(one.state) - stage(other.state);
  const first = one.state.start.receivedAt <= other.state.start.receivedAt;
  return ahead > 0 || (ahead === 0 && first) ? one.fileId : other.fileId;
}

/** Those who were let into both, or into one of them: of whom the coordinator decides by name. */
export function grantedInEither(a: CaseState, b: CaseState, now: Instant): readonly { readonly userId: UserId; readonly inBoth: boolean }[] {
  const inOne = (state: CaseState, user: UserId) => grantedUntil(state, user, now) !== undefined;
  const users = [...new Set([...a.grants, ...b.grants].map(({ userId }) => userId))].filter((user) => !a.excluded.includes(user) && !b.excluded.includes(user));
  return users.filter((user) => inOne(a, user) || inOne(b, user)).map((userId) => ({ userId, inBoth: inOne(a, userId) && inOne(b, userId) }));
}

function grantsKept(a: CaseState, b: CaseState, keep: readonly UserId[], now: Instant): Grant[] {
  return grantedInEither(a, b, now).filter(({ userId }) => keep.includes(userId))
    // The one that lasts longest: one that is over in the other case ends nothing.
    .flatMap(({ userId }) => [...b.grants, ...a.grants].filter((grant) => grant.userId === userId && grant.endedAt === undefined).toSorted((one, other) => (other.until < one.until ? -1 : other.until > one.until ? 1 : 0)).slice(0, 1));
}

/** The danger of the case that ends comes along. Whether it must be averted (strl. § 196) is not answered while either case waits for the answer. */
function akuttOver(a: CaseState, b: CaseState): NewCaseEvent[] {
  if (a.akutt === undefined) return [];
  const { raisedAt, ...record } = b.akutt === undefined ? { ...a.akutt, reviewedAt: undefined } : inBoth(b.akutt, a.akutt);
  const unanswered = (a.avertingAsked ?? b.avertingAsked) === undefined ? {} : { avertingDuty: 'IKKE_VURDERT' as const };
  return [entry('AkuttRaised', raisedAt, { ...record, ...unanswered })];
}

/** A case on hold stands last: what was agreed with the police binds whatever else is under way. */
const STAGES: readonly CaseStatus[] = ['MOTTATT', 'TIL_VURDERING', 'KLASSIFISERT', 'UNDERSOKES', 'TILTAK', 'OPPFOLGING', 'VENTER_POLITI'];

/** How far a case has come. One that is about to be closed stands where it would be sent back to. */
function stage({ status, closingProposal }: CaseState): number {
  return STAGES.indexOf(status === 'TIL_AVSLUTNING' ? closingProposal?.from ?? 'OPPFOLGING' : status);
}

/** Both restrictions hold until both are lifted: since the newer one, or a consent from before it would open what it shut; with what both were for, and looked over on the nearer day. */
function restrictedInBoth(one: Rights['restriction'], other: Rights['restriction']): Rights['restriction'] {
  if (one === undefined || other === undefined) return one ?? other;
  const [older, newer] = one.at <= other.at ? [one, other] : [other, one];
  const reviewOn = [older.reviewOn, newer.reviewOn].filter((day) => day !== undefined).sort()[0];
  return { ...newer, grounds: [...new Set([older.grounds, newer.grounds])].join('\n'), reviewOn };
}

function carriedFrom({ state, followUp }: MergingSide): Carried {
  const { start, joined, measures, notes, minutes, related, capacities, consents, disclosures, police, meetingWish, reached } = state;
  const { risks, factorLooks, safetyPlans, planPrompts, suspectChanges, protections } = state;
  const { informings, wishes, declined, avertings, avertingAsked, childDuties, childFeedback, serviceDuties, additions } = state;
  const { owner, plan, nightCard, pins, warnings, objections, closedWays, takenIn, keptOut, policeCalled, coordination, interpreter } = state;
  return {
    start, joined, measures, notes, minutes, nextFollowUp: followUp, police, meetingWish, reached, related, capacities, consents, disclosures,
    risks, factorLooks, safetyPlans, planPrompts, suspectChanges, protections,
    informings, wishes, declined, avertings, avertingAsked, childDuties, childFeedback, serviceDuties, additions, unanswered: { children: childrenUnanswered(state), service: serviceUnanswered(state) },
    owner, plan, nightCard, pins, warnings, objections, closedWays, takenIn, keptOut, policeCalled, coordination, interpreter,
  };
}
