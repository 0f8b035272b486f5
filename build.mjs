import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sbomOf } from './sbom.mjs';

const root = import.meta.dirname;
const out = join(root, 'dist');
const assets = join(out, 'assets');

/** Everything that runs on the server; dist/<name>.js. Packages stay in node_modules. */
const PROGRAMS = ['src/public', 'src/house', 'src/login', 'src/main', 'src/tools', 'src/launch/orphan-guard'];
/** Runs where it may read its own file and nothing else (src/kernel/files/cleaner.ts), so everything it needs is in it. */
const ALONE = 'src/clean-file';
/** Runs where it may read its own file and the compiler (src/kernel/typesetting/typesetter.ts). */
const TYPESETTER = 'src/typeset';

function source(name) {
  return [`${name}.ts`, `${name}.tsx`].map((file) => join(root, file)).find((file) => existsSync(file));
}

/** Bundles server programs as ES modules for the pinned Node. `entries`: name in `folder` → source file. */
export async function bundle(entries, folder = out, more = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    ...more,
  });
}

/** The one program that stands alone; its ending says that it is a module, since it may not read the package's file. */
export function bundleAlone(folder = out) {
  return bundle({ [basename(ALONE)]: source(ALONE) }, folder, { packages: 'bundle', outExtension: { '.js': '.mjs' } });
}

/** Its ending, too, says that it is a module; the compiler is native code and stays a package. */
export function bundleTypesetter(folder = out) {
  return bundle({ [basename(TYPESETTER)]: source(TYPESETTER) }, folder, { outExtension: { '.js': '.mjs' } });
}

/**
 * What the browser gets is built beside the old and then takes its place, and only when something differs: a process that
 * is running keeps finding its files.
 */
async function buildBrowserFiles() {
  const script = join(root, 'src/web/assets.build.mjs');
  if (!existsSync(script)) return;
  const draft = `${assets}.${process.pid}`;
  try {
    const { buildAssets } = await import(pathToFileURL(script).href);
    await buildAssets(draft);
    if (listing(draft) === listing(assets)) return;
    rmSync(assets, { recursive: true, force: true });
    renameSync(draft, assets);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Names hold a hash of the content, so equal names are equal files. */
function listing(folder) {
  return existsSync(folder) ? readdirSync(folder).sort().join('\n') : '';
}

/** What comes from others, beside the programs that it runs with. */
function writeSbom() {
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))), undefined, 1)}\n`);
}

export async function buildAll() {
  mkdirSync(out, { recursive: true });
  writeSbom();
  const programs = PROGRAMS.map((name) => [basename(name), source(name)]).filter(([, file]) => file !== undefined);
  await Promise.all([bundle(Object.fromEntries(programs)), bundleAlone(), bundleTypesetter(), buildBrowserFiles()]);
}

if (process.argv[1] === import.meta.filename) {
  try {
    await buildAll();
  } catch (error) {
    // esbuild has shown its own faults with file and line
    if (!Array.isArray(error?.errors)) console.error(error);
    process.exitCode = 1;
  }
}
