import type { Outcome } from '../kernel/outcome.ts';

/** An expected "no" from a job's command is a fault all the same: the queue tries again, and health sees it. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
}

/** What a job's command answered. @throws JobRefused for any «no» but the one of what is not there (any more): then there is nothing to do, and this is undefined */
export function unlessGone<R>(outcome: Outcome<R>): R | undefined {
  if (outcome.ok) return outcome.value;
  if (outcome.code === 'not_found') return undefined;
  throw new JobRefused(outcome.code);
}
