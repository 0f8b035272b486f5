import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FIELDS, fieldsOf, type FieldName } from '../../src/cases/fields.ts';
import { STEP_KEYS, WORKFLOW } from '../../src/cases/workflow.ts';
import { makeWholeFile } from '../../src/cases/commands/whole.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { clocksForm } from '../../src/regions/clock-form.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { siteForm } from '../../src/regions/form.ts';
import { publishedSite } from '../../src/regions/site.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { END, toClosing } from '../database/cases-support.ts';
import { inputFor, type Ids } from './inputs.ts';
import { value } from '../support/door.ts';
import { NORDFJELLA } from '../support/world.ts';
import { inWork, lived, LIVING, nothing, OWNED, type Entered, type Lived } from './lived.ts';
import { cell, TABLE } from './table.ts';
import { findUseCases, type AnyUseCase } from './use-cases.ts';

/** How often each use case is entered; seeded, so that a failure comes again. */
const RUNS = 40;
const SEED = 2026;

type Form = Readonly<Record<string, unknown>>;

let all: Lived;
let useCases: readonly AnyUseCase[];
/** cases in different states, and reports, for forms that could be right */
const cases: string[] = [];
const reports: string[] = [];
/** the first report that each of those cases holds */
const reportIn = new Map<string, string>();
/** a closed case that the archivist has packed, with one letter in it */
let packed: { readonly caseId: string; readonly wholeId: string };
let fjordby: string | undefined;
let havnes: string | undefined;

beforeAll(async () => {
  all = await lived();
  useCases = (await findUseCases()).useCases;
  const { all: lives } = all;
  const closed = await inWork(lives, 'kari', await lives.opened('kari', OWNED));
  const letter = randomUUID();
  await lives.does('kari', 'draftDocument', closed, { letter: 'INNKALLING', delivery: 'MOTE', newId: letter });
  await lives.does('kari', 'editDocument', closed, { document: letter, docText: 'Kom tirsdag.' });
  await lives.does('kari', 'finaliseDocument', closed, { document: letter, delivery: 'MOTE' });
  await toClosing(lives, closed);
  await lives.does('kari', 'closeCase', closed, { ...END, proposal: await lives.proposal('kari', closed) });
  packed = { caseId: closed, wholeId: randomUUID() };
  value(await lives.world.house.door.enter(makeWholeFile, await lives.world.person('arne'), { caseId: closed, newId: packed.wholeId, lang: 'nb' }));
  cases.push(all.ids.here.case, closed, await lives.opened('jorunn', OWNED), await lives.opened('kari', OWNED), await lives.opened('kari', OWNED));
  reports.push(all.ids.here.report, await lives.report(), await lives.report({ ...OWNED, annen: 'Kari Nordmo' }));
  for (const file of cases) reportIn.set(file, await all.reportOf(file));
  [fjordby, havnes] = (await all.superuser.query<{ id: string }>(`select municipality_id as id from app.municipality where number in ('9901', '9902') order by number`)).rows.map(({ id }) => id);
  // fvl § 6: the question comes before the content.
  for (const who of ['kari', 'jorunn']) for (const reportId of reports) await lives.world.house.door.enter(declareConnection, await lives.world.person(who), { reportId, connection: 'INGEN' });
  await learnTables();
}, 300_000);
// The drum missed nothing.
afterEach(async () => { expect(await tables()).toBe(before); });
afterAll(async () => {
  typesetter().close();
  await all.close();
});

// ── What is thrown ──────────────────────────────────────────────────────────────────────────────────────────────────

const NASTY_TEXTS = [
  '', ' ', '\0', 'a\0b', 'Kari\u0000 Nordmo', '\u0007\u001b[31mrødt', '\u202egnisrevmo', '\ud800', '\udfff tail', '😀', '👩‍👩‍👧‍👦'.repeat(60), 'e\u0301'.repeat(300),
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', '=HYPERLINK("https://example.invalid")', '+1+1', '@SUM(A1)', '-2+3', "'; drop table kernel.file; --",
  '${7*7}', '{{7*7}}', '../../etc/passwd', '%00', '\r\nSet-Cookie: a=b', 'x'.repeat(100_000), '\n'.repeat(5_000), '0', '-1', '1e309', 'NaN', 'true', 'null', 'undefined', '[object Object]',
  '2026-02-30', '9999-12-31', '0000-00-00', '-000001-01-01', '2026-03-02T08:00:00.000Z', 'KOORDINATOR', 'JA', 'constructor', '__proto__',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', randomUUID().toUpperCase(), `${randomUUID()} `, `{${randomUUID()}}`,
];
/** The ones that stopped programs of others: what PostgreSQL cannot store, what no text holds, what ends a line, what never ends. */
const WORST = ['a\0b', '\ud800', '\u001b[31mrødt\u0007', '\r\nSet-Cookie: a=b', '<script>alert(1)</script>', 'x'.repeat(100_000)];
const NASTY_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'regionId', 'userId', 'roles', 'files', 'region_id', 'x\0', '', '😀', 'caseId ', '0'];

const nastyText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY_TEXTS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) });
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: nastyText },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1n, [], [''], {}, { $ne: null }, new Map(), Buffer.from('x'), () => 'x', Symbol('x')) },
  { weight: 1, arbitrary: fc.array(nastyText, { maxLength: 30 }) },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2, maxKeys: 4, withBigInt: true, withNullPrototype: true, withMap: true, withSet: true }) },
);

type Throw = {
  readonly who: string;
  /** instead, somebody whom the matrix lets in, where there is one */
  readonly letIn: boolean;
  readonly where: 'here' | 'elsewhere' | 'nothing';
  /** a right form with some answers changed · with fields nobody asked for · a form of nothing but these · no form at all · a right one */
  readonly how: 'some' | 'extra' | 'all' | 'none' | 'right';
  readonly at: readonly number[];
  readonly values: readonly unknown[];
  readonly keys: readonly string[];
  readonly which: number;
};

const thrown: fc.Arbitrary<Throw> = fc.record({
  who: fc.constantFrom(...LIVING), letIn: fc.boolean(), where: fc.constantFrom('here', 'here', 'here', 'here', 'elsewhere', 'nothing'),
  how: fc.constantFrom('some', 'some', 'some', 'some', 'extra', 'all', 'none', 'right'), at: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  values: fc.array(fc.oneof(nastyText, nasty), { minLength: 2, maxLength: 6 }), keys: fc.array(fc.oneof(fc.constantFrom(...NASTY_KEYS), nastyText), { minLength: 1, maxLength: 6 }), which: fc.nat(),
});

/** A form as a careful person would send it. */
async function rightForm(name: string, ids: Ids): Promise<Form> {
  const base = inputFor(name, ids, all.site);
  const step = STEP_KEYS.find((key) => `cases.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}` === name);
  if (step !== undefined) return { ...base, ...Object.fromEntries(fieldsOf(WORKFLOW[step]).map((field) => [field, answer(field, ids, fjordby)])) };
  switch (name) {
    case 'cases.file_beside': case 'cases.whole_file': return cases.includes(ids.case) ? { ...base, ...packed } : base;
    case 'reports.raise_urgent': return { ...base, danger: 'Han har kniv.', called: '112', calledBy: 'Naboen', calledWhen: 'kl. 02:12' };
    case 'reports.hand_over': return { ...base, note: 'Ring etter ti.' };
    case 'reports.ask_reporter': case 'cases.ask_reporter': return { ...base, what: 'SPORSMAL', text: 'Hvor bor han?' };
    case 'cases.list': return { show: 'open', sort: 'deadline', page: '1', reference: '2026-K7QF3M', municipality: fjordby, status: 'MOTTATT', caseType: 'MA', mine: 'ja' };
    case 'statistics.figures': return { year: 2026, municipality: '9901' };
    case 'statistics.over_time': return { block: 'gender', municipality: '9901' };
    case 'statistics.explore': return { subject: 'meldinger', by: 'channel', across: 'became', from: '2026-01', through: '2026-03', municipality: '9901' };
    case 'statistics.internal': return { year: 2026, page: 1, selection: { from: '2026-01', through: '2026-03', owner: '9901', values: [{ dimension: 'gender', code: 'KVINNE' }] } };
    case 'staff.invite': return { ...base, municipalityId: fjordby, subject: randomUUID() };
    case 'staff.correct': return { ...base, municipalityId: fjordby };
    case 'staff.disable': return { userId: ids.person };
    case 'staff.reopen': return { userId: ids.disabled };
    case 'staff.propose_role': return { userId: ids.person, role: 'TEAMMEDLEM' };
    case 'staff.end_role': return { grantId: ids.grant };
    case 'regions.save_site': case 'regions.change_clocks': return regionForm(name);
    case 'regions.new_agreement': return { ...base, municipalityId: fjordby, from: '2026-06-01' };
    case 'regions.add_municipality': return { ...base, number: '9950', name: 'Nesbygd' };
    case 'regions.merge_municipality': return { ends: havnes, into: fjordby, from: '2027-01-01' };
    case 'cases.add_code_value': return { ...base, list: 'TJENESTE', parent: 'HJEMMETJENESTE', nb: 'Nattpatruljen', nn: 'Nattpatruljen', en: 'Night patrol', from: '2027-01-01' };
    // One that was left for a day: its writer's fresh one is nobody else's yet.
    case 'reports.put_away_draft': return { ...base, draftId: ids.leftDraft };
    default: return base;
  }
}

/** The region's two forms carry the version that they were read at. */
async function regionForm(name: 'regions.save_site' | 'regions.change_clocks'): Promise<Form> {
  const { rows: [profile] } = await all.superuser.query<{ changed_at: Date; draft_site: unknown; clocks_version: number }>('select changed_at, draft_site, clocks_version from app.region_profile where region_id = $1', [NORDFJELLA]);
  if (name === 'regions.change_clocks') return { typed: clocksForm(NO_CHANGES), version: String(profile?.clocks_version) };
  return { typed: siteForm(publishedSite.parse(profile?.draft_site)), changedAt: profile?.changed_at.toISOString() };
}

function answer(name: FieldName, ids: Ids, municipality: string | undefined): unknown {
  const rule = FIELDS[name];
  switch (rule.kind) {
    case 'text': return 'Noe skrevet.';
    case 'code': return rule.codes[0];
    case 'codes': return [rule.codes[0]];
    case 'user': return ids.person;
    case 'municipality': return municipality;
    case 'link': return randomUUID();
    case 'day': case 'comingDay': return '2026-12-01';
  }
}

function one<T>(list: readonly T[], at: number): T {
  if (list.length === 0) expect.fail('nothing to choose from');
  return list[at % list.length] as T; // the list is not empty
}

function isEverFor(name: string, who: string): boolean {
  return TABLE.some((row) => row.name === name && row.situations.some(({ key }) => cell(name, who, key).verdict.allow));
}

/** Those whom the matrix lets in, in the ordinary situation or once they have answered the question. */
function mayAll(name: string): string[] {
  const lived = ['answered', ...(name === 'reports.put_away_draft' ? ['left'] : [])];
  const situation = lived.find((one) => TABLE.some((row) => row.name === name && row.situations.some(({ key }) => key === one)));
  return LIVING.filter((key) => cell(name, key, situation).verdict.allow);
}

function whoOf(name: string, { who, letIn, which }: Throw): string {
  const may = mayAll(name);
  return letIn && may.length > 0 ? one(may, which) : who;
}

function hereWith(which: number): Ids {
  const file = one(cases, which);
  return { ...all.ids.here, case: file, caseReport: reportIn.get(file) ?? '', report: one(reports, which) };
}

async function formOf(name: string, { where, how, at, values, keys, which }: Throw): Promise<unknown> {
  if (how === 'none') return values[0];
  if (how === 'all') return Object.fromEntries(keys.map((key, index) => [key, one(values, index)]));
  const here = hereWith(which);
  const form: Record<string, unknown> = { ...(await rightForm(name, where === 'here' ? here : where === 'elsewhere' ? all.ids.elsewhere : nothing())) };
  const fields = Object.keys(form);
  if (how === 'some') for (const [index, place] of at.entries()) if (fields.length > 0) form[one(fields, place)] = one(values, index);
  // A key called __proto__ is an own key of what a form or JSON sends.
  if (how === 'extra') for (const [index, key] of keys.entries()) Object.defineProperty(form, key, { value: one(values, index), enumerable: true, configurable: true, writable: true });
  return form;
}

// ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────

let fingerprint = '';
let before = '';
let beats = '';

/** Rows of each table with who wrote them last: any change that was committed shows. The audit log is another matter. */
async function learnTables(): Promise<void> {
  const { rows } = await all.superuser.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('app', 'kernel', 'intake', 'queue', 'stats', 'graphile_worker') and format('%I.%I', n.nspname, c.relname) <> 'kernel.audit_event' order by 1`);
  fingerprint = rows.map(({ name }) => `select '${name}' as t, count(*)::text || '/' || coalesce(sum(xmin::text::bigint), 0)::text as state from ${name}`).join(' union all ');
  await listen(rows.map(({ name }) => name));
  before = await tables();
}

/** Every statement that would write to one of them beats a drum, which a rollback cannot take back; only then are the rows themselves looked at. */
async function listen(names: readonly string[]): Promise<void> {
  await all.superuser.query(`create sequence public.drum; create function public.beat() returns trigger language plpgsql security definer as 'begin perform nextval(''public.drum''); return null; end'`);
  for (const name of names) await all.superuser.query(`create trigger drum after insert or update or delete on ${name} for each statement execute function public.beat(); create trigger drum_cleared after truncate on ${name} for each statement execute function public.beat()`);
}

async function tables(): Promise<string> {
  const { rows } = await all.superuser.query<{ t: string; state: string }>({ name: 'fingerprint', text: fingerprint });
  return rows.map((row) => `${row.t} ${row.state}`).join('\n');
}

async function state(): Promise<string> {
  const { rows: [drum] } = await all.superuser.query<{ beats: string }>({ name: 'drum', text: 'select last_value::text || is_called::text as beats from public.drum' });
  if (drum?.beats === beats) return before;
  beats = drum?.beats ?? '';
  return tables();
}

const counted = { done: 0, refused: 0, denied: 0, noForm: 0, written: 0 };

/** Never an exception, always an answer with a stable code; and what was refused left no trace but its audit row. */
async function enterAndLook(useCase: AnyUseCase, who: string, form: unknown): Promise<void> {
  const told = `${useCase.name} as ${who}: ${inspect(form, { depth: 3, maxStringLength: 120, maxArrayLength: 8 }).slice(0, 1500)}`;
  let entered: Entered;
  try {
    entered = await all.enter(useCase, who, form);
  } catch (error) {
    throw new Error(`threw ${inspect(error, { depth: 0 }).slice(0, 600)}\n${told}`, { cause: error });
  }
  const { outcome, audit } = entered;
  if (audit === undefined) counted.noForm += 1;
  else if (outcome.ok) counted.done += 1;
  else if (audit.startsWith('denied:')) counted.denied += 1;
  else counted.refused += 1;
  expect(outcome.ok || /^[a-z][a-z_]*$/.test(outcome.code), told).toBe(true);
  // What is no form at all is said so before anything is asked of the database.
  if (audit === undefined) {
    expect(outcome, told).toMatchObject({ ok: false, code: 'bad_input' });
    return;
  }
  const after = await state();
  if (after !== before) counted.written += 1;
  if (!outcome.ok && outcome.kept !== true) expect(after, `${told}\nanswered ${outcome.code}, but something was written`).toBe(before);
  before = after;
}

test('a file of a package is there to be asked for: what is thrown at its door is more than what is not there', async () => {
  for (const name of ['cases.file_beside', 'cases.whole_file']) expect(await all.enter(useCases.find((one) => one.name === name) ?? expect.fail(name), 'arne', await rightForm(name, all.ids.here)), name).toMatchObject({ outcome: { ok: true }, files: expect.arrayContaining([packed.caseId]) });
});

test('whatever is sent to whatever by whomever, the door answers, and what it refuses leaves nothing behind', async () => {
  for (const [index, useCase] of useCases.entries()) {
    await fc.assert(fc.asyncProperty(thrown, async (it) => enterAndLook(useCase, whoOf(useCase.name, it), await formOf(useCase.name, it))), { numRuns: RUNS, seed: SEED + index, endOnFailure: true });
  }
  // Thrown wide enough to meet each kind of answer, and the comparison of rows does see what is written.
  expect(Math.min(...Object.values(counted)), inspect(counted)).toBeGreaterThan(40);
}, 300_000);

/** Fields of a form inside a form; there the two that no database takes are enough. */
function innerKeys(value: unknown, text: string): string[] {
  return WORST.indexOf(text) < 2 && typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value) ? Object.keys(value) : [];
}

test('each field of each form takes the worst of texts from somebody who may send it', async () => {
  for (const useCase of useCases) {
    const who = mayAll(useCase.name)[0] ?? LIVING.find((one) => isEverFor(useCase.name, one));
    if (who === undefined) expect.fail(`${useCase.name} is for nobody`);
    for (const [index, field] of Object.keys(await rightForm(useCase.name, all.ids.here)).entries()) {
      for (const text of WORST) {
        const right = await rightForm(useCase.name, hereWith(index));
        await enterAndLook(useCase, who, { ...right, [field]: text });
        for (const inner of innerKeys(right[field], text)) await enterAndLook(useCase, who, { ...right, [field]: { ...Object(right[field]), [inner]: text } });
      }
    }
  }
}, 300_000);

test('ten thousand fields, a thousand levels and a million letters are answered, not obeyed', async () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_nothing, at) => [`felt${at}`, 'x']));
  const deep = Array.from({ length: 1_000 }).reduce<unknown>((inner) => ({ inner }), 'x');
  for (const useCase of useCases) {
    const right = await rightForm(useCase.name, all.ids.here);
    const [field] = Object.keys(right);
    for (const form of [{ ...right, ...many }, ...(field === undefined ? [] : [{ ...right, [field]: 'x'.repeat(1_000_000) }, { ...right, [field]: deep }, { ...right, [field]: Object.keys(many) }])]) await enterAndLook(useCase, 'kari', form);
  }
}, 300_000);
