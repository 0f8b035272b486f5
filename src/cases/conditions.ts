import type { UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { mayCloseAlone } from './alone.ts';
import { accessEndsAt, isExcluded, raisersOf, type CaseState } from './case.ts';
import { leadFor } from './deputy.ts';
import { runs } from './protection.ts';
import { dutiesUnanswered, feedbackAwaited, suspectInService } from './duties.ts';
import { receiptAwaited, underWay } from './receipt.ts';
import type { CaseRefusal } from './refusals.ts';
import { hasReporter, isStrict, protectionOf } from './secrecy.ts';
import { receiversToTell } from './receivers.ts';
import { fallenDisclosures } from './sharing.ts';
import { lastInformed } from './voice.ts';

/** Who acts: a signed-in person with the roles they hold at this very request. */
export type CaseActor = { readonly userId: UserId; readonly roles: readonly string[] };

/** What a rule is told besides the case itself. */
export type DecisionContext = {
  readonly actor: CaseActor;
  readonly now: Instant;
  /** everyone in the region who is KOORDINATOR or TEAMMEDLEM today */
  readonly team: readonly UserId[];
  /** of everybody who ever was of the team, when they last were (alone.ts); undefined: nobody has looked */
  readonly lastInTeam?: readonly Instant[] | undefined;
  /** of a strictly confidential case: they are named for it, or the reserve who steps in where nobody is left; as the case says where this is not given */
  readonly keeps?: boolean | undefined;
};

type Rule = { readonly met: (state: CaseState, ctx: DecisionContext) => boolean; readonly refusal: CaseRefusal };

/** What must be so before a step, beyond status and role: each with the code that says why not. */
export const CONDITIONS = {
  AKUTT_RAISED: { met: (state) => state.akutt !== undefined, refusal: 'akutt_not_raised' },
  AKUTT_NOT_RAISED: { met: (state) => state.akutt === undefined, refusal: 'akutt_already_raised' },
  AKUTT_LOWERED: { met: (state) => state.akutt === undefined, refusal: 'akutt_still_raised' },
  ANOTHER_THAN_RAISER: { met: ({ akutt }, { actor }) => akutt === undefined || !raisersOf(akutt).includes(actor.userId), refusal: 'another_must_lower' },
  HANDOVER_UNREAD: { met: ({ handover }) => handover !== undefined && handover.read === undefined, refusal: 'no_handover_to_read' },
  // Where nobody leads the case it lies unread with nobody: whoever took it in has read it.
  REPORT_READ: { met: ({ reportUnread, lead }) => !reportUnread || lead === undefined, refusal: 'report_unread' },
  REPORT_UNREAD: { met: ({ reportUnread }) => reportUnread, refusal: 'no_report_to_read' },
  NOT_CONFIRMED: { met: (state) => state.classification?.confirmed === undefined, refusal: 'already_classified' },
  CONFIRMED: { met: (state) => state.classification?.confirmed !== undefined, refusal: 'not_confirmed' },
  CONFIRMED_OR_AKUTT: { met: (state) => state.classification?.confirmed !== undefined || state.akutt !== undefined, refusal: 'not_confirmed_nor_akutt' },
  RECEPTION_ONLY_IN_AKUTT: { met: (state, { actor }) => state.akutt !== undefined || isInTeam(actor), refusal: 'reception_only_in_akutt' },
  CLASSIFICATION_PROPOSED: { met: (state) => state.proposal?.kind === 'CLASSIFICATION', refusal: 'nothing_proposed' },
  PERSON_TO_INFORM: { met: (state) => lastInformed(state, 'PERSON')?.informed !== 'JA', refusal: 'already_informed' },
  DUTIES_ANSWERED: { met: (state) => dutiesUnanswered(state) === undefined, refusal: 'duties_unanswered' },
  CHILD_REPORTED: { met: (state) => feedbackAwaited(state) !== undefined, refusal: 'no_child_report' },
  SUSPECT_IN_SERVICE: { met: (state) => suspectInService(state), refusal: 'no_suspect_in_service' },
  NOT_A_CASE_PROPOSED: { met: (state) => state.proposal?.kind === 'NOT_A_CASE', refusal: 'nothing_proposed' },
  TRANSFER_PROPOSED: { met: (state) => state.proposal?.kind === 'TRANSFER', refusal: 'nothing_proposed' },
  RECEIPT_AWAITED: { met: (state) => receiptAwaited(state) !== undefined, refusal: 'no_receipt_awaited' },
  ANOTHER_THAN_PROPOSER: { met: (state, { actor }) => state.proposal?.by !== actor.userId, refusal: 'another_must_confirm' },
  NOT_UNDER_WAY: { met: (state) => underWay(state) === undefined, refusal: 'under_way' },
  // What reception classified at night is provisional and stays so: the two who classify are both of the team (T5).
  PROPOSER_IN_TEAM: { met: (state) => state.proposal?.byTeam !== false, refusal: 'proposer_not_in_team' },
  ONE_IS_COORDINATOR: { met: (state, { actor }) => state.proposal?.byCoordinator === true || actor.roles.includes('KOORDINATOR'), refusal: 'coordinator_missing' },
  NO_PROPOSAL: { met: ({ proposal }) => proposal === undefined, refusal: 'proposal_waits' },
  LEAD_CAN_LEAD: { met: (state, { team }) => state.proposal?.kind === 'CLASSIFICATION' && canLead(state, state.proposal.classification.lead, team), refusal: 'lead_cannot_lead' },
  // A day for it comes along from a case that was followed up and became part of this one.
  FOLLOWED_UP: { met: ({ status, nextFollowUp }) => status === 'OPPFOLGING' || nextFollowUp !== undefined, refusal: 'wrong_status' },
  DOCUMENT_BEGUN: { met: ({ documents }) => documents.length > 0, refusal: 'no_document' },
  DOCUMENT_DRAFTED: { met: ({ documents }) => documents.some(({ draft }) => draft !== undefined), refusal: 'no_draft' },
  DOCUMENT_FINALISED: { met: ({ documents }) => documents.some(({ versions }) => versions.length > 0), refusal: 'no_final_document' },
  MEASURE_RECORDED: { met: (state) => state.measures.length > 0, refusal: 'no_measure' },
  SAFETY_PLAN_WRITTEN: { met: ({ safetyPlans }) => safetyPlans.length > 0, refusal: 'no_safety_plan' },
  NO_SAFETY_PLAN: { met: ({ safetyPlans }) => safetyPlans.length === 0, refusal: 'plan_exists' },
  PROTECTION_RUNS: { met: ({ protections }) => protections.some(runs), refusal: 'no_protection' },
  NOTE_WRITTEN: { met: (state) => state.notes.length > 0, refusal: 'note_unknown' },
  NOTE_PINNED: { met: ({ pins }) => pins.length > 0, refusal: 'no_pinned_note' },
  WARNING_WRITTEN: { met: ({ warnings }) => warnings.length > 0, refusal: 'no_warning' },
  REPORTER_KNOWN: { met: (state) => hasReporter(state), refusal: 'no_reporter_named' },
  ADDRESS_PROTECTED: { met: (state) => protectionOf(state) !== undefined, refusal: 'address_not_protected' },
  HAS_CASE: { met: (state, ctx) => hasForGood(state, ctx), refusal: 'only_keepers' },
  NOT_STRICT: { met: (state) => !isStrict(state), refusal: 'strictly_confidential' },
  LOWERING_PROPOSED: { met: ({ address }) => address.lowering !== undefined, refusal: 'nothing_proposed' },
  ANOTHER_THAN_LOWERER: { met: ({ address }, { actor }) => address.lowering?.by !== actor.userId, refusal: 'another_must_confirm' },
  NIGHT_CARD_WRITTEN: { met: (state) => state.nightCard !== undefined, refusal: 'no_night_card' },
  EXPERT_WAITS: { met: ({ experts }) => experts.some(({ answered, withdrawn }) => answered === undefined && withdrawn === undefined), refusal: 'no_expert_waits' },
  EXPERT_ANSWERED: { met: ({ experts }) => experts.some(({ answered, read }) => answered !== undefined && read === undefined), refusal: 'no_expert_answer' },
  EXPERT_READ: { met: ({ experts }) => !experts.some(({ answered, read }) => answered !== undefined && read === undefined), refusal: 'expert_unread' },
  ACCESS_GIVEN: { met: (state) => state.grants.some(({ endedAt }) => endedAt === undefined), refusal: 'no_access_to_end' },
  SOMEBODY_RELATED: { met: ({ related }) => related.length > 0, refusal: 'nobody_related' },
  CONSENT_RECORDED: { met: ({ consents }) => consents.some(({ status, withdrawn }) => status !== 'AVSLATT' && withdrawn === undefined), refusal: 'no_consent_recorded' },
  DISCLOSURE_FELL: { met: (state) => fallenDisclosures(state).length > 0, refusal: 'nothing_fell' },
  RECEIVER_TO_TELL: { met: (state) => receiversToTell(state).length > 0, refusal: 'no_receiver_to_tell' },
  NOT_RESTRICTED: { met: ({ restriction }) => restriction === undefined, refusal: 'already_restricted' },
  RESTRICTED: { met: ({ restriction }) => restriction !== undefined, refusal: 'not_restricted' },
  // However small the team is today: whoever may end others' roles could make it small, so what counts is who was of it over time (test/cases/alone.test.ts).
  ANOTHER_THAN_CLOSER: { met: (state, ctx) => state.closingProposal?.by !== ctx.actor.userId || mayCloseAlone(state, ctx), refusal: 'another_must_close' },
  PROPOSER_NOT_EXCLUDED: { met: ({ closingProposal, excluded }) => !excluded.some((id) => id === closingProposal?.by), refusal: 'proposer_excluded' },
  WITHIN_DAYS_AFTER_CLOSING: { met: (state, { now }) => now < (accessEndsAt(state.closedAt) ?? '9999'), refusal: 'access_time_over' },
} as const satisfies Readonly<Record<string, Rule>>;

export type Condition = keyof typeof CONDITIONS;

export function isInTeam(actor: CaseActor): boolean {
  return actor.roles.includes('KOORDINATOR') || actor.roles.includes('TEAMMEDLEM');
}

/** A case lead is in the team today and not excluded from this case. */
export function canLead(state: CaseState, lead: UserId, team: readonly UserId[]): boolean {
  return team.includes(lead) && !isExcluded(state, lead);
}

/** Is named for a strictly confidential case, or the reserve who steps in. */
export function isKeeper({ address }: Pick<CaseState, 'address'>, { actor, keeps }: Pick<DecisionContext, 'actor' | 'keeps'>): boolean {
  return keeps ?? address.named.includes(actor.userId);
}

/** Has the case otherwise than because they were let in for a time. Of one with a strictly confidential address nobody else lets others in, in whatever way. */
export function hasForGood(state: CaseState, ctx: Pick<DecisionContext, 'actor' | 'keeps' | 'now'>): boolean {
  return !isStrict(state) || isKeeper(state, ctx) || leadFor(state, ctx.actor.userId, ctx.now) === ctx.actor.userId;
}
