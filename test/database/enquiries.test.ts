import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteEnquiry, openEnquiry, readEnquiry } from '../../src/reports/commands/enquiries.ts';
import { inboxOf, value } from '../support/door.ts';
import { newWorld, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
});
afterAll(() => world.close());

const ASKED = { who: 'En saksbehandler', from: 'Tjernås', number: '55 55 04 11', about: 'Solveig Haug', said: 'Ville vite om hun bor her.' };
const note = async (who: string, enquiryId: string, change: Partial<typeof ASKED> = {}) => world.house.door.enter(noteEnquiry, await world.person(who), { enquiryId, ...ASKED, ...change });
const opens = async (who: string, enquiryId: string) => world.house.door.enter(openEnquiry, await world.person(who), { enquiryId });
const unread = async (who: string) => (await inboxOf(world, who)).enquiries.unread.map(({ enquiryId }) => enquiryId);

test('somebody rings and asks about a person: it is noted once, sealed, for the coordinators alone, and the desk is answered the same whatever name is written', async () => {
  const [known, unknown] = [randomUUID(), randomUUID()];
  expect(await note('jorunn', known)).toEqual(await note('jorunn', unknown, { about: 'Finnes Ikke' }));
  expect(await note('jorunn', known)).toEqual({ ok: true, value: {} });
  expect(await note('jorunn', known, { said: 'Noe annet.' })).toMatchObject({ ok: false, code: 'already_noted' });
  expect(await note('kari', known)).toMatchObject({ ok: false, code: 'already_noted' });
  const stored = await superuser.query<{ sealed: Buffer }>('select sealed from app.desk_enquiry where enquiry_id = $1', [known]);
  expect(stored.rows[0]?.sealed.includes('Solveig')).toBe(false);
  expect([await unread('kari'), await unread('jorunn')]).toEqual([[known, unknown], []]);
  expect(await opens('jorunn', known)).toMatchObject({ ok: false, code: 'not_found' });
  expect(value(await opens('kari', known))).toMatchObject({ enquiry: ASKED, writtenBy: 'Jorunn Vatne', read: undefined });
});

test('an empty note is no note', async () => {
  expect(await note('jorunn', randomUUID(), { who: '', from: '', number: '', about: '', said: ' ' })).toMatchObject({ ok: false, fields: { said: 'nothing_written' } });
});

test('whoever reads it says what was done, once, and it stays to be found', async () => {
  const noted = randomUUID();
  await note('jorunn', noted);
  const reads = async (done: string) => world.house.door.enter(readEnquiry, await world.person('kari'), { enquiryId: noted, done });
  expect(await reads(' ')).toMatchObject({ ok: false, fields: { done: 'missing' } });
  expect(await reads('Ringte Tjernås tilbake.')).toMatchObject({ ok: true });
  expect(await reads('Noe annet.')).toMatchObject({ ok: false, code: 'already_read' });
  expect(await unread('kari')).not.toContain(noted);
  expect((await inboxOf(world, 'kari')).enquiries.read.map(({ enquiryId }) => enquiryId)).toContain(noted);
  expect(value(await opens('kari', noted)).read).toMatchObject({ by: 'Kari Nordmo', done: 'Ringte Tjernås tilbake.' });
});

test('one that names the coordinator is read by the reserve, and the coordinator does not see that it is there', async () => {
  const noted = randomUUID();
  await note('jorunn', noted, { said: 'Sa at Kari Nordmo hadde lovet det.' });
  expect(await unread('kari')).not.toContain(noted);
  expect(await opens('kari', noted)).toMatchObject({ ok: false, code: 'not_found' });
  expect(await unread('reidun')).toContain(noted);
  expect(await opens('reidun', noted)).toMatchObject({ ok: true });
});
