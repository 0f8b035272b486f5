import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { inbox, openReport, type Inbox, type OpenReport } from '../../src/reports/queries.ts';
import type { World } from './world.ts';

/** What an outcome holds. A «no» where the test counts on a «yes» throws, with its code and fields. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** What a use case answers somebody of the staff, who must not be refused. */
export async function entered<I, F, R>(world: World, useCase: UseCase<I, F, R>, by: Person | string, input: unknown): Promise<R> {
  const outcome = await world.house.door.enter(useCase, typeof by === 'string' ? await world.person(by) : by, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** A report as this person reads it, once they have answered that they know nobody in it. */
export async function readReport(world: World, who: string, reportId: string): Promise<OpenReport> {
  const person = await world.person(who);
  await world.house.door.enter(declareConnection, person, { reportId, connection: 'INGEN' });
  const opened = await entered(world, openReport, person, { reportId });
  if (opened.mustAnswer) throw new Error('the question stands before it');
  return opened;
}

export function inboxOf(world: World, who: string): Promise<Inbox> {
  return entered(world, inbox, who, {});
}
