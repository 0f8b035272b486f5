import { copyFileSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { beginPublication } from '../src/documents/commands/begin.ts';
import { askForFile, makeDocuments } from '../src/documents/commands/files.ts';
import { writePart } from '../src/documents/commands/write.ts';
import { publicationFile } from '../src/documents/queries/open.ts';
import type { UseCase } from '../src/kernel/door.ts';
import { systemChance } from '../src/kernel/ids.ts';
import { instant } from '../src/kernel/time.ts';
import { typesetter } from '../src/kernel/typesetting/typesetter.ts';
import { saveFact } from '../src/statistics/store.ts';
import { WRITTEN } from '../test/database/source-report.ts';
import { fact } from '../test/statistics/facts.ts';
import { newCountry, person } from './country.ts';

const FILES = Number(process.argv[2] ?? 300);
const TOLD_EVERY = 50;
const CASES = 240;

/** The typesetter is looked for beside the program. Needs dist/typeset.mjs: `npm run build` first. */
copyFileSync(fileURLToPath(new URL('../typeset.mjs', import.meta.url)), fileURLToPath(new URL('./typeset.mjs', import.meta.url)));

/** What a process holds of the machine's memory, in MiB; 0 where there is none. */
function resident(pid: number | undefined): number {
  if (pid === undefined) return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** R1 as a file, asked for and set as the product does it: command, composing, queue's command, typesetter, sealing; and the memory of both processes meanwhile. */
async function main(): Promise<void> {
  const country = await newCountry(1);
  const [region] = country.regions;
  if (region === undefined) throw new Error('no region');
  country.clock.now = instant('2027-05-15T10:00:00.000Z');
  const kari = person(region, 'kari', country.clock.now);
  const does = async <I, F, R>(useCase: UseCase<I, F, R>, input: object): Promise<R> => {
    const outcome = await country.house.door.enter(useCase, kari, input);
    if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code}`);
    return outcome.value;
  };
  await country.house.door.unaudited(region.id, 'bench', async (ctx) => {
    for (let n = 0; n < CASES; n += 1) await saveFact(ctx.tx, region.id, systemChance.bytes(32), fact({ openedMonth: `2026-${String(1 + (n % 12)).padStart(2, '0')}`, gender: n % 3 === 0 ? 'MANN' : 'KVINNE', reporter: n % 2 === 0 ? 'FAMILIE' : 'NAV' }));
  });
  const publicationId = systemChance.uuid();
  await does(beginPublication, { newId: publicationId, kind: 'R1', lang: 'nb', from: '2026-03', to: '2027-04', cutOff: '2027-05-15' });
  for (const [part, { text = '', lines = [] }] of Object.entries(WRITTEN)) await does(writePart, { publicationId, part, revision: '0', text, lines });

  const times: number[] = [];
  const before = process.cpuUsage();
  for (let n = 1; n <= FILES; n += 1) {
    const newId = systemChance.uuid();
    const began = performance.now();
    await does(askForFile, { publicationId, newId, edition: 'YTRE', format: 'pdf' });
    await makeDocuments(country.worker.door, region.id);
    times.push(performance.now() - began);
    if (n === 1) {
      const { bytes } = await does(publicationFile, { outputId: newId });
      console.log(`R1: ${(bytes.length / 1024).toFixed(0)} KiB, the first one, with a typesetter to start: ${(times[0] ?? 0).toFixed(0)} ms`);
    }
    if (n % TOLD_EVERY === 0) console.log(`after ${n}: this process ${resident(process.pid).toFixed(0)} MiB, its typesetter ${resident(typesetter().pid()).toFixed(0)} MiB`);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`${FILES} files: median ${(sorted[Math.floor(FILES / 2)] ?? 0).toFixed(0)} ms, p95 ${(sorted[Math.floor(FILES * 0.95)] ?? 0).toFixed(0)} ms; processor time of this process ${((user + system) / FILES / 1000).toFixed(1)} ms each; load ${loadavg()[0]?.toFixed(1)}`);
  await country.close();
  process.exit(0);
}

await main();
