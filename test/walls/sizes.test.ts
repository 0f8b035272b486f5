import { expect, test } from 'vitest';
import { child, filesBelow, lineOf, parse, sourceOf, sourcePaths, textOf, walk, type Node, type Source } from './sources.ts';

const LONGEST_FILE = 300;
const LONG_FILE = 200;
const LONGEST_FUNCTION = 60;

/** Literals: words, code lists, workflow tables, the list of municipalities. Nobody has to follow a thought through them. */
const LITERALS = /(^|\/)(texts|codes|choices)(\.ts$|\/)|-texts\.ts$|workflow\.ts$|municipalities\.ts$/;

const CODE = [...sourcePaths('src', 'db', 'bench'), ...filesBelow('src').filter((path) => path.endsWith('.mjs')), 'build.mjs', 'run.mjs', 'sbom.mjs'];
const TESTS = sourcePaths('test');

function lines(path: string): number {
  return textOf(path).trimEnd().split('\n').length;
}

function isFunction(node: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
}

/** Functions longer than `most` lines, by the line they begin on. */
function longFunctions(source: Source, most: number): string[] {
  const found: string[] = [];
  walk(source.ast, (node) => {
    if (!isFunction(node) || child(node, 'body') === undefined) return;
    const length = lineOf(source, node.end) - lineOf(source, node.start) + 1;
    if (length > most) found.push(`${source.path}:${lineOf(source, node.start)} has ${length} lines`);
  });
  return found;
}

test(`no file is longer than ${LONGEST_FILE} lines, so that one sitting is enough to read it`, () => {
  expect([...CODE, ...TESTS].filter((path) => !LITERALS.test(path) && lines(path) > LONGEST_FILE).map((path) => `${path}: ${lines(path)} lines`)).toEqual([]);
});

test(`no function is longer than ${LONGEST_FUNCTION} lines, so that it can be seen whole`, () => {
  expect(CODE.filter((path) => /\.tsx?$/.test(path)).flatMap((path) => longFunctions(sourceOf(path), LONGEST_FUNCTION))).toEqual([]);
});

test(`files over ${LONG_FILE} lines are told of, to be divided when they are next touched`, () => {
  const long = CODE.filter((path) => !LITERALS.test(path) && lines(path) > LONG_FILE);
  for (const path of long) console.log(`${path}: ${lines(path)} lines`);
  expect(long.length).toBeLessThan(CODE.length / 10);
});

test('the count bites: a long function is found', () => {
  const body = Array.from({ length: LONGEST_FUNCTION }, () => '  count += 1;').join('\n');
  expect(longFunctions(parse('x.ts', `let count = 0;\nexport const long = () => {\n${body}\n};\n`), LONGEST_FUNCTION)).toEqual(['x.ts:2 has 62 lines']);
});
