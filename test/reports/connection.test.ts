import { describe, expect, test } from 'vitest';
import { HOUR, addMs } from '../../src/kernel/time.ts';
import { mayOpenReport, mayReadReport, type ReportFacts } from '../../src/reports/access.ts';
import { reportLog } from '../../src/reports/log.ts';
import { decideConnection } from '../../src/reports/connection.ts';
import { decideHandOver, decideSeen } from '../../src/reports/report.ts';
import { asking, Journal, JORUNN, KARI, MONDAY, REPORT, told } from './reception-fixtures.tsx';

const later = addMs(MONDAY, HOUR);
const arrived = (danger: 'ja' | 'nei' = 'nei') => new Journal().arrives(told({ danger }));
const answers = (journal: Journal, by: typeof KARI, connection: string) => journal.does(by, later, decideConnection(journal.state, connection, by, later));
const reads = (journal: Journal, by: typeof KARI) => journal.does(by, later, decideSeen(journal.state, 'reception', later));

describe('the one question before a report is read', () => {
  test('is answered once: a second no writes nothing', () => {
    const journal = answers(arrived(), JORUNN, 'INGEN');
    expect(journal.state).toMatchObject({ impartial: [JORUNN], owing: [], leftOut: [] });
    expect(decideConnection(journal.state, 'INGEN', JORUNN, later)).toEqual({ ok: true, value: [] });
    expect(decideConnection(journal.state, 'SENERE', JORUNN, later)).toMatchObject({ ok: false, code: 'not_urgent' });
  });

  test('is not answered by something else than what was asked', () => {
    expect(decideConnection(arrived().state, 'KANSKJE', JORUNN, later)).toMatchObject({ ok: false, code: 'bad_input' });
  });

  test('waits only where somebody is in danger, and is then owed until it is given', () => {
    expect(decideConnection(arrived().state, 'SENERE', JORUNN, later)).toMatchObject({ ok: false, code: 'not_urgent' });
    const journal = answers(arrived('ja'), JORUNN, 'SENERE');
    expect(journal.state).toMatchObject({ impartial: [], owing: [JORUNN] });
    expect(answers(journal, JORUNN, 'INGEN').state).toMatchObject({ impartial: [JORUNN], owing: [] });
  });

  test('a yes leaves that person out for good, also after a no, and what only they had read waits again as when it came', () => {
    const journal = reads(answers(arrived(), JORUNN, 'INGEN'), JORUNN);
    expect(journal.state.progress).toBe('SEEN');
    answers(journal, JORUNN, 'TILKNYTTET');
    expect(journal.state).toMatchObject({ leftOut: [JORUNN], impartial: [], progress: 'RECEIVED', seenAt: undefined });
  });

  test('what another has read, or has been handed over, stays read', () => {
    const two = reads(answers(answers(arrived(), JORUNN, 'INGEN'), KARI, 'INGEN'), JORUNN);
    expect(answers(two, JORUNN, 'TILKNYTTET').state).toMatchObject({ progress: 'SEEN', seenAt: later });
    const handed = reads(answers(arrived(), JORUNN, 'INGEN'), JORUNN);
    handed.does(JORUNN, later, decideHandOver(handed.state, '', later));
    expect(answers(handed, JORUNN, 'TILKNYTTET').state.progress).toBe('HANDED_OVER');
  });

  test('stands in the journal with who answered what; that somebody is inhabil is not for colleagues to read in the log', () => {
    const journal = answers(answers(answers(arrived('ja'), JORUNN, 'SENERE'), KARI, 'INGEN'), JORUNN, 'TILKNYTTET');
    expect(reportLog(journal.events).map(({ what, by }) => [what, by])).toEqual([['arrived', 'system'], ['answers_later', JORUNN], ['impartial', KARI]]);
    expect(journal.events.at(-1)).toMatchObject({ type: 'ReportImpartialityDeclared', actor: JORUNN, content: { connection: 'TILKNYTTET' } });
  });
});

describe('before it is answered', () => {
  const facts = (change: Partial<ReportFacts>): ReportFacts => ({ fileId: REPORT, excluded: false, shut: false, strict: false, forReserve: false, askerIsReserve: false, answer: undefined, decided: false, ...change });
  const reception = asking({ roles: ['MOTTAK'] }).person;

  test('nothing of the report is opened, but its page asks', () => {
    expect(mayReadReport(reception, facts({}))).toEqual({ allow: false, because: 'impartiality_first' });
    expect(mayOpenReport(reception, facts({}))).toEqual({ allow: true, because: 'question' });
    for (const answer of ['INGEN', 'SENERE'] as const) expect(mayOpenReport(reception, facts({ answer }))).toEqual({ allow: true, because: 'reception', files: [REPORT] });
  });

  test('whoever is left out, or has no part in reception, is not even asked', () => {
    expect(mayOpenReport(reception, facts({ excluded: true }))).toEqual({ allow: false, because: 'named_in_it' });
    expect(mayOpenReport(asking({ roles: ['LEDER'] }).person, facts({ answer: 'INGEN' }))).toEqual({ allow: false, because: 'role' });
  });
});
