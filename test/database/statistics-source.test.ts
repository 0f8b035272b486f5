import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_TYPE } from '../../src/cases/codes.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { CodeList } from '../../src/kernel/codes.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { findAllByWording, findByWording } from '../../src/kernel/wording.ts';
import { GENDER } from '../../src/people/codes.ts';
import { RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../src/reports/codes.ts';
import type { InternalRow } from '../../src/statistics/internal.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics, type InternalStatistics } from '../../src/statistics/queries/internal.ts';
import { sender, type Sender } from '../support/submissions.ts';
import { newWorld, type World } from '../support/world.ts';
import { does, livesOfTheSource, SOURCE, YEARS_LATER } from './source-cases.ts';

let world: World;
let from: Sender;
let kari: Person;
let even: Person;
let table: InternalStatistics;

const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> => does(world, useCase, by, input);

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  [kari, even] = [await world.person('kari'), await world.person('even')];
  await livesOfTheSource({ world, from, kari, even });
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
      'Ikke vurdert → Ukjent (UKJENT)', 'Bolig sosial avdeling → Boligsosial avdeling (BOLIGSOSIAL)', 'NAV → Nav (NAV)',
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
