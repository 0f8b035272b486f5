import { addMs, DAY_MS, type Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import { isStrict } from './secrecy.ts';

/** Fewer than so many have been of the team. */
const FEW = 3;
/** At least so far back, however new the case is. */
const LOOKS_BACK = 90 * DAY_MS;

/**
 * T14, the exception of the domain reference for a region that is small: whoever proposed the closing may decide it, too (decision 0092). What counts is who has been of the
 * team at any time since the case was opened, and in the last 90 days at least: whoever ends others' roles for a day makes nobody alone. Never where the address is strictly confidential.
 * @param lastInTeam of everybody who ever was of the team, when they last were; undefined where nobody has looked it up: then nobody closes alone
 */
export function mayCloseAlone(state: Pick<CaseState, 'opened' | 'address' | 'start' | 'joined'>, { lastInTeam, now }: { readonly lastInTeam?: readonly Instant[] | undefined; readonly now: Instant }): boolean {
  return !isStrict(state) && isSmall(state.opened.at, lastInTeam, now);
}

/** The same without what only the case itself tells. */
export function isSmall(openedAt: Instant, lastInTeam: readonly Instant[] | undefined, now: Instant): boolean {
  const back = addMs(now, -LOOKS_BACK);
  const since = openedAt < back ? openedAt : back;
  return lastInTeam !== undefined && lastInTeam.length > 0 && lastInTeam.filter((at) => at >= since).length < FEW;
}
