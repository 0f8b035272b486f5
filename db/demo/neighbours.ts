import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { Database } from '../../src/kernel/database/connect.ts';
import { asId, type FileId, type RegionId, type UserId } from '../../src/kernel/ids.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addDays, addMs, day, HOUR, osloDay, osloInstant, type Day } from '../../src/kernel/time.ts';
import { SECOND_DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { readBundle, type SiteBundle } from '../../src/regions/published.ts';
import { defaultSite, proposedLegalBasis } from '../../src/regions/site.ts';
import { openEnvelopes } from '../../src/reports/public.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { declare } from '../../src/staff/commands/declaration.ts';
import { lockReturn, prepareReturn, recordSending } from '../../src/returns/commands/returns.ts';
import { setUp } from '../../src/set-up.ts';
import { EARLIER } from './earlier.ts';
import type { Teller } from './live.ts';
import { NEIGHBOUR_STAFF } from './people.ts';

const CASES = 16;
/** The coordinator signs in (people.ts); the leader locks the return, and the reserve leads the cases. */
const PEOPLE = [{ who: 'koordinator', name: 'Koordinator', roles: ['KOORDINATOR'] }, { who: 'leder', name: 'Leder', roles: ['LEDER'] }, { who: 'reserve', name: 'Reserve', roles: ['TEAMMEDLEM'], reserve: true }] as const;

type From = { readonly teller: Teller; readonly migrator: Database; readonly rootPublic: Parameters<typeof readBundle>[0]; readonly issuer: string };

/** Two small regions beside the demo's own, with last year's reports and the return of it, locked and sent: by the same commands as everything else. */
export async function fillNeighbours(from: From): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = [];
  for (const [at, municipality] of SECOND_DEMO_MUNICIPALITIES.entries()) neighbours.push(await fillNeighbour(from, at, municipality));
  from.teller.clock.now = from.teller.end;
  return neighbours;
}

type Who = (typeof PEOPLE)[number]['who'];
type Named = { readonly number: string; readonly name: string };
export type Neighbour = { readonly region: RegionId; readonly bundle: SiteBundle; readonly by: ReturnType<typeof acting>; readonly id: (who: Who) => UserId };

async function fillNeighbour(from: From, at: number, named: Named): Promise<Neighbour> {
  const { clock, chance, end } = from.teller;
  const today = osloDay(end);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '02-01' ? 2 : 1);
  clock.now = osloInstant(firstOf(year), 8, 0);
  const neighbour = await setUpNeighbour(from, named);
  for (let n = 0; n < CASES; n += 1) {
    clock.now = osloInstant(addDays(firstOf(year), 4 + n * 22), 10, at);
    await receive(from.teller, neighbour, { ...EARLIER[(n * 3 + at) % EARLIER.length]?.answers, kommune: named.number });
  }
  clock.now = addMs(end, -3 * HOUR);
  await neighbour.by('koordinator', declare, { version: 0, lang: 'nb', accepted: true });
  const returnId = chance.uuid();
  await neighbour.by('koordinator', prepareReturn, { returnId, schema: 'R3', period: String(year), form: 'TABELLER' });
  await neighbour.by('leder', lockReturn, { returnId });
  await neighbour.by('koordinator', recordSending, { returnId, sendingId: chance.uuid(), receiver: 'BUFDIR', sentOn: osloDay(clock.now) });
  return neighbour;
}

async function setUpNeighbour({ teller, migrator, rootPublic, issuer }: From, { number, name }: Named): Promise<Neighbour> {
  const { house, intake, chance, clock } = teller;
  const region: RegionId = asId<'region'>(chance.uuid());
  const host = `${number}.voksenvern.example`;
  const site = {
    ...defaultSite({ name: `Voksenvern ${name}`, phone: '55 55 01 10', talk: '55 55 01 11', municipalities: [{ number, name, childProtection: '55 55 01 20' }] }), formOpen: true, legalBasis: proposedLegalBasis(),
    controller: { name: `${name} kommune`, address: `Rådhusgata 1, ${name}` }, dataProtectionOfficer: { name: `Personvernombudet i ${name}`, phone: '55 55 01 30', email: `ombud@${number}.example` },
  };
  const users = await setUp(house, migrator, {
    id: region, host, at: clock.now, from: firstOf(2020), site, organisation: `${name} kommune`, agreement: 'Vedtak i kommunestyret, 2020',
    people: PEOPLE.map(({ who, name: role, roles, ...reserve }) => ({ issuer, subject: `${number}-${who}`, name: NEIGHBOUR_STAFF.find(({ subject }) => subject === `${number}-${who}`)?.name ?? `${role} ${name}`, unit: 'Helse og omsorg', municipality: undefined, roles: [...roles], ...reserve })),
  });
  const row = await intake.publishedSite(host);
  const bundle = row === undefined ? undefined : readBundle(rootPublic, row, host);
  if (bundle === undefined) throw new Error(`the site of ${name} is not published`);
  const id = (who: Who): UserId => users.get(`${number}-${who}`) ?? fail(`nobody is ${who}`);
  return { region, bundle, by: acting(teller, region, id), id };
}

/** Sends the form, opens what came, and makes a case of it. */
async function receive({ worker, intake, chance, clock }: Teller, neighbour: Neighbour, answers: Readonly<Record<string, string>>): Promise<void> {
  const { region, bundle, by } = neighbour;
  const read = readForm(Object.entries(answers).flatMap(([key, value]) => value.split('|').map((one): [string, string] => [key, one])));
  if (read.answers === undefined) throw new Error('a demo report has problems');
  const draftId = asId<'file'>(chance.uuid());
  const planned = plan(read.answers, { region, draftId, receivedAt: clock.now, lang: 'nb', variety: 'plain', channel: 'NETTSKJEMA' });
  if (!planned.ok) throw new Error(`a demo report was refused: ${planned.code}`);
  await intake.submit(planned.value, newReceiptCode(chance), bundle.intake, clock.now);
  const waiting = await worker.door.unaudited(region, 'demo', (ctx) => ctx.tx.selectFrom('app.report_envelope').select('envelope_id').where('region_id', '=', region).where('report_id', '=', draftId).execute());
  for (const { envelope_id: envelopeId } of waiting) await worker.door.enter(openEnvelopes, { kind: 'system', regionId: region, task: 'open_envelope' }, { envelopeId });
  clock.now = addMs(clock.now, 3 * HOUR);
  const { fileId } = await by('koordinator', openCaseFromReports, { reportIds: [draftId], connection: 'INGEN' });
  await workThrough(neighbour, clock, fileId);
}

/** From classified by two to closed, within weeks: last year's cases are over, and whoever signs in there meets what is new. */
async function workThrough({ by, id }: Neighbour, clock: Teller['clock'], caseId: FileId): Promise<void> {
  const step = async (who: Who, key: keyof typeof STEPS, answers: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    clock.now = addMs(clock.now, 20 * HOUR);
    await by(who, STEPS[key] as (typeof STEPS)['handOver'], { caseId, ...answers }); // every step takes a case and answers
  };
  await step('koordinator', 'grantAccess', { accessTo: id('reserve'), accessReason: 'VURDERER', until: addDays(osloDay(clock.now), 120) });
  await step('reserve', 'declareImpartiality', { connection: 'INGEN' });
  await step('koordinator', 'proposeClassification', { caseType: 'BOR', wish: 'Vil ha det trygt hjemme.', consent: 'GITT_MUNTLIG', grounds: 'Samlet av det som er meldt og sett.', lead: id('reserve'), criteria: ['VOKSEN', 'BEHOV', 'UTSATT'], capacity: 'NEI', children: 'NEI', services: '' });
  await step('reserve', 'confirmClassification', { proposal: 1 });
  await step('reserve', 'startInvestigation', { questions: 'Hva skjer, og hva vil personen selv?', sources: 'Samtale, tjenestene rundt', whoTalks: 'Saksansvarlig, alene med personen.', safeContact: 'På dagsenteret', suspectMayKnow: 'Ingenting' });
  await step('reserve', 'decideMeasure', { measure: 'OKT_TJENESTE', responsible: 'Hjemmetjenesten', what: 'Besøk hver dag, alene med personen', due: addDays(osloDay(clock.now), 21) });
  await step('reserve', 'concludeInvestigation', { findings: 'Bekymringen ble bekreftet.', freedom: 'Personen bestemmer selv hva som skal skje.', proportionality: 'Bare det som trengs for å stanse det.', risk: 'MODERAT', concludedWho: 'Saksansvarlig og koordinator' });
  await step('reserve', 'startFollowUp', { carriedOut: 'Tiltakene er gjennomført.', personView: 'Det kjennes tryggere nå.' });
  await step('reserve', 'proposeClosing', { reasons: ['RISIKO_REDUSERT'], remainingRisk: 'Liten', whoHasItNow: 'Hjemmetjenesten', personTold: 'JA', wishAchieved: 'DELVIS' });
  await step('koordinator', 'closeCase', { proposal: 2, learning: 'Snakk alene, tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'] });
}

function fail(what: string): never {
  throw new Error(what);
}

function acting({ house, clock }: Teller, regionId: RegionId, id: Neighbour['id']) {
  return async <I, F, R>(who: Who, useCase: UseCase<I, F, R>, input: unknown): Promise<R> => {
    const person: Person = { kind: 'person', regionId, userId: id(who), roles: PEOPLE.find((one) => one.who === who)?.roles ?? [], municipalityId: undefined, signedInAt: clock.now };
    const outcome = await house.door.enter(useCase, person, input);
    if (!outcome.ok) throw new Error(`demo: ${useCase.name} ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
    return outcome.value;
  };
}

function firstOf(year: number): Day {
  const found = day(`${year}-01-01`);
  if (found === undefined) throw new RangeError('no such year');
  return found;
}
