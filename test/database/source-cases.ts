import { STEPS, openCaseFromReports } from '../../src/cases/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addDays, instant, osloDay } from '../../src/kernel/time.ts';
import { openAll, type Sender } from '../support/submissions.ts';
import type { World } from '../support/world.ts';

/**
 * The source's five cases (domain reference §12.1), word for word as its internal statistics has them. People, dates and texts
 * below are invented; the years are eight later, so that they lie in this world's time.
 */
export const SOURCE = [
  ['2018-1', 'Må-sak', 'Hjemmetjenesten', 'Demens; Over 67 år', 'Barnebarn', 'Kvinne', 'Psykisk vold; Økonomisk vold; Materiell vold', 'Hjemmetjenesten; TryggEst-teamet; Fastlege; Tildelingskontor; Sykehjem; Omsorgsbolig; Pårørende; Politi'],
  ['2018-2', 'Ikke vurdert', 'Legevakta', 'Autisme', 'Foreldre', 'Mann', 'Fysisk vold', 'Ikke vurdert'],
  ['2018-3', 'Bør-sak', 'Hjemmetjenesten', 'Demens; Over 67 år', 'Barn', 'Kvinne', 'Seksuelle overgrep', 'Hjemmetjenesten'],
  ['2019-1', 'Må-sak', 'Krisesenteret', 'Psykisk utviklingshemning', 'Samboer', 'Kvinne', 'Psykisk vold; Økonomisk overgrep; Seksuelle overgrep; Fysisk vold', 'Tjenester for funksjonshemmede; TryggEst-teamet; Fastlege; Habiliteringstjenesten; Bolig sosial avdeling; Verge; Krisesenteret'],
  ['2019-2', 'Bør-sak', 'Rustjenesten', 'Rus; Minoritetsbakgrunn', 'Foreldre', 'Mann', 'Fysisk vold- oppdragervold', 'Rustjenesten; NAV; Bolig sosial avdeling'],
] as const;
export const YEARS_LATER = 8;

/** What the forms say, in the order of the source. `services`: what the two who assess add to what the reporter knew. */
const CASES = [
  { at: '2026-10-05T08:00:00.000Z', type: 'MA', place: 'HJEMMETJENESTE', name: 'Borghild Kvamme', kommune: '9901', hva: 'PSYKISK|OKONOMISK|MATERIELL', situasjon: 'DEMENS', tilknytning: 'BARNEBARN', kjonn: 'KVINNE', alder: 'A80', kontakt: 'HJEMMETJENESTE|FASTLEGE|PARORENDE', services: ['TRYGGEST_TEAM', 'HJEMMETJENESTE', 'TILDELINGSKONTOR', 'SYKEHJEM', 'OMSORGSBOLIG', 'FASTLEGE', 'POLITI', 'PARORENDE'] },
  { at: '2026-10-28T22:00:00.000Z', type: undefined, place: 'LEGEVAKT', name: 'Trygve Aasen', kommune: 'annen', annenkommune: 'Nordbø', hva: 'FYSISK', situasjon: 'AUTISME', tilknytning: 'FORELDRE', kjonn: 'MANN', alder: 'A25_39', kontakt: '', services: ['UKJENT'] },
  { at: '2026-10-28T23:30:00.000Z', type: 'BOR', place: 'HJEMMETJENESTE', name: 'Ragna Skare', kommune: '9902', hva: 'SEKSUELL', situasjon: 'DEMENS', tilknytning: 'BARN', kjonn: 'KVINNE', alder: 'A67_79', kontakt: 'HJEMMETJENESTE', services: undefined },
  { at: '2027-01-19T10:00:00.000Z', type: 'MA', place: 'KRISESENTER', name: 'Synne Lyngmo', kommune: '9903', hva: 'PSYKISK|OKONOMISK|SEKSUELL|FYSISK', situasjon: 'UTVIKLINGSHEMMING', tilknytning: 'SAMBOER', kjonn: 'KVINNE', alder: 'A40_54', kontakt: 'VERGE|KRISESENTER', services: ['TRYGGEST_TEAM', 'FUNKSJONSHEMMEDE', 'HABILITERING', 'BOLIGSOSIAL', 'FASTLEGE', 'KRISESENTER', 'VERGE'] },
  { at: '2027-04-02T07:00:00.000Z', type: 'BOR', place: 'RUSTJENESTE', name: 'Odin Fossheim', kommune: '9904', hva: 'FYSISK_OPPDRAGER', situasjon: 'RUS|MINORITET', tilknytning: 'FORELDRE', kjonn: 'MANN', alder: 'A18_24', kontakt: 'RUSTJENESTE|NAV', services: ['BOLIGSOSIAL', 'RUSTJENESTE', 'NAV'] },
] as const;

export type Team = { readonly world: World; readonly from: Sender; readonly kari: Person; readonly even: Person };

/** Does it, or tells which «no» came. */
export async function does<I, F, R>(world: World, useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> {
  const outcome = await world.house.door.enter(useCase, by, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** All five, from the phone to the decision of two people, as everybody does it. */
export async function livesOfTheSource(team: Team): Promise<void> {
  for (const one of CASES) await lives(team, one);
}

async function lives({ world, from, kari, even }: Team, one: (typeof CASES)[number]): Promise<void> {
  const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> => does(world, useCase, by, input);
  world.clock.now = instant(one.at);
  const { draft } = await from.send({
    fare: 'nei', hvem: 'ansatt', sted: one.place, voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: one.name, kommune: one.kommune, ...('annenkommune' in one ? { annenkommune: one.annenkommune } : {}), hva: one.hva, situasjon: one.situasjon,
    tilknytning: one.tilknytning, kjonn: one.kjonn, alder: one.alder, kontakt: one.kontakt, sett: 'Vi er bekymret.', barn: 'nei',
    dittnavn: 'Ingunn Moen', tjeneste: 'Tjenesten', dittnummer: '55 55 01 23',
  });
  await openAll(world);
  const { fileId: caseId } = await ok(openCaseFromReports, kari, { reportIds: [draft], connection: 'INGEN' });
  const services = one.services === undefined ? {} : { services: [...one.services] };
  if (one.type === undefined) {
    await ok(STEPS.grantAccess, kari, { caseId, accessTo: even.userId, accessReason: 'VURDERER', until: addDays(osloDay(world.clock.now), 7) });
    await ok(STEPS.declareImpartiality, even, { caseId, connection: 'INGEN' });
    await ok(STEPS.proposeTransfer, kari, { caseId, receiver: 'Nordbø kommune', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER', ...services });
    await ok(STEPS.confirmTransfer, even, { caseId, proposal: 1 });
    return;
  }
  await ok(STEPS.grantAccess, kari, { caseId, accessTo: even.userId, accessReason: 'VURDERER', until: addDays(osloDay(world.clock.now), 7) });
  await ok(STEPS.proposeClassification, kari, { caseId, caseType: one.type, wish: 'Vil ha hjelp', consent: 'GITT_MUNTLIG', grounds: 'Vi er to om dette.', lead: even.userId, ...services });
  await ok(STEPS.declareImpartiality, even, { caseId, connection: 'INGEN' });
  await ok(STEPS.confirmClassification, even, { caseId, proposal: 1 });
}
