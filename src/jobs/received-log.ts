import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { writeNext } from '../kernel/beside.ts';
import { asId, isUuid, type RegionId } from '../kernel/ids.ts';
import { recordMac, sameMac } from '../kernel/sealing/mac.ts';
import { addMs, DAY_MS, instant, osloDay, type Instant } from '../kernel/time.ts';
import type { PartKind, ToldPart } from '../reports/public.ts';
import { appendLines } from './append.ts';

/*
 * What was received, told to the world outside the database: one file a month for each region, beside the heads of the audit log.
 * A line is `report part channel kind received-at fingerprint mac`; its MAC covers the line before, so that none can be changed,
 * moved or taken out without the region's audit key. Nothing in it is about a person: the fingerprint is keyed.
 */

const ENDING = '.mottatt';
const KINDS: readonly PartKind[] = ['report', 'message', 'file', 'split'];
/** How long the log is kept: no backup that is older than this is put back. */
export const KEPT_MS = 400 * DAY_MS;

export type ReceivedLog = { readonly parts: readonly ToldPart[]; /** the first line of each file that is not as it was written, in words of file and line */ readonly broken: readonly string[] };

function macOf(key: KeyObject, region: RegionId, month: string, part: ToldPart, previous: Buffer | null): Buffer {
  const { report_id: report, part: number, channel, kind, received_at: at, fingerprint } = part;
  return recordMac(key, 'received log', { region, month, report, part: number, channel, kind, at, fingerprint, previous });
}

/** Appends parts to the region's file of this month and has it on disk before it answers. */
export function appendReceived(dir: string, key: KeyObject, region: RegionId, parts: readonly ToldPart[], now: Instant): void {
  const month = osloDay(now).slice(0, 7);
  appendLines(dir, `${region}.${month}${ENDING}`, (whole) => linesOf(key, region, month, parts, lastMac(whole)));
}

function linesOf(key: KeyObject, region: RegionId, month: string, parts: readonly ToldPart[], before: Buffer | null): string {
  let previous = before;
  return parts.map((part) => {
    previous = macOf(key, region, month, part, previous);
    return `${part.report_id} ${part.part} ${part.channel} ${part.kind} ${part.received_at} ${part.fingerprint.toString('hex')} ${previous.toString('hex')}\n`;
  }).join('');
}

function lastMac(text: string): Buffer | null {
  const mac = text.trimEnd().split('\n').at(-1)?.split(' ')[6];
  return mac === undefined ? null : Buffer.from(mac, 'hex');
}

/** All that the log outside tells of a region, oldest first, and where it is not as it was written. */
export function readReceived(dir: string, key: KeyObject, region: RegionId): ReceivedLog {
  const parts: ToldPart[] = [];
  const broken: string[] = [];
  for (const name of filesOf(dir, region)) {
    const text = readFileSync(join(dir, name), 'utf8');
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n').slice(0, -1);
    let previous: Buffer | null = null;
    let well = true;
    for (const [index, line] of lines.entries()) {
      const read = readLine(line);
      const genuine: boolean = read !== undefined && sameMac(macOf(key, region, monthOf(name), read.part, previous), read.mac);
      if (well && !genuine) broken.push(`${name}, linje ${index + 1}`);
      well &&= genuine;
      // A line that was forged tells of nothing; those after it still stand for themselves.
      if (read !== undefined && genuine) parts.push(read.part);
      previous = read?.mac ?? previous;
    }
  }
  return { parts, broken };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function readLine(line: string): { readonly part: ToldPart; readonly mac: Buffer } | undefined {
  const [report = '', number = '', channel = '', kind = '', at = '', print = '', mac = '', ...more] = line.split(' ');
  const what = KINDS.find((one) => one === kind);
  if (more.length > 0 || !isUuid(report) || !/^\d{1,4}$/.test(number) || what === undefined || !MOMENT.test(at)) return undefined;
  const part = { report_id: asId<'file'>(report), part: Number(number), channel, kind: what, received_at: instant(at), fingerprint: Buffer.from(print, 'hex') };
  return { part, mac: Buffer.from(mac, 'hex') };
}

/** The same lines under another key, beside each file. They were read and found genuine before. @param print what a fingerprint is in the database from now on */
export function rekeyReceived(dir: string, key: KeyObject, region: RegionId, print: (former: Buffer) => Buffer): void {
  for (const name of filesOf(dir, region)) {
    const text = readFileSync(join(dir, name), 'utf8');
    const parts = text.slice(0, text.lastIndexOf('\n') + 1).split('\n').flatMap((line) => readLine(line)?.part ?? []);
    writeNext(dir, name, linesOf(key, region, monthOf(name), parts.map((part) => ({ ...part, fingerprint: print(part.fingerprint) })), null));
  }
}

/** Months that no backup reaches back to are let go of. */
export function pruneReceived(dir: string, region: RegionId, now: Instant): void {
  const oldest = osloDay(addMs(now, -KEPT_MS)).slice(0, 7);
  for (const name of filesOf(dir, region)) if (monthOf(name) < oldest) rmSync(join(dir, name), { force: true });
}

/** The regions that something was ever written for, within what is kept. */
export function regionsWithReceived(dir: string): string[] {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(ENDING)) : [];
  return [...new Set(names.map((name) => name.split('.')[0] ?? ''))].sort();
}

function filesOf(dir: string, region: RegionId): string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.startsWith(`${region}.`) && name.endsWith(ENDING)).sort() : [];
}

function monthOf(name: string): string {
  return name.split('.')[1] ?? '';
}
