/** What stands in a published cell: a number, «fewer than five», or nothing at all because it would give another cell away. */
export const BELOW_FIVE = '<5';
export const TO_PROTECT = 'for å verne personer';
export type Cell = { readonly shown: number } | { readonly hidden: typeof BELOW_FIVE | typeof TO_PROTECT };

export const LESS: Cell = { hidden: BELOW_FIVE };
export const PROTECTED: Cell = { hidden: TO_PROTECT };

/** The largest count that can point at somebody (domain reference §11). */
export const SMALL = 4;
export const isSmall = (count: number): boolean => count >= 1 && count <= SMALL;

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
