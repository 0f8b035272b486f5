/*
 * Every column with bytes in it, and what becomes of it when keys were seen (tools/keys-seen.ts). A new one cannot be forgotten:
 * test/walls/rekey.test.ts holds this list against db/schema.txt.
 */

/** A sealed column: under which key, and where its value belongs, as SQL over the row `t` (kernel/sealing/sealed.ts, Where). */
export type SealedColumn = { readonly column: string; readonly key: 'record' | 'file'; readonly row: string; readonly version: string };

export type SealedTable = { readonly table: string; /** whether its rows are shown file by file */ readonly of: 'file' | 'region'; readonly columns: readonly SealedColumn[] };

const record = (row: string, version = '1', column = 'sealed'): SealedColumn => ({ column, key: 'record', row, version });
const file = (row: string, version = '1', column = 'sealed'): SealedColumn => ({ column, key: 'file', row, version });

export const SEALED: readonly SealedTable[] = [
  { table: 'app.access_decision', of: 'file', columns: [file("t.file_id || '/' || t.request_id", 't.version')] },
  { table: 'app.access_request', of: 'region', columns: [record('t.request_id', 't.version')] },
  { table: 'app.breach', of: 'region', columns: [record('t.breach_id', 't.version')] },
  { table: 'app.case_alias', of: 'file', columns: [record('t.file_id')] },
  { table: 'app.case_document_file', of: 'file', columns: [file("t.document_id || '/' || t.version")] },
  { table: 'app.case_letter_template', of: 'region', columns: [record("t.letter || '/' || t.lang", 't.version')] },
  { table: 'app.case_night_card', of: 'file', columns: [record('t.file_id', 't.version')] },
  { table: 'app.case_whole_file', of: 'file', columns: [file('t.whole_id', '1', 'sealed_pdf'), file('t.whole_id', '1', 'sealed_json')] },
  { table: 'app.consultation_codes', of: 'file', columns: [record('t.file_id', '(select c.version from app.consultation c where c.region_id = t.region_id and c.file_id = t.file_id)')] },
  { table: 'app.desk_enquiry', of: 'region', columns: [record('t.enquiry_id'), record('t.enquiry_id', '1', 'sealed_done')] },
  { table: 'app.disposal_hold', of: 'region', columns: [record('t.case_id', 't.version')] },
  { table: 'app.kept_text', of: 'region', columns: [record("t.user_id || ' ' || t.kept_id", 't.version')] },
  { table: 'app.ledger_lost', of: 'region', columns: [record('t.lost_id')] },
  { table: 'app.log_review', of: 'region', columns: [record('t.review_id'), record('t.review_id', 't.revision', 'sealed_word')] },
  { table: 'app.notice_message', of: 'region', columns: [record('t.message_id')] },
  { table: 'app.paper_pad', of: 'region', columns: [record('t.pad_id')] },
  { table: 'app.person_trace_names', of: 'file', columns: [record('t.file_id', '(select p.version from app.person_trace p where p.region_id = t.region_id and p.file_id = t.file_id)')] },
  { table: 'app.publication_comment', of: 'region', columns: [record('t.comment_id')] },
  { table: 'app.publication_output', of: 'region', columns: [record('t.output_id', '1', 'sealed_content'), record('t.output_id', '1', 'sealed_file')] },
  { table: 'app.publication_part', of: 'region', columns: [record("t.publication_id || ' ' || t.part", 't.revision')] },
  { table: 'app.report_draft', of: 'region', columns: [record('t.draft_id', 't.version')] },
  { table: 'app.return_decision', of: 'region', columns: [record('t.decision_id')] },
  { table: 'app.return_version', of: 'region', columns: [record('t.return_id')] },
  { table: 'app.role_grant', of: 'region', columns: [record('t.grant_id', '1', 'terms')] },
  { table: 'app.staff_contact', of: 'region', columns: [record('t.user_id', 't.revision')] },
  { table: 'app.staff_member', of: 'region', columns: [record('t.user_id', 't.row_version')] },
  { table: 'app.team_meeting', of: 'region', columns: [record('t.meeting_id', 't.version')] },
];

/** Columns that are made anew by a rule of their own, and by which file here. */
export const MADE_ANEW: Readonly<Record<string, string>> = {
  'app.declaration.mac': 'vouched.ts', 'app.disposal.head': 'vouched.ts', 'app.disposal.mac': 'vouched.ts', 'app.log_review.mac': 'vouched.ts', 'app.region_profile.reserve_mac': 'vouched.ts',
  'app.role_grant.mac': 'vouched.ts', 'app.staff_contact.mac': 'vouched.ts', 'app.staff_member.mac': 'vouched.ts', 'app.staff_member.identity_lookup': 'vouched.ts', 'kernel.identity_index.lookup': 'vouched.ts',
  'app.session.mac': 'region.ts: all sessions end',
  'app.expert_question.answer_print': 'marks.ts', 'app.ledger_lost.fingerprint': 'marks.ts', 'app.report_ledger.fingerprint': 'marks.ts', 'kernel.file_exclusion.token': 'marks.ts', 'app.notice.mark': 'notices.ts', 'app.notice_message.mark': 'notices.ts',
  'stats.case_fact.fact_id': 'marks.ts', 'stats.consultation_fact.fact_id': 'marks.ts', 'stats.disclosure_fact.fact_id': 'marks.ts', 'stats.overdue_fact.fact_id': 'marks.ts', 'stats.kept_out.fact_id': 'marks.ts', 'stats.pace_fact.fact_id': 'marks.ts', 'stats.report_fact.fact_id': 'marks.ts',
  'app.person_trace_names.phones': 'files.ts, out of the journal', 'kernel.file_event.sealed': 'files.ts', 'kernel.file_event.mac': 'files.ts', 'kernel.file_key.wrapped_key': 'files.ts',
  'app.expert_answer.sealed': 'intake.ts', 'app.report_envelope.sealed': 'intake.ts', 'kernel.intake_key.sealed_private': 'intake.ts', 'kernel.intake_key.public_key': 'intake.ts: a new pair', 'app.published_site.signature': 'intake.ts: a new version, signed by the new root',
  'kernel.audit_event.mac': 'kernel/audit/rekey.ts', 'kernel.audit_block.root': 'kernel/audit/rekey.ts', 'kernel.audit_block.previous': 'kernel/audit/rekey.ts', 'kernel.audit_block.mac': 'kernel/audit/rekey.ts',
  'kernel.region_key.wrapped_key': 'region.ts', 'kernel.deployment.key_check': 'kernel/keyring.ts', 'kernel.deployment.identity_key': 'kernel/keyring.ts',
};

/** Columns that no key of ours has made, and why. */
export const NOT_OURS: Readonly<Record<string, string>> = {
  'app.expert_question.check_hash': 'a plain hash of what only the whole code gives', 'app.expert_question.for_code': 'sealed to whoever has the code',
  'app.case_whole_file.sha256_pdf': 'a plain hash of what was given out', 'app.case_whole_file.sha256_json': 'a plain hash of what was given out',
  'app.disposal.package_pdf': 'a plain hash of what was handed over', 'app.disposal.package_json': 'a plain hash of what was handed over',
  'app.report_reply.sealed': 'sealed to whoever has the code of the window', 'app.report_window.reply_public_key': 'made of the code of the window',
};

/** Whose rows are changed here although they are kept from any change: the guard is away for as long as the transaction lasts. */
export const GUARDED = [...SEALED.map(({ table }) => table), 'app.disposal', 'kernel.audit_block', 'kernel.audit_event', 'kernel.file_event', 'kernel.file_exclusion'] as const;
