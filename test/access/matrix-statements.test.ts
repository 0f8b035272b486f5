import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ARCHIVE, LOOKED } from '../../src/cases/pages/paths.ts';
import { CASE_ROUTES } from '../../src/cases/pages/routes.tsx';
import { inputFor, type Ids } from './inputs.ts';
import { lived, LIVING, nothing, OWNED, type Lived } from './lived.ts';
import { cell, TABLE } from './table.ts';
import { findUseCases, type AnyUseCase } from './use-cases.ts';

let all: Lived;
let useCases: readonly AnyUseCase[];
/** what the door's own connections were asked since it was last emptied */
const statements: string[] = [];

beforeAll(async () => {
  all = await lived();
  useCases = (await findUseCases()).useCases;
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function listened(this: pg.Client, ...said: unknown[]) {
    const [first] = said;
    const text = typeof first === 'string' ? first : typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : '?';
    if (this !== all.superuser) statements.push(text);
    return Reflect.apply(query, this, said) as void; // one of pg's own answers, handed on as it is
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await all.close();
});

async function asked(name: string, who: string, ids: Ids): Promise<{ said: readonly string[]; code: string; audit: string | undefined }> {
  const useCase = useCases.find((one) => one.name === name) ?? expect.fail(`no use case ${name}`);
  statements.length = 0;
  const { outcome, audit } = await all.enter(useCase, who, inputFor(name, ids, all.site));
  return { said: [...statements], code: outcome.ok ? 'ok' : outcome.code, audit };
}

/** Somebody for each reason why this use case is closed to people of this region. */
function oneOfEachReason(name: string): string[] {
  const reasonOf = (who: string): string => cell(name, who).verdict.because;
  const denied = LIVING.filter((who) => who !== 'anders' && !cell(name, who).verdict.allow);
  return denied.filter((who, at) => denied.findIndex((other) => reasonOf(other) === reasonOf(who)) === at);
}

test('what somebody may not see and what does not exist cost the same statements, one for one, so that nobody learns from the clock which it was', async () => {
  const told: string[] = [];
  let compared = 0;
  for (const { name, about } of TABLE.filter((row) => row.about !== 'region')) {
    for (const who of oneOfEachReason(name)) {
      if (compared === 0) await asked(name, who, nothing()); // the first time a region's key is used costs more
      const [real, unknown] = [await asked(name, who, all.ids.here), await asked(name, who, nothing())];
      compared += 1;
      expect([name, who, real.code, unknown.code, unknown.audit]).toEqual([name, who, 'not_found', 'not_found', 'denied:unknown']);
      if (JSON.stringify(real.said) !== JSON.stringify(unknown.said)) told.push(`${name} (${about}) tells ${who}: ${real.said.length} statements for what is there, ${unknown.said.length} for what is not`);
    }
  }
  expect(told).toEqual([]);
  expect(compared).toBeGreaterThan(75);
}, 60_000);

test('the same holds for whoever is named in a report or connected to a case, whatever their role', async () => {
  const { all: lives } = all;
  const ids = { ...all.ids.here, report: await lives.report({ ...OWNED, annen: 'Kari Nordmo' }), case: await lives.opened('jorunn', { ...OWNED, annen: 'Kari Nordmo' }) };
  for (const name of ['reports.open', 'cases.open', 'cases.open_case', 'cases.write_note']) {
    const [real, unknown] = [await asked(name, 'kari', ids), await asked(name, 'kari', nothing())];
    expect(real.audit).toMatch(/^denied:(named_in_it|excluded)$/);
    expect(real.said).toEqual(unknown.said);
    expect(real.said.length, 'the hook heard the door').toBeGreaterThan(5);
  }
});

test('a page that looks something up by its reference costs the same where it may not be known of as where there is nothing', async () => {
  const { all: lives } = all;
  const file = await lives.opened('kari', { ...OWNED, annen: 'Per Ombo', sett: 'Arne Bakken vet om det.' });
  const { rows } = await all.superuser.query<{ reference: string }>('select reference from app.case_file where file_id = $1', [file]);
  for (const [path, who] of [[LOOKED, 'per'], [ARCHIVE, 'arne']] as const) {
    const route = CASE_ROUTES.find((one) => one.method === 'GET' && one.path === path) ?? expect.fail(path);
    const person = { ...await lives.world.person(who), signedInAt: lives.world.clock.now };
    const looks = async (reference: string) => {
      statements.length = 0;
      const answer = await route.handle({ door: all.house.door, person, query: new URLSearchParams({ ref: reference }) } as never); // what these two read of a request
      return { kind: answer.kind, said: [...statements] };
    };
    const [real, unknown] = [await looks(rows[0]?.reference ?? ''), await looks('2026-QQQQQQ')];
    expect([path, real]).toEqual([path, unknown]);
    expect(real.said.length, 'two use cases, both times').toBeGreaterThan(10);
  }
});
