import { z } from 'zod';
import type { System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { RegionKeys } from '../../kernel/sealing/region-keys.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { openTrace } from './traces.ts';
import { comparable, findable, maybeSamePerson } from '../matching.ts';
import { Memory, type Remembered } from '../memory.ts';
import { listNewLines, listTraceLines, listTraces, type TraceRow } from '../store.ts';

const TASK = 'read_traces';
/** Traces in one transaction: the database asks of each row whether its file is among those that were opened. */
const AT_ONCE = 200;
/** More than this is a name that many have, and not a hint any longer. */
const MOST_FOUND = 50;

/** One memory for as long as the region's keys are open in this process: never beyond them, and never another region's. */
const memories = new WeakMap<RegionKeys, Memory>();

export function memoryOf({ keys }: Context): Memory {
  const known = memories.get(keys) ?? new Memory();
  memories.set(keys, known);
  return known;
}

/** Opens some of the traces that are not in memory yet, or are older there than their file. Shows nobody anything. */
export const readTraces = command({
  name: 'people.read_traces',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    const memory = memoryOf(ctx);
    memory.note(await listNewLines(ctx.tx, ctx.regionId, memory.until));
    return { unread: memory.unread(AT_ONCE) };
  },
  access: (actor, { unread }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', unread.map(({ file_id: file }) => file)) : deny('only_system')),
  run: async (ctx, _input, { unread }) => {
    const rows = new Map((await listTraces(ctx.tx, ctx.regionId, unread.map(({ file_id: file }) => file))).map((row) => [row.file_id, row]));
    for (const line of unread) memoryOf(ctx).put(line.file_id, remembered(ctx, rows.get(line.file_id)) ?? { version: line.version, hidden: true, who: undefined, found: undefined });
    return done({ more: unread.length === AT_ONCE });
  },
});

/** A trace that does not open finds nobody, and nobody is found by it. */
function remembered(ctx: Context, row: TraceRow | undefined): Remembered | undefined {
  const trace = row === undefined ? undefined : openTrace(ctx, row);
  if (row === undefined || trace === undefined) return undefined;
  const phones = row.phones.map((hash) => hash.toString('hex'));
  const who = comparable(trace, phones);
  return { version: row.version, hidden: trace.hidden, who: who.names.length === 0 ? undefined : who, found: findable(trace, phones) };
}

/** Brings a region's memory up to date before somebody is looked for: at once where nothing has changed, some seconds for the first who asks in a large region. */
export async function readAllTraces(door: Door, regionId: RegionId): Promise<void> {
  const waiting = await door.unaudited(regionId, TASK, async (ctx) => {
    const memory = memoryOf(ctx);
    memory.note(await listNewLines(ctx.tx, ctx.regionId, memory.until));
    return memory.unread(1).length > 0;
  });
  if (!waiting) return;
  const actor: System = { kind: 'system', regionId, task: TASK };
  for (let more = true; more;) {
    const read = await door.enter(readTraces, actor, {});
    more = read.ok && read.value.more;
  }
}

/** Files that may be about the same person as this one, out of memory alone; who may see which is for the asker to judge. */
export type Similar = {
  /** the person in the file itself is hidden: nobody is looked for */
  readonly hidden: boolean;
  readonly files: readonly FileId[];
  /** hidden, or not known in memory as it stands now */
  readonly isHidden: (file: FileId) => boolean;
};

export async function similarFiles(ctx: Context, fileId: FileId): Promise<Similar> {
  const memory = memoryOf(ctx);
  const lines = await listTraceLines(ctx.tx, ctx.regionId);
  const known = new Map(lines.map((line) => [line.file_id, memory.now(line)]));
  const own = known.get(fileId);
  const isHidden = (file: FileId) => known.get(file)?.hidden !== false;
  if (own?.who === undefined) return { hidden: own?.hidden === true, files: [], isHidden };
  const files: FileId[] = [];
  for (const [file, other] of known) {
    if (file === fileId || other?.who === undefined || !maybeSamePerson(own.who, other.who)) continue;
    files.push(file);
    if (files.length === MOST_FOUND) break;
  }
  return { hidden: false, files, isHidden };
}

/** Those of the files that may be about the same person, by what the database shows now of the files that the door has opened. Each stands in the audit row. */
export async function confirmSimilar(ctx: Context, fileId: FileId, files: readonly FileId[]): Promise<FileId[]> {
  const rows = await listTraces(ctx.tx, ctx.regionId, [fileId, ...files]);
  const people = new Map(rows.map((row) => [row.file_id, remembered(ctx, row)?.who]));
  const own = people.get(fileId);
  if (own === undefined) return [];
  const confirmed = files.filter((file) => {
    const other = people.get(file);
    return other !== undefined && maybeSamePerson(own, other);
  });
  for (const file of [fileId, ...confirmed]) ctx.touched.set(file, { seq: 0, mac: '' });
  return confirmed;
}
