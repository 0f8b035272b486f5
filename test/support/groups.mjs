// Runs the groups of tests one after the other and counts: `npm test`, `npm test -- rules access`. Called by run.mjs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildAll, bundle } from '../../build.mjs';
import { chromiumPath } from './chromium.ts';

const root = join(import.meta.dirname, '../..');
const results = mkdtempSync(join(tmpdir(), 'vv-results-'));
const MODULES = ['kernel', 'launch', 'regions', 'staff', 'people', 'reports', 'consultations', 'cases', 'notices', 'privacy', 'statistics', 'web'].map((name) => `test/${name}`);

/** A group that hangs must not hang the run. */
const LONGEST_MINUTES = 20;

const GROUPS = [
  { name: 'types', run: types },
  { name: 'lint', run: () => once('node_modules/oxlint/bin/oxlint', existsSync(join(root, '.oxlintrc.json')) ? ['-c', '.oxlintrc.json'] : []) },
  { name: 'rules', folders: MODULES, run: vitest },
  { name: 'walls', folders: ['test/walls'], cluster: true, run: vitest },
  { name: 'database', folders: ['test/database'], cluster: true, run: vitest },
  { name: 'access', folders: ['test/access'], cluster: true, run: vitest },
  { name: 'journeys', folders: ['test/journeys'], browser: true, run: playwright },
  { name: 'faults', folders: ['test/faults'], cluster: true, workers: 3, run: vitest }, // most of its time it waits for what it killed
];

let current;
let cluster;
let env = { ...process.env, NODE_ENV: 'test', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) };
for (const name of ['STARTER_PIPE', 'FORCE_COLOR']) delete env[name];

function node(script, words) {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  const [command, ...rest] = [...(setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL']), process.execPath, join(root, script), ...words];
  return new Promise((resolve) => {
    const child = spawn(command, rest, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    current = child;
    const limit = setTimeout(() => {
      console.error(`Stopped: no end after ${LONGEST_MINUTES} minutes.`);
      child.kill('SIGKILL');
    }, LONGEST_MINUTES * 60_000);
    const end = (code) => { clearTimeout(limit); current = undefined; resolve(code); };
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}

async function once(script, words) {
  return (await node(script, words)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All of it at once, then each side alone: the server must not know the browser's types, nor the browser Node's. */
async function types() {
  const programs = ['.', 'src', 'src/web/islands'];
  const results = [];
  for (const program of programs) results.push(await once('node_modules/typescript/bin/tsc', ['-p', program]));
  const sum = (key) => results.reduce((total, one) => total + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A file that cannot be loaded has no failed test, but is one; so is a run that ends badly without a word. */
async function vitest({ name, workers }) {
  const file = join(results, `${name}.json`);
  const code = await node('node_modules/vitest/vitest.mjs', ['run', '--project', name, '--passWithNoTests', ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]), '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const said = readJson(file);
  if (said === undefined) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const ofSuite = ({ name: path, message, assertionResults }) => assertionResults.filter((test) => test.status === 'failed').map((test) => failure(path, test.fullName, test.failureMessages[0])).concat(
    assertionResults.some((test) => test.status === 'failed') ? [] : [failure(path, '', message)]);
  const failures = said.testResults.filter((suite) => suite.status === 'failed').flatMap(ofSuite);
  return counts(said.numPassedTests, failures, said.numPendingTests + said.numTodoTests, code);
}

async function playwright({ name }) {
  const file = join(results, `${name}.json`);
  env = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await node('node_modules/@playwright/test/cli.js', ['test', '--reporter=dot,json']);
  const said = readJson(file);
  if (said === undefined) return { passed: 0, failed: 1 };
  const specs = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  const ofSpec = (spec) => spec.tests.filter((test) => test.status === 'unexpected').map((test) => failure(spec.file, `${test.projectName}: ${spec.title}`, test.results.at(-1)?.error?.message));
  const failures = [...said.suites.flatMap(specs).flatMap(ofSpec), ...said.errors.map((error) => failure('', '', error.message))];
  return counts(said.stats.expected + said.stats.flaky, failures, said.stats.skipped, code);
}

/** One line for the end of the run: what stands far up would else have to be searched for. */
function failure(path, title, message = '') {
  const plain = stripVTControlCharacters(message).trim().split('\n').slice(0, 2).join(' ');
  return [path.replace(`${root}/`, ''), title, plain.slice(0, 300)].filter((part) => part !== '').join(' › ');
}

function counts(passed, failures, skipped, code) {
  return { passed, failed: failures.length === 0 && code !== 0 ? 1 : failures.length, skipped, failures };
}

function hasTests(folder) {
  const path = join(root, folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((file) => /\.(test|spec)\.tsx?$/.test(file));
}

/** Journeys run in Debian's Chromium; it is fetched where we may, and the one that is there serves where we may not. */
function requireChromium() {
  const shell = '/usr/bin/chromium-headless-shell';
  if (!existsSync(shell) && process.getuid() === 0 && process.env.CHROMIUM_PATH === undefined) {
    console.log('Installing Chromium for the journeys (apt-get).');
    const apt = 'apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=30';
    spawnSync('sh', ['-c', `${apt} update && DEBIAN_FRONTEND=noninteractive ${apt} install -y chromium-headless-shell`], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const path = chromiumPath();
  if (!existsSync(path)) throw new Error('Chromium is missing: install it (apt-get install chromium-headless-shell), or set CHROMIUM_PATH to one.');
  env = { ...env, CHROMIUM_PATH: path };
}

/** One cluster serves all groups of this run. */
async function requireCluster() {
  if (cluster !== undefined) return;
  const { startOwnCluster, SHARED } = await import('../../dist/test/cluster.js');
  cluster = await startOwnCluster();
  env = { ...env, [SHARED]: cluster.dataDir };
}

async function runGroup(group) {
  const began = performance.now();
  console.log(`\n── ${group.name}`);
  let result;
  try {
    if (group.cluster) await requireCluster();
    result = await group.run(group);
    if (result.passed + result.failed === 0) throw new Error('no test ran');
  } catch (error) {
    console.error(error.message);
    result = { passed: result?.passed ?? 0, failed: 1 };
  }
  return { name: group.name, seconds: (performance.now() - began) / 1000, skipped: 0, ...result };
}

function report(done, absent) {
  console.log('');
  for (const { name } of absent) console.log(`– ${name.padEnd(10)} no tests`);
  for (const { name, seconds, passed, failed, skipped } of done) {
    const extra = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s   ${passed} passed, ${failed} failed${extra}`);
  }
  for (const { failures = [] } of done) for (const line of failures) console.log(`✗ ${line}`);
  const sum = (key) => done.reduce((total, group) => total + group[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}

async function stop(code) {
  current?.kill('SIGTERM');
  await cluster?.stop();
  rmSync(results, { recursive: true, force: true });
  process.exit(code);
}

async function main(wanted) {
  const unknown = wanted.find((name) => !GROUPS.some((group) => group.name === name));
  if (unknown !== undefined) throw new Error(`There is no group ${unknown}. Groups: ${GROUPS.map((group) => group.name).join(', ')}.`);
  const whole = wanted.length === 0;
  const isThere = (group) => group.folders === undefined || group.folders.some(hasTests);
  const chosen = GROUPS.filter((group) => whole ? isThere(group) : wanted.includes(group.name));
  if (whole && !chosen.some((group) => group.folders !== undefined)) throw new Error('There are no tests.');
  if (chosen.some((group) => group.browser)) requireChromium();
  await buildAll();
  env = { ...env, TEST_BUILT: 'yes' };
  await bundle({ cluster: join(root, 'test/support/cluster.ts') }, join(root, 'dist/test'));
  const done = [];
  for (const group of chosen) done.push(await runGroup(group));
  return report(done, whole ? GROUPS.filter((group) => !isThere(group)) : []);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
if (process.env.STARTER_PIPE === '3') new Socket({ fd: 3, readable: true, writable: false }).on('close', () => void stop(1)).on('error', () => {}).resume().unref();

main(process.argv.slice(2)).then((good) => stop(good ? 0 : 1), (error) => {
  console.error(error.message ?? error);
  return stop(1);
});
