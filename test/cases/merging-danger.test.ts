import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import {
  assessing, averting, declare, join, lower, note, raise, review, takeIn,
} from './acts.ts';
import { journal, kari, lise, MONDAY, OPENING, petter, START } from './journal.ts';

const NEIGHBOUR = { ...START, receivedAt: addMs(START.receivedAt, -3 * DAY_MS), reporter: { code: 'NABO_BEKJENT', wantsFeedback: false } } as const;
const SECOND = { ...OPENING, reference: '2026-XXXXX2', reports: [asId<'file'>('20000000-0000-4000-8000-000000000002')], start: NEIGHBOUR };

const THIRD = asId<'file'>('20000000-0000-4000-8000-000000000003');

/** A second case about Borghild, from a neighbour, that came three days before the first. */
function second(opening: typeof OPENING = SECOND) {
  const file = journal(kari, opening);
  file.by(kari, note('n9'));
  return file;
}

describe('danger, when two cases about the same person become one (T16)', () => {
  test('danger comes along, with whoever raised it', () => {
    const [file, other] = [assessing(), second()];
    other.by(kari, raise());
    expect(file.by(kari, takeIn(other.state())).akutt).toMatchObject({ raisedBy: kari.userId, raisedAt: other.state().akutt?.raisedAt });
  });

  test('danger in both is one with both dangers: neither is lost, whoever raised either lowers neither, and what is due first is due', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, raise({ danger: 'Sønnen har kniv', called: 'VET_IKKE' }));
    other.wait(2 * HOUR);
    other.by(lise, raise({ danger: 'Naboen er innelåst', called: 'N112', calledBy: 'Lise', calledWhen: 'kl. 10', leaderAlerted: 'Leif' }));
    const [first, later] = [file.state().akutt, other.state().akutt];
    const both = file.by(kari, takeIn(other.state())).akutt;
    expect(both).toMatchObject({ danger: 'Sønnen har kniv\nNaboen er innelåst', called: 'N112', calledBy: 'Lise', leaderAlerted: 'Leif', raisedBy: kari.userId, alsoRaisedBy: [lise.userId], raisedAt: first?.raisedAt, reviewedAt: undefined });
    expect([file.tries(kari, lower), file.tries(lise, lower)]).toEqual(['another_must_lower', 'another_must_lower']);
    file.by(petter, declare());
    expect(file.by(petter, lower).akutt).toBeUndefined();
    expect(later?.raisedAt).not.toBe(first?.raisedAt);
  });

  test('danger in both was looked at again only where both were, and the clock runs from the earlier of the two', () => {
    const [file, other, third] = [assessing(), second(), second({ ...SECOND, reports: [THIRD] })];
    for (const one of [file, other, third]) one.by(kari, raise());
    file.wait(3 * HOUR);
    file.by(kari, review);
    other.wait(5 * HOUR);
    other.by(kari, review);
    const due = () => clocks(file.state(), NO_CHANGES, file.now()).find(({ clock }) => clock === 'AKUTT_REVIEW')?.due;
    const [before, reviewed] = [due(), file.state().akutt?.reviewedAt];
    expect(file.by(kari, takeIn(other.state())).akutt?.reviewedAt).toBe(reviewed);
    expect(due()).toBe(before);
    file.by(kari, takeIn(third.state()));
    expect([file.state().akutt?.reviewedAt, due()]).toEqual([undefined, addMs(third.state().akutt?.raisedAt ?? MONDAY, DAY_MS)]);
  });

  test('a duty to avert that waits for its answer in one case is not answered by the other’s Akutt (strl. § 196)', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, raise());
    other.by(kari, raise({ danger: 'Sønnen har kniv', called: 'NEI', avertingDuty: 'OPPFYLT' }));
    expect([file.state().avertingAsked === undefined, other.state().avertingAsked]).toEqual([false, undefined]);
    const after = file.by(kari, takeIn(other.state()));
    expect([after.avertingAsked === undefined, after.akutt?.avertingDuty]).toEqual([false, 'IKKE_VURDERT']);
  });
});

test('strl. § 196: danger in a report that joins a case is not lost beside the danger there: both stand, it is looked at anew, and averting it is asked about', () => {
  const file = assessing();
  file.by(kari, raise());
  file.by(kari, review);
  file.by(kari, averting());
  expect([file.state().akutt?.reviewedAt === undefined, file.state().avertingAsked]).toEqual([false, undefined]);
  const at = file.now();
  file.by(kari, join({ akutt: { record: { danger: 'Han har hentet gevær i dag', called: 'VET_IKKE', avertingDuty: 'IKKE_VURDERT' }, raisedBy: petter.userId, raisedAt: at } }));
  expect(file.state().akutt).toMatchObject({ danger: expect.stringMatching(/kniv[^]*gevær/), reviewedAt: undefined, alsoRaisedBy: [petter.userId], called: 'N112' });
  expect(file.state().avertingAsked).toBeDefined();
  expect(file.tries(petter, lower)).toBeDefined();
});
