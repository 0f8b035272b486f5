import { connectionLost } from './connect.ts';

const PAUSES_MS = [50, 100, 200, 400, 800, 1500, 2500, 4000, 5000, 5000, 5000];

/**
 * Runs idempotent work again while the database is away, for at most `forMs` milliseconds (default 30 s).
 * Only for work that may safely run twice: one transaction that either happened or did not, with a key that tells.
 */
export async function untilBack<T>(work: () => Promise<T>, forMs = 30_000): Promise<T> {
  const started = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 5000;
      if (!connectionLost(error) || performance.now() - started + pause > forMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
