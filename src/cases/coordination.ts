import type { FileEvent, Writer } from '../kernel/journal/event.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Need } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { CoordinatorStatus, IndividualPlan, InterpreterMode, Qualified } from './choices/coordination.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Who makes the services work together (hol § 3-4), and where coordinator (§ 7-2) and individual plan (§ 7-1) stand. The plan itself is elsewhere. */
export type CoordinationContent = {
  /** the service that coordinates, in the writer's words */
  readonly service: string;
  readonly coordinator: CoordinatorStatus;
  readonly coordinatorWho?: string | undefined;
  readonly plan: IndividualPlan;
  readonly planWho?: string | undefined;
};

/** How one talks with the person (tolkeloven §§ 6, 7). `from`: the agency, or the interpreter; never somebody around the person. */
export type InterpreterContent = {
  readonly language: string;
  readonly how: InterpreterMode;
  readonly from: string;
  readonly qualified: Qualified;
  /** why it had to be one who is not qualified */
  readonly why?: string | undefined;
};

/** A decision that a service made (fvl §§ 23–29), made and kept elsewhere: where it is found, its day, and the last day to complain. */
export type DecisionLink = { readonly decisionRef?: string | undefined; readonly decidedOn?: Day | undefined; readonly complaintUntil?: Day | undefined };

export type CoordinationEvent = FileEvent<'CoordinationRecorded', CoordinationContent> | FileEvent<'InterpreterRecorded', InterpreterContent>;

/** The newest of each; what was said before stands in the journal. */
export type Coordination = { readonly coordination: (CoordinationContent & Signed) | undefined; readonly interpreter: (InterpreterContent & Signed) | undefined };
export const NO_COORDINATION: Coordination = { coordination: undefined, interpreter: undefined };

const BY_INTERPRETER: readonly Need[] = ['TOLK', 'TEGNSPRAK'];

/** tolkeloven § 6: whether one talks with the person through an interpreter, as it is written down or as a report told it. */
export function needsInterpreter({ interpreter, start, joined }: Pick<CaseState, 'interpreter' | 'start' | 'joined'>): boolean {
  return interpreter !== undefined || [start, ...joined.map((one) => one.start)].some(({ needs = [] }) => needs.some((need) => BY_INTERPRETER.includes(need)));
}
