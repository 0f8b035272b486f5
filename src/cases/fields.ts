import type { Refusal } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import { AGE_BAND, GENDER } from '../people/codes.ts';
import { BASIS, basesOn, CONSENT, RELATION, SERVICE } from '../reports/codes.ts';
import {
  ACCESS_REASON, ANSWER, AVERTING_DUTY, CALLED, CAPACITY_RESULT, CLASSIFIED_TYPES, CONNECTION, CONSENT_STATUSES, CRITERION, EMERGENCY_RESULT, FIGURES_WISH, GUARDIAN_SCOPE, NAMESAKE, NOT_A_CASE_REASONS, NOTE_KIND, OBJECTION_RESULT, PART, RECEIVER_TOLD, REPORTER_FEEDBACK, RESTRICTED_BASIS, RESTRICTED_USE, RESTRICTION_GROUND, RETENTION, REVIEW_RESULT, RISK,
  TRANSFER_REASONS, UNCLASSIFIED_TYPES,
} from './choices.ts';
import { ACHIEVED, CLOSING_REASON, MEASURE, MEASURE_STATUS } from './codes.ts';
import { AVERTING_ANSWER, CHILD_DUTY, EMPLOYER_TOLD, SUPERVISION_TOLD } from './choices/duty.ts';
import { CONSENT_FIELDS } from './fields/consent.ts';
import { DEPUTY_FIELDS } from './fields/deputy.ts';
import { COORDINATION_FIELDS } from './fields/coordination.ts';
import { DOCUMENT_FIELDS } from './fields/document.ts';
import { EXPERT_FIELDS } from './fields/expert.ts';
import { COMING_DAY, DAY, LINE, linkTo, LONG, MUNICIPALITY, oneOf, PAST_MOMENT, REGION, someOf, USER, words, type FieldRule } from './fields/rule.ts';
import { PERSON_FIELDS } from './fields/person.ts';
import { refuseCase } from './refusals.ts';
import { ADDRESS_LEVEL, ADDRESS_SOURCE, SEE_REASON } from './choices/secrecy.ts';
import { SAFETY_FIELDS } from './fields/safety.ts';
import { ASKED_HOW, INFORMED, NOT_INFORMED_GROUND, WISH_PHASE } from './choices/voice.ts';

/** Every field that a person can fill in on a case. Which step asks for which stands in workflow.ts, the words in texts.ts. */
export const FIELDS = {
  connection: oneOf(CONNECTION.codes),
  danger: LONG,
  called: oneOf(CALLED.codes),
  calledBy: LINE,
  calledWhen: LINE,
  leaderAlerted: LINE,
  avertingDuty: oneOf(AVERTING_DUTY.codes),
  avertedBy: LINE,
  avertedWhen: LINE,
  grounds: LONG,
  note: LONG,
  receiver: LINE,
  toRegion: REGION,
  phonedWho: LINE,
  phonedWhen: LINE,
  receivedBy: LINE,
  basis: { ...oneOf(BASIS.codes), on: basesOn },
  consent: oneOf(CONSENT.codes),
  sent: LONG,
  transferReason: oneOf(TRANSFER_REASONS),
  caseType: oneOf(CLASSIFIED_TYPES),
  criteria: someOf(CRITERION.codes),
  wish: LONG,
  capacity: oneOf(ANSWER.codes),
  children: oneOf(ANSWER.codes),
  animals: oneOf(ANSWER.codes),
  lead: USER,
  confirmer: USER,
  gender: oneOf(GENDER.codes),
  ageBand: oneOf(AGE_BAND.codes),
  services: someOf(SERVICE.codes),
  owner: MUNICIPALITY,
  isInformed: oneOf(INFORMED.codes),
  informedHow: LINE,
  notInformedGround: oneOf(NOT_INFORMED_GROUND.codes),
  askAgain: COMING_DAY,
  wishNow: LONG,
  wishPhase: oneOf(WISH_PHASE.codes),
  askedBy: LINE,
  askedOn: DAY,
  askedHow: someOf(ASKED_HOW.codes),
  wishAchieved: oneOf(ACHIEVED.codes),
  wishEnd: LONG,
  declinedAlone: oneOf(ANSWER.codes),
  declinedWhere: LINE,
  declinedPressure: oneOf(ANSWER.codes),
  declinedKnows: oneOf(ANSWER.codes),
  openDoor: LONG,
  avertingAnswer: oneOf(AVERTING_ANSWER.codes),
  avertingGrounds: LONG,
  avertedHow: LONG,
  childDuty: oneOf(CHILD_DUTY.codes),
  childWhy: LONG,
  childBy: LINE,
  childOn: DAY,
  childFeedback: LONG,
  employerTold: oneOf(EMPLOYER_TOLD.codes),
  supervisionTold: oneOf(SUPERVISION_TOLD.codes),
  toldDetails: LONG,
  notACaseReason: oneOf(NOT_A_CASE_REASONS),
  notACaseType: oneOf(UNCLASSIFIED_TYPES),
  advice: LONG,
  referredTo: LINE,
  reporterFeedback: oneOf(REPORTER_FEEDBACK.codes),
  questions: LONG,
  sources: LONG,
  whoTalks: LONG,
  safeContact: LONG,
  suspectMayKnow: LONG,
  findings: LONG,
  freedom: LONG,
  proportionality: LONG,
  risk: oneOf(RISK.codes),
  riskTool: LINE,
  concludedIn: linkTo('minute'),
  concludedWho: LINE,
  ...DOCUMENT_FIELDS,
  ...DEPUTY_FIELDS,
  policeContact: LINE,
  policeAgreed: LONG,
  policeSaid: LONG,
  nextCheck: COMING_DAY,
  measure: oneOf(MEASURE.codes),
  responsible: LINE,
  due: DAY,
  start: DAY,
  what: LONG,
  measureStatus: oneOf(MEASURE_STATUS.codes),
  effect: LONG,
  ...SAFETY_FIELDS,
  carriedOut: LONG,
  personView: LONG,
  found: LONG,
  nextFollowUp: COMING_DAY,
  incident: LONG,
  reasons: someOf(CLOSING_REASON.codes),
  remainingRisk: LONG,
  whoHasItNow: LINE,
  personTold: oneOf(ANSWER.codes),
  personToldWhy: LONG,
  learning: LONG,
  aloneWhy: LONG,
  retention: oneOf(RETENTION.codes),
  text: words(50_000),
  meetingAbout: words(1_000),
  minutes: words(50_000),
  happenedAt: PAST_MOMENT,
  noteKind: oneOf(NOTE_KIND.codes),
  corrects: linkTo('note'),
  pinned: linkTo('note'),
  unpinned: linkTo('pinned'),
  warningText: LINE,
  warningReview: COMING_DAY,
  warning: linkTo('warning'),
  warningStands: oneOf(['JA', 'NEI']),
  seeReason: oneOf(SEE_REASON.codes),
  addressLevel: oneOf(ADDRESS_LEVEL.codes),
  addressSource: oneOf(ADDRESS_SOURCE.codes),
  addressSince: DAY,
  keeper: USER,
  cardAlias: LINE,
  codeWord: LINE,
  agreed: LONG,
  warnings: LONG,
  reviewOn: COMING_DAY,
  wake: LINE,
  accessTo: USER,
  accessReason: oneOf(ACCESS_REASON.codes),
  until: COMING_DAY,
  emergencyReason: LONG,
  emergencyResult: oneOf(EMERGENCY_RESULT.codes),
  reviewWord: LONG,
  relatedName: LINE,
  parts: someOf(PART.codes),
  relation: oneOf(RELATION.codes),
  livesWith: oneOf(ANSWER.codes),
  guardianScope: oneOf(GUARDIAN_SCOPE.codes),
  namesake: someOf(NAMESAKE.codes),
  related: linkTo('related'),
  assessor: LINE,
  capacityResult: oneOf(CAPACITY_RESULT.codes),
  assessedOn: DAY,
  assessmentGrounds: LONG,
  consentStatus: oneOf(CONSENT_STATUSES),
  covers: LONG,
  informed: LONG,
  consentUntil: COMING_DAY,
  ...CONSENT_FIELDS,
  consentGiven: linkTo('consent'),
  howWithdrawn: LONG,
  organ: LINE,
  shared: LONG,
  personInformed: oneOf(ANSWER.codes),
  ...EXPERT_FIELDS,
  unverified: oneOf(ANSWER.codes),
  disclosure: linkTo('disclosure'),
  reviewResult: oneOf(REVIEW_RESULT.codes),
  toldOf: linkTo('toldOf'),
  receiverTold: oneOf(RECEIVER_TOLD.codes),
  restrictionGround: oneOf(RESTRICTION_GROUND.codes),
  toldOfLift: oneOf(ANSWER.codes),
  restrictedUse: someOf(RESTRICTED_USE.codes),
  restrictedOn: oneOf(RESTRICTED_BASIS.codes),
  objection: LONG,
  objectionResult: oneOf(OBJECTION_RESULT.codes),
  figuresWish: oneOf(FIGURES_WISH.codes),
  ...PERSON_FIELDS,
  ...COORDINATION_FIELDS,
} as const satisfies Readonly<Record<string, FieldRule>>;

export type FieldName = keyof typeof FIELDS;

export type FieldFault = 'missing' | 'too_long' | 'not_offered' | 'in_past' | 'in_future' | 'no_such_day' | 'no_such_moment';

/** An answer that makes other fields required: one of `is`, or any answer but those of `isNot`. */
export type RequiredWhen = { readonly field: FieldName; readonly require: readonly FieldName[] } & ({ readonly is: readonly string[] } | { readonly isNot: readonly string[] }) & {
  /** what may be answered instead of one of them */
  readonly orElse?: { readonly of: FieldName; readonly by: FieldName } | undefined;
};

/** What a step asks for. */
export type Asked = {
  readonly required: readonly FieldName[];
  readonly requiredWhen?: readonly RequiredWhen[];
  readonly optional: readonly FieldName[];
  /** of the optional ones those that a form shows at once; the others unfold */
  readonly inSight?: readonly FieldName[];
};

/** A step's answers by field name; a page, a command and a rule speak of the same names. */
export type Filled = Readonly<Partial<Record<FieldName, string | readonly string[] | undefined>>>;

/** @returns `bad_input` with the faults by field, or undefined when all is in order */
export function checkFields(asked: Asked, filled: Filled, now: Instant): Refusal | undefined {
  const rules = asked.requiredWhen ?? [];
  const required = new Set([...asked.required, ...rules.flatMap((rule) => (applies(rule, filled) ? rule.require.filter((name) => rule.orElse?.of !== name || isBlank(filled[rule.orElse.by])) : []))]);
  const faults: Record<string, FieldFault> = {};
  for (const name of new Set([...required, ...asked.optional, ...rules.flatMap(everyOf)])) {
    const fault = isBlank(filled[name]) ? (required.has(name) ? 'missing' : undefined) : faultOf(FIELDS[name], filled[name], now);
    if (fault !== undefined) faults[name] = fault;
  }
  return Object.keys(faults).length === 0 ? undefined : refuseCase('bad_input', faults);
}

/** The most fields that a step can require of a person, whatever they answer. */
export function mostRequired(asked: Asked): number {
  return new Set([...asked.required, ...(asked.requiredWhen ?? []).flatMap((rule) => rule.require)]).size;
}

/** Every field that a step can ask for, required ones first. */
export function fieldsOf(asked: Asked): readonly FieldName[] {
  return [...new Set([...asked.required, ...(asked.requiredWhen ?? []).flatMap((rule) => rule.require), ...(asked.requiredWhen ?? []).flatMap(everyOf), ...asked.optional])];
}

function everyOf({ require, orElse }: RequiredWhen): readonly FieldName[] {
  return orElse === undefined ? require : [...require, orElse.by];
}

function applies(rule: RequiredWhen, filled: Filled): boolean {
  const given = listOf(filled[rule.field]);
  if ('is' in rule) return given.some((code) => rule.is.includes(code));
  return given.some((code) => !rule.isNot.includes(code));
}

function listOf(value: Filled[FieldName]): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function isBlank(value: Filled[FieldName]): boolean {
  return listOf(value).every((text) => text.trim() === '');
}

/** What a question of codes offers that day: a disclosure rests on no act that is not in force (domain reference §8.12). */
export function codesOn(rule: Extract<FieldRule, { readonly codes: readonly string[] }>, today: Day): readonly string[] {
  return rule.kind === 'code' && rule.on !== undefined ? rule.on(today) : rule.codes;
}

function faultOf(rule: FieldRule, value: Filled[FieldName], now: Instant): FieldFault | undefined {
  const all = listOf(value);
  if (rule.kind === 'text' || rule.kind === 'way') return all.some((text) => text.length > rule.max) ? 'too_long' : undefined;
  if (rule.kind === 'code' || rule.kind === 'codes') return all.every((code) => codesOn(rule, osloDay(now)).includes(code)) ? undefined : 'not_offered';
  if (rule.kind === 'pastMoment') return all.some((at) => at > now) ? 'in_future' : undefined;
  if (rule.kind === 'comingDay') return all.every((day) => day >= osloDay(now)) ? undefined : 'in_past';
  return undefined;
}
