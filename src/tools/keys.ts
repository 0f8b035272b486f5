import { findIntakePair } from '../kernel/intake-keys.ts';
import { SealBroken } from '../kernel/sealing/broken.ts';
import { openNextKeys, openPublicKeyDirectory } from '../kernel/sealing/provider-key.ts';
import type { Settings } from '../kernel/settings.ts';
import type { House } from '../open-house.ts';
import { withHouse, type Region } from './database.ts';
import { reportOf, together, type Report } from './report.ts';

/**
 * `npm run keys:check`: the keys fit the data (or openHouse refuses), the public process trusts this root, and every
 * region's key and intake keys open. @throws KeysRefused, StartProblem
 */
export async function checkKeys(settings: Settings): Promise<Report> {
  return withHouse(settings, async (house, regions) => {
    const rootFits = openPublicKeyDirectory(settings.publicKeysDir).rootPublic.equals(house.keys.rootPublic);
    const faults = [
      ...(rootFits ? [] : ['Den offentlige delens rotnøkkel er en annen enn husets: publiserte sider blir avvist.']),
      ...(openNextKeys(settings.keysDir) === undefined ? [] : ['Et bytte av nøkler er ikke ferdig. Kjør npm run keys:rotate.']),
    ];
    const fits = reportOf('Nøklene', faults, 'passer til databasen og til den offentlige delen.');
    return together([fits, ...await Promise.all(regions.map((region) => checkRegion(house, region)))]);
  });
}

export async function checkRegion(house: House, region: Region): Promise<Report> {
  return reportOf(region.host, await faultsOf(house, region), 'regionsnøkkelen og alle mottaksnøkler lar seg åpne.');
}

async function faultsOf(house: House, region: Region): Promise<string[]> {
  try {
    return await house.door.unaudited(region.id, 'keys_check', async (ctx) => {
      const versions = await ctx.tx.selectFrom('kernel.intake_key').select('version').where('region_id', '=', region.id).orderBy('version').execute();
      const faults: string[] = [];
      for (const { version } of versions) {
        const opens = await findIntakePair(ctx, version).then((pair) => pair !== undefined, notBroken);
        if (!opens) faults.push(`Mottaksnøkkel ${version} kan ikke åpnes: meldinger som er forseglet til den, kan ikke leses.`);
      }
      return versions.length === 0 ? ['Regionen har ingen mottaksnøkkel.'] : faults;
    });
  } catch (error) {
    notBroken(error);
    return ['Regionsnøkkelen kan ikke åpnes med disse nøklene: ingenting i regionen kan leses.'];
  }
}

/** A seal that does not open is an answer; anything else is a fault of another kind. */
function notBroken(error: unknown): false {
  if (error instanceof SealBroken) return false;
  throw error;
}
