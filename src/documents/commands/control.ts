import { countLogReviews } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { Lang } from '../../kernel/texts.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant } from '../../kernel/time.ts';
import { countDeclared, listColleagues } from '../../staff/public.ts';
import { controlByYear, disclosuresByBasis, shownOfAll, yearForReport, type OutwardYear } from '../../statistics/public.ts';
import { composeControl } from '../compose-control.ts';
import type { Block } from '../content.ts';
import { firstDay, lastDay, type Period } from '../months.ts';

const YEAR_MS = 365 * DAY_MS;

/**
 * R10: what internal control counts (kommuneloven § 25-1). What may say something of one person stands as it was counted once, for whole
 * years that are over (decision 0058); the rest as it is on the day.
 * @param counts whether a year that is over, and nobody has had counted, is counted by this
 */
export async function controlBlocks(ctx: Context, period: Period, lang: Lang, counts: boolean): Promise<Block[]> {
  const months = { from: period.from, through: period.to };
  const control = await controlByYear(ctx, months, counts);
  const years: OutwardYear[] = [];
  for (const year of [...control.told.map((one) => one.year), ...control.waits].toSorted((a, b) => a - b)) years.push(await yearForReport(ctx, year, lang, counts));
  const staff = (await listColleagues(ctx)).filter((one) => !one.disabled && one.roles.length > 0).map(({ userId }) => userId);
  const reviews = await countLogReviews(ctx, osloInstant(firstDay(period.from), 0, 0), osloInstant(addDays(lastDay(period.to), 1), 0, 0));
  return composeControl({
    years, control, disclosures: await disclosuresByBasis(ctx, months, counts), on: osloDay(ctx.now),
    routines: { staff: staff.length, declared: shownOfAll(await countDeclared(ctx, staff, addMs(ctx.now, -YEAR_MS)), staff.length), ...reviews },
  }, lang);
}
