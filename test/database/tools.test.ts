import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { writeHead } from '../../src/kernel/audit/heads.ts';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { openHouse } from '../../src/open-house.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import type { Region } from '../../src/tools/database.ts';
import { checkRegion } from '../../src/tools/keys.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { newServerSql } from '../../src/tools/new-server.ts';
import { settled, startOwnCluster } from '../support/cluster.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

const REGIONS: readonly Region[] = [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }];
const NORDFJELLA_ALONE = REGIONS.slice(0, 1);

let world: World;
let from: Sender;
let superuser: pg.Client;
let headsDir: string;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  headsDir = mkdtempSync(join(tmpdir(), 'vv-heads-'));
  superuser = await world.superuser();
  const worker = await world.worker();
  await settled();
  for (const region of REGIONS) {
    const block = await worker.door.unaudited(region.id, 'audit blocks', closeBlock);
    if (block !== undefined) writeHead(headsDir, block);
  }
});
afterAll(async () => {
  await from.close();
  await world.close();
  rmSync(headsDir, { recursive: true, force: true });
});

describe('audit:verify', () => {
  test('says of each region that all is well', async () => {
    expect(await verifyRegions(world.house, REGIONS, headsDir)).toEqual({ lines: [`${HOST}: ingen feil i logg eller journaler.`, `${SMALL_HOST}: ingen feil i logg eller journaler.`], well: true });
  });

  test('names what a superuser deleted, in the region where it was, and ends badly', async () => {
    await superuser.query('begin');
    await superuser.query('set local session_replication_role = replica');
    const gone = await superuser.query<{ id: string }>(`delete from kernel.audit_event where audit_id = (select audit_id from kernel.audit_event where region_id = $1 limit 1) returning audit_id::text as id`, [SORVIKA]);
    await superuser.query('commit');
    const report = await verifyRegions(world.house, REGIONS, headsDir);
    expect(report.well).toBe(false);
    expect(report.lines).toEqual([`${HOST}: ingen feil i logg eller journaler.`, `${SMALL_HOST}:`, expect.stringMatching(`^  Slettet: logglinje ${gone.rows[0]?.id} \\(blokk 1, lukket 2026-`)]);
  });

  test('notices a whole region that is gone', async () => {
    const report = await verifyRegions(world.house, NORDFJELLA_ALONE, headsDir);
    expect(report.lines).toContain(`Region ${SORVIKA}:`);
    expect(report.well).toBe(false);
  });
});

describe('ledger:check', () => {
  test('names a report that was received and never opened, and one that vanished', async () => {
    await from.send(DAUGHTER);
    await openAll(world);
    const { draft: waiting } = await from.send(DAUGHTER);
    const { draft: vanished } = await from.send(DAUGHTER);
    await superuser.query('delete from app.report_envelope where report_id = $1', [vanished]);
    expect((await checkRegions(world.house, NORDFJELLA_ALONE)).well).toBe(true);
    const before = world.clock.now;
    world.clock.now = addMs(before, HOUR);
    const report = await checkRegions(world.house, NORDFJELLA_ALONE);
    world.clock.now = before;
    expect(report.well).toBe(false);
    expect(report.lines.join('\n')).toContain(`Melding ${waiting}, del 1, mottatt ${before}, er mottatt, men ikke åpnet ennå.`);
    expect(report.lines.join('\n')).toContain(`Melding ${vanished}, del 1, mottatt ${before}, er mottatt, men er ikke i databasen lenger.`);
    expect(report.lines).toHaveLength(3);
  });
});

describe('keys:check', () => {
  test('says which intake key does not open, before a report is lost to it', async () => {
    const region = { id: NORDFJELLA, host: HOST };
    expect(await checkRegion(world.house, region)).toEqual({ lines: [`${HOST}: regionsnøkkelen og alle mottaksnøkler lar seg åpne.`], well: true });
    await superuser.query(`update kernel.intake_key set sealed_private = set_byte(sealed_private, 20, get_byte(sealed_private, 20) # 1) where region_id = $1`, [NORDFJELLA]);
    // A tool opens the keys anew; a running house may still hold what it opened before.
    const fresh = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 });
    const report = await checkRegion(fresh, region);
    await fresh.close();
    expect(report).toEqual({ lines: [`${HOST}:`, '  Mottaksnøkkel 1 kan ikke åpnes: meldinger som er forseglet til den, kan ikke leses.'], well: false });
    expect(openPublicKeyDirectory(world.publicKeysDir).rootPublic.equals(world.house.keys.rootPublic)).toBe(true);
  });
});

describe('db:roles', () => {
  test('prints what a superuser needs to make an empty server ready, and it can be run again', async () => {
    const cluster = await startOwnCluster();
    try {
      const { lines } = newServerSql();
      const statements = lines.join('\n').replace(/^--.*$/gm, '').split(/;\n(?!exception)/).map((one) => one.trim()).filter((one) => one !== '' && one !== ';');
      const client = new pg.Client({ connectionString: cluster.superuserUrl });
      await client.connect();
      await client.query(statements.filter((one) => !/database/.test(one)).join(';\n'));
      for (const statement of statements.filter((one) => /database/.test(one))) await client.query(statement);
      await client.query(newServerSql().lines.filter((line) => !/^--|database/.test(line)).join('\n'));
      await client.query(lines.filter((line) => line.startsWith('alter role')).join('\n'));
      await client.end();
      const url = (role: string): string => {
        const set = lines.find((line) => line.includes(` DATABASE_URL_${role}=`))?.split('=')[1] ?? '';
        return set.replace('@VERT:5432', `@${encodeURIComponent(cluster.socketDir)}:${cluster.port}`);
      };
      const ran = await migrate({ migrator: url('MIGRATOR'), worker: url('WORKER') }, join(import.meta.dirname, '../../db/migrations'));
      expect(ran).toContain('0001_kernel.sql');
    } finally {
      await cluster.stop();
    }
  });

  test('gives each role a password of its own that nobody can guess', () => {
    const passwords = newServerSql().lines.join('\n').match(/password '([^']+)'/g) ?? [];
    expect(passwords).toHaveLength(6);
    expect(new Set(passwords).size).toBe(6);
    expect(passwords.every((one) => one.length > 40)).toBe(true);
  });
});
