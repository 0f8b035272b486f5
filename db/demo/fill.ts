import { openDatabase, openPool } from '../../src/kernel/database/connect.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { openHouse } from '../../src/open-house.ts';
import { setUp } from '../../src/set-up.ts';
import { DEMO_REGION, demoRegion } from './region.ts';

export type DemoInput = {
  readonly urls: { readonly migrator: string; readonly house: string; readonly worker: string; readonly public: string };
  readonly keysDir: string; readonly publicKeysDir: string; readonly host: string; readonly issuer: string; readonly now: Instant;
  readonly log: (line: string) => void;
};

/** Fills a new demo database with the invented region, by the same commands as everything else. Does nothing when it is there. */
export async function fillDemoRegion(input: DemoInput): Promise<void> {
  const migrator = openDatabase(openPool({ url: input.urls.migrator, max: 1 }));
  try {
    const known = await migrator.selectFrom('kernel.region_register').select('region_id').where('region_id', '=', DEMO_REGION).executeTakeFirst();
    if (known !== undefined) return;
    input.log('Fyller demoregionen …');
    const house = await openHouse({ databaseUrl: input.urls.house, keysDir: input.keysDir, clock: () => input.now, connections: 2 });
    try {
      await setUp(house, migrator, demoRegion(input.host, input.issuer, input.now));
    } finally {
      await house.close();
    }
  } finally {
    await migrator.destroy();
  }
}
