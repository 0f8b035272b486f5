import { MINUTE, type Day } from '../kernel/time.ts';

/** What a deadline is counted from. OWN_DAY: a day that somebody sets for the thing itself. */
export type ClockStart = 'INCIDENT' | 'SENT' | 'SUSPECTED' | 'SUSPECT_CHANGED' | 'RECEIVED' | 'AKUTT' | 'CLASSIFIED' | 'INVESTIGATED' | 'FOLLOW_UP' | 'CLOSING' | 'EMERGENCY' | 'TALKED' | 'WRITTEN' | 'OWN_DAY';
export type Unit = 'hours' | 'days' | 'workingDays' | 'weeks' | 'months';

/**
 * How long a step should take. No law sets these (domain reference §3.5: fvl § 11 a, «uten ugrunnet opphold»): a region changes
 * them, and no page may make them look statutory. `on`: runs without anybody switching it on.
 */
export type ClockRule = {
  readonly from: ClockStart;
  readonly amount: number;
  readonly unit: Unit;
  readonly on: boolean;
  /** instead, while Akutt is raised: counted from when it was raised */
  readonly akutt?: { readonly amount: number; readonly unit: Unit };
  /** by the type of case (must, should, can) */
  readonly byType?: Readonly<Record<'MA' | 'BOR' | 'KAN', number>>;
  /** the second, third … time */
  readonly later?: readonly number[];
};

/** The clocks with the lengths of domain reference §9.1: four run by themselves, and the one for danger. */
export const CLOCKS = {
  SEEN: { from: 'RECEIVED', amount: 1, unit: 'workingDays', on: true, akutt: { amount: 0, unit: 'hours' } },
  TRANSFERRED: { from: 'RECEIVED', amount: 3, unit: 'workingDays', on: false },
  ASSESSED: { from: 'RECEIVED', amount: 5, unit: 'workingDays', on: true, akutt: { amount: 24, unit: 'hours' } },
  INVESTIGATION: { from: 'CLASSIFIED', amount: 7, unit: 'days', on: false, byType: { MA: 7, BOR: 14, KAN: 30 } },
  // Runs only while a case waits for the police, to the day that was chosen: what is on hold must not be forgotten.
  POLICE_CHECK: { from: 'OWN_DAY', amount: 14, unit: 'days', on: true },
  CONCLUSION: { from: 'INVESTIGATED', amount: 6, unit: 'weeks', on: false },
  // Runs only while something was shared on the word of somebody who is suspected by now.
  SHARING_REVIEW: { from: 'SUSPECTED', amount: 3, unit: 'workingDays', on: true },
  // Runs only while a warning stands in the case, to the day on which it is looked over.
  WARNING_REVIEW: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  // The last day of what police, prosecutor or court gave for a time. It is theirs, and that somebody thinks of it is ours.
  PROTECTION_END: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  // Runs only after somebody wrote that the suspected abuser is somewhere else now.
  PLAN_PROMPT: { from: 'SUSPECT_CHANGED', amount: 1, unit: 'workingDays', on: true },
  // Runs only where somebody has talked with the person, and neither a plan nor «not now, because …» stands. It reminds, and is never late.
  PLAN_MISSING: { from: 'TALKED', amount: 5, unit: 'workingDays', on: true },
  RISK_REVIEW: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  PLAN_REVIEW: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  // Runs only while something was told that a duty may follow from, and nobody has answered (strl. § 196, bvl. § 13-2, hol. § 12-3 a).
  DUTIES: { from: 'INCIDENT', amount: 1, unit: 'workingDays', on: true },
  // Runs only from when child protection was told until it has answered; three weeks are its own (bvl. § 13-3), not ours.
  CHILD_FEEDBACK: { from: 'SENT', amount: 3, unit: 'weeks', on: true },
  // Runs only to the day on which it is asked again whether somebody can be told of the case.
  INFORM_AGAIN: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  // Runs only while a professional outside is asked, to the last day on which the code opens the question; and when the answer has come.
  EXPERT_ANSWER: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  // Runs only to the nearest day that somebody set for looking over a restriction of use (GDPR art. 18) or the card for the desk at night.
  REVIEW_DAY: { from: 'OWN_DAY', amount: 0, unit: 'days', on: true },
  MEASURE: { from: 'OWN_DAY', amount: 0, unit: 'days', on: false },
  FOLLOW_UP: { from: 'FOLLOW_UP', amount: 1, unit: 'months', on: true, later: [3, 6] },
  // Runs only while one person has proposed to close a case, and nobody else has answered: it is off everybody's list meanwhile.
  CLOSING: { from: 'CLOSING', amount: 14, unit: 'days', on: true },
  // Runs only while somebody is in danger, so it is not one of the clocks a region chooses.
  AKUTT_REVIEW: { from: 'AKUTT', amount: 24, unit: 'hours', on: true },
  // Runs whenever somebody took access in an emergency, also in a closed case, until another has gone through it (T18). Not one of a case's own clocks.
  EMERGENCY_REVIEW: { from: 'EMERGENCY', amount: 3, unit: 'days', on: true },
  // Runs only in an open case that no other clock runs in: nobody is forgotten because whoever leads it is away (decision 0073).
  QUIET: { from: 'WRITTEN', amount: 30, unit: 'days', on: true },
} as const satisfies Readonly<Record<string, ClockRule>>;
export type ClockId = keyof typeof CLOCKS;
export const CLOCK_IDS = Object.keys(CLOCKS) as readonly ClockId[]; // a literal's keys are exactly its key type

export type ClockChange = Partial<Omit<ClockRule, 'from' | 'unit'>>;
/** What a region has changed of these; what is not named follows the table. */
export type ClockChanges = Readonly<Partial<Record<ClockId, ClockChange>>>;

/** What a region's deadlines are counted by. */
export type RegionClocks = {
  readonly changes: ClockChanges;
  /** days on which the office is closed besides weekends and public holidays */
  readonly closed: ReadonlySet<Day>;
  /** counts the changes of either, from 0 */
  readonly version: number;
};

export const NO_CHANGES: RegionClocks = { changes: {}, closed: new Set(), version: 0 };

/** These run for somebody's safety, and cannot be switched off: while somebody is in danger, until an access in an emergency is gone through, and where nothing else would remind anybody of a case. */
const ALWAYS: readonly ClockId[] = ['AKUTT_REVIEW', 'EMERGENCY_REVIEW', 'QUIET'];

export function isAlwaysOn(clock: ClockId): boolean {
  return ALWAYS.includes(clock);
}

/** Reminds from its day on, and is never late: told of to nobody, counted among no deadlines that ran out, and in the way of no other. */
export function isReminder(clock: ClockId): boolean {
  return clock === 'PLAN_MISSING';
}

/**
 * Counts the product's own changes of the table above, and of what is counted by it. Raised with each (test/regions/clock-form.test.ts), so that open
 * cases are counted again after an upgrade, and the night's check takes nothing for a fault that is only older.
 */
export const CLOCK_TABLE = 6;
const MOST_CHANGES = 1_000_000;

/** By which clocks something was counted: the product's table first, then the region's own changes. Grows with either. */
export function countedBy({ version }: Pick<RegionClocks, 'version'>): number {
  return CLOCK_TABLE * MOST_CHANGES + version;
}

/** A clock as this region has it. */
export function clockRule({ changes }: Pick<RegionClocks, 'changes'>, clock: ClockId): ClockRule {
  const rule: ClockRule = { ...CLOCKS[clock], ...changes[clock] };
  return isAlwaysOn(clock) ? { ...rule, on: true } : rule;
}

/** An Akutt that nobody who answers for it has met: after so long the leader hears of it. */
export const UNSEEN_LEADER = 30 * MINUTE;
