import type { Settings } from '../kernel/settings.ts';
import { JOURNAL } from '../kernel/journal/replay.ts';
import { listFaults, type ProjectionFault } from '../kernel/journal/round.ts';
import { addMs, DAY_MS, MINUTE } from '../kernel/time.ts';
import type { House } from '../open-house.ts';
import { openStorage, type Storage } from '../kernel/storage.ts';
import { findThere, listCarried, listGaps, listObjects, listUnconfirmed, type LedgerGap } from '../reports/public.ts';
import { withHouse, type Region } from './database.ts';
import { reportOf, together, type Report } from './report.ts';

/** What arrived just now may still be on its way. */
const PATIENCE_MS = 2 * MINUTE;
/** As long as health is yellow for it. */
const TOLD_MS = 7 * DAY_MS;

const WORDS: Readonly<Record<LedgerGap['kind'], string>> = {
  unopened: 'er mottatt, men ikke åpnet ennå',
  unreadable: 'er mottatt, men kan ikke leses',
  vanished: 'er mottatt, men er ikke i databasen lenger',
  journal: 'er merket som lesbar, men har ingen mappe',
};

/** `npm run ledger:check`: sent = stored = readable, report by report, in every region; and what the nightly check of the projections found. */
export async function checkLedger(settings: Settings): Promise<Report> {
  const storage = openStorage(settings.filesDir);
  return withHouse(settings, (house, regions) => checkRegions(house, regions, storage));
}

/** @param storage where files lie; undefined leaves them out */
export async function checkRegions(house: House, regions: readonly Region[], storage?: Storage): Promise<Report> {
  const reports: Report[] = [];
  for (const region of regions) {
    const faults = await house.door.unaudited(region.id, 'ledger_check', async ({ tx, now }) => [
      ...(await listGaps(tx, region.id, addMs(now, -PATIENCE_MS))).map(gapText), ...(await listFaults(tx, region.id, addMs(now, -TOLD_MS))).map(faultText),
    ]);
    faults.push(...await sentOn(house, region));
    if (storage !== undefined) faults.push(...await lostFiles(house, region, storage));
    reports.push(reportOf(region.host, faults, 'alle meldinger er der de skal være.'));
  }
  return together(reports);
}

/** What was sent on to another region lies in its ledger, too; and what no receiver has confirmed is somebody's to ask about. */
async function sentOn(house: House, { id: region }: Region): Promise<string[]> {
  const faults: string[] = [];
  for (const row of await house.door.unaudited(region, 'ledger_check', ({ tx }) => listCarried(tx, region))) {
    if ((await findThere(house.door, row)) === undefined) faults.push(`Melding ${row.file_id}, sendt videre ${row.sent_at}, er ikke i mottakerens protokoll.`);
  }
  const waiting = await house.door.unaudited(region, 'ledger_check', async ({ tx, now }) => (await listUnconfirmed(tx, region)).filter((row) => row.sent_at < addMs(now, -PATIENCE_MS)));
  return [...faults, ...waiting.map((row) => `Melding ${row.file_id}, sendt videre ${row.sent_at}, ${row.to_region !== null && row.carried_at === null ? 'er ikke kommet fram' : 'er ikke bekreftet av mottakeren'}.`)];
}

/** A row speaks of an object that is not in the file store: it was lost, or is in another backup. */
async function lostFiles(house: House, { id: region }: Region, storage: Storage): Promise<string[]> {
  const lost: string[] = [];
  for (const { object_id: object, report_id: report, part, stored_at: at } of await house.door.unaudited(region, 'ledger_check', ({ tx }) => listObjects(tx, region))) {
    if (!(await storage.has({ region, object }))) lost.push(`Melding ${report}, del ${part + 1}, fil mottatt ${at}, er ikke i FILES_DIR.`);
  }
  return lost;
}

function gapText(gap: LedgerGap): string {
  return `Melding ${gap.report_id}, del ${gap.part + 1}, mottatt ${gap.received_at}, ${WORDS[gap.kind]}.`;
}

function faultText({ file_id: file, projection, found_at: found, mended_at: mended }: ProjectionFault): string {
  if (projection === JOURNAL) return `Mappe ${file}: journalen lar seg ikke åpne (funnet ${found}). Kjør npm run audit:verify.`;
  return `Mappe ${file}: ${projection} stemte ikke med journalen (funnet ${found}), ${mended === null ? 'og er ikke rettet' : `og er rettet ${mended}`}.`;
}
