import { goesAlong, stillClosed } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { osloDay } from '../../kernel/time.ts';
import type { Operation } from '../codes.ts';
import { closedCase, isTransferred, standsOnItsRule, type Disposal } from '../disposal.ts';
import { stayingAmong } from './holds.ts';
import { linesOf } from './protocol.ts';

/**
 * The file, and what goes when it does now: what other cases hold changes while a proposal waits. What a report was divided from is no part of what leaves: it has a line of its own, and goes
 * with its last part only when an archive has it and nothing holds it.
 */
export async function filesNow(ctx: Context, fileId: FileId, operation: Operation): Promise<readonly FileId[]> {
  const along = await goesAlong(ctx, fileId);
  const stays = await stayingAmong(ctx, along.map(({ report }) => report));
  const going = [fileId];
  for (const { report, original } of along) {
    const before = original ? await linesOf(ctx, report) : [];
    if (!original || (operation === 'KASSASJON' && !stays.has(report) && isTransferred(before, (await stillClosed(ctx, [report]))[0]?.closedOn))) going.push(report);
  }
  return going;
}

/** Those of these disposals that may still be carried out, with what goes along now: closed, unrestricted, neither held nor waited for, and on the rule they were decided on. For the worker. */
export async function stillDisposable<One extends Disposal>(ctx: Context, decided: readonly One[]): Promise<readonly One[]> {
  const going: One[] = [];
  for (const row of decided) {
    const [found] = await stillClosed(ctx, [row.file_id]);
    if (found === undefined) continue;
    const files = await filesNow(ctx, row.file_id, row.operation);
    const before = await linesOf(ctx, row.file_id);
    if (standsOnItsRule(row, closedCase(found, before, (await stayingAmong(ctx, files)).size > 0), osloDay(ctx.now))) going.push({ ...row, files });
  }
  return going;
}
