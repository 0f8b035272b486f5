import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/cases/events.ts';
import type { CaseState } from '../../src/cases/case.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import { protectionOf } from '../../src/cases/secrecy.ts';
import { DAY_MS, instant } from '../../src/kernel/time.ts';
import { FACT_EVENTS, factOf, isCounted, isOutside, type CaseFact } from '../../src/statistics/fact.ts';
import { addPerson, assessCapacity, assessRisk, averting, awaitPolice, changePerson, checkPolice, childAnswer, childDuty, closeWay, consents, declines, endProtection, inform, informed, investigating, join, markFactors, protect, recordPerson, removeCard, resume, reviewPlan, share, suspectChanged, wishes, writeCard, writePlan,
  assessing, classified, classify, close, closed, closing, confirm, confirmLowering, confirmNotACase, confirmTransfer, declare, endAccess, followedUp, followingUp, grant, handOver, lower, measure, notACase, note, proposeLowering, grade, raise, readHandover, received, returnClosing, review, seeReporter, transfer, update, changeLead, warn } from '../cases/acts.ts';
import { journal, kari, lise, OPENING, petter, START, type Journal } from '../cases/journal.ts';

const LIA = '9903';
const counts = (file: { readonly state: () => CaseState }): boolean => isCounted(file.state(), protectionOf(file.state())?.level);
const of = (state: CaseState): CaseFact => factOf(state, LIA, protectionOf(state)?.level);
const now = (file: Journal): CaseFact => of(file.state());

/** Every step of the workflow table, in journals of several kinds. */
function manyJournals(): Journal[] {
  const long = received();
  long.by(kari, declare());
  long.by(kari, handOver);
  long.by(lise, declare());
  long.by(kari, raise());
  long.by(kari, review);
  long.by(lise, lower);
  const night = received();
  night.by(kari, declare());
  night.by(kari, handOver);
  night.by(kari, classify({ provisional: true, caseType: 'BOR' }));
  const followed = followingUp();
  followed.by(lise, update());
  followed.by(lise, followedUp);
  followed.by(kari, note());
  followed.by(kari, grant());
  followed.by(kari, endAccess());
  followed.by(kari, changeLead());
  const returned = closing();
  returned.by(kari, returnClosing);
  const guarded = classified();
  guarded.by(kari, grade('STRENGT', 'POLITI'));
  guarded.by(kari, proposeLowering('UGRADERT', 'POLITI'));
  guarded.by(lise, confirmLowering());
  guarded.by(lise, seeReporter);
  guarded.by(lise, warn());
  const left = classified();
  left.by(petter, declare('TILKNYTTET'));
  const gone = assessing();
  gone.by(kari, notACase());
  gone.by(lise, confirmNotACase);
  const moved = assessing();
  moved.by(kari, transfer);
  moved.by(lise, confirmTransfer);
  const known = investigating();
  for (const act of [join(), addPerson(), changePerson(), closeWay(), assessCapacity(), consents(), share('FVL_13B_7', 'd1', { organ: 'Politiet' }), informed(), assessRisk(), markFactors(), writePlan(), suspectChanged(), reviewPlan(), protect(), endProtection(), inform(), wishes(), declines(), averting(), childDuty(), childAnswer(), recordPerson(), writeCard(), removeCard, awaitPolice(), checkPolice, resume]) {
    if (known.tries(lise, act) !== undefined) known.by(kari, act);
  }
  return [known, long, night, followed, returned, guarded, left, gone, moved, closed()];
}

describe('what figures know of a case', () => {
  test('no name, no text, no reference, no file, no user and no moment finer than a month gets into it', () => {
    for (const file of manyJournals()) {
      const fact = now(file);
      expect(Object.keys(fact).sort()).toEqual(['ageBand', 'anonymous', 'caseType', 'channel', 'closedMonth', 'closingReasons', 'gender', 'measures', 'openedMonth', 'owner', 'relation', 'reporter', 'services', 'status', 'violence', 'vulnerability', 'wish']);
      const said = Object.values(fact).flat().filter((value) => typeof value === 'string');
      expect(said.filter((value) => !/^([A-Z][A-Z0-9_]*|\d{4}-\d{2}|\d{4})$/.test(value))).toEqual([]);
    }
  });

  test('no other entry than the listed ones changes it, so that a figure is never behind its case', () => {
    const written = new Set<string>();
    for (const { events } of manyJournals()) {
      for (let length = 2; length <= events.length; length += 1) {
        const event = events[length - 1];
        if (event === undefined) continue;
        written.add(event.type);
        const listed = FACT_EVENTS.some((type) => type === event.type);
        if (!listed) expect(of(foldCase(events.slice(0, length))), event.type).toEqual(of(foldCase(events.slice(0, length - 1))));
      }
    }
    expect(written.size).toBeGreaterThan(45);
  });

  test('a new case has what the report said, and no type before two people have decided', () => {
    expect(now(received())).toEqual({
      openedMonth: '2026-01', owner: LIA, ageBand: 'A80', gender: 'KVINNE', caseType: undefined, reporter: 'HJEMMETJENESTE', anonymous: false, channel: 'NETTSKJEMA',
      vulnerability: ['DEMENS'], violence: ['OKONOMISK'], relation: ['BARNEBARN'], services: ['HJEMMETJENESTE'], measures: [], closingReasons: [], status: 'APEN', closedMonth: undefined
    });
    const file = assessing();
    file.by(kari, classify());
    expect(now(file).caseType).toBeUndefined();
    file.by(lise, confirm());
    expect(now(file).caseType).toBe('MA');
  });

  test('a protected address is counted below no region, and of a strictly confidential one there is no row: not even one that says so (domain reference §5.5)', () => {
    const file = classified();
    expect([now(file).owner, counts(file)]).toEqual([LIA, true]);
    file.by(kari, grade());
    expect([now(file).owner, counts(file)]).toEqual([undefined, true]);
    file.by(kari, grade('STRENGT', 'POLITI'));
    expect(counts(file)).toBe(false);
  });

  test('what one person decides alone at night is not counted before a second one has confirmed it', () => {
    const file = assessing();
    file.by(kari, classify({ provisional: true, services: ['POLITI'] }));
    expect(now(file)).toMatchObject({ caseType: undefined, services: ['POLITI'] });
    file.by(lise, confirm());
    expect(now(file).caseType).toBe('MA');
  });

  test('what was recorded with the assessment counts before what the report said', () => {
    const fact = now(classified({ gender: 'MANN', ageBand: 'A67_79', services: ['POLITI', 'FASTLEGE', 'HJEMMETJENESTE'] }));
    expect(fact).toMatchObject({ gender: 'MANN', ageBand: 'A67_79', services: ['HJEMMETJENESTE', 'FASTLEGE', 'POLITI'] });
  });

  test('measures are counted once each, and the reasons and the month of closing come along', () => {
    const file = closing();
    file.by(kari, measure('m2'));
    file.by(petter, declare());
    file.wait(31 * DAY_MS);
    file.by(petter, close());
    expect(now(file)).toMatchObject({ measures: ['OKONOMISIKRING'], closingReasons: ['VOLD_STANSET'], status: 'AVSLUTTET', openedMonth: '2026-01', closedMonth: '2026-02' });
  });

  test('the month is Oslo’s: a case of New Year’s night belongs to the new year', () => {
    const file = assessing();
    const [first, ...rest] = file.events;
    const late = [{ ...first, happenedAt: instant('2025-12-31T23:30:00.000Z') }, ...rest] as CaseEvent[]; // the same entry at another time
    expect(of(foldCase(late)).openedMonth).toBe('2026-01');
  });

  test('nothing recorded is «ukjent», so that no case is missing from a table', () => {
    const { gender: _g, ageBand: _a, ...start } = START;
    const file = journal(kari, { ...OPENING, start: { ...start, vulnerability: [], relation: [], services: [] } });
    expect(now(file)).toMatchObject({ gender: 'UKJENT', ageBand: 'UKJENT', vulnerability: ['UKJENT'], relation: ['UKJENT'], services: ['UKJENT'] });
  });

  test('somebody whose address is secret is counted for the region and in no municipality', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, person: { ...START.person, protectedAddressHint: true } } });
    expect(now(file).owner).toBeUndefined();
  });
});

describe('received and own', () => {
  test('a case that belongs to another municipality was received, and is not one of our own', () => {
    const moved = assessing();
    moved.by(kari, transfer);
    moved.by(lise, confirmTransfer);
    expect(now(moved)).toMatchObject({ caseType: 'IKKE_VURDERT', status: 'IKKE_SAK', closingReasons: ['UTENFOR_KOMMUNER'] });
    expect(isOutside(now(moved))).toBe(true);
    const gone = assessing();
    gone.by(kari, notACase({ notACaseReason: 'UTENFOR_KOMMUNER', notACaseType: 'IKKE_VURDERT' }));
    gone.by(lise, confirmNotACase);
    expect(isOutside(now(gone))).toBe(true);
  });

  test('advice alone, and a case we worked on before it moved, are our own', () => {
    const advice = assessing();
    advice.by(kari, notACase());
    advice.by(lise, confirmNotACase);
    expect(now(advice)).toMatchObject({ status: 'IKKE_SAK', closingReasons: ['KUN_RADGIVNING'] });
    expect(isOutside(now(advice))).toBe(false);
    expect(isOutside({ status: 'AVSLUTTET', closingReasons: ['OVERFORT_KOMMUNE'] })).toBe(false);
  });

  test('the hand-over that was read, a lead that changed, a note: none of them is a figure', () => {
    const file = received();
    const before = now(file);
    file.by(kari, declare());
    file.by(kari, handOver);
    expect(file.tries(kari, readHandover)).toBeDefined();
    expect(now(file)).toEqual(before);
  });
});
