import { publicHoliday } from '../../kernel/calendar.ts';
import type { Lang } from '../../kernel/texts.ts';
import { addDays, day, daysBetween, formatDay, osloDay, weekday, type Day, type Instant } from '../../kernel/time.ts';
import type { NeutralPageProps } from '../ui/neutral-page.tsx';
import { HOLIDAY_NAMES } from './texts.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** One month for the neutral page; `asked` is `YYYY-MM`, anything else gives the month of today. */
export function monthPage(asked: string | null, now: Instant, lang: Lang): NeutralPageProps {
  const today = osloDay(now);
  const first = day(`${/^(19|20)\d\d-(0[1-9]|1[0-2])$/.exec(asked ?? '')?.[0] ?? today.slice(0, 7)}-01`) ?? today;
  const start = addDays(first, 1 - weekday(first));
  const weeks = Array.from({ length: 6 }, (_, w) => addDays(start, w * 7)).filter((monday) => monday <= lastDay(first));
  return {
    lang, month: monthName(first, lang), weekWord: lang === 'en' ? 'Week' : lang === 'nn' ? 'Veke' : 'Uke',
    weekdays: Array.from({ length: 7 }, (_, i) => formatDay(addDays(start, i), LOCALE[lang], { weekday: 'short' })),
    weeks: weeks.map((monday) => ({ week: isoWeek(monday), days: Array.from({ length: 7 }, (_, i) => oneDay(addDays(monday, i), first, today, lang)) })),
    previous: neighbour(addDays(first, -1), lang), next: neighbour(addDays(lastDay(first), 1), lang),
  };
}

function oneDay(on: Day, first: Day, today: Day, lang: Lang) {
  const holiday = publicHoliday(on);
  return { n: Number(on.slice(8)), inMonth: on.slice(0, 7) === first.slice(0, 7), today: on === today, holiday: holiday === undefined ? undefined : HOLIDAY_NAMES[lang][holiday], sunday: weekday(on) === 7 };
}

function neighbour(on: Day, lang: Lang): { label: string; href: string } {
  return { label: monthName(on, lang), href: `/kalender?m=${on.slice(0, 7)}` };
}

function monthName(on: Day, lang: Lang): string {
  return formatDay(on, LOCALE[lang], { month: 'long', year: 'numeric' });
}

function lastDay(first: Day): Day {
  const next = day(`${addDays(first, 31).slice(0, 7)}-01`);
  return next === undefined ? first : addDays(next, -1);
}

/** The week's number after ISO 8601: the week with the year's first Thursday is the first. */
function isoWeek(monday: Day): number {
  const thursday = addDays(monday, 3);
  const newYear = day(`${thursday.slice(0, 4)}-01-01`) ?? thursday;
  return 1 + Math.floor(daysBetween(newYear, thursday) / 7);
}
