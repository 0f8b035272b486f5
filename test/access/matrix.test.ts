import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LISTS, lookedAt } from '../../src/cases/looked.ts';
import { matrixDocument, WHY, WHY_NOT } from './document.ts';
import { letIn } from './document-standings.ts';
import { EVERYBODY, isPerson } from './situations.ts';
import { standing, STANDINGS } from './standings.ts';
import { TABLE } from './table.ts';
import { parse } from '../walls/sources.ts';
import { findUseCases, madeIn } from './use-cases.ts';

const DOCUMENT = '../../docs/access-matrix.md';

test('every use case of the product has a row in the matrix: a new one is never let through unseen', async () => {
  const { useCases, inside, lost } = await findUseCases();
  const rows = TABLE.map((row) => row.name);
  const names = [...useCases.map(({ name }) => name), ...inside];
  expect(lost, 'made so that the matrix cannot find it; export it, or say in test/access/use-cases.ts where it is').toEqual([]);
  expect(names.filter((name) => !rows.includes(name)), 'these use cases have no row in test/access/table.ts: say there who may, in which situations').toEqual([]);
  expect(rows.filter((name) => !names.includes(name)), 'these rows of test/access/table.ts are about a use case that is gone').toEqual([]);
  expect(rows.filter((name, at) => rows.indexOf(name) !== at), 'these have two rows').toEqual([]);
});

test('reading is never told as work, or whoever only reads would seem to have done something with it', async () => {
  // Lists and desks: no file of a case is opened by them.
  const opensNone: readonly string[] = [...LISTS, 'cases.whole_page', 'cases.find_for_archive', 'cases.search_page', 'cases.meetings', 'cases.log_review', 'cases.templates', 'cases.night_desk', 'cases.find_for_log', 'cases.find_for_emergency', 'cases.advice_form', 'cases.code_lists'];
  const reads = (await findUseCases()).useCases.filter(({ name, kind }) => name.startsWith('cases.') && kind === 'query' && !opensNone.includes(name)).map(({ name }) => name);
  expect(reads).toContain('cases.open');
  expect([...reads, 'cases.make_whole_file', 'privacy.request', 'documents.ask_file', 'documents.file', 'documents.journal_file'].filter((name) => lookedAt(name, 'done:granted').kind === 'worked')).toEqual([]);
});

test('the look bites: a use case inside a function, or made by hand, is found', () => {
  const parts = '{ name: "a.b", schema, facts: async () => ({}), access: anyone, run: async () => done({}) }';
  const found = (text: string) => madeIn(parse('x.ts', text)).map(({ name, exported }) => [name, exported]);
  expect(found(`export const a = command(${parts});`)).toEqual([['a.b', true]]);
  expect(found(`const a = command(${parts});`)).toEqual([['a.b', false]]);
  expect(found(`export function a() { return query(${parts}); }`)).toEqual([['a.b', false]]);
  expect(found(`void door.enter(${parts}, actor, {});`)).toEqual([['a.b', false]]);
});

test('every reason that a rule gives has its words, and no words stand for a reason that nobody gives', () => {
  const verdicts = TABLE.flatMap((row) => row.situations.flatMap(({ key }) => EVERYBODY.map((who) => row.answer(who, key).verdict)));
  const given = (allow: boolean) => [...new Set(verdicts.filter((verdict) => verdict.allow === allow).map(({ because }) => because))].sort();
  expect(given(true)).toEqual(Object.keys(WHY).sort());
  expect(given(false)).toEqual(Object.keys(WHY_NOT).sort());
});

test('every row is asked in twelve situations and more, of what it is about and of whoever asks, and says why where one has no meaning', () => {
  const people = EVERYBODY.filter(isPerson);
  expect(people.length).toBeGreaterThanOrEqual(16);
  expect(STANDINGS.length).toBeGreaterThanOrEqual(12);
  for (const one of STANDINGS) expect([one.key, people.every((who) => one.of(who) !== undefined) || (one.not ?? '') !== '']).toEqual([one.key, true]);
});

test('whatever the use case and the situation: with a role that ended, waits or is not in force nobody is let in, and with one in another region to nothing of this one', () => {
  const people = EVERYBODY.filter(isPerson);
  for (const key of ['role_ended', 'role_waits', 'shut_out', 'uncompared', 'supervision_over']) {
    for (const then of people.flatMap((who) => standing(key, who) ?? [])) expect([key, then.key, [...letIn(then)]]).toEqual([key, then.key, []]);
  }
  const there = people.flatMap((who) => standing('elsewhere', who) ?? []);
  const here = TABLE.filter(({ about }) => about !== 'region').map(({ name }) => name);
  expect(there.flatMap((who) => [...letIn(who)].filter((one) => here.includes(one.split(' ')[0] ?? '')))).toEqual([]);
  expect(people.flatMap((who) => [...letIn(standing('hours_ago', who) ?? who)]).length, 'the look bites').toBeGreaterThan(1000);
});

test('docs/access-matrix.md says what the rules say (-u or WRITE_DOCS=1 writes it anew)', async () => {
  const text = matrixDocument();
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(new URL(DOCUMENT, import.meta.url), text);
  await expect(text).toMatchFileSnapshot(DOCUMENT);
});
