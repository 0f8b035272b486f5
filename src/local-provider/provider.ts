import { createServer, type Server } from 'node:http';
import type { Middleware } from 'koa';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { systemClock, toMs } from '../kernel/time.ts';
import { assets, choosePath, choosing, languageFrom, ownFailures, ownGoBetween, strictHeaders } from './interactions.ts';
import { memoryAdapters } from './memory.ts';
import { leadOnPage, messagePage } from './pages.tsx';
import { mayRun, type LocalClient, type LocalProviderSettings } from './settings.ts';
import { providerTexts } from './texts.ts';

export type LocalProvider = {
  /** the issuer address, e.g. `http://127.0.0.1:3002` */
  readonly issuer: string;
  readonly close: () => Promise<void>;
};

/** seconds; the ID token's two minutes and the session's half hour are those of ID-porten */
const SECONDS = { AccessToken: 120, AuthorizationCode: 60, Grant: 1800, IdToken: 120, Interaction: 600, Session: 1800 };
const ACR = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high', 'substantial', 'high'];

/**
 * Starts a sign-in service that behaves like ID-porten and Ansattporten towards its client: pushed authorization
 * requests, PKCE and private_key_jwt are demanded, and the ID token holds sub, acr, amr, auth_time, sid, nonce and pid.
 * `more` stands between it and the network: tests spoil its answers there. Anybody can be anybody in it; it refuses `login.production`, `login.host` (see mayRun) and `login.port-taken`.
 */
export async function startLocalProvider(settings: LocalProviderSettings, more: readonly Middleware[] = []): Promise<Outcome<LocalProvider>> {
  const allowed = mayRun(settings);
  if (!allowed.ok) return allowed;
  const server = createServer();
  const port = await listen(server, settings);
  if (port === undefined) return refuse('login.port-taken');
  const name = settings.publicHost ?? settings.host;
  const issuer = `http://${name === '::1' ? '[::1]' : name}:${port}`;
  const app = new Provider(issuer, configuration(settings));
  // ID-porten sends sid to clients that asked for front-channel sign-out, which oidc-provider does not know of.
  app.Client.prototype.includeSid = () => true;
  for (const step of [strictHeaders(settings), ownFailures, assets, choosing(app, settings), ownGoBetween, ...more]) app.use(step);
  server.on('request', app.callback());
  return done({ issuer, close: () => closed(server) });
}

function configuration(settings: LocalProviderSettings): Configuration {
  return {
    clients: settings.clients.map(clientMetadata),
    adapter: memoryAdapters(() => toMs(systemClock())),
    jwks: { keys: [{ ...settings.keys.tokenJwk }] },
    cookies: { keys: [settings.keys.cookieKey] },
    ttl: SECONDS,
    acrValues: ACR,
    scopes: ['openid'],
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['RS256'], idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'pid', 'locale', 'amr'], acr: null, auth_time: null, sid: null },
    conformIdTokenClaims: false,
    clientBasedCORS: () => false,
    features: {
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx) => signingOut(ctx, settings.clients),
        postLogoutSuccessSource: (ctx) => message(ctx, 'signedOut', 'signedOutHelp'),
      },
    },
    interactions: { url: (_, interaction) => choosePath(interaction.uid) },
    findAccount: (_, sub) => accountOf(settings, sub),
    loadExistingGrant: consented,
    renderError: (ctx) => message(ctx, 'failed', 'failedHelp'),
  };
}

function clientMetadata(client: LocalClient): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: client.clientId,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    id_token_signed_response_alg: 'RS256',
    require_auth_time: true,
    jwks: { keys: [{ ...client.publicJwk }] },
  };
}

function accountOf(settings: LocalProviderSettings, sub: string): { accountId: string; claims: () => { sub: string; pid: string; locale: string } } | undefined {
  const person = settings.people.find((p) => p.sub === sub);
  if (person === undefined) return undefined;
  return { accountId: sub, claims: () => ({ sub, pid: person.pid, locale: 'nb' }) };
}

/** Staff are not asked for consent: the employer has decided that they sign in here. */
async function consented(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Confirms by itself, and calls each signed-in house's front-channel address first, as ID-porten does. */
function signingOut(ctx: KoaContextWithOIDC, clients: readonly LocalClient[]): void {
  const { session } = ctx.oidc;
  const frames = clients.flatMap((client) => {
    if (session?.authorizations?.[client.clientId] === undefined) return [];
    const address = new URL(client.frontChannelLogoutUri);
    address.search = new URLSearchParams({ iss: ctx.oidc.issuer, sid: session.sidFor(client.clientId) ?? '' }).toString();
    return [address.href];
  });
  const fields = [{ name: 'xsrf', value: String(session?.state?.['secret']) }, { name: 'logout', value: 'yes' }];
  ctx.type = 'html';
  ctx.body = leadOnPage({
    lang: languageFrom(ctx.oidc.params?.['ui_locales']), action: ctx.oidc.urlFor('end_session_confirm'), fields, frames, signingOut: true,
  });
}

function message(ctx: KoaContextWithOIDC, title: 'signedOut' | 'failed', text: 'signedOutHelp' | 'failedHelp'): void {
  const lang = languageFrom(ctx.oidc?.params?.['ui_locales']);
  ctx.type = 'html';
  ctx.body = messagePage({ lang, title: providerTexts[lang][title], text: providerTexts[lang][text] });
}

function listen(server: Server, at: Pick<LocalProviderSettings, 'host' | 'port'>): Promise<number | undefined> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(at.port, at.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : undefined);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
