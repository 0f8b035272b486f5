import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { connectionLost } from '../kernel/database/connect.ts';
import type { Door } from '../kernel/door.ts';
import type { FileId, RegionId } from '../kernel/ids.ts';
import type { Replay } from '../kernel/journal/replay.ts';
import { listFaultyFiles, moveRound, noteFaults, takeRound } from '../kernel/journal/round.ts';
import { listFilesAfter } from '../kernel/journal/store.ts';
import { lastNight } from './night.ts';
import { projectAgain, REPLAYS } from './project-again.ts';

/** A file of a kind that nothing is known of, and one whose entries cannot be folded although they are genuine. */
const UNKNOWN_KIND = 'kernel.file';
const NO_STATE = 'replay';

const FILES_AT_ONCE = 25;

/**
 * The night's round through a region: each journal folded again and compared with what is kept in clear, a few files to a
 * transaction. What differs is noted and then made again by a command of its own, which the audit log keeps. Whoever comes
 * after a killed worker goes on where it stopped; two never walk the same region at once. Stops after `forMs` milliseconds.
 */
export async function checkProjections(door: Door, region: RegionId, forMs: number): Promise<'done' | 'more'> {
  const began = performance.now();
  for (let first = true; ; first = false) {
    const step = await door.unaudited(region, 'check_projections', checkSome);
    if (step === 'done' || step === 'busy') return 'done';
    // Noted, then killed: what an earlier worker found is mended before the round can end.
    const faulty = first ? await door.unaudited(region, 'check_projections', (ctx) => listFaultyFiles(ctx.tx, region)) : step.faulty;
    for (const fileId of faulty) await door.enter(projectAgain, { kind: 'system', regionId: region, task: 'reconcile' }, { fileId });
    if (performance.now() - began > forMs) return 'more';
  }
}

async function checkSome(ctx: Context): Promise<'done' | 'busy' | { readonly faulty: readonly FileId[] }> {
  const round = await takeRound(ctx.tx, ctx.regionId, lastNight(ctx.now), ctx.now);
  if (round === 'done' || round === 'busy') return round;
  const faulty: FileId[] = [];
  const before = await listFaultyFiles(ctx.tx, ctx.regionId);
  const files = await listFilesAfter(ctx.tx, ctx.regionId, round.after, FILES_AT_ONCE);
  for (const { file_id: fileId, kind } of files) {
    const names = await judge(ctx, fileId, REPLAYS.find((one) => one.kind === kind));
    if (names === undefined || (names.length === 0 && !before.includes(fileId))) continue;
    await noteFaults(ctx.tx, ctx.regionId, fileId, names, ctx.now);
    if (names.length > 0) faulty.push(fileId);
  }
  await moveRound(ctx.tx, ctx.regionId, files.at(-1)?.file_id, ctx.now);
  return { faulty };
}

/** One file that cannot be folded must not keep the others from being looked at. */
async function judge(ctx: Context, fileId: FileId, known: Replay | undefined): Promise<readonly string[] | undefined> {
  if (known === undefined) return [UNKNOWN_KIND];
  await sql`savepoint one_file`.execute(ctx.tx);
  try {
    const names = await known.differences(ctx, fileId);
    await sql`release savepoint one_file`.execute(ctx.tx);
    return names;
  } catch (error) {
    if (connectionLost(error)) throw error;
    await sql`rollback to savepoint one_file`.execute(ctx.tx);
    return [NO_STATE];
  }
}
