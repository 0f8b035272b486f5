import type { Standing } from '../access.ts';
import type { Condition } from '../conditions.ts';
import type { DayReason } from '../day.ts';
import type { FieldFault, FieldName } from '../fields.ts';
import type { PeriodFault } from '../protection.ts';
import type { CaseRefusal } from '../refusals.ts';
import type { CoordinationHelped } from '../fields/coordination.ts';
import type { ConsentHelped } from '../fields/consent.ts';
import type { PersonHelped } from '../fields/person.ts';
import type { SafetyHelped } from '../fields/safety.ts';
import type { Namesake } from '../expert-namesake.ts';
import type { CaseStatus } from '../status.ts';
import type { ClockId } from '../../regions/codes.ts';
import type { StepKey } from '../workflow.ts';

/** Fields with a sentence of help under the question. */
export type HelpedField =
  | 'aloneWhy' | 'restrictedOn'
  | 'connection' | 'danger' | 'calledWhen' | 'avertingDuty' | 'basis' | 'sent' | 'caseType' | 'criteria' | 'wish' | 'consent' | 'capacity' | 'grounds'
  | 'lead' | 'advice' | 'safeContact' | 'suspectMayKnow' | 'freedom' | 'proportionality' | 'riskTool' | 'responsible' | 'what' | 'personView' | 'nextFollowUp'
  | PersonHelped | CoordinationHelped | ConsentHelped
  | SafetyHelped | 'relatedName' | 'assessor' | 'covers' | 'informed' | 'organ' | 'shared' | 'reviewResult' | 'policeAgreed' | 'nextCheck' | 'incident' | 'happenedAt' | 'remainingRisk' | 'whoHasItNow' | 'personTold' | 'learning' | 'retention' | 'text' | 'corrects' | 'warningText' | 'warningReview' | 'seeReason' | 'addressLevel' | 'keeper' | 'accessReason' | 'until' | 'emergencyReason'

  | 'meetingAbout' | 'minutes' | 'confirmer' | 'toRegion'
  | 'isInformed' | 'askAgain' | 'wishNow' | 'askedHow' | 'wishAchieved' | 'wishEnd' | 'declinedWhere' | 'declinedPressure' | 'openDoor' | 'avertingAnswer' | 'childWhy' | 'childFeedback' | 'employerTold' | 'supervisionTold'
  | 'expertShown' | 'expertFree'
  | 'cardAlias' | 'codeWord' | 'agreed' | 'warnings' | 'reviewOn' | 'wake';

export type HelpedDocumentField = 'letter' | 'delivery' | 'homeSafe' | 'digitalWay' | 'openness' | 'docTo' | 'docText' | 'sentTo';

/** Every word the case file needs; the codes' own labels stand in codes.ts and choices.ts. */
export type CaseTextKey =
  | `status.${CaseStatus}` | `step.${StepKey}` | `field.${FieldName}` | `help.${HelpedField | HelpedDocumentField}`
  | `condition.${Condition}` | `refusal.${CaseRefusal}`
  | `fault.${FieldFault | PeriodFault | 'renewal_not_longer' | 'none_or_some' | 'lead_cannot_lead' | 'further_goes_on' | 'reason_needs_follow_up' | 'not_short' | 'raises_duty' | 'figure_missing' | 'already_around' | 'reported_suspect' | 'consent_from_suspect' | 'consent_not_theirs' | 'capacity_not_assessed' | 'no_consent' | 'two_must_lower' | 'not_lower' | 'keeper_not_coordinator' | 'keeper_missing' | `like_${Namesake}` | 'code_word_short' | 'declined_not_asked' | 'declined_first_contact' | 'suspect_at_home' | 'home_not_known_safe' | 'address_hidden' | 'other_way_given' | 'no_safe_way' | 'no_digital_way' | 'not_to_home' | 'cannot_confirm' | 'only_keepers' | 'confirmer_away' | 'outside_guardianship' | 'no_such_year' | 'address_not_kept' | 'way_closed' | 'way_through_suspect' | 'reserved_digital' | 'interpreter_around' | 'before_decision' | 'no_consent_since' | 'use_asks_ground'}`
  | `clock.${ClockId}` | `standing.${Exclude<Standing, 'excluded' | 'role_without_content' | 'access_over' | 'not_granted'>}`
  | 'akutt' | 'provisional' | 'caseLead' | 'nothingToDo' | 'closedAlone' | 'dangerReported' | 'worseReported'
  | `day.${DayReason}`;

export type CaseWords = Readonly<Record<CaseTextKey, string>>;
