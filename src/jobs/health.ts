import { existsSync, statfsSync } from 'node:fs';
import type { Context } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { sql } from 'kysely';
import { timingSafeEqual } from 'node:crypto';
import type { House } from '../open-house.ts';
import { regionsOf } from '../open-house.ts';
import { isRoundStuck, listFaults } from '../kernel/journal/round.ts';
import { addMs, DAY_MS, MINUTE, osloDay, type Clock } from '../kernel/time.ts';
import { withoutSamiTexts, type SamiLanguages } from '../regions/languages.ts';
import { isMember } from '../regions/membership.ts';
import { listMunicipalities } from '../regions/public.ts';
import { answersWaitSince, receiptsLate, strandedCases } from '../cases/public.ts';
import { OFFERED_VARIETIES } from '../reports/pages/public/voice.ts';
import { roundsBehind } from './rounds.ts';
import { mailIsWell } from '../notices/public.ts';
import { filesWaitSince, listDueFollows, ledgerGaps, listUnconfirmed, unsettledLost, untoldSince } from '../reports/public.ts';

/** grey: not set up, and nothing is wrong with that */
export type Light = 'green' | 'yellow' | 'red' | 'grey';
export type HealthDetails = {
  readonly status: 'ok' | 'unavailable';
  readonly parts: Readonly<Record<'database' | 'queue' | 'rounds' | 'keys' | 'ledger' | 'projections' | 'files' | 'disk' | 'languages' | 'mail', Light>>;
  /** member municipalities in the Sámi area for which no texts are approved yet */
  readonly withoutSamiTexts: readonly string[];
  /** which rounds have not come to their end for long, by the names in rounds.ts; of no region in particular */
  readonly failingRounds: readonly string[];
};

const LATE_MS = 2 * MINUTE;
const LEAST_DISK = 0.05;

/**
 * `GET /helse`: `{"status":"ok"}` or 503 for anybody, and nothing that one report could change. On this machine, or with
 * the token, the parts in steps, and municipalities whose language is missing: never a count, a name of somebody or a time.
 */
export function health(parts: { readonly house: House; readonly ways: Ways; readonly clock: Clock; readonly token: string | undefined; /** where it writes; undefined: not on this machine */ readonly dirs: readonly (string | undefined)[]; readonly local: boolean }): (c: Context) => Promise<Response> {
  return async (c) => {
    const up = await sql`select 1`.execute(parts.house.database).then(() => true, () => false);
    const status = up ? 'ok' : 'unavailable';
    if (!mayKnowMore(c, parts.token, parts.local)) return c.json({ status }, up ? 200 : 503);
    const unspoken = up ? await unspokenIn(parts.house, parts.clock).catch(() => undefined) : undefined;
    const behind = up ? await failingRounds(parts.house).catch(() => undefined) : undefined;
    const details: HealthDetails = {
      status,
      parts: {
        database: up ? 'green' : 'red',
        queue: up ? await queueLight(parts.house, parts.clock).catch(() => 'red' as const) : 'red',
        rounds: behind?.length === 0 ? 'green' : 'yellow',
        keys: 'green',
        ledger: up ? await worse(ledgerLight, outsideLight)(parts.house, parts.clock).catch(() => 'red' as const) : 'red',
        projections: up ? await projectionsLight(parts.house, parts.clock).catch(() => 'yellow' as const) : 'yellow',
        files: up ? await filesLight(parts.house, parts.clock).catch(() => 'yellow' as const) : 'yellow',
        disk: diskLight(parts.dirs),
        mail: up ? await mailLight(parts.house, parts.ways).catch(() => 'yellow' as const) : 'yellow',
        languages: unspoken?.length === 0 ? 'green' : 'yellow',
      },
      withoutSamiTexts: unspoken ?? [], failingRounds: behind ?? [],
    };
    return c.json(details, up ? 200 : 503);
  };
}

/** @param local the house's own address is this machine's: no proxy stands in front, and whoever is here may know */
function mayKnowMore(c: Context, token: string | undefined, local: boolean): boolean {
  const given = c.req.header('authorization')?.replace(/^Bearer /, '');
  if (token !== undefined && given !== undefined) {
    const [a, b] = [Buffer.from(given), Buffer.from(token)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
  if (!local) return false;
  const address = getConnInfo(c).remote.address ?? '';
  const proxied = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
  return !proxied && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

async function queueLight(house: House, clock: Clock): Promise<Light> {
  const found = await sql<{ oldest: string | null; failing: number }>`select oldest, failing from queue.oldest_waiting(${clock()}::timestamptz)`.execute(house.database);
  const row = found.rows[0];
  if (row === undefined || row.failing > 0) return 'yellow';
  return row.oldest !== null && row.oldest < addMs(clock(), -LATE_MS) ? 'yellow' : 'green';
}

/** How long a receiver may take to confirm what was sent on to them: over a long week-end. */
const CONFIRMED_WITHIN_MS = 4 * DAY_MS;

/**
 * Sent = stored = readable = somebody who may decide: red as soon as nobody of today can take an open case forward, or one report of any region is not where it should be, also on its way
 * to another region, or went with a database that was set back and nobody has settled it; yellow while a receiver has not confirmed one for days, or a transferred case within its time.
 */
export async function ledgerLight(house: House, clock: Clock): Promise<Light> {
  let light: Light = 'green';
  for (const region of await regionsOf(house)()) {
    if ((await house.door.unaudited(region, 'health', ledgerGaps)).length > 0) return 'red';
    if ((await house.door.unaudited(region, 'health', unsettledLost)).length > 0) return 'red';
    if ((await house.door.unaudited(region, 'health', strandedCases)).length > 0) return 'red';
    if (await house.door.unaudited(region, 'health', ({ tx }) => answersWaitSince(tx, region, addMs(clock(), -LATE_MS)))) return 'red';
    const waiting = await house.door.unaudited(region, 'health', ({ tx }) => listUnconfirmed(tx, region));
    if (waiting.some((row) => row.to_region !== null && row.carried_at === null && row.sent_at < addMs(clock(), -LATE_MS))) return 'red';
    if (waiting.some((row) => row.sent_at < addMs(clock(), -CONFIRMED_WITHIN_MS))) light = 'yellow';
    if (await house.door.unaudited(region, 'health', ({ tx }) => receiptsLate(tx, region, clock()))) light = 'yellow';
  }
  return light;
}

/** What was found at night, and mended at once, is still somebody's to ask about: for a week. */
const TOLD_MS = 7 * DAY_MS;

/** What is kept in clear agrees with the journals, in every region, and the nightly look at it comes to its end. */
export async function projectionsLight(house: House, clock: Clock): Promise<Light> {
  for (const region of await regionsOf(house)()) {
    const well = await house.door.unaudited(region, 'health', async ({ tx }) => (await listFaults(tx, region, addMs(clock(), -TOLD_MS))).length === 0 && !(await isRoundStuck(tx, region, addMs(clock(), -DAY_MS))));
    if (!well) return 'yellow';
  }
  return 'green';
}

/** How long a file may wait to be looked at. */
const SCANNED_WITHIN_MS = 10 * MINUTE;

/** Every file that came in is looked at soon, and follows where it is to go: the scanner answers, and the worker runs. */
async function filesLight(house: House, clock: Clock): Promise<Light> {
  for (const region of await regionsOf(house)()) {
    if (await house.door.unaudited(region, 'health', ({ tx }) => filesWaitSince(tx, region, addMs(clock(), -SCANNED_WITHIN_MS)))) return 'yellow';
    const behind = await house.door.unaudited(region, 'health', ({ tx }) => listDueFollows(tx, region, { late: addMs(clock(), -SCANNED_WITHIN_MS), now: clock() }));
    if (behind.length > 0) return 'yellow';
  }
  return 'green';
}

export type Ways = { readonly mail: boolean; readonly sms: boolean };

/** Every message arrives, and whoever should be told of something can be told. Yellow until it does, or for a day after it was given up. */
export async function mailLight(house: House, ways: Ways): Promise<Light> {
  if (!ways.mail && !ways.sms) return 'grey';
  for (const region of await regionsOf(house)()) {
    if (!(await house.door.unaudited(region, 'health', (ctx) => mailIsWell(ctx, ways)))) return 'yellow';
  }
  return 'green';
}

const APPROVED: SamiLanguages = new Set(OFFERED_VARIETIES.includes('sami') ? ['se'] : []);

/** Members of any region that have a right to forms in Sámi, and none to show (sameloven § 3-2). */
async function unspokenIn(house: House, clock: Clock): Promise<string[]> {
  const today = osloDay(clock());
  const found = [];
  for (const region of await regionsOf(house)()) {
    const members = await house.door.unaudited(region, 'health', (ctx) => listMunicipalities(ctx.tx, region));
    found.push(...withoutSamiTexts(members.filter((one) => isMember(one, today)), APPROVED));
  }
  return [...new Set(found)];
}

/** @param free which part of a folder's disk is left, 0–1 */
export function diskLight(dirs: readonly (string | undefined)[], free: (dir: string) => number = freeOf): Light {
  return dirs.some((dir) => dir !== undefined && existsSync(dir) && free(dir) < LEAST_DISK) ? 'yellow' : 'green';
}

function freeOf(dir: string): number {
  const disk = statfsSync(dir);
  return disk.bavail / disk.blocks;
}

/** Rounds that have not come to their end for long in some region. */
export async function failingRounds(house: House): Promise<string[]> {
  const found = [];
  for (const region of await regionsOf(house)()) found.push(...await house.door.unaudited(region, 'health', roundsBehind));
  return [...new Set(found)].toSorted();
}

/** How long what came in may wait to be told to the log outside, without which nobody knows after a restore that it came. */
const TOLD_OUTSIDE_WITHIN_MS = 10 * MINUTE;

export async function outsideLight(house: House, clock: Clock): Promise<Light> {
  for (const region of await regionsOf(house)()) {
    if (await house.door.unaudited(region, 'health', ({ tx }) => untoldSince(tx, region, addMs(clock(), -TOLD_OUTSIDE_WITHIN_MS)))) return 'red';
  }
  return 'green';
}

function worse(...lights: readonly ((house: House, clock: Clock) => Promise<Light>)[]): (house: House, clock: Clock) => Promise<Light> {
  return async (house, clock) => {
    const found = [];
    for (const light of lights) found.push(await light(house, clock));
    return found.includes('red') ? 'red' : found.includes('yellow') ? 'yellow' : 'green';
  };
}
