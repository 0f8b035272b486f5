import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELDS, fieldsOf, mostRequired } from '../../src/cases/fields.ts';
import { CONDITIONS } from '../../src/cases/conditions.ts';
import { guard } from '../../src/cases/guard.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { CASE_STATUSES, CLOSED_STATUSES, isClosed, OPEN_STATUSES, PHASE_OF, PHASES } from '../../src/cases/status.ts';
import { workflowDocument } from '../../src/cases/workflow-document.ts';
import { STEP_KEYS, WORKFLOW, type StepKey } from '../../src/cases/workflow.ts';
import { privacyWorkflowDocument } from '../../src/privacy/workflow-document.ts';
import { PRIVACY_WORKFLOW } from '../../src/privacy/workflow.ts';
import { assessing, classified, classify, closed, closing, CLASSIFY, CLOSE, END, FINDINGS, NOT_A_CASE, PLAN, RAISE, raise } from './acts.ts';
import { kari, lise, omar, TEAM, type Journal } from './journal.ts';

const DOCUMENT = new URL('../../docs/workflow.md', import.meta.url);

describe('simple first', () => {
  test('no step ever requires more than five answers', () => {
    expect(STEP_KEYS.filter((key) => mostRequired(WORKFLOW[key]) > 5)).toEqual([]);
  });

  test('advice only, from receipt to closed, takes at most twelve required answers in all steps together', () => {
    const path: StepKey[] = ['openCase', 'handOver', 'declareImpartiality', 'proposeNotACase', 'declareImpartiality', 'confirmNotACase'];
    expect(path.reduce((sum, key) => sum + mostRequired(WORKFLOW[key]), 0)).toBeLessThanOrEqual(12);
    expect(path.map((key) => WORKFLOW[key].event)).toEqual(['CaseOpened', 'HandedOver', 'ImpartialityDeclared', 'NotACaseProposed', 'ImpartialityDeclared', 'NotACaseConfirmed']);
  });

  test('four phases cover every status', () => {
    expect(new Set(CASE_STATUSES.map((status) => PHASE_OF[status]))).toEqual(new Set(PHASES));
    expect([...OPEN_STATUSES, ...CLOSED_STATUSES].sort()).toEqual([...CASE_STATUSES].sort());
  });
});

describe('the table', () => {
  test('carries out T1–T21, the last two with a table of their own', () => {
    const numbers = new Set([...STEP_KEYS.map((key) => WORKFLOW[key].number), ...Object.values(PRIVACY_WORKFLOW).map(({ number }) => number)]);
    expect([...numbers].filter((number) => number.startsWith('T')).sort()).toEqual(['T1', 'T10', 'T11', 'T12', 'T13', 'T14', 'T15', 'T16', 'T17', 'T18', 'T19', 'T2', 'T20', 'T21', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9']);
  });

  test('leaves no status without a way in and no open status without a way out', () => {
    const moves = STEP_KEYS.flatMap((key) => WORKFLOW[key].moves).filter(([from, to]) => from !== to);
    expect(CASE_STATUSES.filter((status) => !moves.some(([, to]) => to === status))).toEqual([]);
    expect(OPEN_STATUSES.filter((status) => !moves.some(([from]) => from === status))).toEqual([]);
    expect(moves.filter(([from]) => from !== 'NY' && isClosed(from)), 'but for reopening, alone or by a report that joins').toEqual([['AVSLUTTET', 'UNDERSOKES'], ['AVSLUTTET', 'UNDERSOKES']]);
  });

  test('two people’s steps always demand another person', () => {
    const another = (key: StepKey) => WORKFLOW[key].conditions.some((condition) => condition.startsWith('ANOTHER_THAN'));
    expect(STEP_KEYS.filter(another)).toEqual(['lowerAkutt', 'confirmTransfer', 'confirmClassification', 'confirmNotACase', 'closeCase', 'confirmLowering']);
    const [raised, proposed, ends] = [assessing(), assessing(), closing()];
    raised.by(kari, raise());
    proposed.by(kari, classify());
    const lowers = { ...raised.state(), address: { ...raised.state().address, lowering: { by: kari.userId, at: raised.now(), no: 1, source: 'POLITI' as const, level: 'UGRADERT' as const, grounds: 'Vedtaket er opphevet.' } } };
    const first = [['ANOTHER_THAN_RAISER', raised.state(), kari], ['ANOTHER_THAN_PROPOSER', proposed.state(), kari], ['ANOTHER_THAN_CLOSER', ends.state(), lise], ['ANOTHER_THAN_LOWERER', lowers, kari]] as const;
    expect(first.map(([condition]) => condition).toSorted()).toEqual([...new Set(STEP_KEYS.flatMap((key) => WORKFLOW[key].conditions).filter((one) => one.startsWith('ANOTHER_THAN')))].sort());
    const met = (actor: typeof kari | undefined) => first.map(([condition, state, proposer]) => CONDITIONS[condition].met(state, { actor: actor ?? proposer, now: ends.now(), team: TEAM }));
    expect([met(undefined), met(omar)], 'whoever began it is refused, and nobody else').toEqual([[false, false, false, false], [true, true, true, true]]);
  });

  test('asks for every field somewhere, and for none that does not exist', () => {
    const asked = new Set(STEP_KEYS.flatMap((key) => fieldsOf(WORKFLOW[key])));
    expect([...asked].sort()).toEqual(Object.keys(FIELDS).sort());
  });

  test('and the answers that the other tests give fit together: every required field is a name the rules read', () => {
    const samples: Partial<Record<StepKey, object>> = {
      raiseAkutt: RAISE, proposeClassification: CLASSIFY, proposeNotACase: NOT_A_CASE, startInvestigation: PLAN, concludeInvestigation: FINDINGS, proposeClosing: CLOSE, closeCase: END,
    };
    for (const [key, sample] of Object.entries(samples)) {
      const step = WORKFLOW[key as StepKey]; // the keys of the record above
      expect(step.required.filter((name) => !(name in sample)), key).toEqual([]);
      expect(Object.keys(sample).filter((name) => !fieldsOf(step).some((field) => field === name)), key).toEqual([]);
    }
  });

  test('docs/workflow.md says what the table says (WRITE_DOCS=1 writes it anew)', () => {
    const whole = `${workflowDocument()}${privacyWorkflowDocument()}`;
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(DOCUMENT, whole);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(whole);
  });
});

describe('«Neste steg»', () => {
  const SAFETY: readonly StepKey[] = ['assessRisk', 'markRiskFactors', 'writeSafetyPlan', 'postponeSafetyPlan', 'suspectChanged', 'recordProtection'];
  const SHARING: readonly StepKey[] = ['askForMeeting', 'informPerson', 'informSuspect', 'recordWish', 'recordDeclined', 'answerAverting', 'recordChildDuty', 'closeWay', 'recordCoordination', 'recordInterpreter', 'addPerson', 'assessCapacity', 'recordConsent', 'discloseOut', 'discloseIn', 'askExpert'];
  /** open to whoever of the team reads the case, wherever it stands */
  const SECRECY: readonly StepKey[] = ['writeWarning', 'seeReporter', 'protectAddress'];
  const DOCUMENTS: readonly StepKey[] = ['draftDocument', 'editDocument', 'finaliseDocument', 'recordSending'];
  const all = (file: Journal, actor = kari) => nextSteps(file.state(), { actor, now: file.now(), team: TEAM }).filter((step) => step.allowed).map(({ step }) => step);
  const open = (file: Journal, actor = kari) => all(file, actor).filter((step) => !SHARING.includes(step) && !SECRECY.includes(step) && !SAFETY.includes(step) && !DOCUMENTS.includes(step) && WORKFLOW[step].number !== 'T20');
  const why = (file: Journal, step: StepKey, actor = kari) => nextSteps(file.state(), { actor, now: file.now(), team: TEAM }).find((one) => one.step === step);

  test('shows exactly what this person may do now', () => {
    expect(all(assessing()).filter((step) => SHARING.includes(step)), 'the person’s voice, duties, people, consent and sharing while the case is open').toEqual(SHARING);
    expect(all(assessing()).filter((step) => SAFETY.includes(step)), 'what protects does not wait for the case to come further').toEqual(SAFETY);
    expect(all(closed()).filter((step) => SHARING.includes(step) || SAFETY.includes(step))).toEqual([]);
    expect(open(assessing())).toEqual(['declareImpartiality', 'raiseAkutt', 'proposeTransfer', 'proposeClassification', 'classifyProvisionally', 'proposeNotACase', 'adviseOnly', 'decideMeasure', 'writeNote', 'writeNightCard', 'grantAccess']);
    expect(open(classified(), lise)).toEqual(['declareImpartiality', 'raiseAkutt', 'proposeReclassification', 'startInvestigation', 'decideMeasure', 'proposeEarlyClosing', 'writeNote', 'writeNightCard']);
    expect(open(closed())).toEqual(['declareImpartiality', 'reopenCase', 'grantAccess']);
  });

  test('a person’s own rights can be met at any time, also of a closed case', () => {
    for (const file of [assessing(), classified(), closed()]) expect(all(file).filter((step) => WORKFLOW[step].number === 'T20')).toEqual(['recordPerson', 'restrictUse', 'recordObjection', 'recordFiguresWish', 'recordReservation']);
  });

  test('and why the rest is closed', () => {
    expect(why(classified(), 'startInvestigation')).toMatchObject({ allowed: false, because: 'not_case_lead' });
    expect(why(classified(), 'concludeInvestigation')).toMatchObject({ allowed: false, because: 'wrong_status' });
    expect(why(assessing(), 'confirmClassification')).toMatchObject({ because: 'nothing_proposed' });
    expect(why(assessing(), 'proposeClassification', omar)).toMatchObject({ because: 'impartiality_first' });
    expect(why(closing(), 'closeCase')).toMatchObject({ allowed: true });
  });

  test('is the guard of the rules themselves, not a second opinion', () => {
    const file = classified();
    const ctx = { actor: lise, now: file.now(), team: TEAM };
    for (const next of nextSteps(file.state(), ctx)) expect(guard(next.step, file.state(), ctx)?.code).toBe(next.allowed ? undefined : next.because);
  });
});
