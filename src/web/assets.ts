import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

/** The files a page may name. Each stands in `manifest.json` under this name with its hashed address. */
export type AssetName = 'public.css' | 'staff.css' | 'exit.js' | 'keys.js' | 'draft.js' | 'writing.js' | 'watch.js' | 'making.js' | 'inter-latin.woff2' | 'inter-latin-ext.woff2' | 'inter-public.woff2';

export type Asset = {
  readonly type: string;
  readonly body: Buffer;
  /** smaller forms of the same bytes; only of text */
  readonly encoded: Readonly<Partial<Record<'br' | 'gzip', Buffer>>>;
};

export type Assets = {
  /** the hashed address of a file, e.g. `/assets/public.1a2b3c4d.css` */
  readonly path: (name: AssetName) => string;
  /** the bytes behind an address; undefined for every other address */
  readonly find: (path: string) => Asset | undefined;
};

/** Sent with every asset. The name holds a hash of the bytes, so a browser may keep it for good. */
export const ASSET_CACHING = 'public, max-age=31536000, immutable';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

/** Beside the bundle when built (`dist/`), two floors up when the sources run in a test. */
const PLACES = ['./assets/', '../../dist/assets/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** Reads every built file into memory. Throws when the folder holds no manifest: the build has not run. */
export function readAssets(folder: string): Assets {
  if (!existsSync(`${folder}/manifest.json`)) throw new Error('the style sheets and fonts are not built: run the build first');
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Record<string, string>; // written by assets.build.mjs
  const byPath = new Map(Object.values(manifest).map((path) => [path, readAsset(folder, path)]));
  return {
    path: (name) => manifest[name] ?? missing(name),
    find: (path) => byPath.get(path),
  };
}

function readAsset(folder: string, path: string): Asset {
  const body = readFileSync(`${folder}/${path.slice(path.lastIndexOf('/') + 1)}`);
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const text = ending !== 'woff2';
  return { type: TYPES[ending] ?? 'application/octet-stream', body, encoded: text ? { br: brotliCompressSync(body), gzip: gzipSync(body) } : {} };
}

function missing(name: string): never {
  throw new Error(`no such asset: ${name}`);
}

let open: Assets | undefined;

/** Called once by each process at start. Throws when the build has not run, so that no process serves bare pages. */
export function openAssets(): Assets {
  const folder = PLACES.find((place) => existsSync(`${place}/manifest.json`));
  open = readAssets(folder ?? PLACES[0] ?? '.');
  return open;
}

/** The address of an asset for a view. Views rendered outside a process (in a test of words or rules) get the plain name. */
export function assetPath(name: AssetName): string {
  return open === undefined ? `/assets/${name}` : open.path(name);
}
