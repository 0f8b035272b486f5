import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findCard } from '../../src/cases/queries/night-card.ts';
import { whoLooked } from '../../src/cases/queries/looked.ts';
import { FREE_TRIES } from '../../src/cases/tries.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { classified, lives, toClosing, type Lives } from './cases-support.ts';

const CARD = { codeWord: 'Blå hest', agreed: 'Ikke ring tilbake. Ring 112 hvis linjen brytes.', wake: 'Kari, 55 55 02 01', cardAlias: 'Rød' };
const NAME = 'Borghild Ås';

let all: Lives;
let superuser: pg.Client;
let file: FileId;
let reference: string;
/** what the door's own connections were asked since it was last emptied */
const statements: string[] = [];

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  file = await all.opened('kari', { ...DAUGHTER, navn: NAME });
  await all.does('kari', 'writeNightCard', file, CARD);
  reference = (await all.reads('kari', file)).reference;
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function listened(this: pg.Client, ...said: unknown[]) {
    const [first] = said;
    if (this !== superuser) statements.push(typeof first === 'string' ? first : typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : '?');
    return Reflect.apply(query, this, said) as void; // one of pg's own answers, handed on as it is
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await all.close();
});

async function ask(who: string, asked: Readonly<Partial<Record<'reference' | 'name' | 'codeWord', string>>>) {
  statements.length = 0;
  const outcome = await all.world.house.door.enter(findCard, await all.world.person(who), { reference: '', name: '', codeWord: '', ...asked });
  return { outcome, said: [...statements] };
}

const opened = async (who: string, asked: Parameters<typeof ask>[1] = { name: NAME, codeWord: CARD.codeWord }) => {
  const { outcome } = await ask(who, asked);
  return outcome.ok ? outcome.value.agreed : outcome.code;
};
/** Long enough for every wrong try to be forgotten. */
const later = () => { all.world.clock.now = addMs(all.world.clock.now, HOUR); };

test('reception opens the card by name and code word or by the reference, sees no name and no code word on it, and the case tells who did', async () => {
  expect((await ask('jorunn', { name: 'borghild as', codeWord: 'blå hest' })).outcome).toEqual({ ok: true, value: { agreed: CARD.agreed, wake: CARD.wake, cardAlias: 'Rød', neverThrough: [], reference, due: false } });
  expect(await opened('jorunn', { reference })).toBe(CARD.agreed);
  const looked = await all.world.house.door.enter(whoLooked, await all.world.person('kari'), { caseId: file });
  const lines = looked.ok ? looked.value.lines.filter(({ did }) => did.some(({ kind }) => kind === 'night_card')) : [];
  expect(lines).toMatchObject([{ who: await all.id('jorunn'), did: [{ kind: 'night_card', right: 'reception' }] }]);
});

test('a wrong word, a name nobody has, a case without a card and one that is closed are one answer, after the same statements', async () => {
  later();
  const without = await all.opened('kari', { ...DAUGHTER, navn: 'Solveig Haug' });
  const asked = [
    { name: NAME, codeWord: 'Grå katt' }, { name: 'Finnes Ikke', codeWord: CARD.codeWord }, { reference: (await all.reads('kari', without)).reference }, { reference: '2026-AAAAAA' },
  ];
  await ask('jorunn', { reference }); // the first of a connection costs more
  const answers = [];
  for (const one of asked) answers.push(await ask('jorunn', one));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.outcome).toEqual({ ok: false, code: 'no_such_card' });
  expect(answers[0]?.said.length, 'the hook heard the door').toBeGreaterThan(5);
});

test('what was asked for in vain is nowhere: not in the log, and no hash of it in any table', async () => {
  later();
  await ask('jorunn', { name: 'Finnes Ikke', codeWord: 'Grå katt' });
  const rows = await superuser.query(`select outcome, files from kernel.audit_event where use_case = 'cases.open_night_card' order by xid desc limit 1`);
  expect(rows.rows).toEqual([{ outcome: 'refused:no_such_card', files: [] }]);
  const row = await superuser.query<{ sealed: Buffer }>('select sealed from app.case_night_card');
  expect(row.rows).toHaveLength(1);
  expect(row.rows[0]?.sealed.includes('Borghild')).toBe(false);
});

test('whoever is wrong again and again waits half a minute, is never locked out, and keeps nobody else waiting', async () => {
  later();
  for (let times = 0; times < 5; times += 1) expect(await opened('jorunn', { name: NAME, codeWord: `feil ${times}` })).toBe('no_such_card');
  expect(await opened('jorunn')).toBe('try_again_soon');
  expect(await opened('kari')).toBe(CARD.agreed);
  all.world.clock.now = addMs(all.world.clock.now, MINUTE);
  expect(await opened('jorunn')).toBe(CARD.agreed);
  expect(await opened('jorunn', { name: NAME, codeWord: 'feil' })).toBe('no_such_card');
});

test('another process counts the same tries, also those that come at the same moment', async () => {
  later();
  vi.resetModules(); // what a process remembers is gone
  const { findCard: another } = await import('../../src/cases/queries/night-card.ts');
  const jorunn = await all.world.person('jorunn');
  const asked = Array.from({ length: 8 }, (_, n) => all.world.house.door.enter(n % 2 === 0 ? another : findCard, jorunn, { reference: '', name: NAME, codeWord: `feil ${n}` }));
  const said = (await Promise.all(asked)).map((outcome) => (outcome.ok ? 'found' : outcome.code));
  expect(said.toSorted()).toEqual([...Array.from({ length: FREE_TRIES }, () => 'no_such_card'), ...Array.from({ length: 3 }, () => 'try_again_soon')]);
});

test('somebody who is inhabil in the case never finds its card, not even by the reference', async () => {
  later();
  const named = await all.opened('kari', { ...DAUGHTER, navn: 'Ragnhild Moe', annen: 'Jorunn Vatne' });
  await all.does('kari', 'writeNightCard', named, { ...CARD, codeWord: 'Gul bil' });
  expect(await opened('kari', { name: 'Ragnhild', codeWord: 'gul bil' })).toBe(CARD.agreed);
  expect(await opened('jorunn', { name: 'Ragnhild', codeWord: 'gul bil' })).toBe('no_such_card');
  expect(await opened('jorunn', { reference: (await all.reads('kari', named)).reference })).toBe('no_such_card');
});

test('nobody without the phone asks, and the data-protection officer does not', async () => {
  for (const who of ['even', 'leif', 'per', 'ida']) expect(await opened(who)).toBe('not_found');
});

test('a card is written anew and taken away, and ends with its case; the row goes with it', async () => {
  later();
  await all.does('kari', 'writeNightCard', file, { ...CARD, agreed: 'Ring politiet først.', warnings: 'Sønnen svarer.', reviewOn: '2030-01-01' });
  expect((await ask('jorunn', { reference })).outcome).toMatchObject({ ok: true, value: { agreed: 'Ring politiet først.', due: false } });
  await all.does('kari', 'removeNightCard', file);
  expect(await opened('jorunn', { reference })).toBe('no_such_card');
  const ended = await classified(all);
  await all.does('signe', 'writeNightCard', ended, CARD);
  await toClosing(all, ended);
  expect(await opened('jorunn', { reference: (await all.reads('kari', ended)).reference })).toBe(CARD.agreed);
  await all.does('kari', 'closeCase', ended, { proposal: await all.proposal('kari', ended), learning: 'Spør tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'] });
  expect(await opened('jorunn', { reference: (await all.reads('kari', ended)).reference })).toBe('no_such_card');
  expect((await superuser.query('select 1 from app.case_night_card where file_id = any ($1)', [[file, ended]])).rowCount).toBe(0);
});

test('warnings that should have been looked over say so on the card', async () => {
  const due = await all.opened('kari', { ...DAUGHTER, navn: 'Torbjørg Li' });
  await all.does('kari', 'writeNightCard', due, { ...CARD, warnings: 'Sønnen svarer.', reviewOn: '2027-01-01' });
  const before = all.world.clock.now;
  all.world.clock.now = addMs(before, 400 * DAY_MS);
  expect((await ask('jorunn', { name: 'Torbjørg', codeWord: CARD.codeWord })).outcome).toMatchObject({ ok: true, value: { due: true } });
  all.world.clock.now = before;
});
