import { addMs, MINUTE, SECOND, type Instant } from '../kernel/time.ts';

/** Wrong tries that somebody may make in a row before they are slowed; a name is often heard wrong on the phone. */
export const FREE_TRIES = 5;
/** After those, so long between two. */
export const BETWEEN_MS = 30 * SECOND;
/** A wrong try is forgotten after this. */
export const FORGOTTEN_MS = 15 * MINUTE;

/** Moments of somebody's wrong tries, oldest first, that still count; what a clock that was set back has put ahead of now does not. */
function counted(tries: readonly Instant[], now: Instant): readonly Instant[] {
  return tries.filter((at) => at <= now && addMs(at, FORGOTTEN_MS) > now);
}

/** Whether somebody has to wait a little before the next try. Nobody is ever locked out: half a minute later they may try again. */
export function mustWait(tries: readonly Instant[], now: Instant): boolean {
  const wrong = counted(tries, now);
  const last = wrong.at(-1);
  return wrong.length >= FREE_TRIES && last !== undefined && addMs(last, BETWEEN_MS) > now;
}
