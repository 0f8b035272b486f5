import type { RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Edition, Format, Kind, State } from './codes.ts';
import type { Month } from './months.ts';
import type { PartCode } from './plan.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.publication': {
      region_id: RegionId; publication_id: string; kind: Kind; lang: 'nb' | 'nn' | 'en'; from_month: Month; to_month: Month; cut_off: Day; version: number; corrects: string | null;
      state: State; revision: number; begun_by: UserId; begun_at: Instant; sent_by: UserId | null; sent_at: Instant | null; approved_by: UserId | null; approved_at: Instant | null;
    };
    'app.publication_part': { region_id: RegionId; publication_id: string; part: PartCode; revision: number; carried: boolean; written_by: UserId; written_at: Instant; sealed: Buffer };
    'app.publication_writing': { region_id: RegionId; publication_id: string; part: PartCode; user_id: UserId; at: Instant };
    'app.publication_comment': {
      region_id: RegionId; publication_id: string; comment_id: string; part: PartCode; written_by: UserId; written_at: Instant; resolved_by: UserId | null; resolved_at: Instant | null; sealed: Buffer;
    };
    'app.publication_output': {
      region_id: RegionId; output_id: string; publication_id: string; edition: Edition; format: Format; kept: boolean; asked_by: UserId; asked_at: Instant; made_at: Instant | null; tries: number; fault: string | null;
      sealed_content: Buffer; sealed_file: Buffer | null;
    };
  }
}
