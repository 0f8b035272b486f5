import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

/** Inside the project, so that its packages and its compiler's settings hold; in a folder that is never kept. */
const FOLDER = join(ROOT, 'dist', 'walls');

const START = `
import { z } from 'zod';
import type { ReactElement } from 'react';
import type { Context } from '../../src/kernel/context.ts';
import type { Database, Tx } from '../../src/kernel/database/connect.ts';
import { command, query } from '../../src/kernel/door.ts';
import type { FileId, RegionId, UserId } from '../../src/kernel/ids.ts';
import { done, type Outcome } from '../../src/kernel/outcome.ts';
import { catalogue } from '../../src/kernel/texts.ts';
import { toMs, type Day, type Instant } from '../../src/kernel/time.ts';
import { allow } from '../../src/kernel/verdict.ts';
import { findReport, type Me } from '../../src/reports/store.ts';
import { show, submit, type StaffRoute } from '../../src/web/route.tsx';
export type Used = [ReactElement, Context, Database, Tx, FileId, RegionId, UserId, Outcome<1>, Day, Instant, StaffRoute, Me];
export const used = [z, command, query, done, catalogue, toMs, allow, findReport, show, submit];
const schema = z.strictObject({ id: z.uuid() });
const facts = async () => ({ mine: true });
const run = async () => done({ found: 1 });
declare const database: Database;
declare const tx: Tx;
declare const region: RegionId;
declare const file: FileId;
declare const user: UserId;
declare const me: Me;
declare const page: () => ReactElement;
declare const again: StaffRoute;
`;

/** What must not compile, and one word of why. */
const WRONG: readonly (readonly [what: string, source: string, because: RegExp])[] = [
  ['a command without access', "export const x = command({ name: 'x', schema, facts, run });", /'access' is missing/],
  ['a server that reaches for the page in somebody’s browser', 'export const x = document.title;', /Cannot find name 'document'/],
  ['a query without access', "export const x = query({ name: 'x', schema, facts, run });", /'access' is missing/],
  ['access that answers yes or no without a reason', "export const x = command({ name: 'x', schema, facts, run, access: () => true });", /Verdict/],
  ['access that judges something else than what was loaded', "export const x = query({ name: 'x', schema, facts, run, access: (_actor, loaded: { theirs: boolean }) => allow(String(loaded.theirs)) });", /theirs/],
  ['a use case without a schema', "export const x = command({ name: 'x', facts, run, access: () => allow('x') });", /'schema' is missing/],
  ['a use case that throws its «no» away', "export const x = command({ name: 'x', schema, facts, access: () => allow('x'), run: async () => ({ found: 1 }) });", /Outcome|'ok'|ok:/],
  ['a store that is asked outside a transaction', 'export const x = findReport(database, region, file, me);', /Transaction|isTransaction/],
  ['one kind of id in another’s place', 'export const x = findReport(tx, file, region, me);', /__id|Id</],
  ['a plain text as an id', "export const x = findReport(tx, 'r', file, me);", /Id<"region">|RegionId/],
  ['a plain text as a moment', "export const x = toMs('2026-01-01');", /Instant/],
  ['a day as a moment', "export const x = (on: Day) => toMs(on);", /Instant|__instant/],
  ['a word that is missing in nynorsk', "export const x = catalogue({ nb: { a: 'a', b: 'b' }, nn: { a: 'a' }, en: { a: 'a', b: 'b' } });", /'b' is missing/],
  ['a word that takes other values in English', "export const x = catalogue({ nb: { a: (n: number) => `${n}` }, nn: { a: (n: number) => `${n}` }, en: { a: (n: string) => n } });", /number|string/],
  ['a page that shows what a command answers', "export const x = show({ path: '/x', query: command({ name: 'x', schema, facts, run, access: () => allow('x') }), input: () => ({}), view: page });", /"query"/],
  ['a form that sends its input to a query', "export const x = submit({ path: '/x', command: query({ name: 'x', schema, facts, run, access: () => allow('x') }), input: () => ({}), then: () => '/', again });", /"command"/],
];

const RIGHT = `
export const read = query({ name: 'x', schema, facts, run, access: (_actor, loaded, input) => allow(loaded.mine ? input.id : 'x') });
export const write = command({ name: 'x', schema, facts, run, access: () => allow('x') });
export const shown = show({ path: '/x', query: read, input: () => ({}), view: page });
export const sent = submit({ path: '/x', command: write, input: () => ({}), then: () => '/', again });
export const found = findReport(tx, region, file, me);
export const words = catalogue({ nb: { a: 'a' }, nn: { a: 'a' }, en: { a: 'a' } });
export const who: UserId = user;
export const where: Database = database;
`;

let said: readonly string[] = [];

function fileName(index: number): string {
  return `wrong-${index}.ts`;
}

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  WRONG.forEach(([, source], index) => writeFileSync(join(FOLDER, fileName(index)), `${START}${source}\n`));
  writeFileSync(join(FOLDER, 'right.ts'), `${START}${RIGHT}`);
  // What is not used is no matter here; everything else is as the project has it.
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { noUnusedLocals: false, noErrorTruncation: true }, include: ['*.ts'] }));
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', FOLDER, '--pretty', 'false'], { encoding: 'utf8', cwd: FOLDER });
  said = run.stdout.split(/\n(?=\S)/);
}, 120_000);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('the careless way does not compile:', () => {
  test.each(WRONG.map(([what, , because], index) => [what, because, index] as const))('%s', (_what, because, index) => {
    const own = said.filter((line) => line.startsWith(`${fileName(index)}(`));
    expect(own.join('\n')).toMatch(because);
  });
});

test('and the careful way does', () => {
  expect(said.filter((line) => line.startsWith('right.ts('))).toEqual([]);
});
