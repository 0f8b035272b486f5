import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addDays, addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { confirmDisposal, proposeDisposal } from '../../src/privacy/commands/disposal.ts';
import { adviseRequest, answerRequest, checkIdentity, linkCase, registerRequest } from '../../src/privacy/commands/requests.ts';
import { archiveList } from '../../src/privacy/queries/archive.ts';
import { momentBox } from '../../src/web/ui/moments.ts';
import { openCase } from '../../src/cases/public.ts';
import { answerForArchive, makeWholeFile } from '../../src/cases/commands/whole.ts';
import type { Operation } from '../../src/privacy/codes.ts';
import type { Lived, Teller } from './live.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';

/** A request that was answered, one in work, a breach whose clock runs, and the year's list for the archive with one transfer under way and one disposal that waits for its second person. */
export async function askAndKeep({ house, users, chance, clock, end }: Teller, [about]: readonly Lived[]): Promise<void> {
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
  const day = (ago: number) => addDays(osloDay(end), -ago);
  const at = (hoursAgo: number) => { clock.now = addMs(end, -hoursAgo * HOUR); };
  at(45 * 24);
  const requestId = chance.uuid();
  await does('kari', registerRequest, { requestId, requester: 'PARORENDE', name: 'Arild Kvamme', about: 'Moren hans', asks: 'Vil se om noen har meldt noe om moren.', reach: '', receivedOn: day(46), identity: 'KUNNE_IKKE', identityHow: 'Ringte, og ville ikke møte.' });
  at(44 * 24);
  await does('per', adviseRequest, { requestId, version: '1', advice: 'Svar med brevet som er likt for alle. En pårørende har ikke eget krav på innsyn.' });
  at(40 * 24);
  await does('kari', answerRequest, { requestId, version: '2', letter: 'VERKEN_ELLER', answeredOn: day(40), how: 'Hentet brevet på servicetorget', lang: 'nb' });
  at(9 * 24);
  const second = chance.uuid();
  await does('kari', registerRequest, { requestId: second, requester: 'PERSONEN', name: 'Personen selv', about: 'Seg selv', asks: 'Vil se alt som står.', reach: 'På dagsenteret, mandag formiddag. Ikke send noe hjem.', receivedOn: day(9), identity: 'IKKE_SJEKKET', identityHow: '' });
  at(7 * 24);
  await does('kari', checkIdentity, { requestId: second, version: '1', identity: 'KJENT', identityHow: 'Snakket med henne alene på dagsenteret.' });
  if (about !== undefined) {
    const opened = await does('kari', openCase, { caseId: about.caseId });
    await does('kari', linkCase, { requestId: second, version: '2', reference: opened.reference });
  }
  at(20);
  const breach = { what: 'En utskrift av et nattkort ble liggende på skriveren i fellesarealet.', affected: '1', kinds: 'Kodeord og trygg kontakt for én person', consequences: 'En uvedkommende kan ha lest kodeordet.', measures: 'Utskriften er makulert. Nytt kodeord er avtalt.' };
  await does('kari', saveBreach, { ...breach, breachId: chance.uuid(), version: '0', discoveredAt: momentBox(addMs(end, -26 * HOUR)), authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'VARSLET', toldWhy: '' });
  at(3);
  const { ready } = await does('arne', archiveList, {});
  const own = ready.find(({ municipality }) => municipality === 'Fjordby')?.cases ?? [];
  const may = (operation: Operation) => own.find(({ operations }) => operations.some((one) => one.operation === operation));
  const short = may('KASSASJON');
  if (short !== undefined) await does('arne', proposeDisposal, { caseId: short.fileId, operation: 'KASSASJON', receiver: '' });
  const kept = may('EKSPORT');
  if (kept === undefined) return;
  await does('arne', answerForArchive, { caseId: kept.fileId, connection: 'INGEN' });
  const made = await house.door.enter(makeWholeFile, person('arne'), { caseId: kept.fileId, newId: chance.uuid(), lang: 'nb' });
  // where this machine cannot set a file there is nothing to hand over
  if (!made.ok) return;
  const { disposalId } = await does('arne', proposeDisposal, { caseId: kept.fileId, operation: 'AVLEVERING', receiver: 'IKA' });
  await does('leif', confirmDisposal, { disposalId });
}
