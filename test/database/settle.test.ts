import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../src/cases/queries/open.ts';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { ledgerLight } from '../../src/jobs/health.ts';
import { asId, systemChance, type FileId } from '../../src/kernel/ids.ts';
import { currentIntakeKey } from '../../src/kernel/intake-keys.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addMs, DAY_MS, HOUR, MINUTE, type Instant } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { raiseUrgent } from '../../src/reports/commands/handle.ts';
import { confirmSending, sendOn } from '../../src/reports/commands/send-on.ts';
import { passOn, splitReport } from '../../src/reports/commands/split.ts';
import { carryTransfers, landTransfer, packTransfer } from '../../src/reports/commands/transfer.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { sendForm, splitForm } from '../../src/reports/queries/settle.ts';
import { inbox, openReport, type OpenReport } from '../../src/reports/queries.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { DAUGHTER, openAll, posted, sender, type Sender } from '../support/submissions.ts';
import { HOST, MONDAY, newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;
let form: Sender;

beforeAll(async () => {
  world = await newWorld();
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
  form = await sender(world);
});
afterAll(async () => {
  await form.close();
  await superuser.end();
  await world.close();
});

const door = () => world.house.door;

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.fields)}`);
  return outcome.value;
}

/** A report that came in now, opened by the worker. */
async function report(answers: Readonly<Record<string, string>> = {}): Promise<FileId> {
  const { draft } = await form.send({ ...DAUGHTER, ...answers });
  await openAll(world);
  return draft;
}

async function read(who: string, reportId: string): Promise<OpenReport> {
  const person = await world.person(who);
  await door().enter(declareConnection, person, { reportId, connection: 'INGEN' });
  const opened = value(await door().enter(openReport, person, { reportId }));
  if (opened.mustAnswer) throw new Error('the question stands before it');
  return opened;
}

async function inInbox(who: string) {
  return value(await door().enter(inbox, await world.person(who), {}));
}

const TWO = { flere: 'ja', flereantall: '2', flereom: 'Søsteren Ragna Kvamme bor der også og er redd.' };

async function toSplit(reportId: FileId) {
  const begun = value(await door().enter(splitForm, await world.person('kari'), { reportId }));
  return { reportId, formId: begun.formId, people: [{ ...begun.first, story: 'Terje tar pensjonen til Borghild.' }, { ...begun.other, name: 'Ragna Kvamme', story: 'Hun er redd og bor der også.' }] };
}

async function split(reportId: FileId, change: Readonly<Record<string, unknown>> = {}): Promise<readonly FileId[]> {
  const asked = await toSplit(reportId);
  value(await door().enter(splitReport, await world.person('kari'), { ...asked, ...change }));
  return (await read('kari', reportId)).parts.map(({ fileId }) => fileId);
}

describe('«Gjelder det flere?»:', () => {
  test('each person gets a report of their own, and neither it nor its case knows that there is another', async () => {
    const came = world.clock.now;
    const original = await report({ ...TWO, sett: 'Terje tar pensjonen til Borghild. Ragna er redd.' });
    const before = (await read('kari', original)).report.reference;
    world.clock.now = addMs(came, HOUR);
    const parts = await split(original);
    expect(parts).toHaveLength(2);
    const shown = [];
    for (const part of parts) shown.push(await read('kari', part));
    const [borghild, ragna] = shown;
    expect(borghild?.report).toMatchObject({ receivedAt: came, channel: 'NETTSKJEMA', progress: 'SEEN', typedIn: { by: (await world.person('kari')).userId } });
    expect(borghild?.report.contents[0]?.report).toMatchObject({ person: { name: 'Borghild Kvamme' }, whatHappened: 'Terje tar pensjonen til Borghild.', reporter: { code: 'FAMILIE' } });
    expect(ragna?.report.contents[0]?.report.person.name).toBe('Ragna Kvamme');
    const opened = value(await door().enter(openCaseFromReports, await world.person('kari'), { reportIds: [parts[0]], connection: 'INGEN' }));
    const theCase = value(await door().enter(openCase, await world.person('kari'), { caseId: opened.fileId }));
    for (const [thing, other] of [[borghild, [parts[1], ragna?.report.reference, 'Ragna']], [ragna, [parts[0], borghild?.report.reference, 'Borghild']], [theCase, [parts[1], ragna?.report.reference, 'Ragna']]] as const) {
      const all = JSON.stringify(thing);
      for (const word of [...other, original, before, 'flere', 'others', 'Søsteren']) expect(all).not.toContain(word);
    }
  });

  test('the original stays whole in reception, and is one report received; each part has its own row of the ledger', async () => {
    const received = async () => (await superuser.query<{ n: number }>("select count(*)::int as n from app.report_ledger where part = 0 and kind = 'report'")).rows[0]?.n;
    const original = await report(TWO);
    await read('kari', original);
    const before = await received();
    const parts = await split(original);
    expect(await received()).toBe(before);
    expect((await superuser.query('select channel, kind, readable_at is not null as readable from app.report_ledger where report_id = any ($1)', [parts])).rows).toEqual(parts.map(() => ({ channel: 'NETTSKJEMA', kind: 'split', readable: true })));
    expect((await read('kari', original)).report.contents[0]?.report.others?.about).toBe(TWO.flereom);
    expect((await inInbox('kari')).decided.find((row) => row.file_id === original)?.state).toBe('SPLIT');
    expect(await door().enter(openReport, await world.person('jorunn'), { reportId: original })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await door().enter(openCaseFromReports, await world.person('kari'), { reportIds: [original], connection: 'INGEN' })).toMatchObject({ ok: false, code: 'report_decided' });
  });

  test('the same form twice divides it once, and another form is told that it has ended', async () => {
    const original = await report(TWO);
    await read('kari', original);
    const asked = await toSplit(original);
    const kari = await world.person('kari');
    const both = await Promise.all([door().enter(splitReport, kari, asked), door().enter(splitReport, kari, asked)]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await door().enter(splitReport, kari, asked)).toMatchObject({ ok: true });
    expect((await read('kari', original)).parts).toHaveLength(2);
    expect(await door().enter(splitReport, kari, { ...asked, formId: randomUUID() })).toMatchObject({ ok: false, code: 'already_decided' });
  });

  test('whoever is named in one of them only is left out of that one, and whoever is connected to somebody in it, of all', async () => {
    const sees = async (who: string, parts: readonly FileId[]) => (await inInbox(who)).waiting.map((row) => row.file_id).filter((id) => parts.includes(id));
    const original = await report({ ...TWO, sett: 'Jorunn Vatne var der. Ragna er redd.' });
    await read('kari', original);
    const asked = await toSplit(original);
    const named = await split(original, { ...asked, people: [{ ...asked.people[0], story: 'Jorunn Vatne var der.' }, asked.people[1]] });
    expect(await sees('jorunn', named)).toEqual([named[1]]);
    const other = await report(TWO);
    value(await door().enter(declareConnection, await world.person('jorunn'), { reportId: other, connection: 'TILKNYTTET' }));
    await read('kari', other);
    const connected = await split(other);
    expect(await sees('jorunn', connected)).toEqual([]);
    expect(await sees('kari', connected)).toHaveLength(2);
  });

  test('what is missing is told at its place, and reception alone cannot divide', async () => {
    const original = await report(TWO);
    await read('kari', original);
    const asked = await toSplit(original);
    expect(await door().enter(splitReport, await world.person('kari'), { ...asked, people: [asked.people[0], { ...asked.people[1], name: '', story: '' }] }))
      .toEqual({ ok: false, code: 'bad_input', fields: { 'people.1.name': 'name_missing', 'people.1.story': 'story_missing' } });
    expect(await door().enter(splitReport, await world.person('kari'), { ...asked, people: [asked.people[0]] })).toMatchObject({ ok: false, code: 'too_few' });
    await read('jorunn', original);
    expect(await door().enter(splitReport, await world.person('jorunn'), asked)).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('what the reporter writes later waits in reception until it is told on, and danger in it is Akutt where it is told', async () => {
    const { draft: original, code } = await form.send({ ...DAUGHTER, ...TWO });
    await openAll(world);
    await read('kari', original);
    const [first, second] = await split(original);
    const opened = value(await door().enter(openCaseFromReports, await world.person('kari'), { reportIds: [second], connection: 'INGEN' }));
    await form.send({ ...DAUGHTER, ...TWO, fare: 'ja', sett: 'Nå har han slått Ragna.' }, original, code);
    await openAll(world);
    const waiting = () => inInbox('kari').then(({ waiting: rows }) => rows.find((row) => row.file_id === original));
    expect(await waiting()).toMatchObject({ state: 'SPLIT', urgent: true });
    const page = await read('kari', original);
    expect(await waiting()).toBeDefined();
    const told = { reportId: original, parts: page.report.parts.length, into: [second], told: 'Nå har han slått henne.', worse: true };
    expect(await door().enter(passOn, await world.person('jorunn'), told)).toMatchObject({ ok: false, code: 'not_found' });
    for (const _twice of [1, 2]) expect(await door().enter(passOn, await world.person('kari'), told)).toMatchObject({ ok: true });
    expect(await waiting()).toBeUndefined();
    const theirs = (await read('kari', second ?? original)).report;
    expect(theirs).toMatchObject({ urgent: true, dialogue: { theirs: [{ feels: 'VERRE', text: 'Nå har han slått henne.' }] } });
    expect((await read('kari', first ?? original)).report.urgent).toBe(false);
    const theCase = value(await door().enter(openCase, await world.person('kari'), { caseId: opened.fileId }));
    expect(JSON.stringify(theCase)).toContain('Nå har han slått henne.');
  });

  test('nothing is left half done when it fails in the middle', async () => {
    const original = await report(TWO);
    await read('kari', original);
    const asked = await toSplit(original);
    await superuser.query("create function app.stop() returns trigger language plpgsql as $$ begin if (select count(*) from app.report_ledger where kind = 'split' and report_id <> new.report_id and received_at = new.received_at) > 0 then raise exception 'stop'; end if; return new; end $$");
    world.clock.now = addMs(world.clock.now, MINUTE);
    await superuser.query("create trigger stop before insert on app.report_ledger for each row when (new.kind = 'split') execute function app.stop()");
    const files = async () => (await superuser.query<{ n: number }>("select count(*)::int as n from kernel.file where kind = 'report'")).rows[0]?.n;
    const before = await files();
    await expect(door().enter(splitReport, await world.person('kari'), asked)).rejects.toThrow();
    await superuser.query('drop trigger stop on app.report_ledger');
    await superuser.query('drop function app.stop');
    expect(await files()).toBe(before);
    expect(await door().enter(splitReport, await world.person('kari'), asked)).toMatchObject({ ok: true });
  });
});

const TYPED = { to: 'UTENFOR', place: 'Nordbø kommune', spokeWith: 'Vakttelefonen', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '' };

async function send(reportId: FileId, typed: Readonly<Record<string, string>> = {}, transferId: string = randomUUID()) {
  return door().enter(sendOn, await world.person('kari'), { reportId, transferId, ...TYPED, ...typed });
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

describe('a report that belongs elsewhere', () => {
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
