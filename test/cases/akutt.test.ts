import { expect, test } from 'vitest';
import { dayNeed } from '../../src/cases/day.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { decideConfirmTransfer } from '../../src/cases/transfer.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, averting, CALLED, classify, close, closing, confirm, confirmReceipt, CROSSING, confirmTransfer, declare, handOver, lower, notACase, raise, received, review, transfer } from './acts.ts';
import { hilde, journal, jorunn, kari, lise, petter, START, type Journal } from './journal.ts';

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
  const unphoned: Parameters<Journal['tries']>[1] = (state, ctx) => decideConfirmTransfer(state, { proposal: state.proposals }, ctx, () => CROSSING);
  expect(open.tries(lise, unphoned), 'what is only sent may lie unread while somebody is in danger').toBe('bad_input');
  expect(open.by(lise, confirmTransfer)).toMatchObject({ status: 'OVERFORT', akutt: undefined, transfer: { akutt: true, ...CALLED } });
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

test('a transferred case stays on the coordinators’ day until somebody has written who has it: else nobody learns that it never arrived', () => {
  const day = (file: Journal) => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: petter.userId, roles: petter.roles, standing: 'coordinator', mustDeclare: false }, file.now());
  const [danger, calm] = [assessing(), assessing()];
  danger.by(kari, raise());
  for (const file of [danger, calm]) {
    file.by(kari, transfer);
    file.by(lise, confirmTransfer);
    expect(day(file)).toMatchObject({ reason: 'confirm_receipt', step: 'confirmReceipt', clock: { clock: 'TRANSFERRED' } });
  }
  expect(day(danger)?.clock?.due, 'an hour where somebody is in danger').toBe(addMs(danger.state().closedAt ?? START.receivedAt, HOUR));
  expect(day(calm)?.clock?.late).toBe(false);
  calm.by(lise, confirmReceipt);
  expect([day(calm), calm.state().transfer?.received?.receivedBy]).toEqual([undefined, 'Tora Nes, barne- og familievakten']);
  expect(calm.tries(lise, confirmReceipt)).toBe('no_receipt_awaited');
  const old = foldCase(danger.events.map((event) => (event.type === 'CaseTransferred' ? { ...event, content: { ...event.content, awaitsReceipt: undefined } } : event)));
  expect(projectCase(old, NO_CHANGES).clocks, 'an entry from before it was asked').toEqual([]);
});
