import type { FileEvent, Writer } from '../kernel/journal/event.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Risk } from './choices.ts';
import type { NotedFactor, PlanPlace, RiskTool, SuspectChange } from './safety-codes.ts';
import type { Protection, ProtectionContent, ProtectionPeriod } from './protection.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Who assessed the risk, with what, and what they concluded. The tool's items and scores stay where the tool is. */
export type RiskContent = {
  readonly riskId: string;
  readonly tool: RiskTool;
  /** of the tool; where it is another one, its name */
  readonly version?: string | undefined;
  readonly assessor: string;
  readonly conclusion: Risk;
  readonly assessedOn: Day;
  readonly grounds?: string | undefined;
  readonly next?: Day | undefined;
};
export type RiskAssessment = RiskContent & { readonly recorded: Signed };

export type SeenFactor = { readonly factor: NotedFactor; readonly note?: string | undefined };
/** What made us worried on one day; none: whoever looked saw nothing of it. */
export type FactorLookContent = { readonly lookId: string; readonly lookedOn: Day; readonly factors: readonly SeenFactor[] };
export type FactorLook = FactorLookContent & { readonly recorded: Signed };

/** A safety plan, as it was made with the person (domain reference §5.4). A new one takes the place of the one before, which stays readable. */
export type SafetyPlanContent = {
  readonly planId: string;
  readonly planWith: string;
  readonly warningSigns: string;
  readonly safePlaces: string;
  readonly whoToCall: string;
  readonly planPlace: PlanPlace;
  readonly livingWith?: string | undefined;
  readonly bag?: string | undefined;
  readonly devices?: string | undefined;
  readonly childRoutines?: string | undefined;
  readonly money?: string | undefined;
  readonly ifSeen?: string | undefined;
  readonly safeContact?: string | undefined;
  readonly planReview?: Day | undefined;
};
/** `reviewed`: the last time it was gone through and still held */
export type SafetyPlan = SafetyPlanContent & { readonly written: Signed; readonly reviewed: (Signed & { readonly with: string }) | undefined };

/** «Not now, because …»: why there is no plan yet, and the day on which it is looked at again, if one is set. */
export type PostponedContent = { readonly grounds: string; readonly askAgain?: Day | undefined };

/** The suspected abuser is somewhere else now, or will be on a day that is known. */
export type SuspectChangeContent = { readonly change: SuspectChange; readonly on: Day; readonly what?: string | undefined };

export type SafetyEvent =
  | FileEvent<'RiskAssessed', RiskContent>
  | FileEvent<'RiskFactorsMarked', FactorLookContent>
  | FileEvent<'SafetyPlanWritten', SafetyPlanContent>
  | FileEvent<'SafetyPlanReviewed', { readonly planWith: string; readonly planReview: Day }>
  | FileEvent<'SafetyPlanPostponed', PostponedContent>
  | FileEvent<'SuspectChanged', SuspectChangeContent>
  | FileEvent<'ProtectionRecorded', ProtectionContent>
  | FileEvent<'ProtectionRenewed', { readonly protectionId: string } & ProtectionPeriod>
  | FileEvent<'ProtectionEnded', { readonly protectionId: string; readonly grounds: string }>;

/** How dangerous it is held to be, and what keeps the person safe; each list in the order it was written. */
export type Safety = {
  readonly risks: readonly RiskAssessment[];
  readonly factorLooks: readonly FactorLook[];
  /** every version; the last is the one that holds */
  readonly safetyPlans: readonly SafetyPlan[];
  /** why there is none yet; gone when there is one, when the suspected abuser is somewhere else, or the case becomes Akutt */
  readonly planPostponed: (PostponedContent & Signed) | undefined;
  /** the plan has to be gone through because of each of these; gone when somebody has, on its day or later: one that is still to come waits for its day */
  readonly planPrompts: readonly (SuspectChangeContent & Signed)[];
  readonly suspectChanges: readonly (SuspectChangeContent & Signed)[];
  readonly protections: readonly Protection[];
};

export const NO_SAFETY: Safety = { risks: [], factorLooks: [], safetyPlans: [], planPostponed: undefined, planPrompts: [], suspectChanges: [], protections: [] };

export type FactorChange = { readonly came: readonly NotedFactor[]; readonly went: readonly NotedFactor[] };

/** What came and what went since the look before; undefined for the first. */
export function factorChange(looks: readonly FactorLookContent[], at: number): FactorChange | undefined {
  const [before, now] = [looks[at - 1], looks[at]];
  if (before === undefined || now === undefined) return undefined;
  const lacking = (from: FactorLookContent, other: FactorLookContent) => from.factors.map(({ factor }) => factor).filter((factor) => !other.factors.some((one) => one.factor === factor));
  return { came: lacking(now, before), went: lacking(before, now) };
}
