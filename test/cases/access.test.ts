import { describe, expect, test } from 'vitest';
import {
  caseFacts, mayDeclareImpartiality, mayOpenCase, mayReadCase, maySeeInList, mayTakeStep, mayWriteJournal,
  type AccessActor,
} from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import type { MunicipalityId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, type Instant } from '../../src/kernel/time.ts';
import { assessing, classified, closed, declare, endAccess, grant, handOver, received } from './acts.ts';
import { drift, EVERYBODY, FILE, HAVNES, hilde, journal, jorunn, kari, LIA, lise, omar, ombud, OPENING, petter, type Journal } from './journal.ts';

const at = (actor: CaseActor, municipalities: readonly MunicipalityId[] = [LIA]): AccessActor => ({ ...actor, municipalities });
type Ask = typeof mayReadCase;
const step = (name: Parameters<typeof mayTakeStep>[0]): Ask => (actor, facts, now) => mayTakeStep(name, actor, facts, now);
const ask = (may: Ask, file: Journal, actor: AccessActor, now: Instant = file.now()) => {
  const verdict = may(actor, caseFacts(FILE, file.state(), actor.userId, now), now);
  return `${verdict.allow ? 'yes' : 'no'}:${verdict.because}`;
};

describe('who reads a case', () => {
  test('a coordinator reads every case of the region, after answering the question', () => {
    const file = received();
    expect(ask(mayReadCase, file, at(kari, [HAVNES]))).toBe('no:impartiality_first');
    expect(ask(mayDeclareImpartiality, file, at(kari))).toBe('yes:coordinator');
    file.by(kari, declare());
    expect(ask(mayReadCase, file, at(kari, [HAVNES]))).toBe('yes:coordinator');
  });

  test('what may be read is this file and no other', () => {
    const file = assessing();
    expect(mayReadCase(at(kari), caseFacts(FILE, file.state(), kari.userId, file.now()), file.now())).toEqual({ allow: true, because: 'coordinator', files: [FILE] });
  });

  test('a team member reads only what was granted, and only until it ends (fvl § 13)', () => {
    const file = classified();
    file.by(omar, declare());
    expect(ask(mayReadCase, file, at(omar))).toBe('no:not_granted');
    expect(ask(maySeeInList, file, at(omar))).toBe('no:not_granted');
    file.by(kari, grant(omar, 10));
    expect(ask(mayReadCase, file, at(omar))).toBe('yes:granted');
    expect(ask(mayReadCase, file, at(omar), addMs(file.now(), 10 * DAY_MS))).toBe('yes:granted');
    expect(ask(mayReadCase, file, at(omar), addMs(file.now(), 11 * DAY_MS))).toBe('no:not_granted');
    // as a row holds it, which nobody changes when the day comes
    const loaded = caseFacts(FILE, file.state(), omar.userId, file.now());
    const until = loaded.grantedUntil ?? expect.fail('granted');
    expect([addMs(until, -1), until, addMs(until, DAY_MS)].map((now) => [mayReadCase(at(omar), loaded, now).allow, maySeeInList(at(omar), loaded, now).allow])).toEqual([[true, true], [false, false], [false, false]]);
    file.by(kari, endAccess(omar));
    expect(ask(mayReadCase, file, at(omar))).toBe('no:not_granted');
  });

  test('the case lead reads it, until the role is gone', () => {
    const file = classified();
    expect(ask(mayReadCase, file, at(lise))).toBe('yes:case_lead');
    expect(ask(mayReadCase, file, at({ ...lise, roles: ['MOTTAK'] }))).toBe('no:not_granted');
    expect(ask(mayReadCase, file, at({ ...lise, roles: [] }))).toBe('no:role_without_content');
  });

  test('reception has the case until a coordinator has read the hand-over, and not a minute longer', () => {
    const file = received();
    expect(ask(mayReadCase, file, at(jorunn))).toBe('yes:reception');
    file.by(jorunn, handOver);
    expect(ask(mayReadCase, file, at(jorunn))).toBe('yes:reception');
    file.by(kari, declare());
    expect(ask(mayReadCase, file, at(jorunn))).toBe('no:not_granted');
    expect(ask(maySeeInList, file, at(jorunn))).toBe('no:not_granted');
  });

  test('a leader knows of the cases in their own municipality, and reads only what was granted', () => {
    const file = classified();
    expect(ask(maySeeInList, file, at(hilde))).toBe('yes:leader_of_municipality');
    expect(ask(maySeeInList, file, at(hilde, [HAVNES]))).toBe('no:not_granted');
    expect(ask(mayReadCase, file, at(hilde))).toBe('no:leader_of_municipality');
    file.by(kari, grant(hilde));
    expect(ask(mayReadCase, file, at(hilde))).toBe('no:impartiality_first');
    file.by(hilde, declare());
    expect(ask(mayReadCase, file, at(hilde))).toBe('yes:granted');
    expect(ask(mayWriteJournal, file, at(hilde))).toBe('no:not_your_role');
  });

  test('steering group, data-protection officer and administrator neither read nor list, whatever the projection says', () => {
    const file = classified();
    for (const actor of [ombud, drift, { ...drift, roles: ['STYRINGSGRUPPE'] }]) {
      expect(ask(maySeeInList, file, at(actor))).toBe('no:role_without_content');
      const facts = { ...caseFacts(FILE, file.state(), actor.userId, file.now()), impartial: true, grantedUntil: addMs(file.now(), DAY_MS), lead: actor.userId };
      expect(mayReadCase(at(actor), facts, file.now())).toEqual({ allow: false, because: 'role_without_content' });
    }
  });
});

describe('who is inhabil', () => {
  test('sees nothing more, not even that the case exists, in whatever part', () => {
    const file = classified();
    file.by(lise, declare('TILKNYTTET'));
    file.by(kari, declare('TILKNYTTET'));
    for (const actor of [lise, kari]) for (const may of [maySeeInList, mayReadCase, mayDeclareImpartiality, mayWriteJournal, step('proposeClassification'), step('closeCase')]) expect(ask(may, file, at(actor))).toBe('no:excluded');
  });

  test('whoever the report names never saw it', () => {
    const file = journal(jorunn, { ...OPENING, leftOut: [petter.userId] });
    expect(ask(maySeeInList, file, at(petter))).toBe('no:excluded');
  });
});

describe('who does what', () => {
  test('each part goes to those the workflow table names', () => {
    const file = classified();
    for (const actor of EVERYBODY) file.tries(actor, declare());
    file.by(kari, grant(omar));
    file.by(kari, grant(jorunn));
    const parts = { journal: mayWriteJournal, classify: step('proposeClassification'), measure: step('decideMeasure'), close: step('closeCase'), grant: step('grantAccess') };
    const table = Object.fromEntries(Object.entries(parts).map(([part, may]) => [part, EVERYBODY.filter((actor) => ask(may, file, at(actor)).startsWith('yes')).map(({ userId }) => userId)]));
    const [k, p, l, o, j] = [kari, petter, lise, omar, jorunn].map(({ userId }) => userId);
    expect(table).toEqual({ journal: [k, p, l, o, j], classify: [k, p, l, o], measure: [k, p, l, o, j], close: [k, p], grant: [k, p] });
  });

  test('only the lead is let to the steps of the lead', () => {
    const file = classified();
    file.by(omar, declare());
    file.by(kari, grant(omar));
    expect([kari, lise, omar].map((actor) => ask(step('startInvestigation'), file, at(actor)))).toEqual(['no:not_case_lead', 'yes:case_lead', 'no:not_case_lead']);
  });

  test('a case is opened by reception or a coordinator', () => {
    expect(EVERYBODY.filter((actor) => mayOpenCase(actor).allow)).toEqual([kari, petter, jorunn]);
  });
});

test('after closing, access lasts 30 days and then ends by itself, but coordinators keep the region’s memory', () => {
  const file = closed();
  file.by(omar, declare());
  file.by(kari, grant(omar, 365));
  const soon = addMs(file.now(), 29 * DAY_MS);
  const later = addMs(file.now(), 32 * DAY_MS);
  expect([lise, omar, kari].map((actor) => ask(mayReadCase, file, at(actor), soon))).toEqual(['yes:case_lead', 'yes:granted', 'yes:coordinator']);
  expect([lise, omar, kari].map((actor) => ask(mayReadCase, file, at(actor), later))).toEqual(['no:access_over', 'no:not_granted', 'yes:coordinator']);
});
