import { expect, test } from 'vitest';
import { projectCase } from '../../src/cases/projection.ts';
import { retentionOf, retentionsFor } from '../../src/cases/retention.ts';
import { decideCloseCase } from '../../src/cases/closing.ts';
import { decideConfirmNotACase } from '../../src/cases/not-a-case.ts';
import { CLOSING_REASON } from '../../src/cases/codes.ts';
import { entry } from '../../src/cases/events.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import type { Retention } from '../../src/cases/choices.ts';
import { done } from '../../src/kernel/outcome.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import {
  addPerson, assessCapacity, assessing, assessRisk, averting, childDuty, classified, consents, declare, declines, draft, edit, END, finalise, followingUp, inform, investigating, join, lower, markFactors, measure, mergeInto, minute, note, notACase, object, proposeClosing, protect, raise, readReport, recordPerson, review, sent, serviceTold, share, suspectChanged, takeEmergency,
  takeIn, wishes, writePlan,
} from './acts.ts';
import { kari, lise, omar, petter, REPORT, written, type Journal } from './journal.ts';

const closeAs = (retention?: Retention) => (state: Parameters<typeof decideCloseCase>[0], ctx: Parameters<typeof decideCloseCase>[2]) => decideCloseCase(state, { ...END, correctionId: 'c2', proposal: state.proposals, retention }, ctx);
const noCaseAs = (retention?: Retention) => (state: Parameters<typeof decideCloseCase>[0], ctx: Parameters<typeof decideCloseCase>[2]) => decideConfirmNotACase(state, { proposal: state.proposals, retention }, ctx);

/** A case that Lise proposed to close for these reasons, and that Petter may close. */
function toClose(reasons: Parameters<typeof proposeClosing>[0], file = followingUp()): Journal {
  file.by(lise, proposeClosing(reasons));
  file.by(petter, declare());
  return file;
}

type Done = Parameters<Journal['by']>;

/** Closed before anything was done: registered by mistake, as Lise says, whatever came `before`. */
function toCloseAsMistake(...before: readonly Done[]): Journal {
  const file = investigating();
  for (const [who, act] of before) file.by(who, act);
  return toClose({ reasons: ['FEILREGISTRERT'] }, file);
}

test('bevaringsforskrifta § 3: whatever a case is closed for, it is kept, unless it was registered by mistake and for nothing else', () => {
  for (const reason of CLOSING_REASON.codes.filter((code) => code !== 'FEILREGISTRERT' && code !== 'PERSON_ONSKER_IKKE')) {
    const file = toClose({ reasons: [reason] });
    expect(retentionsFor(file.state()), reason).toEqual(['BEVARES']);
    expect(file.tries(petter, closeAs('KORT')), reason).toBe('not_short');
  }
  expect(toClose({ reasons: ['FEILREGISTRERT', 'DUBLETT'] }, investigating()).tries(petter, closeAs('KORT'))).toBe('not_short');
  const mistake = toCloseAsMistake();
  expect(retentionsFor(mistake.state())).toEqual(['BEVARES', 'KORT']);
  expect(retentionOf(mistake.state()), 'an open case has no class').toBeUndefined();
  expect(retentionOf(mistake.by(petter, closeAs('KORT')))).toBe('KORT');
});

test('what is not chosen is kept: nobody disposes of a case because a field was left alone', () => {
  expect(retentionOf(toCloseAsMistake().by(petter, closeAs()))).toBe('BEVARES');
});

test('arkivforskrifta § 3: a report that became no case, and was a mistake, is kept for a short time when the second person says so; no other is', () => {
  const mistake = assessing();
  mistake.by(kari, notACase({ notACaseReason: 'FEILREGISTRERT' }));
  expect(retentionsFor(mistake.state())).toContain('KORT');
  expect(retentionOf(mistake.by(lise, noCaseAs('KORT')))).toBe('KORT');
  const advice = assessing();
  advice.by(kari, notACase());
  expect(advice.tries(lise, noCaseAs('KORT'))).toBe('not_short');
  expect(retentionOf(advice.by(lise, noCaseAs()))).toBe('BEVARES');
});

test('a case that was merged is kept whatever was chosen before: its journal may be the only place of its notes', () => {
  const file = classified();
  file.by(kari, note('n1'));
  const state = file.by(kari, mergeInto(classified().state()));
  expect(state.status).toBe('SAMMENSLATT');
  expect(retentionOf(state)).toBe('BEVARES');
  expect(projectCase(state, NO_CHANGES).retention).toBe('BEVARES');
});

/** What a mistake has none of. */
const TRACES: readonly (readonly [string, readonly Done[]])[] = [
  ['took in another: with it would go what the other one knew', [[kari, takeIn(classified().state())]]],
  ['was joined by what somebody else told', [[kari, join()], [lise, readReport]]],
  ['was added to by whoever reported, whatever came of it', [[kari, (_state, { now }) => done([entry('AdditionTold', now, { report: REPORT, order: 1, children: 'JA' })])]]],
  ['had something shared from it, or told to it', [[lise, share('FVL_13B_7')]]],
  ['has a measure that was decided', [[lise, measure()]]],
  ['sent a letter', [[lise, draft()], [lise, edit()], [lise, finalise()], [lise, sent()]]],
  ['gave somebody an alarm', [[lise, protect()]]],
  ['made a plan with the person', [[lise, writePlan()]]],
  ['answered for whether violence had to be averted', [[lise, averting()]]],
  ['told child welfare', [[lise, childDuty()]]],
  ['told who watches over a service', [[lise, recordPerson({ personName: undefined, violence: ['ULOVLIG_TVANG'] })], [lise, serviceTold]]],
  ['has a note of what somebody saw or heard', [[lise, note()]]],
  ['was taken up in a meeting', [[kari, minute()]]],
  ['has a risk that somebody assessed', [[lise, assessRisk()]]],
  ['has factors of risk that somebody looked for', [[lise, markFactors()]]],
  ['tells that the suspect was let out', [[lise, suspectChanged()]]],
  ['has what the person wants, in their own words', [[lise, wishes()]]],
  ['has the no of the person', [[lise, declines()]]],
  ['has told the person that there is a case', [[lise, inform()]]],
  ['has a consent', [[lise, consents()]]],
  ['has what was found about capacity', [[lise, assessCapacity()]]],
  ['has somebody around the person', [[lise, addPerson()]]],
  ['has what the person objected to', [[kari, object()]]],
  ['was Akutt', [[lise, raise()], [lise, review], [kari, lower]]],
  ['was opened by somebody in an emergency, which has to be answered for', [[omar, takeEmergency()]]],
];

test.each(TRACES)('arkivforskrifta § 3: a case is no mistake that %s', (_what, acts) => {
  const file = toCloseAsMistake(...acts);
  expect(retentionsFor(file.state())).toEqual(['BEVARES']);
  expect(['not_short', 'duties_unanswered', 'report_unread']).toContain(file.tries(petter, closeAs('KORT')));
  expect(retentionOf(foldCase([...file.events, ...written([entry('CaseClosed', file.now(), { ...END, proposal: 1, reasons: ['FEILREGISTRERT'], retention: 'KORT' })], petter, file.now())])), 'closed so before the rule').toBe('BEVARES');
});

test('an entry from before the rule still opens, and is read by the stricter one: no list for disposal has it', () => {
  const file = toClose({ reasons: ['DUBLETT'] });
  const old = written([entry('CaseClosed', file.now(), { ...END, proposal: 1, reasons: ['DUBLETT'], retention: 'KORT' })], petter, file.now());
  const state = foldCase([...file.events, ...old]);
  const mistake = toCloseAsMistake();
  expect(state.closing?.retention, 'the journal says what was chosen').toBe('KORT');
  expect(projectCase(state, NO_CHANGES).retention).toBe('BEVARES');
  expect(projectCase(foldCase([...mistake.events, ...written([entry('CaseClosed', mistake.now(), { ...END, proposal: 1, reasons: ['FEILREGISTRERT'], retention: 'KORT' })], petter, mistake.now())]), NO_CHANGES).retention).toBe('KORT');
});
