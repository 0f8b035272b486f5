import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayWith } from '../../src/cases/queries/day.ts';
import { ledgerLight } from '../../src/jobs/health.ts';
import { asId, systemChance, type FileId } from '../../src/kernel/ids.ts';
import { currentIntakeKey } from '../../src/kernel/intake-keys.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addMs, DAY_MS, HOUR, MINUTE, type Instant } from '../../src/kernel/time.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { raiseUrgent } from '../../src/reports/commands/handle.ts';
import { confirmSending, sendOn } from '../../src/reports/commands/send-on.ts';
import { carryTransfers, landTransfer, packTransfer } from '../../src/reports/commands/transfer.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { sendForm, sendingsLate } from '../../src/reports/queries/settle.ts';
import { inbox, type OpenReport } from '../../src/reports/queries.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { inboxOf, readReport, value } from '../support/door.ts';
import { DAUGHTER, openAll, posted, sender, type Sender } from '../support/submissions.ts';
import { HOST, MONDAY, newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;
let form: Sender;

beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
  form = await sender(world);
});
afterAll(async () => {
  await form.close();
  await world.close();
});

const door = () => world.house.door;

/** A report that came in now, opened by the worker. */
async function report(answers: Readonly<Record<string, string>> = {}): Promise<FileId> {
  const { draft } = await form.send({ ...DAUGHTER, ...answers });
  await openAll(world);
  return draft;
}

const read = (who: string, reportId: string): Promise<OpenReport> => readReport(world, who, reportId);

const inInbox = (who: string) => inboxOf(world, who);

const TYPED = { to: 'UTENFOR', place: 'Nordbø kommune', spokeWith: 'Vakttelefonen', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };

async function send(reportId: FileId, typed: Readonly<Record<string, string>> = {}, transferId: string = randomUUID()) {
  return door().enter(sendOn, await world.person('kari'), { reportId, transferId, parts: 9, ...TYPED, ...typed });
}

async function carry(): Promise<void> {
  await carryTransfers((await world.worker()).door, NORDFJELLA);
}

async function unconfirmed(reportId: FileId) {
  return (await inInbox('kari')).unconfirmed.filter(({ fileId }) => fileId === reportId);
}

async function check(): Promise<string> {
  return JSON.stringify(await checkRegions(world.house, [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }]));
}

describe('a report that belongs elsewhere (fvl § 11)', () => {
  test('goes to a municipality outside with receiver, basis and grounds, and stays on the list until it is confirmed', async () => {
    const reportId = await report({ kommune: '0301' });
    await read('kari', reportId);
    expect(await send(reportId, { to: '', basis: '', grounds: '', scope: '' })).toEqual({ ok: false, code: 'bad_input', fields: { to: 'receiver_missing', basis: 'basis_missing', grounds: 'grounds_missing', scope: 'scope_missing' } });
    expect(await send(reportId, { place: '', spokeWith: '', scope: 'UTDRAG' })).toMatchObject({ fields: { place: 'place_missing', spokeWith: 'spoke_with_missing', text: 'text_missing' } });
    const transferId = randomUUID();
    for (const _twice of [1, 2]) expect(await send(reportId, {}, transferId)).toMatchObject({ ok: true });
    expect((await read('kari', reportId)).report).toMatchObject({ progress: 'DECIDED', outcome: 'UTENFOR_KOMMUNER', sendings: [{ transferId, basis: 'FVL_13B_5', to: { name: 'Nordbø kommune', spokeWith: 'Vakttelefonen' } }] });
    expect((await inInbox('kari')).unconfirmed).toMatchObject([{ fileId: reportId, inside: false }]);
    expect((await inInbox('jorunn')).unconfirmed).toEqual([]);
    const late = async (who: string) => value(await door().enter(dayWith(sendingsLate), await world.person(who), {})).besides.lines.map(({ fileId }) => fileId);
    const told = async () => (await (await world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }, 'any_time'))).unreached.includes(reportId);
    expect([await late('kari'), await told()], 'within its time').toEqual([[], false]);
    world.clock.now = addMs(MONDAY, 4 * DAY_MS);
    expect([await late('kari'), await late('jorunn'), await late('leif')], 'on the day of whoever sent it, until somebody there has said that they have it').toEqual([[reportId], [], []]);
    expect(await told(), 'and somebody is to be told: here nobody has an address').toBe(true);
    world.clock.now = MONDAY;
    const asked = { reportId, transferId, by: 'Siri Moe, barnevakten', how: 'TELEFON', when: 'i dag kl. 10' };
    expect(await door().enter(confirmSending, await world.person('kari'), { ...asked, by: '', how: '', when: '' })).toMatchObject({ fields: { by: 'by_missing', how: 'how_missing', when: 'when_missing' } });
    for (const _twice of [1, 2]) expect(await door().enter(confirmSending, await world.person('kari'), asked)).toMatchObject({ ok: true });
    expect((await inInbox('kari')).unconfirmed).toEqual([]);
    expect((await read('kari', reportId)).report.sendings[0]?.confirmed).toMatchObject({ by: 'Siri Moe, barnevakten', how: 'TELEFON' });
  });

  test('is counted once as one that was not ours', async () => {
    const own = async () => value(await door().enter(internalStatistics, await world.person('kari'), {}));
    const before = await own();
    const reportId = await report({ kommune: '0301' });
    await read('kari', reportId);
    for (const _again of [1, 2]) expect(await send(reportId)).toMatchObject({ ok: true });
    const after = await own();
    expect([after.received - before.received, after.own - before.own]).toEqual([1, 0]);
    expect(await door().enter(figures, await world.person('kari'), {})).toMatchObject({ ok: true });
  });

  test('is rung about first where there is danger', async () => {
    const reportId = await report({ fare: 'ja' });
    await read('kari', reportId);
    expect(await send(reportId)).toEqual({ ok: false, code: 'bad_input', fields: { phonedWho: 'phoned_who', phonedWhen: 'phoned_when' } });
    expect(await send(reportId, { phonedWho: 'Vakttelefonen', phonedWhen: 'kl. 09:10' })).toMatchObject({ ok: true });
  });

  test('crosses to another region once, with its true time and way, and is confirmed when it is opened there', async () => {
    const came: Instant = world.clock.now;
    const reportId = await report({ kommune: '9911', dittnavn: 'Mona Kvamme' });
    world.clock.now = addMs(came, 3 * HOUR);
    await read('kari', reportId);
    const begun = value(await door().enter(sendForm, await world.person('kari'), { reportId }));
    expect(begun).toMatchObject({ outside: true, likely: SORVIKA, regions: [{ regionId: SORVIKA, name: 'Voksenvern Sørvika', municipalities: ['9911', '9912'] }] });
    expect(await send(reportId, { to: SORVIKA })).toMatchObject({ ok: true });
    // a round that was killed after it had landed, and before anybody wrote that down
    const { door: worker } = await world.worker();
    const row = (await superuser.query<{ transfer_id: string; to_report: string }>('select transfer_id, to_report from app.report_transfer where file_id = $1', [reportId])).rows[0];
    const task = { kind: 'system' as const, regionId: NORDFJELLA, task: 'carry_report' };
    const packed = value(await worker.enter(packTransfer, task, { transferId: row?.transfer_id }));
    expect(await worker.enter(landTransfer, { ...task, regionId: SORVIKA }, { transferId: row?.transfer_id, reportId: row?.to_report, content: packed.content })).toEqual({ ok: true, value: { landed: 'now' } });
    expect(await check()).toContain('er ikke');
    await Promise.all([carry().catch(() => undefined), carry()]);
    await carry();
    expect((await superuser.query('select channel, kind from app.report_ledger where region_id = $1', [SORVIKA])).rows).toEqual([{ channel: 'ANNEN_KOMMUNE', kind: 'report' }]);
    await openAll(world, SORVIKA);
    await carry();
    expect(await unconfirmed(reportId)).toMatchObject([{ inside: true, carried: true }]);
    const anders = await world.person('anders');
    const there = value(await door().enter(inbox, anders, {})).waiting;
    expect(there).toMatchObject([{ file_id: row?.to_report, received_at: came, channel: 'ANNEN_KOMMUNE' }]);
    const arrived = await read('anders', asId<'file'>(row?.to_report ?? ''));
    expect(arrived.report.contents[0]?.report).toMatchObject({ whatHappened: DAUGHTER['sett'], reporter: { name: 'Mona Kvamme' }, sentFrom: { name: 'Voksenvern Nordfjella', channel: 'NETTSKJEMA', receivedAt: came } });
    await carry();
    expect(await unconfirmed(reportId)).toEqual([]);
    expect((await read('kari', reportId)).report.sendings[0]).toMatchObject({ confirmed: { how: 'APNET', by: 'Voksenvern Sørvika' } });
  });

  test('and what comes to it later is added to what came there first', async () => {
    const { draft: reportId, code } = await form.send({ ...DAUGHTER, kommune: '9911' });
    await openAll(world);
    await read('kari', reportId);
    await send(reportId, { to: SORVIKA });
    await carry();
    await form.send({ ...DAUGHTER, kommune: '9911', sett: 'Det er blitt verre.' }, reportId, code);
    await openAll(world);
    await read('kari', reportId);
    expect((await inInbox('kari')).waiting.find((row) => row.file_id === reportId)).toMatchObject({ state: 'SENT_ON' });
    expect(await send(reportId, { to: SORVIKA, scope: 'UTDRAG', text: 'Det er blitt verre.' })).toMatchObject({ ok: true });
    await carry();
    await openAll(world, SORVIKA);
    const parts = (await superuser.query<{ n: number; reports: number }>("select count(*)::int as n, count(distinct report_id)::int as reports from app.report_ledger where region_id = $1 and report_id in (select to_report from app.report_transfer where file_id = $2)", [SORVIKA, reportId])).rows[0];
    expect(parts).toEqual({ n: 2, reports: 1 });
    expect((await inInbox('kari')).waiting.some((row) => row.file_id === reportId)).toBe(false);
  });

  test('turns the ledger’s light red while it is not there, yellow when nobody confirms, and the check names it', async () => {
    const light = () => ledgerLight(world.house, () => world.clock.now);
    const reportId = await report({ kommune: '9911' });
    await read('kari', reportId);
    await openAll(world, SORVIKA);
    await carry();
    await send(reportId, { to: SORVIKA });
    expect(await light()).not.toBe('red');
    world.clock.now = addMs(world.clock.now, 5 * MINUTE);
    expect(await light()).toBe('red');
    expect(await check()).toContain(`Melding ${reportId}`);
    await carry();
    await openAll(world, SORVIKA);
    world.clock.now = addMs(world.clock.now, 5 * DAY_MS);
    expect(await light()).toBe('yellow');
    await superuser.query('delete from app.report_ledger where region_id = $1 and report_id in (select to_report from app.report_transfer where file_id = $2)', [SORVIKA, reportId]);
    expect(await check()).toContain('er ikke i mottakerens protokoll');
    world.clock.now = MONDAY;
  });

  test('that cannot be carried holds up no other, and the round says that it failed', async () => {
    const [stuck, goes] = [await report({ kommune: '9911' }), await report({ kommune: '9911' })];
    for (const reportId of [stuck, goes]) {
      await read('kari', reportId);
      expect(await send(reportId, { to: SORVIKA })).toMatchObject({ ok: true });
    }
    await superuser.query("update app.report_transfer set to_region = gen_random_uuid(), sent_at = sent_at - interval '1 hour' where file_id = $1", [stuck]);
    await expect(carry()).rejects.toThrow();
    const carried = await superuser.query<{ file_id: string; done: boolean }>('select file_id, carried_at is not null as done from app.report_transfer where file_id = any ($1)', [[stuck, goes]]);
    expect(Object.fromEntries(carried.rows.map(({ file_id: file, done }) => [file, done]))).toEqual({ [stuck]: false, [goes]: true });
    await superuser.query('delete from app.report_transfer where file_id = $1', [stuck]);
  });

  test('cannot be forged: nobody outside says that another region sent something, or when it came', async () => {
    const read_ = readForm(posted(DAUGHTER));
    if (read_.answers === undefined) throw new Error('the form has problems');
    const draftId = asId<'file'>(randomUUID());
    const planned = value(plan(read_.answers, { region: NORDFJELLA, draftId, receivedAt: world.clock.now, lang: 'nb', channel: 'NETTSKJEMA' }));
    const key = await door().unaudited(NORDFJELLA, 'test', currentIntakeKey);
    if (key === undefined) throw new Error('no key');
    const sentFrom = { region: SORVIKA, name: 'Voksenvern Sørvika', channel: 'TELEFON', receivedAt: '2020-01-01T00:00:00.000Z' };
    await form.intake.submit({ ...planned, content: { ...planned.content, sentFrom } }, newReceiptCode(systemChance), key, world.clock.now);
    expect(await openAll(world)).toEqual({ opened: 0, unreadable: 1 });
    await superuser.query('delete from app.report_envelope where report_id = $1', [draftId]);
    await superuser.query('delete from app.report_ledger where report_id = $1', [draftId]);
  });

  test('a raised Akutt goes along', async () => {
    const reportId = await report({ kommune: '9911' });
    value(await door().enter(raiseUrgent, await world.person('kari'), { reportId, danger: 'Kniv.', called: 'nei', calledBy: '', calledWhen: '' }));
    await read('kari', reportId);
    expect(await send(reportId, { to: SORVIKA, phonedWho: 'Anders', phonedWhen: 'nå', scope: 'UTDRAG', text: 'Han har kniv.' })).toMatchObject({ ok: true });
    await carry();
    await openAll(world, SORVIKA);
    const there = value(await door().enter(inbox, await world.person('anders'), {})).waiting;
    expect(there.some(({ urgent }) => urgent)).toBe(true);
  });
});
