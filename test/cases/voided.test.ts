import { describe, expect, test } from 'vitest';
import { dayNeed } from '../../src/cases/day.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, averting, classify, close, closing, confirmNotACase, confirmTransfer, declare, followingUp, join, notACase, note, proposeClosing, readReport, takeIn, transfer } from './acts.ts';
import { asId } from '../../src/kernel/ids.ts';
import { journal, kari, lise, OPENING, petter, type Journal } from './journal.ts';

const day = (file: Journal, who: typeof kari, standing: 'coordinator' | 'case_lead') => dayNeed({ ...projectCase(file.state(), NO_CHANGES), besides: undefined }, { ...who, standing, mustDeclare: false }, file.now())?.reason;
const elsewhere = () => journal(kari, { ...OPENING, reference: '2026-XXXXX2', reports: [asId<'file'>('20000000-0000-4000-8000-000000000009')] }).state();

describe('a proposal to end a case falls with what comes into it: nothing is closed over a report that nobody had read', () => {
  test('a closing, by a report', () => {
    const file = closing();
    const before = file.state().proposals;
    const state = file.by(petter, join());
    expect(state).toMatchObject({ status: 'OPPFOLGING', closingProposal: undefined, voided: { kind: 'CLOSING', by: lise.userId } });
    file.by(petter, declare());
    expect(file.tries(petter, close(before))).toBe('wrong_status');
    file.by(lise, readReport);
    file.by(lise, averting());
    file.by(lise, proposeClosing());
    expect(file.by(petter, close()).status).toBe('AVSLUTTET');
  });

  test('a closing, by another case that becomes part of it', () => {
    const state = closing().by(kari, takeIn(elsewhere()));
    expect(state).toMatchObject({ status: 'OPPFOLGING', voided: { kind: 'CLOSING' } });
  });

  test.each([['NOT_A_CASE', notACase(), confirmNotACase], ['TRANSFER', transfer, confirmTransfer]] as const)('%s', (kind, propose, confirm) => {
    const file = assessing();
    file.by(kari, propose);
    const state = file.by(petter, join());
    expect(state).toMatchObject({ proposal: undefined, voided: { kind, by: kari.userId } });
    file.by(lise, declare());
    expect(file.tries(lise, confirm)).toBe('nothing_proposed');
  });

  test('one to classify stands: what is assessed is read with it', () => {
    const file = assessing();
    file.by(kari, classify());
    expect(file.by(petter, join()).proposal?.kind).toBe('CLASSIFICATION');
  });

  test('an older entry, which says nothing of it, left the proposal as it was', () => {
    const file = assessing();
    file.by(kari, notACase());
    file.by(petter, join());
    const older = file.events.map((event) => (event.type === 'ReportJoined' ? { ...event, content: { report: event.content.report, reference: event.content.reference, leftOut: event.content.leftOut, start: event.content.start } } : event));
    expect(foldCase(older).proposal?.kind).toBe('NOT_A_CASE');
  });

  test('whoever proposed it finds it on their day until they have been in the case', () => {
    const file = assessing();
    file.by(kari, notACase());
    file.by(petter, join());
    expect(day(file, kari, 'coordinator')).toBe('proposal_voided');
    expect(day(file, petter, 'coordinator')).not.toBe('proposal_voided');
    file.by(kari, note());
    expect(day(file, kari, 'coordinator')).not.toBe('proposal_voided');
  });
});

describe('a report that whoever leads the case has not read', () => {
  test('stands in the way of closing, also where the closing was proposed after it came', () => {
    const file = followingUp();
    file.by(petter, declare());
    file.by(kari, join());
    file.by(lise, proposeClosing());
    expect(file.tries(petter, close())).toBe('report_unread');
    file.by(lise, readReport);
    file.by(lise, averting());
    expect(file.tries(petter, close())).toBeUndefined();
  });

  test('lies unread with nobody where nobody leads: then whoever took it in has read it', () => {
    const file = assessing();
    file.by(petter, join());
    file.by(petter, averting());
    file.by(petter, notACase());
    expect(file.tries(lise, confirmNotACase)).toBeUndefined();
  });
});
