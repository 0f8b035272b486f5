import { refuse, type Refusal } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { DECISION_KIND, RECEIVER } from './codes.ts';

/** That the controllers let rows out to one receiver (GDPR art. 5 no. 1 b, art. 89). `missing`: how many of the municipalities have not said yes. */
export type Decision = { readonly endsOn: Day | null; readonly endedAt: Instant | null; readonly missing: number };
export type Proposed = { readonly kind: string; readonly receiver: string; readonly purpose: string; readonly approval: string; readonly endsOn: Day | undefined };

/** Allowed by every municipality, not taken back, and not past its day: the day itself is the last one. All or none: decision 0081. */
export function isInForce(decision: Decision, today: Day): boolean {
  return decision.missing === 0 && !isOver(decision, today);
}

/** Proposed, and still to be decided for some municipality, before its last day has passed. */
export function waitsForMore(decision: Decision, today: Day): boolean {
  return decision.missing > 0 && !isOver(decision, today);
}

function isOver({ endedAt, endsOn }: Decision, today: Day): boolean {
  return endedAt !== null || (endsOn !== null && today > endsOn);
}

/** What is missing: a purpose always, and of research the approval's number and a last day that has not passed. */
export function decisionFault({ kind, receiver, purpose, approval, endsOn }: Proposed, today: Day): Refusal | undefined {
  const research = kind === 'FORSKNING';
  const faults: Record<string, string> = {
    ...(DECISION_KIND.is(kind) ? {} : { kind: kind === '' ? 'missing' : 'not_offered' }),
    ...(RECEIVER.is(receiver) ? {} : { receiver: receiver === '' ? 'missing' : 'not_offered' }),
    ...(purpose === '' ? { purpose: 'missing' } : {}),
    ...(research && approval === '' ? { approval: 'missing' } : {}),
    ...(research && endsOn === undefined ? { endsOn: 'missing' } : endsOn !== undefined && endsOn < today ? { endsOn: 'day_has_passed' } : {}),
  };
  return Object.keys(faults).length === 0 ? undefined : refuse('bad_input', faults);
}
