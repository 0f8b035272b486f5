import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.region_profile': {
      region_id: RegionId; name: string; draft_site: string; settings: string; reserve_user_id: UserId | null; changed_at: Instant; clocks_version: number;
      reserve_revision: number; reserve_mac: Buffer;
    };
    'app.municipality': {
      region_id: RegionId; municipality_id: MunicipalityId; number: string; name: string; from_day: Day; to_day: Day | null;
      merged_into: MunicipalityId | null;
    };
    'app.reception_agreement': {
      region_id: RegionId; agreement_id: string; municipality_id: MunicipalityId; organisation: string; agreement: string;
      controller: string; legal_basis: string; from_day: Day; to_day: Day | null;
    };
    'app.local_code': {
      region_id: RegionId; local_id: string; list: string; parent: string; nb: string; nn: string; en: string; synonyms: string[]; from_day: Day; ends_day: Day | null;
      added_by: UserId; added_at: Instant; ended_by: UserId | null; ended_at: Instant | null;
    };
    'app.published_site': { region_id: RegionId; version: number; host: string; bundle: string; signature: Buffer; published_at: Instant };
  }
}
