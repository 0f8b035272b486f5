import type { RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'stats.case_fact': {
      region_id: RegionId; fact_id: Buffer; opened_month: string; owner_number: string | null; age_band: string; gender: string; case_type: string | null;
      reporter: string; anonymous: boolean; channel: string; vulnerability: string[]; violence: string[]; relation: string[]; services: string[]; measures: string[];
      closing_reasons: string[]; status_group: string; closed_month: string | null; restricted: boolean;
    };
    'stats.standing_figures': {
      region_id: RegionId; year: number; counted: number; counted_at: Instant; definitions: string; figures: string;
    };
  }
}
