/** What stands in a published cell: a number, «fewer than five», or nothing at all because it would give another cell away. */
export const BELOW_FIVE = '<5';
export const TO_PROTECT = 'for å verne personer';
/** A whole year of so few that it is not broken down: put together with other years later, so its own number must not stand beside theirs. */
export const UP_TO_TEN = '≤10';
export type Cell = { readonly shown: number } | { readonly hidden: typeof BELOW_FIVE | typeof TO_PROTECT | typeof UP_TO_TEN };

export const LESS: Cell = { hidden: BELOW_FIVE };
export const TOO_FEW: Cell = { hidden: UP_TO_TEN };
export const PROTECTED: Cell = { hidden: TO_PROTECT };

/** The largest count that can point at somebody (domain reference §11). */
export const SMALL = 4;
export const isSmall = (count: number): boolean => count >= 1 && count <= SMALL;

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
