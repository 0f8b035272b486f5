import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../src/cases/case.ts';
import type { DecisionContext } from '../../src/cases/conditions.ts';
import { homeRefusal, safeWays } from '../../src/cases/documents.ts';
import { tracedIn } from '../../src/cases/file.ts';
import { decideWriteNightCard, nightCardOf } from '../../src/cases/night-card.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { aliasOf } from '../../src/cases/projection.ts';
import { asTicked, decideCloseWay, decideRecordPerson, type PersonCompared, type RecordPerson } from '../../src/cases/steps/person.ts';
import { namesWritten } from '../../src/cases/namesakes.ts';
import { worksWords } from '../../src/cases/pages/works-words.ts';
import { placesTold, told } from '../../src/cases/told.ts';
import { colleaguesAt, veiled, workplaceIn } from '../../src/reports/public.ts';
import { recused } from '../../src/staff/public.ts';
import { factOf } from '../../src/statistics/fact.ts';
import { addPerson, assessing, changePerson, classified, closed, COMPARED, grade, investigating, JOIN, join, mergeInto, writeCard } from './acts.ts';
import { journal, kari, lise, OPENING, petter, START } from './journal.ts';

const records = (change: Partial<RecordPerson>, compared: Partial<PersonCompared> = {}) => (state: CaseState, ctx: DecisionContext) =>
  decideRecordPerson(state, { correctionId: `k${JSON.stringify(change).length}`, knownFrom: 'Personen selv, på telefon', ...change }, ctx, { ...COMPARED, ...compared });
const closeWay = (unsafeWay: string) => (state: CaseState, ctx: DecisionContext) => decideCloseWay(state, { unsafeWay, knownFrom: 'Dagsenteret: sønnen henter henne nå.' }, ctx);
/** Somebody who came without a name. */
function unnamed() {
  const file = journal(kari, { ...OPENING, start: { ...START, person: { alias: 'Rød', protectedAddressHint: false } } });
  file.by(lise, (state, ctx) => ({ ok: true, value: state.impartial.includes(ctx.actor.userId) ? [] : [{ type: 'ImpartialityDeclared', version: 1, happenedAt: ctx.now, content: { connection: 'INGEN' } }] }));
  return file;
}

describe('what a report said of the person', () => {
  test('GDPR art. 16: a misspelt name is put right everywhere from then on, and the journal still holds what was said before', () => {
    const file = classified();
    const state = file.by(lise, records({ personName: 'Borgny Lian', birthYear: '1938', phone: '55 55 01 44' }));
    expect(state.start.person).toMatchObject({ name: 'Borgny Lian', birthYear: 1938, phone: '55 55 01 44', safeContact: START.person.safeContact });
    expect(aliasOf(state)).toBe('B.L.');
    expect(tracedIn(state)).toMatchObject({ trace: { names: ['Borgny Lian'], birthYears: [1938] }, phones: ['55 55 01 44'] });
    expect(file.events[0]).toMatchObject({ type: 'CaseOpened', content: { start: { person: { name: 'Borghild Lian' } } } });
    expect(file.events.at(-1)).toMatchObject({ type: 'PersonRecorded', actor: lise.userId, content: { knownFrom: 'Personen selv, på telefon' } });
  });

  test('GDPR art. 16: somebody who came as «Rød» gets a name, is found by it, and keeps the alias in the lists', () => {
    const file = unnamed();
    const state = file.by(kari, records({ personName: 'Borghild Lian' }));
    expect(aliasOf(state)).toBe('Rød');
    expect(tracedIn(state).trace.names).toEqual(['Borghild Lian']);
  });

  test('a wrong name that nobody has the right one of is taken away, and no list shows its initials', () => {
    const state = classified().by(kari, records({ personGone: ['NAVN', 'FODSELSAR'] }));
    expect(state.start.person).not.toHaveProperty('name');
    expect(aliasOf(state)).toBeUndefined();
    expect(tracedIn(state).trace).toMatchObject({ names: [], birthYears: [] });
  });

  test('R2 and R3: figures count what is known now of violence, vulnerability and relation, not the first caller’s guess', () => {
    const state = classified().by(lise, records({ violence: ['FYSISK', 'PSYKISK'], vulnerability: ['RUS'], relations: ['BARN'] }));
    expect(factOf(state, '9901', undefined)).toMatchObject({ violence: ['FYSISK', 'PSYKISK'], vulnerability: ['RUS'], relation: ['BARN'] });
  });

  test('only what changes is written: a prefilled form writes nothing anew, and one that changes nothing says so', () => {
    const file = classified();
    const before = { personName: 'Borghild Lian', birthYear: '1939', violence: ['OKONOMISK'], vulnerability: ['DEMENS'], relations: ['BARNEBARN'] } as const;
    expect(file.tries(kari, records(before))).toBe('nothing_changed');
    file.by(kari, records({ ...before, birthYear: '1940' }));
    expect(file.events.at(-1)?.content).toEqual({ correctionId: expect.any(String), knownFrom: 'Personen selv, på telefon', grounds: undefined, person: { birthYear: 1940, protectedAddressHint: false }, gone: [] });
  });

  test('a list that everything was unticked in is empty from then on, as the page shows it', () => {
    const file = classified();
    const form = (change: Partial<RecordPerson>) => records(asTicked({ wholeForm: 'ja', correctionId: 'k9', knownFrom: 'Personen selv, på telefon', personName: 'Borgny Lian', ...change }));
    const state = file.by(kari, form({ relations: ['BARNEBARN'] }));
    expect(state.start).toMatchObject({ vulnerability: [], violence: [], relation: ['BARNEBARN'] });
    expect(file.events.at(-1)?.content).toMatchObject({ vulnerability: [], violence: [] });
    expect(file.events.at(-1)?.content, 'what stands as it was is not written').not.toHaveProperty('relation');
  });

  test('a case that was merged is put right in the one that went on: nobody would read it here', () => {
    const other = assessing();
    other.by(kari, mergeInto(assessing().state()));
    expect(other.tries(kari, records({ personName: 'Borgny Lian' }))).toBe('case_closed');
  });

  test('the same form sent twice is one entry', () => {
    const file = classified();
    for (const _twice of [1, 2]) file.by(kari, records({ personName: 'Borgny Lian' }));
    expect(file.events.filter(({ type }) => type === 'PersonRecorded')).toHaveLength(1);
  });

  test('a year that is none is refused with its field, and so is a correction that nobody says the source of', () => {
    const file = classified();
    const faults = (change: Partial<RecordPerson>) => decideRecordPerson(file.state(), { correctionId: 'x', knownFrom: 'Hun sa det', ...change }, { actor: kari, now: file.now(), team: [] }, COMPARED);
    for (const birthYear of ['39', '1799', '2099', 'i fjor']) expect(faults({ birthYear })).toMatchObject({ fields: { birthYear: 'no_such_year' } });
    expect(faults({ personName: 'Borgny', knownFrom: '' })).toMatchObject({ fields: { knownFrom: 'missing' } });
  });

  test('GDPR art. 16: a closed case is put right, too', () => {
    expect(closed().by(kari, records({ personName: 'Borgny Lian' })).start.person.name).toBe('Borgny Lian');
  });

  test('fvl § 6: a colleague who is called as the person or the suspect, now that the name is known, reads the case no longer', () => {
    const staff = (name: string) => recused([{ userId: petter.userId, name: 'Petter Rosten' }, { userId: lise.userId, name: 'Lise Ranum' }], { names: [name], text: '' });
    const file = classified();
    expect(file.by(kari, records({ personName: 'Borghild Rosten' }, { namesakes: staff })).excluded).toEqual([petter.userId]);
    expect(file.by(kari, records({ suspectName: 'Geir Ranum' }, { namesakes: staff }))).toMatchObject({ excluded: [petter.userId, lise.userId], lead: undefined, start: { suspectName: 'Geir Ranum' } });
  });

  test('whoever asks to see the case gets a corrected suspect as a passage of its own, as the report’s was', () => {
    const file = classified();
    file.by(kari, records({ suspectName: 'Geir Lian', phone: '55 55 01 44' }));
    const pieces = passagesOf(file.events).filter(({ type }) => type === 'PersonRecorded');
    expect(pieces.map(({ kind }) => kind)).toEqual(['WORK', 'SUSPECT']);
    expect(JSON.stringify(pieces[0])).not.toContain('Geir Lian');
  });
});

describe('where somebody it is about works, told in words after the case was opened (fvl § 6)', () => {
  const staff = [
    { userId: kari.userId, unit: 'Felles mottak', roles: ['KOORDINATOR', 'MOTTAK'] }, { userId: petter.userId, unit: 'Felles mottak', roles: ['KOORDINATOR'] }, { userId: lise.userId, unit: 'Hjemmetjenesten i Lia', roles: ['TEAMMEDLEM'] },
  ];
  const workmates: PersonCompared['workmates'] = (place, out) => colleaguesAt(staff, { out, reserve: undefined }, place);

  test('is written down, told before the question, and leaves out whoever works there, the lead, too', () => {
    const file = classified();
    const state = file.by(kari, records({ worksWhere: 'Hjemmetjenesten i Lia, natt' }, { workmates }));
    expect(state).toMatchObject({ excluded: [lise.userId], lead: undefined, start: { worksWhere: 'Hjemmetjenesten i Lia, natt' } });
    expect(workplaceIn(placesTold({ state, reports: [] }, false))).toEqual({ where: ['Hjemmetjenesten i Lia, natt'] });
    expect(file.by(kari, records({ personGone: ['ARBEIDSSTED'] })).start.worksWhere).toBeUndefined();
    const others = classified();
    expect(others.by(kari, records({ worksWhere: 'Felles mottak' }, { workmates })).excluded, 'it would leave no coordinator').toEqual([]);
  });

  test('never takes the case away from its last coordinator, however many were left out before', () => {
    const two = [{ userId: kari.userId, unit: 'Felles mottak', roles: ['KOORDINATOR'] }, { userId: petter.userId, unit: 'Hjemmetjenesten', roles: ['KOORDINATOR'] }];
    const file = classified();
    file.by(lise, records({ suspectName: 'Kari Nordmo' }, { namesakes: () => [kari.userId] }));
    const state = file.by(lise, records({ worksWhere: 'Hjemmetjenesten' }, { workmates: (place, out) => colleaguesAt(two, { out, reserve: undefined }, place) }));
    expect(state).toMatchObject({ excluded: [kari.userId], start: { worksWhere: 'Hjemmetjenesten' } });
  });

  test('a place that was false is taken away whole: what the report said of working in a service stands as before', () => {
    const file = classified();
    const works = (state: CaseState) => [worksWords(state.start, 'nb'), workplaceIn(placesTold({ state, reports: [] }, false))];
    expect(works(file.state())).toEqual([undefined, undefined]);
    expect(works(file.by(kari, records({ worksWhere: 'Lia sykehjem' })))).toEqual(['Ja · Lia sykehjem', { where: ['Lia sykehjem'] }]);
    expect(works(file.by(kari, records({ personGone: ['ARBEIDSSTED'] })))).toEqual([undefined, undefined]);
    const reported = journal(kari, { ...OPENING, start: { ...START, worksInService: 'JA', worksWhere: 'Lia sykehjem' } });
    expect(works(reported.by(kari, records({ personGone: ['ARBEIDSSTED'] })))).toEqual(['Ja', { where: [] }]);
  });

  test('is told of an addition to a report as of the report, and never with a place where the address is secret', () => {
    const state = classified().state();
    const told = (added: object) => workplaceIn(placesTold({ state, reports: [{ contents: [{}, added].map((one) => ({ at: START.receivedAt, report: { person: { protectedAddressHint: false }, ...one } as never })) }] }, false)); // of a report only what is asked of it here
    expect(told({})).toBeUndefined();
    expect(told({ worksInService: 'ja', worksWhere: 'Lia sykehjem' })).toEqual({ where: ['Lia sykehjem'] });
    expect(told({ worksWhere: 'Lia sykehjem', person: { protectedAddressHint: true } })).toEqual({ where: [] });
    const graded = classified();
    graded.by(kari, grade('FORTROLIG'));
    expect(workplaceIn(placesTold({ state: { ...graded.state(), start: { ...START, worksWhere: 'Lia sykehjem' } }, reports: [] }, false))).toEqual({ where: [] });
  });
});

describe('what a report that joined the case said of the person', () => {
  const said = { ...JOIN, start: { ...JOIN.start, person: { ...JOIN.start.person, name: 'Borgild Li', birthYear: 1941 }, suspectName: 'Geir' } };

  test('GDPR art. 16: is put right as the first report’s, and by its old name nobody finds the case any more', () => {
    const file = classified();
    file.by(kari, join(said));
    expect(tracedIn(file.state()).trace.names).toEqual(['Borghild Lian', 'Borgild Li']);
    const state = file.by(lise, records({ saidIn: JOIN.report, personName: 'Borghild Lian', suspectName: 'Geir Lian', personGone: ['FODSELSAR'] }));
    expect(state.start).toEqual(START);
    expect(state.joined[0]?.start).toMatchObject({ person: { name: 'Borghild Lian' }, suspectName: 'Geir Lian' });
    expect(tracedIn(state).trace).toMatchObject({ names: ['Borghild Lian'], birthYears: [1939] });
    expect(file.events.at(-1)).toMatchObject({ type: 'PersonRecorded', content: { reportId: JOIN.report, reference: JOIN.reference, gone: ['FODSELSAR'] } });
    expect(file.events.find(({ type }) => type === 'ReportJoined'), 'the journal holds what was said').toMatchObject({ content: { start: { person: { name: 'Borgild Li' } } } });
  });

  test('fvl § 6: a newcomer to the register is compared with the name as it was put right', () => {
    const file = classified();
    file.by(kari, join(said));
    expect(namesWritten(file.state())).toEqual([]);
    expect(namesWritten(file.by(lise, records({ saidIn: JOIN.report, suspectName: 'Geir Ranum' })))).toEqual(['Borgild Li', 'Geir Ranum']);
  });

  test('is refused for a report that the case does not hold', () => {
    expect(classified().tries(kari, records({ saidIn: JOIN.report, personName: 'Borgny' }))).toBe('bad_input');
  });
});

describe('what is the region’s own in a strictly confidential case, where no page shows it', () => {
  const local = [
    { list: 'VOLDSTYPE', parent: 'OKONOMISK', id: 'v1', nb: 'Nettsvindel', nn: 'Nettsvindel', en: 'Online fraud' }, { list: 'SAARBARHET', parent: 'DEMENS', id: 's1', nb: 'Ung demens', nn: 'Ung demens', en: 'Early dementia' },
  ];
  const strict = () => {
    const file = journal(kari, { ...OPENING, start: { ...START, local } });
    file.by(kari, grade('STRENGT', 'POLITI'));
    return file;
  };
  const form = { wholeForm: 'ja', correctionId: 'k9', knownFrom: 'Politiet', vulnerability: START.vulnerability, relations: START.relation } as const;

  test('stays when something else is put right, and goes with its national code', () => {
    const file = strict();
    expect(file.by(kari, records(asTicked({ ...form, personName: 'Borgny Lian', violence: ['OKONOMISK'] }))).start.local).toEqual(local);
    expect(file.events.at(-1)?.content, 'and nothing of it is written anew').not.toHaveProperty('violence');
    expect(file.by(kari, records(asTicked({ ...form, correctionId: 'k10', violence: ['OKONOMISK', 'FYSISK'] }))).start.local).toEqual([local[1], local[0]]);
    expect(file.by(kari, records(asTicked({ ...form, correctionId: 'k11', violence: ['FYSISK'] }))).start.local).toEqual([local[1]]);
  });

  test('goes when it is unticked where the form shows it', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, local } });
    expect(file.by(kari, records(asTicked({ ...form, violence: ['OKONOMISK'], local: local.slice(1) }))).start.local).toEqual([local[1]]);
  });

  test('of somebody around the person stays, too', () => {
    const [file, own] = [classified(), [{ list: 'RELASJON', parent: 'BARN', id: 'r1', nb: 'Stebarn', nn: 'Stebarn', en: 'Stepchild' }]];
    file.by(kari, addPerson('unni', ['PARORENDE'], own));
    file.by(kari, grade('STRENGT', 'POLITI'));
    expect(file.by(kari, changePerson('unni', ['VERGE'], 'BARN')).related[0]?.local).toEqual(own);
  });
});

describe('an address that is written by hand', () => {
  test('folkeregisterloven § 10-4: is covered wherever the report’s is, in the case and in its journal', () => {
    const file = classified();
    const state = file.by(kari, records({ address: 'Skjulvegen 4, Lia' }));
    expect(state.start.person.address).toBe('Skjulvegen 4, Lia');
    const shown = veiled({ state, journal: file.events }, { reporter: false, address: true, place: false });
    expect(JSON.stringify(shown)).not.toContain('Skjulvegen');
  });

  test('folkeregisterloven § 10-4: is not taken in where nobody may see it; one that is confidential is', () => {
    const secret = journal(kari, { ...OPENING, start: { ...START, person: { ...START.person, protectedAddressHint: true } } });
    const added = classified();
    expect(added.tries(kari, records({ address: 'Skjulvegen 4' }, { toldSecret: added.now() })), 'nor where somebody said so in an addition').toBe('bad_input');
    expect(secret.tries(kari, records({ address: 'Skjulvegen 4' }))).toBe('bad_input');
    const blocked = classified();
    blocked.by(kari, grade('SPERRET'));
    expect(blocked.tries(kari, records({ address: 'Skjulvegen 4' }))).toBe('bad_input');
    const graded = classified();
    graded.by(kari, grade('FORTROLIG'));
    expect(graded.by(kari, records({ address: 'Skjulvegen 4' })).start.person.address).toBe('Skjulvegen 4');
  });
});

describe('a way that is not safe any more', () => {
  const way = 'Dagsenteret, tirsdag 10–11';
  const report = { contents: [{ at: START.receivedAt, report: { safeContact: way, person: { protectedAddressHint: false } } as never }] }; // of a report only what is asked of it here

  test('is offered nowhere: not by the report, not by the plan, not on the night card, however it is spaced', () => {
    const file = investigating();
    file.by(lise, writeCard({ safeContact: way }));
    const state = file.by(kari, closeWay(`  ${way.toUpperCase()} `));
    const said = told({ state, reports: [report] });
    expect(said.safeWays).toEqual([]);
    expect(safeWays(state, said)).not.toContain(way);
    expect(state.start.person.safeContact).toBeUndefined();
    expect(nightCardOf(state)?.safeContact).toBeUndefined();
    expect(state.closedWays).toMatchObject([{ way: way.toUpperCase(), knownFrom: 'Dagsenteret: sønnen henter henne nå.', by: kari.userId }]);
  });

  test('stays closed when the report is read again, and the team may plan it anew', () => {
    const file = classified();
    file.by(kari, closeWay(way));
    file.by(lise, (state, ctx) => ({ ok: true, value: state.plan === undefined ? [{ type: 'InvestigationStarted', version: 1, happenedAt: ctx.now, content: { whoTalks: 'Lise', safeContact: way } }] : [] }));
    expect(file.state().closedWays).toEqual([]);
    expect(safeWays(file.state(), told({ state: file.state(), reports: [report] }))).toContain(way);
  });

  test('opens no other: a letter to the home is not safer for it', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, livesTogether: 'NEI' } });
    const home = () => homeRefusal(file.state(), told({ state: file.state(), reports: [] }));
    expect(home()).toBe('other_way_given');
    file.by(kari, closeWay(way));
    expect(home()).toBe('home_not_known_safe');
  });

  test('is not written on the card for the night: whoever answers there would ring it', () => {
    const file = investigating();
    file.by(kari, closeWay(way));
    expect(decideWriteNightCard(file.state(), { codeWord: 'Blå hest', agreed: 'Ring', safeContact: ` ${way.toUpperCase()}` }, { actor: lise, now: file.now(), team: [] })).toMatchObject({ code: 'bad_input', fields: { safeContact: 'way_closed' } });
  });

  test('is closed once more where something offers it all the same', () => {
    const file = investigating();
    file.by(kari, closeWay(way));
    const held = { ...file.state(), nightCard: { by: lise.userId, at: file.now(), codeWord: 'Blå hest', agreed: 'Ring', safeContact: way } };
    const said = decideCloseWay(held, { unsafeWay: way, knownFrom: 'Naboen så det.' }, { actor: kari, now: file.now(), team: [] });
    expect(said).toMatchObject({ ok: true, value: [{ type: 'WayClosed', content: { way, knownFrom: 'Naboen så det.' } }] });
  });

  test('is written once, however often its form is sent', () => {
    const file = classified();
    for (const _twice of [1, 2]) file.by(kari, closeWay(way));
    expect(file.events.filter(({ type }) => type === 'WayClosed')).toHaveLength(1);
  });
});
