import { describe, expect, test } from 'vitest';

import { foldCase } from '../../src/cases/evolve.ts';
import { decideWriteNote } from '../../src/cases/journal-note.ts';
import { decideMeasure } from '../../src/cases/measure.ts';

import { assessing, classified, classify, close, closed, closing, conclude, confirm, declare, endAccess, followedUp, followingUp, followUp, grant, investigate, investigating, changeLead, measure, note, proposeClosing, received, returnClosing, update } from './acts.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { hilde, journal, jorunn, kari, lise, MONDAY, omar, ombud, OPENING, petter } from './journal.ts';

describe('acting', () => {
  test('only the case lead starts, follows up and proposes to close', () => {
    const file = classified();
    expect(file.tries(kari, investigate)).toBe('not_case_lead');
    file.by(lise, investigate);
    file.by(lise, measure());
    file.by(lise, conclude);
    expect(file.tries(kari, followUp)).toBe('not_case_lead');
    file.by(lise, followUp);
    expect(file.tries(kari, proposeClosing())).toBe('not_case_lead');
  });

  test('a lead who is no longer in the team has lost the part with the role', () => {
    expect(classified().tries({ ...lise, roles: [] }, investigate)).toBe('not_case_lead');
  });

  test('a coordinator gives the case a new lead', () => {
    const file = classified();
    expect(file.tries(lise, changeLead())).toBe('not_your_role');
    file.by(kari, changeLead());
    file.by(omar, declare());
    expect(file.tries(lise, investigate)).toBe('not_case_lead');
    expect(file.by(omar, investigate).status).toBe('UNDERSOKES');
  });

  test('measures begin with findings, two lines of grounds and at least one measure', () => {
    const file = investigating();
    expect(file.tries(lise, conclude)).toBe('no_measure');
    file.by(lise, measure());
    expect(file.by(lise, conclude)).toMatchObject({ status: 'TILTAK', findings: { freedom: 'Hun velger bank selv.', proportionality: 'Bare ett kort sperres.' } });
  });

  test('a measure is recorded the night the concern came in, and its status and effect later', () => {
    const file = received();
    file.by(jorunn, measure('alarm'));
    expect(file.tries(jorunn, measure('alarm'))).toBe('measure_exists');
    expect(file.tries(jorunn, update('other'))).toBe('measure_unknown');
    expect(file.by(jorunn, update('alarm')).measures).toMatchObject([{ measureId: 'alarm', status: 'UTFORT', effect: 'Ja', decided: { by: jorunn.userId } }]);
  });

  test('a measure has a day, except when nothing is to be done', () => {
    const file = investigating();
    const record = (code: 'SAMTALE' | 'INGEN') => file.tries(lise, (state, ctx) => decideMeasure(state, { measureId: code, measure: code, responsible: 'Lise' }, ctx));
    expect(record('SAMTALE')).toBe('bad_input');
    expect(record('INGEN')).toBeUndefined();
  });

  test('a journal entry is never altered: a correction is a new one that points to it', () => {
    const file = received();
    file.by(jorunn, note('n1'));
    expect(file.tries(jorunn, note('n1'))).toBe('note_exists');
    expect(file.tries(jorunn, note('n2', 'n9'))).toBe('note_unknown');
    file.by(jorunn, note('n2', 'n1'));
    expect(file.state().notes.map(({ noteId, corrects }) => [noteId, corrects])).toEqual([['n1', undefined], ['n2', 'n1']]);
  });

  test('a note tells of what has happened, not of what will', () => {
    const file = received();
    expect(file.tries(jorunn, (state, ctx) => decideWriteNote(state, { noteId: 'n1', text: 'I går', happenedAt: MONDAY }, ctx))).toBeUndefined();
    expect(file.state().notes[0]).toMatchObject({ at: MONDAY, writtenAt: addMs(MONDAY, HOUR) });
    expect(file.tries(jorunn, (state, ctx) => decideWriteNote(state, { noteId: 'n2', text: 'I morgen', happenedAt: addMs(ctx.now, 1) }, ctx))).toBe('bad_input');
  });
});

describe('closing', () => {
  test('the one who proposed never closes, and the reasons are those that were proposed', () => {
    const file = closing();
    expect(file.tries({ ...lise, roles: ['KOORDINATOR', 'TEAMMEDLEM'] }, close())).toBe('another_must_close');
    expect(file.tries(omar, close())).toBe('not_your_role');
    expect(file.by(kari, close())).toMatchObject({ status: 'AVSLUTTET', closing: { by: kari.userId, reasons: ['VOLD_STANSET'], retention: 'BEVARES' } });
  });

  test('nobody closes alone, however small the team is that day', () => {
    const file = journal(kari, OPENING, [kari.userId, lise.userId]);
    file.by(kari, classify({ lead: kari.userId }));
    file.by(lise, declare());
    file.by(lise, confirm());
    file.by(kari, proposeClosing({ reasons: ['DOD'] }));
    expect(file.tries(kari, close())).toBe('another_must_close');
    expect(file.by(petter, declare()).status).toBe('TIL_AVSLUTNING');
    expect(file.by(petter, close())).toMatchObject({ status: 'AVSLUTTET', closing: { by: petter.userId } });
  });

  test('a closing that somebody disagrees with goes back to where it was', () => {
    const file = closing();
    expect(file.by(kari, returnClosing)).toMatchObject({ status: 'OPPFOLGING', closingProposal: undefined });
    file.by(lise, followedUp);
    file.by(lise, proposeClosing());
    expect(file.tries(kari, close(2))).toBe('proposal_changed');
    expect(file.by(kari, close()).status).toBe('AVSLUTTET');
  });

  test('a case ends before follow-up only when nothing is left to follow up', () => {
    const file = investigating();
    expect(file.tries(lise, proposeClosing())).toBe('reason_needs_follow_up');
    expect(file.tries(lise, proposeClosing({ reasons: ['DOD', 'RISIKO_REDUSERT'] }))).toBe('reason_needs_follow_up');
    expect(file.by(lise, proposeClosing({ reasons: ['DOD'] }))).toMatchObject({ status: 'TIL_AVSLUTNING', closingProposal: { from: 'UNDERSOKES' } });
    expect(file.by(kari, returnClosing).status).toBe('UNDERSOKES');
  });

  test('a kan-sak may stop with advice, a må-sak may not', () => {
    expect(classified().tries(lise, proposeClosing({ reasons: ['KUN_RADGIVNING'] }))).toBe('reason_needs_follow_up');
    expect(classified({ caseType: 'KAN' }).tries(lise, proposeClosing({ reasons: ['KUN_RADGIVNING'] }))).toBeUndefined();
  });

  test('what somebody inhabil proposed is not closed on', () => {
    const file = closing();
    file.by(lise, declare('TILKNYTTET'));
    expect(file.tries(kari, close())).toBe('proposer_excluded');
    expect(file.by(kari, returnClosing).status).toBe('OPPFOLGING');
  });

  test('a closed case takes corrections, the question and access, and nothing else', () => {
    const file = followingUp();
    file.by(lise, note('n1'));
    file.by(lise, proposeClosing());
    file.by(kari, close());
    expect(file.tries(lise, note('n2'))).toBe('case_closed');
    expect(file.tries(lise, measure('m9'))).toBe('case_closed');
    expect(file.tries(kari, close())).toBe('case_closed');
    expect(file.tries(lise, note('n3', 'n1'))).toBeUndefined();
    expect(file.tries(kari, grant())).toBeUndefined();
    expect(file.tries(petter, declare())).toBeUndefined();
    file.wait(31 * 24 * 3_600_000);
    expect(file.tries(kari, grant(hilde, 10))).toBe('access_time_over');
  });
});

describe('inhabil', () => {
  test('nothing is done in a case before the question is answered', () => {
    const file = assessing();
    expect(file.tries(petter, classify())).toBe('impartiality_first');
    expect(file.tries(petter, note())).toBe('impartiality_first');
  });

  test('a yes closes the case for that person for good, with everything they had in it', () => {
    const file = classified();
    file.by(kari, grant(lise));
    file.by(lise, declare('TILKNYTTET'));
    expect(file.state()).toMatchObject({ lead: undefined, excluded: [lise.userId], grants: [{ userId: lise.userId, endedAt: expect.any(String) }] });
    expect(file.tries(lise, declare())).toBe('excluded');
    expect(file.tries(lise, investigate)).toBe('excluded');
    expect(file.tries(kari, investigate)).toBe('no_case_lead');
  });

  test('a proposal falls with its inhabil proposer', () => {
    const file = assessing();
    file.by(lise, classify());
    file.by(lise, declare('TILKNYTTET'));
    expect(file.tries(kari, confirm())).toBe('nothing_proposed');
  });

  test('whoever the report names is out from the first moment', () => {
    const file = journal(jorunn, { ...OPENING, leftOut: [kari.userId] });
    expect(file.tries(kari, declare())).toBe('excluded');
  });

  test('answering no twice writes nothing twice', () => {
    const file = assessing();
    const before = file.events.length;
    file.by(lise, declare());
    expect(file.events.length).toBe(before);
  });
});

describe('access by a coordinator', () => {
  test('goes to others, with a reason and a last day, and ends', () => {
    const file = classified();
    expect(file.tries(lise, grant())).toBe('not_your_role');
    expect(file.tries(kari, grant(kari))).toBe('access_to_self');
    expect(file.tries(kari, grant(ombud))).toBe('access_to_role');
    expect(file.tries(kari, grant(omar, -1))).toBe('bad_input');
    file.by(kari, grant(omar, 10));
    file.by(kari, grant(omar, 5));
    expect(file.state().grants.filter(({ endedAt }) => endedAt === undefined)).toHaveLength(1);
    file.by(kari, endAccess());
    expect(file.tries(kari, endAccess())).toBe('no_access_to_end');
  });

  test('never goes to somebody inhabil', () => {
    const file = classified();
    file.by(omar, declare('TILKNYTTET'));
    expect(file.tries(kari, grant())).toBe('access_to_excluded');
  });
});

test('a broken journal is a fault, not an empty case', () => {
  expect(() => foldCase([])).toThrow();
  expect(() => foldCase(closed().events.slice(1))).toThrow();
  expect(() => foldCase([...closed().events, ...closed().events])).toThrow();
});
