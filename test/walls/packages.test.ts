import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importsOf, sourceOf, sourcePaths, textOf } from './sources.ts';

const manifest = z.object({ dependencies: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

const MOST = 30;

/** `@scope/name/file` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function used(...folders: readonly string[]): Set<string> {
  const imports = sourcePaths(...folders).flatMap((path) => importsOf(sourceOf(path))).filter((one) => !one.typeOnly && !/^(src|test|db|bench|node:|dist|build)/.test(one.to));
  return new Set(imports.map((one) => packageOf(one.to)));
}

describe('what we take from others:', () => {
  test(`fewer than ${MOST} packages run with the product, and each at one exact version`, () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThan(MOST);
    const loose = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies].flatMap((list) => Object.entries(list)).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  test('the product imports only what it says it needs', () => {
    expect([...used('src', 'db')].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});
