import { CASE_STATUSES, type CaseStatus } from '../status.ts';
import type { Move, Step } from '../workflow.ts';

export type EmergencyStepKey = 'takeEmergency' | 'reviewEmergency';

const staying = (statuses: readonly CaseStatus[]): Move[] => statuses.map((status) => [status, status]);

/**
 * T18, taken and gone through on pages of their own: whoever takes it has no page of the case, and a leader who goes through it has none either. Also in
 * a case that ended: whoever rings at night knows nothing of that.
 */
export const EMERGENCY_STEPS: Readonly<Record<EmergencyStepKey, Step>> = {
  takeEmergency: {
    number: 'T18', moves: staying(CASE_STATUSES), who: { roles: ['MOTTAK', 'TEAMMEDLEM'] }, conditions: [], beforeContent: true,
    required: ['connection', 'emergencyReason'], optional: [], event: 'EmergencyTaken', source: 'fvl § 13 c; GDPR art. 32',
  },
  reviewEmergency: {
    number: 'T18', moves: staying(CASE_STATUSES), who: { roles: ['KOORDINATOR', 'LEDER'] }, conditions: [], beforeContent: true,
    required: ['emergencyResult', 'reviewWord'], optional: [], clock: 'EMERGENCY_REVIEW', event: 'EmergencyReviewed', source: 'GDPR art. 32',
  },
};
