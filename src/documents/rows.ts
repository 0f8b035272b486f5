import type { UserId } from '../kernel/ids.ts';
import { addMs, DAY_MS, type Day, type Instant } from '../kernel/time.ts';
import type { Edition, Format, Kind, State } from './codes.ts';
import type { Month } from './months.ts';

/** A report as it stands in clear: what kind, which months, where it stands, who did what when. */
export type PublicationRow = {
  readonly publication_id: string; readonly kind: Kind; readonly lang: 'nb' | 'nn' | 'en'; readonly from_month: Month; readonly to_month: Month; readonly cut_off: Day; readonly version: number; readonly corrects: string | null;
  readonly state: State; readonly revision: number; readonly begun_by: UserId; readonly begun_at: Instant; readonly sent_by: UserId | null; readonly sent_at: Instant | null; readonly approved_by: UserId | null; readonly approved_at: Instant | null;
};

/** A file that somebody asked for, without its bytes. */
export type OutputRow = {
  readonly output_id: string; readonly publication_id: string; readonly edition: Edition; readonly format: Format; readonly kept: boolean; readonly asked_by: UserId; readonly asked_at: Instant; readonly made_at: Instant | null; readonly tries: number; readonly fault: string | null;
};

/** A file that somebody asked for lies as long as this. */
export const LIES_FOR_MS = DAY_MS;

/** It is nobody's any more, also before the round has taken it away. */
export function isGone({ kept, asked_at: asked }: Pick<OutputRow, 'kept' | 'asked_at'>, now: Instant): boolean {
  return !kept && asked < addMs(now, -LIES_FOR_MS);
}
