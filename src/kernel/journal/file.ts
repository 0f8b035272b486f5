import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { LostRace } from '../door.ts';
import type { FileId, RegionId, UserId } from '../ids.ts';
import { done, type Outcome } from '../outcome.ts';
import { SealBroken } from '../sealing/broken.ts';
import { contentHash, eventMac, exclusionToken, sameMac } from '../sealing/mac.ts';
import { newFileKey, unwrapFileKey, wrapFileKey, type FileKey } from '../sealing/region-keys.ts';
import { jsonBytes, open, parseJson, seal, type Where } from '../sealing/sealed.ts';
import { checkedBefore, rememberChecked } from './checked.ts';
import type { FileEvent, NewEvent, Writer } from './event.ts';
import { areExcluded, getWrappedKey, insertEvents, insertExclusions, insertFile, isExcluded, isFile, listEvents, type EventRow } from './store.ts';

/** What a module says about its kind of file: how a state grows out of events, and what is kept in clear for lists. */
export type FileKind<S, E extends FileEvent> = {
  readonly kind: string;
  readonly initial: S;
  readonly evolve: (state: S, event: E) => S;
  /** lifts a stored event to today's shape; the seal and the chain already vouch for where it came from */
  readonly lift: (stored: FileEvent) => E;
  readonly project: (ctx: Context, fileId: FileId, state: S, version: number) => Promise<void>;
};

export type OpenFile<S, E> = { readonly state: S; readonly version: number; readonly events: readonly E[]; readonly key: FileKey; readonly head: Buffer | null };

/**
 * Opens a file: every event unsealed, the chain checked from the first to the last (of what is only shown, as far as this process has not checked it before: checked.ts), the state folded.
 * Throws SealBroken when something was altered, moved or taken out of the middle. The door must have opened the file.
 * In work that decides: throws LostRace where somebody else has changed the file since this transaction read it last, since what was judged on that
 * reading does not hold (test: database/journal).
 */
export async function openFile<S, E extends FileEvent>(ctx: Context, kind: FileKind<S, E>, fileId: FileId): Promise<OpenFile<S, E>> {
  const { key, stored, head } = await readChain(ctx, fileId, ctx.shows);
  const events = stored.map((event) => kind.lift(event));
  const read = ctx.touched.get(fileId);
  if (!ctx.shows && read !== undefined && read.seq !== events.length) throw new LostRace();
  touch(ctx, fileId, events.length, head);
  return { state: events.reduce(kind.evolve, kind.initial), version: events.length, events, key, head };
}

type Chain = { readonly key: FileKey; readonly stored: readonly FileEvent[]; readonly head: Buffer | null };

/** @param trusts where something is only shown: entries whose chain this process has found whole before are not chained once more */
async function readChain(ctx: Context, fileId: FileId, trusts: boolean): Promise<Chain> {
  const key = unwrapFileKey(ctx.keys, await getWrappedKey(ctx.tx, ctx.regionId, fileId), fileId);
  const rows = await listEvents(ctx.tx, ctx.regionId, fileId);
  const before = trusts ? checkedBefore(ctx.keys, fileId, rows) : 0;
  let head: Buffer | null = null;
  const stored: FileEvent[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.seq !== at + 1) throw new SealBroken('altered');
    const plain = open(key.seal, row.sealed, place(ctx.regionId, fileId, row.seq));
    if (at >= before && !sameMac(row.mac, eventMac(key, header(ctx.regionId, fileId, row), contentHash(plain), head))) throw new SealBroken('altered');
    head = row.mac;
    stored.push({
      type: row.type, version: row.version, actor: row.actor as Writer, // covered by the MAC just checked
      happenedAt: row.happened_at, writtenAt: row.written_at, content: parseJson(plain),
    });
  }
  if (trusts && before < rows.length) rememberChecked(ctx.keys, fileId, rows);
  return { key, stored, head };
}

/** The file, or undefined where its journal does not open: one that was altered stops no round over the others. The nightly comparison tells of it (jobs/check-projections.ts). */
export async function openWhole<S, E extends FileEvent>(ctx: Context, kind: FileKind<S, E>, fileId: FileId): Promise<OpenFile<S, E> | undefined> {
  try {
    return await openFile(ctx, kind, fileId);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Whether a file's journal opens from the first entry to the last; shows nobody what stands in it. */
export async function journalHolds(ctx: Context, fileId: FileId): Promise<boolean> {
  try {
    await readChain(ctx, fileId, false);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** Whether there is a file with this id; tells nothing of what is in it. */
export async function fileExists(ctx: Context, fileId: FileId): Promise<boolean> {
  return isFile(ctx.tx, ctx.regionId, fileId);
}

/** Makes a new file with its first events. Its key is random and never leaves unwrapped. */
export async function createFile<S, E extends FileEvent>(ctx: Context, kind: FileKind<S, E>, fileId: FileId, first: readonly NewEvent<E>[]): Promise<S> {
  const key = newFileKey();
  await sql`select set_config('app.files', (kernel.open_files() || ${fileId}::uuid)::text, true)`.execute(ctx.tx);
  await insertFile(ctx.tx, ctx.regionId, fileId, kind.kind, wrapFileKey(ctx.keys, key, fileId), ctx.now);
  return write(ctx, kind, fileId, { state: kind.initial, version: 0, events: [], key, head: null }, first);
}

/**
 * The one way to change a file: open it, let the rule decide on its state, append after the version it was judged on,
 * project, and let the followers run. A rule that answers no events changes nothing. Throws LostRace as openFile does.
 */
export async function changeFile<S, E extends FileEvent>(
  ctx: Context, kind: FileKind<S, E>, fileId: FileId, decide: (state: S) => Outcome<readonly NewEvent<E>[]>,
): Promise<Outcome<S>> {
  const file = await openFile(ctx, kind, fileId);
  const decision = decide(file.state);
  if (!decision.ok) return decision;
  return done(await write(ctx, kind, fileId, file, decision.value));
}

async function write<S, E extends FileEvent>(ctx: Context, kind: FileKind<S, E>, fileId: FileId, file: OpenFile<S, E>, added: readonly NewEvent<E>[]): Promise<S> {
  if (added.length === 0) return file.state;
  const rows: EventRow[] = [];
  const steps: { event: E; before: S; after: S }[] = [];
  let { state, head } = file;
  for (const [at, event] of added.entries()) {
    const row = sealEvent(ctx, file.key, fileId, file.version + at + 1, event, head);
    const lifted = kind.lift({ ...event, actor: writer(ctx), writtenAt: ctx.now });
    const after = kind.evolve(state, lifted);
    rows.push(row);
    steps.push({ event: lifted, before: state, after });
    state = after;
    head = row.mac;
  }
  await insertEvents(ctx.tx, ctx.regionId, fileId, rows);
  touch(ctx, fileId, file.version + rows.length, head);
  await kind.project(ctx, fileId, state, file.version + rows.length);
  for (const step of steps) {
    for (const follower of ctx.followers.filter((f) => f.eventType === step.event.type)) {
      await follower.run(ctx, fileId, step.event, step.before, step.after);
    }
  }
  return state;
}

function sealEvent(ctx: Context, key: FileKey, fileId: FileId, seq: number, event: NewEvent<FileEvent>, previous: Buffer | null): EventRow {
  const plain = jsonBytes(event.content);
  const row = {
    seq, event_id: ctx.chance.uuid(), type: event.type, version: event.version, actor: writer(ctx), happened_at: event.happenedAt, written_at: ctx.now,
    sealed: seal(key.seal, plain, place(ctx.regionId, fileId, seq), 'text', ctx.chance),
  };
  return { ...row, mac: eventMac(key, header(ctx.regionId, fileId, row), contentHash(plain), previous) };
}

/** Where an entry belongs. */
export function place(region: RegionId, fileId: FileId, seq: number): Where {
  return { table: 'kernel.file_event', region, row: `${fileId}/${seq}`, field: 'sealed', version: 1 };
}

/** What an entry's MAC covers besides its content. */
export function header(region: RegionId, fileId: FileId, row: Omit<EventRow, 'sealed' | 'mac'>) {
  return {
    region, file: fileId, seq: row.seq, event: row.event_id, type: row.type, version: row.version, actor: row.actor,
    happenedAt: row.happened_at, writtenAt: row.written_at,
  };
}

function writer(ctx: Context): Writer {
  return ctx.actor.kind === 'person' ? ctx.actor.userId : 'system';
}

function touch(ctx: Context, fileId: FileId, seq: number, head: Buffer | null): void {
  ctx.touched.set(fileId, { seq, mac: head === null ? '' : head.toString('hex') });
}

/** Leaves people out of a file for good; the table holds keyed hashes and names nobody. */
export async function exclude(ctx: Context, fileId: FileId, users: readonly UserId[]): Promise<void> {
  await insertExclusions(ctx.tx, ctx.regionId, fileId, users.map((user) => exclusionToken(ctx.keys.lookup, user)));
}

export async function excluded(ctx: Context, fileId: FileId, user: UserId): Promise<boolean> {
  return isExcluded(ctx.tx, ctx.regionId, fileId, exclusionToken(ctx.keys.lookup, user));
}

/** Whether every one of these people is left out of the file. */
export async function leavesOut(ctx: Context, fileId: FileId, users: readonly UserId[]): Promise<boolean> {
  return areExcluded(ctx.tx, ctx.regionId, fileId, users.map((user) => exclusionToken(ctx.keys.lookup, user)));
}
