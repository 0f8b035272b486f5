import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { FILE_KIND_NAMES } from '../../kernel/files/kinds.ts';
import type { NewEvent } from '../../kernel/journal/event.ts';
import { changeFile, exclude, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { objectKey, type SealedObject } from '../../kernel/sealing/object-key.ts';
import { fingerprint } from '../../kernel/sealing/mac.ts';
import { instant, type Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { CHECKS, type Check, type SentFile } from '../dialogue.ts';
import type { Paper } from '../crossing.ts';
import { REPORT_FILE } from '../file.ts';
import { MOMENT } from '../form/content.ts';
import type { ReportEvent, ReportState } from '../report.ts';
import { findChannel, findFollow, type FollowRow } from '../store/follow.ts';
import { holdReport, insertLedgerPart, nextPart } from '../store/transfer.ts';
import { enqueueCheck, insertArrived, insertCleaned } from '../store/window.ts';
import { LARGEST_FILE, LONGEST_FILE_NAME } from '../window/content.ts';
import { judgeStaff } from './arrive.ts';
import { namedInWords } from './named.ts';

/** Who carries a report to another region carries its files. */
export const CARRY_FILE = 'carry_report';

function only(actor: Actor, files: readonly FileId[]): Verdict {
  return actor.kind === 'system' && actor.task === CARRY_FILE ? allow('system', files) : deny('only_system');
}

const slotted = z.strictObject({ slot: z.uuid() });
const sent = (ctx: Context, { slot }: { slot: string }): Promise<FollowRow | undefined> => findFollow(ctx.tx, ctx.regionId, slot);

/** A file on its way: what opens it where it lies, where it is to lie, and what was found in it. */
export type FileOnItsWay = SealedObject & {
  readonly to: { readonly regionId: RegionId; readonly reportId: FileId };
  /** as it came, without its key; within a region without its name, which may be another person's and is only compared with (`named`) */
  readonly told: Omit<SentFile, 'object' | 'key'> & { readonly receivedAt: string; readonly named: string };
  readonly check: Check | undefined;
  /** the object with the cleaned copy */
  readonly cleaned: string | undefined; readonly cleanedSha256: string | undefined;
};

/** A case that is to be made into a file on its way. `of`: the report that its sending stands in. */
export type PaperOnItsWay = { readonly paper: Paper; readonly of: FileId; readonly at: Instant; readonly to: FileOnItsWay['to'] };
type OnItsWay = FileOnItsWay | PaperOnItsWay | undefined;

/** In the region and the report that it came with. undefined: it has been brought already. */
export const packFile = command({
  name: 'reports.pack_file',
  schema: slotted,
  facts: sent,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { slot }, row) => {
    const { state } = await openFile(ctx, REPORT_FILE, row.file_id);
    const follow = state.follows.find((one) => one.slot === slot);
    if (follow?.paper !== undefined && follow.regionId !== undefined) return done<OnItsWay>(follow.carriedAt === undefined ? { paper: follow.paper, of: row.file_id, at: follow.at, to: { regionId: follow.regionId, reportId: follow.to } } : undefined);
    const file = state.dialogue.attachments.find(({ object }) => object === follow?.object);
    if (follow === undefined || file === undefined) return refuse('unknown_file');
    if (follow.carriedAt !== undefined) return done<OnItsWay>(undefined);
    const { object, key, type, bytes, sha256, at, check, cleaned, cleanedSha256 } = file;
    return done<OnItsWay>({
      facts: { region: ctx.regionId, file: row.file_id, object }, key: objectKey(key), to: { regionId: follow.regionId ?? ctx.regionId, reportId: follow.to },
      told: { name: follow.regionId === undefined ? '' : file.name, type, bytes, sha256, receivedAt: at, named: file.name }, check, cleaned, cleanedSha256,
    });
  },
});

const toReport = { reportId: idField<'file'>(), slot: z.uuid() };
const waiting = (ctx: Context, { reportId }: { reportId: FileId }) => findChannel(ctx.tx, ctx.regionId, reportId);

/** `here`: it lies there. `free`: its place waits for it. `unknown`: no place yet, since what tells of it has not been opened. `back`: the case that it goes along with went back, and it stays where it is. */
export type Place = 'here' | 'free' | 'unknown' | 'back';

/** Words that are compared with the staff, in UTF-16 units: a name of a file, or all that a case says. */
export const MOST_COMPARED = 4_000_000;

/** `sha256`: of what lay there already. */
export type Landed = { readonly place: Place | 'now'; readonly sha256?: string | undefined };

function placeOf({ dialogue, sentBack }: ReportState, slot: string): Place {
  if (dialogue.attachments.some((one) => one.slot === slot)) return 'here';
  if (sentBack !== undefined) return 'back';
  return dialogue.awaited.includes(slot) ? 'free' : 'unknown';
}

function shaAt({ dialogue }: ReportState, slot: string): string | undefined {
  return dialogue.attachments.find((one) => one.slot === slot)?.sha256;
}

/** In the receiver's region: whether it is to be sealed for it now; where it lies there, its SHA-256. A report that is not there yet does not exist. */
export const placeForFile = command({
  name: 'reports.place_for_file',
  schema: z.strictObject(toReport),
  facts: waiting,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { reportId, slot }) => {
    const { state } = await openFile(ctx, REPORT_FILE, reportId);
    return done({ place: placeOf(state, slot), sha256: shaAt(state, slot) });
  },
});

/**
 * In the receiver's region, when it lies sealed in the store: the report has it, with its row of the ledger and what was found in it. Brought a second
 * time, it is there already, and whoever brought it takes their copy away again.
 */
export const landFile = command({
  name: 'reports.land_file',
  schema: z.strictObject({
    ...toReport, object: z.uuid(), key: z.string().max(60), name: z.string().max(LONGEST_FILE_NAME), named: z.string().max(MOST_COMPARED), type: z.enum(FILE_KIND_NAMES), bytes: z.int().min(1).max(LARGEST_FILE), sha256: z.string().max(64),
    receivedAt: z.string().regex(MOMENT, 'not_valid').transform(instant), check: z.enum(CHECKS).optional(), cleaned: z.uuid().optional(), cleanedSha256: z.string().max(64).optional(),
  }),
  facts: waiting,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { reportId, slot, receivedAt, check, cleaned, cleanedSha256, named, ...attachment }, { channel }) => {
    await holdReport(ctx.tx, ctx.regionId, reportId);
    const { state } = await openFile(ctx, REPORT_FILE, reportId);
    const place = placeOf(state, slot);
    if (place !== 'free') return done<Landed>({ place, sha256: shaAt(state, slot) });
    const part = await nextPart(ctx.tx, ctx.regionId, reportId);
    await insertLedgerPart(ctx.tx, ctx.regionId, { reportId, part, channel, kind: 'file', fingerprint: fingerprint(ctx.keys.lookup, reportId, slot), receivedAt: ctx.now, readableAt: ctx.now });
    const judged = await judgeStaff(ctx, (staff) => namedInWords(staff, named), { addedTo: reportId });
    const events: NewEvent<ReportEvent>[] = [{ type: 'AttachmentArrived', version: 1, happenedAt: receivedAt, content: { receivedAt, part, ...judged, slot, attachment } }];
    if (check !== undefined) events.push({ type: 'AttachmentChecked', version: 1, happenedAt: ctx.now, content: { object: attachment.object, result: check, cleaned, cleanedSha256 } });
    const kept = await changeFile(ctx, REPORT_FILE, reportId, () => done(events));
    if (!kept.ok) return kept;
    await exclude(ctx, reportId, judged.leftOut);
    await insertArrived(ctx.tx, ctx.regionId, { object_id: attachment.object, report_id: reportId, part, stored_at: ctx.now, checked_at: check === undefined ? null : ctx.now });
    if (cleaned !== undefined) await insertCleaned(ctx.tx, ctx.regionId, { object_id: cleaned, report_id: reportId, part, stored_at: ctx.now });
    if (check === undefined) await enqueueCheck(ctx.tx, ctx.regionId, attachment.object);
    return done<Landed>({ place: 'now' });
  },
});

/** In the region and the report that it came with: the other report has it, or never gets it. Noted once. */
export const noteFile = command({
  name: 'reports.note_file',
  schema: z.strictObject({ slot: z.uuid(), sha256: z.string().max(64).optional(), stays: z.literal(true).optional() }),
  facts: sent,
  access: (actor, row) => only(actor, [row.file_id]),
  run: (ctx, { slot, sha256, stays }, row) => changeFile(ctx, REPORT_FILE, row.file_id, ({ follows }) => (
    done(follows.some((one) => one.slot === slot && one.carriedAt === undefined) ? [{ type: 'AttachmentFollowed' as const, version: 1, happenedAt: ctx.now, content: { slot, sha256, stays } }] : []))),
});
