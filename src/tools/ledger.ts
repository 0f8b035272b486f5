import type { Settings } from '../kernel/settings.ts';
import { addMs, MINUTE } from '../kernel/time.ts';
import type { House } from '../open-house.ts';
import { listGaps, type LedgerGap } from '../reports/public.ts';
import { withHouse, type Region } from './database.ts';
import { reportOf, together, type Report } from './report.ts';

/** What arrived just now may still be on its way. */
const PATIENCE_MS = 2 * MINUTE;

const WORDS: Readonly<Record<LedgerGap['kind'], string>> = {
  unopened: 'er mottatt, men ikke åpnet ennå',
  unreadable: 'er mottatt, men kan ikke leses',
  vanished: 'er mottatt, men er ikke i databasen lenger',
  journal: 'er merket som lesbar, men har ingen mappe',
};

/** `npm run ledger:check`: sent = stored = readable, report by report, in every region. */
export async function checkLedger(settings: Settings): Promise<Report> {
  return withHouse(settings, checkRegions);
}

export async function checkRegions(house: House, regions: readonly Region[]): Promise<Report> {
  const reports: Report[] = [];
  for (const region of regions) {
    const gaps = await house.door.unaudited(region.id, 'ledger_check', (ctx) => listGaps(ctx.tx, region.id, addMs(ctx.now, -PATIENCE_MS)));
    reports.push(reportOf(region.host, gaps.map(gapText), 'alle meldinger er der de skal være.'));
  }
  return together(reports);
}

function gapText(gap: LedgerGap): string {
  return `Melding ${gap.report_id}, del ${gap.part + 1}, mottatt ${gap.received_at}, ${WORDS[gap.kind]}.`;
}
