import type { Person } from '../../src/kernel/actor.ts';
import { asId, type Chance, type UserId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, type Instant } from '../../src/kernel/time.ts';
import type { House } from '../../src/open-house.ts';
import { settleLost } from '../../src/reports/commands/ledger.ts';
import { insertLost } from '../../src/reports/public.ts';
import { DEMO_REGION } from './region.ts';

/** Three weeks ago a disk died and the database was put back from the night before: one report of the morning was gone, and the leader has settled it. */
export async function restoreOnce(parts: { house: House; worker: House; users: ReadonlyMap<string, UserId>; chance: Chance; clock: { now: Instant }; end: Instant }): Promise<void> {
  const { house, worker, chance, clock, end } = parts;
  const userId = parts.users.get('leif');
  if (userId === undefined) throw new Error('nobody is called leif');
  const lostId = asId<'lost'>(chance.uuid());
  const lost = { report_id: asId<'file'>(chance.uuid()), part: 0, channel: 'TELEFON', kind: 'report' as const, received_at: addMs(end, -20 * DAY_MS - 5 * HOUR), fingerprint: chance.bytes(32) };
  clock.now = addMs(end, -20 * DAY_MS);
  await worker.door.unaudited(DEMO_REGION, 'demo', (ctx) => insertLost(ctx.tx, ctx.regionId, lostId, lost, ctx.now));
  clock.now = addMs(end, -20 * DAY_MS + 2 * HOUR);
  const leif: Person = { kind: 'person', regionId: DEMO_REGION, userId, roles: ['LEDER'], municipalityId: undefined, signedInAt: clock.now };
  const settled = await house.door.enter(settleLost, leif, { lostId, did: 'Mottaket ringte tilbake til den som meldte, og førte meldingen på nytt samme dag.' });
  if (!settled.ok) throw new Error(`demo: ${settled.code}`);
}
