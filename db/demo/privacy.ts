import { addDays, addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { confirmDisposal, proposeDisposal } from '../../src/privacy/commands/disposal.ts';
import { answerRequest } from '../../src/privacy/commands/answers.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { adviseRequest, checkIdentity, registerRequest } from '../../src/privacy/commands/requests.ts';
import { archiveList } from '../../src/privacy/queries/archive.ts';
import { momentBox } from '../../src/web/ui/moments.ts';
import { openCase } from '../../src/cases/public.ts';
import { answerForArchive, makeWholeFile } from '../../src/cases/commands/whole.ts';
import type { Operation } from '../../src/privacy/codes.ts';
import { findColleague } from '../../src/staff/public.ts';
import { does, personOf } from './doing.ts';
import type { Lived, Teller } from './live.ts';
import { DEMO_REGION } from './region.ts';

/** A request that was answered, one in work, a breach whose clock runs, and the year's list for the archive with one transfer under way and one disposal that waits for its second person. */
export async function askAndKeep(teller: Teller, [about]: readonly Lived[]): Promise<void> {
  const { house, chance, clock, end } = teller;
  const day = (ago: number) => addDays(osloDay(end), -ago);
  const at = (hoursAgo: number) => { clock.now = addMs(end, -hoursAgo * HOUR); };
  at(45 * 24);
  const requestId = chance.uuid();
  await does(teller, 'kari', registerRequest, { requestId, requester: 'PARORENDE', name: 'Arild Kvamme', about: 'Moren hans', asks: 'Vil se om noen har meldt noe om moren.', reach: '', receivedOn: day(46), identity: 'KUNNE_IKKE', identityHow: 'Ringte, og ville ikke møte.' });
  at(44 * 24);
  await does(teller, 'per', adviseRequest, { requestId, version: '1', advice: 'Svar med brevet som er likt for alle. En pårørende har ikke eget krav på innsyn.' });
  at(40 * 24);
  await does(teller, 'kari', answerRequest, { requestId, version: '2', letter: 'VERKEN_ELLER', answeredOn: day(40), how: 'Hentet brevet på servicetorget', lang: 'nb' });
  at(9 * 24);
  const second = chance.uuid();
  await does(teller, 'kari', registerRequest, { requestId: second, requester: 'PERSONEN', name: 'Personen selv', about: 'Seg selv', asks: 'Vil se alt som står.', reach: 'På dagsenteret, mandag formiddag. Ikke send noe hjem.', receivedOn: day(9), identity: 'IKKE_SJEKKET', identityHow: '' });
  at(7 * 24);
  await does(teller, 'kari', checkIdentity, { requestId: second, version: '1', identity: 'KJENT', identityHow: 'Snakket med henne alene på dagsenteret.' });
  if (about !== undefined) {
    const opened = await does(teller, 'kari', openCase, { caseId: about.caseId });
    await does(teller, 'kari', linkFile, { requestId: second, version: '2', reference: opened.reference });
  }
  at(20);
  const placeOf = async (subject: string) => (await house.door.unaudited(DEMO_REGION, 'demo', (ctx) => findColleague(ctx, personOf(teller, subject).userId)))?.municipalityId ?? '';
  const letter = { what: 'Et brev til en samarbeidspart gikk til feil avdeling.', affected: '1', kinds: 'Navn og tidspunkt for et møte', consequences: 'Liten risiko. Mottakeren har taushetsplikt.', measures: 'Brevet er levert tilbake uåpnet.' };
  at(60 * 24);
  await does(teller, 'kari', saveBreach, { ...letter, concerns: [await placeOf('tor')], breachId: chance.uuid(), version: '0', discoveredAt: momentBox(addMs(end, -61 * 24 * HOUR)), authority: 'IKKE_MELDT', authorityAt: '', authorityWhy: 'Brevet kom tilbake uåpnet samme dag.', told: 'IKKE_VARSLET', toldWhy: 'Liten risiko for personen.' });
  at(20);
  const breach = { what: 'En utskrift av et nattkort ble liggende på skriveren i fellesarealet.', affected: '1', kinds: 'Kodeord og trygg kontakt for én person', consequences: 'En uvedkommende kan ha lest kodeordet.', measures: 'Utskriften er makulert. Nytt kodeord er avtalt.' };
  await does(teller, 'kari', saveBreach, { ...breach, concerns: [await placeOf('leif')], breachId: chance.uuid(), version: '0', discoveredAt: momentBox(addMs(end, -26 * HOUR)), authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'VARSLET', toldWhy: '' });
  at(3);
  const { ready } = await does(teller, 'arne', archiveList, {});
  const own = ready.find(({ municipality }) => municipality === 'Fjordby')?.cases.filter(({ kind }) => kind === 'case') ?? [];
  const may = (operation: Operation) => own.find(({ operations }) => operations.some((one) => one.operation === operation));
  const short = may('KASSASJON');
  if (short !== undefined) await does(teller, 'arne', proposeDisposal, { caseId: short.fileId, operation: 'KASSASJON', receiver: '' });
  const kept = may('EKSPORT');
  if (kept === undefined) return;
  await does(teller, 'arne', answerForArchive, { caseId: kept.fileId, connection: 'INGEN' });
  const made = await house.door.enter(makeWholeFile, personOf(teller, 'arne'), { caseId: kept.fileId, newId: chance.uuid(), lang: 'nb' });
  // where this machine cannot set a file there is nothing to hand over
  if (!made.ok) return;
  const { disposalId } = await does(teller, 'arne', proposeDisposal, { caseId: kept.fileId, operation: 'AVLEVERING', receiver: 'IKA' });
  await does(teller, 'leif', confirmDisposal, { disposalId });
}
