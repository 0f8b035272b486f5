import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { AdoptedBy, CourseGroup, CourseTheme, Done } from './codes.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'stats.case_fact': {
      region_id: RegionId; fact_id: Buffer; opened_month: string; owner_number: string | null; age_band: string; gender: string; case_type: string | null;
      reporter: string; anonymous: boolean; channel: string; vulnerability: string[]; violence: string[]; relation: string[]; services: string[]; measures: string[];
      closing_reasons: string[]; status_group: string; closed_month: string | null; wish: string | null;
    };
    'stats.pace_fact': {
      region_id: RegionId; fact_id: Buffer; kind: string; opened_month: string; owner_number: string | null; seen_days: number | null; classified_days: number | null; measure_days: number | null;
      closed_days: number | null;
    };
    'stats.report_fact': {
      region_id: RegionId; fact_id: Buffer; received_month: string; owner_number: string | null; channel: string; reporter: string; anonymous: boolean; became: string | null;
    };
    'stats.consultation_fact': {
      region_id: RegionId; fact_id: Buffer; received_month: string; owner_number: string | null; direction: string; service: string; violence: string[]; topics: string[]; outcome: string | null;
    };
    'stats.disclosure_fact': { region_id: RegionId; fact_id: Buffer; told: string[] };
    'stats.overdue_fact': { region_id: RegionId; fact_id: Buffer; clock: string; month: string };
    'app.outreach_done': { region_id: RegionId; outreach_id: string; on_day: Day; kind: Done; reached: number | null; theme: CourseTheme | null; held_for: CourseGroup | null; name: string | null; adopted_by: AdoptedBy | null; replaced_on: Day | null; entered_by: UserId; entered_at: Instant };
    'app.municipality_hours': { region_id: RegionId; municipality_id: MunicipalityId; month: string; version: number; hours: number | null; entered_by: UserId; entered_at: Instant };
    'stats.standing_month': { region_id: RegionId; month: string; cases: number; counted_at: Instant };
    'stats.standing_quarter': { region_id: RegionId; first_month: string; reports: number | null; counted_at: Instant };
    'stats.standing_disclosures': { region_id: RegionId; year: number; bases: string; counted_at: Instant };
    'stats.standing_control': { region_id: RegionId; year: number; numbers: string; counted_at: Instant };
    'stats.kept_out': { region_id: RegionId; fact_id: Buffer };
    'stats.standing_figures': {
      region_id: RegionId; year: number; from_year: number; counted: number; counted_at: Instant; definitions: string; figures: string; pace: string | null; overdue: string | null; movement: string | null;
    };
  }
}
