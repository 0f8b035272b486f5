import type { Chance, FileId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Paper } from './crossing.ts';
import type { Attachment, Dialogue } from './dialogue.ts';

/** A file that goes along with a report: which of its files, and the place that waits for it in the report that is to have it. */
export type FileAlong = { readonly slot: string; readonly object: string };
/** The same to one of the reports that a divided one became. */
export type FileTo = FileAlong & { readonly to: FileId; /** no file that came here, but the case itself, made into one when it is brought */ readonly paper?: Paper };

/** A file on its way to another report, as the sender's journal knows it. `regionId`: undefined in the same region. */
export type Follow = FileTo & { readonly regionId: RegionId | undefined; readonly at: Instant; readonly carriedAt: Instant | undefined };

/** A file that may be chosen to go along, by its number on the page from 1. One that is closed for good goes nowhere. */
export type Offered = { readonly no: number; readonly file: Attachment };

export function offeredFiles({ attachments }: Dialogue): Offered[] {
  return attachments.map((file, at) => ({ no: at + 1, file })).filter(({ file }) => file.check !== 'INFECTED' && file.check !== 'UNSAFE');
}

/** The files of these numbers, each once; undefined where one of them is not offered. */
export function chosenFiles(dialogue: Dialogue, numbers: readonly string[]): Attachment[] | undefined {
  const offered = offeredFiles(dialogue);
  const chosen = offered.filter(({ no }) => numbers.includes(String(no)));
  return numbers.every((number) => offered.some(({ no }) => String(no) === number)) ? chosen.map(({ file }) => file) : undefined;
}

/** Each with a place of its own to go to. */
export function along(files: readonly Pick<Attachment, 'object'>[], chance: Pick<Chance, 'uuid'>): FileAlong[] {
  return files.map(({ object }) => ({ slot: chance.uuid(), object }));
}

/** What is on its way after this was decided. */
export function follows(files: readonly FileTo[] | undefined, regionId: RegionId | undefined, at: Instant): Follow[] {
  return (files ?? []).map((one) => ({ ...one, regionId, at, carriedAt: undefined }));
}
