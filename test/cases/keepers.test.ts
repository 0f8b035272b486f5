import { expect, test } from 'vitest';
import { caseFacts } from '../../src/cases/access.ts';
import { mayGive } from '../../src/cases/access/handing-over.ts';
import type { Asking } from '../../src/cases/asking.ts';
import { classified, declare, deputise, grade, grant, handOverLead, nameKeeper, proposeLowering } from './acts.ts';
import { FILE, kari, lise, omar, petter } from './journal.ts';

const MUNICIPALITIES = { municipalities: [] };

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

test('whoever was let into a strictly confidential case for a time does not make it their own by the page for handing over', () => {
  const file = classified();
  file.by(kari, grade('STRENGT', 'POLITI', kari));
  file.by(kari, grant(petter));
  file.by(petter, declare());
  const gives = (step: Parameters<typeof mayGive>[0], who: typeof petter) => mayGive(step, { actor: { ...who, ...MUNICIPALITIES }, facts: caseFacts(FILE, file.state(), who.userId, file.now()) }, file.now()).allow;
  for (const act of [handOverLead({ lead: petter.userId }), nameKeeper(), deputise({ deputy: petter.userId })]) expect(file.tries(petter, act)).toBe('only_keepers');
  for (const step of ['handOverLead', 'nameKeeper', 'deputiseLead'] as const) expect([gives(step, petter), gives(step, kari)], `${step}: not offered to him, and to her`).toEqual([false, true]);
  expect([gives('deputiseLead', lise), file.tries(lise, deputise())], 'whoever leads it says who stands in').toEqual([true, undefined]);
});
