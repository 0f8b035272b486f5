import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { decideCloseCase, type CloseCase } from '../../src/cases/closing.ts';
import type { CaseStart } from '../../src/cases/events.ts';
import { figuresMissing } from '../../src/cases/figures.ts';
import { knownFor } from '../../src/cases/pages/known.ts';
import { stepPath } from '../../src/cases/pages/paths.ts';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import type { FileId } from '../../src/kernel/ids.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { factOf } from '../../src/statistics/fact.ts';
import { addPerson, assessing, classified, classify, close, confirm, declare, END, grade, join, JOIN, keepOut, proposeClosing, recordPerson, serviceTold } from './acts.ts';
import { FILE, kari, lise, OPENING, petter, REPORT, START, TEAM, UNKNOWN } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

const DEAD = { reasons: ['DOD'] } as const;
/** Whoever reported knew little, and whoever assessed was in a hurry. */
const LITTLE: CaseStart = { ...UNKNOWN, violence: ['OKONOMISK'] };

function waiting(start: CaseStart = LITTLE, change: Parameters<typeof proposeClosing>[0] = {}) {
  const file = classified({}, { ...OPENING, start });
  file.by(lise, proposeClosing({ ...DEAD, ...change }));
  file.by(petter, declare());
  return file;
}

const faultsOf = (file: ReturnType<typeof waiting>, input: Partial<CloseCase> = {}) => {
  const decision = decideCloseCase(file.state(), { ...END, correctionId: 'c2', proposal: file.state().proposals, ...input }, { actor: petter, now: file.now(), team: TEAM });
  return decision.ok ? undefined : decision.fields;
};

const ALL = { gender: 'MANN', ageBand: 'A40_54', vulnerability: ['RUS'], relations: ['BARN'], services: ['POLITI'] } as const;

describe('T14: a case is closed with its minimum figures whole (domain reference §3.8)', () => {
  test('what a later report told, or who turned out to be suspected, is not asked once more: the closing knows what the figures count', () => {
    const file = classified({}, { ...OPENING, start: LITTLE });
    file.by(kari, join({ start: { ...JOIN.start, vulnerability: ['DEMENS'], relation: ['UKJENT'] } }));
    expect(figuresMissing(file.state())).toEqual(['gender', 'ageBand', 'relations', 'services']);
    file.by(kari, addPerson('unni', ['MISTENKT']));
    expect(figuresMissing(file.state())).toEqual(['gender', 'ageBand', 'services']);
  });

  test('what nobody has answered is asked, each on its own, and nothing that is there: else the return has «ukjent» where somebody knew', () => {
    const file = waiting();
    expect(figuresMissing(file.state())).toEqual(['gender', 'ageBand', 'vulnerability', 'relations', 'services']);
    expect(faultsOf(file)).toEqual({ gender: 'figure_missing', ageBand: 'figure_missing', vulnerability: 'figure_missing', relations: 'figure_missing', services: 'figure_missing' });
    expect(faultsOf(file, { ...ALL, gender: undefined })).toEqual({ gender: 'figure_missing' });
    file.by(petter, close(undefined, ALL));
    expect(factOf(file.state(), '9901', undefined)).toMatchObject({ gender: 'MANN', ageBand: 'A40_54', vulnerability: ['RUS'], relation: ['BARN'], services: ['POLITI'], violence: ['OKONOMISK'], status: 'AVSLUTTET' });
    expect(file.events.at(-2)).toMatchObject({ type: 'PersonRecorded', actor: petter.userId });
    expect(file.events.at(-2)?.content, 'no answer that was there is written once more').not.toHaveProperty('violence');
  });

  test('a case in which everything was answered is closed as before, and nothing is asked', () => {
    const file = waiting(START);
    expect(figuresMissing(file.state())).toEqual([]);
    file.by(petter, close());
    expect(file.events.map(({ type }) => type)).not.toContain('PersonRecorded');
  });

  test('«ukjent» and «ikke oppgitt» are answers of whoever closes, and what the one who proposed answered is not asked again', () => {
    const file = waiting(LITTLE, { gender: 'UKJENT', ageBand: 'IKKE_OPPGITT', vulnerability: ['UKJENT'], relations: ['UKJENT'] });
    expect(figuresMissing(file.state())).toEqual(['services']);
    expect(file.by(petter, close(undefined, { services: ['UKJENT'] })).status).toBe('AVSLUTTET');
  });

  test('one tick says of all that is left that nobody knows it, and takes no answer away that stands or was given', () => {
    const file = waiting();
    file.by(petter, close(undefined, { gender: 'MANN', figuresUnknown: ['UKJENT'] }));
    expect(factOf(file.state(), '9901', undefined)).toMatchObject({ gender: 'MANN', ageBand: 'UKJENT', violence: ['OKONOMISK'], relation: ['UKJENT'], services: ['UKJENT'] });
  });

  test('an answer that a duty follows from does not end the case before the duty is answered (hol. § 12-3 a)', () => {
    const file = waiting();
    expect(faultsOf(file, { ...ALL, relations: ['ANSATT'] })).toEqual({ relations: 'raises_duty' });
    file.by(petter, recordPerson({ personName: undefined, relations: ['ANSATT'] }));
    expect(file.tries(petter, close(undefined, ALL))).toBe('duties_unanswered');
    file.by(petter, serviceTold);
    expect(file.by(petter, close(undefined, ALL)).start.relation).toEqual(['ANSATT']);
  });

  test('nothing is asked for figures that do not count the case: a strictly confidential address, and a person who keeps out', () => {
    const strict = waiting();
    strict.by(kari, grade('STRENGT'));
    const out = waiting();
    out.by(lise, keepOut());
    expect([strict, out].map((file) => figuresMissing(file.state()))).toEqual([[], []]);
  });
});

test('in a hurry, what a joined report told stands in the assessment and in its form: else it is written as «ukjent» over what somebody knew', () => {
  const file = assessing({ ...OPENING, start: UNKNOWN });
  file.by(kari, join({ start: { ...UNKNOWN, gender: 'UKJENT', ageBand: 'A40_54' } }));
  file.by(kari, join({
    report: REPORT.replace('0001', '0003') as FileId, // an id like the first
    start: { ...UNKNOWN, gender: 'MANN', ageBand: 'UKJENT' },
  }));
  expect(knownFor('proposeClassification', contentFor(kari, file), {}, 'nb').values).toMatchObject({ gender: 'MANN', ageBand: 'A40_54' });
  file.by(kari, classify());
  expect(file.state().proposal).toMatchObject({ classification: { gender: 'MANN', ageBand: 'A40_54' } });
});

test('an assessment that did not know gives way to a report that came after it, and one that knew does not', () => {
  const file = classified({ ageBand: 'A80' }, { ...OPENING, start: UNKNOWN });
  expect(file.state().classification).toMatchObject({ gender: 'UKJENT', ageBand: 'A80' });
  file.by(kari, join({ start: { ...UNKNOWN, gender: 'MANN', ageBand: 'A40_54' } }));
  file.by(lise, classify({ again: true, caseType: 'BOR' }));
  expect(file.state().proposal).toMatchObject({ classification: { gender: 'MANN', ageBand: 'A80' } });
  file.by(lise, classify({ again: true, caseType: 'BOR', gender: 'UKJENT' }));
  expect(file.state().proposal, 'what was answered is what is written').toMatchObject({ classification: { gender: 'UKJENT' } });
});

describe('while a closing waits', () => {
  test('gender, age and services are put right without taking it back, and whoever closes reads them: before, they stood as one hurried person had written them', () => {
    const file = waiting(START);
    file.by(lise, recordPerson({ personName: undefined, gender: 'ANNET', ageBand: 'A67_79', services: ['FASTLEGE', 'POLITI'] }));
    expect(file.state().status).toBe('TIL_AVSLUTNING');
    const page = renderToStaticMarkup(<StepPage model={contentFor(petter, file)} request={requestOf({ actor: petter, path: stepPath(FILE, 'closeCase') })} />);
    expect(page).toContain('Tallene om saken');
    expect(page).toMatch(/Annet.*67–79 år.*Fastlege/s);
    expect(page, 'nothing is missing, so nothing is asked').not.toMatch(/name="(gender|services)"/);
    file.by(petter, close());
    expect(factOf(file.state(), '9901', undefined)).toMatchObject({ gender: 'ANNET', ageBand: 'A67_79', services: ['FASTLEGE', 'POLITI'] });
  });

  test('both forms list what is missing and ask for it, and keep what was typed when something else is wrong', () => {
    const file = waiting();
    const path = stepPath(FILE, 'closeCase');
    const open = renderToStaticMarkup(<StepPage model={contentFor(petter, file)} request={requestOf({ actor: petter, path })} />);
    expect(open).toContain('Dette mangler i tallene om saken');
    expect(open).toMatch(/name="gender"/);
    expect(open, 'said already').not.toMatch(/name="violence"/);
    const back = renderToStaticMarkup(<StepPage model={contentFor(petter, file)} request={requestOf({ actor: petter, path, form: [['gender', 'MANN']], refused: refuse('bad_input', { services: 'figure_missing' }) })} />);
    expect(back).toMatch(/value="MANN"[^>]*checked|checked[^>]*value="MANN"/);
    expect(back).toContain('Svar her, eller kryss av for at det er ukjent.');
  });
});

test('a correction holds in a proposal that waits, too: its confirmation would else bring the old answer back', () => {
  const file = classified();
  file.by(lise, classify({ again: true, caseType: 'KAN' }));
  file.by(kari, recordPerson({ personName: undefined, gender: 'MANN' }));
  expect(file.by(kari, confirm()).classification).toMatchObject({ caseType: 'KAN', gender: 'MANN' });
});

test('in a strictly confidential case no form shows the services: what is put right beside them takes none away', () => {
  const file = classified();
  file.by(kari, grade('STRENGT'));
  file.by(kari, recordPerson({ personName: undefined, gender: 'MANN', services: ['POLITI'] }));
  expect(file.state().classification?.services).toEqual(['HJEMMETJENESTE', 'POLITI']);
});
