import type { Day } from '../kernel/time.ts';
import { checkedHours, WEEKDAYS, type ExceptionDay, type OpeningHours, type Span } from './opening-hours.ts';

/** A form as it was typed: the name of a field and what stands in it. A field that is not there is empty. */
export type Typed = Readonly<Record<string, string>>;

/** Opening hours as one fills them in: a line per weekday, «08:00–15:30, 17–19», empty where it is closed. */
export function hoursForm(prefix: string, hours: OpeningHours): Typed {
  if (hours.kind !== 'weekly') return { [`${prefix}-kind`]: hours.kind };
  const { holidays } = hours;
  return {
    [`${prefix}-kind`]: 'weekly',
    ...Object.fromEntries(WEEKDAYS.map((name) => [`${prefix}-${name}`, spansText(hours.week[name] ?? [])])),
    [`${prefix}-holidays`]: holidays === 'as-weekday' ? 'as-weekday' : holidays.length === 0 ? 'closed' : 'own',
    [`${prefix}-holidayTimes`]: holidays === 'as-weekday' ? '' : spansText(holidays),
    [`${prefix}-exceptions`]: hours.exceptions.map((one) => `${dayText(one.day)} ${spansText(one.spans)}`.trim()).join('\n'),
  };
}

export type TypedHours = { readonly hours: OpeningHours; readonly faults: Readonly<Record<string, string>> };

/** Reads them back; a fault is a code of `checkedHours` under the name of its field. Nobody who chose nothing has promised anything. */
export function typedHours(prefix: string, typed: Typed): TypedHours {
  const field = (name: string): string => typed[`${prefix}-${name}`] ?? '';
  const kind = field('kind');
  if (kind !== 'weekly') return { hours: { kind: kind === 'always' ? 'always' : 'unknown' }, faults: {} };
  const hours: OpeningHours = {
    kind: 'weekly',
    week: Object.fromEntries(WEEKDAYS.map((name) => [name, typedSpans(field(String(name)))])),
    holidays: field('holidays') === 'as-weekday' ? 'as-weekday' : field('holidays') === 'own' ? typedSpans(field('holidayTimes')) : [],
    exceptions: field('exceptions').split('\n').filter((line) => line.trim() !== '').map(typedException),
  };
  const checked = checkedHours(hours);
  if (checked.ok) return { hours, faults: {} };
  return { hours, faults: Object.fromEntries(Object.entries(checked.fields ?? {}).map(([place, code]) => [`${prefix}-${fieldOf(place)}`, code])) };
}

/** `week.1`, `holidays` and `exceptions.0` are how the rule names a place. */
function fieldOf(place: string): string {
  const [group, name] = place.split('.');
  return group === 'week' ? name ?? '1' : group === 'holidays' ? 'holidayTimes' : 'exceptions';
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => `${span.from}–${span.to}`).join(', ');
}

const CLOSED = /^(stengt|stengd|lukket|closed|[-–—])$/i;
const ALL_DAY = /^(hele døgnet|heile døgnet|døgnåpent|24 hours|24 timer)$/i;
const BETWEEN = /^(?:kl\.?\s*)?(\d{1,2})[:.]?(\d{2})?\s*(?:[-–—]|til|to)\s*(?:kl\.?\s*)?(\d{1,2})[:.]?(\d{2})?$/i;

/** «8–15.30 og 17-19» → spans. What cannot be understood becomes a time that the rule refuses. */
function typedSpans(text: string): Span[] {
  const line = text.trim();
  if (line === '' || CLOSED.test(line)) return [];
  if (ALL_DAY.test(line)) return [{ from: '00:00', to: '24:00' }];
  return line.split(/\s*(?:[,;&+]|\bog\b|\band\b)\s*/i).filter((part) => part !== '').map((part) => {
    const [, fromHour, fromMinute, toHour, toMinute] = BETWEEN.exec(part) ?? [];
    return { from: clock(fromHour, fromMinute), to: clock(toHour, toMinute) };
  });
}

function clock(hour: string | undefined, minute: string | undefined): string {
  return hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

const DATE = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))\.?:?(?:\s+|$)/;

function typedException(line: string): ExceptionDay {
  const text = line.trim();
  const found = DATE.exec(text);
  const [year, month, date] = found === null ? [] : [found[1] ?? found[6] ?? '', found[2] ?? found[5] ?? '', found[3] ?? found[4] ?? ''];
  const on = found === null ? text : `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return { day: on as Day, spans: typedSpans(found === null ? '' : text.slice(found[0].length)) }; // checkedHours says whether there is such a day
}

function dayText(on: Day): string {
  return `${on.slice(8)}.${on.slice(5, 7)}.${on.slice(0, 4)}`;
}
