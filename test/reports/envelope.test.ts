import { expect, test } from 'vitest';
import { addMs, HOUR, instant, MINUTE, toMs } from '../../src/kernel/time.ts';
import { nextAttempt } from '../../src/reports/envelope.ts';

const NOW = instant('2026-03-02T07:00:00.000Z');

test('what cannot be read is tried after one minute, then twice as long each time, and at least every hour for ever', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 100, 32_000].map((attempts) => (toMs(nextAttempt(attempts, NOW)) - toMs(NOW)) / MINUTE);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  expect(nextAttempt(32_767, NOW)).toBe(addMs(NOW, HOUR));
});
