import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_REGION } from '../../db/demo/region.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { openHouse } from '../../src/open-house.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { sql } from 'kysely';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { readFormToken } from '../../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { startProduct, type Part, type Product } from '../support/product.ts';
import { fetchForm, insist, sendUntilReceived } from '../support/reporter.ts';
import { DAUGHTER } from '../support/submissions.ts';

const REPORTERS = 16;
const ROUNDS = 20;

let product: Product;
let extraWorker: ChildProcess | undefined;

beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(async () => {
  extraWorker?.kill('SIGKILL');
  await product.stop();
}, 60_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A second worker beside the house's own: the survivor, or the victim. */
function startExtraWorker(): ChildProcess {
  const { DATA_DIR: data = '' } = product.env;
  return spawn(process.execPath, ['dist/house.js', '--only=worker'], {
    cwd: join(import.meta.dirname, '../..'), stdio: 'ignore',
    env: { PATH: product.env['PATH'], DATABASE_URL_WORKER: product.url('worker'), KEYS_DIR: join(data, 'keys'), AUDIT_HEADS_DIR: join(data, 'audit-heads'), DEMO: 'yes' },
  });
}

type Sent = { readonly draft: FileId; readonly texts: string[]; readonly codes: (string | undefined)[] };

/** One person after the other, until told to stop; every fifth edits and sends again, every third sends the same twice. */
async function reporter(name: number, running: () => boolean, sent: Sent[]): Promise<void> {
  const keys = openPublicKeyDirectory(join(product.dataDir, 'public-keys'));
  for (let n = 0; running(); n += 1) {
    const token = await fetchForm(product.publicUrl);
    const read = readFormToken(keys.formToken, token, systemClock());
    if (read.state === 'forged') throw new Error('a token of our own does not open');
    const text = `Melder ${name}, nummer ${n}: hun er redd.`;
    const answers = { ...DAUGHTER, sett: text };
    const first = await sendUntilReceived(product.publicUrl, token, answers);
    const record: Sent = { draft: asId<'file'>(read.draftId), texts: [text], codes: [first.code] };
    if (n % 3 === 0) record.codes.push((await sendUntilReceived(product.publicUrl, token, answers)).code);
    if (n % 5 === 0) {
      const edited = `${text} Og i går slo han henne.`;
      await sendUntilReceived(product.publicUrl, token, { ...answers, sett: edited });
      record.texts.push(edited);
    }
    sent.push(record);
  }
}

async function killRound(round: number): Promise<void> {
  const victim = (['public', 'house', 'database', 'worker'] as const)[round % 4] ?? 'public';
  if (victim === 'worker') {
    extraWorker?.kill('SIGKILL');
    extraWorker = await insist(async () => startExtraWorker());
    return;
  }
  const part: Part = victim;
  for (const pid of product.pids(part)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already: its parent fell first
    }
  }
}

test('a receipt is a stored report: 16 reporters while public, house, worker and database are killed 20 times lose nothing and double nothing', async () => {
  extraWorker = startExtraWorker();
  const sent: Sent[] = [];
  let on = true;
  const load = Promise.all(Array.from({ length: REPORTERS }, (_, name) => reporter(name, () => on, sent)));
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(1200 + (round % 5) * 300);
    await killRound(round);
  }
  on = false;
  await load;
  const killedLast = performance.now();
  const waiting = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: product.url('superuser') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return Number((await client.query<{ n: string }>('select count(*) n from app.report_envelope')).rows[0]?.n ?? 1);
    } finally {
      await client.end();
    }
  };
  await insist(async () => ((await waiting()) === 0 ? true : undefined), 60_000);
  console.log(`${sent.length} reports, all readable ${Math.round(performance.now() - killedLast)} ms after the load ended`);
  await checkEverything(sent);
}, 600_000);

async function checkEverything(sent: readonly Sent[]): Promise<void> {
  expect(sent.length).toBeGreaterThan(REPORTERS);
  const house = await openHouse({ databaseUrl: product.url('house'), keysDir: join(product.dataDir, 'keys'), clock: systemClock });
  try {
    const found = await house.door.unaudited(DEMO_REGION, 'test', async (ctx) => {
      await sql`select set_config('app.files', (select array_agg(file_id)::text from kernel.file where region_id = ${DEMO_REGION}), true)`.execute(ctx.tx);
      const rows = await ctx.tx.selectFrom('app.report').select('file_id').where('region_id', '=', DEMO_REGION).execute();
      const all = new Map<string, string[]>();
      for (const { file_id: file } of rows) all.set(file, (await openFile(ctx, REPORT_FILE, file)).state.contents.map((part) => part.report.whatHappened));
      return all;
    });
    for (const record of sent) {
      expect(found.get(record.draft), 'a receipt without its report').toEqual(record.texts);
      const shown = record.codes.filter((code) => code !== undefined);
      expect(new Set(shown).size, 'two codes for one report').toBeLessThanOrEqual(1);
    }
    const mine = [...found.values()].filter((texts) => texts[0]?.startsWith('Melder '));
    expect(mine.length, 'more reports than were sent').toBe(sent.length);
  } finally {
    await house.close();
  }
}

test('a job that a dead worker left behind goes on within 30 seconds', async () => {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  await client.query("select graphile_worker.add_job('open_envelope', json_build_object('region', $1::text, 'id', gen_random_uuid()), run_at := now() + interval '1 hour', job_key := 'left-behind')", [DEMO_REGION]);
  await client.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-a-dead-process', run_at = now() where key = 'left-behind'");
  const started = performance.now();
  await insist(async () => ((await client.query("select 1 from graphile_worker._private_jobs where key = 'left-behind'")).rowCount === 0 ? true : undefined), 40_000);
  expect(performance.now() - started).toBeLessThan(30_000);
  await client.end();
}, 60_000);
