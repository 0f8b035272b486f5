import { addDays, DAY_MS, HOUR, MINUTE, osloDay, osloInstant, osloTime, toMs, type Day, type Instant } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const AT: Readonly<Record<Lang, string>> = { nb: 'kl.', nn: 'kl.', en: 'at' };
const NEAR: Readonly<Record<Lang, Readonly<Record<-1 | 0 | 1, string>>>> = {
  nb: { [-1]: 'i går', 0: 'i dag', 1: 'i morgen' },
  nn: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const AGO: Readonly<Record<Lang, { readonly now: string; readonly minutes: (n: number) => string; readonly hours: (n: number) => string; readonly days: (n: number) => string }>> = {
  nb: { now: 'akkurat nå', minutes: (n) => (n === 1 ? 'ett minutt siden' : `${n} minutter siden`), hours: (n) => (n === 1 ? 'én time siden' : `${n} timer siden`), days: (n) => (n === 1 ? 'ett døgn siden' : `${n} døgn siden`) },
  nn: { now: 'akkurat no', minutes: (n) => (n === 1 ? 'eitt minutt sidan' : `${n} minutt sidan`), hours: (n) => (n === 1 ? 'éin time sidan' : `${n} timar sidan`), days: (n) => (n === 1 ? 'eitt døgn sidan' : `${n} døgn sidan`) },
  en: { now: 'just now', minutes: (n) => (n === 1 ? 'one minute ago' : `${n} minutes ago`), hours: (n) => (n === 1 ? 'one hour ago' : `${n} hours ago`), days: (n) => (n === 1 ? 'one day ago' : `${n} days ago`) },
};

function named(options: Intl.DateTimeFormatOptions): Readonly<Record<Lang, Intl.DateTimeFormat>> {
  const format = (lang: Lang) => new Intl.DateTimeFormat(LOCALE[lang], { ...options, timeZone: 'Europe/Oslo' });
  return { nb: format('nb'), nn: format('nn'), en: format('en') };
}

// Made once: a page names a hundred days, and making a format costs two hundred times what using it does.
const WEEKDAY = named({ weekday: 'long' });
const MONTH = named({ month: 'long' });

/** A day in full: «mandag 2. mars 2026», «Monday 2 March 2026». */
export function dateWords(on: Day, lang: Lang): string {
  const noon = toMs(osloInstant(on, 12, 0)); // at noon no change of the clock can move a day
  return `${WEEKDAY[lang].format(noon)} ${Number(on.slice(8))}${lang === 'en' ? '' : '.'} ${MONTH[lang].format(noon)} ${on.slice(0, 4)}`;
}

/** A day as it is said today: «i dag», «i morgen», else in full, without a year that is this one. */
export function dayWords(on: Day, now: Instant, lang: Lang): string {
  const today = osloDay(now);
  const near = ([-1, 0, 1] as const).find((days) => addDays(today, days) === on);
  if (near !== undefined) return NEAR[lang][near];
  const full = dateWords(on, lang);
  return on.slice(0, 4) === today.slice(0, 4) ? full.slice(0, -5) : full;
}

/** The same without the weekday, for tables: «i går», «2. mars», «2. mars 2025». */
export function shortDayWords(on: Day, now: Instant, lang: Lang): string {
  return dayWords(on, now, lang).replace(/^\S+ (?=\d)/, '');
}

/** The wall clock in Oslo: «08.05», «08:05». */
export function timeWords(at: Instant, lang: Lang): string {
  const { hour, minute } = osloTime(at);
  return [hour, minute].map((n) => String(n).padStart(2, '0')).join(lang === 'en' ? ':' : '.');
}

/** «kl. 08.05», after a day. */
export function atWords(at: Instant, lang: Lang): string {
  return `${AT[lang]} ${timeWords(at, lang)}`;
}

/** A moment in full: «mandag 2. mars 2026 kl. 08.05». */
export function momentWords(at: Instant, lang: Lang): string {
  return `${dateWords(osloDay(at), lang)} ${atWords(at, lang)}`;
}

/** A moment as a `MomentField` holds it: `2026-03-02T08:05`, on the wall clock in Oslo. */
export function momentBox(at: Instant): string {
  return `${osloDay(at)}T${timeWords(at, 'en')}`;
}

/** A moment as it is said today: «i dag kl. 08.05», «mandag 2. mars kl. 08.05». */
export function nearMomentWords(at: Instant, now: Instant, lang: Lang): string {
  return `${dayWords(osloDay(at), now, lang)} ${atWords(at, lang)}`;
}

/** How long ago, rounded down; from two days on in whole days. A moment that is still to come is now. */
export function ageWords(at: Instant, now: Instant, lang: Lang): string {
  const ms = toMs(now) - toMs(at);
  if (ms < MINUTE) return AGO[lang].now;
  if (ms < HOUR) return AGO[lang].minutes(Math.floor(ms / MINUTE));
  return ms < 2 * DAY_MS ? AGO[lang].hours(Math.floor(ms / HOUR)) : AGO[lang].days(Math.floor(ms / DAY_MS));
}
