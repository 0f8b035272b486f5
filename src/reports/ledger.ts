import type { Day, Instant } from '../kernel/time.ts';

/** What arrived just now may still be on its way; the page, health and `npm run ledger:check` all wait this long. Milliseconds. */
export const PATIENCE_MS = 120_000;

/** What a part is: a report, a message or a file that belongs to one, or what a report of several people was divided into. */
export type PartKind = 'report' | 'message' | 'file' | 'split';

/**
 * How received and readable may differ. unopened: not opened yet · unreadable: cannot be opened · vanished: no envelope and no
 * file · journal: marked readable, and there is no file · stranded: nobody of today may decide it.
 */
export type GapKind = 'unopened' | 'unreadable' | 'vanished' | 'journal' | 'stranded';

/** What came on a day, as far as it has come; each part counts once. */
export type DayCount = {
  readonly day: Day; readonly reports: number; readonly additions: number; readonly readable: number; readonly seen: number; readonly decided: number;
};
export type MonthCount = Omit<DayCount, 'day'> & { /** `YYYY-MM` */ readonly month: string };

/** The same by month, newest first, as the days are. */
export function monthsOf(days: readonly DayCount[]): MonthCount[] {
  const months = new Map<string, MonthCount>();
  for (const one of days) {
    const month = one.day.slice(0, 7);
    const sum = months.get(month) ?? { month, reports: 0, additions: 0, readable: 0, seen: 0, decided: 0 };
    months.set(month, {
      month, reports: sum.reports + one.reports, additions: sum.additions + one.additions, readable: sum.readable + one.readable,
      seen: sum.seen + one.seen, decided: sum.decided + one.decided,
    });
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1));
}

/** A part that the log outside tells of and the database does not know. */
export type LostPart = { readonly part: number; readonly channel: string; readonly kind: PartKind; readonly receivedAt: Instant };

/**
 * What to do now about a lost part. ask: its report is here, and so its window, if it has one: ask through it, or where the report
 * stands · resend: the record system is told of it when it asks, and sends again · retype: whoever took it down types it once
 * more · wait: it came from the open web, and nobody knows from whom: they must tell us again.
 * @param reportHere the report that the part belongs to is in the database
 */
export type WhatNow = 'ask' | 'resend' | 'retype' | 'wait';

export function whatNow(lost: Pick<LostPart, 'channel' | 'kind'>, reportHere: boolean): WhatNow {
  if (lost.kind === 'split') return 'retype';
  if (lost.kind !== 'report' && reportHere) return 'ask';
  if (lost.channel === 'FAGSYSTEM') return 'resend';
  return lost.channel === 'NETTSKJEMA' ? 'wait' : 'retype';
}
