import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DEMO_REGION } from '../db/demo/region.ts';
import { openPool } from '../src/kernel/database/connect.ts';
import { systemChance } from '../src/kernel/ids.ts';
import { mintFormToken } from '../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../src/kernel/sealing/provider-key.ts';
import { newReceiptCode } from '../src/kernel/sealing/receipt-code.ts';
import { systemClock } from '../src/kernel/time.ts';
import { sendOnce } from '../test/support/reporter.ts';
import { startProduct } from '../test/support/product.ts';
import { DAUGHTER } from '../test/support/submissions.ts';
import { inParallel, openLoop, print } from './load.ts';

const RATE = 50;
const SECONDS = 20;
const AT_ONCE = 32;

/** A report from the first byte of the request to the last of the receipt, beside the bare statement in the same run. */
async function main(): Promise<void> {
  const product = await startProduct();
  const keys = openPublicKeyDirectory(join(product.dataDir, 'public-keys'));
  const token = () => mintFormToken(keys.formToken, { draftId: randomUUID(), receiptCode: newReceiptCode(systemChance), issuedAt: systemClock(), region: DEMO_REGION }, systemChance);
  const send = async (n: number) => {
    const receipt = await sendOnce(product.publicUrl, token(), { ...DAUGHTER, sett: `Måling nummer ${n}. ${'Hun er redd. '.repeat(40)}` });
    if (receipt === undefined) throw new Error('no receipt');
  };
  const pool = openPool({ url: product.url('public'), max: 16 });
  const bare = async () => {
    await pool.query({ name: 'bare', text: 'select outcome from intake.submit($1, $2, $3, 1, $4, $5, $6, $7, $8)', values: [
      DEMO_REGION, randomUUID(), randomBytes(32), randomBytes(4200), randomUUID(), randomBytes(32), systemClock(), randomUUID(),
    ] });
  };
  await inParallel('warm', 4, 3, send);
  const rows = [
    await openLoop(`report over HTTP, ${RATE} a second`, RATE, SECONDS, send),
    await openLoop(`bare statement, ${RATE} a second`, RATE, SECONDS, bare),
    await inParallel(`report over HTTP, ${AT_ONCE} at a time`, AT_ONCE, 10, send),
    await inParallel(`bare statement, ${AT_ONCE} at a time`, AT_ONCE, 10, bare),
  ];
  print(rows);
  await pool.end();
  await product.stop();
}

await main();
