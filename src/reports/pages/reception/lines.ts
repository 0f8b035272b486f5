import type { Lang } from '../../../kernel/texts.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { RegionClocks } from '../../../regions/codes.ts';
import { reportClock, type ReportClock } from '../../clocks.ts';
import type { InboxRow } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { ClockProps } from '../../../web/ui/time-line.tsx';
import { dayWords } from '../../../web/ui/moments.ts';

/** Where a report stands, as the inbox says it. */
export type Standing = 'new' | 'seen' | 'handed' | 'added' | 'decided' | 'split' | 'sent';

export function standing(row: Pick<InboxRow, 'state' | 'seen_at'>): Standing {
  if (row.state === 'RECEIVED') return 'new';
  if (row.seen_at === null) return 'added';
  if (row.state === 'HANDED_OVER') return 'handed';
  if (row.state === 'SPLIT') return 'split';
  if (row.state === 'SENT_ON') return 'sent';
  return row.state === 'DECIDED' ? 'decided' : 'seen';
}

/** The filters, by the word that stands in the address (`?vis=`). */
export const FILTERS = ['akutt', 'nye', 'tillegg', 'leste', 'overleverte', 'drofting'] as const;
export type Filter = (typeof FILTERS)[number];

export function findFilter(word: string | null): Filter | undefined {
  return FILTERS.find((one) => one === word);
}

export function passes(row: InboxRow, filter: Filter | undefined): boolean {
  switch (filter) {
    case undefined: return true;
    case 'akutt': return row.urgent;
    case 'nye': return standing(row) === 'new';
    case 'tillegg': return standing(row) === 'added';
    case 'leste': return standing(row) === 'seen';
    case 'overleverte': return standing(row) === 'handed';
    case 'drofting': return row.consultation;
  }
}

/** The clock of one line. */
export function rowClock(row: InboxRow, now: Instant, region: RegionClocks): ReportClock {
  return reportClock({ urgent: row.urgent, receivedAt: row.received_at, unreadSince: row.unread_since ?? undefined, decided: row.decided_at !== null }, now, region);
}

/** A clock in words; undefined when none runs. */
export function clockWords(clock: ReportClock, now: Instant, lang: Lang): ClockProps | undefined {
  const t = receptionTexts[lang];
  if (clock.kind === 'done') return undefined;
  if (clock.kind === 'at_once') return { state: 'urgent', what: clock.what === 'seen' ? t.readNow : t.assessNow };
  return { state: clock.state, what: clock.kind === 'seen' ? t.readBy : t.assessedBy, due: dayWords(clock.on, now, lang), dateTime: clock.on };
}
