import { refuse, type Refusal } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { DECISION_KIND, RECEIVER } from './codes.ts';

/** That the controller lets rows out to one receiver (GDPR art. 5 nr. 1 b, art. 89). */
export type Decision = { readonly kind: string; readonly receiver: string; readonly endsOn: Day | null; readonly confirmedAt: Instant | null; readonly endedAt: Instant | null };
export type Proposed = { readonly kind: string; readonly receiver: string; readonly purpose: string; readonly approval: string; readonly endsOn: Day | undefined };

/** Decided by two, not taken back, and not past its day: the day itself is the last one. */
export function isInForce({ confirmedAt, endedAt, endsOn }: Decision, today: Day): boolean {
  return confirmedAt !== null && endedAt === null && (endsOn === null || today <= endsOn);
}

/** Proposed, and still to be decided: by somebody else, before its last day has passed. */
export function waitsForSecond({ confirmedAt, endedAt, endsOn }: Pick<Decision, 'confirmedAt' | 'endedAt' | 'endsOn'>, today: Day): boolean {
  return confirmedAt === null && endedAt === null && (endsOn === null || today <= endsOn);
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
