import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseAddresses } from '../../src/staff/sign-in/addresses.ts';
import { newClientKey } from '../../src/staff/sign-in/client-key.ts';
import { DEMO } from './sign-in-support.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUNDLE = join(ROOT, `dist/test/login-${process.pid}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'vv-login-'));
const { redirectUri, postLogoutRedirectUri, frontChannelLogoutUri } = houseAddresses('http://127.0.0.1:3001');
const client = { clientId: 'house', redirectUris: [redirectUri], postLogoutRedirectUris: [postLogoutRedirectUri], frontChannelLogoutUri, publicJwk: newClientKey().publicJwk };
const GOOD = { LOGIN_PEOPLE: JSON.stringify(DEMO), LOGIN_CLIENTS: JSON.stringify([client]), LOGIN_KEYS_FILE: join(folder, 'keys.json') };

beforeAll(async () => {
  await build({ entryPoints: [join(ROOT, 'src/login.ts')], outfile: BUNDLE, bundle: true, platform: 'node', target: 'node24', format: 'esm', packages: 'external', jsx: 'automatic', logLevel: 'silent' });
}, 30_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
  rmSync(BUNDLE);
});

const children: ReturnType<typeof spawn>[] = [];

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs the process until it ends; `then` is called once it has said that it is ready. */
async function run(env: Record<string, string>, then: (issuer: string, child: ReturnType<typeof spawn>) => Promise<void> | void, ipc = false): Promise<Ended> {
  const port = await freePort();
  const child = spawn(process.execPath, [BUNDLE], { env: { PATH: process.env['PATH'], LOGIN_PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])] });
  let [out, err] = ['', ''];
  child.stderr?.on('data', (text: Buffer) => void (err += text.toString()));
  child.stdout?.on('data', (text: Buffer) => {
    out += text.toString();
    if (out === '{"ready":true}\n') void then(`http://127.0.0.1:${port}`, child);
  });
  children.push(child);
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, out, err })));
}

describe('the process of the local sign-in', { timeout: 30_000 }, () => {
  it('says one line when it is ready, keeps its key for itself, and stops when told', async () => {
    const first = await run(GOOD, async (issuer, child) => {
      expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200);
      child.kill('SIGTERM');
    });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(statSync(GOOD.LOGIN_KEYS_FILE).mode & 0o777).toBe(0o600);
    const kept = readFileSync(GOOD.LOGIN_KEYS_FILE, 'utf8');
    const again = await run(GOOD, (_, child) => void child.kill('SIGINT'));
    expect(again.code).toBe(0);
    expect(readFileSync(GOOD.LOGIN_KEYS_FILE, 'utf8')).toBe(kept);
  });

  it('does not outlive a launcher that is gone', async () => {
    const ended = await run(GOOD, (_, child) => child.disconnect(), true);
    expect(ended.code).toBe(0);
  });

  it('says why in one sentence when it will not start, and serves nothing', async () => {
    const never = (): never => {
      throw new Error('it started');
    };
    const wrong: readonly [Record<string, string>, string][] = [[{ NODE_ENV: 'production' }, 'NODE_ENV'], [{ HOST: '0.0.0.0' }, 'HOST'], [{ LOGIN_PEOPLE: '' }, 'LOGIN_PEOPLE']];
    for (const [env, word] of wrong) {
      const ended = await run({ ...GOOD, ...env }, never);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toContain(word);
      expect(ended.err.trim().split('\n')).toHaveLength(1);
    }
  });
});
