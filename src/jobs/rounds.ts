import type { Context } from '../kernel/context.ts';
import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { addMs, HOUR, MINUTE, SECOND, type Instant } from '../kernel/time.ts';

/** Work that comes round by itself for every region, and how often (milliseconds). */
export const ROUNDS = {
  audit_block: 10 * SECOND, tell_outside: 3 * SECOND, dispose: 3 * SECOND, make_documents: 2 * SECOND, reconcile: 15 * SECOND, carry_reports: 5 * SECOND, check_projections: MINUTE, tell_notices: MINUTE,
  draw_reviews: HOUR, sweep_drafts: HOUR, sweep_kept: HOUR, sweep_whole: HOUR, sweep_requests: HOUR, sweep_documents: HOUR, shut_out_dormant: HOUR, sweep_files: HOUR,
} as const satisfies Readonly<Record<string, number>>;
export type RoundName = keyof typeof ROUNDS;
export const ROUND_NAMES = Object.keys(ROUNDS) as readonly RoundName[]; // a literal's keys are exactly its key type

/** What came round so many times without an end has failed; never sooner than so long. */
const TIMES = 3;
const AT_LEAST = 10 * MINUTE;

/** Whether a round that last came to its end then should have done so again. */
export function isBehind(round: string, doneAt: Instant, now: Instant): boolean {
  const every = Object.entries(ROUNDS).find(([name]) => name === round)?.[1];
  return every !== undefined && addMs(doneAt, Math.max(AT_LEAST, TIMES * every)) < now;
}

/** Rounds of this region that have not come to their end for long. */
export async function roundsBehind(ctx: Context): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('kernel.round_done').select(['round', 'done_at']).where('region_id', '=', ctx.regionId).orderBy('round').execute();
  return rows.filter(({ round, done_at: at }) => isBehind(round, at, ctx.now)).map(({ round }) => round);
}

/** Written down at most so often. */
const NOTED_EVERY = MINUTE;

/** Notes that a round came to its end for a region; one that failed only where nothing was noted before, so that it is waited for from now on. */
export function notingRounds(door: Door): (round: RoundName, region: RegionId, ended: 'done' | 'failed') => Promise<void> {
  const noted = new Map<string, Instant>();
  return (round, region, ended) => door.unaudited(region, 'note_round', async ({ tx, now }) => {
    const key = `${region} ${round}`;
    const last = noted.get(key);
    if (last !== undefined && (ended === 'failed' || addMs(last, NOTED_EVERY) > now)) return;
    await tx.insertInto('kernel.round_done').values({ region_id: region, round, done_at: now })
      .onConflict((c) => (ended === 'done' ? c.columns(['region_id', 'round']).doUpdateSet({ done_at: now }) : c.doNothing())).execute();
    noted.set(key, now);
  });
}
