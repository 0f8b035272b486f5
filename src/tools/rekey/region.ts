import { sql } from 'kysely';
import { readDisposed, rekeyDisposed, type DisposalLog } from '../../jobs/disposal-log.ts';
import { readReceived, rekeyReceived } from '../../jobs/received-log.ts';
import { readHeads, rekeyHeads } from '../../kernel/audit/heads.ts';
import { rekeyAudit } from '../../kernel/audit/rekey.ts';
import { verifyAudit } from '../../kernel/audit/verify.ts';
import { writeAudit } from '../../kernel/audit/write.ts';
import { StartProblem } from '../../kernel/start-problem.ts';
import { faultText, registerFaults } from '../audit.ts';
import { stopped, whole, type Change } from './change.ts';
import { rekeyFiles, retracePhones } from './files.ts';
import { rekeyIntake } from './intake.ts';
import { newPrint, rekeyMarks, type Sending } from './marks.ts';
import { rekeyNotices } from './notices.ts';
import { resealRegionRows } from './rows.ts';
import { revouch, verifyVouched } from './vouched.ts';

/** Who did it, in the log. */
const USE_CASE = 'upkeep.change_seen_keys';

/**
 * A region from its former keys to its new ones. First everything is held against what vouches for it; then it is made anew, what vouches
 * for something always after it. One transaction holds it all, so that where it stops nothing has happened.
 */
export async function rekeyRegion(change: Change, sendings: readonly Sending[]): Promise<void> {
  const { from, to, host, besideDir, log } = change;
  log(`${host}: ser etter at ingenting er endret …`);
  const disposed = await verifyAll(change);
  log(`${host}: forsegler på nytt …`);
  await rekeyFiles(change);
  await rekeyNotices(change);
  await resealRegionRows(change);
  await rekeyMarks(change, sendings);
  await revouch(change);
  await rekeyIntake(change);
  await from.tx.deleteFrom('app.session').where('region_id', '=', from.regionId).execute();
  const macs = await rekeyAudit(to);
  await retracePhones(change);
  to.touched.clear();
  await writeAudit(to, USE_CASE, 'done:compromised');
  rekeyHeads(besideDir, from.regionId, macs);
  rekeyReceived(besideDir, to.keys.audit, from.regionId, newPrint(change, sendings));
  rekeyDisposed(besideDir, to.keys.audit, from.regionId, disposed.lines, await headsOfDisposals(change));
}

/** Evidence is not made to look genuine by being sealed anew: whatever does not hold stops it. */
async function verifyAll(change: Change): Promise<DisposalLog> {
  const { from, host, besideDir } = change;
  const faults = [...await verifyAudit(from, readHeads(besideDir, from.regionId)), ...await registerFaults(from)];
  // Where nothing is kept outside there is nothing to hold the log against, before as after.
  const [fault] = faults.filter(({ kind }) => kind !== 'no_outside_heads');
  if (fault !== undefined) throw new StartProblem(`${host}: ${faultText(fault)} Ingen nøkler er byttet. Kjør npm run audit:verify.`);
  await whole(host, 'ansattregisteret', () => verifyVouched(change));
  const disposed = readDisposed(besideDir, from.keys.audit, from.regionId);
  const [broken] = [...readReceived(besideDir, from.keys.audit, from.regionId).broken, ...disposed.broken];
  if (broken !== undefined) throw stopped(host, broken);
  return disposed;
}

async function headsOfDisposals({ from: { tx, regionId } }: Change): Promise<(disposalId: string) => Buffer | undefined> {
  const { rows } = await sql<{ id: string; head: Buffer }>`select disposal_id::text as id, head from app.disposal where region_id = ${regionId}`.execute(tx);
  const heads = new Map(rows.map(({ id, head }) => [id, head]));
  return (id) => heads.get(id);
}
