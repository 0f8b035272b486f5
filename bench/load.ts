/** Latencies in milliseconds, sorted. */
export type Measured = { readonly name: string; readonly latencies: readonly number[]; readonly seconds: number; readonly failed: number };

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
  return { name, latencies: latencies.sort((a, b) => a - b), seconds: (performance.now() - began) / 1000, failed };
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
  return { name, latencies: latencies.sort((a, b) => a - b), seconds: (performance.now() - began) / 1000, failed };
}

function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export function print(rows: readonly Measured[]): void {
  console.log('| what | per second | p50 ms | p95 ms | p99 ms | failed |\n|---|---|---|---|---|---|');
  for (const row of rows) {
    const cells = [0.5, 0.95, 0.99].map((p) => percentile(row.latencies, p).toFixed(1));
    console.log(`| ${row.name} | ${(row.latencies.length / row.seconds).toFixed(1)} | ${cells.join(' | ')} | ${row.failed} |`);
  }
}
