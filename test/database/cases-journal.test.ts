import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alteredJournals, brokenJournals } from '../../src/kernel/audit/verify-journals.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { openCaseFromReports, STEPS, tellCase } from '../../src/cases/public.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import { CASE_FILE, openAlias } from '../../src/cases/file.ts';
import { aliasOf, projectAccess, projectCase } from '../../src/cases/projection.ts';
import { countedBy, NO_CHANGES } from '../../src/regions/codes.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { tampering } from '../support/tampering.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, CLASSIFY, CLOSING, END, letIn, lives, toClosing, YES, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
});
afterAll(() => all.close());

/** Runs both while no entry can be written, so that both have read before either writes. */
async function together<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  await superuser.query('begin; lock table kernel.file_event in share mode');
  const running = works.map((work) => work());
  for (let waiting = 0; waiting < works.length;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const found = await superuser.query<{ n: number }>("select count(*)::int as n from pg_locks where not granted and relation = 'kernel.file_event'::regclass");
    waiting = found.rows[0]?.n ?? 0;
  }
  await superuser.query('commit');
  return Promise.all(running);
}

async function enter(subject: string, key: keyof typeof STEPS, caseId: FileId, answers: object): Promise<string> {
  const outcome = await all.world.house.door.enter(STEPS[key] as (typeof STEPS)['handOver'], await all.world.person(subject), { caseId, ...answers }); // every step takes a case and answers
  return outcome.ok ? 'ok' : outcome.code;
}

describe('of two who write at the same moment', () => {
  test('both are heard: the slower one is judged on what the faster one left, and nothing is lost or written twice', async () => {
    const file = await classified(all);
    const before = (await all.reads('kari', file)).journal.length;
    const codes = await together([() => enter('kari', 'writeNote', file, { text: 'Fra Kari' }), () => enter('signe', 'writeNote', file, { text: 'Fra Signe' })]);
    expect(codes).toEqual(['ok', 'ok']);
    expect((await all.reads('kari', file)).journal.length).toBe(before + 2);
  });

  test('a form that is pressed twice is one entry, and another form with the same words another', async () => {
    const file = await classified(all);
    const [one, other] = [randomUUID(), randomUUID()];
    const answer = (formId: string) => () => enter('kari', 'answerAverting', file, { avertingAnswer: 'IKKE_AKTUELL', formId });
    expect(await together([answer(one), answer(one)])).toEqual(['ok', 'ok']);
    expect(await answer(one)()).toBe('ok');
    expect((await all.reads('kari', file)).state.avertings).toHaveLength(1);
    expect(await answer(other)()).toBe('ok');
    expect((await all.reads('kari', file)).state.avertings).toHaveLength(2);
  });

  test('only one opens a case from a report', async () => {
    const report = await all.report();
    const open = (subject: string) => async () => {
      const outcome = await all.world.house.door.enter(openCaseFromReports, await all.world.person(subject), { reportIds: [report], connection: 'INGEN' });
      return outcome.ok ? 'ok' : outcome.code;
    };
    const codes = await together([open('kari'), open('jorunn')]);
    // Once decided it is not reception's any more: to Jorunn it is not there.
    expect([['ok', 'not_found'], ['report_decided', 'ok']]).toContainEqual(codes);
    const cases = await superuser.query('select 1 from app.case_report where report_id = $1', [report]);
    expect(cases.rowCount).toBe(1);
  });

  test('two who read an addition wait for one another, and both read it', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    const { rows: [row] } = await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [draft]);
    const file = row?.file_id ?? expect.fail('no case');
    await letIn(all, 'even', file);
    await all.from.send({ ...DAUGHTER, sett: 'Nå er kortet borte også.' }, draft, code);
    await openAll(all.world);
    const both = await Promise.all(['kari', 'even', 'kari', 'even'].map((subject) => all.reads(subject, file)));
    for (const { reports } of both) expect(reports[0]?.contents).toHaveLength(2);
    const seen = await superuser.query<{ n: number }>("select count(*)::int as n from kernel.file_event where file_id = $1 and type = 'ReportSeen'", [draft]);
    expect(seen.rows[0]?.n).toBe(2);
    // Children that an addition tells of are the worker's to write into the case, which nobody has to have opened for it (bvl. § 13-2).
    expect(both.map(({ state, clocks }) => [state.additions, clocks.some(({ clock }) => clock === 'DUTIES')])[0]).toEqual([[], false]);
    await all.from.send({ ...DAUGHTER, sett: 'Nå er kortet borte også.', barn: 'ja' }, draft, code);
    await openAll(all.world);
    const { rows } = await superuser.query<{ key: string }>("select key from graphile_worker.jobs where key = $1", [`tell_case:${NORDFJELLA}:${draft}`]);
    expect(rows).toHaveLength(1);
    const worker = await all.world.worker();
    for (const _twice of [1, 2]) expect(await tellCase(worker.door, NORDFJELLA, draft)).toMatchObject({ ok: true });
    const { state, clocks } = await all.reads('kari', file);
    expect([state.additions, clocks.some(({ clock }) => clock === 'DUTIES')]).toMatchObject([[{ report: draft, children: 'JA' }], true]);
  });
});

test('the same form sent twice is one note', async () => {
  const file = await classified(all);
  const { newId } = await all.reads('kari', file);
  expect(await all.tries('kari', 'writeNote', file, { text: 'En gang', newId })).toBe('ok');
  expect(await all.tries('kari', 'writeNote', file, { text: 'En gang', newId })).toBe('note_exists');
  expect((await all.reads('kari', file)).state.notes.map(({ text }) => text)).toEqual(['En gang']);
});

test('a correction stands beside what it corrects, and no role can change or take away an entry', async () => {
  const file = await classified(all);
  await all.does('kari', 'writeNote', file, { text: 'Hun sa tirsdag.' });
  const noteId = (await all.reads('kari', file)).state.notes[0]?.noteId;
  await all.does('kari', 'correctNote', file, { text: 'Hun sa torsdag.', corrects: noteId });
  expect((await all.reads('kari', file)).state.notes.map(({ text, corrects }) => [text, corrects])).toEqual([['Hun sa tirsdag.', undefined], ['Hun sa torsdag.', noteId]]);
  for (const statement of [sql`update kernel.file_event set type = 'X' where file_id = ${file}`, sql`delete from kernel.file_event where file_id = ${file}`]) {
    await expect(all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => statement.execute(ctx.tx))).rejects.toMatchObject({ code: '42501' });
  }
});

describe('what stands in clear', () => {
  test('can be made again from the journals alone, for every case: line, access, exclusions and alias', async () => {
    await livedThrough();
    const guard = tampering(all.world);
    const compared = await guard.with(() => Promise.resolve(), async (ctx) => {
      const rows = await ctx.tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', NORDFJELLA).execute();
      for (const { file_id: file } of rows) await compare(ctx, file);
      return rows.length;
    });
    await guard.close();
    expect(compared).toBeGreaterThan(8);
  });

  test('names nobody and quotes nothing', async () => {
    const { rows } = await superuser.query<{ line: string }>("select c::text || coalesce((select string_agg(a::text, '') from app.case_access a where a.file_id = c.file_id), '') as line from app.case_file c");
    const said = rows.map((row) => row.line).join('\n');
    for (const word of ['Borghild', 'Kvamme', 'B.K.', 'pensjon', 'OKONOMISK', 'FAMILIE', 'VOLD_STANSET', 'DELVIS']) expect(said).not.toContain(word);
    const sealed = await superuser.query<{ bytes: number }>('select distinct length(sealed) as bytes from app.case_alias');
    expect(sealed.rows).toHaveLength(1);
  });

  test('and the check of the whole log finds nothing missing', async () => {
    const guard = tampering(all.world);
    expect(await guard.with(() => Promise.resolve(), async (ctx) => [...await brokenJournals(ctx), ...await alteredJournals(ctx)])).toEqual([]);
    await guard.close();
  });
});

/** Cases that came to every end, with a grant, a note, somebody inhabil and Akutt on the way. */
async function livedThrough(): Promise<void> {
  const closed = await classified(all);
  await toClosing(all, closed);
  await all.does('kari', 'closeCase', closed, { ...END, proposal: 2 });
  const connected = await classified(all);
  await all.does('signe', 'declareImpartiality', connected, YES);
  await all.does('kari', 'endAccess', connected, { accessTo: await all.id('even') });
  const akutt = await all.opened('jorunn', { ...DAUGHTER, fare: 'ja' });
  await all.does('jorunn', 'classifyProvisionally', await handed(akutt), { ...CLASSIFY, lead: await all.id('even') });
  const moved = await all.opened('kari', { ...DAUGHTER, kommune: 'annen', annenkommune: 'Nordbø', annen: 'Even Strand' });
  await letIn(all, 'signe', moved);
  await all.does('kari', 'proposeTransfer', moved, { receiver: 'Nordbø', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER' });
  await all.does('signe', 'confirmTransfer', moved, { proposal: 1 });
  const nothing = await all.opened('kari');
  await all.does('kari', 'proposeNotACase', nothing, { notACaseReason: 'IKKE_MALGRUPPE', advice: 'Ring fastlegen.', referredTo: 'Fastlegen' });
  const early = await classified(all);
  await all.does('signe', 'proposeEarlyClosing', early, { ...CLOSING, reasons: ['DOD'] });
  await all.does('kari', 'returnClosing', early, { grounds: 'Ikke ennå.' });
}

async function handed(file: FileId): Promise<FileId> {
  await all.does('jorunn', 'handOver', file);
  return file;
}

async function compare(ctx: Context, file: FileId): Promise<void> {
  await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
  const { events, version, state } = await openFile(ctx, CASE_FILE, file);
  const again = foldCase(events);
  expect(again).toEqual(state);
  const line = projectCase(again, NO_CHANGES);
  const row = await ctx.tx.selectFrom('app.case_file').selectAll().where('file_id', '=', file).executeTakeFirstOrThrow();
  expect(row).toEqual({
    region_id: NORDFJELLA, file_id: file, reference: line.reference, status: line.status, case_type: line.caseType ?? null, provisional: line.provisional, akutt: line.akutt,
    owner_municipality_id: line.owner ?? null, lead_user_id: line.lead ?? null, deputy_user_id: line.deputy?.userId ?? null, deputy_from: line.deputy?.from ?? null, deputy_until: line.deputy?.until ?? null, in_reception: line.inReception, awaits: line.awaits?.kind ?? null,
    awaits_by: line.awaits?.by ?? null, awaits_by_coordinator: line.awaits?.byCoordinator ?? false, awaits_asked: line.awaits?.asked ?? null, awaits_asked_at: line.awaits?.askedAt ?? null, besides_by: line.besides?.by ?? null, besides_asked: line.besides?.asked ?? null, besides_asked_at: line.besides?.askedAt ?? null, received_at: line.receivedAt, opened_at: line.openedAt,
    updated_at: line.updatedAt, closed_at: line.closedAt ?? null, access_ends_at: line.accessEndsAt ?? null, clocks: line.clocks, next_due_at: line.clocks[0]?.due ?? null, clocks_version: countedBy(NO_CHANGES), version, report_unread: line.reportUnread, voided_by: line.voidedBy ?? null, night_card: line.nightCard,
    named_only: line.namedOnly === undefined ? null : [...line.namedOnly], meeting_asked_at: line.meetingAskedAt ?? null, restricted: line.restricted, retention: line.retention ?? null,
  });
  const access = await ctx.tx.selectFrom('app.case_access').select(['user_id', 'impartial', 'granted_until', 'supervision_since']).where('file_id', '=', file).orderBy('user_id').execute();
  expect(access).toEqual(projectAccess(again).map((one) => ({ user_id: one.userId, impartial: one.impartial, granted_until: one.grantedUntil ?? null, supervision_since: one.supervisionSince ?? null })).toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1)));
  const alias = await ctx.tx.selectFrom('app.case_alias').select('sealed').where('file_id', '=', file).executeTakeFirst();
  expect(alias && openAlias(ctx, file, alias.sealed)).toBe(aliasOf(again));
  const out = await ctx.tx.selectFrom('kernel.file_exclusion').select('token').where('file_id', '=', file).execute();
  expect(out).toHaveLength(again.excluded.length);
}
