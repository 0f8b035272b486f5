import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { CASE_FILE } from '../../src/cases/public.ts';
import { asId, type RegionId } from '../../src/kernel/ids.ts';
import { exclusionToken } from '../../src/kernel/sealing/mac.ts';
import { addMs, HOUR, instant } from '../../src/kernel/time.ts';
import { confirmDecision, endDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { lockReturn, prepareReturn, recordSending, withdrawReturn } from '../../src/returns/commands/returns.ts';
import { releasedCells, type ReleasedCell } from '../../src/returns/country.ts';
import { country } from '../../src/returns/queries/country.ts';
import { openReturn, returnFile, returnList } from '../../src/returns/queries/returns.ts';
import { returnsWaiting } from '../../src/returns/queries/waiting.ts';
import { listCountrySums } from '../../src/returns/store/country.ts';
import { disable } from '../../src/staff/commands/invite.ts';
import { idInFigures } from '../../src/statistics/fact-ids.ts';
import { saveFact } from '../../src/statistics/store.ts';
import { fact } from '../statistics/facts.ts';
import { MONDAY, NORDFJELLA, SORVIKA } from '../support/world.ts';
import { allowedByAll, asked, CLOSED, counted, enter, locked, ok, research, superuser, withReturns, world } from './returns-support.ts';

withReturns();

test('one prepares, another locks, and the bytes stay as they were whatever happens to the cases: the checksum on the page is the file’s', async () => {
  await counted(40);
  const { returnId } = await ok('kari', prepareReturn, asked());
  expect(await enter('kari', lockReturn, { returnId })).toMatchObject({ ok: false, code: 'another_person_locks' });
  await ok('leif', lockReturn, { returnId });
  await counted(30, { gender: 'MANN' });
  const page = await ok('stine', openReturn, { returnId });
  expect(page.faults).toEqual([]);
  for (const { key, sum } of page.files) {
    const { bytes } = await ok('per', returnFile, { returnId, file: key });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
  }
  expect((await ok('kari', returnFile, { returnId, file: 'csv' })).bytes.toString('utf8')).toContain('MELDER;HJEMMETJENESTE;;40;2026-03-02');
  expect(await enter('leif', withdrawReturn, { returnId })).toMatchObject({ ok: false, code: 'already_locked' });
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
  expect((await ok('stine', returnList, {})).lines).toMatchObject([{ returnId, status: 'LOCKED', sent: [{ receiver: 'BUFDIR', on: '2026-03-02' }] }]);
});

test('what is not locked, and rows at any time, are for coordinator and leader alone; the team and reception have none of it', async () => {
  await counted(40);
  const { returnId } = await ok('kari', prepareReturn, asked());
  for (const subject of ['stine', 'per', 'even', 'jorunn']) {
    expect(await enter(subject, openReturn, { returnId }), subject).toEqual({ ok: false, code: 'not_found' });
    expect(await enter(subject, returnFile, { returnId, file: 'csv' }), subject).toEqual({ ok: false, code: 'not_found' });
  }
  expect((await ok('stine', returnList, {})).lines).toEqual([]);
  for (const subject of ['even', 'jorunn', 'ida']) expect(await enter(subject, returnList, {}), subject).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('leif', prepareReturn, asked({ period: '2024' }))).toEqual({ ok: false, code: 'not_found' });
});

test('the same cases leave once: not the year and its half, not by another return’s codes, not before the period is over', async () => {
  await counted(40);
  await locked();
  for (const [more, code] of [[{ period: '2025-1' }, 'bad_input'], [{ period: '2025-2' }, 'bad_input'], [{ schema: 'SAC' }, 'period_overlaps'], [{ period: '2026' }, 'period_not_over'], [{}, 'too_few_changed']] as const) {
    expect(await enter('kari', prepareReturn, asked(more)), JSON.stringify(more)).toMatchObject({ ok: false, code });
  }
  await superuser.query(`update app.return_version set last_month = '2025-06'`);
  expect(await enter('kari', prepareReturn, asked()), 'a half-year that left keeps its year from leaving').toMatchObject({ code: 'period_overlaps' });
  expect(await enter('kari', prepareReturn, asked({ schema: 'X', form: 'Y', period: 'Z' }))).toMatchObject({ code: 'bad_input', fields: { schema: 'not_offered', form: 'not_offered', period: 'not_offered' } });
});

test('a correction is a new version: the old one stands, tables with few changes stand as they left, and the page says how many numbers changed', async () => {
  await counted(40, CLOSED);
  const first = await locked();
  await counted(10, CLOSED);
  expect(await enter('kari', prepareReturn, asked())).toMatchObject({ code: 'too_few_changed' });
  await counted(20, { ...CLOSED, closingReasons: ['RISIKO_REDUSERT'] });
  const { returnId } = await ok('kari', prepareReturn, asked());
  expect(await enter('kari', prepareReturn, asked())).toMatchObject({ code: 'already_prepared' });
  const page = await ok('leif', openReturn, { returnId });
  expect([page.line.version, page.changed?.get('UTFALL'), page.changed?.get('VOLDSTYPE')]).toEqual([2, 3, 0]);
  expect((await ok('stine', returnFile, { returnId: first, file: 'csv' })).bytes.toString('utf8')).toContain('UTFALL;I_ALT;;40');
});

test('the same form sent twice is one return, and two who prepare at once make one', async () => {
  await counted(40);
  const form = asked();
  await ok('kari', prepareReturn, form);
  await ok('kari', prepareReturn, form);
  await ok('kari', withdrawReturn, { returnId: form.returnId });
  const outcomes = await Promise.all([enter('kari', prepareReturn, asked()), enter('kari', prepareReturn, asked())]);
  expect(outcomes.filter(({ ok: fine }) => fine)).toHaveLength(1);
  expect((await ok('leif', returnList, {})).lines.map(({ status }) => status).toSorted()).toEqual(['PREPARED', 'WITHDRAWN']);
});

test('whoever locks sees the newest counting alone, and in which tables it reads otherwise than the one that was taken back', async () => {
  await counted(40, CLOSED);
  const form = asked();
  await ok('kari', prepareReturn, form);
  expect((await ok('leif', openReturn, { returnId: form.returnId })).csv).toContain('UTFALL;I_ALT;;40');
  await ok('kari', withdrawReturn, { returnId: form.returnId });
  await counted(6, { ...CLOSED, closingReasons: ['RISIKO_REDUSERT'] });
  const { returnId } = await ok('kari', prepareReturn, asked());
  expect(await ok('leif', openReturn, { returnId: form.returnId })).toMatchObject({ content: undefined, csv: '', faults: [], changed: undefined, newest: returnId });
  const page = await ok('leif', openReturn, { returnId });
  expect(page.recounted).toContain('UTFALL');
  expect(page.recounted, 'what came is told by the year’s tables, which stand').not.toContain('VOLDSTYPE');
});

test('GDPR art. 89: rows leave only while coordinator and leaders let them, research with number and last day, and stop by themselves', async () => {
  await counted(40);
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ code: 'no_decision_in_force' });
  const decisionId = randomUUID();
  const said = { decisionId, kind: 'FORSKNING', receiver: 'FORSKNING', purpose: 'Forløp over tid', approval: '', endsOn: '' };
  expect(await enter('kari', proposeDecision, said)).toMatchObject({ fields: { approval: 'missing', endsOn: 'missing' } });
  await ok('kari', proposeDecision, { ...said, approval: '2026/114', endsOn: '2026-03-31' });
  expect(await enter('kari', confirmDecision, { decisionId })).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ code: 'no_decision_in_force' });
  await allowedByAll(decisionId);
  const returnId = await locked({ form: 'RADER' });
  expect((await ok('region', returnFile, { returnId, file: 'csv' })).bytes.toString('utf8').split('\r\n').filter((line) => line.startsWith('2025;'))).toHaveLength(40);
  expect(await enter('stine', openReturn, { returnId })).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' })).toMatchObject({ code: 'no_decision_in_force' });
  expect((await ok('kari', openReturn, { returnId })).receivers, 'nobody is offered who is refused').toEqual(['FORSKNING']);
  world.clock.now = instant('2026-03-31T20:00:00.000Z');
  await ok('region', returnFile, { returnId, file: 'json' });
  world.clock.now = instant('2026-03-31T23:00:00.000Z');
  expect(await enter('region', returnFile, { returnId, file: 'json' })).toMatchObject({ ok: false, code: 'no_decision_in_force' });
  world.clock.now = MONDAY;
  await ok('leif', endDecision, { decisionId });
  expect(await enter('region', returnFile, { returnId, file: 'json' })).toMatchObject({ code: 'no_decision_in_force' });
  expect((await ok('kari', openReturn, { returnId })).receivers).toEqual([]);
});

test('GDPR art. 4 no. 7: each municipality’s own leader says yes for it, and rows leave when none is missing; a leader of one municipality reads none of them, and locks them where nobody else could', async () => {
  await counted(40);
  const decisionId = randomUUID();
  await ok('kari', proposeDecision, { decisionId, kind: 'RETUR', receiver: 'BUFDIR', purpose: 'Retur', approval: '', endsOn: '' });
  await ok('leif', confirmDecision, { decisionId });
  await ok('leif', confirmDecision, { decisionId });
  expect((await ok('leif', returnList, {})).decisions, 'Leif’s yes is his municipality’s').toMatchObject([{ state: 'WAITING', allowed: [{ municipality: 'Fjordby', by: 'Leif Brekken' }], mayConfirm: [], missing: expect.not.arrayContaining(['Fjordby']), nobody: expect.arrayContaining(['Havnes']) }]);
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' })), 'one yes is not all').toMatchObject({ code: 'no_decision_in_force' });
  const left = (await ok('region', returnList, {})).decisions[0]?.mayConfirm;
  await ok('region', confirmDecision, { decisionId });
  expect((await ok('kari', returnList, {})).decisions).toMatchObject([{ state: 'IN_FORCE', missing: [] }]);
  const { returnId } = await ok('kari', prepareReturn, asked({ form: 'RADER' }));
  expect(await enter('kari', lockReturn, { returnId })).toMatchObject({ code: 'another_person_locks' });
  const blind = await ok('leif', openReturn, { returnId });
  expect(blind, 'Kari is the only one who reads rows here: Leif locks them, and sees none').toMatchObject({ unread: true, line: { mine: true }, content: undefined, csv: '', files: [], faults: [] });
  await ok('leif', lockReturn, { returnId });
  const file: unknown = JSON.parse((await ok('kari', returnFile, { returnId, file: 'json' })).bytes.toString('utf8'));
  expect(file).toMatchObject({ kommuner: expect.arrayContaining([{ nummer: '9901', navn: 'Fjordby' }]) });
  expect(file, 'the file says whose cases these are').toHaveProperty('kommuner.length', (left?.length ?? 0) + 1);
  for (const answer of [await enter('leif', withdrawReturn, { returnId }), await enter('leif', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' }), await enter('leif', returnFile, { returnId, file: 'csv' })]) expect(answer).toEqual({ ok: false, code: 'not_found' });
  const waits = async (subject: string) => world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => (await returnsWaiting({ ...ctx, actor: await world.person(subject) })).toSend.map((one) => one.returnId));
  expect([await waits('kari'), await waits('leif')], 'it is locked, and lies on the list of whoever can send it').toEqual([[returnId], []]);
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
  expect(await waits('kari')).toEqual([]);
});

test('rows are downloaded after a sign-in of a moment ago; what they mean, and tables, without', async () => {
  await research();
  await counted(40);
  await counted(3, { openedMonth: '2024-04' });
  expect((await ok('kari', returnList, {})).rows, 'of the years that are over, the one that is told alone').toEqual(['2025']);
  const [rows, tables] = [await locked({ form: 'RADER' }), await locked()];
  const kari = { ...await world.person('kari'), signedInAt: addMs(MONDAY, -HOUR) };
  const take = (returnId: string, file: string) => world.house.door.enter(returnFile, kari, { returnId, file });
  for (const file of ['csv', 'json']) expect(await take(rows, file), file).toMatchObject({ ok: false, code: 'sign_in_again' });
  for (const [returnId, file] of [[rows, 'kodebok-csv'], [rows, 'skjema'], [tables, 'csv']] as const) expect(await take(returnId, file), file).toMatchObject({ ok: true });
});

test('fvl § 6: whoever is inhabil in a case neither makes nor opens rows of its year: the tables are what they see', async () => {
  await research();
  await counted(40);
  const [rows, tables] = [await locked({ form: 'RADER' }), await locked()];
  await leftOut('kari');
  for (const answer of [await enter('kari', openReturn, { returnId: rows }), await enter('kari', lockReturn, { returnId: rows }), await enter('kari', returnFile, { returnId: rows, file: 'csv' })]) expect(answer).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ ok: false, code: 'public_tables_only' });
  expect((await ok('kari', returnList, {})).lines.map(({ form, opens }) => [form, opens]).toSorted()).toEqual([['RADER', 'public_only'], ['TABELLER', 'yes']]);
  await ok('kari', returnFile, { returnId: tables, file: 'csv' });
  await ok('region', openReturn, { returnId: rows });
});

/** A case of 2025 that somebody is left out of. */
async function leftOut(subject: string): Promise<void> {
  const { userId } = await world.person(subject);
  await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    const file = asId<'file'>(randomUUID());
    await saveFact(ctx.tx, NORDFJELLA, idInFigures(ctx.keys.stats, 'case', file), fact({ openedMonth: '2025-04' }));
    await superuser.query('insert into kernel.file (region_id, file_id, kind, created_at) values ($1, $2, $3, $4)', [NORDFJELLA, file, CASE_FILE.kind, MONDAY]);
    await superuser.query('insert into kernel.file_exclusion (region_id, file_id, token) values ($1, $2, $3)', [NORDFJELLA, file, exclusionToken(ctx.keys.lookup, userId)]);
  });
}

test('what was prepared in an earlier edition, as halves of a year were, is not locked any more: it can be taken back alone', async () => {
  await counted(40);
  const { returnId } = await ok('kari', prepareReturn, asked());
  await superuser.query(`update app.return_version set edition = '1', last_month = '2025-06'`);
  expect(await enter('leif', lockReturn, { returnId })).toMatchObject({ ok: false, code: 'earlier_edition' });
  await ok('kari', withdrawReturn, { returnId });
  await locked();
});

test('rows of a year that «Tall» tells together with others stay here: they would tell what those tables hide', async () => {
  await research();
  await counted(8);
  await counted(9, { openedMonth: '2024-04' });
  expect((await ok('kari', returnList, {})).rows, 'nor is it offered').toEqual([]);
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ ok: false, code: 'year_not_told' });
});

test('nothing of what leaves stands in clear, and what was locked cannot be changed by the house', async () => {
  await counted(40);
  const returnId = await locked();
  const { rows } = await superuser.query<{ text: string }>(`select row_to_json(v)::text || encode(sealed, 'escape') as text from app.return_version v`);
  expect(rows[0]?.text).not.toContain('HJEMMETJENESTE');
  const house = new pg.Client({ connectionString: world.url('house') });
  await house.connect();
  try {
    await house.query(`select set_config('app.region', $1, false)`, [NORDFJELLA]);
    await expect(house.query(`update app.return_version set sealed = '' where return_id = $1`, [returnId])).rejects.toMatchObject({ code: '42501' });
    await expect(house.query('delete from app.return_version')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await house.end();
  }
});

async function sentOn(returnId: string): Promise<void> {
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
}

/** A region of the country that has sent a return with so many in all for 2025. */
async function elsewhere(shown: number, edition = '2'): Promise<void> {
  const id = randomUUID();
  await superuser.query('insert into kernel.region_register values ($1, $2, $3)', [id, `${id}.test`, MONDAY]);
  await superuser.query(`insert into stats.released_table values ($1, 'R3', '', 2025, $2, 1, $3, '{}', '{}', '{}')`, [id, edition, MONDAY]);
  await superuser.query(`insert into stats.released_table values ($1, 'R3', 'KJONN', 2025, $2, 1, $3, '{I_ALT}', '{""}', array[$4::int])`, [id, edition, MONDAY, shown]);
}

/** How many the country's table of 2025 says there were in all. */
async function inAll(): Promise<{ readonly sent: number; readonly all: number | undefined }> {
  const { year, shown } = await ok('even', country, { year: 2025 });
  return { sent: year.regions, all: shown[0]?.tables.flatMap(({ cells }) => cells).find((one) => one.table_id === 'KJONN' && one.row_code === 'I_ALT')?.shown };
}

test('the country’s tables are of what was sent, from three regions on: not of what is only locked, and a correction takes the place of what it corrects', async () => {
  await counted(40);
  const first = await locked();
  await elsewhere(100);
  expect(await inAll()).toEqual({ sent: 1, all: undefined });
  await sentOn(first);
  expect(await inAll()).toEqual({ sent: 2, all: undefined });
  await elsewhere(50);
  expect(await inAll()).toEqual({ sent: 3, all: 190 });
  await elsewhere(500, '1');
  expect((await ok('even', country, { year: 2025 })).year).toMatchObject({ edition: '2', regions: 3, others: 1 });
  const kept = async () => (await superuser.query<{ version: number }>('select distinct version from stats.released_table where region_id = $1', [NORDFJELLA])).rows.map(({ version }) => version);
  await counted(30, { openedMonth: '2024-11', status: 'AVSLUTTET', closedMonth: '2025-06', closingReasons: ['VOLD_STANSET'], measures: ['SAMTALE'] });
  const second = await locked();
  expect(await kept()).toEqual([1]);
  await sentOn(second);
  expect([await kept(), (await inAll()).all]).toEqual([[2], 190]);
  await ok('kari', recordSending, { returnId: first, sendingId: randomUUID(), receiver: 'KOMMUNE', sentOn: '2026-03-02' });
  expect(await kept()).toEqual([2]);
  const [sums, anew] = ['select schema_id, year, edition, table_id, row_code, column_code, shown from stats.country_sum where shown > 0', 'select t.schema_id, t.year, t.edition, t.table_id, c.row_code, c.column_code, sum(c.shown)::int from stats.released_table t cross join stats.cells_of(t) c group by 1, 2, 3, 4, 5, 6'];
  expect([(await superuser.query(`${sums} except ${anew}`)).rows, (await superuser.query(`${anew} except ${sums}`)).rows], 'added up anew, the sums are those that were kept').toEqual([[], []]);
  const { shown } = await ok('stine', country, { table: 'KJONN' });
  for (const subject of ['jorunn', 'ida']) expect(await enter(subject, country, {}), subject).toEqual({ ok: false, code: 'not_found' });
  expect(shown.map(({ year, tables }) => [year.year, tables.map(({ spec }) => spec.id)])).toEqual([[2025, ['KJONN']]]);
});

test('what is kept for the sums is what the file shows, and no region reads another’s, nor asks for the regions one by one', async () => {
  await counted(40);
  await counted(3, { gender: 'MANN' });
  const returnId = await locked();
  await sentOn(returnId);
  const file: unknown = JSON.parse((await ok('kari', returnFile, { returnId, file: 'json' })).bytes.toString('utf8'));
  const { rows } = await superuser.query<ReleasedCell>('select table_id, c.row_code, c.column_code, c.shown from stats.released_table t cross join unnest(t.row_codes, t.column_codes, t.shown) c (row_code, column_code, shown)');
  const sorted = (cells: readonly ReleasedCell[]): string[] => cells.map((one) => `${one.table_id} ${one.row_code} ${one.column_code} ${one.shown}`).toSorted();
  expect(rows.length).toBeGreaterThan(10);
  expect(sorted(rows)).toEqual(sorted(releasedCells(JSON.stringify(file))));
  const count = (region: RegionId) => world.house.door.unaudited(region, 'test', async ({ tx }) => {
    await listCountrySums(tx, 'R3', { from: 2020, through: 2030 }, []); // whose region it is stays as it was
    return (await tx.selectFrom('stats.released_table').select('shown').execute()).reduce((n, { shown }) => n + shown.length, 0);
  });
  expect([await count(NORDFJELLA), await count(SORVIKA)]).toEqual([rows.length, 0]);
  await expect(world.house.door.unaudited(NORDFJELLA, 'test', ({ tx }) => sql`select * from stats.country_sum`.execute(tx)), 'of one region alone the sums are its own').rejects.toMatchObject({ code: '42501' });
});

test('a municipality whose only leader was shut out waits, and the coordinator’s day says so: nobody of another controller answers for it', async () => {
  await ok('kari', proposeDecision, { decisionId: randomUUID(), kind: 'RETUR', receiver: 'BUFDIR', purpose: 'Retur', approval: '', endsOn: '' });
  const kari = await world.person('kari');
  const unanswered = async () => (await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => returnsWaiting({ ...ctx, actor: kari }))).unanswered.flatMap(({ names }) => names);
  expect(await unanswered()).not.toContain('Fjordby');
  const region = { ...await world.person('leif'), municipalityId: undefined };
  await ok('kari', disable, { userId: region.userId });
  const list = await world.house.door.enter(returnList, region, {});
  expect(list.ok && list.value.decisions[0]).toMatchObject({ state: 'WAITING', nobody: expect.arrayContaining(['Fjordby']), mayConfirm: expect.not.arrayContaining(['Fjordby']) });
  expect(await unanswered()).toContain('Fjordby');
});
