import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../src/cases/queries/open.ts';
import { openCaseFromReports } from '../../src/cases/public.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { passOn, splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { openReport, type OpenReport } from '../../src/reports/queries.ts';
import { inboxOf, readReport, value } from '../support/door.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, type World } from '../support/world.ts';

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

const TWO = { flere: 'ja', flereantall: '2', flereom: 'Søsteren Ragna Kvamme bor der også og er redd.' };

async function toSplit(reportId: FileId) {
  const begun = value(await door().enter(splitForm, await world.person('kari'), { reportId }));
  return { reportId, formId: begun.formId, parts: begun.parts, people: [{ ...begun.first, story: 'Terje tar pensjonen til Borghild.' }, { ...begun.other, name: 'Ragna Kvamme', story: 'Hun er redd og bor der også.' }] };
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
    const told = { reportId: original, parts: page.report.parts.length, into: [second], told: 'Nå har han slått henne.', worse: true, files: [] };
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
