import { describe, expect, test } from 'vitest';
import { mayChangeCodeLists, maySeeCodeLists } from '../../src/cases/code-list-access.ts';
import { folded, MAIN_LISTS, mainList, means, newValue, parentsIn, type TypedValue } from '../../src/cases/code-lists.ts';
import { listsOfForms } from '../../src/cases/pages/field-codes.ts';
import { nationalAnswers } from '../../src/cases/local-answers.ts';
import { day, type Day } from '../../src/kernel/time.ts';
import { chosenAs, isOfferedOn, localWords, parted, rejoined, type LocalValue } from '../../src/regions/codes.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { passageWords } from '../../src/cases/pages/passage-words.ts';
import { wholeSheet } from '../../src/cases/pages/whole-sheet.ts';
import { makeWhole } from '../../src/cases/whole/made.ts';
import { veiled } from '../../src/reports/public.ts';
import { factOf } from '../../src/statistics/fact.ts';
import { decideMeasure } from '../../src/cases/measure.ts';
import { CONCERNS, SITUATIONS, WORKPLACES } from '../../src/reports/form/options.ts';
import { NO_DIALOGUE } from '../../src/reports/dialogue.ts';
import { addPerson, changePerson, classified, classify, CLASSIFY, close, confirm, declare, followingUp, grade, proposeClosing, returnClosing } from './acts.ts';
import { FILE, journal, kari, lise, MONDAY, OPENING, petter, START } from './journal.ts';
import { NAMES, PLACES, REPORTED } from './pages-case.ts';

const TODAY = literal('2026-03-02');
const PATROL: LocalValue = { id: '50000000-0000-4000-8000-000000000001', list: 'TJENESTE', parent: 'HJEMMETJENESTE', nb: 'Nattpatruljen', nn: 'Nattpatrulja', en: 'Night patrol', synonyms: ['Natteam'], from: literal('2026-01-01'), ends: undefined };
const CAMERA: LocalValue = { id: '50000000-0000-4000-8000-000000000002', list: 'TILTAK', parent: 'VELFERDSTEKNOLOGI', nb: 'Dørkamera', nn: 'Dørkamera', en: 'Door camera', synonyms: [], from: literal('2026-01-01'), ends: undefined };
const TYPED: TypedValue = { list: 'TJENESTE', parent: 'HJEMMETJENESTE', nb: 'Ambulant natt', nn: 'Ambulant natt', en: 'Mobile night team', synonyms: 'Natta; Nattbilen,, ', from: '2026-03-02', replaces: '' };

function literal(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error(text);
  return found;
}

function faults(change: Partial<TypedValue>, values: readonly LocalValue[] = [PATROL]) {
  const out = newValue({ ...TYPED, ...change }, values, TODAY);
  return out.ok ? 'ok' : out.fields ?? out.code;
}

function found(sought: string): string[] {
  return MAIN_LISTS.flatMap(({ name, values }) => values.filter((value) => means(value, sought)).map(({ code }) => `${name} ${code}`));
}

describe('looking up a code', () => {
  test('the words that the sources use find the code that means them (I8, I17)', () => {
    expect(found('Økonomisk vold')).toContain('VOLDSTYPE OKONOMISK');
    expect(found('økonomisk overgrep')).toContain('VOLDSTYPE OKONOMISK');
    expect(found('Bolig sosial')).toEqual(['TJENESTE BOLIGSOSIAL']);
    expect(found('bolig-sosial')).toEqual(['TJENESTE BOLIGSOSIAL']);
    expect(found('tryggest-teamet')).toContain('TJENESTE TRYGGEST_TEAM');
    expect(found('Over 67')).toEqual(expect.arrayContaining(['SAARBARHET OVER_67', 'ALDERSGRUPPE OVER_67']));
    expect(found('Heimetenesta')).toContain('TJENESTE HJEMMETJENESTE');
    expect(found(' – ')).toEqual([]);
    expect(folded('Økonomisk')).toBe(folded('okonomisk'));
  });

  test('every list that a form of a case is answered from can be read, each once', () => {
    const lists = listsOfForms();
    expect(new Set(lists.map(({ values }) => values)).size).toBe(lists.length);
    expect(lists.flatMap(({ fields }) => fields)).toEqual(expect.arrayContaining(['services', 'measure', 'riskFactors', 'reasons', 'connection']));
  });

  test('everybody on the staff looks up, coordinators and leaders change, and nobody else does', () => {
    const by = (...roles: string[]) => ({ kind: 'person', userId: kari.userId, regionId: '1', roles, signedInAt: MONDAY }) as unknown as Parameters<typeof maySeeCodeLists>[0]; // only the roles are read
    const may = (...roles: string[]) => [maySeeCodeLists(by(...roles)).allow, mayChangeCodeLists(by(...roles)).allow];
    expect([may('KOORDINATOR'), may('LEDER'), may('MOTTAK'), may('SYSTEMADMIN'), may()]).toEqual([[true, true], [true, true], [true, false], [true, false], [false, false]]);
  });
});

describe('a new local value', () => {
  test('stands under a national one, with words in all three languages and other words for it', () => {
    const out = newValue(TYPED, [PATROL], TODAY);
    expect(out.ok && out.value).toEqual({ value: { list: 'TJENESTE', parent: 'HJEMMETJENESTE', nb: 'Ambulant natt', nn: 'Ambulant natt', en: 'Mobile night team', synonyms: ['Natta', 'Nattbilen'], from: '2026-03-02', ends: undefined }, replaces: undefined });
  });

  test('every fault is told at once, and what the national list or the region has already is no new value', () => {
    expect(faults({ nb: '', en: 'x'.repeat(81), parent: '', from: '' })).toEqual({ nb: 'missing', en: 'too_long', parent: 'missing', from: 'missing' });
    expect(faults({ from: '2026-03-01' })).toEqual({ from: 'in_past' });
    expect(faults({ from: '31.2.2026' })).toEqual({ from: 'no_such_day' });
    expect(faults({ nb: 'hjemmesykepleien' })).toEqual({ nb: 'is_national' });
    expect(faults({ nn: 'natteam' })).toEqual({ nn: 'already_there' });
    expect(faults({ nb: 'Natteam' }, [{ ...PATROL, ends: TODAY }])).toBe('ok');
  });

  test('lists that are the same everywhere, answers that name nothing, and every code that tells of a shelter take none (krl § 5)', () => {
    expect(faults({ list: 'SAKSTYPE', parent: 'MA' })).toEqual({ parent: 'not_offered' });
    expect(faults({ parent: 'UKJENT' })).toEqual({ parent: 'not_offered' });
    for (const [list, parent] of [['TJENESTE', 'KRISESENTER'], ['MELDER', 'KRISESENTER'], ['TILTAK', 'KRISESENTER_BO'], ['TILTAK', 'KRISESENTER_DAG']] as const) expect(faults({ list, parent })).toEqual({ parent: 'not_offered' });
    for (const { name } of MAIN_LISTS) for (const code of parentsIn(name)) expect(mainList(name)?.values.find((one) => one.code === code)?.historic, `${name} ${code}`).toBeUndefined();
  });

  test('a value can stand wherever reception is asked, and nowhere that nobody is', () => {
    const takes = (codes: readonly string[]) => codes.filter((code) => code !== 'UKJENT' && code !== 'KRISESENTER');
    expect(parentsIn('VOLDSTYPE').toSorted()).toEqual(takes(CONCERNS).toSorted());
    expect(parentsIn('SAARBARHET').toSorted()).toEqual(takes(SITUATIONS).toSorted());
    expect(parentsIn('MELDER').toSorted()).toEqual(takes(WORKPLACES).toSorted());
  });

  test('a new name takes the place of the old one under the same national value, once', () => {
    const out = newValue({ ...TYPED, list: 'SAKSTYPE', parent: 'MA', nb: 'Natteam', replaces: PATROL.id }, [PATROL], TODAY);
    expect(out.ok && out.value).toMatchObject({ value: { list: 'TJENESTE', parent: 'HJEMMETJENESTE' }, replaces: PATROL });
    expect(faults({ replaces: PATROL.id }, [{ ...PATROL, ends: TODAY }])).toBe('already_ended');
    expect(faults({ replaces: CAMERA.id })).toEqual({ replaces: 'not_offered' });
  });

  test('it is offered from its first day until the day it ends', () => {
    const value = { ...PATROL, ends: literal('2026-03-02') };
    expect(['2025-12-31', '2026-01-01', '2026-03-01', '2026-03-02'].map((on) => isOfferedOn(value, literal(on)))).toEqual([false, true, true, false]);
  });
});

describe('what was chosen', () => {
  test('a rule gets the national codes, each once, and the entry keeps the local ones beside them', () => {
    const out = nationalAnswers({ services: ['POLITI', chosenAs(PATROL), 'HJEMMETJENESTE'], measure: chosenAs(CAMERA), wish: 'A:b' }, [PATROL, CAMERA]);
    const { synonyms: _1, from: _2, ends: _3, ...patrol } = PATROL;
    expect(out.ok && out.value).toEqual({ services: ['POLITI', 'HJEMMETJENESTE'], measure: 'VELFERDSTEKNOLOGI', wish: 'A:b', local: [patrol, expect.objectContaining({ id: CAMERA.id })] });
  });

  test('what is not offered, stands in another list, or is put under another code is refused by its question', () => {
    for (const chosen of [chosenAs(PATROL), chosenAs({ ...CAMERA, parent: 'POLITI' }), `HJEMMETJENESTE:${CAMERA.id}`, 'HJEMMETJENESTE:']) {
      expect(nationalAnswers({ services: [chosen] }, [CAMERA]), chosen).toMatchObject({ ok: false, code: 'bad_input', fields: { services: 'not_offered' } });
    }
  });

  test('a form that is opened again has the local value chosen in place of the national one', () => {
    const { local } = parted('TJENESTE', [chosenAs(PATROL), 'POLITI'], [PATROL]);
    expect(rejoined('TJENESTE', ['HJEMMETJENESTE', 'POLITI'], local)).toEqual([chosenAs(PATROL), 'POLITI']);
    expect(localWords('TJENESTE', 'HJEMMETJENESTE', 'Hjemmetjenesten', local, 'nn')).toBe('Nattpatrulja (Hjemmetjenesten)');
    expect(localWords('TJENESTE', 'POLITI', 'Politi', local, 'nb')).toBe('Politi');
  });
});

describe('in a case', () => {
  const { local } = parted('TJENESTE', [chosenAs(PATROL)], [PATROL]);
  const camera = parted('TILTAK', [chosenAs(CAMERA)], [CAMERA]).local;
  const reporter = parted('MELDER', ['HJEMMETJENESTE:9'], [{ ...PATROL, id: '9', list: 'MELDER', nb: 'Sone Lia' }]).local;

  function lived(own: boolean) {
    const file = own ? classified({ services: ['HJEMMETJENESTE'], local }) : classified({ services: ['HJEMMETJENESTE'] });
    file.by(lise, (state, ctx) => decideMeasure(state, { measureId: 'm1', measure: 'VELFERDSTEKNOLOGI', responsible: 'Lise', due: literal('2026-04-01'), freedom: 'Hun vil bo hjemme.', proportionality: 'Bare ved døra.', ...(own ? { local: camera } : {}) }, ctx));
    return file;
  }

  test('statistics count the same case the same, whether a local value was chosen or not', () => {
    const file = lived(true);
    expect(file.state().measures[0]?.local).toEqual(camera);
    expect(file.state().classification?.local).toEqual(local);
    expect(factOf(file.state(), '9903', undefined)).toEqual(factOf(lived(false).state(), '9903', undefined));
    expect(factOf(file.state(), '9903', undefined)).toMatchObject({ services: ['HJEMMETJENESTE'], measures: ['VELFERDSTEKNOLOGI'] });
    expect(JSON.stringify(factOf(file.state(), '9903', undefined))).not.toContain(PATROL.id);
  });

  test('what the report told comes along when nobody answers, and goes when somebody answers otherwise', () => {
    const told = { ...OPENING, start: { ...START, services: ['HJEMMETJENESTE' as const], local } };
    const { services: _, ...unanswered } = CLASSIFY;
    const silent = journal(kari, told);
    silent.by(lise, declare());
    silent.by(lise, classify({ ...unanswered, services: undefined }));
    const answered = journal(kari, told);
    answered.by(lise, declare());
    answered.by(lise, classify({ services: ['POLITI'] }));
    const of = (file: ReturnType<typeof journal>) => { const { proposal } = file.state(); return proposal?.kind === 'CLASSIFICATION' ? proposal.classification.local : 'none'; };
    expect([of(silent), of(answered)]).toEqual([local, undefined]);
  });

  test('what a strictly confidential case covers in its forms is not taken away by proposing anew: services, and the reasons for closing', () => {
    const moved = parted('UTFALL', ['FLYTTET:7'], [{ ...PATROL, id: '7', list: 'UTFALL', parent: 'FLYTTET', nb: 'Til søsteren' }]).local;
    const file = followingUp();
    file.by(lise, classify({ again: true, services: ['HJEMMETJENESTE'], local }));
    file.by(kari, confirm());
    file.by(kari, grade('STRENGT'));
    file.by(lise, proposeClosing({ reasons: ['FLYTTET'], local: moved }));
    file.by(kari, returnClosing);
    const now = () => { const { proposal } = file.state(); return proposal?.kind === 'CLASSIFICATION' ? proposal.classification : undefined; };
    file.by(lise, classify({ again: true, services: ['POLITI'] }));
    expect(now()).toMatchObject({ services: ['HJEMMETJENESTE', 'POLITI'], local });
    file.by(lise, classify({ again: true, services: undefined }));
    expect(now(), 'from the newest, not from what the report said').toMatchObject({ services: ['HJEMMETJENESTE', 'POLITI'], local });
    file.by(kari, confirm());
    expect(file.by(lise, proposeClosing({ reasons: ['FLYTTET', 'VOLD_STANSET'] })).closingProposal?.local).toEqual(moved);
    file.by(kari, returnClosing);
    expect(file.by(lise, proposeClosing({ reasons: ['VOLD_STANSET'] })).closingProposal?.local, 'its national code is not ticked any more').toBeUndefined();
  });

  test('the whole file has the national code and the region’s own word, on paper and as data, and never where the reporter works', () => {
    const file = lived(true);
    const typedIn = { readBack: true, by: kari.userId, local: [...local, ...reporter] };
    const whole = makeWhole({ fileId: FILE, state: file.state(), events: file.events, reports: [{ reference: '2026-M0LD01', contents: [{ at: MONDAY, report: REPORTED }], dialogue: NO_DIALOGUE, consultations: [], typedIn }], names: NAMES, municipalities: PLACES, region: 'Voksenvern Lia', covered: [], edition: 'other', opens: () => true, by: kari.userId, now: file.now() });
    expect(whole.reports[0]?.parts[0]?.content['local']).toEqual(local);
    const decided = whole.journal.find(({ type }) => type === 'MeasureDecided');
    expect(decided?.content).toMatchObject({ measure: 'VELFERDSTEKNOLOGI', local: camera });
    const paper = JSON.stringify(wholeSheet(whole, {}, 'nn'));
    expect(paper).toContain('Regionen sine eigne namn');
    expect(paper).toContain('Nattpatrulja');
    expect(paper).not.toContain('Sone Lia');
    expect(paper).not.toContain(PATROL.id);
  });

  test('whoever asks to see the case reads the region’s own word, and what is left out of it stays left out', () => {
    const words = passagesOf(lived(true).events).flatMap((one) => passageWords(one, 'nb').lines);
    expect(words).toContain('Dørkamera');
    expect(words.join()).not.toContain(CAMERA.id);
    const start = { ...START, local: [...local, ...reporter], reporter: { ...START.reporter, local: reporter } };
    expect(JSON.stringify(veiled({ start }, { reporter: true, address: false, place: false }))).not.toContain('Sone Lia');
    expect(JSON.stringify(veiled({ start }, { reporter: false, address: true, place: true }))).not.toContain('Nattpatruljen');
  });

  test('a relation and a closing reason keep the region’s own word beside the national one: in what is decided, in the time-line, and in the form of whoever changes it', () => {
    const own = ({ list, parent, id }: Pick<LocalValue, 'list' | 'parent' | 'id'>, name: string) => [{ list, parent, id, nb: name, nn: name, en: name }];
    const [foster, nurse] = [own({ list: 'RELASJON', parent: 'BARN', id: 'l1' }, 'Fosterbarn'), own({ list: 'UTFALL', parent: 'OVERTATT_TJENESTE', id: 'l2' }, 'Overtatt av soneleder')];
    const file = followingUp();
    file.by(lise, addPerson('unni', ['PARORENDE'], foster));
    expect(file.by(lise, changePerson('unni')).related, 'a change that says nothing of it leaves it').toMatchObject([{ relation: 'BARN', local: foster }]);
    expect(file.by(lise, changePerson('unni', ['PARORENDE'], 'BARN')).related[0], 'the national one in its place').toMatchObject({ relation: 'BARN', local: undefined });
    file.by(lise, proposeClosing({ reasons: ['OVERTATT_TJENESTE', 'RISIKO_REDUSERT'], local: [...nurse, ...foster] }));
    expect(file.state().closingProposal).toMatchObject({ reasons: ['OVERTATT_TJENESTE', 'RISIKO_REDUSERT'], local: nurse });
    file.by(petter, declare());
    file.by(petter, close());
    expect(file.state().closing).toMatchObject({ reasons: ['OVERTATT_TJENESTE', 'RISIKO_REDUSERT'], local: nurse });
    expect(factOf(file.state(), '9903', undefined), 'figures count the national one').toMatchObject({ closingReasons: ['RISIKO_REDUSERT', 'OVERTATT_TJENESTE'] });
    const said = (type: string) => file.events.filter((event) => event.type === type).flatMap((event) => passagesOf([event])).flatMap((one) => passageWords(one, 'nb').lines);
    expect([said('CaseClosed'), said('PersonRelated')].map((words) => words.join(' '))).toEqual([expect.stringContaining('Overtatt av soneleder'), expect.stringContaining('Fosterbarn')]);
  });
});
