import { describe, expect, test } from 'vitest';
import { passagesIn } from '../../src/cases/queries/passages.ts';
import { passageWords } from '../../src/cases/pages/passage-words.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { reportPassages } from '../../src/cases/report-passages.ts';
import { startFromReports } from '../../src/cases/start.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { usualDecision } from '../../src/privacy/access-request.ts';
import { Journal, JORUNN, KARI, MONDAY, REPORT, told, toldBySelf } from '../reports/reception-fixtures.tsx';
import { declare, grade } from './acts.ts';
import { journal, kari, OPENING } from './journal.ts';

const LATER = addMs(MONDAY, HOUR);
const CAME = { receivedAt: LATER, leftOut: [], forReserve: false };
const FILE_SENT = { object: 'a'.repeat(32), key: 'k', name: 'Mona Kvamme filmer.mp4', type: 'mp4', bytes: 9, sha256: 's' } as const;

/** What lies in a report after a case took it in: free text, both ways, and a file. */
function talked(report = told(), check: 'CLEANED' | 'INFECTED' = 'CLEANED'): Journal {
  return new Journal().arrives(report)
    .add(KARI, MONDAY, { type: 'ReportDecided', version: 1, happenedAt: MONDAY, content: { outcome: 'SAK' } })
    .arrives({ ...report, whatHappened: `${report.whatHappened} Nå er bilen solgt.`, lastHappened: 'i går' }, LATER)
    .add('system', LATER, { type: 'ReporterWrote', version: 1, happenedAt: LATER, content: { ...CAME, part: 2, message: { feels: 'VERRE', text: 'Han har tatt nøklene.' } } })
    .add(KARI, LATER, { type: 'ReporterAsked', version: 1, happenedAt: LATER, content: { messageId: 'm1', what: 'SPORSMAL', text: 'Har du sett henne i dag, Mona?' } })
    .add('system', LATER, { type: 'AttachmentArrived', version: 1, happenedAt: LATER, content: { ...CAME, part: 3, attachment: FILE_SENT } })
    .add('system', LATER, { type: 'AttachmentChecked', version: 1, happenedAt: LATER, content: { object: FILE_SENT.object, result: check } });
}

function open(report: Journal) {
  return { fileId: REPORT, state: report.state, events: report.events };
}

const wordsOf = (pieces: readonly Parameters<typeof passageWords>[0][]) => pieces.flatMap((one) => { const { title, lines } = passageWords(one, 'nb'); return [title, ...lines]; }).join('\n');

/** The case as it was made of the report when only the first part of it had come. */
function startPieces() {
  const report = told();
  const start = startFromReports([new Journal().arrives(report).state], { municipality: () => undefined, dangerReported: '', worseReported: '' });
  return passagesOf(journal(kari, { ...OPENING, ...(start === undefined ? {} : { start }) }).events);
}

describe('GDPR art. 15: what lies only in a report’s journal', () => {
  test('is given or withheld piece by piece: what was added, what was written both ways, and each file', () => {
    const pieces = reportPassages(open(talked()), startPieces());
    expect(pieces.map(({ type, kind }) => [type, kind])).toEqual([['ReportAdded', 'TOLD'], ['ReporterWrote', 'THEIRS'], ['ReporterAsked', 'OURS'], ['AttachmentArrived', 'FILE']]);
    const words = wordsOf(pieces);
    for (const one of ['Nå er bilen solgt.', 'i går', 'Han har tatt nøklene.', 'Det er blitt verre', 'Har du sett henne i dag', 'Vedlegg 1', 'Video']) expect(words).toContain(one);
    expect(words, 'nor is a bare code of a list').not.toMatch(/VERRE|\bJA\b|undefined/);
  });

  test('the case’s own pieces are not told twice', () => {
    const words = wordsOf(reportPassages(open(new Journal().arrives(told())), startPieces()));
    expect(words).toBe('');
  });

  test('fvl § 19: who reported stands in no other kind of piece, and what a file is called in none', () => {
    const pieces = reportPassages(open(talked()));
    expect(JSON.stringify(pieces.filter(({ kind }) => kind !== 'REPORTER' && kind !== 'OURS'))).not.toContain('Mona');
    expect(JSON.stringify(pieces.filter(({ kind }) => kind === 'REPORTER'))).toContain('Mona Kvamme');
    for (const kind of ['THEIRS', 'OURS', 'FILE'] as const) expect(usualDecision('PERSONEN', kind), kind).toEqual({ give: false, ground: 'FVL_19_2_B' });
  });

  test('whoever wrote themselves gets their own words, our answers and their own files', () => {
    const pieces = reportPassages(open(talked(toldBySelf())));
    expect(pieces.filter(({ type }) => ['ReporterWrote', 'ReporterAsked', 'AttachmentArrived'].includes(type)).map(({ kind }) => usualDecision('PERSONEN', kind).give)).toEqual([true, true, true]);
  });

  test('what is said of others waits for a decision, and so does all of a report that tells of several', () => {
    const pieces = reportPassages(open(new Journal().arrives(told({ others: { answer: 'ja', howMany: '2', about: 'Naboen Peder også.' } }))));
    expect(pieces.filter(({ kind }) => kind === 'TOLD')).toEqual([]);
    expect(wordsOf(pieces.filter(({ kind }) => kind === 'OTHERS'))).toContain('Naboen Peder');
    expect(usualDecision('PERSONEN', 'OTHERS')).toEqual({ give: false, ground: 'POPPLYL_16_D' });
  });

  test('a file that nobody may open is counted, and says that it is closed', () => {
    const file = reportPassages(open(talked(told(), 'INFECTED'))).find((one) => one.file !== undefined);
    expect(file?.file).toMatchObject({ no: 1, report: REPORT, closed: true });
    expect(file === undefined ? '' : wordsOf([file])).toContain('kan ikke gis');
  });

  test('what we wrote, sent on and noted in reception is told of, and who read and who was left out is not', () => {
    const report = new Journal().arrives(told())
      .add(JORUNN, MONDAY, { type: 'ReportSeen', version: 1, happenedAt: MONDAY, content: {} })
      .add('system', MONDAY, { type: 'ReportColleagueLeftOut', version: 1, happenedAt: MONDAY, content: { leftOut: [KARI] } })
      .add(JORUNN, MONDAY, { type: 'ReportMadeUrgent', version: 1, happenedAt: MONDAY, content: { danger: 'Han er på vei.', called: '112', calledBy: 'Jorunn', calledWhen: 'nå' } })
      .add(JORUNN, MONDAY, { type: 'ReportHandedOver', version: 2, happenedAt: MONDAY, content: { note: 'Ring i dag.' } })
      .add(KARI, LATER, { type: 'ReportSentOn', version: 1, happenedAt: LATER, content: { transferId: 't', to: { kind: 'OUTSIDE', name: 'Nabokommunen', spokeWith: 'Per' }, outcome: 'UTENFOR_KOMMUNER', basis: 'UKJENT', grounds: 'Bor der.', scope: 'UTDRAG', text: 'Utdraget.', phonedWho: '', phonedWhen: '' } });
    const pieces = reportPassages(open(report)).filter(({ kind }) => kind === 'WORK');
    const words = wordsOf(pieces);
    for (const one of ['Han er på vei.', 'Ring i dag.', 'Nabokommunen', 'Bor der.', 'Utdraget.']) expect(words).toContain(one);
    expect(pieces.map(({ type }) => type)).toEqual(['ReportMadeUrgent', 'ReportHandedOver', 'ReportSentOn']);
    expect(pieces.every(({ id }) => id.length <= 20)).toBe(true);
  });

  test('folkeregisterloven § 10-4: an address that is protected in the case, or said to be secret in any of its reports, stands in no piece of them', () => {
    const file = journal(kari, OPENING);
    file.by(kari, declare());
    const report = new Journal().arrives(told({ person: { ...told().person, address: 'Bakken 2' } }));
    const text = () => JSON.stringify(passagesIn({ state: file.state(), events: file.events, reports: [open(report)] }));
    expect(text()).toContain('Bakken 2');
    file.by(kari, grade('FORTROLIG'));
    expect(text()).not.toContain('Bakken 2');
    const secret = journal(kari, OPENING);
    const both = [open(report), open(new Journal().arrives(told({ person: { ...told().person, protectedAddressHint: true } })))];
    expect(JSON.stringify(passagesIn({ state: secret.state(), events: secret.events, reports: both }))).not.toContain('Bakken 2');
  });
});
