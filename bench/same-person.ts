import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DEMO_REGION } from '../db/demo/region.ts';
import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import type { FileEvent } from '../src/kernel/journal/event.ts';
import { createFile, type FileKind } from '../src/kernel/journal/file.ts';
import { systemClock } from '../src/kernel/time.ts';
import { openHouse } from '../src/open-house.ts';
import { readAllTraces, saveTrace, similarFiles, tracedOf } from '../src/people/public.ts';
import { startProduct } from '../test/support/product.ts';

const TRACES = 10_000;
const AT_ONCE = 200;
const LOOKS = 50;
const GIVEN = ['Anne', 'Bjørg', 'Borghild', 'Dag', 'Eirik', 'Else', 'Grete', 'Hilde', 'Ingrid', 'Jorunn', 'Kari', 'Kåre', 'Liv', 'Marit', 'Nils', 'Olav', 'Per', 'Ragnhild', 'Solveig', 'Terje', 'Áila', 'Máhtte'];
const ENDS = ['vik', 'dal', 'rud', 'heim', 'moen', 'sen', 'nes', 'bakk', 'haug', 'land'];
const STARTS = ['Sol', 'Hav', 'Fjell', 'Berg', 'Han', 'Ol', 'Lar', 'Krist', 'Ny', 'Øst', 'Vest', 'Nord', 'Sør', 'Tjern', 'Gran', 'Bjørk', 'Lind', 'Ås', 'Myr', 'Elv'];

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

type Named = FileEvent<'Named', { readonly n: number }>;

/** A file that names one person, and nothing else. */
const SOMEBODY: FileKind<number, Named> = {
  kind: 'report', initial: 0, evolve: (_before, { content }) => content.n, lift: (stored) => stored as Named, // written right here
  project: (ctx, file, n, version) => {
    const name = `${pick(GIVEN, n)} ${pick(GIVEN, Math.floor(n / 7))} ${pick(STARTS, Math.floor(n / 22))}${pick(ENDS, Math.floor(n / 440))}`;
    return saveTrace(ctx, file, tracedOf([{ name, birthYear: 1920 + (n % 80), municipality: '9901', protectedAddressHint: false }]), version);
  },
};

/** Ten thousand people in one region: how long the first coordinator waits after a start, and each look after that. */
async function main(): Promise<void> {
  const product = await startProduct();
  const house = await openHouse({ databaseUrl: product.url('house'), keysDir: join(product.dataDir, 'keys'), clock: systemClock, connections: 2 });
  const files = Array.from({ length: TRACES }, (): FileId => asId<'file'>(systemChance.uuid()));
  for (let from = 0; from < TRACES; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    await house.door.unaudited(DEMO_REGION, 'bench', async (ctx) => {
      for (const [at, file] of some.entries()) await createFile(ctx, SOMEBODY, file, [{ type: 'Named', version: 1, happenedAt: ctx.now, content: { n: from + at } }]);
    });
  }
  const began = performance.now();
  await readAllTraces(house.door, DEMO_REGION);
  const cold = performance.now() - began;
  const looks: number[] = [];
  let found = 0;
  for (let n = 0; n < LOOKS; n += 1) {
    const at = performance.now();
    await readAllTraces(house.door, DEMO_REGION);
    found += (await house.door.unaudited(DEMO_REGION, 'bench', (ctx) => similarFiles(ctx, files[n * 199] ?? asId<'file'>('')))).files.length;
    looks.push(performance.now() - at);
  }
  looks.sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(0)} ms`;
  process.stdout.write(`${TRACES} traces · read into memory once ${ms(cold)} · a look after that: median ${ms(looks[LOOKS / 2])}, slowest ${ms(looks.at(-1))} · ${(found / LOOKS).toFixed(1)} found each time\n`);
  await house.close();
  await product.stop();
}

await main();
