import { expect, test } from 'vitest';
import { checkFields } from '../../src/cases/fields.ts';
import { WORKFLOW } from '../../src/cases/workflow.ts';
import type { Basis } from '../../src/reports/codes.ts';
import { disclosuresOf } from '../../src/statistics/disclosures.ts';
import { addPerson, assessCapacity, assessing, changePerson, confirmTransfer, consents, othersConsent, theyAnswer, transferInside, transferWith, withdraw } from './acts.ts';
import { kari, lise, MONDAY, OPENING, type Journal } from './journal.ts';

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

test('R10: the case that went to another municipality counts once among what left by its basis, from the day it was sent, also when it was taken there or came back', () => {
  const file = assessing();
  expect(disclosuresOf(file.by(kari, transferWith()))).toBeUndefined();
  expect(disclosuresOf(file.by(lise, confirmTransfer))).toEqual({ told: ['2026-01 SAMTYKKE'] });
  for (const answer of [{ reference: '2026-THERE1', taken: true }, { reference: '2026-THERE1', taken: false, grounds: 'Hun bor ikke her.' }] as const) {
    const within = assessing();
    within.by(kari, transferInside);
    expect(disclosuresOf(within.by(lise, confirmTransfer))).toEqual({ told: ['2026-01 SAMTYKKE'] });
    expect(disclosuresOf(within.by(kari, theyAnswer(answer)))).toEqual({ told: ['2026-01 SAMTYKKE'] });
  }
});

test('domain reference §4.3: nobody transfers a case without the grounds, and without saying whether the person was told', () => {
  const asked = checkFields(WORKFLOW.proposeTransfer, { receiver: 'Nordbø', basis: 'FVL_13B_7', sent: 'Bekymringen' }, MONDAY);
  expect(asked?.fields).toEqual({ grounds: 'missing', personInformed: 'missing' });
  const file = assessing();
  file.by(kari, transferWith({ personInformed: 'NEI', personToldWhy: 'Sønnen leser posten.' }));
  expect(file.by(lise, confirmTransfer).disclosures).toMatchObject([{ direction: 'UT', organ: 'Nordbø', basis: 'SAMTYKKE', shared: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'NEI', personToldWhy: 'Sønnen leser posten.', ofCase: true }]);
});

test('what nobody answers is what is known: whether she has said yes, and whether she lives in a municipality of ours', () => {
  const proposed = (file: Journal, basis: Basis) => {
    const { proposal } = file.by(kari, transferWith({ basis, consent: undefined, transferReason: undefined }));
    return proposal?.kind === 'TRANSFER' ? [proposal.transfer.consent, proposal.transfer.reason] : [];
  };
  const said = assessing();
  said.by(kari, consents('c1', { consentStatus: 'GITT_SKRIFTLIG' }));
  expect(proposed(said, 'SAMTYKKE')).toEqual(['GITT_SKRIFTLIG', 'OVERFORT_KOMMUNE']);
  expect(proposed(forHer(), 'SAMTYKKE_PARORENDE')).toEqual(['PARORENDE', 'OVERFORT_KOMMUNE']);
  said.by(kari, withdraw());
  expect(proposed(said, 'FVL_13B_7')).toEqual(['IKKE_NODVENDIG', 'OVERFORT_KOMMUNE']);
  const unknown = assessing({ ...OPENING, start: { ...OPENING.start, owner: undefined } });
  expect(proposed(unknown, 'FVL_13B_7')[1]).toBe('UTENFOR_KOMMUNER');
});
