import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSigningKeys } from '../../src/local-provider/keys.ts';
import { languageFrom } from '../../src/local-provider/interactions.ts';
import { readDemoPeople } from '../../src/local-provider/people.ts';
import { startLocalProvider } from '../../src/local-provider/provider.ts';
import { mayRun, settingsFrom } from '../../src/local-provider/settings.ts';
import { providerTexts, startSentence, startTexts } from '../../src/local-provider/texts.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { newClientKey } from '../../src/staff/sign-in/client-key.ts';
import { DEMO, must, world, type World } from './sign-in-support.ts';
import { userAgent } from './sign-in-user-agent.ts';

const ROOT = join(import.meta.dirname, '../..');
let w: World;

beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

describe('the local sign-in', () => {
  it('demands pushed requests, PKCE and a signed client, as the real one does', async () => {
    const metadata: unknown = await (await fetch(`${w.provider.issuer}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({
      issuer: w.provider.issuer, require_pushed_authorization_requests: true, code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'], id_token_signing_alg_values_supported: ['RS256'], response_types_supported: ['code'],
      authorization_response_iss_parameter_supported: true,
    });
    const direct = new URLSearchParams({ client_id: 'house', redirect_uri: `${w.houseUrl}/inn/tilbake`, response_type: 'code', scope: 'openid', state: 's', nonce: 'n' });
    const answer = await userAgent().open(`${w.provider.issuer}/auth?${direct}`, (url) => url.startsWith(w.houseUrl));
    expect(new URL(answer.url).searchParams.get('error')).toBe('invalid_request');
    const unsigned = await fetch(`${w.provider.issuer}/request`, { method: 'POST', body: direct });
    expect(unsigned.status).toBe(401);
  });

  it('gives each person a button with name and role under their municipality, and says that nobody here exists', async () => {
    const page = await userAgent().open(`${w.houseUrl}/inn`);
    expect(page.text).toContain('Ingen av personene finnes');
    for (const { sub, name, pid } of DEMO) {
      expect(page.text).toMatch(new RegExp(`<button[^>]* value="${sub}"[^>]*><strong>${name}</strong>`));
      expect(page.text).not.toContain(pid);
    }
    expect(page.text).toMatch(/<h2>Fjordby<\/h2>.*?<span>Koordinator<\/span>/);
  });

  it('answers every page with a strict policy, and no page holds a script or style of its own', async () => {
    const agent = userAgent();
    const choice = await agent.open(`${w.houseUrl}/inn`);
    const failed = await userAgent().open(`${w.provider.issuer}/auth/nobody`);
    const gone = await userAgent().open(choice.url);
    const missing = await userAgent().open(`${w.provider.issuer}/nowhere`);
    for (const page of [choice, failed, gone, missing]) {
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'; .*frame-ancestors 'none'$/);
      expect(page.headers.get('cache-control')).toContain('no-store');
      expect(page.text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle="|\son\w+="/);
    }
    expect(failed.text).toContain('Innloggingen stoppet');
    expect(gone.text).toContain('Innloggingen stoppet');
  });

  it('keeps the page when a person is chosen that is not on the list, and survives a huge form', async () => {
    const agent = userAgent();
    const page = await agent.open(`${w.houseUrl}/inn`);
    expect((await agent.send(page, { person: 'nobody' })).text).toContain('Personen finnes ikke lenger');
    expect((await agent.send(page, { person: 'x'.repeat(100_000) })).text).toContain('Personen finnes ikke lenger');
  });

  it('refuses to run in production and anywhere but on this machine', async () => {
    const settings = { nodeEnv: 'test', host: '127.0.0.1', port: 0, people: DEMO, clients: [w.client], keys: newSigningKeys() };
    expect(await startLocalProvider({ ...settings, nodeEnv: 'production' })).toEqual({ ok: false, code: 'login.production' });
    for (const host of ['0.0.0.0', '::', '10.0.0.4', 'login.example', '127.0.0.1.example']) {
      expect(await startLocalProvider({ ...settings, host })).toEqual({ ok: false, code: 'login.host' });
      expect(mayRun({ nodeEnv: undefined, host: '127.0.0.1', publicHost: host }).ok).toBe(false);
    }
    const taken = Number(new URL(w.provider.issuer).port);
    expect(await startLocalProvider({ ...settings, port: taken })).toEqual({ ok: false, code: 'login.port-taken' });
  });

  it('takes invented people only: a national number that could be somebody\'s is refused', () => {
    const [kari] = DEMO;
    expect(must(readDemoPeople(JSON.stringify([kari])))).toEqual([kari]);
    for (const pid of ['01015012345', '01415012345', '01655012345', '0181501234', '01935012345', '']) {
      expect(readDemoPeople(JSON.stringify([{ ...kari, pid }]))).toEqual({ ok: false, code: 'login.people' });
    }
    for (const text of ['', '[]', '{}', 'x', JSON.stringify([kari, kari]), JSON.stringify([{ ...kari, extra: 1 }])]) {
      expect(readDemoPeople(text).ok).toBe(false);
    }
  });

  it('reads its settings from the environment, and says in one sentence what is wrong with them', () => {
    const good = { LOGIN_PEOPLE: JSON.stringify(DEMO), LOGIN_CLIENTS: JSON.stringify([w.client]) };
    expect(must(settingsFrom(good))).toMatchObject({ host: '127.0.0.1', port: 3002, people: DEMO });
    const wrong: readonly [Record<string, string>, string][] = [
      [{ NODE_ENV: 'production' }, 'login.production'], [{ HOST: '0.0.0.0' }, 'login.host'], [{ LOGIN_PORT: 'x' }, 'login.port'], [{ LOGIN_PORT: '70000' }, 'login.port'],
      [{ LOGIN_PEOPLE: '/nowhere/people.json' }, 'login.people'], [{ LOGIN_CLIENTS: '[]' }, 'login.clients'],
      [{ LOGIN_CLIENTS: JSON.stringify([{ ...w.client, publicJwk: newClientKey().privateJwk }]) }, 'login.clients'],
      [{ LOGIN_KEYS_FILE: join(ROOT, 'package.json') }, 'login.keys'],
    ];
    for (const [env, code] of wrong) {
      expect(settingsFrom({ ...good, ...env })).toEqual({ ok: false, code });
      expect(startSentence(code)).toMatch(/^[A-ZÆØÅ].{20,}\.$/);
    }
  });

  it('speaks the language that the house asks for', () => {
    expect([languageFrom('nn nb'), languageFrom('en-GB'), languageFrom('se nn'), languageFrom('de'), languageFrom(undefined)]).toEqual(['nn', 'en', 'nn', 'nb', 'nb']);
    for (const lang of LANGUAGES) expect(Object.keys(providerTexts[lang]).length + Object.keys(startTexts[lang]).length).toBeGreaterThan(15);
  });

  it('is imported by its own process alone: nobody else can start it by accident', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('local-provider') && file !== 'login.ts');
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) expect(readFileSync(join(ROOT, 'src', file), 'utf8'), file).not.toMatch(/from '[^']*(local-provider|\/login\.ts|oidc-provider)|import\('[^']*(local-provider|oidc-provider)/);
  });
});
