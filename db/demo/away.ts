import { standIn } from '../../src/cases/commands/handing-over.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import { acting, type Lived, type Teller } from './live.ts';

/** Somebody who leads cases is away for a week soon, and has said who looks after them. */
export async function goAway(teller: Teller, going: readonly Lived[]): Promise<void> {
  const { clock, end, users } = teller;
  const away = going.find(({ lead }) => lead === 'oddvar');
  const deputy = going.find(({ lead }) => lead !== 'oddvar');
  const [userId, everything] = [users.get(away?.lead ?? ''), users.get(deputy?.lead ?? '')];
  if (away === undefined || userId === undefined || everything === undefined) return;
  clock.now = end;
  await acting(teller, clock).does(away.lead, standIn, { userId, everything, cases: [], awayFrom: addDays(osloDay(end), 10), awayUntil: addDays(osloDay(end), 17) });
}
