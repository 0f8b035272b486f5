import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { FileKind } from '../../kernel/files/kinds.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { objectKey, type SealedObject } from '../../kernel/sealing/object-key.ts';
import { addMs, MINUTE, SECOND, type Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import type { Actor } from '../../kernel/actor.ts';
import { CHECKS, decideChecked } from '../dialogue.ts';
import { REPORT_FILE } from '../file.ts';
import { findSentFile, insertCleaned, markChecked, markWaiting, type FileRow } from '../store/window.ts';

/** The one task that opens what was sent, to look for harm and to clean a copy. */
export const CHECK_TASK = 'clean_file';

function forCheck(actor: Actor, { report_id: reportId }: FileRow): Verdict {
  return actor.kind === 'system' && actor.task === CHECK_TASK ? allow('system', [reportId]) : deny('only_system');
}

const object = z.uuid();
const row = (ctx: Context, input: { object: string }): Promise<FileRow | undefined> => findSentFile(ctx.tx, ctx.regionId, input.object);

/** A file that nobody has looked at, with what opens it, and the next name for a cleaned copy. undefined: it has been looked at, or has not been opened yet. */
export type FileToCheck = SealedObject & { readonly kind: FileKind; readonly reportId: FileId; readonly copy: string };

/** A command, though nothing is changed: work begins, and nobody is shown anything. The system asks no questions (test/access/matrix-oracle.test.ts). */
export const fileToCheck = command({
  name: 'reports.file_to_check',
  schema: z.strictObject({ object }),
  facts: row,
  access: forCheck,
  run: async (ctx, input, { report_id: reportId, checked_at: checked }) => {
    if (checked !== null) return done<FileToCheck | undefined>(undefined);
    const { state } = await openFile(ctx, REPORT_FILE, reportId);
    const file = state.dialogue.attachments.find((one) => one.object === input.object);
    if (file === undefined || file.check !== undefined) return done<FileToCheck | undefined>(undefined);
    return done<FileToCheck | undefined>({ facts: { region: ctx.regionId, file: reportId, object: file.object }, key: objectKey(file.key), kind: file.type, reportId, copy: ctx.chance.uuid() });
  },
});

/** What was found. The first answer stands: two workers that looked at once found the same. */
export const fileChecked = command({
  name: 'reports.file_checked',
  schema: z.strictObject({ object, result: z.enum(CHECKS), cleaned: z.uuid().optional(), cleanedSha256: z.string().max(64).optional() }),
  facts: row,
  access: forCheck,
  run: async (ctx, input, { report_id: reportId, part }) => {
    let first = false;
    const outcome = await changeFile(ctx, REPORT_FILE, reportId, (state) => {
      const decision = decideChecked(state.dialogue, input, ctx.now);
      first = decision.ok && decision.value.length > 0;
      return decision;
    });
    if (!outcome.ok) return outcome;
    if (first && input.cleaned !== undefined) await insertCleaned(ctx.tx, ctx.regionId, { object_id: input.cleaned, report_id: reportId, part, stored_at: ctx.now });
    await markChecked(ctx.tx, ctx.regionId, input.object, ctx.now);
    return done({ first });
  },
});

const FIRST_PAUSE = 15 * SECOND;
const LONGEST_PAUSE = 5 * MINUTE;

/** Tried again soon, and then less often: a scanner that is down comes back, and people wait for the file. @param attempts at least 1 */
export function nextCheck(attempts: number, last: Instant): Instant {
  return addMs(last, Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE));
}

/** It could not be looked at now: closed to everybody meanwhile, «Venter på kontroll». */
export const fileWaits = command({
  name: 'reports.file_waits',
  schema: z.strictObject({ object }),
  facts: row,
  access: forCheck,
  run: async (ctx, input, { attempts, checked_at: checked }) => {
    if (checked !== null) return refuse('file_checked');
    const now = (attempts ?? 0) + 1;
    await markWaiting(ctx.tx, ctx.regionId, input.object, Math.min(now, 1000), nextCheck(now, ctx.now));
    return done({});
  },
});
