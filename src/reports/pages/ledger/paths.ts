/** The account of what came; stands with the region, whose leaders answer for it. */
export const LEDGER = '/region/regnskap';
export const SETTLE_LOST = '/region/regnskap/avklart';

/** Said in the address after something was settled (`?gjort=`). */
export const SETTLED = 'avklart';
