import type { FileId, MunicipalityId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.consultation_codes': { region_id: RegionId; file_id: FileId; sealed: Buffer };
    'app.consultation': {
      region_id: RegionId; file_id: FileId; reference: string; report_id: FileId | null; state: 'ASKED' | 'ANSWERED' | 'REPORTED'; urgent: boolean;
      owner_municipality_id: MunicipalityId | null; received_at: Instant; answered_at: Instant | null; version: number;
    };
  }
}
