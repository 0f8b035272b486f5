import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { HoldGround } from './codes.ts';

/** Why a case is held back from disposal (legal hold), or why it is no longer. */
export type Hold = { readonly ground: HoldGround; readonly why: string };

/** Refuses `already_held`, `not_held`; and `missing` for a ground or a reason that was not given: what is kept against a rule has to say why, and so has letting go. */
export function decideHold(to: boolean, now: boolean, { ground, why }: { readonly ground: HoldGround | undefined; readonly why: string }): Outcome<Hold> {
  if (to === now) return refuse(to ? 'already_held' : 'not_held');
  const faults = { ...(ground === undefined ? { ground: 'missing' } : {}), ...(why === '' ? { why: 'missing' } : {}) };
  return ground === undefined || why === '' ? refuse('bad_input', faults) : done({ ground, why });
}
