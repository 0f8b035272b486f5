import { existsSync, readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { writeNext } from '../kernel/beside.ts';
import { asId, isUuid, type FileId, type RegionId } from '../kernel/ids.ts';
import { recordMac, sameMac } from '../kernel/sealing/mac.ts';
import { day, instant } from '../kernel/time.ts';
import { NO_PACKAGE, RECEIVER, RULE, type Disposal } from '../privacy/public.ts';
import { appendLines } from './append.ts';

/*
 * What was disposed of, told to the world outside the database before it happens: one file for each region, beside the heads of the audit
 * log, kept for as long as any backup could be put back, which nobody knows: for ever. A restored database has the keys again; from this
 * list they are destroyed again. A line is the protocol's own, in clear and without content; its MAC covers the line before, so that none
 * can be changed, moved or taken out without the region's audit key.
 */

export type DisposalLog = { readonly lines: readonly Disposal[]; /** the first line that is not as it was written, in words of file and line */ readonly broken: readonly string[] };

function nameOf(region: RegionId): string {
  return `${region}.kassert`;
}

const NOTHING = '-';

function words(one: Disposal): string {
  return [
    one.disposal_id, one.file_id, one.files.join(','), one.reference, one.rule, one.receiver ?? NOTHING, one.owner_municipality_id ?? NOTHING, one.closed_on, one.entries, one.head.toString('hex'),
    one.proposed_by, one.proposed_at, one.confirmed_by ?? NOTHING, one.confirmed_at ?? NOTHING, one.revision,
  ].join(' ');
}

const WORDS = 15;

function macOf(key: KeyObject, region: RegionId, line: string, previous: Buffer | null): Buffer {
  return recordMac(key, 'disposal log', { region, line, previous });
}

/** Appends to the region's list and has it on disk before it answers. What stands there already is not written again. */
export function appendDisposed(dir: string, key: KeyObject, region: RegionId, disposals: readonly Disposal[]): void {
  if (disposals.length === 0) return;
  appendLines(dir, nameOf(region), (whole) => {
    const before = whole.split('\n').slice(0, -1);
    const known = new Set(before.map((line) => line.split(' ')[0]));
    return linesOf(key, region, disposals.filter((one) => !known.has(one.disposal_id)), lastMac(before.at(-1)));
  });
}

/** Follows the id of a disposal that was told of here and then taken back, since the case was held in the same moment. */
const TAKEN_BACK = 'TILBAKE';

/** Tells that these, of those that stand in the list, were not carried out: a backup from before they were held must not dispose of them. Each once. */
export function appendTakenBack(dir: string, key: KeyObject, region: RegionId, ids: readonly string[]): void {
  if (ids.length === 0 || !existsSync(join(dir, nameOf(region)))) return;
  appendLines(dir, nameOf(region), (whole) => {
    const before = whole.split('\n').slice(0, -1);
    const told = before.map((line) => line.split(' '));
    const open = ids.filter((id) => told.some(([first]) => first === id) && !told.some(([first, second]) => first === id && second === TAKEN_BACK));
    return chained(key, region, open.map((id) => `${id} ${TAKEN_BACK}`), lastMac(before.at(-1)));
  });
}

function linesOf(key: KeyObject, region: RegionId, disposals: readonly Disposal[], before: Buffer | null): string {
  return chained(key, region, disposals.map(words), before);
}

function chained(key: KeyObject, region: RegionId, lines: readonly string[], before: Buffer | null): string {
  let previous = before;
  return lines.map((line) => {
    previous = macOf(key, region, line, previous);
    return `${line} ${previous.toString('hex')}\n`;
  }).join('');
}

function lastMac(line: string | undefined): Buffer | null {
  const mac = line?.split(' ').at(-1);
  return mac === undefined ? null : Buffer.from(mac, 'hex');
}

/** All that was disposed of in a region, oldest first, without what was taken back. A line that was forged tells of nothing; those after it still stand for themselves. */
export function readDisposed(dir: string, key: KeyObject, region: RegionId): DisposalLog {
  const path = join(dir, nameOf(region));
  if (!existsSync(path)) return { lines: [], broken: [] };
  const text = readFileSync(path, 'utf8');
  const lines: Disposal[] = [];
  const takenBack = new Set<string | undefined>();
  let broken: string | undefined;
  let previous: Buffer | null = null;
  for (const [index, line] of text.slice(0, text.lastIndexOf('\n') + 1).split('\n').slice(0, -1).entries()) {
    const at = line.lastIndexOf(' ');
    const mac = Buffer.from(line.slice(at + 1), 'hex');
    const parts = line.slice(0, at).split(' ');
    const genuine = sameMac(macOf(key, region, line.slice(0, at), previous), mac);
    const read = genuine ? lineOf(parts) : undefined;
    if (genuine && parts.length === 2 && parts[1] === TAKEN_BACK) takenBack.add(parts[0]);
    else if (read === undefined) broken ??= `${nameOf(region)}, linje ${index + 1}`;
    else lines.push(read);
    previous = mac;
  }
  return { lines: lines.filter((one) => !takenBack.has(one.disposal_id)), broken: broken === undefined ? [] : [broken] };
}

/** The same lines under another key, beside the file. They were read and found genuine before. @param headOf the head of a journal that still stands, as it is from now on */
export function rekeyDisposed(dir: string, key: KeyObject, region: RegionId, lines: readonly Disposal[], headOf: (disposalId: string) => Buffer | undefined): void {
  if (lines.length > 0) writeNext(dir, nameOf(region), linesOf(key, region, lines.map((one) => ({ ...one, head: headOf(one.disposal_id) ?? one.head })), null));
}

function lineOf(parts: readonly string[]): Disposal | undefined {
  const [disposal = '', file = '', files = '', reference = '', rule = '', receiver = '', owner = '', closed = '', entries = '', head = '', by = '', at = '', confirmedBy = '', confirmedAt = '', revision = ''] = parts;
  const closedOn = day(closed);
  if (parts.length !== WORDS || closedOn === undefined || !RULE.is(rule) || ![disposal, file, by, confirmedBy, ...files.split(',')].every(isUuid)) return undefined;
  return {
    disposal_id: disposal, operation: 'KASSASJON', file_id: asId<'file'>(file), files: files.split(',').map((one): FileId => asId<'file'>(one)), reference, rule, receiver: RECEIVER.is(receiver) ? receiver : null,
    owner_municipality_id: isUuid(owner) ? asId<'municipality'>(owner) : null, closed_on: closedOn, entries: Number(entries), head: Buffer.from(head, 'hex'),
    proposed_by: asId<'user'>(by), proposed_at: instant(at), confirmed_by: asId<'user'>(confirmedBy), confirmed_at: instant(confirmedAt), withdrawn_at: null, done_at: null, revision: Number(revision), ...NO_PACKAGE,
  };
}
