import { sql } from 'kysely';
import { isUuid, type FileId } from '../../kernel/ids.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { newObjectKey, objectKey } from '../../kernel/sealing/object-key.ts';
import type { FileKey } from '../../kernel/sealing/region-keys.ts';
import { openStream, sealStream, type StreamFacts } from '../../kernel/sealing/stream.ts';
import type { Change } from './change.ts';

type Sent = { readonly object: string; readonly key: string; readonly cleaned: string | undefined };

/**
 * The files that came with a report, each sealed anew under another key and another name, beside the one that is there: until the transaction ends
 * nothing speaks of the new one, and after it nothing of the old. Answers the entries with the new names and keys in them.
 * @param contents JSON as it was sealed
 */
export async function resealObjects(change: Change, fileId: FileId, contents: readonly Buffer[]): Promise<Buffer[]> {
  const values = contents.map((content): unknown => (content.includes('"object"') ? parsed(content) : undefined));
  const swaps = new Map<string, string>();
  for (const sent of sentIn(values)) for (const [former, now] of await resealOne(change, fileId, sent)) swaps.set(former, now);
  return contents.map((content, n) => (swaps.size === 0 || values[n] === undefined ? content : Buffer.from(JSON.stringify(swapped(values[n], swaps)), 'utf8')));
}

/** What somebody sent need not be JSON. */
function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Wherever an object is told of together with its key, and the copies that were made of it. */
function sentIn(values: readonly unknown[]): Sent[] {
  const keys = new Map<string, string>();
  const copies = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const object = 'object' in value && typeof value.object === 'string' && isUuid(value.object) ? value.object : undefined;
    if (object !== undefined && 'key' in value && typeof value.key === 'string') keys.set(object, value.key);
    if (object !== undefined && 'cleaned' in value && typeof value.cleaned === 'string' && isUuid(value.cleaned)) copies.set(object, value.cleaned);
    for (const inner of Object.values(value)) look(inner);
  };
  values.forEach(look);
  return [...keys].map(([object, key]) => ({ object, key, cleaned: copies.get(object) }));
}

function swapped(value: unknown, swaps: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return swaps.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => swapped(one, swaps));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]): [string, unknown] => [name, swapped(one, swaps)]));
}

/**
 * Former name or key → new. What does not open lies as it lay: it is not made to look as if it could be read. Where none of a file's copies opens
 * the key stays with them.
 */
async function resealOne(change: Change, fileId: FileId, { object, key, cleaned }: Sent): Promise<[string, string][]> {
  const { from: { tx, regionId: region }, counted } = change;
  const { key: newKey, text } = newObjectKey();
  const swaps: [string, string][] = [];
  for (const former of cleaned === undefined ? [object] : [object, cleaned]) {
    const now = await resealCopy(change, { region, file: fileId, object: former }, key, newKey);
    if (now === undefined) counted.unreadableObjects += 1;
    else {
      await sql`update app.report_file set object_id = ${now} where region_id = ${region} and object_id = ${former} and report_id = ${fileId}`.execute(tx);
      swaps.push([former, now]);
      change.sent.former.push({ region, object: former });
    }
  }
  counted.objects += swaps.length;
  return swaps.length === 0 ? [] : [...swaps, [key, text]];
}

/** The new name; undefined for what is not there or does not open. */
async function resealCopy({ from: { chance }, storage, sent }: Change, facts: StreamFacts, key: string, newKey: FileKey): Promise<string | undefined> {
  const now = { ...facts, object: chance.uuid() };
  try {
    if (!(await storage.has(facts))) return undefined;
    sent.now.push(now);
    await storage.write(now, sealStream(newKey, now, openStream(objectKey(key), facts, storage.read(facts)), chance));
    return now.object;
  } catch (error) {
    if (error instanceof SealBroken || error instanceof RangeError) return undefined;
    throw error;
  }
}
