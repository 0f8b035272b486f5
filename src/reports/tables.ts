import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Instant } from '../kernel/time.ts';
import type { AwayReason, DeskChannel } from './desk/typed.ts';
import type { PadId, SheetOutcome } from './paper/pad.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.report_ledger': {
      region_id: RegionId; report_id: FileId; part: number; channel: string; kind: 'report' | 'message' | 'file' | 'split'; fingerprint: Buffer; received_at: Instant;
      readable_at: Instant | null; unreadable_at: Instant | null; seen_at: Instant | null; decided_at: Instant | null; outside_at: Instant | null;
    };
    'app.ledger_lost': {
      region_id: RegionId; lost_id: string; report_id: FileId; part: number; channel: string; kind: 'report' | 'message' | 'file' | 'split'; fingerprint: Buffer; received_at: Instant;
      found_at: Instant; settled_at: Instant | null; settled_by: UserId | null; sealed: Buffer | null;
    };
    'app.report_envelope': {
      region_id: RegionId; envelope_id: string; report_id: FileId; part: number; key_version: number; sealed: Buffer;
      received_at: Instant; failure_code: string | null; attempts: number | null; next_attempt_at: Instant | null;
    };
    'app.report_part': { region_id: RegionId; file_id: FileId; report_id: FileId };
    'app.report_named': { region_id: RegionId; report_id: FileId; case_id: FileId; named: UserId[] };
    'app.report_answer': { region_id: RegionId; file_id: FileId; user_id: UserId; answer: 'INGEN' | 'SENERE' };
    'app.report_window': {
      region_id: RegionId; lookup: string; report_id: FileId; reply_public_key: Buffer; opened_at: Instant; closed_at: Instant | null;
      advice: boolean;
    };
    'app.report_reply': {
      region_id: RegionId; lookup: string; message_id: string; asks: boolean; sealed: Buffer; written_at: Instant; answered_at: Instant | null;
    };
    'app.report_file': {
      region_id: RegionId; object_id: string; report_id: FileId; part: number; copy: 'original' | 'cleaned'; stored_at: Instant;
      checked_at: Instant | null; attempts: number | null; next_attempt_at: Instant | null;
    };
    'app.paper_pad': {
      region_id: RegionId; pad_id: PadId; pad_number: number; lang: Lang; sealed: Buffer; made_by: UserId; made_at: Instant;
    };
    'app.paper_sheet': {
      region_id: RegionId; pad_id: PadId; sheet: number; report_id: FileId | null; used_at: Instant | null;
      settled: SheetOutcome | null; settled_by: UserId | null; settled_at: Instant | null;
    };
    'app.report_draft': {
      region_id: RegionId; draft_id: FileId; user_id: UserId; channel: DeskChannel; sealed: Buffer; version: number; started_at: Instant; saved_at: Instant; session_at: Instant | null;
    };
    'app.report_draft_away': { region_id: RegionId; draft_id: FileId; channel: DeskChannel; user_id: UserId; started_at: Instant; put_away_by: UserId; put_away_at: Instant; reason: AwayReason };
    'app.desk_enquiry': {
      region_id: RegionId; enquiry_id: string; written_by: UserId; written_at: Instant; sealed: Buffer; read_by: UserId | null; read_at: Instant | null; sealed_done: Buffer | null;
    };
    'app.report_transfer': {
      region_id: RegionId; transfer_id: string; file_id: FileId; to_region: RegionId | null; to_report: FileId | null;
      sent_at: Instant; carried_at: Instant | null; confirmed_at: Instant | null; of_case: boolean; failure_code: string | null; failed_at: Instant | null;
    };
    'app.report_file_along': { region_id: RegionId; slot: string; file_id: FileId; asked_at: Instant; carried_at: Instant | null };
    'app.spent_draft': { region_id: RegionId; draft_id: string; spent_at: Instant };
    'app.report': {
      region_id: RegionId; file_id: FileId; reference: string; channel: string; state: string; urgent: boolean; for_reserve: boolean;
      owner_municipality_id: MunicipalityId | null; received_at: Instant; registered_at: Instant; seen_at: Instant | null;
      handed_over_at: Instant | null; decided_at: Instant | null; consultation: boolean; crowded: boolean; version: number; handed_over_by: UserId | null; hand_over_read_at: Instant | null;
    };
  }
}
