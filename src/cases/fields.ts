import type { Refusal } from '../kernel/outcome.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import { AGE_BAND, GENDER } from '../people/codes.ts';
import { BASIS, CONSENT, RELATION, SERVICE } from '../reports/codes.ts';
import {
  ACCESS_REASON, ANSWER, AVERTING_DUTY, CALLED, CAPACITY_RESULT, CLASSIFIED_TYPES, CONNECTION, CONSENT_STATUSES, CRITERION, EMERGENCY_RESULT, FIGURES_WISH, GUARDIAN_SCOPE, NOT_A_CASE_REASONS, NOTE_KIND, OBJECTION_RESULT, PART, REPORTER_FEEDBACK, RESTRICTION_GROUND, RETENTION, REVIEW_RESULT, RISK,
  TRANSFER_REASONS, UNCLASSIFIED_TYPES,
} from './choices.ts';
import { ACHIEVED, CLOSING_REASON, MEASURE, MEASURE_STATUS } from './codes.ts';
import { AVERTING_ANSWER, CHILD_DUTY, EMPLOYER_TOLD, SUPERVISION_TOLD } from './duty-choices.ts';
import { DOCUMENT_FIELDS } from './document-fields.ts';
import { refuseCase } from './refusals.ts';
import { ADDRESS_LEVEL, ADDRESS_SOURCE, SEE_REASON } from './secrecy-choices.ts';
import { SAFETY_FIELDS } from './safety-fields.ts';
import { ASKED_HOW, INFORMED, NOT_INFORMED_GROUND, WISH_PHASE } from './voice-choices.ts';

/**
 * text: written, at most `max` characters (UTF-16 units) · code, codes: one or several of a list · user, municipality, link: an id ·
 * day: a calendar day · comingDay: today or later · pastMoment: a moment that is not still to come
 */
export type FieldRule =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'code' | 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'link'; readonly of: 'note' | 'related' | 'consent' | 'disclosure' | 'pinned' | 'warning' | 'protection' | 'document' }
  | { readonly kind: 'user' | 'municipality' | 'day' | 'comingDay' | 'pastMoment' };

const LINE = 200;
const LONG = 10_000;

/** Every field that a person can fill in on a case. Which step asks for which stands in workflow.ts, the words in texts.ts. */
export const FIELDS = {
  connection: { kind: 'code', codes: CONNECTION.codes },
  danger: { kind: 'text', max: LONG },
  called: { kind: 'code', codes: CALLED.codes },
  calledBy: { kind: 'text', max: LINE },
  calledWhen: { kind: 'text', max: LINE },
  leaderAlerted: { kind: 'text', max: LINE },
  avertingDuty: { kind: 'code', codes: AVERTING_DUTY.codes },
  avertedBy: { kind: 'text', max: LINE },
  avertedWhen: { kind: 'text', max: LINE },
  grounds: { kind: 'text', max: LONG },
  note: { kind: 'text', max: LONG },
  receiver: { kind: 'text', max: LINE },
  basis: { kind: 'code', codes: BASIS.codes },
  consent: { kind: 'code', codes: CONSENT.codes },
  sent: { kind: 'text', max: LONG },
  transferReason: { kind: 'code', codes: TRANSFER_REASONS },
  caseType: { kind: 'code', codes: CLASSIFIED_TYPES },
  criteria: { kind: 'codes', codes: CRITERION.codes },
  wish: { kind: 'text', max: LONG },
  capacity: { kind: 'code', codes: ANSWER.codes },
  children: { kind: 'code', codes: ANSWER.codes },
  animals: { kind: 'code', codes: ANSWER.codes },
  lead: { kind: 'user' },
  gender: { kind: 'code', codes: GENDER.codes },
  ageBand: { kind: 'code', codes: AGE_BAND.codes },
  services: { kind: 'codes', codes: SERVICE.codes },
  owner: { kind: 'municipality' },
  isInformed: { kind: 'code', codes: INFORMED.codes },
  informedHow: { kind: 'text', max: LINE },
  notInformedGround: { kind: 'code', codes: NOT_INFORMED_GROUND.codes },
  askAgain: { kind: 'comingDay' },
  wishNow: { kind: 'text', max: LONG },
  wishPhase: { kind: 'code', codes: WISH_PHASE.codes },
  askedBy: { kind: 'text', max: LINE },
  askedOn: { kind: 'day' },
  askedHow: { kind: 'codes', codes: ASKED_HOW.codes },
  wishAchieved: { kind: 'code', codes: ACHIEVED.codes },
  wishEnd: { kind: 'text', max: LONG },
  declinedAlone: { kind: 'code', codes: ANSWER.codes },
  declinedWhere: { kind: 'text', max: LINE },
  declinedPressure: { kind: 'code', codes: ANSWER.codes },
  declinedKnows: { kind: 'code', codes: ANSWER.codes },
  openDoor: { kind: 'text', max: LONG },
  avertingAnswer: { kind: 'code', codes: AVERTING_ANSWER.codes },
  avertingGrounds: { kind: 'text', max: LONG },
  avertedHow: { kind: 'text', max: LONG },
  childDuty: { kind: 'code', codes: CHILD_DUTY.codes },
  childWhy: { kind: 'text', max: LONG },
  childBy: { kind: 'text', max: LINE },
  childOn: { kind: 'day' },
  childFeedback: { kind: 'text', max: LONG },
  employerTold: { kind: 'code', codes: EMPLOYER_TOLD.codes },
  supervisionTold: { kind: 'code', codes: SUPERVISION_TOLD.codes },
  toldDetails: { kind: 'text', max: LONG },
  notACaseReason: { kind: 'code', codes: NOT_A_CASE_REASONS },
  notACaseType: { kind: 'code', codes: UNCLASSIFIED_TYPES },
  advice: { kind: 'text', max: LONG },
  referredTo: { kind: 'text', max: LINE },
  reporterFeedback: { kind: 'code', codes: REPORTER_FEEDBACK.codes },
  questions: { kind: 'text', max: LONG },
  sources: { kind: 'text', max: LONG },
  whoTalks: { kind: 'text', max: LONG },
  safeContact: { kind: 'text', max: LONG },
  suspectMayKnow: { kind: 'text', max: LONG },
  findings: { kind: 'text', max: LONG },
  freedom: { kind: 'text', max: LONG },
  proportionality: { kind: 'text', max: LONG },
  risk: { kind: 'code', codes: RISK.codes },
  riskTool: { kind: 'text', max: LINE },
  ...DOCUMENT_FIELDS,
  policeContact: { kind: 'text', max: LINE },
  policeAgreed: { kind: 'text', max: LONG },
  policeSaid: { kind: 'text', max: LONG },
  nextCheck: { kind: 'comingDay' },
  measure: { kind: 'code', codes: MEASURE.codes },
  responsible: { kind: 'text', max: LINE },
  due: { kind: 'day' },
  start: { kind: 'day' },
  what: { kind: 'text', max: LONG },
  measureStatus: { kind: 'code', codes: MEASURE_STATUS.codes },
  effect: { kind: 'text', max: LONG },
  ...SAFETY_FIELDS,
  carriedOut: { kind: 'text', max: LONG },
  personView: { kind: 'text', max: LONG },
  found: { kind: 'text', max: LONG },
  nextFollowUp: { kind: 'comingDay' },
  incident: { kind: 'text', max: LONG },
  reasons: { kind: 'codes', codes: CLOSING_REASON.codes },
  remainingRisk: { kind: 'text', max: LONG },
  whoHasItNow: { kind: 'text', max: LINE },
  personTold: { kind: 'code', codes: ANSWER.codes },
  personToldWhy: { kind: 'text', max: LONG },
  learning: { kind: 'text', max: LONG },
  retention: { kind: 'code', codes: RETENTION.codes },
  text: { kind: 'text', max: 50_000 },
  meetingAbout: { kind: 'text', max: 1_000 },
  minutes: { kind: 'text', max: 50_000 },
  happenedAt: { kind: 'pastMoment' },
  noteKind: { kind: 'code', codes: NOTE_KIND.codes },
  corrects: { kind: 'link', of: 'note' },
  pinned: { kind: 'link', of: 'note' },
  unpinned: { kind: 'link', of: 'pinned' },
  warningText: { kind: 'text', max: LINE },
  warningReview: { kind: 'comingDay' },
  warning: { kind: 'link', of: 'warning' },
  warningStands: { kind: 'code', codes: ['JA', 'NEI'] },
  seeReason: { kind: 'code', codes: SEE_REASON.codes },
  addressLevel: { kind: 'code', codes: ADDRESS_LEVEL.codes },
  addressSource: { kind: 'code', codes: ADDRESS_SOURCE.codes },
  addressSince: { kind: 'day' },
  keeper: { kind: 'user' },
  cardAlias: { kind: 'text', max: LINE },
  codeWord: { kind: 'text', max: LINE },
  agreed: { kind: 'text', max: LONG },
  warnings: { kind: 'text', max: LONG },
  reviewOn: { kind: 'comingDay' },
  wake: { kind: 'text', max: LINE },
  accessTo: { kind: 'user' },
  accessReason: { kind: 'code', codes: ACCESS_REASON.codes },
  until: { kind: 'comingDay' },
  emergencyReason: { kind: 'text', max: LONG },
  emergencyResult: { kind: 'code', codes: EMERGENCY_RESULT.codes },
  reviewWord: { kind: 'text', max: LONG },
  relatedName: { kind: 'text', max: LINE },
  parts: { kind: 'codes', codes: PART.codes },
  relation: { kind: 'code', codes: RELATION.codes },
  livesWith: { kind: 'code', codes: ANSWER.codes },
  guardianScope: { kind: 'code', codes: GUARDIAN_SCOPE.codes },
  related: { kind: 'link', of: 'related' },
  capacityAbout: { kind: 'text', max: LINE },
  assessor: { kind: 'text', max: LINE },
  capacityResult: { kind: 'code', codes: CAPACITY_RESULT.codes },
  assessedOn: { kind: 'day' },
  assessmentGrounds: { kind: 'text', max: LONG },
  consentStatus: { kind: 'code', codes: CONSENT_STATUSES },
  covers: { kind: 'text', max: LONG },
  informed: { kind: 'text', max: LONG },
  consentUntil: { kind: 'comingDay' },
  consentGiven: { kind: 'link', of: 'consent' },
  howWithdrawn: { kind: 'text', max: LONG },
  organ: { kind: 'text', max: LINE },
  shared: { kind: 'text', max: LONG },
  personInformed: { kind: 'code', codes: ANSWER.codes },
  unverified: { kind: 'code', codes: ANSWER.codes },
  disclosure: { kind: 'link', of: 'disclosure' },
  reviewResult: { kind: 'code', codes: REVIEW_RESULT.codes },
  restrictionGround: { kind: 'code', codes: RESTRICTION_GROUND.codes },
  objection: { kind: 'text', max: LONG },
  objectionResult: { kind: 'code', codes: OBJECTION_RESULT.codes },
  figuresWish: { kind: 'code', codes: FIGURES_WISH.codes },
} as const satisfies Readonly<Record<string, FieldRule>>;

export type FieldName = keyof typeof FIELDS;

export type FieldFault = 'missing' | 'too_long' | 'not_offered' | 'in_past' | 'in_future' | 'no_such_day' | 'no_such_moment';

/** An answer that makes other fields required: one of `is`, or any answer but those of `isNot`. */
export type RequiredWhen = { readonly field: FieldName; readonly require: readonly FieldName[] } & ({ readonly is: readonly string[] } | { readonly isNot: readonly string[] });

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
  const required = new Set([...asked.required, ...rules.flatMap((rule) => (applies(rule, filled) ? rule.require : []))]);
  const faults: Record<string, FieldFault> = {};
  for (const name of new Set([...required, ...asked.optional, ...rules.flatMap((rule) => rule.require)])) {
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
  return [...new Set([...asked.required, ...(asked.requiredWhen ?? []).flatMap((rule) => rule.require), ...asked.optional])];
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

function faultOf(rule: FieldRule, value: Filled[FieldName], now: Instant): FieldFault | undefined {
  const all = listOf(value);
  if (rule.kind === 'text') return all.some((text) => text.length > rule.max) ? 'too_long' : undefined;
  if (rule.kind === 'code' || rule.kind === 'codes') return all.every((code) => rule.codes.includes(code)) ? undefined : 'not_offered';
  if (rule.kind === 'pastMoment') return all.some((at) => at > now) ? 'in_future' : undefined;
  if (rule.kind === 'comingDay') return all.every((day) => day >= osloDay(now)) ? undefined : 'in_past';
  return undefined;
}
