// Builds what the browser gets: two style sheets, the font, the islands. Every file carries a hash of its bytes in its name,
// so that it can be kept for good, and `manifest.json` says which name is which.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { GROUNDS, PALETTES, SHADES } from './ui/css/palettes.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));

// A phone of 2020 that was never updated. Newer CSS is lowered where it can be, and else dropped by the browser without harm.
const BROWSERS = ['chrome80', 'safari13', 'firefox78'];

const KIT_BOTH = ['base', 'button', 'fieldset', 'input', 'label', 'validation-message', 'error-summary', 'tag', 'link', 'details'];
// `modules`: what a page needs of its own, and no other page; see the file itself for why.
const SHEETS = {
  'public.css': { kit: KIT_BOTH, own: ['tokens', 'scale-public', 'base', 'forms', 'data', 'public', 'calendar', 'print'], modules: ['reports/pages/public/form', 'reports/pages/public/share'] },
  'staff.css': { kit: [...KIT_BOTH, 'table'], own: ['tokens', 'scale-staff', 'base', 'forms', 'data', 'staff', 'print'], modules: [] },
};
// Less of the font on public pages (ui/fonts/README.md): its range, and what the staff pages take whole.
const PUBLIC_RANGE = 'U+0020-007E,U+00A0-00FF,U+2013-2014,U+2018-201D,U+2022,U+2026,U+20AC,U+2190-2193,U+2212';
const LATIN_RANGE = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+FEFF';
const FONTS = {
  'inter-latin.woff2': 'inter-latin-wght-normal.woff2',
  'inter-latin-ext.woff2': 'inter-latin-ext-wght-normal.woff2',
};
const ISLANDS = ['exit', 'keys', 'draft', 'writing', 'watch', 'making'];

/**
 * Builds all assets into `outDir` (emptied first). Throws when a style sheet would hold `@layer`, since an older phone drops such a block whole.
 * @param {string} outDir
 * @returns {Promise<Record<string, string>>} name → address, as written to `manifest.json`
 */
export async function buildAssets(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  /** @type {Record<string, string>} */
  const manifest = {};
  const put = async (/** @type {string} */ name, /** @type {string | Uint8Array} */ bytes) => {
    const dot = name.lastIndexOf('.');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    await writeFile(`${outDir}/${file}`, bytes);
    manifest[name] = `/assets/${file}`;
  };
  for (const [name, file] of Object.entries(FONTS)) await put(name, await readFile(`${MODULES}@fontsource-variable/inter/files/${file}`));
  await put('inter-public.woff2', await readFile(`${HERE}ui/fonts/inter-public.woff2`));
  for (const [name, sheet] of Object.entries(SHEETS)) await put(name, await styleSheet(sheet, name === 'public.css' ? face(manifest['inter-public.woff2'], PUBLIC_RANGE, '400 700') : face(manifest['inter-latin.woff2'], LATIN_RANGE), manifest));
  for (const name of ISLANDS) await put(`${name}.js`, await island(name));
  await writeFile(`${outDir}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * @param {{ kit: string[], own: string[], modules: string[] }} sheet
 * @param {string} latin the face that nearly all letters are in
 * @param {Record<string, string>} fonts
 */
async function styleSheet(sheet, latin, fonts) {
  const kit = await Promise.all(sheet.kit.map((name) => readFile(`${MODULES}@digdir/designsystemet-css/dist/src/${name}.css`, 'utf8')));
  const own = await Promise.all(sheet.own.map((name) => readFile(`${HERE}ui/css/${name}.css`, 'utf8')));
  const modules = await Promise.all(sheet.modules.map((name) => readFile(`${HERE}../${name}.css`, 'utf8')));
  const rules = [...kit, ...own, ...modules].join('\n');
  const { code } = await transform([fontFaces(latin, fonts), colours(rules), rules].join('\n'), { loader: 'css', minify: true, target: BROWSERS, legalComments: 'none' });
  if (code.includes('@layer')) throw new Error('@layer in a style sheet: older phones would show the page bare');
  return code;
}

/** @param {string} name */
async function island(name) {
  const built = await build({ entryPoints: [`${HERE}islands/${name}.ts`], bundle: true, minify: true, format: 'iife', target: BROWSERS, write: false, legalComments: 'none' });
  return built.outputFiles[0]?.contents ?? new Uint8Array();
}

const face = (/** @type {string | undefined} */ path, /** @type {string} */ range, weights = '100 900') =>
  `@font-face{font-family:'Inter Variable';font-style:normal;font-weight:${weights};font-display:swap;src:url(${path}) format('woff2');unicode-range:${range}}`;

/**
 * Latin for everyone; latin-ext (Northern Sámi č đ ŋ š ŧ ž) is fetched only where such a letter stands.
 * The fallback has Arial's outlines with Inter's measures, so that nothing jumps when the font arrives on a slow network.
 * @param {string} latin
 * @param {Record<string, string>} fonts
 */
function fontFaces(latin, fonts) {
  return [
    face(fonts['inter-latin-ext.woff2'], 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+2C60-2C7F'),
    latin,
    `@font-face{font-family:'Inter fallback';src:local('Arial'),local('Roboto'),local('Liberation Sans');ascent-override:90.2%;descent-override:22.48%;line-gap-override:0%;size-adjust:107.4%}`,
  ].join('\n');
}

/** What a part with `data-color` takes from its palette. Only the accent fills buttons and boxes, so only it needs the rest. */
const TINTS = ['surface-default', 'surface-tinted', 'surface-hover', 'border-subtle', 'border-default', 'text-subtle', 'text-default'];

/**
 * Designsystemet's colour tokens in our colours: light by itself, dark where the person's device asks for it, light again on paper.
 * @param {string} css the rest of the sheet; a token that nothing in it asks for is left out
 */
export function colours(css) {
  const picks = Object.keys(PALETTES).map((name) => {
    const shades = name === 'accent' ? SHADES : TINTS;
    return `${name === 'accent' ? ':root,' : ''}[data-color=${name}]{${shades.map((shade) => `--ds-color-${shade}:var(--ds-color-${name}-${shade})`).join(';')}}`;
  }).join('');
  const scheme = (/** @type {'light' | 'dark'} */ mode) => {
    const shades = Object.entries(PALETTES).flatMap(([name, palette]) => SHADES.map((shade, index) => ({ token: `--ds-color-${name}-${shade}`, colour: palette[mode][index] })));
    const ground = GROUNDS[mode];
    return `color-scheme:${mode};--vv-background:${ground.background};--vv-band:${ground.band};--ds-color-neutral-background-default:${ground.background};`
      + `--ds-color-focus-inner:${ground.focusInner};--ds-color-focus-outer:${ground.focusOuter};`
      + shades.filter(({ token }) => `${css}${picks}`.includes(`var(${token})`)).map(({ token, colour }) => `${token}:${colour}`).join(';');
  };
  return `:root{${scheme('light')}}@media screen and (prefers-color-scheme:dark){:root{${scheme('dark')}}}${picks}`;
}
