import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFault, MODULES, moduleOf, partOf, PUBLIC_PROCESS_WINDOWS } from './import-rules.ts';
import { importsOf, loadedBy, ROOT, sourceOf, sourcePaths, type Import } from './sources.ts';

const PATHS = sourcePaths('src');
const ALL = PATHS.flatMap((path) => importsOf(sourceOf(path)));

function imagined(from: string, to: string): Import {
  return { from, to, typeOnly: false, line: 1 };
}

test('every import goes the one way that the floors allow', () => {
  expect(ALL.flatMap((one) => {
    const fault = importFault(one);
    return fault === undefined ? [] : [`${one.from}:${one.line} imports ${one.to}: ${fault}`];
  })).toEqual([]);
});

describe('the rule bites:', () => {
  test.each([
    ['kernel that knows the domain', 'src/kernel/door.ts', 'src/cases/public.ts'],
    ['an earlier module that imports a later one', 'src/reports/queries.ts', 'src/cases/public.ts'],
    ['a look inside another module', 'src/cases/commands/open.ts', 'src/reports/store.ts'],
    ['a rule that reads the database', 'src/cases/access.ts', 'src/cases/store.ts'],
    ['a rule that reads a file', 'src/cases/closing.ts', 'node:fs'],
    ['a rule that gets a transaction', 'src/cases/clocks.ts', 'src/kernel/database/connect.ts'],
    ['a page that asks a store', 'src/cases/pages/show.tsx', 'src/cases/store.ts'],
    ['a page that asks another module’s store', 'src/cases/pages/show.tsx', 'src/staff/store.ts'],
    ['a page with SQL', 'src/cases/pages/show.tsx', 'kysely'],
    ['a store that decides', 'src/cases/store.ts', 'src/cases/access.ts'],
    ['a component that knows a module', 'src/web/ui/table.tsx', 'src/cases/codes.ts'],
    ['a command that shows something', 'src/cases/commands/open.ts', 'src/web/ui/table.tsx'],
    ['the house importing the demo’s sign-in', 'src/web/staff/app.tsx', 'src/local-provider/provider.ts'],
    ['the product importing its tests', 'src/cases/queries.ts', 'test/support/world.ts'],
    ['a module importing a process', 'src/cases/queries.ts', 'src/open-house.ts'],
  ])('%s', (_what, from, to) => {
    expect(importFault(imagined(from, to))).toBeDefined();
  });
});

test('there is no folder that the floors do not know, so that no module escapes the order', () => {
  const known = new Set<string>([...MODULES, 'kernel', 'local-provider', 'launch', 'jobs', 'setup', 'tools', '']);
  expect([...new Set(PATHS.map(moduleOf))].filter((name) => !known.has(name))).toEqual([]);
});

test('every import says where it goes: with its ending, to a file that is there', () => {
  expect(ALL.filter((one) => one.to.startsWith('src/') && !existsSync(join(ROOT, one.to))).map((one) => `${one.from}: ${one.to}`)).toEqual([]);
});

test('no file needs, by whatever way round, itself', () => {
  expect(cycles()).toEqual([]);
});

/** Each round of value imports once, as a line from file to file. */
function cycles(): string[] {
  const next = new Map(PATHS.map((path) => [path, ALL.filter((one) => one.from === path && !one.typeOnly && one.to.startsWith('src/')).map((one) => one.to)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of PATHS) visit(path, []);
  return found;
}

describe('a process loads only what it may hold:', () => {
  const SECRETS = /^src\/(kernel\/(door|keyring|context|intake-keys)\.ts|kernel\/(journal|audit|queue|postgres)\/|[a-z-]+\/(store|commands|queries)(\.ts$|\/)|local-provider\/)/;

  test('the public process loads no store, no command, no keyring: there is nothing in it that could open a report', () => {
    expect([...loadedBy('src/public.ts')].filter((path) => SECRETS.test(path))).toEqual([]);
  });

  test.each(PUBLIC_PROCESS_WINDOWS.filter((path) => existsSync(join(ROOT, path))))('%s, which it may import, brings none along either', (path) => {
    expect([...loadedBy(path)].filter((loaded) => SECRETS.test(loaded))).toEqual([]);
  });

  test.each(['src/main.ts', 'src/public.ts', 'src/house.ts', 'src/tools.ts'].filter((path) => existsSync(join(ROOT, path))))('%s never loads the local sign-in provider', (path) => {
    expect([...loadedBy(path)].filter((loaded) => /^src\/local-provider\/|^oidc-provider/.test(loaded))).toEqual([]);
  });

  test('nothing on the server loads what belongs in the browser', () => {
    const islands = ALL.filter((one) => one.to.startsWith('src/web/islands/') && !one.from.startsWith('src/web/islands/'));
    expect(islands).toEqual([]);
  });
});

test('a rule stays pure all the way down: nothing it loads reads the clock, draws lots, or touches disk, net or database', () => {
  const IMPURE = /^(pg|kysely|hono|react|(node:)?(fs|net|http|https|tls|child_process|os))(\/|$)|^src\/(kernel\/(database\/connect|door|journal\/file|keyring)\.ts|[a-z-]+\/store)/;
  const rules = PATHS.filter((path) => partOf(path) === 'rule');
  expect(rules.flatMap((path) => [...loadedBy(path)].filter((loaded) => IMPURE.test(loaded)).map((loaded) => `${path} loads ${loaded}`))).toEqual([]);
});
