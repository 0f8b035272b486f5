import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';
import type { FileId, RegionId, UserId } from '../ids.ts';
import type { Instant } from '../time.ts';

export type OpenedRow = { readonly file_id: FileId; readonly actor: UserId; /** last */ readonly at: Instant };

/** Who of these people was last shown each of these files by one of these use cases, as the audit log has it. Being asked the question before the content is not being shown it. */
export async function lastOpened(tx: Tx, region: RegionId, files: readonly FileId[], people: readonly UserId[], useCases: readonly string[]): Promise<OpenedRow[]> {
  if (files.length === 0 || people.length === 0) return [];
  const found = await sql<OpenedRow>`
    select f.file_id, e.actor, max(e.at) as at from unnest(${[...files]}::uuid[]) as f (file_id)
      join kernel.audit_event e on e.region_id = ${region} and e.files @> array[f.file_id]
    where e.actor = any (${[...people]}::text[]) and e.use_case = any (${[...useCases]}::text[]) and e.outcome like 'done:%' and e.outcome <> 'done:question'
    group by f.file_id, e.actor`.execute(tx);
  return found.rows;
}

/** When somebody last did one of these to each of these files, as the audit log has it: read without opening any of them. Files to which nobody has are absent. */
export async function lastDone(tx: Tx, region: RegionId, files: readonly FileId[], useCases: readonly string[]): Promise<ReadonlyMap<FileId, Instant>> {
  if (files.length === 0) return new Map();
  const found = await sql<{ file_id: FileId; at: Instant }>`
    select f.file_id, max(e.at) as at from unnest(${[...files]}::uuid[]) as f (file_id)
      join kernel.audit_event e on e.region_id = ${region} and e.files @> array[f.file_id]
    where e.use_case = any (${[...useCases]}::text[]) and e.outcome like 'done:%'
    group by f.file_id`.execute(tx);
  return new Map(found.rows.map(({ file_id: file, at }) => [file, at]));
}
