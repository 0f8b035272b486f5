import { expect, test } from 'vitest';
import { breachFault, isSettled, tellBy, type Breach } from '../../src/privacy/breach.ts';
import { addMs, HOUR, instant } from '../../src/kernel/time.ts';

const FRIDAY = instant('2026-04-03T14:00:00.000Z');
const NOW = addMs(FRIDAY, 100 * HOUR);
const breach = (change: Partial<Breach> = {}): Breach => ({
  what: 'Et brev ble sendt til feil adresse.', discoveredAt: FRIDAY, affected: 1, kinds: '', consequences: '', measures: 'Brevet er hentet.', authority: 'IKKE_AVGJORT', authorityAt: undefined, authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '', ...change,
});

test('GDPR art. 33 nr. 1: the 72 hours run by the clock, also over Easter', () => {
  expect(tellBy(FRIDAY)).toBe('2026-04-06T14:00:00.000Z');
});

test('GDPR art. 33 nr. 5: a no to telling has its reason, and so has telling too late', () => {
  expect(breachFault(breach({ authority: 'IKKE_MELDT' }), NOW)).toMatchObject({ fields: { authorityWhy: 'why_not' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, 73 * HOUR) }), NOW)).toMatchObject({ fields: { authorityWhy: 'why_late' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, 72 * HOUR) }), NOW)).toBeUndefined();
  expect(breachFault(breach({ authority: 'MELDT' }), NOW)).toMatchObject({ fields: { authorityAt: 'missing' } });
});

test('GDPR art. 34: that those it concerns were not told has its reason', () => {
  expect(breachFault(breach({ told: 'IKKE_VARSLET' }), NOW)).toMatchObject({ fields: { toldWhy: 'why_not' } });
  expect(isSettled(breach({ authority: 'MELDT', told: 'IKKE_AVGJORT' }))).toBe(false);
  expect(isSettled(breach({ authority: 'IKKE_MELDT', told: 'IKKE_VARSLET' }))).toBe(true);
});

test('nothing is discovered or told in the future, or told before it was discovered', () => {
  expect(breachFault(breach({ discoveredAt: addMs(NOW, HOUR) }), NOW)).toMatchObject({ fields: { discoveredAt: 'in_future' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, -HOUR) }), NOW)).toMatchObject({ fields: { authorityAt: 'not_between' } });
});

test('what is asked at least: what happened, and what was done', () => {
  expect(breachFault(breach({ what: '', measures: '' }), NOW)).toMatchObject({ fields: { what: 'missing', measures: 'missing' } });
});
