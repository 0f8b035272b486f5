import type { FileId } from '../ids.ts';
import { TAG_BYTES } from '../sealing/aead.ts';
import type { RegionKeys } from '../sealing/region-keys.ts';
import type { EventRow } from './store.ts';

const MOST_FILES = 64;
const MAC_BYTES = 32;
const MARK_BYTES = MAC_BYTES + TAG_BYTES;

/** Of each entry what stands in clear, its MAC and the tag of its seal; nothing of what it says. */
type Checked = { readonly headers: readonly Omit<EventRow, 'sealed' | 'mac'>[]; readonly marks: Buffer };

/** Of each region the files that this process checked last. */
const checked = new WeakMap<RegionKeys, Map<FileId, Checked>>();

/**
 * How many of these entries, from the first, are those whose chain this process has found whole before: what stands in clear, the MAC and the tag of the seal are all the same. In its
 * place a tag opens one content alone, so the MAC made anew would be that of the same content. The content is opened each time all the same (decision 0095).
 */
export function checkedBefore(keys: RegionKeys, fileId: FileId, rows: readonly EventRow[]): number {
  const before = checked.get(keys)?.get(fileId);
  if (before === undefined) return 0;
  const { headers, marks } = before;
  const differs = rows.findIndex((row, at) => {
    const [was, from] = [headers[at], at * MARK_BYTES];
    return was === undefined || row.seq !== was.seq || row.event_id !== was.event_id || row.type !== was.type || row.version !== was.version || row.actor !== was.actor
      || row.happened_at !== was.happened_at || row.written_at !== was.written_at
      || row.mac.compare(marks, from, from + MAC_BYTES) !== 0 || row.sealed.compare(marks, from + MAC_BYTES, from + MARK_BYTES, row.sealed.length - TAG_BYTES) !== 0;
  });
  return differs === -1 ? rows.length : differs;
}

/** After the chain was found whole from the first of these to the last. */
export function rememberChecked(keys: RegionKeys, fileId: FileId, rows: readonly EventRow[]): void {
  const files = checked.get(keys) ?? new Map<FileId, Checked>();
  checked.set(keys, files);
  files.delete(fileId);
  files.set(fileId, {
    headers: rows.map(({ seq, event_id, type, version, actor, happened_at, written_at }) => ({ seq, event_id, type, version, actor, happened_at, written_at })),
    marks: Buffer.concat(rows.flatMap(({ mac, sealed }) => [mac, sealed.subarray(-TAG_BYTES)])),
  });
  const [first] = files.keys();
  if (files.size > MOST_FILES && first !== undefined) files.delete(first);
}
