import { createSecretKey, createSign, randomBytes, createPrivateKey } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Middleware } from 'koa';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { newSigningKeys, type SigningKeys } from '../../src/local-provider/keys.ts';
import type { DemoPerson } from '../../src/local-provider/people.ts';
import { startLocalProvider, type LocalProvider } from '../../src/local-provider/provider.ts';
import type { LocalProviderSettings } from '../../src/local-provider/settings.ts';
import { asId, systemChance, type RegionId, type UserId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { addMs, systemClock, type Clock } from '../../src/kernel/time.ts';
import { houseAddresses } from '../../src/staff/sign-in/addresses.ts';
import { newClientKey } from '../../src/staff/sign-in/client-key.ts';
import { staffSignIn, type StaffSignIn } from '../../src/staff/sign-in/flow.ts';
import { signInRoutes } from '../../src/staff/sign-in/hono.ts';
import { issuerSource, type IssuerSource } from '../../src/staff/sign-in/issuers.ts';
import type { IssuerSettings } from '../../src/staff/sign-in/oidc.ts';
import type { PaceLimits } from '../../src/staff/sign-in/pace.ts';
import type { People, Sessions, SignInEvent, StaffMember } from '../../src/staff/sign-in/ports.ts';
import { SESSION_LIMITS, type Session } from '../../src/staff/sign-in/session.ts';

export const REGION: RegionId = asId('11111111-1111-4111-8111-111111111111');

export const DEMO: readonly DemoPerson[] = [
  { sub: 'kari', name: 'Kari Nordmo', roleLabel: { nb: 'Koordinator', nn: 'Koordinator', en: 'Coordinator' }, place: 'Fjordby', acr: 'idporten-loa-high', pid: '01815012345' },
  { sub: 'even', name: 'Even Strand', roleLabel: 'Teammedlem', place: 'Havnes', acr: 'idporten-loa-high', pid: '02825012345' },
  { sub: 'lav', name: 'Live Lavik', roleLabel: 'Teammedlem', place: 'Havnes', acr: 'idporten-loa-substantial', pid: '03835012345' },
  { sub: 'fremmed', name: 'Frode Ukjent', roleLabel: 'Ikke invitert', place: 'Nordbø', acr: 'idporten-loa-high', pid: '04845012345' },
];

const AROUND = { name: '', regionName: '', isReserve: false, singleKeys: true, unsent: [], undeclared: false } as const;

/** The two interfaces, held in memory. */
export type Register = { readonly people: People; readonly sessions: Sessions; readonly open: Map<string, Session>; readonly invited: Map<string, StaffMember> };

export function register(): Register {
  const open = new Map<string, Session>();
  const invited = new Map<string, StaffMember>();
  return {
    open,
    invited,
    people: {
      findBySubject: async (issuer, subject) => invited.get(`${issuer} ${subject}`),
      findMember: async (regionId, userId) => [...invited.values()].find((p) => p.regionId === regionId && p.userId === userId),
    },
    sessions: {
      open: async (session) => void open.set(session.idHash, session),
      find: async (regionId, idHash) => (open.get(idHash)?.regionId === regionId ? open.get(idHash) : undefined),
      visit: async (regionId, idHash) => {
        const session = open.get(idHash);
        const member = [...invited.values()].find((p) => p.regionId === regionId && p.userId === session?.userId);
        return session?.regionId === regionId ? { session, person: member === undefined ? undefined : { ...member, ...AROUND } } : undefined;
      },
      touch: async (session, lastSeenAt, touchedAt) => void open.set(session.idHash, { ...session, lastSeenAt, touchedAt }),
      setLock: async (session) => void open.set(session.idHash, session),
      end: async (session) => void open.delete(session.idHash),
      endBySid: async (issuer, sid) => {
        const gone = [...open.values()].filter((s) => s.issuer === issuer && s.sid === sid);
        for (const session of gone) open.delete(session.idHash);
        return gone.length;
      },
    },
  };
}

export function invite(to: Register, issuer: string, subject: string, more: Partial<StaffMember> = {}): UserId {
  const userId: UserId = asId(systemChance.uuid());
  to.invited.set(`${issuer} ${subject}`, { userId, regionId: REGION, municipalityId: undefined, roles: ['MOTTAK'], disabled: false, ...more });
  return userId;
}

export function disable(to: Register, userId: UserId): void {
  for (const [key, person] of to.invited) if (person.userId === userId) to.invited.set(key, { ...person, disabled: true });
}

export type TestClock = { readonly clock: Clock; readonly pass: (ms: number) => void };

export function testClock(): TestClock {
  let shift = 0;
  return { clock: () => addMs(systemClock(), shift), pass: (ms) => void (shift += ms) };
}

export type World = {
  readonly houseUrl: string;
  readonly provider: LocalProvider;
  readonly keys: SigningKeys;
  readonly signIn: StaffSignIn;
  readonly sources: readonly [IssuerSource, ...IssuerSource[]];
  readonly register: Register;
  readonly events: readonly SignInEvent[];
  readonly time: TestClock;
  /** as the local provider knows the house */
  readonly client: LocalProviderSettings['clients'][number];
  readonly stop: () => Promise<void>;
};

export type WorldWish = {
  readonly second?: boolean;
  /** the issuer's host name; `localhost` makes it another site than the house on 127.0.0.1 */
  readonly publicHost?: string;
  readonly issuer?: Partial<IssuerSettings>;
  readonly keys?: SigningKeys;
  readonly between?: readonly Middleware[];
  readonly pace?: PaceLimits;
};

/** As a proxy would tell whose request it is. */
export const CLIENT = 'x-client';

/** A house on a free port (its sign-in routes and a page that says who asks), and one or two local providers beside it. */
export async function world(wish: WorldWish = {}): Promise<World> {
  const app = new Hono();
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const houseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  const time = testClock();
  const kept = register();
  const events: SignInEvent[] = [];
  const first = await provide(houseUrl, 'en', wish, time.clock);
  const second = wish.second === true ? await provide(houseUrl, 'to', wish, time.clock) : undefined;
  const sources: [IssuerSource, ...IssuerSource[]] = second === undefined ? [first.source] : [first.source, second.source];
  const signIn = staffSignIn({
    issuers: sources, sessions: kept.sessions, people: kept.people, note: async (event) => void events.push(event), clock: time.clock,
    chance: systemChance, pendingKey: sealingKey(createSecretKey(randomBytes(32))), limits: SESSION_LIMITS, pace: wish.pace,
  });
  app.route('/', signInRoutes({
    signIn,
    issuers: sources.map(({ settings }) => ({ name: settings.name, label: settings.name })),
    languageOf: () => 'nb', clientOf: (c) => c.req.header(CLIENT),
    frame: ({ lang, title, content }) => `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main>${renderToStaticMarkup(content)}</main></body></html>`,
  }));
  app.get('*', async (c) => {
    const who = await signIn.whoIs(c.req.header('cookie'));
    const button = '<form method="post" action="/ut"><button>Logg ut</button></form>';
    return c.html(`<!doctype html><html lang="nb"><title>x</title><main><p id="who">${who.ok ? who.value.person.userId : who.code}</p>${button}</main></html>`);
  });
  return {
    houseUrl, provider: first.provider, keys: first.keys, client: first.client, signIn, sources, register: kept, events, time,
    stop: async () => {
      await Promise.all([first.provider.close(), second?.provider.close()]);
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

type Provided = { readonly provider: LocalProvider; readonly keys: SigningKeys; readonly source: IssuerSource; readonly client: LocalProviderSettings['clients'][number] };

async function provide(houseUrl: string, name: string, wish: WorldWish, clock: Clock): Promise<Provided> {
  const { redirectUri, postLogoutRedirectUri, frontChannelLogoutUri } = houseAddresses(houseUrl);
  const pair = newClientKey();
  const keys = wish.keys ?? newSigningKeys();
  const client = { clientId: 'house', redirectUris: [redirectUri], postLogoutRedirectUris: [postLogoutRedirectUri], frontChannelLogoutUri, publicJwk: pair.publicJwk };
  const provider = must(await startLocalProvider({
    nodeEnv: 'test', host: '127.0.0.1', port: 0, people: DEMO, clients: [client], keys, ...(wish.publicHost === undefined ? {} : { publicHost: wish.publicHost }),
  }, wish.between));
  const settings: IssuerSettings = {
    name, issuer: provider.issuer, clientId: 'house', privateJwk: pair.privateJwk, redirectUri, postLogoutRedirectUri, requiredAcr: 'idporten-loa-high', ...wish.issuer,
  };
  return { provider, keys, source: issuerSource(settings, clock), client };
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.value;
}

type Json = Record<string, unknown>;

/** Changes the ID tokens that the provider gives out, and signs them anew with its own, real key. */
export function spoilTokens(keys: SigningKeys, change: (claims: Json, header: Json) => { readonly claims: Json; readonly header: Json; readonly sign?: (input: string) => string }): Middleware {
  return async (ctx, next) => {
    await next();
    const body: unknown = ctx.body;
    if (ctx.path !== '/token' || typeof body !== 'object' || body === null || !('id_token' in body) || typeof body.id_token !== 'string') return;
    const [header = '', payload = ''] = body.id_token.split('.');
    const spoilt = change(decode(payload), decode(header));
    const input = `${encode(spoilt.header)}.${encode(spoilt.claims)}`;
    ctx.body = { ...body, id_token: `${input}.${(spoilt.sign ?? ((text: string) => signed(keys, text)))(input)}` };
  };
}

export function signed(keys: SigningKeys, input: string): string {
  return createSign('RSA-SHA256').update(input).sign(createPrivateKey({ key: { ...keys.tokenJwk }, format: 'jwk' }), 'base64url');
}

function decode(part: string): Json {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Json; // a JWT part is a JSON object
}

function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
