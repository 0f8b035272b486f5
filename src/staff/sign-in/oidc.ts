import {
  allowInsecureRequests, AuthorizationResponseError, authorizationCodeGrant, buildAuthorizationUrlWithPAR, buildEndSessionUrl,
  calculatePKCECodeChallenge, ClientError, discovery, enableNonRepudiationChecks, randomNonce, randomPKCECodeVerifier, randomState,
  ResponseBodyError, type Configuration, type IDToken,
} from 'openid-client';
import { done, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { addMs, SECOND, systemClock, toMs, type Clock, type Instant } from '../../kernel/time.ts';
import { safeScheme } from './addresses.ts';
import { clientProof } from './client-key.ts';
import { levelReached } from './levels.ts';

export type IssuerSettings = {
  /** its short name in our own addresses (`/inn?hos=…`) */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** private RSA JWK with kid */
  readonly privateJwk: unknown;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  /** the lowest level accepted, e.g. `idporten-loa-high` or `high` */
  readonly requiredAcr: string;
  /** the only algorithm accepted on its ID tokens; `none` and HS256 cannot be written here */
  readonly idTokenAlg?: 'RS256' | 'PS256' | 'ES256';
};

export type SignInWish = {
  /** ask the person to prove who they are again, though the issuer knows them (step-up) */
  readonly fresh?: boolean;
  readonly loginHint?: string;
  readonly lang?: Lang;
};

/** What must be kept, out of the browser's sight, from the way out to the way back. */
export type PendingProof = { readonly state: string; readonly nonce: string; readonly codeVerifier: string; readonly startedAt: Instant; readonly fresh: boolean };

/** Who the issuer says it is. Together, `issuer` and `subject` are the person; neither alone is. */
export type Proof = {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string;
  readonly amr: readonly string[];
  /** when the person proved who they are, on the house's clock */
  readonly authTime: Instant;
  /** the issuer's name for its session, where it has one: front-channel sign-out comes with it */
  readonly sid: string | undefined;
  /** holds the national number: never to be stored, logged or put in an address */
  readonly idToken: string;
};

export type StaffIssuer = {
  readonly settings: IssuerSettings;
  /** origins that may show our front-channel address in a frame */
  readonly origins: readonly string[];
  /** Refuses `signin.unreachable`. */
  readonly beginSignIn: (wish?: SignInWish) => Promise<Outcome<{ url: string; pending: PendingProof }>>;
  /**
   * Refuses `signin.state` (not the answer to our question), `signin.cancelled`, `signin.unreachable`, `signin.answer`
   * (code, signature, algorithm, issuer, audience, nonce or time is wrong), `signin.level` and `signin.not-fresh`.
   */
  readonly finishSignIn: (url: URL, pending: PendingProof) => Promise<Outcome<Proof>>;
  /** Where the browser goes to end the issuer's session too; undefined when the issuer has no such place. */
  readonly signOutUrl: (idToken: string | undefined, postLogoutRedirectUri: string, state?: string) => string | undefined;
};

const TIMEOUT_S = 8;
/** the issuer answers slowly, or with an error page instead of its protocol */
const OUT_OF_ORDER = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);
/** how far the issuer's clock may be behind ours when a fresh sign-in is judged */
const CLOCKS_APART_MS = 30 * SECOND;

/**
 * Fetches the issuer's metadata and keys its client. Refuses `signin.insecure` (plain http beyond this machine),
 * `signin.client-key` and `signin.unreachable` (no answer, another issuer's answer, or no pushed authorization requests).
 */
export async function discoverIssuer(settings: IssuerSettings, clock: Clock): Promise<Outcome<StaffIssuer>> {
  const address = URL.parse(settings.issuer);
  if (address === null || !safeScheme(address)) return refuse('signin.insecure');
  const proof = await clientProof(settings.privateJwk);
  if (!proof.ok) return proof;
  const plain = address.protocol === 'http:' ? [allowInsecureRequests] : [];
  try {
    const metadata = { id_token_signed_response_alg: settings.idTokenAlg ?? 'RS256' };
    const execute = [...plain, enableNonRepudiationChecks];
    const config = await discovery(address, settings.clientId, metadata, proof.value, { execute, timeout: TIMEOUT_S });
    if (config.serverMetadata().pushed_authorization_request_endpoint === undefined) return refuse('signin.unreachable');
    return done(staffIssuer(settings, config, clock));
  } catch {
    return refuse('signin.unreachable');
  }
}

function staffIssuer(settings: IssuerSettings, config: Configuration, clock: Clock): StaffIssuer {
  const server = config.serverMetadata();
  const addresses = [server.issuer, server.authorization_endpoint, server.end_session_endpoint].filter((a) => a !== undefined);
  return {
    settings,
    origins: [...new Set(addresses.map((a) => new URL(a).origin))],
    beginSignIn: (wish = {}) => begin(settings, config, clock(), wish),
    finishSignIn: (url, pending) => finish(settings, config, clock, url, pending),
    signOutUrl: (idToken, postLogoutRedirectUri, state) => {
      if (server.end_session_endpoint === undefined) return undefined;
      const known = { post_logout_redirect_uri: postLogoutRedirectUri, ...(state === undefined ? {} : { state }) };
      return buildEndSessionUrl(config, idToken === undefined ? known : { ...known, id_token_hint: idToken }).href;
    },
  };
}

async function begin(settings: IssuerSettings, config: Configuration, startedAt: Instant, wish: SignInWish): Promise<Outcome<{ url: string; pending: PendingProof }>> {
  const fresh = wish.fresh === true;
  const pending: PendingProof = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), startedAt, fresh };
  const asked = {
    redirect_uri: settings.redirectUri,
    scope: 'openid',
    acr_values: settings.requiredAcr,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: wish.lang ?? 'nb',
    ...(fresh ? { prompt: 'login' } : {}),
    ...(wish.loginHint === undefined ? {} : { login_hint: wish.loginHint }),
  };
  try {
    return done({ url: (await buildAuthorizationUrlWithPAR(config, asked)).href, pending });
  } catch {
    return refuse('signin.unreachable');
  }
}

async function finish(settings: IssuerSettings, config: Configuration, clock: Clock, url: URL, pending: PendingProof): Promise<Outcome<Proof>> {
  if (url.searchParams.get('state') !== pending.state) return refuse('signin.state');
  // The registered address with the answer's query: behind a proxy the request's own host may be an inner one.
  const answer = new URL(settings.redirectUri);
  answer.search = url.search;
  try {
    const checks = { pkceCodeVerifier: pending.codeVerifier, expectedState: pending.state, expectedNonce: pending.nonce, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(config, answer, checks);
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) return refuse('signin.answer');
    return judge(settings, clock(), pending, claims, tokens.id_token);
  } catch (error) {
    return refusalOf(error);
  }
}

function judge(settings: IssuerSettings, now: Instant, pending: PendingProof, claims: IDToken, idToken: string): Outcome<Proof> {
  const { iss, sub, acr, auth_time: seconds, sid } = claims;
  if (sub === '' || typeof seconds !== 'number') return refuse('signin.answer');
  // The issuer asserts the level; a client that does not compare it has no level at all (ID-porten says so in plain words).
  if (typeof acr !== 'string' || !levelReached(acr, settings.requiredAcr)) return refuse('signin.level');
  const authTime = onHouseClock(seconds, now);
  if (pending.fresh && toMs(authTime) < toMs(pending.startedAt) - CLOCKS_APART_MS) return refuse('signin.not-fresh');
  return done({ issuer: iss, subject: sub, acr, amr: methods(claims['amr']), authTime, sid: typeof sid === 'string' && sid !== '' ? sid : undefined, idToken });
}

/** The issuer counts on real time, while a demo's house may run on a shifted clock: the age is what both agree on. */
function onHouseClock(seconds: number, now: Instant): Instant {
  return addMs(now, Math.min(0, seconds * SECOND - toMs(systemClock())));
}

/** Documented once as a text, once as a list. Never a ground for access. */
function methods(amr: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(amr) ? amr : [amr];
  return list.filter((method) => typeof method === 'string');
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof AuthorizationResponseError) return refuse(error.error === 'access_denied' ? 'signin.cancelled' : 'signin.answer');
  if (error instanceof ResponseBodyError) return refuse('signin.answer');
  if (error instanceof ClientError) return refuse(OUT_OF_ORDER.has(error.code ?? '') ? 'signin.unreachable' : 'signin.answer');
  // fetch says TypeError when nobody answers
  return refuse(error instanceof TypeError ? 'signin.unreachable' : 'signin.answer');
}
