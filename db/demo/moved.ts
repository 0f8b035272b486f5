import { carryRound, openCaseFromReports } from '../../src/cases/public.ts';
import { carryFile } from '../../src/jobs/carry-file.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, MINUTE, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { CarryRefused, openEnvelopes } from '../../src/reports/public.ts';
import { acting, send, type Teller } from './live.ts';
import type { Neighbour } from './neighbours.ts';
import { DEMO_REGION } from './region.ts';
import { add, pdf } from './talk.ts';

const SISTER = {
  fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Solveig Hamre', kommune: '9901', alder: 'A67_79', kjonn: 'KVINNE', hva: 'PSYKISK|OKONOMISK', situasjon: 'FYSISK_SYKDOM', tilknytning: 'BARN', sammen: 'ja', barn: 'nei',
  sett: 'Hun flytter til sønnen i Sundby, og han har allerede tatt over nettbanken. Hun tør ikke si at hun ikke vil.', trygg: 'Hos fastlegen, onsdag formiddag', dittnavn: 'Grete Hamre', dittnummer: '55 55 03 44', svar: 'ja',
};
const BROTHER = {
  fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_SPURT', navn: 'Kåre Solberg', kommune: '9902', alder: 'A80', kjonn: 'MANN', hva: 'OMSORGSSVIKT', situasjon: 'DEMENS', tilknytning: 'ANNEN_SLEKT', sammen: 'nei', barn: 'nei',
  sett: 'Nevøen hentet ham til Holm i forrige uke. Huset står tomt, og han fikk ikke med seg medisinene.',
};

type Leaving = { readonly daysAgo: number; readonly answers: Readonly<Record<string, string>>; readonly second: string; readonly to: Neighbour; readonly proposal: Readonly<Record<string, string>>; readonly letter?: readonly string[] };

/** A case that went to the region beside and was taken in there, and one that lies there and waits: by the steps and the rounds that any case goes by (T4). */
export async function moveOn(teller: Teller, [sundby, holm]: readonly Neighbour[]): Promise<void> {
  if (sundby === undefined || holm === undefined) throw new Error('there are two regions beside');
  const taken = await leave(teller, {
    daysAgo: 40, answers: SISTER, second: 'even', to: sundby, letter: ['Brev fra banken', 'Fullmakt til nettbank, signert uten henne'],
    proposal: { receiver: 'Sundby kommune', basis: 'SAMTYKKE', sent: 'Hele saken, med brevet fra banken.', grounds: 'Hun flytter til Sundby denne uka, og vil ha hjelp der.', personInformed: 'JA' },
  });
  teller.clock.now = addMs(teller.clock.now, 50 * MINUTE);
  await sundby.by('koordinator', openCaseFromReports, { reportIds: [taken], connection: 'INGEN' });
  await rounds(teller);
  await leave(teller, {
    daysAgo: 0, answers: BROTHER, second: 'signe', to: holm,
    proposal: { receiver: 'Holm kommune', basis: 'FVL_13B_7', consent: 'IKKE_SPURT', sent: 'Hele saken.', grounds: 'Han er uten medisiner, og Holm må finne ham.', personInformed: 'NEI', personToldWhy: 'Vi når ham ikke alene.' },
  });
  teller.clock.now = teller.end;
}

/** Reported, opened, proposed by one and confirmed by another, and carried. Answers the report that it is there. */
async function leave(teller: Teller, { daysAgo, answers, second, to, proposal, letter }: Leaving): Promise<FileId> {
  const { clock, end } = teller;
  clock.now = daysAgo === 0 ? addMs(end, -150 * MINUTE) : osloInstant(addDays(osloDay(end), -daysAgo), 9, 5);
  const act = acting(teller, clock);
  const wait = (minutes: number) => { clock.now = addMs(clock.now, minutes * MINUTE); };
  const report = await send(teller, { answers });
  if (letter !== undefined) await add(teller, report, await pdf(letter));
  wait(20);
  const { fileId: caseId } = await act.does('kari', openCaseFromReports, { reportIds: [report.id], connection: 'INGEN' });
  await act.step('kari', 'grantAccess', caseId, { accessTo: act.id(second), accessReason: 'VURDERER', until: addDays(osloDay(clock.now), 60) });
  wait(15);
  await act.step(second, 'declareImpartiality', caseId, { connection: 'INGEN' });
  await act.step(second, 'writeNote', caseId, { text: 'Ringte hjemmetjenesten der. De kjenner ikke til flyttingen.', noteKind: 'TELEFON' });
  wait(25);
  await act.step('kari', 'proposeTransfer', caseId, { ...proposal, toRegion: to.region });
  wait(20);
  await act.step(second, 'confirmTransfer', caseId, { proposal: 1 });
  await rounds(teller, to);
  return landedAs(teller, report.id);
}

async function landedAs({ worker }: Teller, report: FileId): Promise<FileId> {
  const found = await worker.door.unaudited(DEMO_REGION, 'demo', (ctx) => ctx.tx.selectFrom('app.report_transfer').select('to_report').where('region_id', '=', DEMO_REGION).where('file_id', '=', report).executeTakeFirst());
  if (found === undefined || found.to_report === null) throw new Error('a demo case was not sent');
  return found.to_report;
}

/** What the worker does by itself: carries what is to go, opens what came, brings the files, and writes down what was answered. */
async function rounds({ worker, storage }: Teller, to?: Neighbour): Promise<void> {
  await carryRound(worker.door, DEMO_REGION);
  if (to !== undefined) {
    const waiting = await worker.door.unaudited(to.region, 'demo', (ctx) => ctx.tx.selectFrom('app.report_envelope').select('envelope_id').where('region_id', '=', to.region).execute());
    for (const { envelope_id: envelopeId } of waiting) await worker.door.enter(openEnvelopes, { kind: 'system', regionId: to.region, task: 'open_envelope' }, { envelopeId });
    const slots = await worker.door.unaudited(DEMO_REGION, 'demo', (ctx) => ctx.tx.selectFrom('app.report_file_along').select('slot').where('region_id', '=', DEMO_REGION).where('carried_at', 'is', null).orderBy('slot').execute());
    // where this machine cannot set a file, the case waits for it as it would in use
    for (const { slot } of slots) await carryFile({ door: worker.door, storage }, DEMO_REGION, slot).catch((error: unknown) => { if (!(error instanceof CarryRefused)) throw error; });
  }
  await carryRound(worker.door, DEMO_REGION);
}
