import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anonymousRows, FEWEST_ALIKE, groupOf, sizesOf } from '../../src/returns/anonymity.ts';
import { R3 } from '../../src/returns/codes/r3.ts';
import { SAC } from '../../src/returns/codes/sac.ts';
import { shapeOf, type RowsContent, type TableContent, type TablesContent } from '../../src/returns/content.ts';
import { basisOf, changedRows, FEWEST_CHANGED, surelyChanged } from '../../src/returns/correction.ts';
import { valuesOf, type ReturnFact } from '../../src/returns/count.ts';
import { codebook, csvOf, filesOf, jsonSchemaOf } from '../../src/returns/files.ts';
import { changedNumbers, makeRows, makeTables, type Asked } from '../../src/returns/make.ts';
import { opennessOf, prepareFault, STATES, untold } from '../../src/returns/return.ts';
import { closedFrom, choosable, overlaps, periodKey, periodOf } from '../../src/returns/period.ts';
import { FORMS, variableOf, type ReturnSchema } from '../../src/returns/schema.ts';
import { SCHEMAS, schemaOf } from '../../src/returns/schemas.ts';
import { faultsIn } from '../../src/returns/validate.ts';
import { mayReplace } from '../../src/statistics/suppression.ts';
import type { Day, Instant } from '../../src/kernel/time.ts';
import { askedOf, fact, facts, someFacts, YEAR } from './random.ts';

const KEY = Buffer.alloc(32, 7);
const closed = { status: 'AVSLUTTET', closedMonth: '2025-05', closingReasons: ['VOLD_STANSET'] } as const;
const asked = (schema: ReturnSchema = R3, version = 1): Asked => askedOf([], schema, version);
const PLACES = [{ number: '9901', name: 'Fjordby' }, { number: '9902', name: 'Havnes' }];
const ASKED = { ...asked(), municipalities: PLACES };
const tables = (of: readonly ReturnFact[], schema: ReturnSchema = R3): TablesContent => makeTables(askedOf(of, schema), of, undefined).content;

function rowsOf(of: readonly ReturnFact[]): RowsContent {
  const made = makeRows(ASKED, of, undefined, KEY);
  if (made === undefined) throw new Error('R3 has rows');
  return made.content;
}

function cell(content: TablesContent, table: string, rad: string, kolonne?: string): unknown {
  return content.tabeller.find((one) => one.tabell === table)?.celler.find((one) => one.rad === rad && one.kolonne === kolonne)?.antall;
}

describe('a schema', () => {
  test.each(SCHEMAS.map((schema) => [schema.id, schema] as const))('%s names only what it has: each table its variables, each code a value', (_id, schema) => {
    const used = [...schema.tables.flatMap((table) => [table.rows, ...(table.columns === undefined ? [] : [table.columns])]), ...(schema.rows?.identifying ?? []), ...(schema.rows?.others ?? [])];
    for (const variable of used.map((id) => variableOf(schema, id))) {
      const codes = variable.values.map(({ code }) => code);
      expect(new Set(codes).size, variable.id).toBe(codes.length);
      expect([...Object.values(variable.map), variable.otherwise ?? codes[0]].filter((code) => code === undefined || !codes.includes(code)), variable.id).toEqual([]);
    }
    expect(new Set(schema.tables.map(({ id }) => id)).size).toBe(schema.tables.length);
  });

  test('of an edition before today’s is still read: age and gender were crossed there', () => {
    const [before, today] = [schemaOf('R3', '1'), schemaOf('R3')];
    if (before === undefined) throw new Error('R3 has left as edition 1');
    const content = tables(facts(40), before);
    expect(shapeOf(before, 'TABELLER')?.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    expect([cell(content, 'KJONN_ALDER', 'A80', 'KVINNE'), today?.edition, schemaOf('R3', '2')?.edition, schemaOf('R3', '3')]).toEqual([40, '2', '2', undefined]);
  });

  test('offentleglova § 13, § 14: rows of single cases are never public, tables are once they are locked', () => {
    expect(STATES.map((status) => opennessOf({ form: 'TABELLER', status }))).toEqual(['INTERNT', 'OFFENTLIG', 'INTERNT']);
    expect(STATES.map((status) => opennessOf({ form: 'RADER', status }))).toEqual(['TAUSHETSPLIKT', 'TAUSHETSPLIKT', 'TAUSHETSPLIKT']);
  });
  test('krl. § 5: no return tells that somebody reported from a shelter', () => {
    expect(valuesOf(variableOf(R3, 'MELDER'), fact({ reporter: 'KRISESENTER' }))).toEqual(['ANNEN_OFFENTLIG']);
    for (const form of FORMS) expect(codebook(R3, form).map(({ code }) => code)).not.toContain('KRISESENTER');
  });

  test('a finer code is counted under the one it belongs to, and «unknown» only where nothing else is known', () => {
    expect(valuesOf(variableOf(R3, 'VOLDSTYPE'), fact({ violence: ['FYSISK_OPPDRAGER', 'FYSISK', 'UKJENT'] }))).toEqual(['FYSISK']);
    expect(valuesOf(variableOf(R3, 'TILTAK'), fact({ measures: [] }))).toEqual(['INGEN']);
    expect(valuesOf(variableOf(R3, 'POLITI'), fact({ measures: ['SAMTALE', 'POLITIVARSEL', 'ANMELDELSE'] }))).toEqual(['ANMELDT']);
  });
});

describe('a period', () => {
  test('is a whole year, which everybody reads: half of it would tell the other half. It leaves a month after it is over', () => {
    expect(['2025', '2025-1', '2025-2', '25', '2025-01', ''].map((key) => { const one = periodOf(key); return one === undefined ? undefined : [periodKey(one), closedFrom(one)]; })).toEqual([['2025', '2026-02-01'], undefined, undefined, undefined, undefined, undefined]);
    expect(choosable('2026-08-01' as Day, 2024)).toEqual(['2025', '2024']); // a day as a day is written
    expect(choosable('2026-01-31' as Day, 2025)).toEqual([]); // a day as a day is written
  });

  test('is offered once: a year that stands in any return of the same form is taken, so that nobody chooses what is refused; one that was taken back is free again', () => {
    const left = { schema_id: 'R3', edition: R3.edition, form: 'TABELLER', first_month: '2025-01', last_month: '2025-12', version: 1, confirmed_at: null, withdrawn_at: null } as const;
    const back = { ...left, first_month: '2024-01', last_month: '2024-12', withdrawn_at: '2026-03-01T08:00:00.000Z' as Instant }; // a moment as a moment is written
    const years = ['2025', '2024', '2023'];
    expect([untold(years, 'TABELLER', [left, back]), untold(years, 'RADER', [left, back])]).toEqual([['2024', '2023'], years]);
    for (const schema of SCHEMAS) for (const key of untold(years, 'TABELLER', [left, back])) expect(prepareFault(schema, 'TABELLER', { first: `${key}-01`, last: `${key}-12` }, [left, back], '2026-08-01' as Day)).toBeUndefined(); // a day as a day is written
  });

  test('that left as half a year still overlaps that year', () => {
    const [half, next] = [{ first: '2025-01', last: '2025-06' }, { first: '2026-01', last: '2026-12' }];
    expect([overlaps(half, YEAR), overlaps(YEAR, half), overlaps(YEAR, next)]).toEqual([true, true, false]);
  });
});

describe('tables', () => {
  test('I9: what belongs outside the co-operation is received, is told apart from our own, and is in no number of what was closed', () => {
    const outside = facts(6, { status: 'IKKE_SAK', closingReasons: ['UTENFOR_KOMMUNER'], closedMonth: '2025-04' });
    const content = tables([...facts(20), ...outside]);
    expect([cell(content, 'ANTALL', 'I_ALT'), cell(content, 'ANTALL', 'EGEN'), cell(content, 'ANTALL', 'UTENFOR')]).toEqual([25, 20, 5]);
    expect(cell(content, 'SAKSTYPE', 'I_ALT')).toBe(25);
    expect(cell(content, 'UTFALL', 'I_ALT')).toBe(0);
  });

  test('measures and outcomes are those of cases that were closed in the period, whenever they came', () => {
    const content = tables([...facts(15, { ...closed, openedMonth: '2024-11', measures: ['ANMELDELSE'] }), ...facts(30)]);
    expect([cell(content, 'UTFALL', 'VOLD_STANSET'), cell(content, 'POLITI', 'ANMELDT'), cell(content, 'ANTALL', 'I_ALT')]).toEqual([15, 15, 30]);
  });

  test('of a year that «Tall» does not break down nothing is told, not even how many: it may be put together with the next (decision 0046)', () => {
    expect([cell(tables(facts(10)), 'MELDER', 'HJEMMETJENESTE'), cell(tables(facts(10)), 'MELDER', 'I_ALT'), cell(tables([]), 'MELDER', 'I_ALT')]).toEqual(['skjult', 'skjult', 0]);
  });

  test('what came is told by the tables that stand: cases of later corrections are not counted anew for a return', () => {
    const [then, now] = [facts(40), facts(40, { gender: 'MANN' })];
    const content = makeTables(askedOf(then), now, undefined).content;
    expect([cell(content, 'KJONN', 'KVINNE'), content.tabeller.find(({ tabell }) => tabell === 'KJONN')?.talt]).toEqual([40, '2026-02-01']);
  });

  test('says in which editions its tables were counted: what came as «Tall» has it, what was closed as today, and what stands from the version before as it left', () => {
    const of = facts(40, { closedMonth: '2025-05', status: 'AVSLUTTET' });
    const year = { ...askedOf(of, R3), definitions: '6' };
    const first = makeTables({ ...year, year: year.year && { ...year.year, definitions: '4' } }, of, undefined).content;
    expect(first.definisjoner).toBe('4, 6');
    expect(makeTables({ ...year, definitions: '7', year: year.year && { ...year.year, definitions: '4' } }, of, first).content.definisjoner, 'nothing is given anew').toBe('4, 6');
  });

  test('our rows that the receiver puts together are a sum only where «Tall» shows each of them; what is left alone is the rest', () => {
    const of = (bor: number, waiting: number) => { const content = tables([...facts(20), ...facts(bor, { caseType: 'BOR' }), ...facts(waiting, { caseType: undefined })], SAC); return [cell(content, 'SG1F', 'OTHER_ENQUIRY'), cell(content, 'SG1F', 'CONCERN_ONLY')]; };
    expect([of(8, 12), of(3, 12), of(8, 3)]).toEqual([[30, 10], [25, 10], ['skjult', '<5']]);
  });

  test('two things are not crossed where fewer than thirty cases were closed', () => {
    const of = (n: number): unknown => cell(tables([...facts(n, closed), ...facts(n, { ...closed, relation: ['ANSATT'], violence: ['PSYKISK'] })], SAC), 'SG2A', 'FINANCIAL', 'OTHER_KNOWN');
    expect([of(14), of(15)]).toEqual(['skjult', 15]);
  });

  test('the English collection is filled by the same code: SG2a counts each kind of risk, by source, among what was concluded', () => {
    const concluded = { status: 'AVSLUTTET' as const, closedMonth: '2025-05', closingReasons: ['RISIKO_REDUSERT' as const], violence: ['OKONOMISK', 'PSYKISK'] as const };
    const content = tables([...facts(20, concluded), ...facts(20, { ...concluded, relation: ['ANSATT'] })], SAC);
    expect([cell(content, 'SG2A', 'FINANCIAL', 'OTHER_KNOWN'), cell(content, 'SG2A', 'PSYCHOLOGICAL', 'SERVICE_PROVIDER'), cell(content, 'SG2A', 'I_ALT', 'I_ALT'), cell(content, 'SG2E', 'REDUCED')]).toEqual([20, 20, 40, 40]);
  });
});

describe('anonymous rows', () => {
  test('for any cases: nobody stands alone, and no value is rare', () => {
    fc.assert(fc.property(someFacts(80), (of) => {
      const spec = R3.rows;
      if (spec === undefined) throw new Error('R3 has rows');
      const { rows, leftOut } = anonymousRows(R3, spec, of, YEAR);
      for (const [, size] of sizesOf(rows, spec)) expect(size).toBeGreaterThanOrEqual(FEWEST_ALIKE);
      for (const id of spec.others) {
        const held = rows.flatMap((row) => row.codes[id] ?? []).filter((code) => code !== 'UKJENT');
        for (const code of new Set(held)) expect(held.filter((one) => one === code).length).toBeGreaterThanOrEqual(FEWEST_ALIKE);
      }
      expect(rows.length).toBeLessThanOrEqual(of.length);
      expect(leftOut === undefined || leftOut >= FEWEST_ALIKE).toBe(true);
    }), { numRuns: 60 });
  });

  test('what is rare is made unknown and not thrown away: the relation first, then age, then gender', () => {
    const spec = R3.rows;
    const of = [...facts(6), ...facts(4, { relation: ['NABO'] }), ...facts(3, { relation: ['VENN'], ageBand: 'A25_39' }), ...facts(2, { relation: ['VENN'], ageBand: 'A18_24' })];
    if (spec === undefined) throw new Error('R3 has rows');
    const { rows } = anonymousRows(R3, spec, of, YEAR);
    expect([...sizesOf(rows, spec)].map(([group, size]) => [...(JSON.parse(group) as string[][]).flat(), size])).toEqual([['2025', 'BARN', 'A80', 'KVINNE', 6], ['2025', 'UKJENT', 'UKJENT', 'KVINNE', 9]]); // groupOf writes them as JSON
    expect(groupOf(rows[0] ?? { year: '', codes: {} }, spec)).toContain('BARN');
  });

  test('tell neither month nor number, and their order is of a key', () => {
    const of = Array.from({ length: 40 }, (_, i) => fact({ openedMonth: `2025-${String(1 + (i % 12)).padStart(2, '0')}`, caseType: i < 20 ? 'MA' : 'BOR' }));
    const [one, other] = [makeRows(ASKED, of, undefined, KEY), makeRows(ASKED, of, undefined, Buffer.alloc(32, 8))];
    expect(JSON.stringify(one?.content.rader)).not.toMatch(/2025-\d/);
    expect(one?.content.rader).not.toEqual(other?.content.rader);
    expect(one?.content.rader.map(({ SAKSTYPE: type }) => type).slice(0, 20)).not.toEqual(Array.from({ length: 20 }, () => 'MA'));
  });
});

describe('what leaves', () => {
  const all = (of: readonly ReturnFact[]) => [...SCHEMAS.map((schema) => [schema, tables(of, schema)] as const), [R3, rowsOf(of)] as const];

  test('passes its own JSON Schema and its own validator, for any cases (hol § 3-3 a)', () => {
    const shapes = new Map(SCHEMAS.flatMap((schema) => FORMS.map((form) => [`${schema.id} ${form}`, z.fromJSONSchema(jsonSchemaOf(schema, form) as Parameters<typeof z.fromJSONSchema>[0])] as const))); // made by zod itself
    fc.assert(fc.property(someFacts(70), (of) => {
      for (const [schema, content] of all(of)) {
        const files = filesOf(schema, content);
        expect(faultsIn(schema, content.form, YEAR, files)).toEqual([]);
        expect(shapes.get(`${schema.id} ${content.form}`)?.safeParse(JSON.parse(files.json)).success).toBe(true);
      }
    }), { numRuns: 8 });
  });

  test('is caught where somebody changed it: the validator names the row, the column and what is wrong', () => {
    const content = tables(facts(40));
    const judge = (json: string, csv = csvOf(R3, content)) => faultsIn(R3, 'TABELLER', YEAR, { csv, json });
    const text = JSON.stringify(content);
    expect(judge('{')).toEqual([{ code: 'not_json' }]);
    expect(judge(text.replace('"rad":"HJEMMETJENESTE","antall":40', '"rad":"HJEMMETJENESTE","antall":35'))[0]).toEqual({ code: 'does_not_add_up', table: 'MELDER' });
    expect(judge(text.replace('"rad":"HJEMMETJENESTE","antall":40', '"rad":"HJEMMETJENESTE","antall":"<5"'))[0]).toEqual({ code: 'can_be_worked_out', table: 'MELDER' });
    expect(judge(text.replace('"rad":"HJEMMETJENESTE","antall":40', '"rad":"FASTLEGE","antall":40')).map(({ code }) => code)).toEqual(expect.arrayContaining(['number_missing', 'number_twice']));
    expect(judge(text.replace('"antall":40', '"antall":41'))).toMatchObject([{ code: 'wrong_shape' }]);
    expect(judge(text, csvOf(R3, content).replace('HJEMMETJENESTE;;40', 'HJEMMETJENESTE;;45'))).toMatchObject([{ code: 'csv_differs' }]);
    const rows = rowsOf(facts(30));
    const wrong = { ...rows, rader: rows.rader.map((row, i) => (i === 16 ? { ...row, KJONN: 'KVINE' } : row)) };
    expect(faultsIn(R3, 'RADER', YEAR, { csv: '', json: JSON.stringify(wrong) })).toEqual([{ code: 'unknown_code', row: '17', column: 'KJONN' }]);
    const alone = { ...rows, rader: rows.rader.map((row, i) => (i === 16 ? { ...row, KJONN: 'MANN' } : row)) };
    expect(faultsIn(R3, 'RADER', YEAR, { csv: csvOf(R3, alone), json: JSON.stringify(alone) })).toEqual([{ code: 'too_few_alike', row: '17' }]);
  });

  test('cannot run in a spreadsheet: what looks like a formula is text', () => {
    const schema: ReturnSchema = { ...R3, edition: '=1+1' };
    expect(filesOf(schema, tables(facts(20), schema))['kodebok-csv']).toContain(";'=1+1");
  });
});

describe('a correction', () => {
  const before = (of: readonly ReturnFact[]) => makeTables(asked(), of, undefined).content;
  const after = (of: readonly ReturnFact[], from: TablesContent) => makeTables(asked(R3, 2), of, from);
  const table = (content: TablesContent, id: string): TableContent => content.tabeller.find((one) => one.tabell === id) ?? { tabell: id, talt: '', celler: [] };

  test('in which readers cannot see that eleven cases changed, changes nothing at all', () => {
    const first = before(facts(40, closed));
    const second = after([...facts(30, closed), ...facts(10, { ...closed, closingReasons: ['RISIKO_REDUSERT'], measures: ['ANMELDELSE'] })], first);
    expect(second.changed).toEqual([]);
    expect(second.content.tabeller).toEqual(first.tabeller);
  });

  test('of many outcomes does not give the one away that was reported to the police, too', () => {
    const first = before(facts(60, closed));
    const second = after([...facts(34, closed), ...facts(25, { ...closed, closingReasons: ['RISIKO_REDUSERT'] }), ...facts(1, { ...closed, measures: ['ANMELDELSE'] })], first);
    expect(second.changed).toEqual(['UTFALL']);
    expect(table(second.content, 'POLITI')).toEqual(table(first, 'POLITI'));
    expect([changedNumbers(table(first, 'UTFALL'), table(second.content, 'UTFALL')), changedNumbers(table(first, 'POLITI'), table(second.content, 'POLITI'))]).toEqual([2, 0]);
  });

  test('few at a time, version after version, are still held back: what stands is compared with what left, not with the time between', () => {
    const known = [1, 2, 3, 4].reduce<{ content: TablesContent; changed: readonly string[][] }>(({ content, changed }, n) => {
      const next = after([...facts(60 - 5 * n, closed), ...facts(5 * n, { ...closed, measures: ['ANMELDELSE'] })], content);
      return { content: next.content, changed: [...changed, [...next.changed]] };
    }, { content: before(facts(60, closed)), changed: [] });
    expect(known.changed).toEqual([[], [], ['TILTAK', 'POLITI'], []]);
  });

  test('somebody who has both versions finds only tables in which eleven cases or more must have changed', () => {
    fc.assert(fc.property(someFacts(60), someFacts(40), fc.nat(60), (of, more, gone) => {
      const first = before(of);
      const second = after([...of.slice(gone), ...more], first);
      for (const spec of R3.tables) {
        const [old, now] = [table(first, spec.id), table(second.content, spec.id)];
        if (second.changed.includes(spec.id)) expect(surelyChanged(old, now, false)).toBeGreaterThanOrEqual(11);
        else expect(now).toEqual(old);
      }
    }), { numRuns: 40 });
  });

  test('what is sure to have changed is never more than what did', () => {
    fc.assert(fc.property(someFacts(60), someFacts(20), fc.nat(20), (of, more, gone) => {
      const [old, now] = [before(of), before([...of.slice(gone), ...more])];
      const most = Math.max(Math.min(gone, of.length), more.length);
      for (const spec of R3.tables) expect(surelyChanged(table(old, spec.id), table(now, spec.id), variableOf(R3, spec.rows).many === true)).toBeLessThanOrEqual(most);
    }), { numRuns: 40 });
  });

  test('of rows needs eleven changed cases, too, before anything was made coarser', () => {
    const first = makeRows(ASKED, facts(40), undefined, KEY)?.basis;
    const next = (n: number) => makeRows({ ...ASKED, version: 2 }, [...facts(40 - n), ...facts(n, { caseType: 'BOR' })], first, KEY)?.changed;
    expect([next(10), next(11)]).toEqual([[], ['RADER']]);
  });

  test('of rows is counted by what came, went and was changed', () => {
    const [one, other] = [basisOf(['a', 'a', 'b']), basisOf(['a', 'c', 'c', 'c'])];
    expect([changedRows(one, other), changedRows(other, one), changedRows(one, one)]).toEqual([3, 3, 0]);
    expect([mayReplace(0, FEWEST_CHANGED), mayReplace(0, FEWEST_CHANGED - 1)]).toEqual([true, false]);
  });
});
