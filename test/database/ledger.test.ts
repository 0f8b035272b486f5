import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/reports/queries/ledger.ts';
import { ledger } from '../../src/reports/queries/ledger.ts';
import { settleLost } from '../../src/reports/commands/ledger.ts';
import { pruneReceived, readReceived } from '../../src/jobs/received-log.ts';
import { tellingOutside } from '../../src/jobs/tell-outside.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import type { RegionKeys } from '../../src/kernel/sealing/region-keys.ts';
import { addMs, DAY_MS, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { unsettledLost } from '../../src/reports/public.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { createDatabase, dropDatabase, testCluster } from '../support/cluster.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';

const HERE = [{ id: NORDFJELLA, host: HOST }];

let world: World;
let from: Sender;
let outsideDir: string;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  outsideDir = mkdtempSync(join(tmpdir(), 'vv-outside-'));
});
afterAll(async () => {
  await from.close();
  await world.close();
  rmSync(outsideDir, { recursive: true, force: true });
});

/** One round of the worker, as a worker that was just started does it. */
async function round(): Promise<void> {
  await tellingOutside((await world.worker()).door, outsideDir)(NORDFJELLA);
}

async function check(): Promise<{ lines: readonly string[]; well: boolean }> {
  return checkRegions(world.house, HERE, { outsideDir });
}

async function page(who: string): Promise<Ledger> {
  const outcome = await world.house.door.enter(ledger, await world.person(who), {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function asSuperuser<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: testCluster().superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Nobody may be connected while a database is copied; whoever was, connects anew by themselves. */
async function alone(client: pg.Client): Promise<void> {
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [world.database]);
}

async function backUp(): Promise<string> {
  return asSuperuser(async (client) => {
    await client.query(`alter database ${world.database} allow_connections false`);
    await alone(client);
    const copy = await createDatabase(world.database);
    await client.query(`alter database ${world.database} allow_connections true`);
    return copy;
  });
}

async function restore(copy: string): Promise<void> {
  await asSuperuser(async (client) => {
    await alone(client);
    await dropDatabase(world.database);
    await client.query(`alter database ${copy} rename to ${world.database}`);
    await client.query(`alter database ${world.database} allow_connections true`);
  });
}

async function keys(): Promise<RegionKeys> {
  return world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => ctx.keys);
}

describe('a database that is put back from a backup', () => {
  let copy: string;
  let lost: FileId;

  test('what was received is in the log outside, and every line of it counts as whole', async () => {
    await from.send(DAUGHTER);
    await openAll(world);
    await round();
    const log = readReceived(outsideDir, (await keys()).audit, NORDFJELLA);
    expect(log.broken).toEqual([]);
    expect(log.parts).toHaveLength(1);
    await round();
    expect(readReceived(outsideDir, (await keys()).audit, NORDFJELLA).parts).toHaveLength(1);
    expect(await check()).toEqual({ lines: [`${HOST}: alle meldinger er der de skal være.`], well: true });
    copy = await backUp();
  });

  test('names what came after the backup: when, which way, its id, and what to do now', async () => {
    world.clock.now = addMs(world.clock.now, HOUR);
    ({ draft: lost } = await from.send({ ...DAUGHTER, sett: 'Etter sikkerhetskopien.' }));
    await openAll(world);
    await round();
    await restore(copy);
    const report = await check();
    expect(report.well).toBe(false);
    expect(report.lines).toEqual([`${HOST}:`, expect.stringContaining(`Tapt: melding mottatt 2026-03-02 kl. 09.00 (Nettskjema), melding ${lost}, del 1, er ikke i databasen. Ingen vet hvem som sendte.`)]);
    expect(report.lines.join('\n')).not.toContain('Etter sikkerhetskopien');
  });

  test('shows it to the leader until it is settled with a line of what was done, and to nobody which it was', async () => {
    await round();
    expect((await page('leif')).lost).toEqual([expect.objectContaining({ kind: 'report', channel: 'NETTSKJEMA', now: 'wait' })]);
    expect(JSON.stringify(await page('leif'))).not.toContain(lost);
    expect(await world.house.door.unaudited(NORDFJELLA, 'test', unsettledLost)).toHaveLength(1); // health is red for it
    const [one] = (await page('kari')).lost;
    const did = { lostId: one?.lostId ?? '', did: 'Vi la ut en melding på nettstedet.' };
    expect(await world.house.door.enter(settleLost, await world.person('kari'), did)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await world.house.door.enter(settleLost, await world.person('leif'), { ...did, did: ' ' })).toMatchObject({ ok: false, fields: { did: 'missing' } });
    expect((await world.house.door.enter(settleLost, await world.person('leif'), did)).ok).toBe(true);
    expect((await world.house.door.enter(settleLost, await world.person('leif'), { ...did, did: 'En gang til.' })).ok).toBe(true);
    const after = await page('leif');
    expect(after.lost).toEqual([]);
    expect(after.settled).toEqual([expect.objectContaining({ did: 'Vi la ut en melding på nettstedet.', by: 'Leif Brekken' })]);
    expect((await check()).well).toBe(true);
  });

  test('a report that is sent again from the page that was still open is found again, and is no longer lost', async () => {
    copy = await backUp();
    const sent = await from.send({ ...DAUGHTER, sett: 'Sendes to ganger.' });
    await round();
    await restore(copy);
    await round();
    expect((await page('leif')).lost).toHaveLength(1);
    await from.send({ ...DAUGHTER, sett: 'Sendes to ganger.' }, sent.draft, sent.code);
    await openAll(world);
    await round();
    expect((await page('leif')).lost).toEqual([]);
    expect((await check()).well).toBe(true);
  });

  test('an addition whose number another one got after the restore is still missed', async () => {
    const { draft } = await from.send({ ...DAUGHTER, sett: 'Den første.' });
    await openAll(world);
    await round();
    copy = await backUp();
    await from.send({ ...DAUGHTER, sett: 'Tapt tillegg.' }, draft);
    await openAll(world);
    await round();
    await restore(copy);
    await from.send({ ...DAUGHTER, sett: 'Et annet tillegg.' }, draft);
    await openAll(world);
    await round();
    expect((await check()).lines).toEqual([`${HOST}:`, expect.stringContaining(`melding ${draft}, del 2, er ikke i databasen`)]);
    const [one] = (await page('leif')).lost;
    await world.house.door.enter(settleLost, await world.person('leif'), { lostId: one?.lostId, did: 'Spurt på nytt.' });
  });
});

describe('the log outside', () => {
  const file = (): string => join(outsideDir, readdirSync(outsideDir).find((name) => name.endsWith('.mottatt')) ?? '');

  test('says where a line was changed or taken out, and a line that was forged tells of nothing', async () => {
    const before = readFileSync(file(), 'utf8');
    const parts = readReceived(outsideDir, (await keys()).audit, NORDFJELLA).parts.length;
    writeFileSync(file(), before.replace('NETTSKJEMA', 'TELEFON'));
    expect((await check()).lines.join('\n')).toMatch(/Loggen utenfor databasen er endret: .*, linje 1\./);
    writeFileSync(file(), before.split('\n').filter((_, index) => index !== 1).join('\n'));
    expect((await check()).lines.join('\n')).toMatch(/er endret: .*, linje 2\./);
    writeFileSync(file(), `${before}${before.split('\n')[0]?.replace(/^\S+/, '10000000-0000-4000-8000-000000000001')}\n`);
    expect(readReceived(outsideDir, (await keys()).audit, NORDFJELLA).parts).toHaveLength(parts);
    writeFileSync(file(), before);
    expect((await check()).well).toBe(true);
  });

  test('goes on after a line that a crash cut short', async () => {
    appendFileSync(file(), '10000000-0000-4000-8000-0000');
    expect((await check()).well).toBe(true);
    await from.send({ ...DAUGHTER, sett: 'Etter krasjet.' });
    await openAll(world);
    await round();
    expect(await check()).toEqual({ lines: [`${HOST}: alle meldinger er der de skal være.`], well: true });
  });

  test('that is gone is missed, and is written again', async () => {
    const parts = readReceived(outsideDir, (await keys()).audit, NORDFJELLA).parts.length;
    rmSync(file());
    expect((await check()).lines.join('\n')).toMatch(/Loggen utenfor databasen er ikke hel: \d+ deler/);
    await round();
    await round();
    expect((await check()).well).toBe(true);
    expect(parts).toBeGreaterThan(3);
  });

  test('lets go of months that no backup reaches back to, and of nothing else', async () => {
    pruneReceived(outsideDir, NORDFJELLA, addMs(world.clock.now, 390 * DAY_MS));
    expect(readdirSync(outsideDir).filter((name) => name.endsWith('.mottatt'))).toHaveLength(1);
    pruneReceived(outsideDir, NORDFJELLA, addMs(world.clock.now, 440 * DAY_MS));
    expect(readdirSync(outsideDir).filter((name) => name.endsWith('.mottatt'))).toEqual([]);
  });
});

describe('the page', () => {
  test('counts a report that names the leader for others, and not for the leader, and never takes one back that it counted', async () => {
    const [before, others] = [await page('leif'), await page('kari')];
    await from.send({ ...DAUGHTER, hvem: 'FAMILIE', navn: 'Leif Brekken', sett: 'Lederen er nevnt.' });
    expect((await page('leif')).days).toEqual(before.days); // on its way: nobody knows whom it names
    await openAll(world);
    expect((await page('leif')).days).toEqual(before.days);
    expect((await page('kari')).months[0]?.reports).toBe((others.months[0]?.reports ?? 0) + 1);
  });

  test('tells a gap by its kind, its time and its way in, and nothing that leads to the report', async () => {
    const { draft } = await from.send({ ...DAUGHTER, sett: 'Blir borte.' });
    const at = world.clock.now;
    const superuser = await world.superuser();
    await superuser.query('delete from app.report_envelope where report_id = $1', [draft]);
    world.clock.now = addMs(at, 3 * MINUTE);
    const { gaps } = await page('ida');
    expect(gaps).toEqual([{ kind: 'vanished', what: 'report', channel: 'NETTSKJEMA', since: at }]);
    expect((await check()).lines.join('\n')).toContain(`Melding ${draft}`);
  });
});
