import type { CaseFact } from './fact.ts';
import { monthsThrough } from './outreach.ts';

/** How many cases were opened in a month (`YYYY-MM`), as it was counted when that was over. */
export type ToldMonth = { readonly month: string; readonly cases: number };

/** Whether there is nothing to count. @param standing the first one first @param through the last month that is over */
export function isTold(standing: readonly ToldMonth[], through: string): boolean {
  return (standing.at(-1)?.month ?? '') >= through;
}

/** The months that are counted now and stand from then on: those after the last one that stands; where none does, from the first one with a case. @param now cases by month, the first one first */
export function monthsDue(standing: readonly ToldMonth[], now: readonly ToldMonth[], through: string): ToldMonth[] {
  const last = standing.at(-1)?.month;
  const due = last === undefined ? monthsThrough(now[0]?.month ?? through, through) : monthsThrough(last, through).slice(1);
  return due.map((month) => ({ month, cases: now.find((one) => one.month === month)?.cases ?? 0 }));
}

/** What readers are told of each year, newest year first; years without cases are left out. @param months the first one first */
export function casesByYear(months: readonly ToldMonth[]): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const { month, cases } of months.toReversed()) if (cases > 0) told.set(Number(month.slice(0, 4)), (told.get(Number(month.slice(0, 4))) ?? 0) + cases);
  return told;
}

/** A case of which nothing is known but that a report came, as one stands in figures on its first day. Each of its rows is one that others stand in, too. */
const NOTHING_KNOWN: Omit<CaseFact, 'openedMonth'> = {
  owner: undefined, ageBand: 'UKJENT', gender: 'UKJENT', caseType: undefined, reporter: 'UKJENT', anonymous: false, channel: 'NETTSKJEMA', vulnerability: ['UKJENT'], violence: ['UKJENT'], relation: ['UKJENT'],
  services: ['UKJENT'], measures: [], closingReasons: [], status: 'APEN', closedMonth: undefined, wish: undefined,
};

/**
 * The cases that the tables of some years are made of: as many as readers were told month by month while the years ran. Whoever lays January's number beside the tables of February would
 * else see that a case has left every figure since (krisesenterlova § 5 a, folkeregisterloven § 10-4), or that one has come back. In the place of one that left stands a case of which
 * nothing is known: the number stays, and nothing of the person does. Where more have come than were told, those are in no table; which ones follows from their numbers in figures alone.
 * @param cases in no order @param told how many readers were told @param month one of those years, `YYYY-MM`
 */
export function asTold(cases: readonly { readonly factId: string; readonly fact: CaseFact }[], told: number, month: string): CaseFact[] {
  const kept = cases.length <= told ? cases : cases.toSorted((a, b) => (a.factId < b.factId ? -1 : 1)).slice(0, told);
  return [...kept.map(({ fact }) => fact), ...Array.from({ length: told - kept.length }, () => ({ ...NOTHING_KNOWN, openedMonth: month }))];
}
