import type { Context } from '../../kernel/context.ts';
import { day, osloInstant, type Instant } from '../../kernel/time.ts';
import { countBetween } from '../store.ts';

/** How many consultations came or were written down in a calendar year in Oslo, before a moment; a number alone, of nobody. */
export async function countConsultations(ctx: Context, year: number, before: Instant): Promise<number> {
  const end = newYear(year + 1);
  return countBetween(ctx.tx, ctx.regionId, newYear(year), before < end ? before : end);
}

function newYear(year: number): Instant {
  const first = day(`${year}-01-01`);
  if (first === undefined) throw new Error('a year of four digits has a first day');
  return osloInstant(first, 0, 0);
}
