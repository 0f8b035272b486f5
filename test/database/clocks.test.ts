import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { myDay } from '../../src/cases/queries/day.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { renewRegionClocks } from '../../src/cases/public.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { projectionsLight } from '../../src/jobs/health.ts';
import { lastNight } from '../../src/jobs/night.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, MINUTE, type Instant } from '../../src/kernel/time.ts';
import { clocksForm } from '../../src/regions/clock-form.ts';
import { NO_CHANGES, type RegionClocks } from '../../src/regions/codes.ts';
import { changeClocks } from '../../src/regions/commands/clocks.ts';
import { publishSite, saveSite } from '../../src/regions/commands/site.ts';
import { siteForm } from '../../src/regions/form.ts';
import { clockSettings, siteDraft } from '../../src/regions/queries.ts';
import { inbox } from '../../src/reports/queries.ts';
import { rowClock } from '../../src/reports/pages/reception/lines.ts';
import { letIn, lives, type Lives } from './cases-support.ts';
import { MONDAY, NORDFJELLA } from '../support/world.ts';

let all: Lives;
let report: FileId;
let file: FileId;
beforeAll(async () => {
  all = await lives();
  file = await all.opened('kari');
  report = await all.report();
});
afterAll(() => all.close());

async function settings(subject = 'kari'): Promise<RegionClocks> {
  const outcome = await all.world.house.door.enter(clockSettings, await all.world.person(subject), {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function change(typed: Readonly<Record<string, string>>, subject = 'kari', version = ''): Promise<unknown> {
  return all.world.house.door.enter(changeClocks, await all.world.person(subject), { typed: { ...clocksForm(NO_CHANGES), ...typed }, version: version || String((await settings()).version) });
}

/** Until when the report should be read, as reception's list says it. */
async function readBy(): Promise<string | undefined> {
  const outcome = await all.world.house.door.enter(inbox, await all.world.person('jorunn'), {});
  if (!outcome.ok) throw new Error(outcome.code);
  const row = outcome.value.waiting.find((one) => one.file_id === report) ?? expect.fail('the report is not in the list');
  const clock = rowClock(row, outcome.value.now, outcome.value.clocks);
  return 'on' in clock ? `${clock.kind} ${clock.on}` : clock.kind;
}

/** The nearest deadline of the case, in the work list and on its page: they must be one. */
async function nearest(): Promise<Instant | undefined> {
  const outcome = await all.world.house.door.enter(caseList, await all.world.person('kari'), {});
  if (!outcome.ok) throw new Error(outcome.code);
  const listed = outcome.value.rows.find((row) => row.fileId === file)?.next?.due;
  expect((await all.reads('kari', file)).clocks[0]?.due).toBe(listed);
  return listed;
}

const renewed = async (): Promise<void> => renewRegionClocks((await all.world.worker()).door, NORDFJELLA);

test('nobody but a coordinator sees or changes the region’s deadlines', async () => {
  for (const subject of ['jorunn', 'even', 'leif', 'stine', 'per', 'ida']) {
    expect(await change({}, subject)).toEqual({ ok: false, code: 'not_found' });
    expect(await all.world.house.door.enter(clockSettings, await all.world.person(subject), {})).toEqual({ ok: false, code: 'not_found' });
  }
});

test('a changed deadline holds in reception at once, and in the open cases’ list and pages when the worker has been round', async () => {
  expect([all.world.clock.now, await readBy(), await nearest()]).toEqual([MONDAY, 'seen 2026-03-03', '2026-03-09T23:00:00.000Z']);
  expect(await change({ 'SEEN-amount': '3', 'ASSESSED-amount': '2' })).toMatchObject({ ok: true });
  expect(await readBy()).toBe('seen 2026-03-05');
  await renewed();
  expect(await nearest()).toBe('2026-03-04T23:00:00.000Z');
});

test('one that is switched off is gone from the list, and what is written in the case meanwhile keeps it so', async () => {
  expect(await change({ 'SEEN-on': '', 'ASSESSED-on': '' })).toMatchObject({ ok: true });
  expect(await readBy()).toBe('done');
  await all.does('kari', 'writeNote', file, { text: 'Ringt dagsenteret.', newId: '90000000-0000-4000-8000-000000000001' });
  // the net below the others, which cannot be switched off
  expect(await nearest()).toBe('2026-04-01T22:00:00.000Z');
  await renewed();
  expect(await nearest()).toBe('2026-04-01T22:00:00.000Z');
});

test('the days on which the region has said that nobody reads are no working days, from when that is published', async () => {
  expect(await change({})).toMatchObject({ ok: true });
  const kari = await all.world.person('kari');
  const draft = await all.world.house.door.enter(siteDraft, kari, {});
  if (!draft.ok) throw new Error(draft.code);
  const typed = { ...siteForm(draft.value.site), 'reading-kind': 'weekly', 'reading-1': '8–15', 'reading-holidays': 'closed', 'reading-exceptions': '03.03.2026\n05.03.2026 10–12' };
  expect(await all.world.house.door.enter(saveSite, kari, { typed, changedAt: draft.value.changedAt })).toMatchObject({ ok: true });
  expect(await readBy()).toBe('seen 2026-03-03');
  expect(await all.world.house.door.enter(publishSite, kari, {})).toMatchObject({ ok: true });
  expect([...(await settings()).closed]).toEqual(['2026-03-03']);
  expect(await readBy()).toBe('seen 2026-03-04');
  await renewed();
  expect(await nearest()).toBe('2026-03-10T23:00:00.000Z');
});

test('publishing again with the same days changes no deadline, and a draft of the site is not taken for changed by anybody’s deadlines', async () => {
  const before = await settings();
  const kari = await all.world.person('kari');
  const draft = await all.world.house.door.enter(siteDraft, kari, {});
  expect(await all.world.house.door.enter(publishSite, kari, {})).toMatchObject({ ok: true });
  expect((await settings()).version).toBe(before.version);
  expect(await change({ 'CLOSING-on': '' })).toMatchObject({ ok: true });
  expect((await settings()).closed).toEqual(before.closed);
  expect(draft).toMatchObject({ ok: true });
  if (draft.ok) expect(await all.world.house.door.enter(saveSite, kari, { typed: siteForm(draft.value.site), changedAt: draft.value.changedAt })).toMatchObject({ ok: true });
  expect((await settings()).changes).toEqual({ CLOSING: { on: false } });
});

test('a second coordinator does not overwrite what the first one saved meanwhile', async () => {
  const { version } = await settings();
  expect(await change({ 'SEEN-amount': '2' }, 'kari', String(version))).toMatchObject({ ok: true });
  expect(await change({ 'SEEN-amount': '4' }, 'kari', String(version))).toEqual({ ok: false, code: 'changed_meanwhile' });
  expect((await settings()).changes).toEqual({ SEEN: { amount: 2 } });
});

test('a night that comes between the change and the new counting takes nobody for a forger', async () => {
  expect(await change({ 'ASSESSED-amount': '9' })).toMatchObject({ ok: true });
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  expect(await projectionsLight(all.world.house, () => all.world.clock.now)).toBe('green');
});

test('an upgrade that knows new clocks gives them to the open cases, and the night that comes before takes nobody for a forger', async () => {
  const superuser = await all.world.superuser();
  // As an older version of the product left it: counted without a clock that there is now.
  await superuser.query(`update app.case_file set clocks = '[]', next_due_at = null, clocks_version = 3 where file_id = $1`, [file]);
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  expect(await projectionsLight(all.world.house, () => all.world.clock.now)).toBe('green');
  expect((await superuser.query(`select 1 from kernel.audit_event where use_case = 'upkeep.project_again'`)).rowCount, 'nothing was mended').toBe(0);
  await renewed();
  expect(await nearest()).toBeDefined();
});

test('a transfer that nobody has confirmed is counted again in its closed case, the night takes nobody for a forger, and whoever was mailed of it reads so on their day', async () => {
  const moved = await all.opened('kari');
  await letIn(all, 'even', moved);
  await all.does('kari', 'proposeTransfer', moved, { receiver: 'Nordbø', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER' });
  await all.does('even', 'confirmTransfer', moved, { proposal: 1 });
  const superuser = await all.world.superuser();
  const due = async () => (await superuser.query<{ due: Date }>('select next_due_at as due from app.case_file where file_id = $1 and closed_at is not null', [moved])).rows[0]?.due;
  const before = await due() ?? expect.fail('nothing runs');
  expect(await change({ 'TRANSFERRED-on': 'ja', 'TRANSFERRED-amount': '9' })).toMatchObject({ ok: true });
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  expect(await projectionsLight(all.world.house, () => all.world.clock.now)).toBe('green');
  expect((await superuser.query(`select 1 from kernel.audit_event where use_case = 'upkeep.project_again'`)).rowCount, 'nothing was mended').toBe(0);
  await renewed();
  expect(await due()).not.toEqual(before);
  await superuser.query('update app.case_file set next_due_at = null where file_id <> $1', [moved]);
  await superuser.query('update app.case_file set named_only = array[]::uuid[] where file_id = $1', [moved]);
  const hears = async () => {
    const day = await all.world.house.door.enter(myDay, await all.world.person('leif'), {});
    return day.ok && day.value.hears;
  };
  expect(await hears()).toBe(false);
  all.world.clock.now = addMs(all.world.clock.now, 30 * DAY_MS);
  expect(await hears()).toBe(true);
});

test('a region that had published its closed days before deadlines were counted by them need not publish again', async () => {
  const step = readFileSync(join(import.meta.dirname, '../../db/migrations/0012_clocks.sql'), 'utf8');
  const migrator = new pg.Client({ connectionString: all.world.url('migrator') });
  const superuser = await all.world.superuser();
  await migrator.connect();
  await superuser.query("update app.region_profile set settings = settings - 'closed', clocks_version = 0");
  await migrator.query(/^do \$\$[^]*/m.exec(step)?.[0] ?? '');
  const { rows } = await superuser.query<{ closed: unknown; version: number }>("select settings -> 'closed' as closed, clocks_version as version from app.region_profile order by clocks_version");
  await migrator.end();
  expect(rows).toEqual([{ closed: null, version: 0 }, { closed: ['2026-03-03'], version: 1 }]);
});

test('a case whose journal somebody altered keeps its own deadlines, and holds back nobody else’s', async () => {
  const superuser = await all.world.superuser();
  const other = await all.opened('kari');
  await superuser.query('alter table kernel.file_event disable trigger user');
  await superuser.query("update kernel.file_event set sealed = '' where file_id = $1 and seq = 1", [file]);
  await superuser.query('alter table kernel.file_event enable trigger user');
  await superuser.query("update app.case_file set clocks = '[]', next_due_at = null, clocks_version = 3 where file_id = any ($1)", [[file, other]]);
  await renewed();
  const { rows } = await superuser.query<{ clocks: number; behind: boolean }>('select jsonb_array_length(clocks) as clocks, clocks_version = 3 as behind from app.case_file where file_id = any ($1) order by file_id = $2 desc', [[file, other], file]);
  expect(rows[0], 'its own stand, and it is not taken again for ever').toEqual({ clocks: 0, behind: false });
  expect(rows[1]?.clocks).toBeGreaterThan(0);
});
