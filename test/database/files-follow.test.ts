import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryFile } from '../../src/jobs/carry-file.ts';
import { reconciliation } from '../../src/jobs/reconcile.ts';
import { sweepFiles } from '../../src/jobs/sweep.ts';
import type { Door } from '../../src/kernel/door.ts';
import { systemChance, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { openStream, sealStream } from '../../src/kernel/sealing/stream.ts';
import type { Storage } from '../../src/kernel/storage.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { CHECK_TASK, carryTransfers, fileChecked, fileToCheck } from '../../src/reports/public.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { passOn, splitReport } from '../../src/reports/commands/split.ts';
import { DialogueSummary } from '../../src/reports/pages/dialogue-part.tsx';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { type OpenReport } from '../../src/reports/queries.ts';
import { MOST_PEOPLE } from '../../src/reports/split.ts';
import { readReport, value } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

let world: World;
let site: Site;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
  site = openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const CLEAR = 'Bildet av kjøkkenet til Borghild.';
const SECOND = 'Bildet av Ragna.';
const door = () => world.house.door;

const read = (who: string, reportId: FileId): Promise<OpenReport> => readReport(world, who, reportId);

/** A report with two files, both looked at: of the first there is a cleaned copy. */
async function withFiles(answers: Readonly<Record<string, string>> = {}): Promise<FileId> {
  const { draft, receipt } = await site.report({ ...DAUGHTER, ...answers });
  await site.upload(receipt.token, Buffer.from(CLEAR), 'Borghild og Ragna.txt');
  await site.upload(receipt.token, Buffer.from(SECOND), 'to.txt');
  await openAll(world);
  for (const [at, { object }] of (await filesOf('kari', draft)).attachments.entries()) await look(object, at === 0);
  return draft;
}

async function look(object: string, cleans: boolean): Promise<void> {
  const actor = { kind: 'system' as const, regionId: NORDFJELLA, task: CHECK_TASK };
  const worker = (await world.worker()).door;
  const file = value(await worker.enter(fileToCheck, actor, { object }));
  if (file === undefined) throw new Error('looked at already');
  const clear = (async function* () { yield Buffer.from('renset'); })();
  if (cleans) await site.storage.write({ region: NORDFJELLA, object: file.copy }, sealStream(file.key, { ...file.facts, object: file.copy }, clear, systemChance));
  value(await worker.enter(fileChecked, actor, { object, result: cleans ? 'CLEANED' : 'NOTHING', ...(cleans ? { cleaned: file.copy } : {}) }));
}

async function onTheirWay(): Promise<{ slot: string; region_id: RegionId }[]> {
  return (await superuser.query<{ slot: string; region_id: RegionId }>('select slot, region_id from app.report_file_along where carried_at is null order by asked_at, slot')).rows;
}

async function carryAll(): Promise<void> {
  const worker = (await world.worker()).door;
  for (const { slot, region_id: region } of await onTheirWay()) await carryFile({ door: worker, storage: site.storage }, region, slot);
}

async function downloaded(who: string, reportId: FileId, no: string, original = false): Promise<string> {
  const { facts, key } = value(await door().enter(openFileOf, await world.person(who), { reportId, no, original }));
  const pieces: Buffer[] = [];
  for await (const piece of openStream(key, facts, site.storage.read(facts))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Divided between as many as files are chosen for; answers what it became. */
async function divided(reportId: FileId, files: readonly (readonly string[])[]): Promise<FileId[]> {
  await read('kari', reportId);
  const begun = value(await door().enter(splitForm, await world.person('kari'), { reportId }));
  expect([begun.first.files, begun.other.files]).toEqual([[], []]);
  const people = files.map((chosen, at) => ({ ...(at === 0 ? begun.first : begun.other), name: at === 0 ? 'Borghild' : 'Ragna', story: 'Hun er redd.', files: chosen }));
  value(await door().enter(splitReport, await world.person('kari'), { reportId, formId: begun.formId, parts: begun.parts, people }));
  return (await read('kari', reportId)).parts.map(({ fileId }) => fileId);
}

/** The same file for each of them. */
async function splitBetween(people: number): Promise<FileId[]> {
  return divided(await withFiles(), Array.from({ length: people }, () => ['1']));
}

/** Between two: the first file follows the first of them, unless chosen otherwise. */
async function split(reportId: FileId, files: readonly (readonly string[])[] = [['1'], []]): Promise<[FileId, FileId]> {
  const [first, second] = await divided(reportId, files);
  if (first === undefined || second === undefined) throw new Error('not divided');
  return [first, second];
}

function objects(region: RegionId): string[] {
  const folder = join(site.filesDir, region);
  return existsSync(folder) ? readdirSync(folder) : [];
}

const filesOf = async (who: string, reportId: FileId) => (await read(who, reportId)).report.dialogue;

describe('a report that is divided:', () => {
  test('the file that was chosen for one of them follows her alone, closed until it is there, sealed anew, and without the name it came with', async () => {
    const original = await withFiles();
    const before = objects(NORDFJELLA);
    const [borghild, ragna] = await split(original);
    const waiting = await filesOf('kari', borghild);
    expect([waiting.attachments, waiting.awaited.length]).toEqual([[], 1]);
    expect(renderToStaticMarkup(createElement(DialogueSummary, { dialogue: waiting, window: 'none', readBefore: 9, href: '/x', lang: 'nb' }))).toContain('Vedlegg på vei');
    await carryAll();
    expect(await filesOf('kari', borghild)).toMatchObject({ awaited: [], attachments: [{ name: '', check: 'CLEANED' }] });
    expect([await downloaded('kari', borghild, '1'), await downloaded('kari', borghild, '1', true)]).toEqual(['renset', CLEAR]);
    const fresh = objects(NORDFJELLA).filter((name) => !before.includes(name));
    expect(fresh).toHaveLength(2);
    for (const name of fresh) expect(readFileSync(join(site.filesDir, NORDFJELLA, name)).includes('Bildet')).toBe(false);
    expect(await filesOf('kari', ragna)).toMatchObject({ awaited: [], attachments: [] });
    expect(JSON.stringify(await read('kari', borghild))).not.toContain(original);
    expect((await read('kari', original)).report.dialogue.attachments).toHaveLength(2);
    const tied = await superuser.query('select * from app.report_file_along a join app.report_file f on f.region_id = a.region_id and (f.object_id = a.slot or f.report_id = $1) where a.file_id <> $2', [borghild, original]);
    expect(tied.rows).toEqual([]);
  });

  test('a file that nobody has looked at yet stays closed in the copy, too, until it has been looked at there', async () => {
    const { draft, receipt } = await site.report(DAUGHTER);
    await site.upload(receipt.token, Buffer.from(CLEAR), 'en.txt');
    await openAll(world);
    const [first] = await split(draft);
    await carryAll();
    expect(await door().enter(openFileOf, await world.person('kari'), { reportId: first, no: '1', original: false })).toMatchObject({ ok: false, code: 'file_waits' });
    await look((await filesOf('kari', first)).attachments[0]?.object ?? '', false);
    expect(await downloaded('kari', first, '1')).toBe(CLEAR);
  });

  test('a number that is no file is told at its place, and one that was found harmful goes nowhere', async () => {
    const original = await withFiles();
    const begun = value(await door().enter(splitForm, await world.person('kari'), { reportId: original }));
    const people = [{ ...begun.first, story: 'x', files: ['7'] }, { ...begun.other, name: 'Ragna', story: 'x' }];
    expect(await door().enter(splitReport, await world.person('kari'), { reportId: original, formId: begun.formId, parts: begun.parts, people })).toEqual({ ok: false, code: 'bad_input', fields: { 'people.0.files': 'file_unknown' } });
    expect(await onTheirWay()).toEqual([]);
  });

  test('a file that comes later follows to the one it is about, and words to the other', async () => {
    const { draft, receipt } = await site.report(DAUGHTER);
    await openAll(world);
    const [borghild, ragna] = await split(draft, [[], []]);
    await site.upload(receipt.token, Buffer.from(SECOND), 'to.txt');
    await openAll(world);
    const { report } = await read('kari', draft);
    const told = { reportId: draft, parts: report.parts.length, into: [borghild], told: 'Det kom et bilde.', worse: false, files: [{ no: '1', to: ragna }] };
    expect(await door().enter(passOn, await world.person('kari'), { ...told, files: [{ no: '1', to: randomUUID() }] })).toMatchObject({ ok: false });
    expect(await door().enter(passOn, await world.person('kari'), { ...told, files: [{ no: '4', to: ragna }] })).toMatchObject({ ok: false, code: 'not_offered' });
    for (const _twice of [1, 2]) value(await door().enter(passOn, await world.person('kari'), told));
    await carryAll();
    expect((await filesOf('kari', ragna)).attachments).toHaveLength(1);
    expect(await filesOf('kari', ragna)).toMatchObject({ theirs: [] });
    expect(await filesOf('kari', borghild)).toMatchObject({ attachments: [], theirs: [{ text: 'Det kom et bilde.' }] });
  });
});

class Killed extends Error {}

/** Works until the given step, and then never again: before it (`at`) or after it was done, as `kill -9` would have it. */
function mortal(real: Door, storage: Storage, dies: number): { door: Door; storage: Storage } {
  let step = 0;
  const doing = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    if (dies === step) throw new Killed();
    const done = await work();
    step += 1;
    if (dies === step) throw new Killed();
    return done;
  };
  const enter: Door['enter'] = (useCase, actor, input) => doing(() => real.enter(useCase, actor, input));
  return { door: { ...real, enter }, storage: { ...storage, write: (place, source) => doing(() => storage.write(place, source)), remove: () => Promise.reject(new Killed()) } };
}

describe('whoever carries a file is killed', () => {
  test('before and after each of its steps: it is there once, never lost and never doubled, and what was left lying is swept', async () => {
    const worker = (await world.worker()).door;
    const parts = [...await splitBetween(MOST_PEOPLE), ...await splitBetween(MOST_PEOPLE)];
    const rows = await onTheirWay();
    expect(rows).toHaveLength(parts.length);
    let deaths = 0;
    for (const [at, { slot }] of rows.entries()) await carryFile(mortal(worker, site.storage, at + 1), NORDFJELLA, slot).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      deaths += 1;
    });
    // four transactions and two objects, each before and after
    expect(deaths).toBe(12);
    for (const part of parts) {
      const { attachments, awaited } = await filesOf('kari', part);
      expect(attachments.length + awaited.length).toBe(1);
    }
    await Promise.all([carryAll(), carryAll()].map((one) => one.catch(() => undefined)));
    await carryAll();
    expect(await onTheirWay()).toEqual([]);
    for (const part of parts) {
      expect(await filesOf('kari', part)).toMatchObject({ awaited: [], attachments: [{ check: 'CLEANED' }] });
      expect(await downloaded('kari', part, '1', true)).toBe(CLEAR);
    }
    expect((await superuser.query("select 1 from app.report_ledger where report_id = any ($1) and kind = 'file'", [parts])).rows).toHaveLength(parts.length);
    const known = (await superuser.query<{ object_id: string }>('select object_id from app.report_file where region_id = $1', [NORDFJELLA])).rows.map(({ object_id: object }) => object);
    for (const name of objects(NORDFJELLA)) utimesSync(join(site.filesDir, NORDFJELLA, name), 1, 1);
    expect(await sweepFiles(worker, site.storage, NORDFJELLA)).toBeGreaterThan(0);
    expect(objects(NORDFJELLA).toSorted()).toEqual(known.toSorted());
  });

  test('and the queue has lost the task, too: it is asked for again', async () => {
    await split(await withFiles());
    const [row] = await onTheirWay();
    await superuser.query('delete from graphile_worker._private_jobs');
    const asked = async () => (await superuser.query("select 1 from graphile_worker.jobs where key = $1", [`carry_file:${NORDFJELLA}:${row?.slot}`])).rows.length;
    const again = reconciliation((await world.worker()).door);
    await again(NORDFJELLA);
    expect(await asked()).toBe(0);
    world.clock.now = addMs(world.clock.now, MINUTE);
    await again(NORDFJELLA);
    expect(await asked()).toBe(1);
    await carryAll();
  });
});

describe('a report that is sent on to another region', () => {
  const TYPED = { to: SORVIKA, place: '', spokeWith: '', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };

  async function send(reportId: FileId, typed: Readonly<Record<string, unknown>> = {}): Promise<FileId> {
    value(await door().enter(sendOn, await world.person('kari'), { reportId, transferId: randomUUID(), parts: 9, ...TYPED, ...typed }));
    await carryTransfers((await world.worker()).door, NORDFJELLA);
    const found = await superuser.query<{ to_report: FileId }>('select to_report from app.report_transfer where file_id = $1', [reportId]);
    if (found.rows[0] === undefined) throw new Error('not sent');
    return found.rows[0].to_report;
  }

  test('has its files with it: they wait until it is opened there, and come once, with what was found in them', async () => {
    const reportId = await withFiles({ kommune: '9911' });
    const there = await send(reportId);
    await carryAll();
    expect(await onTheirWay()).toHaveLength(2);
    await openAll(world, SORVIKA);
    expect(await filesOf('anders', there)).toMatchObject({ attachments: [], awaited: [expect.any(String), expect.any(String)] });
    const keys = (await onTheirWay()).map(({ slot }) => `carry_file:${NORDFJELLA}:${slot}`);
    expect((await superuser.query('select 1 from graphile_worker.jobs where key = any ($1)', [keys])).rows).toHaveLength(2);
    await Promise.all([carryAll(), carryAll()].map((one) => one.catch(() => undefined)));
    await carryAll();
    const { awaited, attachments } = await filesOf('anders', there);
    expect([awaited, attachments.map(({ check }) => check).toSorted()], 'carried side by side, in either order').toEqual([[], ['CLEANED', 'NOTHING']]);
    const both = await Promise.all(attachments.map(({ check }, at) => downloaded('anders', there, String(at + 1), check === 'CLEANED')));
    expect(both.toSorted()).toEqual([CLEAR, SECOND].toSorted());
    expect(objects(SORVIKA).some((name) => readFileSync(join(site.filesDir, SORVIKA, name)).includes('Bildet'))).toBe(false);
    expect((await superuser.query("select kind, channel from app.report_ledger where report_id = $1 order by part", [there])).rows).toEqual([{ kind: 'report', channel: 'ANNEN_KOMMUNE' }, ...[1, 2].map(() => ({ kind: 'file', channel: 'ANNEN_KOMMUNE' }))]);
    await send(reportId);
    await openAll(world, SORVIKA);
    expect([await onTheirWay(), (await filesOf('anders', there)).attachments.length]).toEqual([[], 2]);
  });

  test('as an excerpt has those files alone that were chosen', async () => {
    const reportId = await withFiles({ kommune: '9911' });
    expect(await door().enter(sendOn, await world.person('kari'), { reportId, transferId: randomUUID(), parts: 9, ...TYPED, scope: 'UTDRAG', text: 'Hun er redd.', files: ['3'] })).toMatchObject({ ok: false, fields: { files: 'file_unknown' } });
    const there = await send(reportId, { scope: 'UTDRAG', text: 'Hun er redd.', files: ['2'] });
    await openAll(world, SORVIKA);
    await carryAll();
    expect((await filesOf('anders', there)).attachments).toMatchObject([{ name: 'to.txt', check: 'NOTHING' }]);
  });

  test('to somebody outside says which files they get, and nothing goes by itself', async () => {
    const reportId = await withFiles({ kommune: '0301' });
    await door().enter(sendOn, await world.person('kari'), { reportId, transferId: randomUUID(), parts: 9, ...TYPED, to: 'UTENFOR', place: 'Nordbø', spokeWith: 'Vakten' });
    expect((await read('kari', reportId)).report).toMatchObject({ follows: [], sendings: [{ files: [{}, {}] }] });
    expect(await onTheirWay()).toEqual([]);
    world.clock.now = addMs(world.clock.now, DAY_MS);
  });
});
