import type { Outcome } from '../kernel/outcome.ts';

/** So often before it is a fault that health sees and the queue tries again later. */
const TRIES = 5;

/**
 * Does a job's step once more where somebody wrote in the same file at that moment: a lost race is no fault, and people wait for what the job does.
 * @returns the last answer; `changed_meanwhile` where every try was too late
 */
export async function judgedAnew<T>(step: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let outcome = await step();
  for (let tries = 1; tries < TRIES && !outcome.ok && outcome.code === 'changed_meanwhile'; tries += 1) outcome = await step();
  return outcome;
}
