import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { processMark, signal, waitUntil } from '../../src/kernel/postgres/processes.ts';
import { keepRunning, READY_LINE, type Child } from '../../src/launch/children.ts';
import { dataDirectory } from '../../src/launch/environment.ts';
import { requirePorts } from '../../src/launch/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'vv-children-'));
const running: Child[] = [];

beforeAll(async () => {
  await build({ entryPoints: ['src/launch/orphan-guard.ts'], outdir: folder, bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.js' } });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterEach(async () => { await Promise.all(running.splice(0).map((child) => child.stop())); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, code: string, env: Record<string, string> = {}, log: (line: string) => void = () => undefined): Child {
  writeFileSync(join(folder, `${name}.js`), code);
  const child = keepRunning({ name, env }, folder, log);
  running.push(child);
  return child;
}

const SERVES = `console.log(${JSON.stringify(READY_LINE)}); setInterval(() => {}, 1000);`;

describe('the processes of the product', () => {
  test('each gets its own environment and nothing else, so that none knows the secrets of another', { timeout: 20_000 }, async () => {
    const seen = join(folder, 'seen.json');
    await program('env', `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(seen)}, JSON.stringify(process.env)); ${SERVES}`, { ONLY: 'this' }).ready;
    expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual({ ONLY: 'this' });
  });

  test('one that ends before it serves stops the start with its name', { timeout: 20_000 }, async () => {
    await expect(program('ends', 'process.exit(3);').ready).rejects.toThrow(/Prosessen ends stoppet før den var klar \(kode 3\)/);
  });

  test('one that is killed comes back', { timeout: 20_000 }, async () => {
    const lines: string[] = [];
    const child = program('killed', SERVES, {}, (line) => lines.push(line));
    await child.ready;
    const first = child.pid() ?? 0;
    signal(first, 'SIGKILL');
    expect(await waitUntil(() => child.pid() !== first && processMark(child.pid() ?? 0) !== undefined, 10_000)).toBe(true);
    expect(lines[0]).toMatch(/Prosessen killed stoppet \(SIGKILL\) og startes igjen/);
  });

  test('a stop ends one that will not listen, and it does not come back', { timeout: 30_000 }, async () => {
    const child = program('deaf', `process.on('SIGTERM', () => {}); ${SERVES}`);
    await child.ready;
    const pid = child.pid() ?? 0;
    await child.stop();
    expect(processMark(pid)).toBeUndefined();
  });
});

describe('before anything is started', () => {
  test('a port in use is named with the setting that changes it', { timeout: 20_000 }, async () => {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(requirePorts('127.0.0.1', [['HOUSE_PORT', port]])).rejects.toThrow(new RegExp(`Port ${port} er opptatt.*HOUSE_PORT`));
    server.close();
  });

  test('a directory with data but without a mark counts as real: it is never filled with demo people', () => {
    const path = mkdtempSync(join(tmpdir(), 'vv-mark-'));
    expect(dataDirectory(path)).toBe('new');
    writeFileSync(join(path, 'keys'), '');
    expect(dataDirectory(path)).toBe('real');
    writeFileSync(join(path, 'made-for'), 'demo\n');
    expect(dataDirectory(path)).toBe('demo');
    rmSync(path, { recursive: true });
  });
});
