import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { decideMerge } from '../../src/cases/merging.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { factOf } from '../../src/statistics/fact.ts';
import { assessing, classified, confirm, consents, classify, declare, grant, measure, mergeInto, note, OTHER, raise, takeIn } from './acts.ts';
import { FILE, HAVNES, journal, kari, lise, omar, OPENING, petter, START, TEAM } from './journal.ts';

const NEIGHBOUR = { ...START, receivedAt: addMs(START.receivedAt, -3 * DAY_MS), reporter: { code: 'NABO_BEKJENT', wantsFeedback: false } } as const;
const SECOND = { ...OPENING, reference: '2026-XXXXX2', reports: [asId<'file'>('20000000-0000-4000-8000-000000000002')], start: NEIGHBOUR };

/** A second case about Borghild, from a neighbour, that came three days before the first. */
function second(opening: typeof OPENING = SECOND) {
  const file = journal(kari, opening);
  file.by(kari, note('n9'));
  return file;
}

describe('two cases about the same person become one (T16)', () => {
  test('both ids and both reporters are kept, and the one that ends points to the other', () => {
    const [file, other] = [assessing(), second()];
    const after = file.by(kari, takeIn(other.state()));
    expect(after.reports).toEqual([...OPENING.reports, ...SECOND.reports]);
    expect(after.takenIn).toMatchObject([{ from: OTHER, reference: SECOND.reference, grounds: 'Samme fødselsnummer.' }]);
    expect([after.start.reporter.code, ...after.joined.map(({ start }) => start.reporter.code)]).toEqual(['HJEMMETJENESTE', 'NABO_BEKJENT']);
    expect(after.notes.map(({ noteId }) => noteId)).toEqual(['n9']);
    const ended = other.by(kari, mergeInto(assessing().state()));
    expect(ended).toMatchObject({ status: 'SAMMENSLATT', closedAt: expect.any(String), merged: { into: OTHER, intoReference: OPENING.reference } });
    expect(clocks(ended, NO_CHANGES, other.now())).toEqual([]);
    expect(other.tries(kari, note('n10'))).toBe('case_closed');
  });

  test('deadlines run from the case that came first, and what was still to be done comes along', () => {
    const [file, other] = [classified(), second()];
    other.by(kari, measure('m9'));
    const after = file.by(kari, takeIn(other.state()));
    expect(after.start.receivedAt).toBe(NEIGHBOUR.receivedAt);
    expect(after.measures.map(({ measureId }) => measureId)).toEqual(['m9']);
  });

  test('danger comes along, with whoever raised it', () => {
    const [file, other] = [assessing(), second()];
    other.by(kari, raise());
    expect(file.by(kari, takeIn(other.state())).akutt).toMatchObject({ raisedBy: kari.userId, raisedAt: other.state().akutt?.raisedAt });
  });

  test('whoever is inhabil in one is so in both, and leads neither (fvl § 6)', () => {
    const [file, other] = [classified(), second({ ...SECOND, leftOut: [lise.userId] })];
    expect(file.state().lead).toBe(lise.userId);
    expect(file.tries(kari, takeIn(other.state(), { lead: lise.userId }))).toBe('lead_cannot_lead');
    expect(other.tries(kari, mergeInto(file.state(), { lead: undefined })), 'somebody has to say who leads it').toBe('bad_input');
  });

  test('nobody sees more than before: an access is kept by those who are named, and the others lose theirs (fvl § 13 c)', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, grant(omar));
    other.by(kari, grant(lise));
    const none = decideMerge({ fileId: OTHER, state: other.state() }, { fileId: FILE, state: file.state() }, { grounds: 'Samme.', keep: [] }, { actor: kari, now: file.now(), team: TEAM });
    expect(none.ok && none.value.goesOn[0]?.content).toMatchObject({ keepers: { grants: [] } });
    const chosen = file.by(kari, takeIn(other.state(), { keep: [lise.userId, petter.userId] }));
    expect(chosen.grants.filter(({ endedAt }) => endedAt === undefined).map(({ userId }) => userId), 'and nobody who had none').toEqual([lise.userId]);
  });

  test('a no that was said in either case takes back the yes before it', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, consents('c1'));
    other.wait(2 * DAY_MS);
    other.by(kari, consents('c2', { consentStatus: 'AVSLATT' }));
    expect(file.by(kari, takeIn(other.state())).consents.map(({ consentId }) => consentId)).toEqual(['c1', 'c2']);
  });

  test('cases of two municipalities stay two: each is its own controller (GDPR art. 4 nr. 7)', () => {
    const file = assessing();
    expect(file.tries(kari, takeIn(second({ ...SECOND, start: { ...NEIGHBOUR, owner: HAVNES } }).state()))).toBe('owners_differ');
    expect(file.tries(kari, takeIn(second({ ...SECOND, start: { ...NEIGHBOUR, owner: undefined } }).state())), 'one whose municipality nobody knew').toBeUndefined();
  });

  test('takes a coordinator who has answered for both', () => {
    const other = second().state();
    expect(assessing().tries(lise, takeIn(other))).toBe('not_your_role');
    const file = assessing();
    file.by(petter, declare());
    expect(file.tries(petter, takeIn(other)), 'and not for one alone').toBe('impartiality_first');
  });

  test('a case that has ended in another is not merged again', () => {
    const other = second();
    other.by(kari, mergeInto(assessing().state()));
    expect(other.tries(kari, mergeInto(assessing().state()))).toBe('case_closed');
    expect(assessing().tries(kari, takeIn(other.state()))).toBe('case_closed');
  });

  test('the person stays one person in the figures, with the measures of both', () => {
    const [file, other] = [classified(), second()];
    other.by(kari, measure('m9'));
    const before = factOf(file.state(), '9901', undefined);
    const after = factOf(file.by(kari, takeIn(other.state())), '9901', undefined);
    expect(after).toEqual({ ...before, measures: ['OKONOMISIKRING'] });
  });

  test('a classification that was proposed waits for its second person still', () => {
    const file = assessing();
    file.by(kari, classify());
    file.by(kari, takeIn(second().state()));
    expect(file.by(lise, confirm()).status).toBe('KLASSIFISERT');
  });
});
