import { describe, expect, test } from 'vitest';
import { slowly, TooMany } from '../../src/web/public/slowly.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How each ended, in order: what it answered, or that it was turned away. */
function ended(all: readonly Promise<string>[]): Promise<string[]> {
  return Promise.all(all.map((one) => one.catch((error: unknown) => (error instanceof TooMany ? 'turned away' : 'failed'))));
}

describe('looking up codes', () => {
  test('whoever sends hundreds at once has few in line, and the next person with a code of their own waits no longer than those few', async () => {
    const look = slowly({ atOnce: 2, leastMs: 20, mostWaiting: 100, mostEach: 3 });
    let before = 0;
    const flood = ended(Array.from({ length: 300 }, () => look(async () => {
      before += 1;
      return 'x';
    }, '192.0.2.1')));
    expect(await look(async () => 'mottatt', '192.0.2.2')).toBe('mottatt');
    expect(before).toBeLessThanOrEqual(3);
    const outcome = await flood;
    expect(outcome.filter((one) => one === 'turned away')).toHaveLength(297);
  });

  test('one who was turned away is let in as soon as their own are answered: nobody is remembered', async () => {
    const look = slowly({ atOnce: 2, leastMs: 5, mostWaiting: 100, mostEach: 1 });
    const first = look(async () => 'a', '192.0.2.1');
    expect(await ended([look(async () => 'b', '192.0.2.1')])).toEqual(['turned away']);
    await first;
    expect(await look(async () => 'b', '192.0.2.1')).toBe('b');
  });

  test('a look-up that fails gives its place back, too', async () => {
    const look = slowly({ atOnce: 1, leastMs: 1, mostWaiting: 100, mostEach: 1 });
    expect(await ended([look(async () => Promise.reject(new Error('down')), '192.0.2.1')])).toEqual(['failed']);
    expect(await look(async () => 'a', '192.0.2.1')).toBe('a');
  });

  test('where nobody can tell the addresses apart, nobody is held to be somebody else: only the whole line has a bound', async () => {
    const look = slowly({ atOnce: 1, leastMs: 1, mostWaiting: 5, mostEach: 1 });
    expect((await ended(Array.from({ length: 8 }, () => look(async () => 'a')))).filter((one) => one === 'a')).toHaveLength(6);
  });

  test('right and wrong codes take as long, and never more at once than there is room for', async () => {
    let running = 0;
    let most = 0;
    const look = slowly({ atOnce: 3, leastMs: 10, mostWaiting: 100, mostEach: 50 });
    const work = async () => {
      most = Math.max(most, running += 1);
      await pause(2);
      running -= 1;
      return 'a';
    };
    const times = await Promise.all(Array.from({ length: 12 }, async (_one, n) => {
      await pause(n);
      const began = performance.now();
      await look(work, '192.0.2.1');
      return performance.now() - began;
    }));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(9);
    expect(most).toBeLessThanOrEqual(3);
  });
});
