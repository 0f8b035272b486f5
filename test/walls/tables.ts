import { existsSync, readFileSync } from 'node:fs';

/** The cells of a line of a document's table. */
export const cells = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => cell.trim());

/** The rows of a document that begin with a number, in order. */
export function numberedRows(path: string): string[][] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => /^\| \d/.test(line)).map(cells);
}

/** A test as a document names it: its file under `test/`, and words of its name. */
export type NamedTest = { readonly file: string; readonly words: string };

/** The tests that a cell names, each as `` `file`: words ``. */
export function namedTests(cell: string): NamedTest[] {
  return [...cell.matchAll(/`([^`]+)`: ([^<]+)/g)].map(([, file = '', words = '']) => ({ file, words: words.trim() }));
}

/** Those that are not there. */
export function missingTests(tests: readonly NamedTest[]): NamedTest[] {
  return tests.filter((one) => !existsSync(`test/${one.file}`) || fullName(one) === undefined);
}

const indent = (line: string): number => line.length - line.trimStart().length;
const NAME = /^\s*(describe|test|it)\b/;
const COMMENT = /^\s*(\/?\*|\/\/)/;

/** A test's name with the names it stands in, from the outermost; undefined where no test is called so. */
export function fullName({ file, words }: NamedTest): string | undefined {
  const lines = readFileSync(`test/${file}`, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(words) && !COMMENT.test(line));
  const own = lines[at];
  if (own === undefined) return undefined;
  const around: string[] = [];
  let depth = indent(own);
  for (const line of lines.slice(0, at).reverse()) {
    if (!NAME.test(line) || indent(line) >= depth) continue;
    depth = indent(line);
    around.unshift(line);
  }
  return [...around, own].join('\n');
}
