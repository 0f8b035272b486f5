import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { lockReturn, prepareReturn, recordSending } from '../../src/returns/commands/returns.ts';
import { choosable } from '../../src/returns/period.ts';
import type { Teller } from './live.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';

/** The last whole year's R3, locked and sent; and the next period that is over, or else the year before, waiting to be locked. */
export async function giveReturns({ house, users, chance, clock, end }: Teller): Promise<void> {
  const person = (subject: string): Person => {
    const userId = users.get(subject);
    if (userId === undefined) throw new Error(`nobody is called ${subject}`);
    return { kind: 'person', regionId: DEMO_REGION, userId, roles: DEMO_STAFF.find((one) => one.subject === subject)?.roles ?? [], municipalityId: undefined, signedInAt: clock.now };
  };
  const does = async <I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> => {
    const outcome = await house.door.enter(useCase, person(subject), input);
    if (!outcome.ok) throw new Error(`demo: ${useCase.name} ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
    return outcome.value;
  };
  const today = osloDay(end);
  const over = choosable(today, Number(today.slice(0, 4)) - 3);
  const year = over.find((key) => key.length === 4);
  if (year === undefined) return;
  const next = over.find((key) => key.slice(0, 4) > year) ?? String(Number(year) - 1);
  clock.now = addMs(end, -2 * HOUR);
  const [sent, waiting] = [chance.uuid(), chance.uuid()];
  await does('kari', prepareReturn, { returnId: sent, schema: 'R3', period: year, form: 'TABELLER' });
  await does('leif', lockReturn, { returnId: sent });
  await does('kari', recordSending, { returnId: sent, sendingId: chance.uuid(), receiver: 'BUFDIR', sentOn: osloDay(clock.now) });
  clock.now = addMs(end, -HOUR);
  await does('kari', prepareReturn, { returnId: waiting, schema: 'R3', period: next, form: 'TABELLER' });
}
