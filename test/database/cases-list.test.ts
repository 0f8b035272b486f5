import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySeeInList } from '../../src/cases/access.ts';
import { askedLine, loadAsker } from '../../src/cases/commands/asked.ts';
import type { CaseList, MyDay } from '../../src/cases/queries/models.ts';
import { caseList, myDay, STEPS } from '../../src/cases/public.ts';
import { caseLines } from '../../src/cases/store/read.ts';
import { exclusionToken } from '../../src/kernel/sealing/mac.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, HOUR, osloDay } from '../../src/kernel/time.ts';
import { STAFF } from '../support/people.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { classified, CLASSIFY, declare, END, letIn, lives, toClosing, YES, type Lives } from './cases-support.ts';

let all: Lives;
/** one case of each kind, by what it is */
const files: Record<string, FileId> = {};

async function build(): Promise<void> {
  files['new'] = await all.opened('jorunn');
  files['handedOver'] = await all.opened('jorunn', { ...DAUGHTER, kommune: '9901' });
  await all.does('jorunn', 'handOver', files['handedOver']);
  files['assessing'] = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  files['akutt'] = await all.opened('kari', { ...DAUGHTER, fare: 'ja' });
  files['proposed'] = await all.opened('kari');
  await letIn(all, 'even', files['proposed'], 20);
  await all.does('kari', 'proposeClassification', files['proposed'], { ...CLASSIFY, lead: await all.id('signe') });
  files['led'] = await classified(all);
  files['unanswered'] = await all.opened('kari');
  await all.does('kari', 'grantAccess', files['unanswered'], { accessTo: await all.id('even'), accessReason: 'TILTAK', until: addDays(osloDay(all.world.clock.now), 5) });
  files['closed'] = await classified(all);
  await toClosing(all, files['closed']);
  await all.does('kari', 'closeCase', files['closed'], { ...END, proposal: 2 });
  files['connected'] = await all.opened('jorunn', { ...DAUGHTER, kommune: '9901' });
  await all.does('kari', 'declareImpartiality', files['connected'], YES);
  files['named'] = await all.opened('kari', { ...DAUGHTER, annen: 'Signe Haugland' });
  // Kari and Jorunn are named: the reserve's alone
  files['reserve'] = await all.opened('reidun', { ...DAUGHTER, sett: 'Kari Nordmo og Jorunn Vatne vet om det.' });
}

beforeAll(async () => {
  all = await lives();
  await build();
});
afterAll(() => all.close());

async function list(subject: string, filter: Readonly<Record<string, unknown>> = {}): Promise<CaseList | string> {
  const outcome = await all.world.house.door.enter(caseList, await all.world.person(subject), filter);
  return outcome.ok ? outcome.value : outcome.code;
}

async function page(subject: string, filter: Readonly<Record<string, unknown>> = {}): Promise<CaseList> {
  const found = await list(subject, filter);
  return typeof found === 'string' ? expect.fail(found) : found;
}

function names(found: readonly { readonly fileId: FileId }[]): string[] {
  return found.map(({ fileId }) => Object.keys(files).find((name) => files[name] === fileId) ?? fileId).sort();
}

async function day(subject: string): Promise<MyDay> {
  const outcome = await all.world.house.door.enter(myDay, await all.world.person(subject), {});
  return outcome.ok ? outcome.value : expect.fail(outcome.code);
}

describe('the work list', () => {
  test('shows each person the cases they have a part in, and no more than that they are there', async () => {
    const found = Object.fromEntries(await Promise.all(['kari', 'jorunn', 'even', 'signe', 'reidun', 'leif', 'stine', 'per', 'ida', 'anders'].map(async (subject) => {
      const seen = await list(subject);
      return [subject, typeof seen === 'string' ? seen : names(seen.rows)];
    })));
    expect(found).toEqual({
      kari: ['akutt', 'assessing', 'handedOver', 'led', 'named', 'new', 'proposed', 'unanswered'],
      jorunn: ['connected', 'handedOver', 'new'],
      even: ['led', 'proposed', 'unanswered'],
      signe: ['led'],
      // where every coordinator is inhabil, the reserve is the coordinator
      reidun: ['connected', 'reserve'],
      // Leif is leader in Fjordby
      leif: ['assessing', 'connected', 'handedOver'],
      stine: 'not_found', per: 'not_found', ida: 'not_found', anders: [],
    });
  });

  test('finds in SQL exactly what the access rule allows, for everybody and every case, also later', async () => {
    for (const days of [0, 6, 21, 60]) {
      all.world.clock.now = addMs(all.world.clock.now, days * DAY_MS);
      for (const { subject } of STAFF) {
        const person = await all.world.person(subject);
        const allowed = await all.world.house.door.enter({ ...caseList, access: () => ({ allow: true, because: 'test' }), run: async (ctx) => {
          const asker = await loadAsker(ctx);
          const lines = await caseLines(ctx.tx, ctx.regionId, { userId: person.userId, token: exclusionToken(ctx.keys.lookup, person.userId) }).execute();
          return { ok: true, value: asker === undefined ? [] : lines.map((line) => askedLine(asker, line)).filter(({ actor, facts }) => maySeeInList(actor, facts, ctx.now).allow).map(({ facts }) => facts) };
        } }, person, {});
        const found = await Promise.all(['open', 'closed'].map(async (show) => list(subject, { show })));
        const rows = found.flatMap((one) => (typeof one === 'string' ? [] : one.rows));
        expect(names(rows), `${subject} after ${days} days`).toEqual(allowed.ok ? names(allowed.value) : []);
      }
    }
  });

  test('shows an alias to those who may read the case now, and writes down that it was shown', async () => {
    const aliases = async (subject: string) => Object.fromEntries((await page(subject)).rows.map((row) => [names([row])[0], row.alias]));
    const kari = await aliases('kari');
    expect(kari).toMatchObject({ assessing: 'B.K.', led: 'B.K.', new: undefined, handedOver: undefined });
    expect((await page('kari')).rows.filter((row) => row.mustDeclare).map((row) => names([row])[0]).sort()).toEqual(['handedOver', 'new']);
    expect(Object.values(await aliases('leif'))).toEqual([undefined, undefined, undefined]);
    expect((await page('leif')).rows.map((row) => row.mayOpen)).toEqual([false, false, false]);
    const kariId = await all.id('kari');
    const log = await all.world.house.door.unaudited((await all.world.person('kari')).regionId, 'test', (ctx) => ctx.tx.selectFrom('kernel.audit_event').select('files')
      .where('use_case', '=', 'cases.list').where('actor', '=', kariId).orderBy('xid', 'desc').limit(1).execute());
    expect(names((log[0]?.files ?? []).map((fileId) => ({ fileId: fileId as FileId })))).toEqual(['akutt', 'assessing', 'led', 'named', 'proposed', 'unanswered']); // the column holds file ids
  });

  test('counts after access: who may see less, counts less', async () => {
    expect((await page('kari')).counts).toMatchObject({ open: 8, mine: 0, akutt: 1 });
    expect(await page('signe')).toMatchObject({ total: 1, pages: 1, counts: { open: 1, mine: 1, akutt: 0 } });
    expect((await page('anders')).counts).toEqual({ open: 0, mine: 0, akutt: 0, late: 0 });
  });

  test('filters and sorts as the address says, and takes what is none of ours as not said', async () => {
    const led = await page('kari', { status: 'KLASSIFISERT', caseType: 'MA' });
    expect(names(led.rows)).toEqual(['led']);
    expect(names((await page('kari', { akutt: 'ja' })).rows)).toEqual(['akutt']);
    expect(names((await page('signe', { mine: 'ja' })).rows)).toEqual(['led']);
    expect(names((await page('kari', { show: 'closed' })).rows)).toEqual(['closed']);
    expect(names((await page('kari', { status: 'AVSLUTTET' })).rows)).toEqual(['closed']);
    expect(names((await page('kari', { reference: ` ${led.rows[0]?.reference.toLowerCase()} ` })).rows)).toEqual(['led']);
    const fjordby = Object.entries(led.municipalities).find(([, name]) => name === 'Fjordby')?.[0];
    expect(names((await page('kari', { municipality: fjordby })).rows)).toEqual(['assessing', 'handedOver']);
    const opened = (await page('kari', { sort: 'opened' })).rows.map((row) => row.openedAt);
    expect(opened).toEqual(opened.toSorted().toReversed());
    const due = (await page('kari', { sort: 'deadline' })).rows.map((row) => row.next?.due ?? '9999');
    expect(due).toEqual(due.toSorted());
    for (const odd of [{ show: 'x', sort: '1; drop', page: '-3', status: 'Y', municipality: 'z', caseType: '', mine: 'nei' }, { page: ['1', '2'], reference: ['a'] }]) expect((await page('kari', odd)).total).toBe(8);
    expect((await page('kari', { page: '7' })).rows).toEqual([]);
  });
});

describe('my day', () => {
  async function reasons(subject: string): Promise<Record<string, string>> {
    return Object.fromEntries((await day(subject)).lines.map((line) => [names([line])[0] ?? '', line.reason]));
  }

  test('holds what needs me, with the step to take, danger first, and nothing that waits for somebody else', async () => {
    const now = all.world.clock.now;
    const soon = await all.opened('jorunn');
    files['fresh'] = soon;
    expect((await reasons('jorunn'))['fresh']).toBe('hand_over');
    await all.does('jorunn', 'handOver', soon);
    expect((await reasons('jorunn'))['fresh']).toBeUndefined();
    expect((await reasons('kari'))['fresh']).toBe('read_handover');
    await declare(all, 'kari', soon);
    expect((await reasons('kari'))['fresh']).toBe('assess');
    await letIn(all, 'even', soon);
    await all.does('kari', 'proposeClassification', soon, { ...CLASSIFY, lead: await all.id('signe') });
    expect((await reasons('kari'))['fresh']).toBeUndefined();
    expect((await reasons('even'))['fresh']).toBe('confirm_classification');
    await all.does('even', 'confirmClassification', soon, { proposal: 1 });
    expect((await reasons('even'))['fresh']).toBeUndefined();
    expect((await reasons('signe'))['fresh']).toBe('answer_question');
    await declare(all, 'signe', soon);
    expect((await reasons('signe'))['fresh']).toBe('start_investigation');
    await toClosing(all, soon);
    expect((await reasons('signe'))['fresh']).toBeUndefined();
    expect((await reasons('kari'))['fresh']).toBe('close_case');
    await all.does('kari', 'closeCase', soon, { ...END, proposal: 2 });
    expect((await reasons('kari'))['fresh']).toBeUndefined();
    expect(now < all.world.clock.now).toBe(true);
  });

  test('puts danger before what is late, and what is late before the rest', async () => {
    files['alarm'] = await all.opened('kari', { ...DAUGHTER, fare: 'ja' });
    await all.does('kari', 'proposeNotACase', await all.opened('kari'), { notACaseReason: 'KUN_RADGIVNING', advice: 'Ring.' });
    all.world.clock.now = addMs(all.world.clock.now, 25 * HOUR);
    const { lines } = await day('kari');
    const rank = lines.map((line) => (line.akutt ? 0 : line.clock?.late === true ? 1 : 2));
    expect(rank).toEqual(rank.toSorted());
    expect(lines.find((line) => line.fileId === files['alarm'])).toMatchObject({ reason: 'akutt_review', step: 'reviewAkutt', clock: { clock: 'AKUTT_REVIEW', late: true }, alias: 'B.K.' });
  });

  test('tells a leader what is late in their municipality, and opens nothing to them', async () => {
    const { lines } = await day('leif');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ reason: 'late', alias: undefined, mayOpen: false });
  });

  test('is empty for those who have no part in any case', async () => {
    for (const subject of ['stine', 'per', 'ida', 'anders']) expect((await day(subject)).lines, subject).toEqual([]);
  });
});

test('every step has a command of its own name, so that the audit says what was done', () => {
  expect(new Set(Object.values(STEPS).map(({ name }) => name)).size).toBe(Object.keys(STEPS).length);
});

test('«Min dag» says how somebody who calls themselves Rød may be met, to whoever gets in touch, for as long as it is safe (folkeregisterloven § 10-4)', async () => {
  const self = { fare: 'nei', hvem: 'UTSATT_SELV', voksen: 'ja', onske: 'Jeg vil bo alene.', kallenavn: 'Rød', trygg: 'Aktivitetssenteret tirsdag 10–11. Aldri telefon.', kommune: '9901', hva: 'PSYKISK', sett: 'Han låser døra.', barn: 'nei' };
  const [first, second] = [await all.opened('kari', self), await all.opened('kari', self)];
  const ways = async (subject: string) => (await day(subject)).lines.flatMap(({ fileId, alias, way }) => (fileId === first || fileId === second ? [[fileId === first ? 'first' : 'second', alias, way]] : [])).toSorted();
  expect(await ways('kari')).toEqual([['first', 'Rød', self.trygg], ['second', 'Rød', self.trygg]]);
  await all.does('kari', 'closeWay', first, { unsafeWay: self.trygg, knownFrom: 'Han venter utenfor.' });
  await all.does('kari', 'protectAddress', second, { addressLevel: 'FORTROLIG', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now) });
  expect(await ways('kari')).toEqual([['first', 'Rød', undefined], ['second', 'Rød', undefined]]);
});
