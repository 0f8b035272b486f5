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
