import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileId } from '../../src/kernel/ids.ts';
import { makePad, markUsed, settlePad } from '../../src/reports/commands/paper.ts';
import type { PadId } from '../../src/reports/paper/pad.ts';
import { openPad, padList, printBlank, printPad, type OpenPad } from '../../src/reports/queries/paper.ts';
import { value } from '../support/door.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

let world: World;
let from: Sender;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
});
afterAll(async () => {
  await from.close();
  await world.close();
});

async function newPad(sheets: number, where = 'Legevakta i Fjordby', subject = 'kari'): Promise<PadId> {
  return value(await world.house.door.enter(makePad, await world.person(subject), { sheets: String(sheets), lang: 'nb', where })).padId;
}

async function padOf(padId: PadId, subject = 'kari'): Promise<OpenPad> {
  return value(await world.house.door.enter(openPad, await world.person(subject), { padId }));
}

async function numberOf(padId: PadId, sheet: number): Promise<string> {
  return (await padOf(padId)).sheets.find((one) => one.sheet === sheet)?.number ?? '';
}

/** A report, as it would be when reception has typed it in from the sheet. */
async function report(): Promise<FileId> {
  const { draft } = await from.send(DAUGHTER);
  await openAll(world);
  return draft;
}

/** What the command that registers a report does with the number that stands on its sheet. */
const mark = (typed: string, reportId: FileId, region = NORDFJELLA) => world.house.door.unaudited(region, 'test', (ctx) => markUsed(ctx, typed, reportId));

test('a pad has its numbers from the first moment, in the region’s own order, and where it lies is sealed', async () => {
  const [one, two] = [await padOf(await newPad(3)), await padOf(await newPad(2, ''))];
  expect(two.number).toBe(one.number + 1);
  expect(one).toMatchObject({ where: 'Legevakta i Fjordby', lang: 'nb', count: { out: 3, gap: 0, used: 0, missing: 0, spoilt: 0 } });
  expect(one.sheets.map((sheet) => sheet.number)).toEqual([1, 2, 3].map((sheet) => expect.stringMatching(new RegExp(`^${one.number}-0${sheet}-[A-Z]$`))));
  const stored = await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.paper_pad').select('sealed').where('region_id', '=', NORDFJELLA).execute());
  expect(stored.some((row) => row.sealed.includes('Legevakta'))).toBe(false);
});

test('two who make a pad in the same second get different numbers: none is ever on two pads', async () => {
  const pads = await Promise.all(Array.from({ length: 6 }, () => newPad(1)));
  const numbers = await Promise.all(pads.map(async (pad) => (await padOf(pad)).number));
  expect(new Set(numbers).size).toBe(6);
});

test.each([['0', 'sheets_count'], ['26', 'sheets_count'], ['ti', 'sheets_count'], ['', 'sheets_count']])('a pad of «%s» sheets is refused in words', async (sheets, code) => {
  expect(await world.house.door.enter(makePad, await world.person('kari'), { sheets, lang: 'nb', where: '' })).toEqual({ ok: false, code: 'bad_input', fields: { sheets: code } });
});

describe('a sheet that comes back', () => {
  test('is entered once, as one report; the same report again is no fault, another one is told of it', async () => {
    const pad = await newPad(3);
    const number = await numberOf(pad, 1);
    const [mine, another] = [await report(), await report()];
    expect(value(await mark(` ${number.toLowerCase()} `, mine))).toEqual({ number });
    expect(value(await mark(number, mine))).toEqual({ number });
    expect(await mark(number, another)).toEqual({ ok: false, code: 'bad_input', fields: { sheet: 'sheet_used' } });
    expect((await padOf(pad)).sheets[0]).toMatchObject({ standing: 'used', at: world.clock.now });
  });

  test('shows the ones before it as gaps, on the pad’s page and first on the list', async () => {
    const pad = await newPad(4);
    value(await mark(await numberOf(pad, 3), await report()));
    expect((await padOf(pad)).sheets.map((sheet) => sheet.standing)).toEqual(['gap', 'gap', 'used', 'out']);
    const { gaps } = value(await world.house.door.enter(padList, await world.person('leif'), {}));
    expect(gaps).toEqual(expect.arrayContaining([await numberOf(pad, 1), await numberOf(pad, 2)]));
    expect(gaps).not.toContain(await numberOf(pad, 4));
  });

  test('with a number that we never printed, or that is none, is refused and nothing is marked', async () => {
    const mine = await report();
    expect(await mark('12-07', mine)).toMatchObject({ fields: { sheet: 'sheet_number' } });
    expect(await mark('9999-01-A', mine)).toMatchObject({ ok: false });
    const pad = await newPad(1);
    expect(await mark(await numberOf(pad, 1), mine, SORVIKA)).toMatchObject({ fields: { sheet: 'sheet_unknown' } });
    expect((await padOf(pad)).count.out).toBe(1);
  });

  test('two at once with the same sheet: one is entered, the other told', async () => {
    const pad = await newPad(1);
    const number = await numberOf(pad, 1);
    const outcomes = await Promise.all([mark(number, await report()), mark(number, await report())]);
    expect(outcomes.map((one) => one.ok).sort()).toEqual([false, true]);
  });
});

describe('a sheet that does not come back', () => {
  const settle = async (padId: PadId, sheets: string[], outcome: string, subject = 'kari') => world.house.door.enter(settlePad, await world.person(subject), { padId, sheets, outcome });

  test('is accounted for: shredded ones are quiet, one that cannot be found stays in sight until it turns up', async () => {
    const pad = await newPad(4);
    expect(value(await settle(pad, ['3', '4'], 'MAKULERT'))).toEqual({ settled: 2 });
    expect(value(await settle(pad, ['1'], 'SAVNET'))).toEqual({ settled: 1 });
    expect((await padOf(pad)).sheets.map((sheet) => sheet.standing)).toEqual(['missing', 'gap', 'spoilt', 'spoilt']);
    value(await mark(await numberOf(pad, 1), await report()));
    expect((await padOf(pad)).sheets[0]?.standing).toBe('used');
  });

  test('that was entered cannot be written off afterwards', async () => {
    const pad = await newPad(2);
    value(await mark(await numberOf(pad, 1), await report()));
    expect(await settle(pad, ['1'], 'MAKULERT')).toEqual({ ok: false, code: 'bad_input', fields: { sheets: 'sheets_some' } });
    expect(await settle(pad, [], 'MAKULERT')).toMatchObject({ ok: false, code: 'bad_input' });
    expect(await settle(pad, ['2'], 'BORTE')).toMatchObject({ fields: { outcome: 'not_offered' } });
  });

  test('is the coordinators’ to write off', async () => {
    const pad = await newPad(2);
    for (const subject of ['jorunn', 'leif', 'even', 'ida', 'anders']) expect(await settle(pad, ['1'], 'MAKULERT', subject), subject).toEqual({ ok: false, code: 'not_found' });
  });
});

describe('who sees what', () => {
  test('reception and the leader see which numbers are out; nobody sees which report a sheet became', async () => {
    const pad = await newPad(2);
    const id = await report();
    value(await mark(await numberOf(pad, 1), id));
    for (const subject of ['kari', 'jorunn', 'leif']) {
      const shown = [await padOf(pad, subject), value(await world.house.door.enter(padList, await world.person(subject), {}))];
      expect(JSON.stringify(shown), subject).not.toContain(id);
    }
    expect((await padOf(pad, 'jorunn')).mayKeep).toBe(false);
    for (const subject of ['even', 'stine', 'per', 'ida']) expect(await world.house.door.enter(padList, await world.person(subject), {}), subject).toEqual({ ok: false, code: 'not_found' });
  });

  test('another region knows nothing of it', async () => {
    const pad = await newPad(1);
    expect(await world.house.door.enter(openPad, await world.person('anders'), { padId: pad })).toEqual({ ok: false, code: 'not_found' });
    expect(value(await world.house.door.enter(padList, await world.person('anders'), {})).pads).toEqual([]);
  });

  test('only a coordinator prints numbers; a form without one is reception’s too', async () => {
    const pad = await newPad(2);
    const printed = value(await world.house.door.enter(printPad, await world.person('kari'), { padId: pad }));
    expect(printed).toMatchObject({ lang: 'nb', site: { name: 'Voksenvern Nordfjella', phone: { number: '55 55 01 10' } } });
    expect(printed.numbers).toEqual((await padOf(pad)).sheets.map((sheet) => sheet.number));
    expect(await world.house.door.enter(printPad, await world.person('jorunn'), { padId: pad })).toEqual({ ok: false, code: 'not_found' });
    expect(value(await world.house.door.enter(printBlank, await world.person('jorunn'), { lang: 'nn' })).numbers).toEqual(['']);
  });
});
