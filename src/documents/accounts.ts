import type { AccountLine, BudgetLine } from './lines.ts';
import { differs, total, type Ore } from './money.ts';

/** Something that does not add up. It is named beside the figures, and stops nothing: people know why, or find out (domain reference §12.4). */
export type Mismatch =
  /** I5: what the lines give is not the sum that somebody stated */
  | { readonly code: 'SUM_DIFFERS'; readonly what: 'PERSONAL' | 'ANDRE' | 'FORBRUK' | 'BUDSJETT'; readonly stated: Ore; readonly computed: Ore; readonly by: Ore }
  /** I4: more was used than was granted, and what is carried on is as it should be, or is not said */
  | { readonly code: 'OVERSPENT'; readonly by: Ore }
  | { readonly code: 'CARRIED_DIFFERS'; readonly stated: Ore; readonly computed: Ore }
  /** I7: the grant is planned to the last krone, although something is already charged to it */
  | { readonly code: 'CARRIED_NOT_IN_BUDGET'; readonly by: Ore }
  | { readonly code: 'OVER_BUDGET'; readonly by: Ore }
  /** I7: a part of a post costs another part of the money than the largest post says */
  | { readonly code: 'NOT_PRO_RATA'; readonly post: string; readonly stated: Ore; readonly computed: Ore };

export type AccountSums = { readonly granted: Ore; readonly staff: Ore; readonly other: Ore; readonly used: Ore; readonly carried: Ore; readonly budgeted: Ore };

const actualOf = (lines: readonly AccountLine[], row: AccountLine['row']): Ore[] => lines.filter((line) => line.row === row).flatMap(({ actual }) => (actual === undefined ? [] : [actual]));
const statedOf = (lines: readonly AccountLine[], row: AccountLine['row']): Ore | undefined => actualOf(lines, row)[0];

/** What the lines give. `used` is built on the sums that were stated, where there are any: the accounts themselves lie elsewhere. */
export function accountSums(lines: readonly AccountLine[]): AccountSums {
  const staff = total(actualOf(lines, 'PERSONAL'));
  const other = total(actualOf(lines, 'ANDRE'));
  const used = (statedOf(lines, 'SUM_PERSONAL') ?? staff) + (statedOf(lines, 'SUM_ANDRE') ?? other);
  const granted = total(actualOf(lines, 'TILSKUDD'));
  const budgeted = total(lines.filter(({ row }) => row === 'PERSONAL' || row === 'ANDRE').map(({ budget }) => budget ?? 0));
  return { granted, staff, other, used, carried: Math.max(0, (statedOf(lines, 'SUM_FORBRUK') ?? used) - granted), budgeted };
}

/** I4–I6. Nothing is compared with a sum that nobody stated. */
export function accountMismatches(lines: readonly AccountLine[]): Mismatch[] {
  const sums = accountSums(lines);
  const found: Mismatch[] = [];
  const compare = (what: 'PERSONAL' | 'ANDRE' | 'FORBRUK', stated: Ore | undefined, computed: Ore): void => {
    if (stated !== undefined && differs(stated, computed)) found.push({ code: 'SUM_DIFFERS', what, stated, computed, by: stated - computed });
  };
  compare('PERSONAL', statedOf(lines, 'SUM_PERSONAL'), sums.staff);
  compare('ANDRE', statedOf(lines, 'SUM_ANDRE'), sums.other);
  compare('FORBRUK', statedOf(lines, 'SUM_FORBRUK'), sums.used);
  const carried = statedOf(lines, 'OVERFORT');
  if (sums.granted > 0 && sums.carried > 0) found.push({ code: 'OVERSPENT', by: sums.carried });
  if (carried !== undefined && differs(carried, sums.carried)) found.push({ code: 'CARRIED_DIFFERS', stated: carried, computed: sums.carried });
  return found;
}

/** Less than this is rounding, in posts that somebody planned in whole thousands. */
const PRO_RATA_SLACK: Ore = 100_000;

/** I7. @param carried what the accounts charge to the period of this budget */
export function budgetMismatches(lines: readonly BudgetLine[], carried: Ore): Mismatch[] {
  const amounts = (row: BudgetLine['row']): Ore[] => lines.filter((line) => line.row === row).map(({ amount }) => amount);
  const [granted, planned, stated] = [total(amounts('TILSKUDD')), total(amounts('KOSTNAD')), amounts('SUM')[0]];
  const found: Mismatch[] = [];
  if (stated !== undefined && differs(stated, planned)) found.push({ code: 'SUM_DIFFERS', what: 'BUDSJETT', stated, computed: planned, by: stated - planned });
  if (granted > 0 && planned > granted) found.push({ code: 'OVER_BUDGET', by: planned - granted });
  else if (granted > 0 && carried > 0 && planned + carried > granted) found.push({ code: 'CARRIED_NOT_IN_BUDGET', by: planned + carried - granted });
  return [...found, ...notProRata(lines)];
}

function notProRata(lines: readonly BudgetLine[]): Mismatch[] {
  const posts = lines.flatMap(({ post, amount, percent, months }) => (percent === undefined || months === undefined || percent * months === 0 ? [] : [{ post, amount, share: percent * months }]));
  const [largest] = posts.toSorted((a, b) => b.share - a.share);
  if (largest === undefined) return [];
  return posts.filter((one) => one !== largest).map(({ post, amount, share }) => ({ code: 'NOT_PRO_RATA' as const, post, stated: amount, computed: Math.round((largest.amount * share) / largest.share) }))
    .filter(({ stated, computed }) => Math.abs(stated - computed) > PRO_RATA_SLACK);
}
