import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.staff_member': {
      region_id: RegionId; user_id: UserId; municipality_id: MunicipalityId | null; identity_lookup: Buffer; sealed: Buffer;
      row_version: number; invited_at: Instant; disabled_at: Instant | null; compared_at: Instant | null; marked_at: Instant | null; let_in_again: boolean; revision: number; mac: Buffer;
    };
    'app.role_grant': {
      region_id: RegionId; grant_id: string; user_id: UserId; role: string; proposed_by: string; proposed_at: Instant;
      confirmed_by: string | null; confirmed_at: Instant | null; ended_at: Instant | null; revision: number; mac: Buffer; until: Instant | null; terms: Buffer | null; municipality_id: MunicipalityId | null;
    };
    'app.staff_contact': { region_id: RegionId; user_id: UserId; sealed: Buffer; revision: number; mac: Buffer };
    'app.own_setting': { region_id: RegionId; user_id: UserId; single_keys: boolean };
    'app.kept_text': { region_id: RegionId; user_id: UserId; kept_id: string; sealed: Buffer | null; version: number; kept_at: Instant; about_id: string | null };
    'app.declaration_text': { region_id: RegionId; version: number; words: string; made_by: UserId; made_at: Instant };
    'app.declaration': { region_id: RegionId; declaration_id: string; user_id: UserId; text_version: number; lang: string; accepted_at: Instant; mac: Buffer };
    'app.session': {
      region_id: RegionId; id_hash: string; user_id: UserId; issuer: string; sid: string | null; idle_ms: number; absolute_ms: number;
      created_at: Instant; last_seen_at: Instant; signed_in_at: Instant; mac: Buffer; lock_ms: number | null; touched_at: Instant | null;
    };
  }
}
