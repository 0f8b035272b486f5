import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';

/** Since when nobody knows whether a case that was transferred arrived; undefined where somebody does, or it was not asked then. */
export function receiptAwaited({ transfer, closedAt }: Pick<CaseState, 'transfer' | 'closedAt'>): Instant | undefined {
  return transfer?.awaitsReceipt === true && transfer.to === undefined && transfer.received === undefined ? closedAt : undefined;
}

/** Two people have sent it to another region of this system, and they have not answered there yet: the case is ours until then. Since when. */
export function underWay({ transfer }: Pick<CaseState, 'transfer'>): Instant | undefined {
  return transfer?.to !== undefined && transfer.received === undefined ? transfer.at : undefined;
}
