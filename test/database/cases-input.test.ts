import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIELDS } from '../../src/cases/fields.ts';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { CASE_REFUSALS } from '../../src/cases/refusals.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { classified, CLASSIFY, letIn, lives, type Lives } from './cases-support.ts';

let all: Lives;
let file: FileId;

beforeAll(async () => {
  all = await lives();
  file = await classified(all);
});
afterAll(() => all.close());

const ODD = [
  '', ' ', '\u0000', 'a\u0000b', '\uD800', '😢'.repeat(50), '=1+1', '<script>', 'NULL', '2026-02-30', '2026-13-01', '9999-99-99', '-1', '1e9', 'INGEN', 'MA',
  '00000000-0000-0000-0000-000000000000', 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'x'.repeat(60_000), '__proto__', "'; drop table app.case_file; --",
];
const value = fc.oneof(
  fc.constantFrom<unknown>(...ODD, null, true, 0, {}, [], ['a', 'a'], [null], Object.values(FIELDS).flatMap((rule) => ('codes' in rule ? rule.codes.slice(0, 1) : []))),
  fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 5 }),
);
const names = [...Object.keys(FIELDS), 'proposal', 'measureId', 'newId', 'happenedAt', 'caseId', '__proto__', 'x'];
const answers = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 });

const CODES: readonly string[] = [...CASE_REFUSALS, 'not_found', 'changed_meanwhile'];
/** What stands beside a field: a code with words in texts.ts, or, for a field that the form does not have, the checker's own. */
const FAULT = /^[a-z_]+$/;

test('whatever is sent to any step gets an answer with a code that has words, and never an exception', async () => {
  const keys = Object.keys(STEPS) as (keyof typeof STEPS)[]; // an object's keys are exactly its key type
  const people = await Promise.all(['kari', 'signe', 'stine'].map((subject) => all.world.person(subject)));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...keys), fc.constantFrom(...people), fc.boolean(), answers, async (key, person, known, given) => {
    const input = { caseId: file, ...given };
    const outcome = await all.world.house.door.enter(STEPS[key] as (typeof STEPS)['handOver'], person, known ? { ...input, caseId: file } : input); // every step takes a case and answers
    if (outcome.ok) return;
    expect(CODES).toContain(outcome.code);
    for (const [name, fault] of Object.entries(outcome.fields ?? {})) if (name !== 'form') expect(fault, `${key}.${name}`).toMatch(FAULT);
  }), { numRuns: 400, seed: 20260302 });
});

test('whatever is sent to open a case gets an answer', async () => {
  const report = await all.report();
  const kari = await all.world.person('kari');
  await fc.assert(fc.asyncProperty(fc.oneof(value, fc.constant([report])), value, async (reportIds, connection) => {
    const outcome = await all.world.house.door.enter(openCaseFromReports, kari, { reportIds, connection: connection === 'INGEN' ? '' : connection });
    expect(outcome.ok).toBe(false);
  }), { numRuns: 100, seed: 20260302 });
});

test('every fault of a form is told at once, also those that one answer brings with it', async () => {
  const asked = await all.opened('kari');
  expect(await all.tries('kari', 'raiseAkutt', asked, { called: 'N112', danger: ' ' })).toBe('bad_input {"danger":"missing","calledBy":"missing","calledWhen":"missing"}');
  expect(await all.tries('kari', 'proposeClassification', asked, { ...CLASSIFY, grounds: '', caseType: 'UTENFOR' })).toBe('bad_input {"caseType":"not_offered","grounds":"missing","lead":"missing"}');
  expect(await all.tries('kari', 'decideMeasure', asked, { measure: 'SAMTALE', responsible: 'x', due: '2026-02-30' })).toBe('bad_input {"due":"no_such_day"}');
  await letIn(all, 'even', asked);
  const elsewhere = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
  expect(await all.tries('kari', 'proposeClassification', asked, { ...CLASSIFY, lead: await all.id('even'), owner: elsewhere })).toBe('bad_input {"owner":"not_offered"}');
  expect(await all.tries('kari', 'proposeClassification', asked, { ...CLASSIFY, lead: elsewhere })).toBe('lead_cannot_lead {"lead":"lead_cannot_lead"}');
  expect(await all.tries('kari', 'grantAccess', asked, { accessTo: elsewhere, accessReason: 'VIKAR', until: '2027-01-01' })).toBe('access_to_role');
  expect(await all.tries('kari', 'grantAccess', asked, { accessTo: await all.id('stine'), accessReason: 'VIKAR', until: '2027-01-01' })).toBe('access_to_role');
});
