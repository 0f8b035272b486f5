import { child, children, sourceOf, walk, type Node, type Source } from './sources.ts';

export type Language = 'nb' | 'nn' | 'en';
const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en'];

/** A text as it stands in a source, with where. `key`: the names that lead to it. */
export type Said = { readonly where: string; readonly key: string; readonly text: string };

function keyOf(property: Node): string | undefined {
  const key = child(property, 'key');
  const name = key?.['name'] ?? key?.['value'];
  return property.type === 'Property' && typeof name === 'string' ? name : undefined;
}

function valueOf(object: Node, name: string): Node | undefined {
  const property = children(object, 'properties').find((one) => keyOf(one) === name);
  return child(property, 'value');
}

/** The bodies of the three languages wherever they stand side by side, and files that hold one language each. */
export function threefolds(source: Source): Readonly<Record<Language, Node>>[] {
  const found: Readonly<Record<Language, Node>>[] = [];
  walk(source.ast, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const nb = valueOf(node, 'nb');
    const nn = valueOf(node, 'nn');
    const en = valueOf(node, 'en');
    if (nb !== undefined && nn !== undefined && en !== undefined) found.push({ nb, nn, en });
  });
  return found.filter(({ nb, nn, en }) => [nb, nn, en].every((node) => node.type !== 'Identifier'));
}

/** Files such as texts/nn.ts: the whole file is in one language. */
export function languageOfFile(path: string): Language | undefined {
  return LANGUAGES.find((language) => path.endsWith(`/${language}.ts`));
}

/** Every piece of text below a node: whole strings, and the fixed parts of those with values in them. Names of keys are no text. */
export function pieces(source: Source, node: Node, key = ''): Said[] {
  const where = `${source.path}:${source.text.slice(0, node.start).split('\n').length}`;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [{ where, key, text: node['value'] }] : [];
  if (node.type === 'TemplateElement') {
    const value = node['value'];
    const cooked = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined;
    return typeof cooked === 'string' ? [{ where, key, text: cooked }] : [];
  }
  // `as const` and `satisfies` stand around words; other types hold none
  if (node.type === 'ImportDeclaration' || (node.type.startsWith('TS') && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression')) return [];
  const inner: Said[] = [];
  for (const [field, value] of Object.entries(node)) {
    if (node.type === 'Property' && field === 'key' && node['computed'] !== true) continue;
    // A compared or looked-up code is not shown to anybody.
    if ((node.type === 'BinaryExpression' && /[=<>]/.test(String(node['operator']))) || (node.type === 'MemberExpression' && field === 'property')) continue;
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) inner.push(...pieces(source, one, keyOf(node) === undefined ? key : `${key}${key === '' ? '' : '.'}${keyOf(node) ?? ''}`));
  }
  return inner;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}

/** Every text of one language in these files. */
export function saidIn(language: Language, paths: readonly string[]): Said[] {
  return paths.flatMap((path) => {
    const source = sourceOf(path);
    const whole = languageOfFile(path);
    if (whole !== undefined) return whole === language ? pieces(source, source.ast) : [];
    return threefolds(source).flatMap((three) => pieces(source, three[language]));
  });
}

/** Whole strings that stand under the same key in two languages. */
export function sameKey(paths: readonly string[], one: Language, other: Language): { readonly where: string; readonly one: string; readonly other: string }[] {
  const pairs: { where: string; one: string; other: string }[] = [];
  const compare = (source: Source, a: Node, b: Node): void => {
    if (a.type === 'Literal' && b.type === 'Literal' && typeof a['value'] === 'string' && typeof b['value'] === 'string') {
      pairs.push({ where: `${source.path}:${source.text.slice(0, a.start).split('\n').length}`, one: a['value'], other: b['value'] });
    }
    for (const property of children(a, 'properties')) {
      const key = keyOf(property);
      const [left, right] = [child(property, 'value'), key === undefined ? undefined : valueOf(b, key)];
      if (left !== undefined && right !== undefined) compare(source, left, right);
    }
  };
  for (const path of paths) {
    const source = sourceOf(path);
    for (const three of threefolds(source)) compare(source, three[one], three[other]);
    if (languageOfFile(path) === one) pairs.push(...betweenFiles(path, path.replace(new RegExp(`/${one}\\.ts$`), `/${other}.ts`)));
  }
  return pairs;
}

function betweenFiles(left: string, right: string): { where: string; one: string; other: string }[] {
  const byKey = new Map(saidWhole(right).map((said) => [said.key, said.text]));
  return saidWhole(left).flatMap((said) => {
    const other = byKey.get(said.key);
    return other === undefined ? [] : [{ where: said.where, one: said.text, other }];
  });
}

function saidWhole(path: string): Said[] {
  return pieces(sourceOf(path), sourceOf(path).ast);
}

/** Every name under which words stand, in the order of the sources. */
export function wordKeys(paths: readonly string[]): Set<string> {
  const keys = new Set<string>();
  const gather = (node: Node): void => walk(node, (inner) => {
    const key = keyOf(inner);
    if (key !== undefined) keys.add(key);
  });
  for (const path of paths) {
    if (languageOfFile(path) === 'nb') gather(sourceOf(path).ast);
    for (const three of threefolds(sourceOf(path))) gather(three.nb);
  }
  return keys;
}
