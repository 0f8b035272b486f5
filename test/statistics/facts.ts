import type { asTold, ToldMonth } from '../../src/statistics/as-told.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';

/** An invented case as figures see it, changed where a test needs it. */
export function fact(change: Partial<CaseFact> = {}): CaseFact {
  return {
    openedMonth: '2025-03', owner: '9901', ageBand: 'A80', gender: 'KVINNE', caseType: 'MA', reporter: 'HJEMMETJENESTE', anonymous: false, channel: 'NETTSKJEMA',
    vulnerability: ['DEMENS'], violence: ['OKONOMISK'], relation: ['BARN'], services: ['FASTLEGE'], measures: [], closingReasons: [], status: 'APEN', closedMonth: undefined, wish: undefined,
    ...change,
  };
}

/** `n` of the same. */
export function facts(n: number, change: Partial<CaseFact> = {}): CaseFact[] {
  return Array.from({ length: n }, () => fact(change));
}

/** A case with its number in figures. */
export type Known = Parameters<typeof asTold>[0][number];

/** As it was before decision 0110: a year's tables are made of the cases that are left when it is counted. */
export const LEFT: typeof asTold = (cases) => cases.map(({ fact: one }) => one);

/** The cases by month, as they are counted on one day. */
export function byMonth(cases: readonly CaseFact[], through: string): ToldMonth[] {
  const months = cases.map(({ openedMonth }) => openedMonth).filter((month) => month <= through);
  return [...new Set(months)].toSorted().map((month) => ({ month, cases: months.filter((one) => one === month).length }));
}
