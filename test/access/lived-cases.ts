import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, osloDay, type Instant } from '../../src/kernel/time.ts';
import { takeEmergency } from '../../src/cases/commands/emergency.ts';
import { END, toClosing } from '../database/cases-support.ts';
import { inWork, PEOPLE_AND_ONE_TASK, OWNED, type Lived } from './lived.ts';

/** A case that has come to one of the situations of test/access/situations.ts: its key there, who is asked about it, and when. */
export type LivedCase = { readonly key: string; readonly file: FileId; readonly people: readonly string[]; readonly at: Instant };

/** One for each way in which the rule for a case can go. */
const SOME = ['kari', 'jorunn', 'even', 'signe', 'leif', 'reidun', 'per', 'arne'];

/** A case for each situation that the people of the test world can come to by what they do. */
export async function livedCases({ all }: Pick<Lived, 'all'>): Promise<LivedCase[]> {
  const { world } = all;
  const { house: { door } } = world;
  const situations: LivedCase[] = [];
  const keep = (key: string, file: FileId, people: readonly string[], at = world.clock.now) => situations.push({ key, file, people, at });
  const started = async () => inWork(all, 'kari', await all.opened('kari', OWNED));

  const unanswered = await all.opened('kari', OWNED);
  await all.does('kari', 'grantAccess', unanswered, { accessTo: await all.id('even'), accessReason: 'VURDERER', until: addDays(osloDay(world.clock.now), 90) });
  await all.does('kari', 'classifyProvisionally', unanswered, { caseType: 'MA', wish: 'Vet ikke.', consent: 'DELVIS', grounds: 'Kort.', lead: await all.id('signe') });
  keep('unanswered', unanswered, PEOPLE_AND_ONE_TASK.filter((who) => who !== 'kari'));

  keep('reception', await all.opened('jorunn', OWNED), PEOPLE_AND_ONE_TASK);

  const taken = await started();
  const emergency = await door.enter(takeEmergency, await world.person('jorunn'), { caseId: taken, connection: 'INGEN', emergencyReason: 'Hun ringer og er redd.' });
  if (!emergency.ok) throw new Error(`no emergency: ${emergency.code}`);
  keep('emergency', taken, PEOPLE_AND_ONE_TASK);

  const named = await all.opened('kari', { ...OWNED, sett: 'Jorunn Vatne, Reidun Solli, Leif Brekken og Stine Moen vet om det.' });
  await inWork(all, 'kari', named);
  for (const who of ['signe', 'even']) await all.does(who, 'declareImpartiality', named, { connection: 'TILKNYTTET' });
  keep('excluded', named, ['signe', 'even', 'jorunn', 'reidun', 'leif', 'stine']);

  const reserves = await all.opened('jorunn', { ...OWNED, sett: 'Kari Nordmo vet om det.' });
  await all.does('jorunn', 'handOver', reserves);
  await all.does('reidun', 'declareImpartiality', reserves, { connection: 'INGEN' });
  keep('no_coordinator', await inWork(all, 'reidun', reserves), PEOPLE_AND_ONE_TASK);

  const strict = await started();
  await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(world.clock.now), keeper: await all.id('kari') });
  keep('strict', strict, SOME);

  const restricted = await started();
  await all.does('kari', 'restrictUse', restricted, { restrictionGround: 'BESTRIDT', grounds: 'Hun mener at det er feil.' });
  keep('restricted', restricted, SOME);

  const closed = await started();
  await toClosing(all, closed);
  await all.does('kari', 'closeCase', closed, { ...END, proposal: await all.proposal('kari', closed) });
  keep('closed_30', closed, PEOPLE_AND_ONE_TASK, addMs(world.clock.now, 30 * DAY_MS));
  keep('closed_31', closed, PEOPLE_AND_ONE_TASK, addMs(world.clock.now, 31 * DAY_MS));
  keep('open', await started(), PEOPLE_AND_ONE_TASK);
  return situations;
}
