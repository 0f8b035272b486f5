import type { Person } from '../../src/kernel/actor.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, type Instant } from '../../src/kernel/time.ts';
import type { House } from '../../src/open-house.ts';
import { makePad, settlePad } from '../../src/reports/commands/paper.ts';
import { DEMO_REGION } from './region.ts';

/** Two pads of the paper form: one where the phone stands, whose first sheets were spoilt, and one at the clinic that nobody has used. */
export async function printPads(house: House, users: ReadonlyMap<string, UserId>, clock: { now: Instant }, end: Instant): Promise<void> {
  const userId = users.get('kari');
  if (userId === undefined) throw new Error('nobody is called kari');
  const kari = (): Person => ({ kind: 'person', regionId: DEMO_REGION, userId, roles: ['KOORDINATOR'], municipalityId: undefined, signedInAt: clock.now });
  clock.now = addMs(end, -40 * DAY_MS);
  const first = await house.door.enter(makePad, kari(), { sheets: '10', lang: 'nb', where: 'Vaktrommet, ved telefonen' });
  if (!first.ok) throw new Error(`demo: ${first.code}`);
  clock.now = addMs(end, -38 * DAY_MS);
  const spoilt = await house.door.enter(settlePad, kari(), { padId: first.value.padId, sheets: ['1', '2'], outcome: 'MAKULERT' });
  const second = await house.door.enter(makePad, kari(), { sheets: '5', lang: 'nn', where: 'Legevakta i Fjordby' });
  if (!spoilt.ok || !second.ok) throw new Error('demo: the pads could not be made');
}
