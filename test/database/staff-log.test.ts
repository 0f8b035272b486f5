import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { writeHead } from '../../src/kernel/audit/heads.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { regionsOf } from '../../src/open-house.ts';
import { raiseUrgent } from '../../src/reports/commands/handle.ts';
import { openReport } from '../../src/reports/queries.ts';
import { auditSignIn } from '../../src/staff/sign-in/register.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import { settled } from '../support/cluster.ts';
import { HOST, newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

let world: World;
let headsDir: string;
beforeAll(async () => {
  world = await newWorld();
  headsDir = mkdtempSync(join(tmpdir(), 'vv-heads-'));
});
afterAll(async () => {
  await world.close();
  rmSync(headsDir, { recursive: true, force: true });
});

type Logged = { use_case: string; outcome: string; files: string[]; heads: unknown; actor: string };

async function lastRow(region = NORDFJELLA): Promise<Logged | undefined> {
  const found = await world.house.door.unaudited(region, 'test', (ctx) => sql<Logged>`select use_case, outcome, files::text[] as files, heads, actor
    from kernel.audit_event where region_id = ${region} order by xid desc limit 1`.execute(ctx.tx));
  return found.rows[0];
}

async function denied<I, F, R>(useCase: UseCase<I, F, R>, input: unknown): Promise<Logged | undefined> {
  expect(await world.house.door.enter(useCase, await world.person('stine'), input)).toEqual({ ok: false, code: 'not_found' });
  return lastRow();
}

describe('an attempt that was denied', () => {
  test('stands in the log with the id that was asked for, whether there is such a file or not, and tells of no journal entry', async () => {
    const [one, two] = [randomUUID(), randomUUID()].toSorted();
    for (const [useCase, input] of [
      [openReport, { reportId: one }], [raiseUrgent, { reportId: one, danger: '', called: '', calledBy: '', calledWhen: '' }], [openCase, { caseId: one }], [STEPS.writeNote, { caseId: one }],
    ] as const) {
      expect(await denied(useCase as typeof openReport, input), useCase.name).toEqual(expect.objectContaining({ use_case: useCase.name, outcome: 'denied:unknown', files: [one], heads: [] })); // each is a use case
    }
    expect(await denied(openCaseFromReports, { reportIds: [two, one, two], connection: 'INGEN' })).toMatchObject({ files: [one, two], heads: [] });
  });

  test('is no sign that a journal was cut: the check has nothing to say of it', async () => {
    const worker = await world.worker();
    await settled();
    for (const region of [NORDFJELLA, SORVIKA]) {
      const block = await worker.door.unaudited(region, 'audit blocks', closeBlock);
      if (block !== undefined) writeHead(headsDir, block);
    }
    expect(await verifyRegions(world.house, [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }], headsDir)).toMatchObject({ well: true });
  });
});

describe('a sign-in that was refused', () => {
  const note = () => auditSignIn(world.house.door, regionsOf(world.house));
  const refused = { kind: 'refused', at: '2026-03-02T08:00:00.000Z' as World['clock']['now'], issuerName: 'ansatt' } as const; // a literal moment

  test('to somebody whom nobody invited stands in the oldest region’s log, with the code and the provider and nothing else', async () => {
    await note()({ ...refused, code: 'signin.not-invited' });
    const rows = (await Promise.all([NORDFJELLA, SORVIKA].map((region) => lastRow(region)))).filter((row) => row?.use_case === 'sign_in.refused');
    expect(rows).toEqual([{ use_case: 'sign_in.refused', outcome: 'signin.not-invited:ansatt', files: [], heads: [], actor: 'system:sign_in:unknown' }]);
  });

  test('to nobody in particular fills no log: whoever only knocks could write in it as often as they like', async () => {
    const before = await lastRow();
    await note()({ ...refused, code: 'signin.answer' });
    expect(await lastRow()).toEqual(before);
  });
});
