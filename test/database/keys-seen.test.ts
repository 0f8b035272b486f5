import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lived, type Lived } from '../access/lived.ts';
import { search } from '../../src/cases/queries/search.ts';
import { REPLAYS } from '../../src/jobs/project-again.ts';
import { tellingOutside } from '../../src/jobs/tell-outside.ts';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { writeHead } from '../../src/kernel/audit/heads.ts';
import { ROLES, stayConnected } from '../../src/kernel/database/connect.ts';
import { asId, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { openKeyring } from '../../src/kernel/keyring.ts';
import { pause } from '../../src/kernel/postgres/processes.ts';
import { openBytes, type SealingKey } from '../../src/kernel/sealing/aead.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { objectKey } from '../../src/kernel/sealing/object-key.ts';
import { openKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { unwrapFileKey, type FileKey } from '../../src/kernel/sealing/region-keys.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { readSettings, type Settings } from '../../src/kernel/settings.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { readAllTraces } from '../../src/people/public.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { CHECK_TASK, fileChecked, openEnvelopes } from '../../src/reports/public.ts';
import { identityLookup } from '../../src/staff/identity.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import { changeSeenKeys } from '../../src/tools/keys-seen.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { MADE_ANEW, SEALED } from '../../src/tools/rekey/registry.ts';
import { ISSUER } from '../support/people.ts';
import { sealOneOfEach } from '../support/every-seal.ts';
import { jpeg } from '../support/sample-files.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { HOST, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

const REGIONS = [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }];

let life: Lived;
let world: World;
let site: Site;
let folder: string;
let superuser: pg.Client;
let before: Seen;
/** whose report was read, and whose was still under way */
let read: { readonly draft: FileId; readonly code: string };
let underWay: { readonly draft: FileId; readonly code: string };
const photo = jpeg();

/** What a thief has who saw the keys and copied everything. */
type Seen = { readonly keys: readonly SealingKey[]; readonly objects: readonly { readonly region: RegionId; readonly file: FileId; readonly key: FileKey }[]; readonly values: ReadonlySet<string>; readonly at: readonly string[]; readonly names: readonly string[]; readonly differing: ReadonlyMap<RegionId, readonly string[]> };

beforeAll(async () => {
  life = await lived();
  world = life.all.world;
  superuser = life.superuser;
  folder = mkdtempSync(join(tmpdir(), 'vv-seen-'));
  await sealOneOfEach(life);
  site = openSite(world);
  const one = await site.report({ ...DAUGHTER, telefon: '55 55 01 23', trygg: 'JA' });
  await site.upload(one.receipt.token, photo);
  await openAll(world);
  read = one;
  const two = await site.report({ ...DAUGHTER, sett: 'Han slår henne.' });
  await site.upload(two.receipt.token, photo);
  underWay = two;
  cpSync(site.filesDir, join(folder, 'files'), { recursive: true });
  await site.close();
  await life.all.from.close();
  await beside();
  before = await copied();
  await world.house.close();
  await (await world.worker()).close();
  await life.house.close();
});
afterAll(async () => {
  await superuser.end();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

function settings(): Settings {
  const env = {
    NODE_ENV: 'test', DEMO: 'yes', DATA_DIR: join(folder, 'data'), FILES_DIR: join(folder, 'files'), KEYS_DIR: world.keysDir, PUBLIC_KEYS_DIR: world.publicKeysDir, CLOCK: world.clock.now, DATABASE_URL: world.url('migrator'),
    ...Object.fromEntries(ROLES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, world.url(role)])),
  };
  const made = readSettings(env, { workingDirectory: folder, dataDirectory: 'demo' });
  if ('problem' in made) throw new Error(made.problem);
  return made.settings;
}

const headsDir = (): string => join(folder, 'data', 'audit-heads');

/** The lists beside the database, as the worker writes them. */
async function beside(): Promise<void> {
  const { door } = await world.worker();
  for (const { id } of REGIONS) {
    await tellingOutside(door, headsDir())(id);
    const block = await door.unaudited(id, 'audit blocks', closeBlock);
    if (block !== undefined) writeHead(headsDir(), block);
  }
}

/** Every value of every column that a key made, in hex. */
async function values(): Promise<{ readonly at: string; readonly value: string }[]> {
  const columns = [...SEALED.flatMap(({ table, columns: of }) => of.map(({ column }) => `${table}.${column}`)), ...Object.keys(MADE_ANEW)].map((name) => name.split('.'));
  const found: { at: string; value: string }[] = [];
  for (const [schema, table, column] of columns) {
    const { rows } = await superuser.query<{ value: string }>(`select distinct v.value from ${schema}.${table} t, lateral (select unnest(string_to_array(translate(t.${column}::text, '{}"', ''), ','))) v (value) where t.${column} is not null and length(v.value) > 10`);
    found.push(...rows.map(({ value }) => ({ at: `${schema}.${table}.${column}`, value: value.replaceAll('\\', '').replace(/^x/, '') })));
  }
  return found.toSorted((a, b) => (`${a.at} ${a.value}` < `${b.at} ${b.value}` ? -1 : 1));
}

async function copied(): Promise<Seen> {
  const { provider } = openKeyDirectory(world.keysDir);
  const keyring = openKeyring(provider);
  const keys: SealingKey[] = [];
  const objects: { region: RegionId; file: FileId; key: FileKey }[] = [];
  for (const { id } of REGIONS) {
    await world.house.door.unaudited(id, 'test', async (ctx) => {
      const region = await keyring(id, ctx.tx);
      keys.push(region.wrap, region.record);
      const { rows } = await superuser.query<{ file_id: FileId; wrapped_key: Buffer }>('select file_id, wrapped_key from kernel.file_key where region_id = $1', [id]);
      keys.push(...rows.map((row) => unwrapFileKey(region, row.wrapped_key, row.file_id).seal));
    });
  }
  await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${read.draft}}`}, true)`.execute(ctx.tx);
    for (const { key } of (await openFile(ctx, REPORT_FILE, read.draft)).state.dialogue.attachments) objects.push({ region: NORDFJELLA, file: read.draft, key: objectKey(key) });
  });
  // What this world has without a journal, for other tests.
  const differing = new Map(await Promise.all(REGIONS.map(async ({ id }) => [id, await differingIn(await world.worker(), id)] as const)));
  const all = await values();
  return { keys, objects, at: all.map(({ at }) => at), values: new Set(all.map(({ value }) => value)), names: readdirSync(join(folder, 'files', NORDFJELLA)), differing };
}

async function houseNow(): Promise<House> {
  return openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, issuer: ISSUER, connections: 2 });
}

async function kariIn(house: House) {
  const lookup = identityLookup(house.deployment.identityKey, ISSUER, 'kari');
  const { rows } = await superuser.query<{ user_id: string }>('select user_id from app.staff_member where identity_lookup = $1', [lookup]);
  return { kind: 'person', regionId: NORDFJELLA, userId: asId<'user'>(rows[0]?.user_id ?? ''), roles: ['KOORDINATOR', 'MOTTAK'], municipalityId: undefined, signedInAt: world.clock.now } as const;
}

describe('keys that somebody may have seen', () => {
  test('are tried on something of every kind: each sealed column has a value here, and is opened where it belongs', () => {
    const found = new Set(before.at);
    expect(SEALED.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`)).filter((name) => !found.has(name))).toEqual([]);
  });

  test.each([
    ['an entry of a journal', "update kernel.file_event set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) where file_id = (select min(file_id::text)::uuid from app.case_file) and seq = 1"],
    ['a line of the log', "update kernel.audit_event set outcome = case outcome when 'x' then 'done:system' else 'x' end where audit_id = (select min(audit_id::text)::uuid from kernel.audit_event where outcome in ('x', 'done:system'))"],
    ['a role', "update app.role_grant set role = case role when 'X' then 'MOTTAK' else 'X' end where grant_id = (select min(grant_id::text)::uuid from app.role_grant where role in ('X', 'MOTTAK'))"],
    ['the signature of a site', 'update app.published_site set signature = set_byte(signature, 1, 255 - get_byte(signature, 1))'],
    ['a pseudonym in the figures', 'update stats.pace_fact set fact_id = set_byte(fact_id, 1, 255 - get_byte(fact_id, 1))'],
    ['the disposal of a file', `with gone as (delete from kernel.file_disposed where file_id = (select min(file_id::text)::uuid from app.case_file) returning 1)
      insert into kernel.file_disposed (region_id, file_id, disposed_at) select region_id, file_id, now() from kernel.file where file_id = (select min(file_id::text)::uuid from app.case_file) and not exists (select from gone)`],
    ['what is sealed in the region', 'update app.desk_enquiry set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40))'],
  ])('are not changed where %s was changed without them, and everything stays as it was', async (_what, statement) => {
    const all = await values();
    const byHand = () => superuser.query(`set session_replication_role = replica; ${statement}; reset session_replication_role`);
    await byHand();
    await expect(changeSeenKeys(settings(), () => undefined)).rejects.toThrow(/[Ii]ngen nøkler er byttet/);
    await byHand();
    expect(await values()).toEqual(all);
    expect(readdirSync(world.keysDir).sort()).toEqual(['provider.key', 'root.key']);
  });

  test('are not changed while a public part runs that nobody has sent anything to for a while, nor when one is started meanwhile', { timeout: 240_000 }, async () => {
    const all = await values();
    const pool = (idleTimeoutMillis: number) => new pg.Pool({ connectionString: world.url('public'), max: 2, idleTimeoutMillis });
    const quiet = pool(100);
    stayConnected(quiet, 30);
    await publicIs('here');
    await pause(400);
    await expect(changeSeenKeys(settings(), () => undefined)).rejects.toThrow('Stopp produktet, også den offentlige delen');
    await quiet.end();
    await publicIs('gone');
    const late = pool(60_000);
    await expect(changeSeenKeys(settings(), (line) => void (line.includes('forsegler på nytt') && stayConnected(late)))).rejects.toThrow('Ingen nøkler er byttet.');
    await late.end();
    await publicIs('gone');
    expect(await values()).toEqual(all);
    expect([readdirSync(world.keysDir).sort(), readdirSync(join(folder, 'files', NORDFJELLA)).sort()]).toEqual([['provider.key', 'root.key'], before.names.toSorted()]);
  });

  test('open nothing afterwards: every value is sealed or keyed anew, in the database and in the files', { timeout: 240_000 }, async () => {
    const uploadedMeanwhile = join(folder, 'files', NORDFJELLA, randomUUID());
    const { well, lines } = await changeSeenKeys(settings(), (line) => line.includes('forsegler på nytt') && writeFileSync(uploadedMeanwhile, photo));
    expect(readFileSync(uploadedMeanwhile).equals(photo)).toBe(true);
    rmSync(uploadedMeanwhile);
    expect([well, lines[0]]).toEqual([true, expect.stringMatching(/^Alle nøkler er byttet\. \d+ mapper og 2 filer er forseglet på nytt\.$/)]);
    const now = await values();
    const kept = now.filter(({ at, value }) => before.values.has(value) && !['app.published_site.signature', 'kernel.intake_key.public_key'].includes(at));
    expect(kept).toEqual([]);
    const sealed = now.filter(({ at }) => /sealed|wrapped/.test(at) && at !== 'app.report_envelope.sealed');
    expect(sealed.length).toBeGreaterThan(100);
    expect(sealed.filter(({ value }) => before.keys.some((key) => opensWith(key, value)))).toEqual([]);
    const names = readdirSync(join(folder, 'files', NORDFJELLA));
    expect([names.length, names.filter((name) => before.names.includes(name))]).toEqual([2, []]);
    for (const object of names) for (const { region, file, key } of before.objects) await expect(drained(openStream(key, { region, file, object }, once(join(folder, 'files', region, object))))).rejects.toThrow(SealBroken);
  });

  test('are missed by nobody: journals, log, lists, figures and register hold, and staff, search, windows and envelopes work on', { timeout: 240_000 }, async () => {
    const house = await houseNow();
    const worker = await openHouse({ databaseUrl: world.url('worker'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 2 });
    const faults = await verifyRegions(house, REGIONS, headsDir());
    expect(faults.well, faults.lines.join()).toBe(true);
    const opened = await worker.door.enter(openEnvelopes, { kind: 'system', regionId: NORDFJELLA, task: 'open_envelope' }, { envelopeId: await waiting() });
    expect(opened).toMatchObject({ ok: true, value: { opened: 2, unreadable: 0 } });
    expect((await checkRegions(worker, REGIONS, { outsideDir: headsDir() })).lines.filter((line) => /endret|liste|logg/.test(line))).toEqual([]);
    for (const { id } of REGIONS) expect(await differingIn(worker, id)).toEqual(before.differing.get(id));
    const kari = await kariIn(house);
    for (const { draft } of [read, underWay]) {
      await house.door.enter(declareConnection, kari, { reportId: draft, connection: 'INGEN' });
      const { rows } = await superuser.query<{ object_id: string }>('select object_id from app.report_file where report_id = $1', [draft]);
      await worker.door.enter(fileChecked, { kind: 'system', regionId: NORDFJELLA, task: CHECK_TASK }, { object: rows[0]?.object_id, result: 'KEPT' });
      const file = await house.door.enter(openFileOf, kari, { reportId: draft, no: '1', original: false });
      if (!file.ok) throw new Error(file.code);
      expect((await drained(openStream(file.value.key, file.value.facts, once(join(folder, 'files', NORDFJELLA, file.value.facts.object))))).equals(photo)).toBe(true);
    }
    await readAllTraces(house.door, NORDFJELLA);
    for (const term of ['55550123', 'Borghild Kvamme']) expect(await house.door.enter(search, kari, { term })).toMatchObject({ ok: true, value: { reports: expect.arrayContaining([expect.objectContaining({ fileId: read.draft })]) } });
    const web = openSite(world);
    expect((await web.open(read.code)).words).toContain('Mottatt');
    expect((await web.report({ ...DAUGHTER, sett: 'Noe nytt.' })).receipt.words).toContain('Mottatt');
    await Promise.all([web.close(), house.close(), worker.close()]);
  });
});

/** A connection is there a little after it was asked for, and gone a little after it was closed. */
async function publicIs(where: 'here' | 'gone'): Promise<void> {
  const isHere = async () => (await superuser.query("select 1 from pg_stat_activity where datname = current_database() and usename = 'vv_public'")).rowCount !== 0;
  await expect.poll(isHere, { timeout: 15_000 }).toBe(where === 'here');
}

async function waiting(): Promise<string> {
  return (await superuser.query<{ id: string }>('select envelope_id as id from app.report_envelope where report_id = $1', [underWay.draft])).rows[0]?.id ?? '';
}

/** What is projected of a file and no longer what its journal gives. */
async function differingIn(house: House, region: RegionId): Promise<string[]> {
  const { rows } = await superuser.query<{ file_id: FileId; kind: string }>('select file_id, kind from kernel.file where region_id = $1', [region]);
  const names = await Promise.all(rows.map(async ({ file_id: id, kind }) => house.door.unaudited(region, 'test', async (ctx) => REPLAYS.find((one) => one.kind === kind)?.differences(ctx, id))));
  return names.flatMap((one) => one ?? ['changed meanwhile']);
}

/** A value that only another key opens says so; anything else would be a value of this key's. */
function opensWith(key: SealingKey, value: string): boolean {
  try {
    openBytes(key, Buffer.from(value, 'hex'), Buffer.alloc(0));
    return true;
  } catch (error) {
    return !(error instanceof SealBroken && error.fault === 'key');
  }
}

async function* once(path: string) {
  yield readFileSync(path);
}

async function drained(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
