import { createHash } from 'node:crypto';
import { openDatabase, openPool } from '../../src/kernel/database/connect.ts';
import type { Chance } from '../../src/kernel/ids.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { openStorage } from '../../src/kernel/storage.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { openHouse } from '../../src/open-house.ts';
import { readBundle } from '../../src/regions/published.ts';
import { openIntake } from '../../src/reports/intake.ts';
import { setUp } from '../../src/set-up.ts';
import { nameOwn } from './code-lists.ts';
import { consult } from './consultations.ts';
import { crowd } from './crowded.ts';
import { EARLIER, FOR_THE_ARCHIVE } from './earlier.ts';
import { goAway } from './away.ts';
import { inEmergencies } from './emergency.ts';
import { restoreOnce } from './ledger.ts';
import { live, type Lived } from './live.ts';
import { atTheDesk } from './night.ts';
import { moveOn } from './moved.ts';
import { fillNeighbours } from './neighbours.ts';
import { notify } from './notices.ts';
import { printPads } from './pads.ts';
import { protect } from './secrecy.ts';
import { promise } from './promises.ts';
import { askAndKeep } from './privacy.ts';
import { demoRegion } from './region.ts';
import { report } from './reports.ts';
import { giveReturns } from './returns.ts';
import { settle } from './settle.ts';
import { STORIES } from './stories.ts';
import { asksOutside } from './expert.ts';
import { signIn } from './sign-ins.ts';
import { inviteSupervisor, supervise } from './supervision.ts';
import { talk } from './talk.ts';
import { closeMeetings, holdMeetings } from './team.ts';

export type DemoInput = {
  readonly urls: { readonly migrator: string; readonly house: string; readonly worker: string; readonly public: string };
  readonly keysDir: string; readonly publicKeysDir: string; readonly filesDir: string; readonly host: string; readonly issuer: string; readonly now: Instant;
  readonly log: (line: string) => void;
};

/** Stages in which a case is worked on, and its person may ring. */
const ON = ['classified', 'investigated', 'measures', 'followed'] as const;

/** Two years of history, and some cases before them that have come up for the archive. */
const HISTORY_MS = 880 * DAY_MS;

/** The same ids and codes at every filling, so that what somebody saw can be found again. Keys are never made of it. */
function repeatable(seed: string): Chance {
  let counter = 0;
  const bytes = (n: number): Buffer => {
    const blocks: Buffer[] = [];
    for (let size = 0; size < n; size += 32) {
      counter += 1;
      blocks.push(createHash('sha256').update(`${seed} ${counter}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, n);
  };
  const uuid = (): string => {
    const raw = Buffer.from(bytes(16));
    raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
    raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
    return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  return { uuid, bytes };
}

/** Fills a new demo database with the invented region and two years of its history, by the same commands as everything else. */
export async function fillDemoRegion(input: DemoInput): Promise<void> {
  input.log('Fyller demoregionen med to års oppdiktet historie …');
  const clock = { now: addMs(input.now, -HISTORY_MS) };
  const chance = repeatable('nordfjella');
  const migrator = openDatabase(openPool({ url: input.urls.migrator, max: 1 }));
  const pool = openPool({ url: input.urls.public, max: 1 });
  const parts = { keysDir: input.keysDir, clock: () => clock.now, chance, connections: 2 };
  const house = await openHouse({ ...parts, databaseUrl: input.urls.house, issuer: input.issuer });
  const worker = await openHouse({ ...parts, databaseUrl: input.urls.worker });
  try {
    const first = await setUp(house, migrator, demoRegion(input.host, input.issuer, clock.now));
    const users = await inviteSupervisor({ house, users: first, clock });
    const keys = openPublicKeyDirectory(input.publicKeysDir);
    const intake = openIntake(pool, keys.fingerprint);
    const row = await intake.publishedSite(input.host);
    const bundle = row === undefined ? undefined : readBundle(keys.rootPublic, row, input.host);
    if (bundle === undefined) throw new Error('the demo site is not published');
    const end = osloInstant(osloDay(input.now), 7, 0) < input.now ? input.now : osloInstant(addDays(osloDay(input.now), -1), 18, 0);
    const nobodyMet = { house, worker, intake, bundle, storage: openStorage(input.filesDir), chance, clock, end, users, meetings: [] };
    await nameOwn(nobodyMet);
    const teller = { ...nobodyMet, meetings: await holdMeetings(nobodyMet) };
    const going: Lived[] = [];
    for (const story of [...FOR_THE_ARCHIVE, ...EARLIER, ...STORIES]) {
      const lived = await live(teller, story);
      if (lived !== undefined && ON.some((stage) => stage === story.stage)) going.push(lived);
      if (story.talk !== undefined && lived !== undefined) await talk(teller, story.talk, lived);
      if (story.expert !== undefined && lived !== undefined) await asksOutside(teller, story.expert, lived);
    }
    await atTheDesk(teller, going);
    await protect(teller, going);
    await inEmergencies(teller, going);
    await goAway(teller, going);
    await consult(teller, going);
    await settle(teller);
    await closeMeetings(teller, going);
    await printPads(house, users, clock, end);
    await notify(teller);
    await promise({ house, worker, users, clock, end });
    await supervise(teller);
    await signIn(teller);
    await askAndKeep(teller, going);
    await report(teller);
    await giveReturns(teller);
    await moveOn(teller, await fillNeighbours({ teller, migrator, rootPublic: keys.rootPublic, issuer: input.issuer }));
    await crowd(teller);
    await restoreOnce({ house, worker, users, chance, clock, end });
  } finally {
    await Promise.all([house.close(), worker.close(), migrator.destroy(), pool.end()]);
  }
}
