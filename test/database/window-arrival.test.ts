import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../src/kernel/journal/file.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { openReport } from '../../src/reports/queries.ts';
import { openSite, type Site } from '../support/site.ts';
import { openAll } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';


let world: World;
let site: Site;

beforeAll(async () => {
  world = await newWorld();
  site = openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** What arrived since, as the journal has it. */
async function arrived(reportId: FileId) {
  await openAll(world);
  return world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${reportId}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, reportId)).state;
  });
}

describe('what comes in by the code', () => {
  test('keeps out whoever it names before anybody reads it', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const page = await site.open(code);
    await site.post('/kvittering', { skjema: page.token, svar: 'Jorunn Vatne er søsteren hans.' });
    const state = await arrived(draft);
    expect(state.leftOut).toEqual([(await world.person('jorunn')).userId]);
    expect(await world.house.door.enter(openReport, await world.person('jorunn'), { reportId: draft })).toMatchObject({ code: 'not_found' });
  });

  test('waits until the report it belongs to can be read, and comes after it', async () => {
    const { draft, code } = await site.report();
    const owner = (await import('pg')).default;
    const client = new owner.Client({ connectionString: world.url('superuser') });
    await client.connect();
    await client.query('update app.report_envelope set key_version = 7 where report_id = $1', [draft]);
    const page = await site.open(code);
    await site.post('/kvittering', { skjema: page.token, svar: 'Er det noen der?' });
    expect(await openAll(world)).toMatchObject({ opened: 0 });
    await client.query('update app.report_envelope set key_version = 1 where report_id = $1', [draft]);
    await client.end();
    const state = await arrived(draft);
    expect([state.contents.length, state.dialogue.theirs.length, state.parts]).toEqual([1, 1, [0, 1]]);
  });

  test('never passes for a report: a message whose kind is changed in the database does not open', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const page = await site.open(code);
    await site.post('/kvittering', { skjema: page.token, svar: 'Hei' });
    const owner = (await import('pg')).default;
    const client = new owner.Client({ connectionString: world.url('superuser') });
    await client.connect();
    await client.query("update app.report_ledger set kind = 'report' where report_id = $1 and part = 1", [draft]);
    expect(await openAll(world)).toMatchObject({ opened: 0, unreadable: 1 });
    await client.query("update app.report_ledger set kind = 'message' where report_id = $1 and part = 1", [draft]);
    await client.end();
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(1);
  });
});

test('a thousand parts are the most that one report takes, and then the page says whom to call', async () => {
  const { draft, code } = await site.report();
  await openAll(world);
  const owner = (await import('pg')).default;
  const client = new owner.Client({ connectionString: world.url('superuser') });
  await client.connect();
  await client.query(`insert into app.report_ledger (region_id, report_id, part, channel, kind, fingerprint, received_at, readable_at, seen_at)
    select region_id, report_id, n, channel, 'message', decode(lpad(to_hex(n), 8, '0'), 'hex'), received_at, received_at, received_at from app.report_ledger, generate_series(1, 999) n where report_id = $1 and part = 0`, [draft]);
  await client.end();
  const page = await site.open(code);
  const full = await site.post('/kvittering', { skjema: page.token, svar: 'Er det plass?' });
  expect(full.status).toBe(422);
  expect(full.words).toContain('55 55 01 10');
  expect(full.text).toContain('Er det plass?');
});
