import { z } from 'zod';
import { fileByReference, judgeFile, mergedWith, unreadAmong, workingFor, type JudgedCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { NO_FILE, type FileId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { textField } from '../../kernel/text-field.ts';
import type { Instant } from '../../kernel/time.ts';
import { mayHold, mayHoldThis } from '../access.ts';
import { HOLD_GROUND } from '../codes.ts';
import { decideHold, type Hold } from '../hold.ts';
import { lockDisposals } from '../store/disposals.ts';
import { listAskedAbout } from '../store/requests.ts';
import { insertHold, listNewestHolds, type HoldRow } from '../store/holds.ts';

const WHY = 1000;
const stored = z.object({ ground: z.enum(HOLD_GROUND.codes), why: z.string() });

function place(ctx: Context, caseId: FileId, version: number): Where {
  return { table: 'app.disposal_hold', region: ctx.regionId, row: caseId, field: 'sealed', version };
}

export function openHold(ctx: Context, row: HoldRow): Hold {
  return stored.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.case_id, row.version)));
}

/** Why a file stays: somebody holds it, or something in it waits for us. */
export type Staying = 'held' | 'waits';

/**
 * Those of these files that stay now, and why. A hold follows a merge both ways: what may be evidence stands in the one's journal and in the other's. A report, and a consultation, is held
 * with the case that it went into, and what was divided with the cases of its parts. As a hold counts a request for access without an answer (GDPR art. 15, art. 12 nr. 3), and what nobody has read: neither is destroyed meanwhile.
 * @param readUntil all that had come by then was read, whatever stands here now
 */
export async function stayingAmong(ctx: Context, files: readonly FileId[], readUntil?: Instant): Promise<ReadonlyMap<FileId, Staying>> {
  const same = await mergedWith(ctx, files);
  const all = [...new Set(same.map((one) => one.with_id))];
  const held = new Set((await listNewestHolds(ctx.tx, ctx.regionId, all)).filter((row) => row.held).map((row) => row.case_id));
  const waits = new Set([...await listAskedAbout(ctx.tx, ctx.regionId, all), ...await unreadAmong(ctx, all, readUntil)]);
  const because = (which: ReadonlySet<FileId>, why: Staying) => same.filter((one) => which.has(one.with_id)).map((one): [FileId, Staying] => [one.file_id, why]);
  return new Map([...because(waits, 'waits'), ...because(held, 'held')]);
}

/** Whether a file stays whatever its rule says: it or what goes with it is held or waited for, or its use is restricted (GDPR art. 18, where somebody may need it for a claim). */
export async function isHeld(ctx: Context, found: Pick<JudgedCase, 'fileId' | 'restricted'>, files: readonly FileId[] = [found.fileId]): Promise<boolean> {
  return found.restricted || (await stayingAmong(ctx, files)).size > 0;
}

/** A case, or what never became one, is held back from disposal, or let go. By its reference, as the letter that asks for it has it. Refusals: `no_such_case`, `already_held`, `not_held`. */
export const holdCase = command({
  name: 'privacy.hold_case',
  schema: z.strictObject({
    reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)), held: z.enum(['ja', 'nei'], 'not_offered'),
    ground: z.union([z.enum(HOLD_GROUND.codes), z.literal('')], 'not_offered'), why: textField(WHY),
  }),
  facts: async (ctx) => {
    // First of all: a case that is being destroyed now is gone when this goes on, and nobody is told that it is held.
    await lockDisposals(ctx.tx, ctx.regionId);
    return workingFor(ctx);
  },
  access: (actor) => mayHold(actor),
  run: async (ctx, { reference, held, ground, why }, { municipalities }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    // The same statements where there is none: what it costs tells nobody that there is one.
    const found = await judgeFile(ctx, await fileByReference(ctx, reference) ?? NO_FILE);
    if (found === undefined || !mayHoldThis(ctx.actor, found, municipalities).allow) return refuse('bad_input', { reference: 'no_such_case' });
    const [newest] = await listNewestHolds(ctx.tx, ctx.regionId, [found.fileId]);
    const decision = decideHold(held === 'ja', newest?.held === true, { ground: ground === '' ? undefined : ground, why });
    if (!decision.ok) return decision;
    const version = (newest?.version ?? 0) + 1;
    const row = { case_id: found.fileId, version, held: held === 'ja', written_by: ctx.actor.userId, written_at: ctx.now, sealed: sealJson(ctx.keys.record, decision.value, place(ctx, found.fileId, version), 'text', ctx.chance) };
    return await insertHold(ctx.tx, ctx.regionId, row) ? done({}) : refuse('changed_meanwhile');
  },
});
