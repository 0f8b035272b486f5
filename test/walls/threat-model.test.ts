import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, ROOT, sourcePaths, textOf } from './sources.ts';

describe('what the threat model says stands in clear', () => {
  const section = textOf('docs/threat-model.md').split('\n## ').find((part) => part.startsWith('What stands in clear')) ?? '';
  const named = new Set([...section.matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, table]) => table));
  const tables = [...textOf('db/schema.txt').matchAll(/^table ([a-z]+\.[a-z_]+) /gm)].map(([, table = '']) => table);

  test('names every table there is: none is added without somebody having asked what its columns tell a thief', () => {
    expect(tables.length).toBeGreaterThan(80);
    expect(tables.filter((table) => !named.has(table))).toEqual([]);
  });
  test('names none that there is not', () => {
    expect([...named].filter((name = '') => /^(app|kernel|stats)\./.test(name) && !tables.includes(name))).toEqual([]);
  });
});

describe('what a comment or a document says a test holds', () => {
  test('is held by a test that exists', () => {
    const papers = [...sourcePaths('src', 'db', 'bench'), ...filesBelow('docs').filter((path) => path.endsWith('.md')), 'README.md'];
    const missing = papers.flatMap((path) => [...textOf(path).matchAll(/(?:test\/)?([\w-]+\/[\w/-]+\.(?:test|spec)\.tsx?)/g)].map(([, name = '']) => name).filter((name) => !existsSync(join(ROOT, 'test', name))).map((name) => `${path}: ${name}`));
    expect(missing).toEqual([]);
  });
});
