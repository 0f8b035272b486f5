import { sql } from 'kysely';
import type { Context } from '../../src/kernel/context.ts';
import { openDatabase, openPool, type Tx } from '../../src/kernel/database/connect.ts';
import type { RegionId } from '../../src/kernel/ids.ts';
import { NORDFJELLA, type World } from './world.ts';

export type Tampering = {
  /** Changes the database as a superuser with all guards off, looks, and undoes it again. */
  readonly with: <R>(change: (tx: Tx) => Promise<unknown>, look: (ctx: Context) => Promise<R>) => Promise<R>;
  readonly close: () => Promise<void>;
};

class Undo extends Error {
  override readonly name = 'Undo';
}

/** Somebody who may do everything in the database, and has none of the keys. */
export function tampering(world: World, region: RegionId = NORDFJELLA): Tampering {
  const owner = openDatabase(openPool({ url: world.url('superuser'), max: 1 }));
  return {
    with: async (change, look) => {
      const own = await world.house.door.unaudited(region, 'test', (ctx) => Promise.resolve(ctx));
      const seen: Awaited<ReturnType<typeof look>>[] = [];
      await owner.transaction().execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await sql`select set_config('app.region', ${region}, true)`.execute(tx);
        await change(tx);
        seen.push(await look({ ...own, tx, touched: new Map(), records: new Map() }));
        throw new Undo();
      }).catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
      const [found] = seen;
      if (found === undefined) throw new Error('nothing was seen');
      return found;
    },
    close: () => owner.destroy(),
  };
}
