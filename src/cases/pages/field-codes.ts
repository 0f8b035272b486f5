import type { CodeValue } from '../../kernel/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Day } from '../../kernel/time.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { localWords, type LocalChoice } from '../../regions/codes.ts';
import type { CaseTypeWords } from '../../regions/public.ts';
import { BASIS, BASIS_LAW, CONSENT, EXPERT_QUESTION, OPENNESS, RELATION, SEEN_OR_HEARD, SERVICE, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import {
  ACCESS_REASON, ANSWER, AVERTING_DUTY, CALLED, CAPACITY_RESULT, CONNECTION, CRITERION, EMERGENCY_RESULT, EARLY_REASONS, EARLY_REASONS_KAN, FIGURES_WISH, GUARDIAN_SCOPE, NAMESAKE, NOTE_KIND, OBJECTION_RESULT, PART, RECEIVER_TOLD, REPORTER_FEEDBACK, RESTRICTED_BASIS, RESTRICTED_USE, RESTRICTION_GROUND, RETENTION, REVIEW_RESULT, RISK,
} from '../choices.ts';
import { ACHIEVED, CASE_TYPE, CLOSING_REASON, MEASURE, MEASURE_STATUS } from '../codes.ts';
import { AVERTING_ANSWER, CHILD_DUTY, EMPLOYER_TOLD, SUPERVISION_TOLD } from '../choices/duty.ts';
import { DELIVERY, LETTER, LETTER_LANGUAGE } from '../choices/document.ts';
import { COORDINATOR_STATUS, INDIVIDUAL_PLAN, INTERPRETER_MODE, QUALIFIED } from '../choices/coordination.ts';
import { QUESTION, TO_ALL, WITHIN_CONSENT } from '../choices/consent.ts';
import { FIGURES_UNKNOWN, PERSON_GONE } from '../choices/person.ts';
import { RESERVATION, RESERVATION_STANDS, TO_HEALTH } from '../choices/reservation.ts';
import { codesOn, FIELDS, type FieldName } from '../fields.ts';
import { LOCAL_FIELDS } from '../local-answers.ts';
import { ADDRESS_LEVEL, ADDRESS_SOURCE, SEE_REASON } from '../choices/secrecy.ts';
import { ASKED_HOW, INFORMED, NOT_INFORMED_GROUND, WISH_PHASE } from '../choices/voice.ts';
import { MEASURE_BASIS, PLAN_PLACE, PROTECTION, RISK_FACTOR, RISK_TOOL, SUSPECT_CHANGE } from '../safety-codes.ts';

type Values = readonly CodeValue<string>[];

const SAFETY_LISTS: Readonly<Partial<Record<FieldName, Values>>> = {
  tool: RISK_TOOL.values, riskConclusion: RISK.values, riskFactors: RISK_FACTOR.values, planPlace: PLAN_PLACE.values, suspectChange: SUSPECT_CHANGE.values, protectionKind: PROTECTION.values, measureBasis: MEASURE_BASIS.values,
};

/** The list behind each field that is chosen from one. */
const LISTS: Readonly<Partial<Record<FieldName, Values>>> = {
  connection: CONNECTION.values, called: CALLED.values, avertingDuty: AVERTING_DUTY.values, basis: BASIS.values, consent: CONSENT.values,
  transferReason: CLOSING_REASON.values, caseType: CASE_TYPE.values, criteria: CRITERION.values, capacity: ANSWER.values, children: ANSWER.values, animals: ANSWER.values,
  isInformed: INFORMED.values, notInformedGround: NOT_INFORMED_GROUND.values, wishPhase: WISH_PHASE.values, askedHow: ASKED_HOW.values, wishAchieved: ACHIEVED.values,
  declinedAlone: ANSWER.values, declinedPressure: ANSWER.values, declinedKnows: ANSWER.values, avertingAnswer: AVERTING_ANSWER.values, childDuty: CHILD_DUTY.values, employerTold: EMPLOYER_TOLD.values, supervisionTold: SUPERVISION_TOLD.values,
  gender: GENDER.values, ageBand: AGE_BAND.values, services: SERVICE.values, notACaseReason: CLOSING_REASON.values, notACaseType: CASE_TYPE.values,
  reporterFeedback: REPORTER_FEEDBACK.values, letter: LETTER.values, delivery: DELIVERY.values, docLang: LETTER_LANGUAGE.values, sentHow: DELIVERY.values, openness: OPENNESS.values, risk: RISK.values, measure: MEASURE.values, measureStatus: MEASURE_STATUS.values, reasons: CLOSING_REASON.values,
  personTold: ANSWER.values, retention: RETENTION.values, noteKind: NOTE_KIND.values, warningStands: ANSWER.values, seeReason: SEE_REASON.values, addressLevel: ADDRESS_LEVEL.values, addressSource: ADDRESS_SOURCE.values, accessReason: ACCESS_REASON.values, emergencyResult: EMERGENCY_RESULT.values,
  ...SAFETY_LISTS,
  parts: PART.values, relation: RELATION.values, livesWith: ANSWER.values, guardianScope: GUARDIAN_SCOPE.values, capacityQuestion: QUESTION.values, consentAbout: QUESTION.values, namesake: NAMESAKE.values, withinConsent: WITHIN_CONSENT.values, consentToAll: TO_ALL.values, capacityResult: CAPACITY_RESULT.values, consentStatus: CONSENT.values,
  expertQuestions: EXPERT_QUESTION.values, expertCan: ANSWER.values, expertSeen: SEEN_OR_HEARD.values,
  personInformed: ANSWER.values, unverified: ANSWER.values, reviewResult: REVIEW_RESULT.values, receiverTold: RECEIVER_TOLD.values, restrictionGround: RESTRICTION_GROUND.values, toldOfLift: ANSWER.values, restrictedUse: RESTRICTED_USE.values, restrictedOn: RESTRICTED_BASIS.values, objectionResult: OBJECTION_RESULT.values, figuresWish: FIGURES_WISH.values,
  vulnerability: VULNERABILITY.values, violence: VIOLENCE.values, relations: RELATION.values, personGone: PERSON_GONE.values, figuresUnknown: FIGURES_UNKNOWN.values,
  reservation: RESERVATION.values, reservationStands: RESERVATION_STANDS.values, toHealth: TO_HEALTH.values, coordinator: COORDINATOR_STATUS.values, individualPlan: INDIVIDUAL_PLAN.values, interpreterMode: INTERPRETER_MODE.values, interpreterQualified: QUALIFIED.values,
};

const LAW: Readonly<Record<string, string>> = BASIS_LAW;

/** Each list that a question of a form is answered from, with the questions that are. */
export function listsOfForms(): readonly { readonly fields: readonly [FieldName, ...FieldName[]]; readonly values: Values }[] {
  const found = new Map<Values, [FieldName, ...FieldName[]]>();
  for (const name of Object.keys(LISTS) as FieldName[]) { // LISTS has no other keys
    const [values, fields] = [LISTS[name], found.get(LISTS[name] ?? [])];
    if (fields !== undefined) fields.push(name);
    else if (values !== undefined) found.set(values, [name]);
  }
  return [...found].map(([values, fields]) => ({ fields, values }));
}

/** A code in words; a basis with its provision. */
export function codeLabel(field: FieldName, code: string, lang: Lang): string {
  const label = LISTS[field]?.find((value) => value.code === code)?.[lang] ?? code;
  const law = field === 'basis' ? LAW[code] ?? '' : '';
  return law === '' ? label : `${label} (${law})`;
}

/** The same with the region's own word for it, where one was chosen: «Nattpatruljen (Hjemmetjenesten)». */
export function ownLabel(field: FieldName, code: string, local: readonly LocalChoice[] | undefined, lang: Lang): string {
  const list = LOCAL_FIELDS[field];
  return list === undefined ? codeLabel(field, code, lang) : localWords(list, code, codeLabel(field, code, lang), local, lang);
}

/** The codes a field offers that day; before follow-up only the reasons that leave nothing to follow up. */
export function codesOffered(field: FieldName, early: 'any' | 'early' | 'early_kan', today: Day): readonly string[] {
  const rule = FIELDS[field];
  if (rule.kind !== 'code' && rule.kind !== 'codes') return [];
  if (field !== 'reasons' || early === 'any') return codesOn(rule, today);
  return early === 'early_kan' ? [...EARLY_REASONS, ...EARLY_REASONS_KAN] : EARLY_REASONS;
}

/** What each type of case means in this region, under its name; nothing while the case may not be read. */
export function codeAbout(field: FieldName, code: string, words: CaseTypeWords | undefined, lang: Lang): string | undefined {
  if (field !== 'caseType' || words === undefined) return undefined;
  return code === 'MA' || code === 'BOR' || code === 'KAN' ? words[code][lang] : undefined;
}
