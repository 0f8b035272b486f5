import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Letter } from '../choices/document.ts';

export type DocumentFileRow = { readonly file_id: FileId; readonly document_id: string; readonly version: number; readonly made_at: Instant; readonly sealed: Buffer };

export async function insertDocumentFile(tx: Tx, region: RegionId, row: DocumentFileRow): Promise<void> {
  await tx.insertInto('app.case_document_file').values({ region_id: region, ...row }).execute();
}

export async function findDocumentFile(tx: Tx, region: RegionId, fileId: FileId, documentId: string, version: number): Promise<DocumentFileRow | undefined> {
  return tx.selectFrom('app.case_document_file').select(['file_id', 'document_id', 'version', 'made_at', 'sealed'])
    .where('region_id', '=', region).where('file_id', '=', fileId).where('document_id', '=', documentId).where('version', '=', version).executeTakeFirst();
}

export type TemplateRow = { readonly letter: Letter; readonly lang: Lang; readonly version: number; readonly sealed: Buffer; readonly changed_by: UserId; readonly changed_at: Instant };

/** Two who change templates at the same moment do so one after the other. */
export async function lockTemplates(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter templates ${region}`}, 0))`.execute(tx);
}

export async function insertTemplate(tx: Tx, region: RegionId, row: TemplateRow): Promise<void> {
  await tx.insertInto('app.case_letter_template').values({ region_id: region, ...row }).execute();
}

/** The newest of each letter and language. */
export async function latestTemplates(tx: Tx, region: RegionId): Promise<TemplateRow[]> {
  return tx.selectFrom('app.case_letter_template').select(['letter', 'lang', 'version', 'sealed', 'changed_by', 'changed_at'])
    .distinctOn(['letter', 'lang']).where('region_id', '=', region).orderBy('letter').orderBy('lang').orderBy('version', 'desc').execute();
}
