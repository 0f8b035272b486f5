import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Kind } from './codes.ts';
import type { Month } from './months.ts';
import type { PartCode } from './plan.ts';
import type { Writing } from './publication.ts';
import type { OutputRow, PublicationRow } from './rows.ts';

const COLUMNS = [
  'publication_id', 'kind', 'lang', 'from_month', 'to_month', 'cut_off', 'version', 'corrects', 'state', 'revision', 'begun_by', 'begun_at', 'sent_by', 'sent_at', 'approved_by', 'approved_at',
] as const;

export async function findPublication(tx: Tx, region: RegionId, id: string): Promise<PublicationRow | undefined> {
  return tx.selectFrom('app.publication').select(COLUMNS).where('region_id', '=', region).where('publication_id', '=', id).executeTakeFirst();
}

/** The same, for whoever is to change it: the next one waits, and meets what this one left. */
export async function holdPublication(tx: Tx, region: RegionId, id: string): Promise<PublicationRow | undefined> {
  return tx.selectFrom('app.publication').select(COLUMNS).where('region_id', '=', region).where('publication_id', '=', id).forUpdate().executeTakeFirst();
}

/** The newest period first, and of a report and its corrections the newest version. */
export async function listPublications(tx: Tx, region: RegionId): Promise<PublicationRow[]> {
  return tx.selectFrom('app.publication').select(COLUMNS).where('region_id', '=', region).orderBy('to_month', 'desc').orderBy('kind').orderBy('version', 'desc').orderBy('publication_id').execute();
}

/** The newest of a kind that ended before a month; its last version. */
export async function findBefore(tx: Tx, region: RegionId, kind: Kind, before: Month): Promise<PublicationRow | undefined> {
  return tx.selectFrom('app.publication').select(COLUMNS).where('region_id', '=', region).where('kind', '=', kind).where('to_month', '<', before)
    .orderBy('to_month', 'desc').orderBy('version', 'desc').orderBy('begun_at', 'desc').limit(1).executeTakeFirst();
}

export async function findCorrection(tx: Tx, region: RegionId, corrects: string): Promise<string | undefined> {
  return (await tx.selectFrom('app.publication').select('publication_id').where('region_id', '=', region).where('corrects', '=', corrects).executeTakeFirst())?.publication_id;
}

/** Answers whether it is new: the same form sent twice begins one. */
export async function insertPublication(tx: Tx, region: RegionId, row: PublicationRow): Promise<boolean> {
  const added = await tx.insertInto('app.publication').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export type Change = Partial<Pick<PublicationRow, 'from_month' | 'to_month' | 'cut_off' | 'state' | 'sent_by' | 'sent_at' | 'approved_by' | 'approved_at'>>;

/** The caller holds the row. */
export async function changePublication(tx: Tx, region: RegionId, id: string, revision: number, change: Change): Promise<void> {
  await tx.updateTable('app.publication').set({ ...change, revision: revision + 1 }).where('region_id', '=', region).where('publication_id', '=', id).where('revision', '=', revision).execute();
}

export type PartRow = { readonly part: PartCode; readonly revision: number; readonly carried: boolean; readonly written_by: UserId; readonly written_at: Instant; readonly sealed: Buffer };

/** Each part as it was saved last. */
export async function listParts(tx: Tx, region: RegionId, id: string): Promise<PartRow[]> {
  const found = await sql<PartRow>`select distinct on (part) part, revision, carried, written_by, written_at, sealed from app.publication_part
    where region_id = ${region} and publication_id = ${id} order by part, revision desc`.execute(tx);
  return found.rows;
}

/** Who wrote in it, and when they last did; what was brought over from last year's nobody has written yet. */
export async function listWritings(tx: Tx, region: RegionId, id: string): Promise<Writing[]> {
  const found = await sql<Writing>`select written_by as by, max(written_at) as at from app.publication_part
    where region_id = ${region} and publication_id = ${id} and not carried group by written_by`.execute(tx);
  return found.rows;
}

/** Answers whether nobody else had saved this revision. */
export async function insertPart(tx: Tx, region: RegionId, id: string, row: PartRow): Promise<boolean> {
  const added = await tx.insertInto('app.publication_part').values({ region_id: region, publication_id: id, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export type CommentRow = { readonly comment_id: string; readonly part: PartCode; readonly written_by: UserId; readonly written_at: Instant; readonly resolved_by: UserId | null; readonly resolved_at: Instant | null; readonly sealed: Buffer };

export async function listComments(tx: Tx, region: RegionId, id: string): Promise<CommentRow[]> {
  return tx.selectFrom('app.publication_comment').select(['comment_id', 'part', 'written_by', 'written_at', 'resolved_by', 'resolved_at', 'sealed']).where('region_id', '=', region).where('publication_id', '=', id).orderBy('written_at').orderBy('comment_id').execute();
}

export async function insertComment(tx: Tx, region: RegionId, id: string, row: CommentRow): Promise<void> {
  await tx.insertInto('app.publication_comment').values({ region_id: region, publication_id: id, ...row }).onConflict((c) => c.doNothing()).execute();
}

/** Answers whether it was open. */
export async function resolveOne(tx: Tx, region: RegionId, id: string, commentId: string, by: UserId, at: Instant): Promise<boolean> {
  const done = await tx.updateTable('app.publication_comment').set({ resolved_by: by, resolved_at: at })
    .where('region_id', '=', region).where('publication_id', '=', id).where('comment_id', '=', commentId).where('resolved_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const OUTPUT = ['output_id', 'publication_id', 'edition', 'format', 'kept', 'asked_by', 'asked_at', 'made_at', 'tries', 'fault'] as const;

export async function listOutputs(tx: Tx, region: RegionId, id: string): Promise<OutputRow[]> {
  return tx.selectFrom('app.publication_output').select(OUTPUT).where('region_id', '=', region).where('publication_id', '=', id).orderBy('asked_at', 'desc').orderBy('output_id').execute();
}

export async function insertOutput(tx: Tx, region: RegionId, row: OutputRow, content: Buffer): Promise<void> {
  await tx.insertInto('app.publication_output').values({ region_id: region, ...row, sealed_content: content, sealed_file: null }).onConflict((c) => c.doNothing()).execute();
}

/** With the state of the report it is of. */
export async function findOutput(tx: Tx, region: RegionId, outputId: string): Promise<(OutputRow & Pick<PublicationRow, 'state' | 'from_month' | 'to_month'>) | undefined> {
  return tx.selectFrom('app.publication_output as o').innerJoin('app.publication as p', (join) => join.onRef('p.region_id', '=', 'o.region_id').onRef('p.publication_id', '=', 'o.publication_id'))
    .select(['o.output_id', 'o.publication_id', 'o.edition', 'o.format', 'o.kept', 'o.asked_by', 'o.asked_at', 'o.made_at', 'o.tries', 'o.fault', 'p.state', 'p.from_month', 'p.to_month']).where('o.region_id', '=', region).where('o.output_id', '=', outputId).executeTakeFirst();
}

export async function getSealed(tx: Tx, region: RegionId, outputId: string): Promise<{ readonly sealed_content: Buffer; readonly sealed_file: Buffer | null }> {
  return tx.selectFrom('app.publication_output').select(['sealed_content', 'sealed_file']).where('region_id', '=', region).where('output_id', '=', outputId).executeTakeFirstOrThrow();
}

/** What a frozen report says, as it was approved. */
export async function findFrozen(tx: Tx, region: RegionId, id: string): Promise<{ readonly output_id: string; readonly sealed_content: Buffer } | undefined> {
  return tx.selectFrom('app.publication_output').select(['output_id', 'sealed_content']).where('region_id', '=', region).where('publication_id', '=', id).where('kept', '=', true).where('format', '=', 'pdf').executeTakeFirst();
}

/** The oldest that waits to be made; one that another worker has in hand is passed over. */
export async function takeWaiting(tx: Tx, region: RegionId): Promise<(OutputRow & { readonly sealed_content: Buffer }) | undefined> {
  return tx.selectFrom('app.publication_output').select([...OUTPUT, 'sealed_content']).where('region_id', '=', region).where('made_at', 'is', null).where('fault', 'is', null)
    .orderBy('asked_at').orderBy('output_id').limit(1).forUpdate().skipLocked().executeTakeFirst();
}

/** What waits to be made, in the order in which it is. */
export async function listWaiting(tx: Tx, region: RegionId): Promise<string[]> {
  const rows = await tx.selectFrom('app.publication_output').select('output_id').where('region_id', '=', region).where('made_at', 'is', null).where('fault', 'is', null).orderBy('asked_at').orderBy('output_id').execute();
  return rows.map((row) => row.output_id);
}

export async function isWaiting(tx: Tx, region: RegionId): Promise<boolean> {
  return (await tx.selectFrom('app.publication_output').select('output_id').where('region_id', '=', region).where('made_at', 'is', null).where('fault', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}

export async function saveMade(tx: Tx, region: RegionId, outputId: string, made: { readonly made_at: Instant; readonly sealed_file: Buffer } | { readonly tries: number; readonly fault: string | null }): Promise<void> {
  await tx.updateTable('app.publication_output').set(made).where('region_id', '=', region).where('output_id', '=', outputId).execute();
}

/** Files that somebody asked for before a moment. Answers how many went. */
export async function deleteOutputsBefore(tx: Tx, region: RegionId, before: Instant): Promise<number> {
  const gone = await tx.deleteFrom('app.publication_output').where('region_id', '=', region).where('kept', '=', false).where('asked_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export async function hasOld(tx: Tx, region: RegionId, before: Instant): Promise<boolean> {
  return (await tx.selectFrom('app.publication_output').select('output_id').where('region_id', '=', region).where('kept', '=', false).where('asked_at', '<', before).limit(1).executeTakeFirst()) !== undefined;
}
