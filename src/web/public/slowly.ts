/** Turned away because too many wait already. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
}

/**
 * Lets few look-ups through at a time, and makes each take at least as long as the others: guessing codes is slow, and
 * right and wrong answers cannot be told apart by the clock.
 */
export function slowly(parts: { readonly atOnce: number; readonly leastMs: number; readonly mostWaiting: number }): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= parts.atOnce) {
      if (waiting.length >= parts.mostWaiting) throw new TooMany();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    const least = new Promise((resolve) => setTimeout(resolve, parts.leastMs));
    try {
      const [answer] = await Promise.all([work(), least]);
      return answer;
    } finally {
      await least;
      running -= 1;
      waiting.shift()?.();
    }
  };
}
