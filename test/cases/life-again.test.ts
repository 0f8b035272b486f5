import { describe, expect, test } from 'vitest';
import { dayNeed } from '../../src/cases/day.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { decideConcludeInvestigation } from '../../src/cases/investigation.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { factOf } from '../../src/statistics/fact.ts';
import {
  actAgain, averting, awaitPolice, checkPolice, classified, classify, close, closed, conclude, confirm, declare, followedUp, followingUp, followUp, grant, investigateAgain, investigating, FINDINGS, join, JOIN, measure, minute, proposeClosing, reopen, resume,
} from './acts.ts';
import { kari, lise, omar, petter } from './journal.ts';

const names = (file: ReturnType<typeof classified>) => clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock);

describe('waiting for the police (T8)', () => {
  test('a case on hold is not forgotten: the day that was chosen comes up, also after it was asked again', () => {
    const file = investigating();
    expect(file.tries(kari, awaitPolice())).toBe('not_case_lead');
    expect(file.by(lise, awaitPolice(10))).toMatchObject({ status: 'VENTER_POLITI', police: { policeAgreed: 'Ingen kontakt hjemme.' } });
    const [clock] = clocks(file.state(), NO_CHANGES, file.now());
    expect(clock).toMatchObject({ clock: 'POLICE_CHECK', late: false });
    const lead = { userId: lise.userId, roles: lise.roles, standing: 'case_lead', mustDeclare: false } as const;
    const need = (days: number) => dayNeed(projectCase(file.state(), NO_CHANGES), lead, addMs(file.now(), days * DAY_MS));
    expect(need(1)).toBeUndefined();
    expect(need(5)).toMatchObject({ reason: 'check_police', step: 'checkPolice' });
    file.by(kari, checkPolice);
    expect(need(5)).toBeUndefined();
    expect(need(20)).toMatchObject({ reason: 'check_police', clock: { late: true } });
  });

  test('it goes on where it was, and only when somebody says why', () => {
    const file = investigating();
    file.by(lise, awaitPolice());
    file.by(lise, measure());
    expect(file.tries(lise, conclude)).toBe('wrong_status');
    expect(file.by(lise, resume).status).toBe('UNDERSOKES');
    expect(names(file)).not.toContain('POLICE_CHECK');
    expect(file.by(lise, conclude).status).toBe('TILTAK');
  });

  test('a case on hold can end, and comes back on hold when the closing is sent back', () => {
    const file = investigating();
    file.by(lise, awaitPolice());
    expect(file.tries(lise, proposeClosing())).toBe('reason_needs_follow_up');
    expect(file.by(lise, proposeClosing({ reasons: ['DOD'] })).closingProposal?.from).toBe('VENTER_POLITI');
  });
});

describe('judged anew (T10)', () => {
  test('the type that two confirmed stands until two have confirmed another', () => {
    const file = followingUp();
    expect(file.tries(kari, classify({ caseType: 'KAN' }))).toBe('wrong_status');
    file.by(kari, classify({ again: true, caseType: 'KAN', grounds: 'Faren er mindre enn vi trodde.' }));
    expect(file.state().classification).toMatchObject({ caseType: 'MA' });
    expect(factOf(file.state(), undefined, undefined).caseType).toBe('MA');
    expect(file.tries(kari, confirm())).toBe('another_must_confirm');
    const state = file.by(lise, confirm());
    expect(state).toMatchObject({ status: 'OPPFOLGING', classification: { caseType: 'KAN', proposed: { by: kari.userId }, confirmed: { by: lise.userId } } });
    expect(factOf(state, undefined, undefined).caseType).toBe('KAN');
  });

  test('nothing is closed on a type that somebody has just questioned', () => {
    const file = followingUp();
    file.by(kari, classify({ again: true, caseType: 'BOR' }));
    expect(file.tries(lise, proposeClosing())).toBe('proposal_waits');
    file.by(lise, confirm());
    expect(file.by(lise, proposeClosing()).status).toBe('TIL_AVSLUTNING');
  });

  test('what nobody has classified is not classified again', () => {
    expect(investigating().tries(omar, classify({ again: true }))).toBe('impartiality_first');
    const file = classified();
    file.by(kari, classify({ again: true, caseType: 'BOR' }));
    expect(file.by(lise, confirm()).status).toBe('KLASSIFISERT');
  });
});

describe('something new has happened (T12)', () => {
  test('back to asking, with what was found before still there, and follow-up beginning anew', () => {
    const file = followingUp();
    file.by(lise, followedUp);
    file.by(lise, followedUp);
    expect(file.by(lise, investigateAgain)).toMatchObject({ status: 'UNDERSOKES', findings: { risk: 'MODERAT' } });
    file.by(lise, averting());
    file.by(lise, conclude);
    file.by(lise, followUp);
    const [next] = clocks(file.state(), NO_CHANGES, file.now());
    expect(next?.clock).toBe('FOLLOW_UP');
    expect(next !== undefined && next.due < addMs(file.now(), 33 * DAY_MS), 'one month, not six').toBe(true);
  });

  test('or straight to measures', () => {
    const file = followingUp();
    expect(file.tries(omar, actAgain)).toBe('not_your_role');
    expect(file.by(kari, actAgain).status).toBe('TILTAK');
  });
});

describe('taken up again (T15)', () => {
  test('a coordinator reopens a closed case, which is then open in figures and closed by two as before', () => {
    const file = closed();
    expect(file.tries(lise, reopen)).toBe('not_your_role');
    const state = file.by(petter, reopen);
    expect(state).toMatchObject({ status: 'UNDERSOKES', closedAt: undefined, closing: undefined, lead: lise.userId });
    expect(factOf(state, undefined, undefined)).toMatchObject({ status: 'APEN', closedMonth: undefined, closingReasons: [] });
    file.by(lise, conclude);
    file.by(lise, followUp);
    file.by(lise, proposeClosing());
    expect(file.tries(lise, close())).toBe('not_your_role');
    expect(file.by(petter, close()).status).toBe('AVSLUTTET');
  });

  test('access that ended with the case does not come back with it', () => {
    const file = followingUp();
    file.by(kari, grant(omar, 300));
    file.by(lise, proposeClosing());
    file.by(petter, declare());
    file.by(petter, close());
    file.wait(40 * DAY_MS);
    expect(file.by(petter, reopen).grants.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  });
});

describe('a closed case that a new report is about (T15: «new report ID, grounds»)', () => {
  test('is reopened and takes the report in by one step, which names it; without grounds neither happens', () => {
    const file = closed();
    expect(file.tries(petter, join())).toBe('bad_input');
    expect(file.state().status).toBe('AVSLUTTET');
    const before = file.events.length;
    const state = file.by(petter, join({ grounds: 'Banken melder det samme igjen.' }));
    expect(state).toMatchObject({ status: 'UNDERSOKES', closedAt: undefined, joined: [{ report: JOIN.report }] });
    expect(file.events.slice(before).map(({ type }) => type)).toEqual(['CaseReopened', 'ReportJoined']);
    expect(file.events[before]?.content).toEqual({ grounds: 'Banken melder det samme igjen.', report: JOIN.report, reference: JOIN.reference });
    expect(state.avertingAsked, 'the duty to avert is asked for, as of any report').toBeDefined();
  });

  test('is a coordinator’s to reopen, also by a report; whoever is inhabil reopens nothing', () => {
    expect(closed().tries(lise, join({ grounds: 'Ny bekymring.' }))).toBe('not_your_role');
    expect(closed().tries(petter, join({ grounds: 'Ny bekymring.', leftOut: [petter.userId] }))).toBe('excluded');
    expect(closed().tries(petter, join({ grounds: 'Ny bekymring.', connection: 'TILKNYTTET' }))).toBe('joiner_connected');
  });

  test('may be reopened for another reason, and then no report is named', () => {
    const file = closed();
    file.by(petter, reopen);
    expect(file.events.at(-1)?.content).toEqual({ grounds: 'Ny bekymring fra banken.' });
  });
});

describe('the investigation is concluded by the team (T9)', () => {
  const concludes = (change: object): Parameters<ReturnType<typeof closed>['by']>[1] => (state, ctx) => decideConcludeInvestigation(state, { ...FINDINGS, concludedWho: undefined, ...change }, ctx);
  function ready() {
    const file = investigating();
    file.by(lise, measure());
    return file;
  }

  test('in a meeting that took the case up, or by those who are named; nobody concludes without saying who', () => {
    const file = ready();
    expect(file.tries(lise, concludes({}))).toBe('bad_input');
    expect(file.tries(lise, concludes({ concludedIn: 'r1' })), 'no meeting has taken it up').toBe('bad_input');
    file.by(kari, minute('r1'));
    expect(file.by(lise, concludes({ concludedIn: 'r1' })).findings).toMatchObject({ concludedIn: file.state().minutes[0]?.heldOn, meetingId: file.state().minutes[0]?.meetingId });
  });

  test('a team of one is not held up: it says so, and the entry keeps it', () => {
    expect(ready().by(lise, concludes({ concludedWho: 'Bare jeg. Vi er to i teamet, og den andre er syk.' })).findings).toMatchObject({ concludedWho: 'Bare jeg. Vi er to i teamet, og den andre er syk.' });
  });
});
