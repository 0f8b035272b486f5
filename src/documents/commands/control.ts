import type { Context } from '../../kernel/context.ts';
import type { Lang } from '../../kernel/texts.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant } from '../../kernel/time.ts';
import { caseControl } from '../../cases/public.ts';
import { countBreaches } from '../../privacy/public.ts';
import { countDeclared, listColleagues } from '../../staff/public.ts';
import { countOf } from '../compose-figures.ts';
import type { Block } from '../content.ts';
import { dayWords, firstDay, lastDay, type Period } from '../months.ts';
import { reportTexts } from '../texts/report.ts';

const YEAR_MS = 365 * DAY_MS;

/** R10: what internal control counts (kommuneloven § 25-1). Where a number may say something of one person, 1 to 4 is not told. */
export async function controlBlocks(ctx: Context, period: Period, lang: Lang): Promise<Block[]> {
  const t = reportTexts[lang];
  const [from, until] = [osloInstant(firstDay(period.from), 0, 0), osloInstant(addDays(lastDay(period.to), 1), 0, 0)];
  const cases = await caseControl(ctx, from, until);
  const breaches = await countBreaches(ctx, from, until);
  const staff = (await listColleagues(ctx)).filter((one) => !one.disabled && one.roles.length > 0).map(({ userId }) => userId);
  const declared = await countDeclared(ctx, staff, addMs(ctx.now, -YEAR_MS));
  const few = (n: number): string => {
    const count = countOf(n);
    return 'shown' in count ? String(count.shown) : t.few;
  };
  return [
    {
      kind: 'table', caption: t.control, heads: [{ text: t.control, number: false }, { text: t.howMany, number: true }],
      rows: [
        [t.counts_LATE, few(cases.late)], [t.counts_EMERGENCY, few(cases.emergencies)], [t.counts_CHECKS, String(cases.drawn)], [t.counts_REVIEWED, String(cases.reviewed)], [t.counts_TO_REVIEW, String(cases.drawn - cases.reviewed)],
        [t.counts_BREACHES, few(breaches.discovered)], [t.counts_OPEN_BREACHES, few(breaches.open)], [t.counts_STAFF, String(staff.length)], [t.counts_DECLARED, String(declared)],
      ], sums: [],
    },
    { kind: 'note', text: t.asOf(dayWords(osloDay(ctx.now), lang)) },
  ];
}
