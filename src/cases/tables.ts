import type { ColumnType } from 'kysely';
import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Retention } from './choices.ts';
import type { CaseType } from './codes.ts';
import type { ReviewVerdict } from './log-review.ts';
import type { Letter } from './choices/document.ts';
import type { AwaitedKind, DueClock } from './projection.ts';
import type { CaseStatus } from './status.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.case_file': {
      region_id: RegionId; file_id: FileId; reference: string; status: CaseStatus; case_type: CaseType | null; provisional: boolean; akutt: boolean;
      owner_municipality_id: MunicipalityId | null; lead_user_id: UserId | null; deputy_user_id: UserId | null; deputy_from: Instant | null; deputy_until: Instant | null; in_reception: boolean;
      awaits: AwaitedKind | null; awaits_by: UserId | 'system' | null; awaits_by_coordinator: boolean; awaits_asked: UserId | null; awaits_asked_at: Instant | null; besides_by: UserId | 'system' | null; besides_asked: UserId | null; besides_asked_at: Instant | null; report_unread: boolean; voided_by: UserId | 'system' | null; meeting_asked_at: Instant | null;
      received_at: Instant; opened_at: Instant; updated_at: Instant; closed_at: Instant | null; access_ends_at: Instant | null;
      clocks: ColumnType<DueClock[], string, string>; next_due_at: Instant | null; clocks_version: number; version: number; night_card: boolean; named_only: UserId[] | null; retention: Retention | null; restricted: boolean;
    };
    'app.case_access': { region_id: RegionId; file_id: FileId; user_id: UserId; impartial: boolean; granted_until: Instant | null; supervision_since: Instant | null };
    'app.case_emergency': { region_id: RegionId; file_id: FileId; emergency_id: string; user_id: UserId; taken_at: Instant; until: Instant; reviewed_by: UserId | null; reviewed_at: Instant | null };
    'app.case_alias': { region_id: RegionId; file_id: FileId; sealed: Buffer };
    'app.case_night_card': { region_id: RegionId; file_id: FileId; sealed: Buffer; version: number };
    'app.case_writing': { region_id: RegionId; file_id: FileId; user_id: UserId; at: Instant };
    'app.case_meeting': { region_id: RegionId; file_id: FileId; meeting_id: string };
    'app.team_meeting': { region_id: RegionId; meeting_id: string; held_on: Day; opened_by: UserId; opened_at: Instant; ended_at: Instant | null; sealed: Buffer; version: number };
    'app.team_meeting_present': { region_id: RegionId; meeting_id: string; user_id: UserId; deputy_for: UserId | null; in_room: boolean };
    'app.log_review': {
      region_id: RegionId; review_id: string; municipality_id: MunicipalityId | null; month: string; sealed: Buffer; drawn_at: Instant;
      verdict: ReviewVerdict | null; sealed_word: Buffer | null; reviewed_by: UserId | null; reviewed_at: Instant | null; revision: number; mac: Buffer;
    };
    'app.log_review_drawn': { region_id: RegionId; month: string; drawn_at: Instant };
    'app.case_document_file': { region_id: RegionId; file_id: FileId; document_id: string; version: number; made_at: Instant; sealed: Buffer };
    'app.case_whole': { region_id: RegionId; file_id: FileId; whole_id: string; made_by: UserId; made_at: Instant; kept_until: Instant | null; files: number | null };
    'app.case_whole_file': { region_id: RegionId; file_id: FileId; whole_id: string; sealed_pdf: Buffer; sealed_json: Buffer; sha256_pdf: Buffer | null; sha256_json: Buffer | null };
    'app.case_letter_template': { region_id: RegionId; letter: Letter; lang: Lang; version: number; sealed: Buffer; changed_by: UserId; changed_at: Instant };
    'app.expert_question': {
      region_id: RegionId; case_id: FileId; ask_id: string; code_no: number; asked_at: Instant; until: Instant; open: boolean; number: string | null; check_hash: Buffer | null; for_code: Buffer | null;
      tries: number; opened_by: string | null; opened_at: Instant | null; answered_at: Instant | null; answer_print: Buffer | null;
    };
    'app.expert_answer': { region_id: RegionId; envelope_id: string; case_id: FileId; ask_id: string; key_version: number; sealed: Buffer; received_at: Instant; failure_code: string | null; attempts: number | null; next_attempt_at: Instant | null };
    'app.case_report': { region_id: RegionId; file_id: FileId; report_id: FileId };
  }
}
