/** What an answer's mark says. */
export const ANSWER = { done: 0, refused: 1 } as const;

/** ua-1: readable by everybody, for people · a-2a: the same, for the archive */
export const STANDARDS = ['ua-1', 'a-2a'] as const;
export type Standard = (typeof STANDARDS)[number];

/** A document to set: a Typst program of ours, and what it is to say, as JSON that the program reads from `sys.inputs.data`. */
export type Order = { readonly source: string; readonly data: string; readonly standard: Standard };

export function orderBytes(order: Order): Buffer {
  return Buffer.from(JSON.stringify(order), 'utf8');
}

/** Throws where the bytes are no order of ours. */
export function readOrder(bytes: Buffer): Order {
  const order: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof order === 'object' && order !== null && 'source' in order && 'data' in order && 'standard' in order
    && typeof order.source === 'string' && typeof order.data === 'string') {
    const standard = STANDARDS.find((one) => one === order.standard);
    if (standard !== undefined) return { source: order.source, data: order.data, standard };
  }
  throw new Error('not an order');
}
