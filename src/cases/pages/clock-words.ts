import type { Lang } from '../../kernel/texts.ts';
import { addDays, addMs, osloDay, osloTime, type Instant } from '../../kernel/time.ts';
import { dayWords, nearMomentWords } from '../../web/ui/moments.ts';
import type { ClockProps, ClockState } from '../../web/ui/time-line.tsx';
import { isReminder } from '../../regions/codes.ts';
import type { ListClock } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';

/** A deadline this near is «snart». */
const SOON_DAYS = 1;

/** A clock in words. What is due on a day ends at midnight, so the day before is named; only danger to life is ever urgent. */
export function clockProps({ clock, due, late }: ListClock, now: Instant, lang: Lang): ClockProps {
  const { hour, minute } = osloTime(due);
  const lastDay = osloDay(addMs(due, -1));
  const wholeDay = hour === 0 && minute === 0;
  const soon = lastDay <= addDays(osloDay(now), SOON_DAYS);
  const state: ClockState = late ? (clock === 'AKUTT_REVIEW' ? 'urgent' : 'late') : soon && !isReminder(clock) ? 'soon' : 'calm';
  const what = caseTexts[lang][`clock.${clock}`];
  return {
    state, what: what.charAt(0).toLocaleLowerCase() + what.slice(1),
    due: wholeDay ? dayWords(lastDay, now, lang) : nearMomentWords(due, now, lang), dateTime: wholeDay ? lastDay : due,
  };
}
