import type { Person } from '../../src/kernel/actor.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { addDays, addMs, HOUR, MINUTE, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { caseList, openCase } from '../../src/cases/public.ts';
import { STEPS } from '../../src/cases/commands/steps.ts';
import { declare } from '../../src/staff/commands/declaration.ts';
import { invite } from '../../src/staff/commands/invite.ts';
import { confirmRole } from '../../src/staff/commands/roles.ts';
import { proposeSupervision } from '../../src/staff/commands/supervision.ts';
import { findColleague } from '../../src/staff/public.ts';
import { does, personOf } from './doing.ts';
import type { Teller } from './live.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';

export const SUPERVISES = 'ragnhild';

type Told = Pick<Teller, 'house' | 'users' | 'clock'>;

async function person(told: Told, subject: string): Promise<Person> {
  const one = personOf(told, subject);
  const member = await told.house.door.unaudited(DEMO_REGION, 'demo', (ctx) => findColleague(ctx, one.userId));
  return { ...one, municipalityId: member?.municipalityId ?? undefined };
}

/** Whoever will supervise is in the register before anything arrives, so that their name was compared with all of it. Answers everybody, with them. */
export async function inviteSupervisor(told: Told): Promise<ReadonlyMap<string, UserId>> {
  const member = DEMO_STAFF.find((one) => one.subject === SUPERVISES);
  if (member === undefined) throw new Error(`nobody is called ${SUPERVISES}`);
  const { userId } = await does(told, await person(told, 'kari'), invite, { name: member.name, unit: member.unit, municipalityId: null, subject: member.subject });
  return new Map([...told.users, [member.subject, userId]]);
}

/** One supervision that ended by itself last autumn, and one that goes on: two cases have been read. */
export async function supervise(teller: Told & Pick<Teller, 'chance' | 'end'>): Promise<void> {
  const { clock, end, chance, users } = teller;
  const decide = async (from: Instant, grounds: string, days: number) => {
    clock.now = from;
    const leif = await person(teller, 'leif');
    const said = { supervisor: 'STATSFORVALTER', basis: 'KOMML_30', grounds, municipalities: [leif.municipalityId], lastDay: addDays(osloDay(from), days) };
    const { grantId } = await does(teller, leif, proposeSupervision, { ...said, grantId: chance.uuid(), userId: users.get(SUPERVISES) });
    clock.now = addMs(clock.now, 2 * HOUR);
    await does(teller, await person(teller, 'kari'), confirmRole, { grantId });
  };
  const morning = (ago: number) => osloInstant(addDays(osloDay(end), -ago), 9, 0);
  await decide(morning(250), 'Tilsyn med hvordan kommunen følger opp meldinger om vold mot eldre.', 14);
  await decide(morning(3), 'Oppfølging av tilsynet i fjor. Tilsynet leser et utvalg av sakene som er åpnet i år.', 18);
  clock.now = morning(2);
  await does(teller, await person(teller, SUPERVISES), declare, { version: 0, lang: 'nb', accepted: true });
  const { rows } = await does(teller, await person(teller, SUPERVISES), caseList, {});
  for (const { fileId } of rows.slice(0, 2)) {
    clock.now = addMs(clock.now, 20 * MINUTE);
    const reader = await person(teller, SUPERVISES);
    await does(teller, reader, STEPS.declareImpartiality, { caseId: fileId, connection: 'INGEN' });
    await does(teller, reader, openCase, { caseId: fileId });
  }
  clock.now = end;
}
