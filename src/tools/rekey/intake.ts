import { sql } from 'kysely';
import { findIntakePair, renewIntakePair } from '../../kernel/intake-keys.ts';
import type { FileId } from '../../kernel/ids.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { openEnvelope, rewrappedPair, sealEnvelope, verifyStatement } from '../../kernel/sealing/intake.ts';
import { publish } from '../../regions/commands/site.ts';
import { publishedBundleSite, siteStatement } from '../../regions/published.ts';
import { stopped, whole, type Change } from './change.ts';
import { resealObjects } from './objects.ts';

/** The pairs that reports are sealed to: the former halves under the new key, a new pair, what lies in envelopes sealed to it, and the site published with it. */
export async function rekeyIntake(change: Change): Promise<void> {
  const { from: { tx, regionId, now }, to, host } = change;
  const pairs = await tx.selectFrom('kernel.intake_key').select(['version', 'public_key', 'sealed_private']).where('region_id', '=', regionId).execute();
  for (const { version, public_key: publicKey, sealed_private: wrappedPrivate } of pairs) {
    const sealed_private = await whole(host, `mottaksnøkkel ${version}`, async () => rewrappedPair(change.from.keys, to.keys, { keyVersion: version, publicKey, wrappedPrivate }));
    await tx.updateTable('kernel.intake_key').set({ sealed_private, retired_at: sql`coalesce(retired_at, ${now})` }).where('region_id', '=', regionId).where('version', '=', version).execute();
  }
  const pair = await renewIntakePair(to);
  await resealEnvelopes(change, pair);
  await publishAgain(change);
}

/** `draft` and `part`: what it was sealed as. */
type Envelope = { readonly envelope_id: string; readonly draft: FileId; readonly part: string; readonly key_version: number; readonly sealed: Buffer };

/** Reports and what was added to them, and answers of professionals outside. */
const WAITING = [
  ['app.report_envelope', sql`select e.envelope_id, e.report_id as draft, l.kind as part, e.key_version, e.sealed from app.report_envelope e
    join app.report_ledger l on l.region_id = e.region_id and l.report_id = e.report_id and l.part = e.part`],
  ['app.expert_answer', sql`select e.envelope_id, e.ask_id as draft, 'answer' as part, e.key_version, e.sealed from app.expert_answer e`],
] as const;

/** What waits to be opened. What cannot be opened now waits on, as it lies: the former private halves are kept for it. */
async function resealEnvelopes(change: Change, pair: { readonly version: number; readonly publicKey: Buffer }): Promise<void> {
  const { from: { tx, regionId }, counted } = change;
  for (const [table, select] of WAITING) {
    const { rows } = await sql<Pick<Envelope, 'envelope_id'>>`select envelope_id from ${sql.table(table)} where region_id = ${regionId}`.execute(tx);
    for (const { envelope_id: id } of rows) {
      const [envelope] = (await sql<Envelope>`${select} where e.region_id = ${regionId} and e.envelope_id = ${id}`.execute(tx)).rows;
      const plain = envelope === undefined ? undefined : await opened(change, envelope);
      if (envelope === undefined || plain === undefined) {
        counted.unreadableEnvelopes += 1;
        continue;
      }
      const [content = plain] = await resealObjects(change, envelope.draft, [plain]);
      const sealed = await sealEnvelope(pair.publicKey, content, { region: regionId, draft: envelope.draft, part: envelope.part, keyVersion: pair.version });
      await sql`update ${sql.table(table)} set sealed = ${sealed}, key_version = ${pair.version} where region_id = ${regionId} and envelope_id = ${id}`.execute(tx);
    }
  }
}

async function opened({ to, from: { regionId } }: Change, { key_version: version, sealed, draft, part }: Envelope): Promise<Buffer | undefined> {
  try {
    const pair = await findIntakePair(to, version);
    return pair === undefined ? undefined : await openEnvelope(pair, sealed, { region: regionId, draft, part, keyVersion: version });
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Signed by the new root, with the new key in it; only what the former root had signed. */
async function publishAgain(change: Change): Promise<void> {
  const { from: { tx, regionId }, to, host, formerRoot, counted } = change;
  const row = await tx.selectFrom('app.published_site').select(['host', 'bundle', 'signature']).where('region_id', '=', regionId).orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return;
  if (!verifyStatement(formerRoot, siteStatement(regionId, row.host, row.bundle), row.signature)) throw stopped(host, 'det som er publisert,');
  const site = publishedBundleSite(row.bundle);
  if (site === undefined) counted.unpublished.push(host);
  else await publish(to, site);
}
