import { expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { day } from '../../src/kernel/time.ts';
import { dutyPhone, NO_CONTACT, standInOn } from '../../src/staff/contact.ts';

const on = (text: string) => day(text) ?? expect.fail('a day');

test('a stand-in gets what was meant for somebody from the first to the last day, and neither before nor after', () => {
  const userId = asId<'user'>('00000000-0000-4000-8000-000000000007');
  const away = { ...NO_CONTACT, standIn: { userId, from: on('2026-03-02'), to: on('2026-03-06') } };
  expect(['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07'].map((text) => standInOn(away, on(text)))).toEqual([undefined, userId, userId, undefined]);
  expect(standInOn(NO_CONTACT, on('2026-03-02'))).toBeUndefined();
});

test('a telephone is a number however it is spaced, and nothing else', () => {
  expect(['55 55 01 23', '+47 555 50 123', '0047 55550123', '(55) 55-01.23'].map(dutyPhone)).toEqual(['55550123', '+4755550123', '+4755550123', '55550123']);
  expect(['ring meg', '123', '55 55 01 23 eller 55 55 01 24', '+', '55550123;ext'].map(dutyPhone)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('whoever has chosen nothing is told what concerns them, and never by text message', () => {
  expect(NO_CONTACT.wants).toEqual({ newReport: true, akutt: true, digest: true, sms: false });
});
