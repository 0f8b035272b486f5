import { addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { lockReturn, prepareReturn, recordSending } from '../../src/returns/commands/returns.ts';
import { choosable } from '../../src/returns/period.ts';
import { does } from './doing.ts';
import type { Teller } from './live.ts';

/** The last whole year's R3, locked and sent; and the year before, waiting to be locked. */
export async function giveReturns(teller: Teller): Promise<void> {
  const { chance, clock, end } = teller;
  const today = osloDay(end);
  const over = choosable(today, Number(today.slice(0, 4)) - 3);
  const [year] = over;
  if (year === undefined) return;
  const next = String(Number(year) - 1);
  clock.now = addMs(end, -2 * HOUR);
  const [sent, waiting] = [chance.uuid(), chance.uuid()];
  await does(teller, 'kari', prepareReturn, { returnId: sent, schema: 'R3', period: year, form: 'TABELLER' });
  await does(teller, 'leif', lockReturn, { returnId: sent });
  await does(teller, 'kari', recordSending, { returnId: sent, sendingId: chance.uuid(), receiver: 'BUFDIR', sentOn: osloDay(clock.now) });
  clock.now = addMs(end, -HOUR);
  await does(teller, 'kari', prepareReturn, { returnId: waiting, schema: 'R3', period: next, form: 'TABELLER' });
}
