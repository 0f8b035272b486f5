import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { lookupHash } from '../../kernel/sealing/mac.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { listTraceLines, listTraces, saveTraceRow, type TraceRow } from '../store.ts';
import type { Trace, Traced } from '../trace.ts';

const SHAPE = z.strictObject({ names: z.array(z.string()), aliases: z.array(z.string()), /** absent in traces from before they were kept */ around: z.array(z.string()).default([]), birthYears: z.array(z.number()), municipalities: z.array(z.string()), hidden: z.boolean() });

function place(ctx: Context, fileId: FileId, version: number): Where {
  return { table: 'app.person_trace_names', region: ctx.regionId, row: fileId, field: 'sealed', version };
}

/** By what the person in a file is found again; in the same transaction as the entry of the journal that it was made by. */
export async function saveTrace(ctx: Context, fileId: FileId, { trace, phones }: Traced, version: number): Promise<void> {
  const sealed = sealJson(ctx.keys.record, trace, place(ctx, fileId, version), 'text', ctx.chance);
  await saveTraceRow(ctx.tx, ctx.regionId, { file_id: fileId, version, sealed, phones: phoneHashes(ctx, phones) });
}

/** In the order of the hashes: which number was said first is nobody's business. */
function phoneHashes(ctx: Context, phones: readonly string[]): Buffer[] {
  const hashes = phones.map((phone) => lookupHash(ctx.keys.lookup, 'phone', phone)).filter((hash) => hash !== undefined);
  return hashes.toSorted((a, b) => a.compare(b)).filter((hash, at, all) => at === 0 || !hash.equals(all[at - 1] ?? Buffer.alloc(0)));
}

/** undefined where it does not open: nothing is found by it until the night's round has written it again. */
export function openTrace(ctx: Context, row: TraceRow): Trace | undefined {
  try {
    return SHAPE.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.file_id, row.version)));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** For the night's comparison with the journal of a kind of file. */
export function traceProjections<S>(tracedIn: (state: S) => Traced): readonly Projection<S>[] {
  const write = (ctx: Context, fileId: FileId, state: S, version: number) => saveTrace(ctx, fileId, tracedIn(state), version);
  return [
    { name: 'app.person_trace', same: async (ctx, fileId, _state, version) => (await versionOf(ctx, fileId)) === version, write },
    { name: 'app.person_trace_names', same: async (ctx, fileId, state) => sameTrace(ctx, fileId, tracedIn(state)), write },
  ];
}

async function versionOf(ctx: Context, fileId: FileId): Promise<number | undefined> {
  return (await listTraceLines(ctx.tx, ctx.regionId, [fileId]))[0]?.version;
}

async function sameTrace(ctx: Context, fileId: FileId, { trace, phones }: Traced): Promise<boolean> {
  const [row] = await listTraces(ctx.tx, ctx.regionId, [fileId]);
  if (row === undefined) return false;
  const stored = openTrace(ctx, row);
  const hashes = phoneHashes(ctx, phones);
  return JSON.stringify(stored) === JSON.stringify(trace) && row.phones.length === hashes.length && row.phones.every((hash, at) => hash.equals(hashes[at] ?? Buffer.alloc(0)));
}
