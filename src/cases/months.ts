import { addDays, type Day } from '../kernel/time.ts';

/** The same date so many months later, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = month - 1 + months;
  const firstOf = (m: number) => `${year + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01` as Day; // ISO shape by construction
  const last = addDays(firstOf(first + 1), -1);
  const same = addDays(firstOf(first), date - 1);
  return same < last ? same : last;
}
