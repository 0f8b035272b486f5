import type { FileId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Channel, MessageState, NoticeStep, Occasion, Why } from './codes.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.notice_message': {
      region_id: RegionId; message_id: string; mark: Buffer; sealed: Buffer; channel: Channel; occasion: Occasion; state: MessageState; attempts: number; unknowns: number;
      code: string | null; asked_at: Instant; tried_at: Instant | null; next_attempt_at: Instant | null; settled_at: Instant | null;
    };
    'app.notice': { region_id: RegionId; file_id: FileId; mark: Buffer; message_id: string; why: Why; step: NoticeStep; since: Instant; told_at: Instant };
  }
}
