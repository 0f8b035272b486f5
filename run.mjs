// Starts everything: `npm start`, `npm test`, `npm run <tool>`. Runs on Node 20 without packages; what it starts runs
// on the pinned Node. It fetches packages when the lock file has changed, and leaves nothing behind when it is killed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const remembered = join(modules, '.installed-lock');
const RUNTIME = 24;

/** The process that is running for us now; signals go there. */
let current;
/** Set by the first signal; nothing new is started after it. */
let interrupted;

class Problem extends Error {}

/** Runs one program to its end and answers its exit code. */
function run(command, words, { env = process.env, endWith } = {}) {
  if (interrupted !== undefined) return Promise.resolve(128 + (system.signals[interrupted] ?? 0));
  const setpriv = endWith === undefined ? undefined : ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  const [program, ...rest] = [...(setpriv === undefined ? [] : [setpriv, '--pdeathsig', endWith]), command, ...words];
  return new Promise((resolve, reject) => {
    // Descriptor 3: a pipe whose end tells the program that we are gone, where the kernel does not.
    const child = spawn(program, rest, { cwd: root, env: { ...env, STARTER_PIPE: '3' }, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
    child.stdio[3].on('error', () => {});
    current = child;
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      current = undefined;
      resolve(code ?? 128 + (system.signals[signal] ?? 0));
    });
  });
}

function lockHash() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

async function ensurePackages() {
  const wanted = lockHash();
  if (existsSync(remembered) && readFileSync(remembered, 'utf8').trim() === wanted) return;
  console.log('Henter pakker (npm ci). Det tar et par minutter første gang.');
  const npm = process.env.npm_execpath;
  const words = ['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'];
  // Settings of the npm that started us (a chosen workspace, a prefix) must not lead this one elsewhere.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_(prefix|local_prefix|global)|lifecycle|package)/i.test(name)));
  const code = npm?.endsWith('.js') ? await run(process.execPath, [npm, ...words], { env }) : await run('npm', words, { env });
  if (interrupted !== undefined) return;
  if (code !== 0) throw new Problem('Pakkene kunne ikke hentes. Sjekk nettet og meldingene over, og prøv igjen.');
  writeFileSync(remembered, `${wanted}\n`);
}

/** The pinned Node; an install that skipped it would otherwise run on whatever Node is around, without a word. */
function pinnedNode() {
  const path = join(modules, `node-linux-${process.arch}`, 'bin', 'node');
  if (existsSync(path)) return path;
  throw new Problem(`Node ${RUNTIME} for denne maskinen (${process.arch}) mangler i node_modules. Slett node_modules og prøv igjen.`);
}

function mayWrite(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Always builds, since it takes a fraction of a second; a tree that may not be written brings its build along. */
async function build(node) {
  const out = join(root, 'dist');
  if (!mayWrite(existsSync(out) ? out : root) && existsSync(join(out, 'main.js'))) return;
  const code = await run(node, ['build.mjs']);
  if (code !== 0 && interrupted === undefined) throw new Problem('Byggingen feilet. Grunnen står over.');
}

function requireThisSystem() {
  if (process.platform !== 'linux') throw new Problem('Produktet kjører på Linux.');
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Problem(`Node 20 eller nyere må til for å starte; dette er ${process.versions.node}.`);
}

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
    return { name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), parent };
  } catch {
    return undefined;
  }
}

/** Under npm, npm and its shell are parts too: when one is killed, the rest ends. */
function watchNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const shell = /^(sh|dash|bash|ash|busybox)$/.test(stat(parent)?.name ?? '');
  const npm = shell ? stat(parent)?.parent : undefined;
  setInterval(() => {
    const whole = process.ppid === parent && (!shell || stat(parent)?.parent === npm);
    if (!whole) stop('SIGTERM');
  }, 300).unref();
}

function stop(signal) {
  interrupted ??= signal;
  current?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
}

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  if (command === undefined) throw new Problem('Bruk: npm start, npm test, eller npm run med navnet på et verktøy.');
  requireThisSystem();
  watchNpm();
  await ensurePackages();
  const node = pinnedNode();
  if (command === 'test') return run(node, ['test/support/groups.mjs', ...rest], { endWith: 'TERM' });
  await build(node);
  if (command === 'build') return 0;
  if (command === 'bench') return run(node, ['bench/run.mjs', ...rest], { endWith: 'TERM' });
  if (command === 'start') return run(node, ['dist/main.js', ...rest], { endWith: 'TERM' });
  if (!existsSync(join(root, 'dist', 'tools.js'))) throw new Problem(`Kommandoen ${command} finnes ikke.`);
  return run(node, ['dist/tools.js', command, ...rest], { endWith: 'TERM' });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
main().then((code) => process.exit(code), (error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
});
