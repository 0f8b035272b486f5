import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { writeAudit } from './audit/write.ts';
import type { Context, Follower } from './context.ts';
import { connectionLost, errorCode, type Database, type Tx } from './database/connect.ts';
import { untilBack } from './database/retry.ts';
import type { Chance, FileId, RegionId } from './ids.ts';
import { refuse, type Outcome } from './outcome.ts';
import type { RegionKeys } from './sealing/region-keys.ts';
import type { Clock } from './time.ts';
import type { Verdict } from './verdict.ts';

/** Checks untrusted input. zod's schemas have this shape; the words for a code stand in texts.ts. */
export type InputSchema<I> = {
  safeParse: (raw: unknown) => { success: true; data: I } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
};

/** May this actor do this? Answers from loaded facts alone, with the reason. */
export type Access<I, F> = (actor: Actor, facts: F, input: I) => Verdict;

/**
 * A use case. `access` is required: leaving it out does not compile. Order: schema, facts in clear, access, then `run`
 * with the very facts that were judged. `facts` answers undefined for a thing that does not exist.
 */
export type UseCase<I, F, R> = {
  readonly name: string;
  readonly kind: 'command' | 'query';
  readonly schema: InputSchema<I>;
  readonly facts: (ctx: Context, input: I) => Promise<F | undefined>;
  readonly access: Access<I, F>;
  /** the files that the input names: an attempt at them that is denied stands in the log with their ids */
  readonly filesAsked?: (input: I) => readonly FileId[];
  readonly run: (ctx: Context, input: I, facts: F) => Promise<Outcome<R>>;
};

export function command<I, F, R>(parts: Omit<UseCase<I, F, R>, 'kind'>): UseCase<I, F, R> & { kind: 'command' } {
  return { ...parts, kind: 'command' };
}

export function query<I, F, R>(parts: Omit<UseCase<I, F, R>, 'kind'>): UseCase<I, F, R> & { kind: 'query' } {
  return { ...parts, kind: 'query' };
}

/** Of two who write in the same file at the same moment, the slower is judged anew on what the faster one left, so often before they are told. */
const TRIES = 5;

export type Door = {
  /**
   * Runs a command or query for an actor. What may not be seen answers as what does not exist: `not_found`. Somebody who was a moment later than
   * another is judged as if they had come a moment later; `changed_meanwhile`: every try was too late, or the rule itself says so of what was shown.
   */
  readonly enter: <I, F, R>(useCase: UseCase<I, F, R>, actor: Actor, raw: unknown) => Promise<Outcome<R>>;
  /** Work that shows nobody anything and is not a decision (a session's time stamp, a job's scan). Says why. */
  readonly unaudited: <R>(regionId: RegionId, why: string, work: (ctx: Context) => Promise<R>) => Promise<R>;
};

export type DoorParts = {
  readonly database: Database;
  readonly keysOf: (regionId: RegionId, tx: Tx) => Promise<RegionKeys>;
  readonly sign: (statement: Uint8Array) => Buffer;
  readonly identityLookup: (subject: string) => Buffer;
  readonly followers: readonly Follower[];
  readonly clock: Clock;
  readonly chance: Chance;
};

export function openDoor(parts: DoorParts): Door {
  return {
    enter: async (useCase, actor, raw) => {
      const parsed = useCase.schema.safeParse(raw);
      if (!parsed.success) return refuse('bad_input', inputFaults(parsed.error.issues));
      for (let tries = 1; tries <= TRIES; tries += 1) {
        try {
          return await inRegion(parts, actor, useCase.kind === 'query', (ctx) => judge(useCase, ctx, parsed.data));
        } catch (error) {
          if (!lostRace(error)) throw error;
        }
      }
      return refuse('changed_meanwhile');
    },
    unaudited: (regionId, why, work) => inRegion(parts, { kind: 'system', regionId, task: why }, false, work),
  };
}

async function judge<I, F, R>(useCase: UseCase<I, F, R>, ctx: Context, input: I): Promise<Outcome<R>> {
  const facts = await useCase.facts(ctx, input);
  const verdict: Verdict = facts === undefined ? { allow: false, because: 'unknown' } : useCase.access(ctx.actor, facts, input);
  if (!verdict.allow || facts === undefined) {
    await writeAudit(ctx, useCase.name, `denied:${verdict.because}`, useCase.filesAsked?.(input));
    return refuse('not_found');
  }
  await openFiles(ctx.tx, verdict.files ?? []);
  await sql`savepoint run`.execute(ctx.tx);
  const outcome = await useCase.run(ctx, input, facts);
  if (!outcome.ok && outcome.kept !== true) {
    await sql`rollback to savepoint run`.execute(ctx.tx);
    // Entries written before the refusal are gone: the audit row must not tell of them, or the journal would seem cut.
    for (const file of ctx.touched.keys()) ctx.touched.set(file, { seq: 0, mac: '' });
    ctx.records.clear();
  }
  await writeAudit(ctx, useCase.name, outcome.ok ? `done:${verdict.because}` : `refused:${outcome.code}`);
  return outcome;
}

/** After the verdict: from here the database, too, shows the sealed content of these files. */
async function openFiles(tx: Tx, files: readonly FileId[]): Promise<void> {
  await sql`select set_config('app.files', ${`{${files.join(',')}}`}, true)`.execute(tx);
}

async function inRegion<R>(parts: DoorParts, actor: Actor, shows: boolean, work: (ctx: Context) => Promise<R>): Promise<R> {
  let begun = false;
  return untilBack(async () => {
    try {
      return await parts.database.transaction().execute(async (tx) => {
        begun = true;
        await sql`select set_config('app.region', ${actor.regionId}, true), set_config('app.files', '{}', true)`.execute(tx);
        const keys = await parts.keysOf(actor.regionId, tx);
        const { followers, clock, chance, sign, identityLookup } = parts;
        return work({ tx, regionId: actor.regionId, actor, shows, now: clock(), chance, keys, sign, identityLookup, followers, touched: new Map(), records: new Map() });
      });
    } catch (error) {
      // Once begun, nobody knows whether it was committed: never run it twice.
      if (begun && connectionLost(error)) throw new LostDatabase(errorCode(error));
      throw error;
    }
  });
}

/** The database went away in the middle: the outcome is not known. Pages answer 503 and keep what was typed. */
export class LostDatabase extends Error {
  override readonly name = 'LostDatabase';
}

/** Somebody else was first, seen only after both had been judged: nothing of it is written, and it is judged anew. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}

function lostRace(error: unknown): boolean {
  // 40P01: each waited for the other, and the server let one go; nothing of it is written.
  // VV008: a file was disposed of, or something was written in one that would have been.
  if (error instanceof LostRace || ['40P01', 'VV008'].includes(errorCode(error))) return true;
  const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  // 23503: what a row belongs to went in the same moment.
  return (errorCode(error) === '23505' && constraint === 'file_event_pkey') || (errorCode(error) === '23503' && /_(file|case|report)_id_fkey$/.test(constraint));
}

/** What a rule of ours calls a fault. The sentences that a schema says by itself, in English and for programmers, look otherwise. */
const CODE = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Field → code of what is wrong with it; `not_valid` where the rule that refused it has no code of its own. `form`: no single field. */
export function inputFaults(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.map(String).join('.') || 'form', CODE.test(message) ? message : 'not_valid']));
}
