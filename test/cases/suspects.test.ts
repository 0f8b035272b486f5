import { describe, expect, test } from 'vitest';
import { decideAdditionsTold } from '../../src/cases/added.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { homeRefusal } from '../../src/cases/documents.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { consentFault, fallenDisclosures, fallenSince, guardianMayBeNeeded } from '../../src/cases/sharing.ts';
import { decideAddPerson, decideChangePerson, type AddPerson, type ChangePerson } from '../../src/cases/steps/share.ts';
import { told } from '../../src/cases/told.ts';
import { asId } from '../../src/kernel/ids.ts';
import { DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { NO_DIALOGUE } from '../../src/reports/dialogue.ts';
import type { ReportContent } from '../../src/reports/public.ts';
import { addPerson, assessCapacity, classified, changePerson, join, JOIN, othersConsent, recordPerson, share, takeIn } from './acts.ts';
import { journal, kari, lise, OPENING, REPORT, START, type Journal } from './journal.ts';

const around = (relatedId: string, relatedName: string, parts: AddPerson['parts'], more: Partial<AddPerson> = {}): Parameters<Journal['by']>[1] => (state, ctx) => decideAddPerson(state, { relatedId, relatedName, parts, relation: 'BARN', ...more }, ctx, () => []);
const said = (related: string, parts: AddPerson['parts'], more: Partial<ChangePerson> = {}): Parameters<Journal['by']>[1] => (state, ctx) => decideChangePerson(state, { related, parts, ...more }, ctx, () => []);

/** Ragnhild’s daughter Unni Lie has consented for her, and the bank was told. */
function consented() {
  const file = classified();
  file.by(kari, around('unni', 'Unni Lie', ['PARORENDE'], { livesWith: 'JA' }));
  file.by(kari, assessCapacity('MANGLER'));
  file.by(kari, othersConsent('unni', 'c2'));
  file.by(lise, share('SAMTYKKE_PARORENDE', 'd1'));
  file.wait(12 * DAY_MS);
  return file;
}

const part = (n: number, more: Partial<ReportContent>) => ({ at: START.receivedAt, order: n, report: { childrenInHome: 'nei', relation: [], violence: [], danger: 'nei', ...more } as ReportContent }); // of a report only what is asked of it here
const added = (more: Partial<ReportContent>): Parameters<Journal['by']>[1] => (state) => decideAdditionsTold(state, REPORT, { contents: [part(0, {}), part(1, more)], dialogue: NO_DIALOGUE, partsThen: 1 });

/** A case about the same person, in which the neighbours call the daughter a suspect. */
function another() {
  const file = journal(kari, { ...OPENING, reference: '2026-XXXXX2', reports: [asId<'file'>('20000000-0000-4000-8000-000000000009')] });
  file.by(kari, around('u9', 'Unni Lie', ['MISTENKT']));
  return file;
}

const WAYS: readonly (readonly [string, (file: Journal) => void])[] = [
  ['written down as the suspect’s name', (file) => file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie' }))],
  ['with a slip in the name', (file) => file.by(kari, recordPerson({ personName: undefined, suspectName: 'Uni Lie' }))],
  ['ticked as suspected on the one who stands there', (file) => file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT']))],
  ['named in a report that joins the case', (file) => file.by(kari, join({ start: { ...JOIN.start, suspectName: 'Datteren Unni' } }))],
  ['put right in a report that joined', (file) => { file.by(kari, join()); file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie', saidIn: JOIN.report })); }],
  ['named in what was added to a report later', (file) => file.by(kari, added({ suspectName: 'Unni Lie' }))],
  ['named in a report of a case that becomes part of this one', (file) => file.by(kari, takeIn(journal(kari, { ...OPENING, reports: [asId<'file'>('20000000-0000-4000-8000-000000000008')], start: { ...START, suspectName: 'Unni Lie' } }).state()))],
  ['around the person as suspected in a case that becomes part of this one', (file) => file.by(kari, takeIn(another().state()))],
];

describe('a relative who consented becomes a suspect: whichever way it becomes known, her word carries nothing any more (hpl § 22)', () => {
  test.each(WAYS)('%s', (_, happens) => {
    const file = consented();
    const before = file.now();
    happens(file);
    const state = file.state();
    const [consent] = state.consents;
    expect(consent && consentFault(state, consent, osloDay(file.now()))).toBe('FALLEN');
    expect(fallenDisclosures(state).map(({ disclosureId }) => disclosureId)).toEqual(['d1']);
    expect(clocks(state, NO_CHANGES, file.now()).map(({ clock }) => clock)).toContain('SHARING_REVIEW');
    expect(file.tries(kari, othersConsent('unni', 'c9'))).toBe('consent_from_suspect');
    expect(file.tries(lise, share('SAMTYKKE_PARORENDE', 'd5'))).toBe('no_consent');
    expect(guardianMayBeNeeded(state), 'vgml § 57').toBe(true);
    expect(homeRefusal(state, told({ state, reports: [] })), 'she lives there').toBe('suspect_at_home');
    if (!_.includes('added to')) expect((fallenSince(state) ?? '') >= before, 'the clock runs from when it became known here').toBe(true);
  });

  test('already in the report when the daughter is added with her part: nothing is accepted from her, and the brother of another name answers', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, suspectName: 'Unni Lie' } });
    expect(file.tries(kari, around('unni', 'Unni Lie', ['PARORENDE']))).toBe('reported_suspect');
    file.by(kari, around('kaare', 'Kåre Lie', ['PARORENDE']));
    file.by(kari, assessCapacity('MANGLER'));
    expect(file.by(kari, othersConsent('kaare', 'c3')).consents).toHaveLength(1);
  });
});

describe('somebody of the same name', () => {
  test('is somebody else as soon as one says so, and what was shared stands', () => {
    const file = consented();
    file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie' }));
    expect(fallenDisclosures(file.state())).toHaveLength(1);
    file.by(kari, said('unni', ['PARORENDE'], { namesake: ['EN_ANNEN'] }));
    expect(fallenDisclosures(file.state())).toEqual([]);
    expect(file.by(lise, share('SAMTYKKE_PARORENDE', 'd5')).disclosures).toHaveLength(2);
  });

  test('said to be another than the one in one report: a later report that names her is asked about anew', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, suspectName: 'Unni Lie' } });
    file.by(kari, around('unni', 'Unni Lie', ['PARORENDE'], { namesake: ['EN_ANNEN'] }));
    expect(file.state().related[0]?.suspected).toBeUndefined();
    file.by(kari, said('unni', ['PARORENDE', 'STOTTE']));
    expect(file.state().related[0]?.suspected, 'a change of part does not take it back').toBeUndefined();
    expect(file.by(kari, join({ start: { ...JOIN.start, suspectName: 'Unni Lie' } })).related[0]?.suspected).toBeDefined();
  });

  test('what nobody says of the suspect any more weighs on nobody', () => {
    const file = consented();
    file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie' }));
    file.by(kari, recordPerson({ correctionId: 'k2', personName: undefined, suspectName: 'Terje Moe' }));
    expect(fallenDisclosures(file.state())).toEqual([]);
  });

  test('the first suspicion counts for the clock: to be ticked as the one who is named does not begin it anew', () => {
    const file = consented();
    file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie' }));
    const since = fallenSince(file.state());
    file.wait(2 * DAY_MS);
    file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT']));
    expect(since).toBeDefined();
    expect(fallenSince(file.state())).toBe(since);
  });

  test('«sønnen» and «datteren» are not the same, and a word for nobody names nobody', () => {
    const file = classified();
    file.by(kari, addPerson('datteren'));
    for (const suspectName of ['Sønnen', 'Ukjent', 'Terje']) expect(file.by(kari, recordPerson({ correctionId: suspectName, personName: undefined, suspectName })).related[0]?.suspected, suspectName).toBeUndefined();
    expect(file.by(kari, recordPerson({ correctionId: 'k9', personName: undefined, suspectName: 'Datteren' })).related[0]?.suspected).toBeDefined();
  });
});

test('GDPR art. 15: whom an addition names as the suspect is a piece of its own when the case is shown, as in the report', () => {
  const file = consented();
  file.by(kari, added({ suspectName: 'Unni Lie', childrenInHome: 'ja' }));
  const pieces = passagesOf(file.events).filter(({ type }) => type === 'AdditionTold');
  expect(pieces.map(({ kind, said: answers }) => [kind, answers.map(({ name }) => name)])).toEqual([['TOLD', ['children']], ['SUSPECT', ['suspectName']]]);
});
