import type { System } from '../kernel/actor.ts';
import type { Door } from '../kernel/door.ts';
import { systemChance, type RegionId } from '../kernel/ids.ts';
import { newObjectKey } from '../kernel/sealing/object-key.ts';
import { openStream, sealStream } from '../kernel/sealing/stream.ts';
import type { Storage } from '../kernel/storage.ts';
import { CARRY_FILE, CarryRefused, landFile, noteFile, packFile, placeForFile, type FileOnItsWay } from '../reports/public.ts';

export type CarryParts = { readonly door: Door; readonly storage: Storage };

/**
 * Brings one file to the report that it follows: opened and sealed anew as it flows, under a key of its own and in the other report's name, so that
 * in clear it is never whole here and never on disk. Each step can be done twice. Whoever is killed before it is written down leaves an object that nothing
 * speaks of, which is swept; whoever is killed after that finds the file there and only notes it.
 */
export async function carryFile({ door, storage }: CarryParts, region: RegionId, slot: string): Promise<void> {
  const here: System = { kind: 'system', regionId: region, task: CARRY_FILE };
  const packed = await door.enter(packFile, here, { slot });
  if (!packed.ok || packed.value === undefined) return;
  const file = packed.value;
  const there: System = { ...here, regionId: file.to.regionId };
  const asked = await door.enter(placeForFile, there, { reportId: file.to.reportId, slot });
  // The report has not been opened there yet: whoever opens it asks for its files.
  if (!asked.ok || asked.value.place === 'unknown') return;
  if (asked.value.place === 'free') await bring({ door, storage }, there, file, slot);
  const noted = await door.enter(noteFile, here, { slot });
  if (!noted.ok) throw new CarryRefused(noted.code);
}

async function bring({ door, storage }: CarryParts, there: System, file: FileOnItsWay, slot: string): Promise<void> {
  const { key, text } = newObjectKey();
  const { regionId: region, reportId } = file.to;
  const seal = async (object: string): Promise<string> => {
    const copy = systemChance.uuid();
    const from = { ...file.facts, object };
    await storage.write({ region, object: copy }, sealStream(key, { region, file: reportId, object: copy }, openStream(file.key, from, storage.read(from)), systemChance));
    return copy;
  };
  const object = await seal(file.facts.object);
  const cleaned = file.cleaned === undefined ? undefined : await seal(file.cleaned);
  const arrived = { reportId, slot, ...file.told, object, key: text, ...(file.check === undefined ? {} : { check: file.check }), ...(cleaned === undefined ? {} : { cleaned }) };
  const landed = await door.enter(landFile, there, arrived);
  if (landed.ok && landed.value.place === 'now') return;
  for (const one of [object, cleaned]) if (one !== undefined) await storage.remove({ region, object: one });
  if (!landed.ok) throw new CarryRefused(landed.code);
}
