import { day, osloDay, type Day } from '../kernel/time.ts';
import { BASIS, type Basis } from '../reports/codes.ts';
import type { Disclosure } from './sharing.ts';

/** Which of all that was shared is shown. */
export type SharedFilter = { readonly basis: Basis | undefined; readonly direction: Disclosure['direction'] | undefined; readonly from: Day | undefined; readonly to: Day | undefined };

/** Of an address: `?grunnlag=…&retning=ut&fra=…&til=…`; codes and days, never to whom. What is none of ours is nothing. */
export const SHARED_PARAMS = { basis: 'grunnlag', direction: 'retning', from: 'fra', to: 'til' } as const;

const DIRECTIONS = { ut: 'UT', inn: 'INN' } as const satisfies Readonly<Record<string, Disclosure['direction']>>;
export const DIRECTION_WORDS = Object.entries(DIRECTIONS);

export function sharedFilterIn(query: URLSearchParams): SharedFilter {
  const basis = query.get(SHARED_PARAMS.basis) ?? '';
  return {
    basis: BASIS.is(basis) ? basis : undefined, direction: DIRECTION_WORDS.find(([word]) => word === query.get(SHARED_PARAMS.direction))?.[1],
    from: day(query.get(SHARED_PARAMS.from) ?? ''), to: day(query.get(SHARED_PARAMS.to) ?? ''),
  };
}

/** What a day in the address is wrong with: it is no day (`no_such_day`), or the last one comes before the first (`in_order`). */
export function sharedFaults(query: URLSearchParams): Readonly<Partial<Record<'from' | 'to', 'no_such_day' | 'in_order'>>> {
  const { from, to } = sharedFilterIn(query);
  const wrong = (name: 'from' | 'to') => (query.get(SHARED_PARAMS[name]) ?? '') !== '' && day(query.get(SHARED_PARAMS[name]) ?? '') === undefined;
  return {
    ...(wrong('from') ? { from: 'no_such_day' as const } : {}),
    ...(wrong('to') ? { to: 'no_such_day' as const } : from !== undefined && to !== undefined && to < from ? { to: 'in_order' as const } : {}),
  };
}

export function isFiltered({ basis, direction, from, to }: SharedFilter): boolean {
  return [basis, direction, from, to].some((one) => one !== undefined);
}

/** The basis that a disclosure stands on by now: a review may have found another. */
export function basisNow({ basis, review }: Pick<Disclosure, 'basis' | 'review'>): Basis {
  return review?.basis ?? basis;
}

/** Those that match, the newest first; the days are Oslo's, both included. */
export function sharedAmong(all: readonly Disclosure[], { basis, direction, from, to }: SharedFilter): readonly Disclosure[] {
  return all.filter((one) => {
    const on = osloDay(one.happenedAt);
    return (basis === undefined || basisNow(one) === basis) && (direction === undefined || one.direction === direction) && (from === undefined || on >= from) && (to === undefined || on <= to);
  }).toReversed();
}
