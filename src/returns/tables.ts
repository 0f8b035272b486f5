import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { ReturnRow } from './return.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.return_version': ReturnRow & { region_id: RegionId; sealed: Buffer };
    'app.return_decision': {
      region_id: RegionId; decision_id: string; kind: string; receiver: string; ends_on: Day | null; proposed_by: UserId; proposed_at: Instant;
      ended_at: Instant | null; sealed: Buffer;
    };
    'app.return_allowance': { region_id: RegionId; decision_id: string; municipality_id: MunicipalityId; allowed_by: UserId; allowed_at: Instant };
    'stats.released_table': {
      region_id: RegionId; schema_id: string; table_id: string; year: number; edition: string; version: number; released_at: Instant; row_codes: string[]; column_codes: string[]; shown: number[];
    };
    'app.return_sending': { region_id: RegionId; sending_id: string; return_id: string; receiver: string; sent_on: Day; decision_id: string | null; recorded_by: UserId; recorded_at: Instant };
  }
}
