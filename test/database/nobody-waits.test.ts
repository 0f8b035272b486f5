import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strandedCases } from '../../src/cases/public.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { diskLight, failingRounds, ledgerLight, outsideLight } from '../../src/jobs/health.ts';
import { notingRounds } from '../../src/jobs/rounds.ts';
import { exclusionToken } from '../../src/kernel/sealing/mac.ts';
import { addMs, DAY_MS, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import { value } from '../support/door.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { MONDAY, NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;
beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  expect(await all.world.house.door.enter(setContact, await all.world.person('ida'), { userId: await all.id('kari'), email: 'kari@post.example.org', phone: '' })).toMatchObject({ ok: true });
});
afterAll(() => all.close());

const now = () => all.world.clock.now;

test('a round that fails for ever is named in health, one that fails at first too, and a round that comes to its end is not', async () => {
  all.world.clock.now = MONDAY;
  const noted = notingRounds((await all.world.worker()).door);
  await noted('carry_reports', NORDFJELLA, 'failed');
  await noted('tell_notices', NORDFJELLA, 'done');
  expect(await failingRounds(all.world.house)).toEqual([]);
  all.world.clock.now = addMs(MONDAY, 9 * MINUTE);
  await noted('carry_reports', NORDFJELLA, 'failed');
  await noted('tell_notices', NORDFJELLA, 'done');
  all.world.clock.now = addMs(MONDAY, 11 * MINUTE);
  expect(await failingRounds(all.world.house), 'only one of them has come to its end since').toEqual(['carry_reports']);
  await noted('carry_reports', NORDFJELLA, 'done');
  expect(await failingRounds(all.world.house)).toEqual([]);
  all.world.clock.now = MONDAY;
});

test('what came in and was not told to the log outside within ten minutes turns the light red: after a restore nobody would know that it came', async () => {
  await all.report();
  const light = () => outsideLight(all.world.house, now);
  all.world.clock.now = addMs(MONDAY, 9 * MINUTE);
  expect(await light()).toBe('green');
  all.world.clock.now = addMs(MONDAY, 11 * MINUTE);
  expect(await light()).toBe('red');
  await superuser.query('update app.report_ledger set outside_at = $1', [MONDAY]);
  expect(await light()).toBe('green');
  all.world.clock.now = MONDAY;
});

test('a disk with less than a twentieth left is yellow, whichever folder it is; one that is not here is asked nothing', () => {
  const free = (share: number) => diskLight([undefined, '/no-such-folder', '/tmp'], (dir) => (dir === '/tmp' ? share : 0));
  expect([free(0.04), free(0.06)]).toEqual(['yellow', 'green']);
});

test('of the lane «Mange på én gang» the coordinator is told of the one that has been late the longest, and of no other', async () => {
  const [older, newer] = [await all.report({ ...DAUGHTER, kommune: '9901' }), await all.report({ ...DAUGHTER, kommune: '9901' })];
  await superuser.query('update app.report set crowded = true where file_id = any ($1)', [[older, newer]]);
  await superuser.query('update app.report_ledger set received_at = received_at - $2::interval where report_id = $1', [older, '3 days']);
  all.world.clock.now = addMs(MONDAY, 3 * DAY_MS);
  const { notices } = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }));
  expect(notices.filter(({ fileId }) => [older, newer].includes(fileId)).map(({ fileId, why }) => [fileId, why])).toEqual([[older, 'SEEN']]);
  all.world.clock.now = MONDAY;
});

test('a leader and the reserve find one line where a case with a strictly confidential address has waited too long; not those whose it is, and not whoever is left out of it', async () => {
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  const hears = async (who: string) => value(await all.world.house.door.enter(myDay, await all.world.person(who), {})).hears;
  const everybody = async () => [await hears('leif'), await hears('reidun'), await hears('kari'), await hears('even')];
  await superuser.query('update app.case_file set named_only = $2::uuid[], next_due_at = $3 where file_id = $1', [file, [await all.id('kari')], addMs(now(), HOUR)]);
  expect(await everybody(), 'within its time').toEqual([false, false, false, false]);
  await superuser.query('update app.case_file set next_due_at = $2 where file_id = $1', [file, addMs(now(), -HOUR)]);
  expect(await everybody()).toEqual([true, true, false, false]);
  await superuser.query('insert into kernel.file_exclusion (region_id, file_id, token) values ($1, $2, $3)', [NORDFJELLA, file, await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', async (ctx) => exclusionToken(ctx.keys.lookup, await all.id('leif')))]);
  expect(await everybody()).toEqual([false, true, false, false]);
  await superuser.query('update app.case_file set named_only = null where file_id = $1', [file]);
  expect(await everybody(), 'one that they find in their lists is told of there').toEqual([false, false, false, false]);
});

test('a transferred case that nobody has written the receipt of turns the light yellow when its time is out', async () => {
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await superuser.query('update app.report_ledger set outside_at = $1', [MONDAY]);
  await superuser.query(`update app.case_file set status = 'OVERFORT', closed_at = $2, next_due_at = $3, clocks = jsonb_build_array(jsonb_build_object('clock', 'TRANSFERRED', 'due', $4::text)) where file_id = $1`, [file, MONDAY, addMs(MONDAY, HOUR), addMs(MONDAY, HOUR)]);
  const at = async (ms: number) => {
    all.world.clock.now = addMs(MONDAY, ms);
    return ledgerLight(all.world.house, now);
  };
  expect([await at(0), await at(2 * HOUR)]).toEqual(['green', 'yellow']);
});

test('a case that nobody can take forward turns the light red until somebody may', async () => {
  const worker = await all.world.worker();
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await superuser.query('update app.report_ledger set outside_at = $1', [MONDAY]);
  await superuser.query('update app.case_file set next_due_at = null where status = $1', ['OVERFORT']);
  const light = async () => [await ledgerLight(all.world.house, now), (await worker.door.unaudited(NORDFJELLA, 'test', strandedCases)).includes(file)];
  const leaveOut = async (who: string) => superuser.query('insert into kernel.file_exclusion (region_id, file_id, token) values ($1, $2, $3)', [NORDFJELLA, file, await worker.door.unaudited(NORDFJELLA, 'test', async (ctx) => exclusionToken(ctx.keys.lookup, await all.id(who)))]);
  expect((await light())[1]).toBe(false);
  await leaveOut('kari');
  expect((await light())[1], 'the reserve in another municipality has it').toBe(false);
  await leaveOut('reidun');
  expect(await light()).toEqual(['red', true]);
  await superuser.query('update app.case_file set named_only = $2::uuid[] where file_id = $1', [file, [await all.id('kari')]]);
  expect((await light())[1], 'so, too, of a strictly confidential one whose only keeper is inhabil').toBe(true);
  await superuser.query('update app.case_file set closed_at = $2 where file_id = $1', [file, MONDAY]);
  expect((await light())[1], 'closed').toBe(false);
});
