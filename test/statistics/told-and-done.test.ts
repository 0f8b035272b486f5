import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../src/cases/case.ts';
import { decideUpdateMeasure } from '../../src/cases/measure.ts';
import type { Decision } from '../../src/cases/guard.ts';
import type { DecisionContext } from '../../src/cases/conditions.ts';
import { factOf } from '../../src/statistics/fact.ts';
import { addPerson, assessing, assessRisk, awaitPolice, changePerson, childDuty, declare, followingUp, investigating, join, JOIN, lower, protect, raise, received, share, takeIn, writePlan } from '../cases/acts.ts';
import { journal, kari, lise, OPENING, START, type Journal } from '../cases/journal.ts';

const fact = (file: { readonly state: () => CaseState }) => factOf(file.state(), '9903', undefined);
const status = (measureStatus: 'PAGAR' | 'AVBRUTT') => (state: CaseState, ctx: DecisionContext): Decision => decideUpdateMeasure(state, { measureId: 'm1', measureStatus, effect: 'Nei' }, ctx);

/** Nobody knew who it was, nor how old she is, when the first report came. */
function unknown(): Journal {
  const { gender: _g, ageBand: _a, ...start } = START;
  return journal(kari, { ...OPENING, start: { ...start, relation: ['UKJENT'], vulnerability: [], violence: ['OKONOMISK'] } });
}

describe('what is known of a case is counted, whoever told it', () => {
  test('a report that came later tells who the suspect is, what happens and how old she is: the return does not say «ukjent» of what stands in the case', () => {
    const file = unknown();
    expect(fact(file)).toMatchObject({ relation: ['UKJENT'], vulnerability: ['UKJENT'], ageBand: 'UKJENT' });
    file.by(kari, join({ start: { ...JOIN.start, relation: ['BARN'], violence: ['FYSISK'], vulnerability: ['DEMENS'], gender: 'KVINNE', ageBand: 'A80' } }));
    expect(fact(file)).toMatchObject({ relation: ['BARN'], violence: ['FYSISK', 'OKONOMISK'], vulnerability: ['DEMENS'], gender: 'KVINNE', ageBand: 'A80' });
  });

  test('who is suspected around the person counts from the day it is known, and no longer when it was a mistake', () => {
    const file = investigating();
    file.by(kari, addPerson('unni', ['PARORENDE']));
    expect(fact(file).relation).toEqual(['BARNEBARN']);
    file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT'], 'BARN'));
    expect(fact(file).relation).toEqual(['BARN', 'BARNEBARN']);
    file.by(kari, changePerson('unni', ['PARORENDE'], 'BARN'));
    expect(fact(file).relation).toEqual(['BARNEBARN']);
  });

  test('two cases that became one count what both knew (T16)', () => {
    const ended = received();
    ended.by(kari, declare());
    const file = unknown();
    file.by(kari, declare());
    file.by(kari, takeIn(ended.state()));
    expect(fact(file)).toMatchObject({ relation: ['BARNEBARN'], vulnerability: ['DEMENS'], gender: 'KVINNE' });
  });
});

describe('what was done is counted as the measure it is, wherever it is written', () => {
  test('a safety plan, a risk assessment, an alarm and a report to child protection need not be written twice', () => {
    const file = followingUp();
    const had = fact(file).measures;
    file.by(lise, writePlan());
    file.by(lise, assessRisk());
    file.by(lise, protect());
    file.by(lise, childDuty());
    expect(fact(file).measures.filter((one) => !had.includes(one))).toEqual(['SIKKERHETSPLAN', 'RISIKOVURDERING', 'VOLDSALARM', 'BARNEVERN_MELDT']);
  });

  test('the police are never «ikke i kontakt» in a case where they were called, waited for or told', () => {
    const called = assessing();
    called.by(kari, raise());
    called.by(lise, lower);
    const waits = investigating();
    waits.by(lise, awaitPolice());
    const told = investigating();
    told.by(lise, share('FVL_13B_7', 'd1', { organ: 'Politiet i Fjordby' }));
    const bank = investigating();
    bank.by(lise, share('FVL_13B_7', 'd1'));
    expect([called, waits, told, bank].map((file) => fact(file).measures.includes('POLITIVARSEL'))).toEqual([true, true, true, false]);
  });

  test('a measure that stopped before it began was not done; one that ran was, however it ended', () => {
    const never = followingUp();
    never.by(lise, status('AVBRUTT'));
    const ran = followingUp();
    ran.by(lise, status('PAGAR'));
    ran.by(lise, status('AVBRUTT'));
    expect([never, ran].map((file) => fact(file).measures)).toEqual([[], ['OKONOMISIKRING']]);
  });
});
