import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_TYPE } from '../../src/cases/codes.ts';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { CodeList } from '../../src/kernel/codes.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addDays, instant, osloDay } from '../../src/kernel/time.ts';
import { findAllByWording, findByWording } from '../../src/kernel/wording.ts';
import { GENDER } from '../../src/people/codes.ts';
import { RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../src/reports/codes.ts';
import type { InternalRow } from '../../src/statistics/internal.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics, type InternalStatistics } from '../../src/statistics/queries/internal.ts';
import { openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, type World } from '../support/world.ts';

/**
 * The source's five cases (domain reference §12.1), word for word as its internal statistics has them. People, dates and texts
 * below are invented; the years are eight later, so that they lie in this world's time.
 */
const SOURCE = [
  ['2018-1', 'Må-sak', 'Hjemmetjenesten', 'Demens; Over 67 år', 'Barnebarn', 'Kvinne', 'Psykisk vold; Økonomisk vold; Materiell vold', 'Hjemmetjenesten; TryggEst-teamet; Fastlege; Tildelingskontor; Sykehjem; Omsorgsbolig; Pårørende; Politi'],
  ['2018-2', 'Ikke vurdert', 'Legevakta', 'Autisme', 'Foreldre', 'Mann', 'Fysisk vold', 'Ikke vurdert'],
  ['2018-3', 'Bør-sak', 'Hjemmetjenesten', 'Demens; Over 67 år', 'Barn', 'Kvinne', 'Seksuelle overgrep', 'Hjemmetjenesten'],
  ['2019-1', 'Må-sak', 'Krisesenteret', 'Psykisk utviklingshemning', 'Samboer', 'Kvinne', 'Psykisk vold; Økonomisk overgrep; Seksuelle overgrep; Fysisk vold', 'Tjenester for funksjonshemmede; TryggEst-teamet; Fastlege; Habiliteringstjenesten; Bolig sosial avdeling; Verge; Krisesenteret'],
  ['2019-2', 'Bør-sak', 'Rustjenesten', 'Rus; Minoritetsbakgrunn', 'Foreldre', 'Mann', 'Fysisk vold- oppdragervold', 'Rustjenesten; NAV; Bolig sosial avdeling'],
] as const;
const YEARS_LATER = 8;

/** What the forms say, in the order of the source. `services`: what the two who assess add to what the reporter knew. */
const CASES = [
  { at: '2026-10-05T08:00:00.000Z', type: 'MA', place: 'HJEMMETJENESTE', name: 'Borghild Kvamme', kommune: '9901', hva: 'PSYKISK|OKONOMISK|MATERIELL', situasjon: 'DEMENS', tilknytning: 'BARNEBARN', kjonn: 'KVINNE', alder: 'A80', kontakt: 'HJEMMETJENESTE|FASTLEGE|PARORENDE', services: ['TRYGGEST_TEAM', 'HJEMMETJENESTE', 'TILDELINGSKONTOR', 'SYKEHJEM', 'OMSORGSBOLIG', 'FASTLEGE', 'POLITI', 'PARORENDE'] },
  { at: '2026-10-28T22:00:00.000Z', type: undefined, place: 'LEGEVAKT', name: 'Trygve Aasen', kommune: 'annen', annenkommune: 'Nordbø', hva: 'FYSISK', situasjon: 'AUTISME', tilknytning: 'FORELDRE', kjonn: 'MANN', alder: 'A25_39', kontakt: '', services: ['UKJENT'] },
  { at: '2026-10-28T23:30:00.000Z', type: 'BOR', place: 'HJEMMETJENESTE', name: 'Ragna Skare', kommune: '9902', hva: 'SEKSUELL', situasjon: 'DEMENS', tilknytning: 'BARN', kjonn: 'KVINNE', alder: 'A67_79', kontakt: 'HJEMMETJENESTE', services: undefined },
  { at: '2027-01-19T10:00:00.000Z', type: 'MA', place: 'KRISESENTER', name: 'Synne Lyngmo', kommune: '9903', hva: 'PSYKISK|OKONOMISK|SEKSUELL|FYSISK', situasjon: 'UTVIKLINGSHEMMING', tilknytning: 'SAMBOER', kjonn: 'KVINNE', alder: 'A40_54', kontakt: 'VERGE|KRISESENTER', services: ['TRYGGEST_TEAM', 'FUNKSJONSHEMMEDE', 'HABILITERING', 'BOLIGSOSIAL', 'FASTLEGE', 'KRISESENTER', 'VERGE'] },
  { at: '2027-04-02T07:00:00.000Z', type: 'BOR', place: 'RUSTJENESTE', name: 'Odin Fossheim', kommune: '9904', hva: 'FYSISK_OPPDRAGER', situasjon: 'RUS|MINORITET', tilknytning: 'FORELDRE', kjonn: 'MANN', alder: 'A18_24', kontakt: 'RUSTJENESTE|NAV', services: ['BOLIGSOSIAL', 'RUSTJENESTE', 'NAV'] },
] as const;

let world: World;
let from: Sender;
let kari: Person;
let even: Person;
let table: InternalStatistics;

async function ok<I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> {
  const outcome = await world.house.door.enter(useCase, by, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** From the phone to the decision of two people, as everybody does it. */
async function lives(one: (typeof CASES)[number]): Promise<void> {
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
    await ok(STEPS.proposeTransfer, kari, { caseId, receiver: 'Nordbø kommune', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', transferReason: 'UTENFOR_KOMMUNER', ...services });
    await ok(STEPS.confirmTransfer, even, { caseId, proposal: 1 });
    return;
  }
  await ok(STEPS.grantAccess, kari, { caseId, accessTo: even.userId, accessReason: 'VURDERER', until: addDays(osloDay(world.clock.now), 7) });
  await ok(STEPS.proposeClassification, kari, { caseId, caseType: one.type, wish: 'Vil ha hjelp', consent: 'GITT_MUNTLIG', grounds: 'Vi er to om dette.', lead: even.userId, ...services });
  await ok(STEPS.declareImpartiality, even, { caseId, connection: 'INGEN' });
  await ok(STEPS.confirmClassification, even, { caseId, proposal: 1 });
}

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  [kari, even] = [await world.person('kari'), await world.person('even')];
  for (const one of CASES) await lives(one);
  table = await ok(internalStatistics, kari, {});
});
afterAll(async () => {
  await from.close();
  await world.close();
});

/** A line of the source, its wordings turned into codes. */
function byCode([no, type, reporter, vulnerability, relation, gender, violence, services]: (typeof SOURCE)[number]) {
  const all = <C extends string>(list: CodeList<C>, cell: string): C[] => {
    const { codes, unknown } = findAllByWording(list, cell);
    expect(unknown, 'every wording of the source is known').toEqual([]);
    return codes;
  };
  return {
    no: `${Number(no.slice(0, 4)) + YEARS_LATER}-${no.slice(5)}`, caseType: findByWording(CASE_TYPE, type), reporter: findByWording(REPORTER, reporter),
    vulnerability: all(VULNERABILITY, vulnerability), relation: all(RELATION, relation), gender: findByWording(GENDER, gender),
    violence: all(VIOLENCE, violence), services: all(SERVICE, services),
  };
}

/** The source does not say whether anybody was anonymous; in a service nobody is. */
function ours({ no, year, anonymous, ...row }: InternalRow) {
  expect(anonymous).toBe(false);
  return { ...row, no: `${year}-${no}` };
}

function count(codes: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code ?? ''] = (counts[code ?? ''] ?? 0) + 1;
  return counts;
}

describe('the source’s five cases, sent through the form and decided by two people,', () => {
  test('give its internal statistics code for code', () => {
    expect(table.rows.map(ours)).toEqual(SOURCE.map(byCode));
  });

  test('though the source has several wordings for one thing', () => {
    const said: readonly (readonly [CodeList<string>, number])[] = [[CASE_TYPE, 1], [REPORTER, 2], [VULNERABILITY, 3], [RELATION, 4], [GENDER, 5], [VIOLENCE, 6], [SERVICE, 7]].map((pair) => pair as unknown as readonly [CodeList<string>, number]); // lists of different codes, read by their words alone
    const synonyms = said.flatMap(([list, column]) => SOURCE.flatMap((line) => (line[column] ?? '').split('; ')).flatMap((wording) => {
      const code = findByWording(list, wording) ?? '';
      return list.label(code, 'nb') === wording ? [] : [`${wording} → ${list.label(code, 'nb')} (${code})`];
    }));
    expect([...new Set(synonyms)]).toEqual([
      'Legevakta → Legevakt (LEGEVAKT)', 'Krisesenteret → Krisesenter (KRISESENTER)', 'Barn → Barn (voksent) (BARN)',
      'Økonomisk vold → Økonomiske overgrep (OKONOMISK)', 'Økonomisk overgrep → Økonomiske overgrep (OKONOMISK)', 'Fysisk vold- oppdragervold → Oppdragervold (FYSISK_OPPDRAGER)',
      'Ikke vurdert → Ukjent (UKJENT)', 'Bolig sosial avdeling → Boligsosial avdeling (BOLIGSOSIAL)',
    ]);
  });

  test('are five received and four of our own, because one belonged to a municipality outside', () => {
    expect({ received: table.received, own: table.own }).toEqual({ received: 5, own: 4 });
  });

  test('add up to its totals', () => {
    expect(count(table.rows.map((row) => row.gender))).toEqual({ KVINNE: 3, MANN: 2 });
    expect(count(table.rows.map((row) => row.reporter))).toEqual({ HJEMMETJENESTE: 2, LEGEVAKT: 1, KRISESENTER: 1, RUSTJENESTE: 1 });
    const violence = table.rows.flatMap((row) => row.violence).map((code) => VIOLENCE.values.find((value) => value.code === code)?.parent ?? code);
    expect(count(violence)).toEqual({ PSYKISK: 2, OKONOMISK: 2, MATERIELL: 1, FYSISK: 3, SEKSUELL: 2 });
    expect(count(table.rows.filter((row) => row.year === 2026).map((row) => row.caseType))).toEqual({ MA: 1, BOR: 1, IKKE_VURDERT: 1 });
    expect(count(table.rows.filter((row) => row.year === 2027).map((row) => row.caseType))).toEqual({ MA: 1, BOR: 1 });
  });

  test('are too few for a table that others may see', async () => {
    const shown = await ok(figures, kari, { year: 2026 });
    expect(shown).toMatchObject({ received: { hidden: '≤10' }, waitsForYearEnd: false });
    expect(shown.breakdown).toBeUndefined();
  });

  test('can be read a year at a time, with the same numbers', async () => {
    const year = await ok(internalStatistics, kari, { year: 2027 });
    expect(year.rows.map(ours)).toEqual(SOURCE.slice(3).map(byCode));
    expect(year).toMatchObject({ received: 2, own: 2, years: [2027, 2026] });
  });
});
