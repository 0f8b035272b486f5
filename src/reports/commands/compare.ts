import { z } from 'zod';
import type { System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import { changeFile, exclude, openFile } from '../../kernel/journal/file.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { beginComparison, findColleague, finishComparison, type Member } from '../../staff/public.ts';
import { REPORT_FILE } from '../file.ts';
import { wordsOf } from '../dialogue.ts';
import { namedIn, namedInWords, wordsOnThePhone } from './named.ts';
import { decideLeftOut, type ReportState } from '../report.ts';
import { listReportsAfter } from '../store.ts';

const TASK = 'compare_colleague';
/** Reports in one transaction; opened one after the other, none kept. */
const AT_ONCE = 20;

/**
 * fvl § 6: some of the reports that had arrived, compared with one colleague's names as what arrives is compared with everybody's.
 * Whoever is named is left out for good, also of the cases that took the report in (src/followers.ts). Answers from which report to go
 * on; undefined when all are compared, or when the colleague has been corrected meanwhile and waits for the next comparison.
 */
export const compareColleague = command({
  name: 'reports.compare_colleague',
  schema: z.strictObject({ userId: idField<'user'>(), version: z.int().min(1), after: idField<'file'>().nullable() }),
  facts: async (ctx, input) => {
    const colleague = await findColleague(ctx, input.userId);
    const batch = await listReportsAfter(ctx.tx, ctx.regionId, input.after, AT_ONCE);
    return colleague === undefined ? undefined : { colleague, batch };
  },
  access: (actor, { batch }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', batch) : deny('only_system')),
  run: async (ctx, input, { colleague, batch }) => {
    if (colleague.version !== input.version || colleague.compared) return done({ next: undefined });
    for (const reportId of batch) await compareOne(ctx, colleague, reportId);
    if (batch.length === AT_ONCE) return done({ next: batch.at(-1) });
    await finishComparison(ctx, colleague.userId, input.version);
    return done({ next: undefined });
  },
});

async function compareOne(ctx: Context, colleague: Member, reportId: FileId): Promise<void> {
  const state = await stateOf(ctx, reportId);
  // Nobody can read a broken journal. Should it be mended one day, this colleague was not compared with it.
  if (state === undefined) return exclude(ctx, reportId, [colleague.userId]);
  const words = [wordsOf(state.dialogue), wordsOnThePhone(state.typedIn, state.urgentRecords.map(({ record }) => record))].join('\n');
  const named = state.contents.some(({ report }) => namedIn([colleague], report).length > 0) || namedInWords([colleague], words).length > 0;
  if (!named) return;
  await changeFile(ctx, REPORT_FILE, reportId, (now) => decideLeftOut(now, colleague.userId, ctx.now));
  await exclude(ctx, reportId, [colleague.userId]);
}

async function stateOf(ctx: Context, reportId: FileId): Promise<ReportState | undefined> {
  try {
    return (await openFile(ctx, REPORT_FILE, reportId)).state;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/**
 * What the worker does for a colleague who waits: what `first` compares, then every report there is, some at a time. Killed in between, it begins anew.
 * @param first compares whatever else may name them with this version of the person; the comparison ends with the reports
 */
export async function compareWithReports(door: Door, regionId: RegionId, userId: UserId, first: (version: number) => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  const actor: System = { kind: 'system', regionId, task: TASK };
  const version = await door.unaudited(regionId, TASK, (ctx) => beginComparison(ctx, userId));
  if (version === undefined) return done({});
  const others = await first(version);
  if (!others.ok) return others;
  for (let after: FileId | undefined; ;) {
    const step: Outcome<{ next: FileId | undefined }> = await door.enter(compareColleague, actor, { userId, version, after: after ?? null });
    if (!step.ok || step.value.next === undefined) return step;
    after = step.value.next;
  }
}
