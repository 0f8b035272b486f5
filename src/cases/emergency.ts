import type { UserId } from '../kernel/ids.ts';
import type { FileEvent, Writer } from '../kernel/journal/event.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant, type Instant } from '../kernel/time.ts';
import { clockRule, type RegionClocks } from '../regions/codes.ts';
import type { EmergencyResult } from './choices.ts';
import type { CaseRole, StepKey } from './workflow.ts';

/** T18, nødtilgang: somebody read a case in an emergency, and somebody else goes through it afterwards. */
export type Emergency = {
  readonly emergencyId: string;
  readonly userId: UserId;
  /** read by whoever goes through it, who may be a leader that does not read the case */
  readonly reason: string;
  readonly takenAt: Instant;
  /** exclusive; whether it is over depends on when one looks */
  readonly until: Instant;
  readonly review: (EmergencyReview & { readonly by: Writer; readonly at: Instant }) | undefined;
};
export type EmergencyReview = { readonly result: EmergencyResult; readonly word: string };

export type EmergencyEvent =
  | FileEvent<'EmergencyTaken', { readonly emergencyId: string; readonly reason: string; readonly until: Instant }>
  | FileEvent<'EmergencyReviewed', { readonly emergencyId: string } & EmergencyReview>;

export type Emergencies = { readonly emergencies: readonly Emergency[] };
export const NO_EMERGENCIES: Emergencies = { emergencies: [] };

/** How long it lasts. It is never prolonged: whoever needs more takes it again, with a reason of its own, or is let in by a coordinator. */
const LASTS = 3 * HOUR;

/** Whoever meets people in danger: the team, and reception with its temps at night. Never a leader or an administrator as such. */
export const EMERGENCY_ROLES: readonly CaseRole[] = ['TEAMMEDLEM', 'MOTTAK'];

/** What one may do with such access besides reading: what the emergency asks for. */
const STEPS: readonly StepKey[] = ['declareImpartiality', 'raiseAkutt', 'reviewAkutt', 'writeNote', 'correctNote'];

export function isForEmergency(step: StepKey): boolean {
  return STEPS.includes(step);
}

export function emergencyEnd(takenAt: Instant): Instant {
  return addMs(takenAt, LASTS);
}

/** When (exclusive) it is late: at the end of the last day in Oslo. How many days somebody else has for it the region says, three where it has said nothing (domain reference §9.1, T18). */
export function reviewDue(takenAt: Instant, clocks: Pick<RegionClocks, 'changes'>): Instant {
  return osloInstant(addDays(osloDay(takenAt), clockRule(clocks, 'EMERGENCY_REVIEW').amount + 1), 0, 0);
}

/** Until when (exclusive) this person's newest access in an emergency lasts or lasted; undefined where there never was one. */
export function emergencyUntil({ emergencies }: Emergencies, userId: UserId): Instant | undefined {
  return emergencies.filter((one) => one.userId === userId).map(({ until }) => until).sort().at(-1);
}

/** One access in an emergency, as it stands in clear beside the journal. */
export type EmergencyRow = {
  readonly emergencyId: string; readonly userId: UserId; readonly takenAt: Instant; readonly until: Instant; readonly reviewedBy: UserId | undefined; readonly reviewedAt: Instant | undefined;
};

export function projectEmergencies({ emergencies }: Emergencies): readonly EmergencyRow[] {
  return emergencies.map(({ emergencyId, userId, takenAt, until, review }) => ({
    emergencyId, userId, takenAt, until, reviewedBy: review === undefined || review.by === 'system' ? undefined : review.by, reviewedAt: review?.at,
  }));
}
