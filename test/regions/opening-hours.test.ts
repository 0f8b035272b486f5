import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMs, day, fromMs, instant, MINUTE, osloInstant, type Day, type Instant } from '../../src/kernel/time.ts';
import { checkedHours, closedDays, isOpen, nextOpening, whenRead, type OpeningHours, type Span, type WeeklyHours } from '../../src/regions/opening-hours.ts';
import { hoursLines, OPENING_HOURS_TEXTS, whenReadWords } from '../../src/regions/texts/opening-hours.ts';

function d(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error(text);
  return found;
}
/** A wall clock in Oslo. */
const at = (on: string, clock: string): Instant => osloInstant(d(on), Number(clock.slice(0, 2)), Number(clock.slice(3)));

const OFFICE: Span[] = [{ from: '08:00', to: '15:30' }];
const DAYTIME: WeeklyHours = { kind: 'weekly', week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE }, holidays: [], exceptions: [] };
const ALL_DAY: Span[] = [{ from: '00:00', to: '24:00' }];
const nb = (hours: OpeningHours, now: Instant): string => whenReadWords(whenRead(hours, now), 'nb');

describe('is somebody there', () => {
  test('the first minute is open, the last one is not', () => {
    expect(isOpen(DAYTIME, at('2026-11-20', '08:00'))).toBe(true);
    expect(isOpen(DAYTIME, at('2026-11-20', '07:59'))).toBe(false);
    expect(isOpen(DAYTIME, at('2026-11-20', '15:29'))).toBe(true);
    expect(isOpen(DAYTIME, at('2026-11-20', '15:30'))).toBe(false);
  });
  test('round the clock is always open, and hours nobody has entered are never open', () => {
    expect(isOpen({ kind: 'always' }, at('2026-12-25', '03:00'))).toBe(true);
    expect(isOpen({ kind: 'unknown' }, at('2026-11-20', '12:00'))).toBe(false);
    expect(nextOpening({ kind: 'unknown' }, at('2026-11-20', '12:00'))).toBeUndefined();
  });
  test('a holiday closes the office unless the region says otherwise', () => {
    expect(isOpen(DAYTIME, at('2026-05-14', '12:00'))).toBe(false);
    expect(isOpen({ ...DAYTIME, holidays: 'as-weekday' }, at('2026-05-14', '12:00'))).toBe(true);
    expect(isOpen({ ...DAYTIME, holidays: [{ from: '11:00', to: '13:00' }] }, at('2026-05-14', '12:00'))).toBe(true);
  });
  test('a single day set by the region beats both the week and the holiday', () => {
    const hours: WeeklyHours = { ...DAYTIME, exceptions: [{ day: d('2026-11-20'), spans: [] }, { day: d('2026-05-17'), spans: OFFICE }] };
    expect(isOpen(hours, at('2026-11-20', '12:00'))).toBe(false);
    expect(isOpen(hours, at('2026-05-17', '12:00'))).toBe(true);
    expect([...closedDays(hours)]).toEqual(['2026-11-20']);
    expect(closedDays({ kind: 'always' }).size).toBe(0);
  });
});

describe('when clocks change', () => {
  const night: WeeklyHours = { kind: 'weekly', week: { 7: [{ from: '02:30', to: '06:00' }] }, holidays: 'as-weekday', exceptions: [] };
  test('an opening inside the hour that spring skips begins when the clock jumps', () => {
    expect(nextOpening(night, at('2026-03-29', '01:00'))).toBe('2026-03-29T01:00:00.000Z'); // the clock shows 03:00
    expect(isOpen(night, instant('2026-03-29T01:00:00Z'))).toBe(true);
    expect(isOpen(night, instant('2026-03-29T00:59:00Z'))).toBe(false);
  });
  test('a night shift in autumn lasts the extra hour', () => {
    const shift: WeeklyHours = { ...night, week: { 7: [{ from: '00:00', to: '06:00' }] } };
    const start = at('2026-10-25', '00:00');
    const open = Array.from({ length: 9 * 60 }, (_, i) => addMs(start, i * MINUTE)).filter((now) => isOpen(shift, now)).length;
    expect(open).toBe(7 * 60);
  });
  test('«mandag kl. 8» is eight by the wall clock on both sides of a change', () => {
    for (const [friday, monday] of [['2026-03-27', '2026-03-30'], ['2026-10-23', '2026-10-26']] as const) {
      expect(nextOpening(DAYTIME, at(friday, '16:00'))).toBe(at(monday, '08:00'));
      expect(nb(DAYTIME, at(friday, '16:00'))).toBe('Leses igjen mandag kl. 8.');
    }
  });
  test('a reception that never sleeps is open at every minute of both nights', () => {
    const week = { 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY, 4: ALL_DAY, 5: ALL_DAY, 6: ALL_DAY, 7: ALL_DAY };
    const always: WeeklyHours = { kind: 'weekly', week, holidays: 'as-weekday', exceptions: [] };
    for (const on of ['2026-03-28', '2026-10-24']) {
      const start = at(on, '22:00');
      for (let i = 0; i < 9 * 60; i += 1) expect(isOpen(always, addMs(start, i * MINUTE))).toBe(true);
    }
  });
});

describe('when is it read', () => {
  test('the words promise what will happen', () => {
    expect(nb(DAYTIME, at('2026-11-21', '12:00'))).toBe('Leses igjen mandag kl. 8.');
    expect(nb({ kind: 'always' }, at('2026-11-21', '23:30'))).toBe('Mottaket leser meldingen i natt.');
    expect(nb({ kind: 'always' }, at('2026-11-21', '05:59'))).toBe('Mottaket leser meldingen i natt.');
    expect(nb({ kind: 'always' }, at('2026-11-21', '19:00'))).toBe('Mottaket leser meldingen i kveld.');
    expect(nb(DAYTIME, at('2026-11-20', '12:00'))).toBe('Mottaket leser meldingen i dag.');
    expect(nb(DAYTIME, at('2026-11-20', '06:00'))).toBe('Leses i dag kl. 8.');
    expect(nb(DAYTIME, at('2026-11-19', '16:00'))).toBe('Leses igjen i morgen kl. 8.');
    expect(nb({ kind: 'unknown' }, at('2026-11-20', '12:00'))).toContain('Ring oss hvis det haster');
  });
  test('a report in the last half hour is not promised for today', () => {
    expect(nb(DAYTIME, at('2026-11-19', '14:59'))).toBe('Mottaket leser meldingen i dag.');
    expect(nb(DAYTIME, at('2026-11-19', '15:01'))).toBe('Leses igjen i morgen kl. 8.');
  });
  test('a break in the day is not closing time', () => {
    const hours: WeeklyHours = { ...DAYTIME, week: { 5: [{ from: '08:00', to: '12:00' }, { from: '12:30', to: '15:30' }] } };
    expect(nb(hours, at('2026-11-20', '12:10'))).toBe('Leses i dag kl. 12.30.');
  });
  test('over Easter and Christmas the day named is the day somebody is back', () => {
    expect(nb(DAYTIME, at('2026-04-01', '16:00'))).toBe('Leses igjen tirsdag kl. 8.');
    const shut: WeeklyHours = { ...DAYTIME, exceptions: Array.from({ length: 10 }, (_, i) => ({ day: addDays(d('2026-12-24'), i), spans: [] })) };
    expect(nb(shut, at('2026-12-23', '20:00'))).toBe('Leses igjen mandag 4. januar kl. 8.');
    expect(whenReadWords(whenRead(shut, at('2026-12-23', '20:00')), 'nn')).toBe('Mottaket les att måndag 4. januar kl. 8.');
    expect(whenReadWords(whenRead(shut, at('2026-12-23', '20:00')), 'en')).toBe('It will be read on Monday 4 January at 08:00.');
  });
  test('an office with nothing but closed days promises nothing', () => {
    expect(whenRead({ ...DAYTIME, week: {} }, at('2026-11-20', '12:00'))).toEqual({ kind: 'unknown' });
  });
  test('«i morgen» follows the date in Oslo, not in Greenwich', () => {
    expect(whenRead(DAYTIME, instant('2026-11-18T23:30:00Z'))).toEqual({ kind: 'today', at: '08:00' });
    expect(whenRead(DAYTIME, instant('2026-11-18T22:30:00Z'))).toEqual({ kind: 'tomorrow', at: '08:00' });
  });
  const clock = fc.integer({ min: 0, max: 96 }).map((q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`);
  const span = fc.tuple(clock, clock).filter(([a, b]) => a < b).map(([from, to]) => [{ from, to }]);
  const weekly = fc.record({ 1: span, 3: span, 6: span, 7: span }).map((week): WeeklyHours => ({ kind: 'weekly', week, holidays: [], exceptions: [] }));
  const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') }).map(fromMs);
  test('the next opening is open, never past, and nothing is open before it', () => {
    fc.assert(fc.property(weekly, moments, (hours, now) => {
      const next = nextOpening(hours, now);
      if (next === undefined || next < now || !isOpen(hours, next)) return false;
      const gap = Math.floor((Date.parse(next) - Date.parse(now)) / 20);
      return gap === 0 || Array.from({ length: 19 }, (_, i) => addMs(now, gap * i)).every((before) => !isOpen(hours, before));
    }), { numRuns: 150 });
  });
});

describe('hours somebody typed', () => {
  const faults = (hours: WeeklyHours): unknown => {
    const outcome = checkedHours(hours);
    return outcome.ok ? 'ok' : outcome.fields;
  };
  test('every mistake is named with its place, and each has words in three languages', () => {
    expect(faults(DAYTIME)).toBe('ok');
    expect(faults({ ...DAYTIME, week: { 1: [{ from: '8', to: '15:30' }] } })).toEqual({ 'week.1': 'hours-time' });
    expect(faults({ ...DAYTIME, week: { 2: [{ from: '16:00', to: '08:00' }] } })).toEqual({ 'week.2': 'hours-backwards' });
    expect(faults({ ...DAYTIME, week: { 2: [...OFFICE, { from: '15:00', to: '17:00' }] } })).toEqual({ 'week.2': 'hours-overlap' });
    expect(faults({ ...DAYTIME, week: {} })).toEqual({ 'week.1': 'hours-never-open' });
    expect(faults({ ...DAYTIME, holidays: [{ from: '10:00', to: '25:00' }] })).toEqual({ holidays: 'hours-time' });
    const twice = [{ day: d('2026-12-24'), spans: [] }, { day: d('2026-12-24'), spans: OFFICE }];
    expect(faults({ ...DAYTIME, exceptions: twice })).toEqual({ 'exceptions.1': 'hours-day-twice' });
    const none = [{ day: '2026-02-30' as Day, spans: [] }]; // what a form could send
    expect(faults({ ...DAYTIME, exceptions: none })).toEqual({ 'exceptions.0': 'hours-day' });
    expect(checkedHours({ kind: 'always' }).ok).toBe(true);
    for (const code of ['hours-time', 'hours-backwards', 'hours-overlap', 'hours-day', 'hours-day-twice', 'hours-never-open'] as const) {
      for (const lang of ['nb', 'nn', 'en'] as const) expect(OPENING_HOURS_TEXTS[lang][code]).not.toBe('');
    }
  });
});

describe('hours on a page', () => {
  test('like days stand together and exceptions that are past are gone', () => {
    const hours: WeeklyHours = { ...DAYTIME, exceptions: [{ day: d('2026-12-24'), spans: [{ from: '08:00', to: '12:00' }] }, { day: d('2026-11-01'), spans: [] }] };
    expect(hoursLines(hours, d('2026-11-21'), 'nb')).toEqual([
      { days: 'Mandag–fredag', times: 'kl. 8–15.30' }, { days: 'Lørdag–søndag', times: 'stengt' },
      { days: 'Helligdager', times: 'stengt' }, { days: '24. desember', times: 'kl. 8–12' },
    ]);
    expect(hoursLines(hours, d('2026-11-21'), 'en')[0]).toEqual({ days: 'Monday–Friday', times: '08:00–15:30' });
    expect(hoursLines({ ...DAYTIME, week: { 3: ALL_DAY } }, d('2026-11-21'), 'nn').map((line) => `${line.days}: ${line.times}`))
      .toEqual(['Måndag–tysdag: stengt', 'Onsdag: heile døgnet', 'Torsdag–søndag: stengt', 'Heilagdagar: stengt']);
    expect(hoursLines({ kind: 'always' }, d('2026-11-21'), 'nb')).toEqual([{ days: '', times: 'Åpent hele døgnet, alle dager' }]);
  });
});
