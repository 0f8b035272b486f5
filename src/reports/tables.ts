import type { FileId, MunicipalityId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.report_ledger': {
      region_id: RegionId; report_id: FileId; part: number; channel: string; fingerprint: Buffer; received_at: Instant;
      readable_at: Instant | null; unreadable_at: Instant | null; seen_at: Instant | null; decided_at: Instant | null;
    };
    'app.report_envelope': {
      region_id: RegionId; envelope_id: string; report_id: FileId; part: number; key_version: number; sealed: Buffer;
      received_at: Instant; failure_code: string | null;
    };
    'app.report_window': {
      region_id: RegionId; lookup: string; report_id: FileId; reply_public_key: Buffer; opened_at: Instant; closed_at: Instant | null;
    };
    'app.spent_draft': { region_id: RegionId; draft_id: string; spent_at: Instant };
    'app.report': {
      region_id: RegionId; file_id: FileId; reference: string; channel: string; state: string; urgent: boolean; for_reserve: boolean;
      owner_municipality_id: MunicipalityId | null; received_at: Instant; registered_at: Instant; seen_at: Instant | null;
      handed_over_at: Instant | null; decided_at: Instant | null; version: number;
    };
  }
}
