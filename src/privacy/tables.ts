import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Disposal } from './disposal.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.disposal': Disposal & { region_id: RegionId; mac: Buffer };
    'app.disposal_hold': { region_id: RegionId; case_id: FileId; version: number; held: boolean; written_by: UserId; written_at: Instant; sealed: Buffer };
    'app.access_request': {
      region_id: RegionId; request_id: string; received_on: Day; answered_on: Day | null; files: FileId[]; registered_by: UserId; registered_at: Instant; version: number; sealed: Buffer;
    };
    'app.access_decision': { region_id: RegionId; file_id: FileId; request_id: string; version: number; sealed: Buffer };
    'app.breach': { region_id: RegionId; breach_id: string; version: number; discovered_at: Instant; settled: boolean; written_by: UserId; written_at: Instant; sealed: Buffer; municipalities: MunicipalityId[] };
  }
}
