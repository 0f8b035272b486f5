import pg from 'pg';
import { expect, test } from 'vitest';
import { caseList, myDay } from '../../src/cases/public.ts';
import { aliasOf } from '../../src/cases/projection.ts';
import { seal } from '../../src/kernel/sealing/sealed.ts';
import { newWorld, NORDFJELLA } from '../support/world.ts';

const REGIONS = Number(process.env['PERF_REGIONS'] ?? 300);
const PER = 3334;
test('perf', async () => {
  void aliasOf; void expect;
  const world = await newWorld();
  const su = new pg.Client({ connectionString: world.url('superuser') });
  await su.connect();
  const kari = await world.person('kari'); const even = await world.person('even');
  await su.query('set session_replication_role = replica');
  await su.query(`insert into kernel.region_register select gen_random_uuid(), 'r' || i, '2026-01-01' from generate_series(1, ${REGIONS - 2}) i`);
  const t0 = performance.now();
  await su.query(`create temp table gen as select r.region_id, gen_random_uuid() as file_id, i, random() as x, random() as y from kernel.region_register r, generate_series(1, ${PER}) i`);
  await su.query(`insert into kernel.file select region_id, file_id, 'case', '2026-01-01' from gen order by random()`);
  await su.query(`insert into app.case_file select region_id, file_id, '2026-' || substr(md5(file_id::text), 1, 12), case when x < 0.5 then (array['TIL_VURDERING','KLASSIFISERT','UNDERSOKES','TILTAK','OPPFOLGING'])[1 + (i % 5)] else 'AVSLUTTET' end, 'MA', false, y < 0.02 and x < 0.5, null,
    case when i % 7 = 0 then $1::uuid end, x < 0.02, null, null, false, '2026-01-01'::timestamptz + i * interval '1 minute', '2026-01-01'::timestamptz + i * interval '1 minute', '2026-01-01'::timestamptz + y * interval '60 days', case when x >= 0.5 then '2026-02-01'::timestamptz + y * interval '30 days' end, null,
    case when x < 0.5 then '[{"clock":"FOLLOW_UP","due":"2026-03-04T23:00:00.000Z"}]'::jsonb else '[]' end, case when x < 0.5 then '2026-02-20'::timestamptz + y * interval '90 days' end, 9 from gen order by random()`, [even.userId]);
  await su.query(`insert into app.case_access select region_id, file_id, $1::uuid, true, null from gen`, [kari.userId]);
  await su.query(`insert into app.case_access select region_id, file_id, $1::uuid, true, '2026-04-01'::timestamptz from gen where i % 7 in (0, 1)`, [even.userId]);
  await su.query(`insert into kernel.file_exclusion select region_id, file_id, sha256((i % 5)::text::bytea) from gen where y < 0.03`);
  await su.query('vacuum analyze');
  const mine = await su.query('select file_id from gen where region_id = $1', [NORDFJELLA]);
  const keys = await world.house.door.unaudited(NORDFJELLA, 'perf', (ctx) => Promise.resolve(ctx));
  for (const { file_id } of mine.rows) {
    await su.query('insert into app.case_alias values ($1, $2, $3)', [NORDFJELLA, file_id, seal(keys.keys.record, 'B.K.', { table: 'app.case_alias', region: NORDFJELLA, row: file_id, field: 'sealed', version: 1 }, 'short', keys.chance)]);
  }
  await su.query('vacuum analyze app.case_alias');
  console.log('filled', REGIONS * PER, Math.round(performance.now() - t0), 'ms');
  for (const [name, useCase, who, input] of [
    ['list kari deadline', caseList, kari, {}], ['list kari updated p3', caseList, kari, { sort: 'updated', page: '3' }], ['list kari closed', caseList, kari, { show: 'closed' }], ['list kari closed p60', caseList, kari, { show: 'closed', page: '60' }],
    ['list kari akutt', caseList, kari, { akutt: 'ja' }], ['list even mine', caseList, even, { mine: 'ja' }], ['list even', caseList, even, {}], ['day kari', myDay, kari, {}], ['day even', myDay, even, {}],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      const t = performance.now();
      const outcome = await world.house.door.enter(useCase as typeof caseList, who, input);
      if (!outcome.ok) throw new Error(outcome.code);
      if (i === 0) console.log(name, outcome.value.rows?.length ?? (outcome.value as never as {lines: []}).lines.length, outcome.value.total);
      if (i >= 10) times.push(performance.now() - t);
    }
    times.sort((a, b) => a - b);
    console.log(name, 'p50', times[25]?.toFixed(1), 'p95', times[47]?.toFixed(1));
  }
  const { Kysely, PostgresDialect, sql } = await import('kysely');
  const { openPool } = await import('../../src/kernel/database/connect.ts');
  const { listCases, countCases, listForDay } = await import('../../src/cases/store/list.ts');
  const { exclusionToken } = await import('../../src/kernel/sealing/mac.ts');
  const captured: { sql: string; parameters: readonly unknown[]; ms: number }[] = [];
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool: openPool({ url: world.url('house'), max: 1 }) }), log: (e) => captured.push({ sql: e.query.sql, parameters: e.query.parameters, ms: e.queryDurationMillis }) });
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.region', ${NORDFJELLA}, true)`.execute(tx);
    const f = (p: typeof kari) => ({ userId: p.userId, token: exclusionToken(keys.keys.lookup, p.userId), reach: { everything: p === kari, led: true, granted: true, reception: false, municipalities: [] }, coordinators: undefined, now: world.clock.now });
    const q = { show: 'open', status: undefined, caseType: undefined, mine: false, akutt: false, late: false, municipality: undefined, reference: undefined, sort: 'deadline' } as const;
    captured.length = 0;
    const works = [['list kari', () => listCases(tx as never, NORDFJELLA, f(kari), q, 25, 0)], ['count kari', () => countCases(tx as never, NORDFJELLA, f(kari), q)], ['count closed kari', () => countCases(tx as never, NORDFJELLA, f(kari), { ...q, show: 'closed' })], ['closed kari', () => listCases(tx as never, NORDFJELLA, f(kari), { ...q, show: 'closed' }, 25, 0)], ['updated kari', () => listCases(tx as never, NORDFJELLA, f(kari), { ...q, sort: 'updated' }, 25, 0)],
      ['list even', () => listCases(tx as never, NORDFJELLA, f(even), q, 25, 0)], ['count even', () => countCases(tx as never, NORDFJELLA, f(even), q)], ['day kari', () => listForDay(tx as never, NORDFJELLA, f(kari), 300)]] as const;
    for (const [name, work] of works) {
      captured.length = 0;
      for (let i = 0; i < 5; i += 1) await work();
      const one = captured[0];
      const plan = await (tx as never as { executeQuery: (q: unknown) => Promise<{ rows: { 'QUERY PLAN': string }[] }> }).executeQuery({ sql: `explain (analyze, buffers, costs off) ${one?.sql}`, parameters: one?.parameters, query: { kind: 'RawNode', sqlFragments: [], parameters: [] }, queryId: { queryId: 'x' } });
      console.log(`### ${name}: ${captured.map((c) => c.ms.toFixed(1)).join(' ')}\n${plan.rows.map((r) => r['QUERY PLAN']).join('\n')}`);
    }
  });
  await db.destroy();
  await su.end();
  await world.close();
}, 600_000);
