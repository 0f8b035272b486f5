import { describe, expect, test } from 'vitest';
import { caseFacts, mayReadCase, mayTakeStep, standing } from '../../src/cases/access.ts';
import { deputyOf } from '../../src/cases/deputy.ts';
import { boxFor, keepBoxFor, whoKeeps, whoTakes } from '../../src/cases/handing-over.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addDays, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { changeLead, classified, declare, deputise, endDeputy, grade, handOverLead, investigating, nameKeeper } from './acts.ts';
import { drift, FILE, hilde, jorunn, kari, lise, omar, petter, TEAM, type Journal } from './journal.ts';

const MUNICIPALITIES = { municipalities: [] };

function stands(file: Journal, who: typeof omar) {
  return standing({ ...who, ...MUNICIPALITIES }, caseFacts(FILE, file.state(), who.userId, file.now()), file.now());
}

const allowed = (file: Journal, who: typeof omar) => nextSteps(file.state(), { actor: who, now: file.now(), team: TEAM }).filter((one) => one.allowed).map(({ step }) => step);

describe('while the case lead is away', () => {
  test('whoever stands in does what the lead does, and not a step more, from the first day through the last', () => {
    const file = classified();
    expect(stands(file, omar)).toBe('not_granted');
    file.by(kari, deputise());
    expect(stands(file, omar)).toBe('case_lead');
    file.by(omar, declare());
    expect(allowed(file, omar)).toEqual(allowed(file, lise));
    file.wait(8 * DAY_MS);
    expect(stands(file, omar)).toBe('not_granted');
    expect(file.tries(omar, deputise())).toBe('not_your_role');
  });

  test('nobody sees the case before the day on which they begin to stand in', () => {
    const file = classified();
    file.by(lise, deputise({ awayFrom: addDays(osloDay(file.now()), 2) }));
    expect(stands(file, omar)).toBe('not_granted');
    file.wait(2 * DAY_MS);
    expect(stands(file, omar)).toBe('case_lead');
  });

  test('the lead who looks in is shut out of nothing', () => {
    const file = classified();
    file.by(lise, deputise());
    expect(stands(file, lise)).toBe('case_lead');
  });

  test('whoever stands in is asked whether they are connected before they see a word, and a yes ends it (fvl § 6)', () => {
    const file = classified();
    file.by(kari, deputise());
    const reads = () => mayReadCase({ ...omar, ...MUNICIPALITIES }, caseFacts(FILE, file.state(), omar.userId, file.now()), file.now());
    expect(reads()).toMatchObject({ allow: false, because: 'impartiality_first' });
    file.by(omar, declare('TILKNYTTET'));
    expect(reads()).toMatchObject({ allow: false, because: 'excluded' });
    expect(deputyOf(file.state())).toBeUndefined();
  });

  test('an access that came with somebody’s absence ends when another leads the case', () => {
    const file = classified();
    file.by(kari, deputise());
    file.by(kari, changeLead(petter.userId));
    expect(stands(file, omar)).toBe('not_granted');
    file.by(kari, changeLead(lise.userId));
    file.by(lise, endDeputy);
    expect(stands(file, omar)).toBe('not_granted');
  });

  test('nobody who is inhabil, and nobody who never sees cases, is let in by standing in', () => {
    const file = classified();
    file.by(petter, declare('TILKNYTTET'));
    expect(file.tries(kari, deputise({ deputy: petter.userId }))).toBe('lead_cannot_lead');
    for (const who of [hilde, drift, jorunn]) expect(file.tries(kari, deputise({ deputy: who.userId }))).toBe('lead_cannot_lead');
    expect(file.tries(kari, deputise({ deputy: lise.userId }))).toBe('lead_cannot_lead');
    expect(file.tries(omar, deputise())).toBe('not_your_role');
  });

  test('an absence that ends before it begins, or is over, is refused', () => {
    const file = classified();
    const today = osloDay(file.now());
    expect(file.tries(kari, deputise({ awayFrom: addDays(today, 5), awayUntil: addDays(today, 3) }))).toBe('bad_input');
    expect(file.tries(kari, deputise({ awayFrom: addDays(today, -5), awayUntil: addDays(today, -1) }))).toBe('bad_input');
  });

  test('a strictly confidential case is open to whoever stands in, and shut again after the absence', () => {
    const file = classified();
    file.by(kari, grade('STRENGT'));
    file.by(kari, deputise());
    expect(stands(file, omar)).toBe('case_lead');
    expect(stands(file, petter)).toBe('not_granted');
    file.wait(8 * DAY_MS);
    expect(stands(file, omar)).toBe('not_granted');
  });

  test('the same form sent twice is one entry', () => {
    const file = classified();
    file.by(kari, deputise());
    const before = file.events.length;
    const { deputy } = file.state();
    file.by(kari, deputise(deputy));
    file.by(kari, endDeputy);
    file.by(kari, endDeputy);
    expect(file.events.length).toBe(before + 1);
  });
});

describe('when the case lead leaves', () => {
  test('a coordinator gives the case to another without reading it, also one that still waits for its second person', () => {
    for (const file of [classified(), investigating()]) {
      file.by(petter, handOverLead());
      expect(file.state().lead).toBe(omar.userId);
      expect(stands(file, lise)).toBe('not_granted');
    }
  });

  test('nobody but a coordinator gives a case away for good', () => {
    const file = classified();
    for (const who of [lise, omar, jorunn, hilde]) expect(file.tries(who, handOverLead())).toBeDefined();
    expect(file.state().lead).toBe(lise.userId);
  });

  test('a case that somebody else took over meanwhile is not taken from them', () => {
    const file = classified();
    file.by(kari, handOverLead({ lead: petter.userId }));
    file.by(kari, handOverLead({ from: lise.userId }));
    expect(file.state().lead).toBe(petter.userId);
  });

  test('a coordinator who is inhabil gives nothing away', () => {
    const file = classified();
    file.by(petter, declare('TILKNYTTET'));
    const verdict = mayTakeStep('handOverLead', { ...petter, ...MUNICIPALITIES }, caseFacts(FILE, file.state(), petter.userId, file.now()), file.now());
    expect(verdict).toEqual({ allow: false, because: 'excluded' });
    expect(file.tries(petter, handOverLead())).toBe('excluded');
  });
});

describe('one form for all cases', () => {
  const second = asId<'file'>('10000000-0000-4000-8000-000000000002');
  const cases = [{ fileId: FILE, possible: [kari.userId, omar.userId] }, { fileId: second, possible: [kari.userId] }];

  test('each goes to whom was chosen for it, and the rest to whom was chosen for all', () => {
    expect(whoTakes(cases, { everything: kari.userId, one: new Map([[FILE, omar.userId], [second, '']]) }, TEAM)).toEqual({ ok: true, value: [{ fileId: FILE, by: omar.userId }, { fileId: second, by: kari.userId }] });
  });

  test('a case that the one chosen for all may not take stays, and nothing says why (fvl § 6)', () => {
    expect(whoTakes(cases, { everything: omar.userId, one: new Map() }, TEAM)).toEqual({ ok: true, value: [{ fileId: FILE, by: omar.userId }] });
  });

  test('nobody chosen, somebody who is not of the team, and somebody who was not offered are told at the box', () => {
    expect(whoTakes(cases, { everything: '', one: new Map([[FILE, '']]) }, TEAM)).toMatchObject({ fields: { til: 'missing' } });
    expect(whoTakes(cases, { everything: drift.userId, one: new Map() }, TEAM)).toMatchObject({ fields: { til: 'not_offered' } });
    expect(whoTakes(cases, { everything: kari.userId, one: new Map([[second, omar.userId]]) }, TEAM)).toMatchObject({ fields: { [boxFor(second)]: 'not_offered' } });
  });
});

describe('who sees a strictly confidential case when whoever is named for it leaves (domain reference § 5.5)', () => {
  const second = asId<'file'>('10000000-0000-4000-8000-000000000002');
  const kept = [{ fileId: FILE, others: [petter.userId], possible: [omar.userId] }, { fileId: second, others: [], possible: [omar.userId] }];
  const one = (box: string) => new Map([[second, box]]);

  test('nobody new sees it where others are named, although they take over everything else', () => {
    expect(whoKeeps(kept, { everything: omar.userId, one: new Map() })).toEqual({ ok: true, value: [{ fileId: FILE, keeper: undefined }, { fileId: second, keeper: omar.userId }] });
    expect(whoKeeps(kept, { everything: '', one: new Map([[FILE, omar.userId]]) })).toEqual({ ok: true, value: [{ fileId: FILE, keeper: omar.userId }] });
  });

  test('a case that nobody else is named for does not stay behind with nobody', () => {
    expect(whoKeeps(kept, { everything: lise.userId, one: new Map() })).toMatchObject({ fields: { [keepBoxFor(second)]: 'keeper_missing' } });
    expect(whoKeeps(kept, { everything: lise.userId, one: one(drift.userId) })).toMatchObject({ fields: { [keepBoxFor(second)]: 'not_offered' } });
    expect(whoKeeps(kept, { everything: lise.userId, one: one(omar.userId) })).toMatchObject({ ok: true });
  });

  test('a form that is about one case leaves the others as they are', () => {
    expect(whoKeeps(kept, { everything: '', one: one(omar.userId) })).toEqual({ ok: true, value: [{ fileId: second, keeper: omar.userId }] });
    expect(whoTakes([], { everything: '', one: new Map(), besides: true }, TEAM)).toEqual({ ok: true, value: [] });
  });

  test('whoever leaves sees it no more, and whoever is named in their place is asked whether they are connected first (fvl § 6)', () => {
    const file = classified();
    file.by(lise, grade('STRENGT'));
    expect([kari, petter].map((who) => stands(file, who))).toEqual(['coordinator', 'not_granted']);
    expect(file.tries(lise, nameKeeper())).toBe('not_your_role');
    file.by(kari, nameKeeper());
    expect([kari, petter].map((who) => stands(file, who))).toEqual(['not_granted', 'coordinator']);
    expect(mayReadCase({ ...petter, ...MUNICIPALITIES }, caseFacts(FILE, file.state(), petter.userId, file.now()), file.now())).toMatchObject({ because: 'impartiality_first' });
  });

  test('nobody is named who is inhabil, no coordinator or the one who leaves, and never nobody', () => {
    const file = classified();
    file.by(lise, grade('STRENGT'));
    for (const keeper of [kari.userId, omar.userId, undefined]) expect(file.tries(kari, nameKeeper({ keeper }))).toBe('bad_input');
    file.by(petter, declare('TILKNYTTET'));
    expect(file.tries(kari, nameKeeper())).toBe('bad_input');
    expect(file.state().address.named).toEqual([kari.userId]);
  });

  test('the same form sent twice is one entry, and an address that is no secret any more names nobody', () => {
    const file = classified();
    const open = file.events.length;
    file.by(kari, nameKeeper());
    expect(file.events.length).toBe(open);
    file.by(lise, grade('STRENGT'));
    file.by(kari, nameKeeper());
    const before = file.events.length;
    file.by(petter, nameKeeper());
    expect(file.events.length).toBe(before);
  });
});
