import { expect, test } from 'vitest';
import { assessing, closed, join } from './acts.ts';
import { HAVNES, kari, START } from './journal.ts';

test('a report about somebody of another municipality is not taken into a case, open or closed: each is its own controller (GDPR art. 4 nr. 7); one that names none is', () => {
  for (const file of [assessing(), closed()]) {
    expect(file.tries(kari, join({ start: { ...START, owner: HAVNES }, grounds: 'Nytt.' }))).toBe('report_owner_differs');
    expect(file.tries(kari, join({ start: { ...START, owner: undefined }, grounds: 'Nytt.' }))).toBeUndefined();
  }
});
