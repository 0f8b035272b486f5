import { expect, test } from 'vitest';
import { assessing, averting, classify, close, closing, confirm, confirmTransfer, declare, handOver, lower, notACase, raise, received, review, transfer } from './acts.ts';
import { hilde, journal, jorunn, kari, lise, petter } from './journal.ts';

test('danger does not wait for the question about impartiality (hpl § 31)', () => {
  const file = received();
  expect(file.by(petter, raise()).akutt).toMatchObject({ danger: 'Sønnen har kniv', called: 'N112', raisedBy: petter.userId, avertingDuty: 'IKKE_VURDERT' });
});

test('who called, and when, is written whenever somebody called (hpl § 31)', () => {
  const file = received();
  expect(file.tries(jorunn, raise({ danger: 'Skrik', called: 'N112', calledBy: 'Naboen' }))).toBe('bad_input');
  expect(file.tries(jorunn, raise({ danger: ' ', called: 'NEI' }))).toBe('bad_input');
  expect(file.tries(jorunn, raise({ danger: 'Skrik', called: 'NEI' }))).toBeUndefined();
});

test('the one who raised Akutt never lowers it, not even with another role', () => {
  const file = received();
  file.by(jorunn, raise());
  expect(file.tries(jorunn, lower)).toBe('another_must_lower');
  expect(file.tries({ ...jorunn, roles: ['KOORDINATOR'] }, lower)).toBe('another_must_lower');
  expect(file.tries(kari, lower)).toBe('impartiality_first');
  file.by(kari, declare());
  expect(file.by(kari, lower).akutt).toBeUndefined();
  expect(file.tries(kari, lower)).toBe('akutt_not_raised');
});

test('Akutt is raised once and then reviewed, and a leader does neither', () => {
  const file = received();
  expect(file.tries(hilde, raise())).toBe('not_your_role');
  file.by(jorunn, raise());
  expect(file.tries(jorunn, raise())).toBe('akutt_already_raised');
  const at = file.now();
  expect(file.by(jorunn, review).akutt).toMatchObject({ danger: 'Fortsatt kniv i huset', reviewedAt: at, raisedBy: jorunn.userId });
});

test('no case is ended or closed while somebody is in danger, but two people may let another municipality have it at once, and the case keeps that it was so', () => {
  const open = assessing();
  open.by(kari, raise());
  expect(open.tries(kari, notACase())).toBe('akutt_still_raised');
  open.by(kari, transfer);
  expect(open.state().akutt).toBeDefined();
  expect(open.tries(kari, confirmTransfer)).toBe('another_must_confirm');
  expect(open.by(lise, confirmTransfer)).toMatchObject({ status: 'OVERFORT', akutt: undefined, transfer: { akutt: true } });
  const ending = closing();
  ending.by(lise, raise());
  expect(ending.tries(kari, close())).toBe('akutt_still_raised');
  ending.by(kari, lower);
  expect(ending.tries(kari, close())).toBe('duties_unanswered');
  ending.by(kari, averting());
  expect(ending.by(kari, close()).status).toBe('AVSLUTTET');
});

test('at night reception classifies provisionally in Akutt, and on Monday two of the team do it over', () => {
  const file = journal(jorunn);
  file.by(jorunn, raise());
  file.by(jorunn, handOver);
  file.by(jorunn, classify({ provisional: true }));
  expect(file.state()).toMatchObject({ status: 'KLASSIFISERT', classification: { confirmed: undefined } });
  file.by(lise, declare());
  expect(file.tries(lise, confirm())).toBe('proposer_not_in_team');
  file.by(lise, classify());
  file.by(kari, declare());
  expect(file.by(kari, confirm()).classification).toMatchObject({ proposed: { by: lise.userId }, confirmed: { by: kari.userId } });
});
