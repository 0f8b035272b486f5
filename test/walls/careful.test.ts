import { beforeAll, describe, expect, test } from 'vitest';
import { partOf, type Part } from './import-rules.ts';
import { child, children, filesBelow, lineOf, parse, sourceOf, sourcePaths, walk, type Node, type Source } from './sources.ts';

const SRC = sourcePaths('src', 'db', 'bench');
const EVERYTHING = [...SRC, ...sourcePaths('test')];

// Read before the first look, so that no test is charged for reading it all.
beforeAll(() => void EVERYTHING.map(sourceOf));

type Look = (node: Node, source: Source, parents: readonly Node[]) => boolean;

function found(source: Source, look: Look): string[] {
  const places: string[] = [];
  walk(source.ast, (node, parents) => {
    if (look(node, source, parents)) places.push(`${source.path}:${lineOf(source, node.start)} ${source.text.slice(node.start, node.end).split('\n')[0]?.slice(0, 100)}`);
  });
  return places;
}

function inAll(paths: readonly string[], look: Look): string[] {
  return paths.flatMap((path) => found(sourceOf(path), look));
}

/** `Date.now` → ['Date', 'now']. */
function member(node: Node): readonly [string, string] | undefined {
  const object = child(node, 'object')?.['name'];
  const property = child(node, 'property')?.['name'];
  return node.type === 'MemberExpression' && typeof object === 'string' && typeof property === 'string' ? [object, property] : undefined;
}

function calls(node: Node): string | undefined {
  const callee = child(node, 'callee');
  if (node.type !== 'CallExpression' || callee === undefined) return undefined;
  const name = callee.type === 'MemberExpression' ? child(callee, 'property')?.['name'] : callee['name'];
  return typeof name === 'string' ? name : undefined;
}

function isUnexplainedAs(node: Node, source: Source): boolean {
  if (node.type !== 'TSAsExpression') return false;
  if (child(child(node, 'typeAnnotation'), 'typeName')?.['name'] === 'const') return false;
  const end = source.text.indexOf('\n', node.end);
  return !/\/\/ \S|\/\* \S/.test(source.text.slice(node.end, end === -1 ? undefined : end));
}

const LOOKS: Readonly<Record<string, Look>> = {
  any: (node) => node.type === 'TSAnyKeyword',
  nonNull: (node) => node.type === 'TSNonNullExpression' || (node.type === 'VariableDeclarator' && node['definite'] === true),
  as: isUnexplainedAs,
  assertion: (node) => node.type === 'TSTypeAssertion',
  date: (node) => node.type === 'Identifier' && node['name'] === 'Date',
  chance: (node) => member(node)?.join('.') === 'Math.random',
  style: (node) => node.type === 'JSXAttribute' && /^(style|on[A-Z]\w*|dangerouslySetInnerHTML)$/.test(String(child(node, 'name')?.['name'])),
  allColumns: (node) => ['selectAll', 'returningAll'].includes(calls(node) ?? ''),
  queryBuilder: (node) => ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'].includes(calls(node) ?? ''),
};

function look(name: string): Look {
  return LOOKS[name] ?? (() => true);
}

describe('nothing goes round the types:', () => {
  test.each([
    ['no any', 'any'], ['no non-null !', 'nonNull'], ['no `as` without the reason on its line', 'as'], ['no <T>value', 'assertion'],
  ])('%s', (_what, name) => {
    expect(inAll(EVERYTHING, look(name))).toEqual([]);
  });

  test('no check is switched off without a reason, and none of the compiler’s at all', () => {
    const OFF = /@ts-(ignore|nocheck|expect-error)|(?:eslint|oxlint)-disable(?![^\n]* -- \S)/;
    expect(EVERYTHING.filter((path) => !path.startsWith('test/walls/')).flatMap((path) => sourceOf(path).text.split('\n').flatMap((line, at) => (OFF.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])))).toEqual([]);
  });
});

describe('time, chance and the surroundings come as arguments:', () => {
  test('Date stands in kernel/time.ts alone', () => {
    expect(inAll(SRC.filter((path) => path !== 'src/kernel/time.ts' && !path.startsWith('src/web/islands/')), look('date'))).toEqual([]);
  });

  test('nobody draws lots with Math.random', () => {
    expect(inAll(EVERYTHING, look('chance'))).toEqual([]);
  });

  test.each(['systemClock', 'systemChance'])('%s is handed in by the processes; a rule, command or page never takes it itself', (name) => {
    const may: readonly Part[] = ['composes', 'kernel', 'local-provider', 'application'];
    // An issuer counts on real time, also where a demo's clock is shifted.
    const also = ['src/staff/sign-in/oidc.ts'];
    expect(inAll(SRC.filter((path) => !may.includes(partOf(path)) && !also.includes(path)), (node) => node.type === 'ImportSpecifier' && child(node, 'imported')?.['name'] === name)).toEqual([]);
  });

  test('the environment is read at the start and nowhere else; the embedded server’s programs inherit it', () => {
    const may: readonly Part[] = ['composes'];
    expect(inAll(SRC.filter((path) => !may.includes(partOf(path)) && !path.startsWith('src/kernel/postgres/')), (node) => member(node)?.join('.') === 'process.env')).toEqual([]);
  });
});

describe('only the door opens the database:', () => {
  test('nobody else begins a transaction', () => {
    const may = ['src/kernel/door.ts', 'src/kernel/keyring.ts', 'src/kernel/database/migrate.ts'];
    expect(inAll(SRC.filter((path) => partOf(path) !== 'composes' && !may.includes(path)), (node) => calls(node) === 'transaction' || /^['"`]\s*(begin|start transaction)\b/i.test(literal(node)))).toEqual([]);
  });

  test('nobody else sets the region or opens files', () => {
    const may = ['src/kernel/door.ts', 'src/kernel/keyring.ts', 'src/kernel/journal/file.ts', 'src/kernel/journal/replay.ts', 'src/kernel/audit/verify-journals.ts'];
    expect(SRC.filter((path) => !may.includes(path) && /set_config\(\s*'app\.|set (local )?app\./i.test(sourceOf(path).text))).toEqual([]);
  });

  test('SQL stands in stores, where it is in sight', () => {
    const may: readonly Part[] = ['store', 'kernel', 'composes'];
    expect(inAll(SRC.filter((path) => !may.includes(partOf(path))), look('queryBuilder'))).toEqual([]);
  });

  test('columns are named: what is added to a table later does not come along by itself', () => {
    expect(inAll(SRC, look('allColumns'))).toEqual([]);
    expect(SRC.filter((path) => /\bselect\s+(\w+\.)?\*/i.test(sourceOf(path).text))).toEqual([]);
  });

  test('a store’s function asks for the running transaction first', () => {
    expect(SRC.filter((path) => partOf(path) === 'store').flatMap((path) => children(sourceOf(path).ast, 'body').flatMap((statement) => {
      const declared = child(statement, 'declaration');
      if (statement.type !== 'ExportNamedDeclaration' || declared?.type !== 'FunctionDeclaration' || declared['async'] !== true) return [];
      const first = children(declared, 'params')[0];
      return first?.['name'] === 'tx' ? [] : [`${path} ${String(child(declared, 'id')?.['name'])}`];
    }))).toEqual([]);
  });
});

describe('what leaves the house is made in one way:', () => {
  test('no inline style and no inline handler, which the content security policy refuses', () => {
    expect(inAll(SRC.filter((path) => path.endsWith('x')), look('style'))).toEqual([]);
  });

  test('nothing is printed but by the processes and the one logger, which take codes and not messages', () => {
    const may: readonly Part[] = ['composes'];
    expect(inAll(SRC.filter((path) => !may.includes(partOf(path)) && !/^src\/(web\/http\/serve|local-provider\/.*)\.tsx?$/.test(path)), (node) => member(node)?.[0] === 'console' || ['process.stdout', 'process.stderr'].includes(member(node)?.join('.') ?? ''))).toEqual([]);
  });
});

describe('names say what a thing is:', () => {
  const EMPTY = /(manager|helpers?|utils?|misc|common|shared)(?=[-.]|$)/i;

  test('no file is called after nothing', () => {
    const named = [...filesBelow('src'), ...filesBelow('db'), ...filesBelow('test'), ...filesBelow('bench')];
    expect(named.filter((path) => EMPTY.test(path.split('/').at(-1) ?? '') || /(^|[-/])(data|info)\.tsx?$/.test(path))).toEqual([]);
  });

  test('nor is a type or a class', () => {
    expect(inAll(SRC, (node) => ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ClassDeclaration'].includes(node.type)
      && /(Manager|Helper|Util|Utils|Data|Info)$/.test(String(child(node, 'id')?.['name'])))).toEqual([]);
  });

  test('what is exported has a name, and no file only passes on what others have', () => {
    expect(inAll(SRC, (node) => node.type === 'ExportDefaultDeclaration' || node.type === 'ExportAllDeclaration')).toEqual([]);
    const passesOn = (path: string): boolean => {
      const body = children(sourceOf(path).ast, 'body');
      return body.length > 0 && body.every((statement) => statement.type === 'ExportNamedDeclaration' && child(statement, 'source') !== undefined);
    };
    expect(SRC.filter((path) => !/^src\/[a-z-]+\/public\.ts$/.test(path) && passesOn(path))).toEqual([]);
  });
});

describe('the looks bite:', () => {
  test.each([
    ['any', 'let a: any;'], ['nonNull', 'f(a!);'], ['as', 'const a = b as string;\n// too late'], ['assertion', 'const a = <string>b;'], ['date', 'new Date()'],
    ['chance', 'Math.random()'], ['style', 'const a = <p style={s} />;'], ['style', 'const a = <p onClick={s} />;'], ['allColumns', 'tx.selectFrom("a").selectAll()'],
    ['queryBuilder', 'ctx.tx.deleteFrom("a")'],
  ])('%s in %s', (name, text) => {
    expect(found(parse(name === 'assertion' ? 'x.ts' : 'x.tsx', text), look(name))).not.toEqual([]);
  });

  test('and leave what is explained alone', () => {
    expect(found(parse('x.ts', 'const a = b as string; // parsed above\nconst c = [1] as const;'), look('as'))).toEqual([]);
  });
});

function literal(node: Node): string {
  return node.type === 'Literal' && typeof node['raw'] === 'string' ? node['raw'] : '';
}
