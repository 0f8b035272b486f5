import { refuse, type Refusal } from '../kernel/outcome.ts';

/** Every «no» of the case file; its words stand in texts.ts under `refusal.<code>`. */
export const CASE_REFUSALS = [
  'bad_input', 'excluded', 'case_closed', 'wrong_status', 'not_your_role', 'not_case_lead', 'no_case_lead', 'impartiality_first',
  'opener_connected', 'joiner_connected', 'leaves_out', 'leaves_no_lead', 'leaves_nobody', 'no_report', 'report_decided', 'consultation_only', 'no_report_to_read', 'report_unread', 'meeting_changed', 'meeting_over', 'owners_differ', 'report_owner_differs', 'further_goes_on',
  'akutt_not_raised', 'akutt_already_raised', 'akutt_still_raised', 'another_must_lower',
  'no_handover_to_read', 'no_receipt_awaited', 'under_way', 'already_classified', 'not_confirmed', 'not_confirmed_nor_akutt', 'reception_only_in_akutt',
  'nothing_proposed', 'proposal_waits', 'proposal_changed', 'another_must_confirm', 'proposer_not_in_team', 'coordinator_missing', 'lead_cannot_lead',
  'already_informed', 'declined_not_asked', 'declined_first_contact', 'no_child_report', 'duties_unanswered', 'told_meanwhile', 'no_suspect_in_service',
  'suspect_at_home', 'home_not_known_safe', 'address_hidden', 'other_way_given', 'no_safe_way', 'not_to_home', 'reserved_digital', 'no_digital_way', 'health_objection', 'objected_since', 'interpreter_around', 'no_document', 'document_exists', 'no_draft', 'no_final_document', 'document_changed', 'field_unfilled', 'cannot_typeset', 'reporter_covered',
  'no_measure', 'measure_exists', 'measure_unknown',
  'no_safety_plan', 'plan_exists', 'plan_changed', 'no_protection',
  'another_must_close', 'proposer_excluded', 'reason_needs_follow_up', 'not_short',
  'no_pinned_note', 'no_warning', 'no_reporter_named', 'address_not_protected', 'strictly_confidential', 'only_keepers', 'two_must_lower', 'sign_in_again',
  'nothing_changed',
  'note_exists', 'note_unknown', 'no_night_card', 'no_such_card', 'try_again_soon', 'nothing_asked',
  'nobody_related', 'already_around', 'reported_suspect', 'no_consent_recorded', 'nothing_fell', 'no_receiver_to_tell', 'consent_from_suspect', 'consent_not_theirs', 'outside_guardianship', 'capacity_not_assessed', 'no_consent',
  'use_asks_ground', 'no_consent_since', 'already_restricted', 'not_restricted', 'access_time_over', 'access_to_self', 'access_to_excluded', 'access_to_role', 'access_reason_role', 'no_access_to_end',
  'look_first', 'expert_exists', 'expert_unread', 'expert_under_way', 'code_given_meanwhile', 'no_expert_waits', 'no_expert_answer', 'use_restricted',
  'search_number', 'emergency_unknown', 'sign_in_again', 'own_emergency', 'no_such_emergency', 'too_many_today',
] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

/** @param fields field name → code of what is wrong with it, for the error summary */
export function refuseCase(code: CaseRefusal, fields?: Readonly<Record<string, string>>): Refusal {
  return refuse(code, fields);
}
