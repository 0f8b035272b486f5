import { addDays, type Day } from '../../kernel/time.ts';
import { catalogue, type Lang } from '../../kernel/texts.ts';
import { WEEKDAYS, type OpeningHours, type Span, type Weekday, type WhenRead } from '../opening-hours.ts';

const DAYS_NB = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const DAYS_NN = ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'];
const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS_NO = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'];
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const pick = (words: readonly string[], index: number): string => words[index] ?? '';
const dateNo = (on: Day): string => `${Number(on.slice(8))}. ${pick(MONTHS_NO, Number(on.slice(5, 7)) - 1)}`;
const dateEn = (on: Day): string => `${Number(on.slice(8))} ${pick(MONTHS_EN, Number(on.slice(5, 7)) - 1)}`;
/** 08:00 → 8, 15:30 → 15.30: the way a Norwegian writes a time in a sentence */
const clockNo = (at: string): string => `${Number(at.slice(0, 2))}${at.endsWith(':00') ? '' : `.${at.slice(3)}`}`;

/** Words about when somebody is there, and the refusals of `checkedHours`. Every sentence stands on its own. */
export const OPENING_HOURS_TEXTS = catalogue({
  nb: {
    nowDay: 'Mottaket leser meldingen i dag.',
    nowEvening: 'Mottaket leser meldingen i kveld.',
    nowNight: 'Mottaket leser meldingen i natt.',
    today: (at: string) => `Leses i dag kl. ${clockNo(at)}.`,
    tomorrow: (at: string) => `Leses igjen i morgen kl. ${clockNo(at)}.`,
    weekday: (name: Weekday, at: string) => `Leses igjen ${pick(DAYS_NB, name - 1)} kl. ${clockNo(at)}.`,
    date: (name: Weekday, on: Day, at: string) => `Leses igjen ${pick(DAYS_NB, name - 1)} ${dateNo(on)} kl. ${clockNo(at)}.`,
    unknown: 'Vi kan ikke si når meldingen blir lest. Ring oss hvis det haster.',
    always: 'Åpent hele døgnet, alle dager',
    notSaid: 'Åpningstiden er ikke lagt inn. Ring oss hvis det haster.',
    weekdays: (first: Weekday, last: Weekday) => (first === last ? pick(DAYS_NB, first - 1) : `${pick(DAYS_NB, first - 1)}–${pick(DAYS_NB, last - 1)}`),
    dayOf: (on: Day) => dateNo(on),
    span: (span: Span) => `kl. ${clockNo(span.from)}–${clockNo(span.to)}`,
    allDay: 'hele døgnet',
    and: ' og ',
    closed: 'stengt',
    holidays: 'helligdager',
    'hours-time': 'Skriv tiden med fire tall, for eksempel 08:00.',
    'hours-backwards': 'Slutten må komme etter starten. En natt deles i to, før og etter midnatt.',
    'hours-overlap': 'To av tidene overlapper hverandre.',
    'hours-day': 'Denne datoen finnes ikke.',
    'hours-day-twice': 'Denne datoen står to ganger.',
    'hours-never-open': 'Fyll inn minst én dag med åpningstid.',
  },
  nn: {
    nowDay: 'Mottaket les meldinga i dag.',
    nowEvening: 'Mottaket les meldinga i kveld.',
    nowNight: 'Mottaket les meldinga i natt.',
    today: (at: string) => `Mottaket les meldinga i dag kl. ${clockNo(at)}.`,
    tomorrow: (at: string) => `Mottaket les att i morgon kl. ${clockNo(at)}.`,
    weekday: (name: Weekday, at: string) => `Mottaket les att ${pick(DAYS_NN, name - 1)} kl. ${clockNo(at)}.`,
    date: (name: Weekday, on: Day, at: string) => `Mottaket les att ${pick(DAYS_NN, name - 1)} ${dateNo(on)} kl. ${clockNo(at)}.`,
    unknown: 'Vi kan ikkje seie når meldinga blir lesen. Ring oss om det hastar.',
    always: 'Ope heile døgnet, alle dagar',
    notSaid: 'Opningstida er ikkje lagd inn. Ring oss om det hastar.',
    weekdays: (first: Weekday, last: Weekday) => (first === last ? pick(DAYS_NN, first - 1) : `${pick(DAYS_NN, first - 1)}–${pick(DAYS_NN, last - 1)}`),
    dayOf: (on: Day) => dateNo(on),
    span: (span: Span) => `kl. ${clockNo(span.from)}–${clockNo(span.to)}`,
    allDay: 'heile døgnet',
    and: ' og ',
    closed: 'stengt',
    holidays: 'heilagdagar',
    'hours-time': 'Skriv tida med fire tal, til dømes 08:00.',
    'hours-backwards': 'Slutten må kome etter starten. Ei natt blir delt i to, før og etter midnatt.',
    'hours-overlap': 'To av tidene overlappar kvarandre.',
    'hours-day': 'Denne datoen finst ikkje.',
    'hours-day-twice': 'Denne datoen står to gonger.',
    'hours-never-open': 'Fyll inn minst éin dag med opningstid.',
  },
  en: {
    nowDay: 'The reception will read it today.',
    nowEvening: 'The reception will read it this evening.',
    nowNight: 'The reception will read it tonight.',
    today: (at: string) => `It will be read today at ${at}.`,
    tomorrow: (at: string) => `It will be read tomorrow at ${at}.`,
    weekday: (name: Weekday, at: string) => `It will be read on ${pick(DAYS_EN, name - 1)} at ${at}.`,
    date: (name: Weekday, on: Day, at: string) => `It will be read on ${pick(DAYS_EN, name - 1)} ${dateEn(on)} at ${at}.`,
    unknown: 'We cannot say when it will be read. Call us if it is urgent.',
    always: 'Open 24 hours, every day',
    notSaid: 'No opening hours have been entered. Call us if it is urgent.',
    weekdays: (first: Weekday, last: Weekday) => (first === last ? pick(DAYS_EN, first - 1) : `${pick(DAYS_EN, first - 1)}–${pick(DAYS_EN, last - 1)}`),
    dayOf: (on: Day) => dateEn(on),
    span: (span: Span) => `${span.from}–${span.to}`,
    allDay: '24 hours',
    and: ' and ',
    closed: 'closed',
    holidays: 'public holidays',
    'hours-time': 'Write the time with four digits, for example 08:00.',
    'hours-backwards': 'The end must come after the start. Split a night in two, before and after midnight.',
    'hours-overlap': 'Two of the times overlap.',
    'hours-day': 'There is no such date.',
    'hours-day-twice': 'This date is listed twice.',
    'hours-never-open': 'Enter opening hours for at least one day.',
  },
});

/** One sentence: «Leses igjen mandag kl. 8.» From a week ahead it names the date too. */
export function whenReadWords(when: WhenRead, lang: Lang): string {
  const t = OPENING_HOURS_TEXTS[lang];
  switch (when.kind) {
    case 'now': return { day: t.nowDay, evening: t.nowEvening, night: t.nowNight }[when.part];
    case 'today': return t.today(when.at);
    case 'tomorrow': return t.tomorrow(when.at);
    case 'day': return when.inDays < 7 ? t.weekday(when.weekday, when.at) : t.date(when.weekday, when.date, when.at);
    case 'unknown': return t.unknown;
  }
}

export type HoursLine = { readonly days: string; readonly times: string };

/** The opening hours as lines for a page: the week with like days together, public holidays, and exceptions from `today` 60 days on. */
export function hoursLines(hours: OpeningHours, today: Day, lang: Lang): HoursLine[] {
  const t = OPENING_HOURS_TEXTS[lang];
  if (hours.kind !== 'weekly') return [{ days: '', times: hours.kind === 'always' ? t.always : t.notSaid }];
  const lines: HoursLine[] = [];
  let first: Weekday = 1;
  for (const name of WEEKDAYS) {
    const times = timesOf(hours.week[name] ?? [], lang);
    const next = WEEKDAYS[name];
    if (next !== undefined && timesOf(hours.week[next] ?? [], lang) === times) continue;
    lines.push({ days: capital(t.weekdays(first, name)), times });
    first = next ?? first;
  }
  if (hours.holidays !== 'as-weekday') lines.push({ days: capital(t.holidays), times: timesOf(hours.holidays, lang) });
  const last = addDays(today, 60);
  for (const one of hours.exceptions.filter((e) => e.day >= today && e.day <= last).toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    lines.push({ days: t.dayOf(one.day), times: timesOf(one.spans, lang) });
  }
  return lines;
}

function timesOf(spans: readonly Span[], lang: Lang): string {
  const t = OPENING_HOURS_TEXTS[lang];
  if (spans.length === 0) return t.closed;
  return spans.map((span) => (span.from === '00:00' && span.to === '24:00' ? t.allDay : t.span(span))).join(t.and);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
