import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sbomOf } from '../../sbom.mjs';
import { importsOf, ROOT, sourceOf, sourcePaths, textOf } from './sources.ts';

const manifest = z.object({ dependencies: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

const sbom = z.object({
  components: z.array(z.object({
    'bom-ref': z.string(), name: z.string(), version: z.string(), purl: z.string(), hashes: z.array(z.object({ alg: z.string(), content: z.string() })), licenses: z.array(z.object({ license: z.object({ id: z.string() }) })),
  })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** Licences that ask for no more than to be named. */
const LICENCES = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1', 'Python-2.0'];

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

  test('every package that runs with the product stands in the list of parts that the build writes, with its licence and its checksum, and none that does not', () => {
    const list = sbom.parse(sbomOf(JSON.parse(textOf('package-lock.json'))));
    const names = new Set(list.components.map(({ name }) => name));
    expect(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter((name) => !names.has(name))).toEqual([]);
    expect([...used('src', 'db')].filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(manifest.devDependencies).filter((name) => names.has(name) && !list.dependencies.some(({ ref, dependsOn }) => ref !== 'self' && dependsOn.some((one) => one.startsWith(`pkg:npm/${name.replace('@', '%40')}@`))))).toEqual([]);
    for (const { name, version, purl, hashes } of list.components) {
      expect([purl, hashes.map(({ alg, content }) => [alg, content.length])]).toEqual([`pkg:npm/${name.replace('@', '%40')}@${version}`, [['SHA-512', 128]]]);
    }
    const refs = new Set(['self', ...list.components.map((one) => one['bom-ref'])]);
    expect(list.dependencies.map(({ ref }) => ref).toSorted()).toEqual([...refs].toSorted());
    expect(list.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
    const reached = new Set<string>(['self']);
    for (const ref of reached) for (const next of list.dependencies.find((one) => one.ref === ref)?.dependsOn ?? []) reached.add(next);
    expect([...refs].filter((ref) => !reached.has(ref)), 'what nothing needs has no place in it').toEqual([]);
  });

  test('the list of parts is what was installed, under licences that we may pass on', () => {
    const { components } = sbom.parse(sbomOf(JSON.parse(textOf('package-lock.json'))));
    const licences = new Set(components.flatMap(({ licenses }) => licenses.map(({ license }) => license.id)));
    expect([...licences].filter((one) => !LICENCES.includes(one))).toEqual([]);
    expect(components.filter(({ licenses }) => licenses.length !== 1).map(({ name }) => name)).toEqual([]);
    const top = components.filter((one) => !one['bom-ref'].includes('#') && existsSync(join(ROOT, 'node_modules', one.name)));
    expect(top.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(top.filter(({ name, version }) => z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'))).version !== version).map(({ name }) => name)).toEqual([]);
  });
});
