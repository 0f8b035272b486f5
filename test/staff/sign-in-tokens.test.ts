import { constants, createHmac, createPrivateKey, createSign, sign as signBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Middleware } from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSigningKeys } from '../../src/local-provider/keys.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { newClientKey } from '../../src/staff/sign-in/client-key.ts';
import { issuerSource } from '../../src/staff/sign-in/issuers.ts';
import { discoverIssuer, type IssuerSettings, type Proof, type SignInWish } from '../../src/staff/sign-in/oidc.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { must, signed, spoilTokens, world, type World } from './sign-in-support.ts';
import { userAgent } from './sign-in-user-agent.ts';

type Json = Record<string, unknown>;
type Spoilt = { claims?: Json; drop?: string[]; header?: Json; sign?: (input: string) => string };

let w: World;
let spoil: Spoilt = {};

beforeAll(async () => {
  const keys = newSigningKeys();
  const between = [algForAnything, spoilTokens(keys, (claims, header) => {
    const changed: Json = { ...claims, ...spoil.claims };
    for (const name of spoil.drop ?? []) delete changed[name];
    return { claims: changed, header: { ...header, ...spoil.header }, ...(spoil.sign === undefined ? {} : { sign: spoil.sign }) };
  })];
  w = await world({ keys, between });
});
afterAll(() => w.stop());
beforeEach(() => {
  spoil = {};
});

/** The whole way through the real provider, with whatever is spoilt on it. */
async function proofOf(sub: string, wish: SignInWish = {}): Promise<Outcome<Proof>> {
  const issuer = must(await w.sources[0].get());
  const { url, pending } = must(await issuer.beginSignIn(wish));
  const agent = userAgent();
  const answer = await agent.send(await agent.open(url), { person: sub }, (to) => to.startsWith(w.houseUrl));
  return issuer.finishSignIn(new URL(answer.url), pending);
}

function now(): number {
  return Math.floor(Date.parse(systemClock()) / 1000);
}

/** An issuer that does not say what its key is for: then our own list of algorithms is all that stands. */
const algForAnything: Middleware = async (ctx, next) => {
  await next();
  const body: unknown = ctx.body;
  if (ctx.path !== '/jwks' || typeof body !== 'object' || body === null || !('keys' in body) || !Array.isArray(body.keys)) return;
  ctx.body = { keys: body.keys.map((key: Json) => ({ ...key, alg: undefined })) };
};

const stranger = newSigningKeys();

describe('an ID token', () => {
  it('that is whole tells issuer, subject, level, methods, time and session, and nothing else is taken from it', async () => {
    const proof = must(await proofOf('kari'));
    expect(proof).toMatchObject({ issuer: w.provider.issuer, subject: 'kari', acr: 'idporten-loa-high', amr: ['TestID'] });
    expect(Math.abs(Date.parse(proof.authTime) - Date.parse(systemClock()))).toBeLessThan(5000);
    expect(proof.sid).toMatch(/^[\w-]{20,}$/);
    expect(Object.keys(proof).toSorted()).toEqual(['acr', 'amr', 'authTime', 'idToken', 'issuer', 'sid', 'subject']);
  });

  const refused: readonly [string, () => Spoilt][] = [
    ['is not signed at all (alg none)', () => ({ header: { alg: 'none' }, sign: () => '' })],
    ['is signed with our public key as a secret (HS256)', () => ({ header: { alg: 'HS256' }, sign: (input) => createHmac('sha256', JSON.stringify(w.keys.tokenJwk)).update(input).digest('base64url') })],
    ['is signed by a stranger under the issuer\'s key id', () => ({ sign: (input) => signed(stranger, input) })],
    ['is signed by a stranger under a key id of their own', () => ({ header: { kid: 'strange' }, sign: (input) => signed(stranger, input) })],
    ['is signed by the issuer with an algorithm that was not agreed (PS256)', () => ({ header: { alg: 'PS256' }, sign: pss })],
    ['is signed by the issuer with a weaker hash than it says', () => ({ sign: sha1 })],
    ['has lost its signature', () => ({ sign: () => '' })],
    ['has expired', () => ({ claims: { exp: now() - 60 } })],
    ['never expires', () => ({ drop: ['exp'] })],
    ['is not valid yet', () => ({ claims: { nbf: now() + 600 } })],
    ['does not say when it was issued', () => ({ drop: ['iat'] })],
    ['is meant for another client', () => ({ claims: { aud: 'somebody-else' } })],
    ['is meant for us and another, and made for the other', () => ({ claims: { aud: ['house', 'somebody-else'], azp: 'somebody-else' } })],
    ['is meant for nobody', () => ({ drop: ['aud'] })],
    ['comes from another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['answers another question (nonce)', () => ({ claims: { nonce: 'another' } })],
    ['answers no question (no nonce)', () => ({ drop: ['nonce'] })],
    ['names nobody', () => ({ drop: ['sub'] })],
    ['names an empty subject', () => ({ claims: { sub: '' } })],
    ['does not say when the person proved who they are', () => ({ drop: ['auth_time'] })],
    ['says that time in words', () => ({ claims: { auth_time: 'now' } })],
  ];
  for (const [what, how] of refused) {
    it(`that ${what} opens nothing`, async () => {
      spoil = how();
      expect(await proofOf('kari')).toEqual({ ok: false, code: 'signin.answer' });
    });
  }

  it('on too low a level, on no level, or on the level of another ladder opens nothing', async () => {
    expect(await proofOf('lav')).toEqual({ ok: false, code: 'signin.level' });
    for (const claims of [{ acr: 'idporten-loa-low' }, { acr: 'high' }, { acr: 'Level4' }, { acr: '' }]) {
      spoil = { claims };
      expect(await proofOf('kari')).toEqual({ ok: false, code: 'signin.level' });
    }
    spoil = { drop: ['acr'] };
    expect(await proofOf('kari')).toEqual({ ok: false, code: 'signin.level' });
  });

  it('from before we asked is no fresh sign-in, even when the issuer says it asked again', async () => {
    spoil = { claims: { auth_time: now() - 300 } };
    expect(await proofOf('kari', { fresh: true })).toEqual({ ok: false, code: 'signin.not-fresh' });
    expect((await proofOf('kari')).ok).toBe(true);
  });

  it('without a national number is enough: the person is issuer and subject', async () => {
    spoil = { drop: ['pid'] };
    expect(must(await proofOf('kari')).subject).toBe('kari');
  });

  it('may name the methods as a text, a list or not at all', async () => {
    spoil = { claims: { amr: 'BankID' } };
    expect(must(await proofOf('kari')).amr).toEqual(['BankID']);
    spoil = { drop: ['amr'] };
    expect(must(await proofOf('kari')).amr).toEqual([]);
  });

  it('without a session name still signs in: only front-channel sign-out is lost', async () => {
    spoil = { drop: ['sid'] };
    expect(must(await proofOf('kari')).sid).toBeUndefined();
  });

  it('from the future proves nothing later than now', async () => {
    spoil = { claims: { auth_time: now() + 20 } };
    expect(must(await proofOf('kari')).authTime <= systemClock()).toBe(true);
  });
});

function pss(input: string): string {
  const key = createPrivateKey({ key: { ...w.keys.tokenJwk }, format: 'jwk' });
  return signBytes('sha256', Buffer.from(input), { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString('base64url');
}

function sha1(input: string): string {
  return createSign('RSA-SHA1').update(input).sign(createPrivateKey({ key: { ...w.keys.tokenJwk }, format: 'jwk' }), 'base64url');
}

describe('an issuer', () => {
  const open: Server[] = [];
  afterAll(() => open.forEach((server) => server.close()));

  function settings(more: Partial<IssuerSettings>): IssuerSettings {
    return { ...w.sources[0].settings, ...more };
  }

  async function answering(body: (origin: string) => string, status = 200): Promise<string> {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body(origin));
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
    return origin;
  }

  it('is never spoken to over plain http, except on this machine', async () => {
    for (const issuer of ['http://login.example', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'ftp://127.0.0.1', 'nonsense']) {
      expect(await discoverIssuer(settings({ issuer }), systemClock)).toEqual({ ok: false, code: 'signin.insecure' });
    }
  });

  it('that is down, broken, somebody else, or without pushed requests is unreachable, and the house says so instead of falling over', async () => {
    const minimal = (issuer: string): string => JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` });
    const issuers = [
      'http://127.0.0.1:1', await answering(() => 'oops', 500), await answering(() => '<html>'), await answering(() => '{}'),
      await answering(() => minimal('https://idporten.no')), await answering(minimal),
    ];
    for (const issuer of issuers) expect(await discoverIssuer(settings({ issuer }), systemClock)).toEqual({ ok: false, code: 'signin.unreachable' });
  });

  it('is not asked with a key that cannot sign', async () => {
    const { publicJwk } = newClientKey();
    for (const privateJwk of [undefined, {}, publicJwk, { ...publicJwk, d: 'AA' }]) {
      expect(await discoverIssuer(settings({ privateJwk }), systemClock)).toEqual({ ok: false, code: 'signin.client-key' });
    }
  });

  it('that does not know our key refuses the first step', async () => {
    const issuer = must(await discoverIssuer(settings({ privateJwk: newClientKey().privateJwk }), systemClock));
    expect(await issuer.beginSignIn()).toEqual({ ok: false, code: 'signin.unreachable' });
  });

  it('is looked for again after it was down, and remembered once found', async () => {
    let up = false;
    const origin = await answering((at) => (up ? JSON.stringify({ issuer: at, authorization_endpoint: `${at}/auth`, token_endpoint: `${at}/token`, jwks_uri: `${at}/jwks`, pushed_authorization_request_endpoint: `${at}/par` }) : ''));
    const source = issuerSource(settings({ issuer: origin }), systemClock);
    expect((await source.get()).ok).toBe(false);
    up = true;
    const [one, two] = await Promise.all([source.get(), source.get()]);
    expect(must(one)).toBe(must(two));
    up = false;
    expect(must(await source.get())).toBe(must(one));
  });

  it('that has gone away in the middle of a sign-in is unreachable', async () => {
    const other = await world();
    const issuer = must(await other.sources[0].get());
    const { url, pending } = must(await issuer.beginSignIn());
    const agent = userAgent();
    const answer = await agent.send(await agent.open(url), { person: 'kari' }, (to) => to.startsWith(other.houseUrl));
    await other.stop();
    expect(await issuer.finishSignIn(new URL(answer.url), pending)).toEqual({ ok: false, code: 'signin.unreachable' });
    expect(await issuer.beginSignIn()).toEqual({ ok: false, code: 'signin.unreachable' });
  });
});
