import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openBody, sealBody, type MadeBody } from '../../src/returns/commands/sealed.ts';
import { lockReturn, prepareReturn, recordSending, withdrawReturn } from '../../src/returns/commands/returns.ts';
import { openReturn, returnFile } from '../../src/returns/queries/returns.ts';
import { findReturn } from '../../src/returns/store.ts';
import { NORDFJELLA } from '../support/world.ts';
import { asked, CLOSED, counted, enter, leaves, locked, ok, research, superuser, withReturns, world } from './returns-support.ts';

withReturns();

test('a case that becomes strictly confidential, or keeps out, after the numbers were made takes what has not left with it; what everybody reads stands, and rows are read by nobody', async () => {
  await research();
  await counted(40, CLOSED);
  const [tables, rows] = [await locked(), await locked({ form: 'RADER' })];
  await leaves();
  expect(await enter('region', returnFile, { returnId: rows, file: 'csv' })).toMatchObject({ ok: false, code: 'case_left_figures' });
  expect(await ok('region', openReturn, { returnId: rows })).toMatchObject({ caseLeft: true, content: undefined, csv: '' });
  expect((await ok('stine', openReturn, { returnId: tables })).csv, 'a change would tell the case by difference').toContain('UTFALL;I_ALT;;40');
  expect(await enter('kari', withdrawReturn, { returnId: tables, nobodyHas: 'ja' })).toMatchObject({ ok: false, code: 'already_locked' });
  await counted(30, { ...CLOSED, closingReasons: ['RISIKO_REDUSERT'] });
  const { returnId } = await ok('kari', prepareReturn, asked());
  await leaves();
  expect(await enter('leif', lockReturn, { returnId })).toMatchObject({ ok: false, code: 'case_left_figures' });
  await ok('kari', withdrawReturn, { returnId });
  await locked();
});

test('rows that lie locked in the house let a person out who keeps out since: they are taken back and made anew without the case; once they are sent, eleven cases must change first', async () => {
  await research();
  await counted(40, CLOSED);
  const first = await locked({ form: 'RADER' });
  const takeBack = (returnId: string, nobodyHas?: string) => enter('region', withdrawReturn, { returnId, nobodyHas });
  expect(await takeBack(first, 'ja'), 'nobody has left').toMatchObject({ ok: false, code: 'already_locked' });
  await leaves();
  expect(await takeBack(first), 'somebody says that nobody has the files').toMatchObject({ ok: false, code: 'bad_input', fields: { nobodyHas: 'say_not_sent' } });
  expect(await takeBack(first, 'ja')).toMatchObject({ ok: true });
  expect(await enter('region', recordSending, { returnId: first, sendingId: randomUUID(), receiver: 'FORSKNING', sentOn: '2026-03-02' })).toMatchObject({ ok: false });
  const second = await locked({ form: 'RADER' });
  expect(await ok('region', openReturn, { returnId: second })).toMatchObject({ line: { version: 1 }, caseLeft: false });
  expect((await ok('region', returnFile, { returnId: second, file: 'csv' })).bytes.toString('utf8').split('\r\n').filter((line) => line.startsWith('2025;'))).toHaveLength(39);
  await ok('kari', recordSending, { returnId: second, sendingId: randomUUID(), receiver: 'FORSKNING', sentOn: '2026-03-02' });
  await leaves();
  expect(await takeBack(second, 'ja')).toMatchObject({ ok: false, code: 'already_sent' });
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ ok: false, code: 'too_few_changed' });
  await counted(11, { ...CLOSED, gender: 'MANN' });
  expect((await ok('kari', prepareReturn, asked({ form: 'RADER' }))).returnId, 'eleven came').toBeDefined();
});

test('rows that were locked before a return knew its cases are read by nobody: whoever has become strictly confidential since may stand in them', async () => {
  await research();
  await counted(40, CLOSED);
  const [tables, rows] = [await locked(), await locked({ form: 'RADER' })];
  for (const returnId of [tables, rows]) await withoutCases(returnId);
  expect(await enter('region', returnFile, { returnId: rows, file: 'csv' })).toMatchObject({ ok: false, code: 'case_left_figures' });
  expect(await ok('region', openReturn, { returnId: rows })).toMatchObject({ caseLeft: true, content: undefined, csv: '' });
  expect((await ok('stine', openReturn, { returnId: tables })).csv, 'everybody may read it, and it stands').toContain('UTFALL;I_ALT;;40');
  await superuser.query('update app.return_version set confirmed_by = null, confirmed_at = null where return_id = $1', [rows]);
  expect(await enter('region', lockReturn, { returnId: rows }), 'nor locked').toMatchObject({ ok: false, code: 'case_left_figures' });
});

/** As returns were sealed before decision 0068. */
async function withoutCases(returnId: string): Promise<void> {
  const sealed = await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    const row = await findReturn(ctx.tx, ctx.regionId, returnId);
    if (row === undefined) throw new RangeError(returnId);
    const { of: _of, ...before } = openBody(ctx, row);
    return sealBody(ctx, returnId, before as unknown as MadeBody); // as it was then, without `of`
  });
  await superuser.query('update app.return_version set sealed = $2 where return_id = $1', [returnId, sealed]);
}
