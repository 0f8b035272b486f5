import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';

/** Since when nobody knows whether a case that was transferred arrived; undefined where somebody does, or it was not asked then. */
export function receiptAwaited({ transfer, closedAt }: Pick<CaseState, 'transfer' | 'closedAt'>): Instant | undefined {
  return transfer?.awaitsReceipt === true && transfer.received === undefined ? closedAt : undefined;
}
