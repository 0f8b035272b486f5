/** Turned away because too many wait already, here or from the same address. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
}

/** @param client who asks, as web/http/client-address.ts has it; undefined where nobody can tell */
export type Slowly = <T>(work: () => Promise<T>, client?: string) => Promise<T>;

/**
 * Lets few look-ups through at a time, and makes each take at least as long as the others: guessing codes is slow, and
 * right and wrong answers cannot be told apart by the clock. One address has `mostEach` under way and in line at once, so that
 * whoever sends many keeps nobody else waiting. Counted in memory while it runs, and forgotten.
 */
export function slowly(parts: { readonly atOnce: number; readonly leastMs: number; readonly mostWaiting: number; readonly mostEach: number }): Slowly {
  let running = 0;
  const waiting: (() => void)[] = [];
  const each = new Map<string, number>();
  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= parts.atOnce) {
      if (waiting.length >= parts.mostWaiting) throw new TooMany();
      await new Promise<void>((resolve) => waiting.push(resolve)); // and takes over the place of whoever goes
    } else running += 1;
    const least = new Promise((resolve) => setTimeout(resolve, parts.leastMs));
    try {
      const [answer] = await Promise.all([work(), least]);
      return answer;
    } finally {
      await least;
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return async (work, client) => {
    if (client === undefined) return turn(work);
    const own = each.get(client) ?? 0;
    if (own >= parts.mostEach) throw new TooMany();
    each.set(client, own + 1);
    try {
      return await turn(work);
    } finally {
      const left = (each.get(client) ?? 1) - 1;
      if (left > 0) each.set(client, left);
      else each.delete(client);
    }
  };
}
