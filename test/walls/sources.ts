import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseAst } from 'vitest/node';

export const ROOT = join(import.meta.dirname, '../..');

/** A node of the syntax tree (ESTree with TypeScript's own kinds); `start` and `end` count UTF-16 units. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;

export type Source = { readonly path: string; readonly text: string; readonly ast: Node };

/** One import or re-export. `to`: a path below the root, or a package's name as written. */
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean; readonly line: number };

const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git', 'coverage', 'test-results', 'playwright-report']);

/** Every file of the project below a folder, sorted, as paths from the root. */
export function filesBelow(folder: string): string[] {
  const found = (path: string): string[] => readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => {
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    if (NOT_OURS.has(entry.name) || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? found(child) : [child];
  });
  return existsSync(join(ROOT, folder)) ? found(folder).sort() : [];
}

/** TypeScript below these folders. */
export function sourcePaths(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesBelow(folder).filter((path) => /\.tsx?$/.test(path)));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const parsed = new Map<string, Source>();

export function sourceOf(path: string): Source {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const source = parse(path, textOf(path));
  parsed.set(path, source);
  return source;
}

export function parse(path: string, text: string): Source {
  return { path, text, ast: parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node }; // the parser's own type has a shape per kind
}

export function lineOf(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}

/** Calls `visit` for every node, the outer before the inner. `parents`: as they are during that call; one list for all. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void, parents: Node[] = []): void {
  visit(node, parents);
  parents.push(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) walk(one, visit, parents);
    } else if (isNode(value)) walk(value, visit, parents);
  }
  parents.pop();
}

/** The node in a field, where there is one. */
export function child(node: Node | undefined, field: string): Node | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

export function children(node: Node | undefined, field: string): readonly Node[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const LOADERS = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType']);

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source.ast, (node) => {
    const target = child(node, 'source')?.['value'];
    if (!LOADERS.has(node.type) || typeof target !== 'string') return;
    const names = children(node, 'specifiers');
    const typeOnly = node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type'
      || (names.length > 0 && names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type'));
    const to = target.startsWith('.') ? normalize(join(dirname(source.path), target)) : target;
    found.push({ from: source.path, to, typeOnly, line: lineOf(source, node.start) });
  });
  return found;
}

export function isOurs(path: string): boolean {
  return path.startsWith('src/') || path.startsWith('db/') || path.startsWith('test/') || path.startsWith('bench/');
}

/** Every file that is loaded when `entry` is: imports of values, followed to their end. Packages stand by their names. */
export function loadedBy(entry: string): Set<string> {
  const loaded = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    if (isOurs(path) && /\.tsx?$/.test(path) && existsSync(join(ROOT, path))) open.push(...importsOf(sourceOf(path)).filter((one) => !one.typeOnly).map((one) => one.to));
  }
  return loaded;
}

export function fromRoot(path: string): string {
  return relative(ROOT, path);
}
