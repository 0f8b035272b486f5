import type { Context } from '../kernel/context.ts';
import type { Where } from '../kernel/sealing/sealed.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryRow, MessageRow } from './store.ts';

/** To whom a message goes: sealed, since the row never changes in its first version. */
export function recipientPlace(ctx: Pick<Context, 'regionId'>, messageId: string): Where {
  return { table: 'app.notice_message', region: ctx.regionId, row: messageId, field: 'sealed', version: 1 };
}

export function deliveryRow({ state, attempts, unknowns, code, triedAt, nextAt, settledAt }: Delivery): DeliveryRow {
  return { state, attempts, unknowns, code, tried_at: triedAt, next_attempt_at: nextAt, settled_at: settledAt };
}

export function deliveryOf(row: Pick<MessageRow, keyof DeliveryRow | 'asked_at'>): Delivery {
  return { state: row.state, attempts: row.attempts, unknowns: row.unknowns, code: row.code, askedAt: row.asked_at, triedAt: row.tried_at, nextAt: row.next_attempt_at, settledAt: row.settled_at };
}
