import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/kernel/actor.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import type { NewEvent } from '../../src/kernel/journal/event.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { day, instant, type Day, type Instant } from '../../src/kernel/time.ts';
import { mayAdvise, mayReadConsultation, maySeeConsultations } from '../../src/consultations/access.ts';
import { decideAnswered, decideBecame, decideRegistered, evolveConsultation, knownBy, NO_CONSULTATION, type AdviceTyped, type ConsultationEvent, type ConsultationState, type Talk } from '../../src/consultations/consultation.ts';
import { tally } from '../../src/consultations/tally.ts';
import { markedWords, unnamedFaults } from '../../src/consultations/unnamed.ts';

const NOW: Instant = instant('2026-03-02T08:00:00.000Z');
const TODAY: Day = day('2026-03-02') ?? expect.fail('a day');
const REPORT: FileId = asId<'file'>('bbbbbbbb-0000-4000-8000-000000000001');
const MESSAGE = 'cccccccc-0000-4000-8000-000000000001';

function after(state: ConsultationState, decision: Outcome<NewEvent<ConsultationEvent>[]>): ConsultationState {
  if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.fields)}`);
  return decision.value.reduce((now, event) => evolveConsultation(now, { ...event, actor: 'system', writtenAt: NOW } as ConsultationEvent), state); // a new event with writer and time is an event
}

const ASKED = after(NO_CONSULTATION, {
  ok: true, value: [{ type: 'ConsultationAsked', version: 1, happenedAt: NOW, content: { reference: '2026-AAAAAA', reportId: REPORT, receivedAt: NOW, urgent: false, service: 'HJEMMETJENESTE', municipality: '9903', violence: ['OKONOMISK'], ageBand: 'A80' } }],
});
const ADVICE: AdviceTyped = { advice: 'Snakk med henne alene, dag for dag. Få kompetansen vurdert.', card: 'Kort 4', minutes: '20', topics: ['SAMTYKKE'], outcome: 'SAMTYKKE_INNHENTES', notNames: [] };
const TALK: Talk = { ...ADVICE, direction: 'TIL_OSS', on: TODAY, service: 'POLITI', municipality: '9901', violence: [] };
const AS = { reference: '2026-BBBBBB', today: TODAY, now: NOW };
const LIFTS = { consents: ['GITT_MUNTLIG', 'DELVIS'], bases: ['FVL_13B_7'] } as const;
const BECOME = { reference: '2026-CCCCCC', found: true, ground: 'SAMTYKKE:DELVIS', grounds: 'Hun samtykker til å dele om pengene.', notNames: [] };

describe('nobody can be told by what is written in a consultation (fvl § 13 a nr. 2)', () => {
  test('«Bo», «dag» and «liv» in a sentence stop nobody', () => {
    expect(unnamedFaults({ advice: 'Hun vil bo hjemme. Dag etter dag går det på livet løs. La henne bo der.' }, [])).toEqual({});
  });
  test.each([['Ring 55 55 01 33 før du drar.', 'stop_phone'], ['Skriv til noen@eksempel.example i dag.', 'stop_email'], ['Dra til Bakkeveien 4 i morgen.', 'stop_address'], ['Nummeret er 13 88 60 12345.', 'stop_number']])('%s is stopped, also where somebody says that it is no name', (text, code) => {
    expect(unnamedFaults({ advice: text }, [text, ...markedWords({ text })])['advice']).toBe(code);
  });
  test('a word that may be a name waits until somebody says that it is none, and it is kept who was so judged', () => {
    const advice = 'Spør heller Borghild om hun vil.';
    const marked = markedWords({ advice });
    expect(marked).toContain('Borghild');
    expect(unnamedFaults({ advice }, [])).toEqual({ advice: 'marked' });
    expect(unnamedFaults({ advice }, ['Solveig'])).toEqual({ advice: 'marked' });
    const passed = after(ASKED, decideAnswered(ASKED, { ...ADVICE, advice, notNames: [...marked, 'Et annet ord'], messageId: MESSAGE }, true, NOW));
    expect(passed.advice[0]?.notNames).toEqual(marked);
  });
  test('the card and the grounds are looked through like the advice', () => {
    expect(decideAnswered(ASKED, { ...ADVICE, card: 'Ring 55 55 01 33', messageId: MESSAGE }, true, NOW)).toMatchObject({ ok: false, fields: { card: 'stop_phone' } });
    expect(decideBecame(ASKED, { ...BECOME, grounds: 'Hun bor i Bakkeveien 4.' }, LIFTS, NOW)).toMatchObject({ ok: false, fields: { grounds: 'stop_address' } });
  });
});

describe('advice', () => {
  test('says everything that is missing at once', () => {
    const refused = decideAnswered(ASKED, { ...ADVICE, advice: ' ', minutes: 'en time', outcome: '', messageId: MESSAGE }, true, NOW);
    expect(refused).toEqual({ ok: false, code: 'bad_input', fields: { advice: 'advice_missing', outcome: 'outcome_missing', minutes: 'minutes_wrong' } });
  });
  test('sent twice is one answer, and another one later is added', () => {
    const once = after(ASKED, decideAnswered(ASKED, { ...ADVICE, messageId: MESSAGE }, true, NOW));
    expect(once).toMatchObject({ progress: 'ANSWERED', advice: [{ minutes: 20, outcome: 'SAMTYKKE_INNHENTES', sent: true }] });
    expect(decideAnswered(once, { ...ADVICE, messageId: MESSAGE }, true, NOW)).toEqual({ ok: true, value: [] });
    expect(after(once, decideAnswered(once, { ...ADVICE, messageId: REPORT }, false, NOW)).advice).toHaveLength(2);
  });
  test('in a talk is written down with the day, ours or theirs, and a day to come is refused with the rest', () => {
    expect(after(NO_CONSULTATION, decideRegistered({ ...TALK, direction: 'FRA_OSS' }, AS))).toMatchObject({ progress: 'ANSWERED', direction: 'FRA_OSS', reportId: undefined, about: { service: 'POLITI' } });
    const tomorrow = day('2026-03-03') ?? TODAY;
    expect(decideRegistered({ ...TALK, on: tomorrow }, AS)).toMatchObject({ ok: false, fields: { on: 'day_later' } });
    expect(decideRegistered({ ...TALK, on: tomorrow, outcome: '' }, AS)).toMatchObject({ ok: false, fields: { on: 'day_later', outcome: 'outcome_missing' } });
    const talk = after(NO_CONSULTATION, decideRegistered(TALK, AS));
    expect(decideAnswered(talk, { ...ADVICE, messageId: MESSAGE }, true, NOW)).toMatchObject({ ok: false, code: 'not_asked' });
  });
});

describe('a consultation becomes a case only as a new report', () => {
  test('on consent or on a basis in law, and keeps its reference alone', () => {
    const became = after(ASKED, decideBecame(ASKED, BECOME, LIFTS, NOW));
    expect(became).toMatchObject({ progress: 'REPORTED', became: [{ reference: '2026-CCCCCC', consent: 'DELVIS', basis: undefined }] });
    expect(after(ASKED, decideBecame(ASKED, { ...BECOME, ground: 'HJEMMEL:FVL_13B_7' }, LIFTS, NOW)).became).toMatchObject([{ basis: 'FVL_13B_7', consent: undefined }]);
    expect(decideBecame(became, BECOME, LIFTS, NOW)).toEqual({ ok: true, value: [] });
    expect(decideBecame(became, { ...BECOME, reference: '2026-DDDDDD' }, LIFTS, NOW)).toMatchObject({ ok: false, code: 'already_reported' });
  });
  test('a report that the one who writes may not know of refuses them nothing: «already reported» would tell that there is one', () => {
    const became = after(ASKED, decideBecame(ASKED, BECOME, LIFTS, NOW));
    const unknowing = knownBy(became, new Set(), false);
    expect(unknowing).toMatchObject({ progress: 'ASKED', became: [] });
    const again = decideBecame(unknowing, { ...BECOME, reference: '2026-DDDDDD' }, LIFTS, NOW);
    expect(again).toEqual(decideBecame(ASKED, { ...BECOME, reference: '2026-DDDDDD' }, LIFTS, NOW));
    const both = after(became, again);
    expect([both, knownBy(both, new Set(['2026-DDDDDD']), false)].map((state) => state.became.map(({ reference }) => reference))).toEqual([['2026-CCCCCC', '2026-DDDDDD'], ['2026-DDDDDD']]);
  });
  test('never without, and never with a report that nobody sent', () => {
    expect(decideBecame(ASKED, { ...BECOME, ground: 'SAMTYKKE:AVSLATT', grounds: '', found: false }, LIFTS, NOW)).toMatchObject({ ok: false, fields: { ground: 'ground_missing', grounds: 'grounds_missing', reference: 'report_unknown' } });
    expect(decideBecame(ASKED, { ...BECOME, ground: 'HJEMMEL:HPL_31' }, LIFTS, NOW)).toMatchObject({ ok: false, fields: { ground: 'ground_missing' } });
  });
});

describe('who may', () => {
  const person = (...roles: string[]): Actor => ({ kind: 'person', regionId: asId<'region'>('11111111-1111-4111-8111-111111111111'), userId: asId<'user'>('aaaaaaaa-0000-4000-8000-000000000001'), roles, municipalityId: undefined, signedInAt: NOW });
  const facts = { fileId: MESSAGE as FileId, reportId: REPORT, excluded: false, shut: false }; // any id will do
  test('reception reads and writes down talks; the coordinator and the team advise', () => {
    for (const role of ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM']) expect([role, maySeeConsultations(person(role)).allow, mayReadConsultation(person(role), facts).allow, mayAdvise(person(role), facts).allow]).toEqual([role, true, true, role !== 'MOTTAK']);
    for (const role of ['LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'SYSTEMADMIN']) expect([role, maySeeConsultations(person(role)).allow, mayReadConsultation(person(role), facts).allow]).toEqual([role, false, false]);
  });
  test('whoever is left out of the report is left out of the consultation, whatever the role', () => {
    expect(mayReadConsultation(person('KOORDINATOR', 'TEAMMEDLEM'), { ...facts, excluded: true })).toEqual({ allow: false, because: 'named_in_it' });
    expect(mayAdvise(person('KOORDINATOR'), { ...facts, excluded: true }).allow).toBe(false);
    expect(mayReadConsultation(person('KOORDINATOR', 'MOTTAK'), { ...facts, shut: true }), 'somebody else has the report').toEqual({ allow: false, because: 'not_granted' });
  });
});

test('consultations are counted by month, outcome and service, those that nobody has answered too', () => {
  const one = { on: '2026-03-02', direction: 'TIL_OSS', service: 'HJEMMETJENESTE', outcome: 'RAD', minutes: 20 } as const;
  const counted = tally([one, { ...one, outcome: 'MELDT' }, { ...one, outcome: null, minutes: 0 }, { ...one, on: '2026-02-27', direction: 'FRA_OSS', service: 'POLITI' }]);
  expect(counted.months).toEqual([
    { month: '2026-03', all: 3, byUs: 0, minutes: 40, outcomes: { RAD: 1, SAMTYKKE_INNHENTES: 0, MELDT: 1, POLITI: 0 } },
    { month: '2026-02', all: 1, byUs: 1, minutes: 20, outcomes: { RAD: 1, SAMTYKKE_INNHENTES: 0, MELDT: 0, POLITI: 0 } },
  ]);
  expect(counted.services).toEqual([{ service: 'HJEMMETJENESTE', count: 3 }, { service: 'POLITI', count: 1 }]);
});
