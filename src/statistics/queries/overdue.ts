import { CASE_FILE, everyLateCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { idInFigures } from '../fact-ids.ts';
import { casesByClock, monthOfDue, type ClockCount, type RanOut } from '../overdue.ts';
import type { Months } from '../store.ts';
import { countedAmong, listOverdue } from '../store/overdue.ts';
import { isOpen, leftOut, visibleCases, type Sight } from './visible.ts';

/** A deadline that ran out, with the pseudonym of its case (hex). */
type Late = RanOut & { readonly of: string };

/** In how many cases of the region each deadline ran out in these months: what has ended since, and what still runs late. */
export async function overdueIn(ctx: Context, months: Months): Promise<ClockCount[]> {
  return casesByClock(await lateIn(ctx, months));
}

/** The same of the cases that one reader may see one by one, and of no other. @param owner one municipality's only */
export async function overdueAmong(ctx: Context, months: Months, sight: Sight, owner: string | undefined): Promise<ClockCount[]> {
  const late = (await lateIn(ctx, months)).filter(({ month }) => isOpen(sight, month));
  if (sight.whole && sight.among === undefined && owner === undefined) {
    const without = new Set((await leftOut(ctx, 'late', [CASE_FILE.kind])).map((id) => id.toString('hex')));
    return casesByClock(late.filter(({ of }) => !without.has(of)));
  }
  const mine = new Set((await visibleCases(ctx, sight)).filter(({ fact }) => owner === undefined || fact.owner === owner).map(({ fileId }) => lateId(ctx, fileId)));
  return casesByClock(late.filter(({ of }) => mine.has(of)));
}

async function lateIn(ctx: Context, months: Months): Promise<Late[]> {
  const ended = (await listOverdue(ctx.tx, ctx.regionId, months)).map(({ fact_id, clock, month }) => ({ of: fact_id.toString('hex'), clock, month }));
  const running = (await everyLateCase(ctx)).flatMap(({ fileId, clocks }) => clocks.map(({ clock, due }) => ({ fileId, clock, month: monthOfDue(due) })))
    .filter(({ month }) => months.from <= month && month <= months.through);
  const counted = await countedAmong(ctx.tx, ctx.regionId, running.map(({ fileId }) => idInFigures(ctx.keys.stats, 'case', fileId)));
  return [...ended, ...running.filter(({ fileId }) => counted.has(idInFigures(ctx.keys.stats, 'case', fileId).toString('hex'))).map(({ fileId, clock, month }) => ({ of: lateId(ctx, fileId), clock, month }))];
}

function lateId(ctx: Context, fileId: FileId): string {
  return idInFigures(ctx.keys.stats, 'late', fileId).toString('hex');
}
