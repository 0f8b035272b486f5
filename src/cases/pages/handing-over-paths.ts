const PEOPLE = '/ansatte';

/** Unfinished talks stand in the inbox. */
export const DESK = '/mottak';
/** Said in the address where somebody is away for a time, rather than leaving (`?som=`). */
export const HANDING_AWAY = 'borte';
/** … and on one's own page, where one leaves. */
export const HANDING_LEAVES = 'slutter';

/** What somebody has in hand, and who takes it. */
export const handingPath = (userId: string): string => `${PEOPLE}/${userId}/overlevering`;
export const awayPath = (userId: string): string => `${PEOPLE}/${userId}/vikar`;
export const backPath = (userId: string): string => `${PEOPLE}/${userId}/tilbake`;
export const endAccountPath = (userId: string): string => `${PEOPLE}/${userId}/avslutt`;
