import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { AskRow } from '../expert.ts';

/** A row of app.expert_question by column, as far as the journal says it. */
export function askColumns({ askId, codeNo, askedAt, until, open }: AskRow) {
  return { ask_id: askId, code_no: codeNo, asked_at: askedAt, until, open };
}

/** Columns that no journal has: what opens a question, and who tried. */
export const NOT_IN_THE_JOURNAL = ['number', 'check_hash', 'for_code', 'tries', 'opened_by', 'opened_at', 'answered_at', 'answer_print'] as const;

/** The questions of a case; a row of another case with the same id stays that case's. What is open no more loses what would open it; a question without a code of its own stays without. */
export async function saveAsks(tx: Tx, region: RegionId, caseId: FileId, rows: readonly AskRow[]): Promise<void> {
  for (const row of rows) {
    const { ask_id: askId, ...values } = askColumns(row);
    await sql`insert into app.expert_question as q (region_id, case_id, ask_id, code_no, asked_at, until, open, tries) values (${region}, ${caseId}, ${askId}, ${values.code_no}, ${values.asked_at}, ${values.until}, ${values.open}, 0)
      on conflict (region_id, ask_id) do update set code_no = excluded.code_no, asked_at = excluded.asked_at, until = excluded.until, open = excluded.open,
        number = case when excluded.open then q.number end, check_hash = case when excluded.open then q.check_hash end, for_code = case when excluded.open then q.for_code end
        where q.case_id = excluded.case_id`.execute(tx);
  }
}

/** These and no others. Only for writing again what somebody changed. */
export async function replaceAsks(tx: Tx, region: RegionId, caseId: FileId, rows: readonly AskRow[]): Promise<void> {
  await sql`delete from app.expert_question where region_id = ${region} and case_id = ${caseId} and ask_id <> all (${rows.map((row) => row.askId)}::uuid[])`.execute(tx);
  await saveAsks(tx, region, caseId, rows);
}

export async function isNumberTaken(tx: Tx, region: RegionId, number: string): Promise<boolean> {
  return await tx.selectFrom('app.expert_question').select('ask_id').where('region_id', '=', region).where('number', '=', number).executeTakeFirst() !== undefined;
}

/** The code that opens it from now on, and no other; nobody has tried it. `false`, and nothing is done, where it is another case's or an answer has come. */
export async function giveCode(tx: Tx, region: RegionId, { caseId, askId }: { readonly caseId: FileId; readonly askId: string }, code: { readonly number: string; readonly check: Buffer; readonly forCode: Buffer }): Promise<boolean> {
  const given = await tx.updateTable('app.expert_question').set({ number: code.number, check_hash: code.check, for_code: code.forCode, tries: 0, opened_by: null, opened_at: null })
    .where('region_id', '=', region).where('case_id', '=', caseId).where('ask_id', '=', askId).where('answered_at', 'is', null).executeTakeFirst();
  return given.numUpdatedRows > 0n;
}

/** How far a question has come outside: what the journal does not know. */
export type AskOutside = { readonly askId: string; readonly tries: number; readonly openedAt: Instant | undefined; readonly coded: boolean; readonly answeredAt: Instant | undefined };

export async function listAsks(tx: Tx, region: RegionId, caseId: FileId): Promise<AskOutside[]> {
  const rows = await tx.selectFrom('app.expert_question').select(['ask_id', 'tries', 'opened_at', 'number', 'answered_at']).where('region_id', '=', region).where('case_id', '=', caseId).execute();
  return rows.map((row) => ({ askId: row.ask_id, tries: row.tries, openedAt: row.opened_at ?? undefined, coded: row.number !== null, answeredAt: row.answered_at ?? undefined }));
}

export type AnswerRow = { readonly envelope_id: string; readonly case_id: FileId; readonly ask_id: string; readonly key_version: number; readonly sealed: Buffer; readonly received_at: Instant; readonly attempts: number | null };

/** An answer that waits to be taken in, held until the transaction ends. None or one. */
export async function findAnswer(tx: Tx, region: RegionId, envelopeId: string): Promise<AnswerRow[]> {
  return tx.selectFrom('app.expert_answer').select(['envelope_id', 'case_id', 'ask_id', 'key_version', 'sealed', 'received_at', 'attempts'])
    .where('region_id', '=', region).where('envelope_id', '=', envelopeId).forUpdate().execute();
}

export async function deleteAnswer(tx: Tx, region: RegionId, envelopeId: string): Promise<void> {
  await tx.deleteFrom('app.expert_answer').where('region_id', '=', region).where('envelope_id', '=', envelopeId).execute();
}

export async function markAnswerUnreadable(tx: Tx, region: RegionId, envelopeId: string, failed: { readonly code: string; readonly attempts: number; readonly next: Instant }): Promise<void> {
  await tx.updateTable('app.expert_answer').set({ failure_code: failed.code, attempts: failed.attempts, next_attempt_at: failed.next }).where('region_id', '=', region).where('envelope_id', '=', envelopeId).execute();
}

/** Whether an answer to one of a case's questions waits to be taken in. One that could not be opened is not waited for: it would hold the case for ever. */
export async function isAnswerUnderWay(tx: Tx, region: RegionId, caseId: FileId): Promise<boolean> {
  return await tx.selectFrom('app.expert_answer').select('envelope_id').where('region_id', '=', region).where('case_id', '=', caseId).where('failure_code', 'is', null).limit(1).executeTakeFirst() !== undefined;
}

/** Answers that should have been taken in by now; what could not be is asked for when its time has come, or all of it. */
export async function listDueAnswers(tx: Tx, region: RegionId, at: { readonly late: Instant; readonly now: Instant; readonly all: boolean }): Promise<string[]> {
  const found = await sql<{ envelope_id: string }>`select envelope_id from app.expert_answer where region_id = ${region}
    and case when failure_code is null then received_at < ${at.late} or received_at > ${at.now} else ${at.all} or next_attempt_at is null or next_attempt_at <= ${at.now} end
    order by received_at limit 100`.execute(tx);
  return found.rows.map((row) => row.envelope_id);
}

/** Whether an answer has waited since before a moment: it cannot be opened, or the worker is down. */
export async function answersWaitSince(tx: Tx, region: RegionId, before: Instant): Promise<boolean> {
  return await tx.selectFrom('app.expert_answer').select('envelope_id').where('region_id', '=', region).where('received_at', '<', before).limit(1).executeTakeFirst() !== undefined;
}
