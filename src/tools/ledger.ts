import type { Context } from '../kernel/context.ts';
import type { Settings } from '../kernel/settings.ts';
import { JOURNAL } from '../kernel/journal/replay.ts';
import { listFaults, type ProjectionFault } from '../kernel/journal/round.ts';
import { addMs, DAY_MS, osloDay, osloTime, type Instant } from '../kernel/time.ts';
import { regionsWithReceived } from '../jobs/received-log.ts';
import { compareOutside } from '../jobs/tell-outside.ts';
import { compareDisposed } from '../jobs/dispose.ts';
import type { House } from '../open-house.ts';
import { openStorage, type Storage } from '../kernel/storage.ts';
import { strandedCases } from '../cases/public.ts';
import { CHANNEL } from '../reports/codes.ts';
import { findThere, ledgerGaps, listCarried, listDueFollows, listFirstParts, listLost, listObjects, listUnconfirmed, whatNow, PATIENCE_MS, type LedgerGap, type PartKind, type ToldPart, type WhatNow } from '../reports/public.ts';
import { withHouse, type Region } from './database.ts';
import { besideDir } from './keys-seen-end.ts';
import { reportOf, together, type Report } from './report.ts';

/** As long as health is yellow for it. */
const TOLD_MS = 7 * DAY_MS;

const WORDS: Readonly<Record<LedgerGap['kind'], string>> = {
  unopened: 'er mottatt, men ikke åpnet ennå',
  unreadable: 'er mottatt, men kan ikke leses',
  vanished: 'er mottatt, men er ikke i databasen lenger',
  journal: 'er merket som lesbar, men har ingen mappe',
  stranded: 'kan ikke avgjøres av noen: alle koordinatorer og reserven er inhabile eller borte',
};

const KIND: Readonly<Record<PartKind, string>> = { report: 'melding', message: 'beskjed fra den som meldte', file: 'vedlegg', split: 'del av en delt melding' };

const NOW: Readonly<Record<WhatNow, string>> = {
  ask: 'Meldingen den hører til, er her: spør på nytt der, og be om å få den tilsendt igjen. Koden virker hvis vinduet er eldre enn sikkerhetskopien.',
  resend: 'Be fagsystemet sende den på nytt med samme id: da blir den ikke dobbel.',
  retype: 'Den som tok den imot, fører den på nytt under «Mottak», med den riktige tiden.',
  wait: 'Ingen vet hvem som sendte. Sendes den på nytt fra den samme åpne siden innen 7 døgn, kommer den tilbake og koden virker. Ellers virker ikke koden: den som ringer med den, må fortelle på nytt.',
};

/** Where both sides of the ledger are: files that people sent, and the log outside the database. undefined leaves one out. */
export type Beside = { readonly storage?: Storage; readonly outsideDir?: string };

/** `npm run ledger:check`: sent = stored = readable, report by report, in every region; what a restored database lost; and what the nightly check of the projections found. */
export async function checkLedger(settings: Settings): Promise<Report> {
  const beside = { storage: openStorage(settings.filesDir), outsideDir: besideDir(settings) };
  return withHouse(settings, (house, regions) => checkRegions(house, regions, beside));
}

export async function checkRegions(house: House, regions: readonly Region[], { storage, outsideDir }: Beside = {}): Promise<Report> {
  const reports: Report[] = [];
  for (const region of regions) {
    const faults = await house.door.unaudited(region.id, 'ledger_check', async (ctx) => [
      ...(await ledgerGaps(ctx)).map(gapText), ...(await strandedCases(ctx)).map((file) => `Sak ${file} ${WORDS.stranded}.`), ...(await listFaults(ctx.tx, region.id, addMs(ctx.now, -TOLD_MS))).map(faultText),
      ...(outsideDir === undefined ? [] : await outsideFaults(ctx, outsideDir)),
    ]);
    faults.push(...await sentOn(house, region));
    if (storage !== undefined) faults.push(...await lostFiles(house, region, storage));
    reports.push(reportOf(region.host, faults, 'alle meldinger er der de skal være.'));
  }
  const gone = (outsideDir === undefined ? [] : regionsWithReceived(outsideDir)).filter((id) => !regions.some((region) => region.id === id));
  return together([...reports, ...gone.map((id) => reportOf(`Region ${id}`, ['Borte: hele regionen mangler i databasen, men har tatt imot meldinger.'], ''))]);
}

/** Both ways: what the log outside knows and the database does not, and the other way round. What a leader has settled is not named again. */
async function outsideFaults(ctx: Context, dir: string): Promise<string[]> {
  const { lost, untold, broken } = await compareOutside(ctx, dir);
  const settled = new Set((await listLost(ctx.tx, ctx.regionId, BEGINNING)).filter((row) => row.settled_at !== null).map((row) => `${row.report_id} ${row.fingerprint.toString('hex')}`));
  const unsettled = lost.filter((part) => !settled.has(`${part.report_id} ${part.fingerprint.toString('hex')}`));
  const here = new Set((await listFirstParts(ctx.tx, ctx.regionId, unsettled.map((part) => part.report_id))).map((row) => row.report_id));
  return [
    ...unsettled.map((part) => lostText(part, here.has(part.report_id))),
    ...(untold.length === 0 ? [] : [`Loggen utenfor databasen er ikke hel: ${untold.length} deler som databasen har fortalt den om, står der ikke. De skrives på nytt når produktet går.`]),
    ...broken.map((place) => `Loggen utenfor databasen er endret: ${place}.`),
    ...await disposalFaults(ctx, dir),
  ];
}

/** After a restore: what was disposed of is back, until the worker has disposed of it again. */
async function disposalFaults(ctx: Context, dir: string): Promise<string[]> {
  const { returned, broken } = await compareDisposed(ctx, dir);
  return [
    ...returned.map((line) => `Kassert mappe ${line.file_id} er tilbake i databasen. Den blir kassert på nytt når produktet går.`), ...broken.map((place) => `Listen over kasserte mapper er endret: ${place}.`),
  ];
}

// A database has no rows from before this.
const BEGINNING = '2000-01-01T00:00:00.000Z' as Instant; // a literal of the right shape

function lostText(part: ToldPart, reportHere: boolean): string {
  const { hour, minute } = osloTime(part.received_at);
  const at = `${osloDay(part.received_at)} kl. ${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
  const channel = CHANNEL.is(part.channel) ? CHANNEL.label(part.channel, 'nb') : part.channel;
  return `Tapt: ${KIND[part.kind]} mottatt ${at} (${channel}), melding ${part.report_id}, del ${part.part + 1}, er ikke i databasen. ${NOW[whatNow(part, reportHere)]}`;
}

/** What was sent on to another region lies in its ledger, too; and what no receiver has confirmed is somebody's to ask about. */
async function sentOn(house: House, { id: region }: Region): Promise<string[]> {
  const faults: string[] = [];
  for (const row of await house.door.unaudited(region, 'ledger_check', ({ tx }) => listCarried(tx, region))) {
    if ((await findThere(house.door, row)) === undefined) faults.push(`Melding ${row.file_id}, sendt videre ${row.sent_at}, er ikke i mottakerens protokoll.`);
  }
  const waiting = await house.door.unaudited(region, 'ledger_check', async ({ tx, now }) => (await listUnconfirmed(tx, region)).filter((row) => row.sent_at < addMs(now, -PATIENCE_MS)));
  const files = await house.door.unaudited(region, 'ledger_check', ({ tx, now }) => listDueFollows(tx, region, { late: addMs(now, -PATIENCE_MS), now }));
  faults.push(...files.map((row) => `Melding ${row.file_id}: et vedlegg som skulle følge med ${row.asked_at}, er ikke kommet fram.`));
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
