import { loadavg } from 'node:os';

/** Latencies in milliseconds. */
export type Measured = { readonly name: string; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly failed: number };

function measured(name: string, unsorted: readonly number[], seconds: number, failed: number): Measured {
  const latencies = unsorted.toSorted((a, b) => a - b);
  const percentile = (p: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * p))] ?? Number.NaN;
  return { name, perSecond: latencies.length / seconds, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), failed };
}

/** Starts work at a fixed rate whether or not the last one is done: what a queue of people does. */
export async function openLoop(name: string, perSecond: number, seconds: number, work: (n: number) => Promise<void>): Promise<Measured> {
  const total = perSecond * seconds;
  const began = performance.now();
  const latencies: number[] = [];
  let failed = 0;
  const all: Promise<void>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(work(n).then(() => void latencies.push(performance.now() - due), () => void (failed += 1)));
  }
  await Promise.all(all);
  return measured(name, latencies, (performance.now() - began) / 1000, failed);
}

/** A fixed number at a time, each starting its next as soon as the last is done. */
export async function inParallel(name: string, atOnce: number, seconds: number, work: (n: number) => Promise<void>): Promise<Measured> {
  const began = performance.now();
  const latencies: number[] = [];
  let failed = 0;
  let n = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() - began < seconds * 1000) {
      const start = performance.now();
      n += 1;
      await work(n).then(() => void latencies.push(performance.now() - start), () => void (failed += 1));
    }
  }));
  return measured(name, latencies, (performance.now() - began) / 1000, failed);
}

/** Takes turns, so that what else the machine does meets all alike, and answers of each figure the median of the rounds. */
export async function inTurns(rounds: number, works: readonly (() => Promise<Measured>)[]): Promise<Measured[]> {
  const turns: Measured[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1) for (const [at, work] of works.entries()) turns[at]?.push(await work());
  return turns.map((all) => {
    const median = (figure: (one: Measured) => number): number => all.map(figure).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
    return { name: all[0]?.name ?? '', perSecond: median((one) => one.perSecond), p50: median((one) => one.p50), p95: median((one) => one.p95), p99: median((one) => one.p99), failed: all.reduce((sum, one) => sum + one.failed, 0) };
  });
}

export function print(rows: readonly Measured[]): void {
  console.log('| what | per second | p50 ms | p95 ms | p99 ms | failed |\n|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.name} | ${[row.perSecond, row.p50, row.p95, row.p99].map((figure) => figure.toFixed(1)).join(' | ')} | ${row.failed} |`);
  console.log(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
}
