import { expect, test } from 'vitest';
import { disclosuresOf } from '../../src/statistics/disclosures.ts';
import { addPerson, assessCapacity, assessing, changePerson, confirmTransfer, consents, othersConsent, transferWith } from './acts.ts';
import { kari, lise } from './journal.ts';

/** Her daughter has consented for her, who cannot consent to what is done with her money (hpl § 22). */
function forHer() {
  const file = assessing();
  file.by(kari, addPerson());
  file.by(kari, assessCapacity('MANGLER'));
  file.by(kari, othersConsent());
  return file;
}

test('hpl § 22: a whole case does not go on next of kin’s consent that nobody gave, nor on that of somebody who is suspected, also where that is known between the two', () => {
  const on = transferWith({ basis: 'SAMTYKKE_PARORENDE', consent: 'PARORENDE' });
  expect(assessing().tries(kari, on)).toBe('no_consent');
  const file = forHer();
  file.by(kari, on);
  file.by(kari, changePerson());
  expect([file.tries(kari, on), file.tries(lise, confirmTransfer)]).toEqual(['no_consent', 'no_consent']);
  const whole = forHer();
  whole.by(kari, on);
  whole.by(lise, confirmTransfer);
  expect(whole.state().status).toBe('OVERFORT');
});

test('fvl § 13 a nr. 1: the person’s own no is not turned into a yes by the form of a transfer, and what was not asked is no consent', () => {
  for (const consent of ['AVSLATT', 'IKKE_SPURT'] as const) expect(assessing().tries(kari, transferWith({ consent })), consent).toBe('no_consent');
  const file = assessing();
  file.by(kari, consents('c1', { consentStatus: 'AVSLATT' }));
  expect(file.tries(kari, transferWith())).toBe('no_consent');
});

test('the case that went to another municipality is among what left by its basis (R10): the largest disclosure of all is not invisible', () => {
  const file = assessing();
  expect(disclosuresOf(file.by(kari, transferWith()))).toBeUndefined();
  expect(disclosuresOf(file.by(lise, confirmTransfer))).toEqual({ told: ['2026-01 SAMTYKKE'] });
});
