import { expect, test } from 'vitest';
import type { Asking } from '../../src/cases/asking.ts';
import { classified, declare, grade, grant, proposeLowering } from './acts.ts';
import { kari, lise, omar, petter } from './journal.ts';

test('in a strictly confidential case nobody who is named loses it by what another source says, and whoever was let in for a time lets nobody else in, in whatever way', () => {
  const file = classified();
  file.by(kari, grant(omar));
  file.by(kari, grade('STRENGT', 'POLITI', kari));
  file.by(kari, grant(petter));
  file.by(petter, declare());
  expect(file.tries(petter, grade('STRENGT', 'SKJERMET_OPPHOLD', petter)), 'he is a coordinator, and not named').toBe('bad_input');
  expect(file.by(petter, grade('STRENGT', 'SKJERMET_OPPHOLD', kari)).address.named).toEqual([kari.userId]);
  expect(file.tries(petter, grant(omar))).toBe('only_keepers');
  const asksPetter: Asking = { confirmer: petter.userId, confirmerRoles: petter.roles };
  file.by(omar, declare());
  expect(file.tries(omar, proposeLowering('FORTROLIG', 'POLITI', asksPetter))).toBe('bad_input');
  expect(file.tries(omar, proposeLowering('FORTROLIG', 'POLITI'))).toBeUndefined();
  expect(file.tries(lise, proposeLowering('FORTROLIG', 'POLITI', asksPetter)), 'she leads it').toBeUndefined();
  expect(file.by(kari, grade('STRENGT', 'FOLKEREGISTERET', petter)).address.named).toEqual([petter.userId, kari.userId]);
});
