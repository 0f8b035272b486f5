import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_REGION } from '../db/demo/region.ts';
import { openPool } from '../src/kernel/database/connect.ts';
import { systemChance } from '../src/kernel/ids.ts';
import { mintFormToken, mintTurn } from '../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../src/kernel/sealing/provider-key.ts';
import { newReceiptCode } from '../src/kernel/sealing/receipt-code.ts';
import { addMs, MINUTE, systemClock } from '../src/kernel/time.ts';
import { fileForm, sendOnce } from '../test/support/reporter.ts';
import { jpeg } from '../test/support/sample-files.ts';
import { startProduct, type Product } from '../test/support/product.ts';
import { DAUGHTER } from '../test/support/submissions.ts';
import { inParallel, openLoop, print } from './load.ts';

const RATE = 50;
const SECONDS = 20;
const AT_ONCE = 32;

const MANY = 2000;

/** Each number once, a few at a time; answers how many failed. */
async function each(total: number, atOnce: number, work: (n: number) => Promise<void>): Promise<number> {
  let [next, failed] = [0, 0];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < total) {
      next += 1;
      await work(next).catch(() => void (failed += 1));
    }
  }));
  return failed;
}

async function counted(product: Product): Promise<{ reports: number; files: number }> {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  const { rows } = await client.query<{ reports: number; files: number }>("select count(*) filter (where part = 0)::int as reports, count(*) filter (where kind = 'file')::int as files from app.report_ledger");
  await client.end();
  return rows[0] ?? { reports: 0, files: 0 };
}

/** A report from the first byte of the request to the last of the receipt, beside the bare statement in the same run. */
async function main(): Promise<void> {
  const product = await startProduct();
  const keys = openPublicKeyDirectory(join(product.dataDir, 'public-keys'));
  const send = async (n: number): Promise<string> => {
    const draftId = randomUUID();
    const token = mintFormToken(keys.formToken, { draftId, receiptCode: newReceiptCode(systemChance), issuedAt: systemClock(), region: DEMO_REGION }, systemChance);
    // everything comes from one address here: with a turn that it has waited for, each goes the same way through, and no wait is measured
    const tur = mintTurn(keys.formToken, draftId, addMs(systemClock(), -MINUTE), systemChance);
    const receipt = await sendOnce(product.publicUrl, token, { ...DAUGHTER, tur, sett: `Måling nummer ${n}. ${'Hun er redd. '.repeat(40)}` });
    if (receipt === undefined) throw new Error('no receipt');
    return token;
  };
  const photograph = Buffer.concat([jpeg(), randomBytes(300_000)]);
  const withFile = async (n: number): Promise<void> => {
    const { status } = await fetch(`${product.publicUrl}/kvittering/fil`, { method: 'POST', body: fileForm(await send(n), Buffer.concat([photograph, randomBytes(16)]), 'bilde.jpg') });
    if (status !== 200) throw new Error(`the file was answered ${status}`);
  };
  const pool = openPool({ url: product.url('public'), max: 16 });
  const bare = async () => {
    await pool.query({ name: 'bare', text: 'select outcome from intake.submit($1, $2, $3, 1, $4, $5, $6, $7, $8)', values: [
      DEMO_REGION, randomUUID(), randomBytes(32), randomBytes(4200), randomUUID(), randomBytes(32), systemClock(), randomUUID(),
    ] });
  };
  const alone = async (n: number) => void await send(n);
  await inParallel('warm', 4, 3, alone);
  const rows = [
    await openLoop(`report over HTTP, ${RATE} a second`, RATE, SECONDS, alone),
    await openLoop(`bare statement, ${RATE} a second`, RATE, SECONDS, bare),
    await inParallel(`report over HTTP, ${AT_ONCE} at a time`, AT_ONCE, 10, alone),
    await inParallel(`bare statement, ${AT_ONCE} at a time`, AT_ONCE, 10, bare),
  ];
  const before = await counted(product);
  const began = performance.now();
  const failed = await each(MANY, AT_ONCE, withFile);
  const seconds = (performance.now() - began) / 1000;
  const after = await counted(product);
  print(rows);
  console.log(`${MANY} reports with a file of 300 kB, ${AT_ONCE} at a time: ${seconds.toFixed(0)} s, ${failed} refused or unanswered, stored ${after.reports - before.reports} reports and ${after.files - before.files} files`);
  await pool.end();
  await product.stop();
}

await main();
