import { FACTOR_NOTES } from '../fields/safety.ts';
import { OPEN_STATUSES, type CaseStatus } from '../status.ts';

const STAY: readonly (readonly [CaseStatus, CaseStatus])[] = OPEN_STATUSES.map((status) => [status, status]);
const EVERYONE = { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] } as const;

/** Lines of the workflow table about risk, the safety plan and what protects for a time. None of them waits for the case to come further. */
export const SAFETY_STEPS = {
  assessRisk: {
    number: '§ 3.6', moves: STAY, who: EVERYONE, conditions: [],
    required: ['tool', 'riskAssessor', 'riskConclusion', 'riskOn'], optional: ['toolVersion', 'nextRisk', 'riskGrounds'], inSight: ['toolVersion', 'nextRisk'],
    clock: 'RISK_REVIEW', event: 'RiskAssessed', source: 'NOU 2020: 17; TryggEst (S3)',
  },
  markRiskFactors: {
    number: '§ 3.6', moves: STAY, who: EVERYONE, conditions: [],
    required: ['riskFactors', 'lookedOn'], optional: FACTOR_NOTES, event: 'RiskFactorsMarked', source: 'NOU 2020: 17',
  },
  writeSafetyPlan: {
    number: '§ 5.4', moves: STAY, who: EVERYONE, conditions: [],
    required: ['planWith', 'warningSigns', 'safePlaces', 'whoToCall', 'planPlace'], optional: ['planReview', 'livingWith', 'bag', 'devices', 'childRoutines', 'money', 'ifSeen', 'safeContact'],
    clock: 'PLAN_REVIEW', event: 'SafetyPlanWritten', source: 'vår regel',
  },
  reviewSafetyPlan: {
    number: '§ 5.4', moves: STAY, who: EVERYONE, conditions: ['SAFETY_PLAN_WRITTEN'],
    required: ['planWith', 'planReview'], optional: [], clock: 'PLAN_REVIEW', event: 'SafetyPlanReviewed', source: 'vår regel',
  },
  postponeSafetyPlan: {
    number: '§ 5.4', moves: STAY, who: EVERYONE, conditions: ['NO_SAFETY_PLAN'],
    required: ['grounds'], optional: ['askAgain'], inSight: ['askAgain'], clock: 'PLAN_MISSING', event: 'SafetyPlanPostponed', source: 'vår regel',
  },
  suspectChanged: {
    number: '§ 5.4', moves: STAY, who: EVERYONE, conditions: [],
    required: ['suspectChange', 'changedOn'], optional: ['changeWhat'], clock: 'PLAN_PROMPT', event: 'SuspectChanged', source: 'vår regel',
  },
  recordProtection: {
    number: '§ 5.5', moves: STAY, who: EVERYONE, conditions: [],
    required: ['protectionKind', 'protectedFrom', 'protectedUntil'], optional: ['decidedBy', 'protectionNote'],
    clock: 'PROTECTION_END', event: 'ProtectionRecorded', source: 'strl § 57; strpl §§ 222 a, 222 g',
  },
  renewProtection: {
    number: '§ 5.5', moves: STAY, who: EVERYONE, conditions: ['PROTECTION_RUNS'],
    required: ['protection', 'protectedFrom', 'protectedUntil'], optional: [], clock: 'PROTECTION_END', event: 'ProtectionRenewed', source: 'strl § 57; strpl § 222 a',
  },
  endProtection: {
    number: '§ 5.5', moves: STAY, who: EVERYONE, conditions: ['PROTECTION_RUNS'],
    required: ['protection', 'grounds'], optional: [], clock: 'PROTECTION_END', event: 'ProtectionEnded', source: 'vår regel',
  },
} as const;
export type SafetyStepKey = keyof typeof SAFETY_STEPS;
