import { z } from 'zod';
import { CASE_FILE, CASE_PROJECTIONS, LEFT_OUT_OF_CASES } from '../cases/public.ts';
import { CONSULTATION_FILE, CONSULTATION_PROJECTIONS } from '../consultations/public.ts';
import { command, LostRace } from '../kernel/door.ts';
import { idField } from '../kernel/id-field.ts';
import { JOURNAL, replay, type Replay } from '../kernel/journal/replay.ts';
import { noteFaults } from '../kernel/journal/round.ts';
import { findKind } from '../kernel/journal/store.ts';
import { done, refuse } from '../kernel/outcome.ts';
import { allow, deny } from '../kernel/verdict.ts';
import { REPORT_FILE, REPORT_PROJECTIONS } from '../reports/public.ts';
import { CASE_FACTS, CONSULTATION_FACTS, REPORT_FACTS } from '../statistics/public.ts';

/**
 * Every kind of file with everything that is projected of it, by `project` and by followers
 * (test/database/projections.test.ts: no kind is missing).
 */
export const REPLAYS: readonly Replay[] = [
  replay(REPORT_FILE, [...REPORT_PROJECTIONS, LEFT_OUT_OF_CASES, ...REPORT_FACTS]),
  replay(CONSULTATION_FILE, [...CONSULTATION_PROJECTIONS, ...CONSULTATION_FACTS]),
  replay(CASE_FILE, [...CASE_PROJECTIONS, ...CASE_FACTS]),
];

/**
 * Writes again what is kept in clear of a file, out of its journal. Answers what differs still; refuses `journal_broken` where
 * there is nothing to make it of, and `unknown_kind`. `changed_meanwhile`: somebody wrote in the file, the next night looks again.
 */
export const projectAgain = command({
  name: 'upkeep.project_again',
  schema: z.strictObject({ fileId: idField<'file'>() }),
  facts: async (ctx, { fileId }) => {
    const kind = await findKind(ctx.tx, ctx.regionId, fileId);
    return kind === undefined ? undefined : { fileId, kind };
  },
  access: (actor, { fileId }) => (actor.kind === 'system' && actor.task === 'reconcile' ? allow('system', [fileId]) : deny('only_system')),
  run: async (ctx, _input, { fileId, kind }) => {
    const known = REPLAYS.find((one) => one.kind === kind);
    if (known === undefined) return refuse('unknown_kind');
    const left = await known.projectAgain(ctx, fileId);
    if (left === undefined) throw new LostRace();
    if (left.includes(JOURNAL)) return refuse('journal_broken');
    await noteFaults(ctx.tx, ctx.regionId, fileId, left, ctx.now);
    return done({ left });
  },
});
