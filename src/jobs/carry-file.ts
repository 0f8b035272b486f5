import { createHash } from 'node:crypto';
import type { System } from '../kernel/actor.ts';
import { casePaper } from '../cases/public.ts';
import type { Door } from '../kernel/door.ts';
import { systemChance, type RegionId } from '../kernel/ids.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { newObjectKey } from '../kernel/sealing/object-key.ts';
import { openStream, sealStream } from '../kernel/sealing/stream.ts';
import type { Storage } from '../kernel/storage.ts';
import { CARRY_FILE, CarryRefused, landFile, noteFile, packFile, placeForFile, type FileOnItsWay, type Landed, type Paper, type PaperOnItsWay } from '../reports/public.ts';

export type CarryParts = { readonly door: Door; readonly storage: Storage };

/**
 * Brings one file to the report that it follows: opened and sealed anew as it flows, under a key of its own and in the other report's name, so that
 * in clear it is never whole here and never on disk. A case that goes to another region is made into one here, and sealed before it is written. Each step can be done twice. Whoever is killed before
 * it is written down leaves an object that nothing speaks of, which is swept; whoever is killed after that finds the file there and only notes it.
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
  if (asked.value.place === 'back') return noted(await door.enter(noteFile, here, { slot, stays: true }));
  const brought = asked.value.place !== 'free' ? asked.value.sha256 : 'paper' in file ? await bringPaper({ door, storage }, { here, there }, file, slot) : await bring({ door, storage }, there, file, slot);
  noted(await door.enter(noteFile, here, { slot, ...('paper' in file ? { sha256: brought } : {}) }));
}

function noted(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new CarryRefused(outcome.code);
}

async function bring({ door, storage }: CarryParts, there: System, file: FileOnItsWay, slot: string): Promise<undefined> {
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
  const arrived = { reportId, slot, ...file.told, object, key: text, ...(file.check === undefined ? {} : { check: file.check }), ...(cleaned === undefined ? {} : { cleaned, cleanedSha256: file.cleanedSha256 }) };
  await landed(await door.enter(landFile, there, arrived), storage, [object, cleaned].flatMap((one) => (one === undefined ? [] : [{ region, object: one }])));
}

/** As a file that we made ourselves: there is nothing in it to take out, and nothing to look for. */
const NAMES = { pdf: 'saksmappe.pdf', json: 'saksmappe-json.txt' } as const satisfies Readonly<Record<Paper, string>>;

/** Answers the SHA-256 of what lies there, so that both journals have it. */
async function bringPaper({ door, storage }: CarryParts, { here, there }: { readonly here: System; readonly there: System }, file: PaperOnItsWay, slot: string): Promise<string> {
  const { paper, to: { regionId: region, reportId } } = file;
  const made = await door.enter(casePaper, here, { reportId: file.of, paper });
  if (!made.ok) throw new CarryRefused(made.code);
  const { bytes, compared } = made.value;
  const { key, text } = newObjectKey();
  const object = systemChance.uuid();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storage.write({ region, object }, sealStream(key, { region, file: reportId, object }, pieces(bytes), systemChance));
  const arrived = { reportId, slot, object, key: text, name: NAMES[paper], named: compared, type: paper === 'pdf' ? 'pdf' as const : 'text' as const, bytes: bytes.length, sha256, receivedAt: file.at, check: 'KEPT' as const };
  return await landed(await door.enter(landFile, there, arrived), storage, [{ region, object }]) ?? sha256;
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Another brought it first, or it was refused: what was written for it goes again. Answers the SHA-256 of what lies there, where another brought it. */
async function landed(outcome: Outcome<Landed>, storage: Storage, objects: readonly { readonly region: RegionId; readonly object: string }[]): Promise<string | undefined> {
  if (outcome.ok && outcome.value.place === 'now') return undefined;
  for (const one of objects) await storage.remove(one);
  if (!outcome.ok) throw new CarryRefused(outcome.code);
  if (outcome.value.place !== 'here') throw new CarryRefused(outcome.value.place); // it came back meanwhile: asked again, it stays
  return outcome.value.sha256;
}
