import { Hono, type Context } from 'hono';
import type { Lang } from '../../kernel/texts.ts';
import { SECOND } from '../../kernel/time.ts';
import { FRONT_CHANNEL_PATH, safeReturnPath, SIGN_IN_PATH, SIGN_IN_RETURN_PATH, SIGN_OUT_PATH, signedOutCode } from './addresses.ts';
import type { StaffSignIn } from './flow.ts';
import { WAITS_MS } from './pace.ts';
import { chooseIssuerPage, refusedPage, signedOutPage, signingOutPage, signInLink, waitPage, type SignInPage } from './pages/views.tsx';

export type SignInWeb = {
  readonly signIn: StaffSignIn;
  /** the issuers to choose among; with one, nobody is asked */
  readonly issuers: readonly { readonly name: string; readonly label: string }[];
  readonly languageOf: (c: Context) => Lang;
  /** whose request it is, for counting in memory; left out: all are counted as one */
  readonly clientOf?: ((c: Context) => string | undefined) | undefined;
  /** a whole HTML document around a page */
  readonly frame: (page: SignInPage) => string;
};

type Status = 200 | 400 | 403 | 429 | 503;
const STATUS: Readonly<Record<string, Status>> = {
  'signin.unreachable': 503, 'signin.insecure': 503, 'signin.client-key': 503,
  'signin.not-invited': 403, 'signin.disabled': 403, 'signin.level': 403, 'signin.not-fresh': 403, 'signin.often': 429,
};

/**
 * The routes of sign-in: `/inn`, `/inn/tilbake`, `POST /ut`, `/ut` and `/ut/front`. The caller adds the house's headers
 * and its check of where a POST comes from; only `/ut/front` sets a policy of its own, which must be left standing.
 */
export function signInRoutes(web: SignInWeb): Hono {
  const { signIn } = web;
  const routes = new Hono();
  const show = (c: Context, page: SignInPage, status: Status = 200): Response => c.html(web.frame(page), status);
  routes.get(SIGN_IN_PATH, (c) => startRoute(web, show, c));
  routes.get(SIGN_IN_RETURN_PATH, (c) => returnRoute(web, show, c));
  routes.post(SIGN_OUT_PATH, async (c) => {
    const { cookies, location } = await signIn.signOut(c.req.header('cookie'));
    setCookies(c, cookies);
    c.header('clear-site-data', '"storage"');
    // A redirect would be held against form-action 'self', so the page leads on: this header works without JavaScript.
    if (location !== undefined) c.header('refresh', `0; url=${location}`);
    return show(c, signingOutPage(web.languageOf(c), location));
  });
  routes.get(SIGN_OUT_PATH, (c) => show(c, signedOutPage(web.languageOf(c))));
  // A GET that changes something, because front-channel sign-out is made so (OpenID Connect Front-Channel Logout 1.0 § 2):
  // whoever calls it must know the session's secret sid, and learns nothing from the answer.
  routes.get(FRONT_CHANNEL_PATH, async (c) => {
    await signIn.frontChannelLogout(c.req.query('iss'), c.req.query('sid'));
    const framers = await signIn.framedBy();
    c.header('content-security-policy', `default-src 'none'; frame-ancestors ${framers.length === 0 ? "'none'" : framers.join(' ')}`);
    c.header('cache-control', 'no-store');
    return c.html('<!doctype html><title>-</title>');
  });
  return routes;
}

type Show = (c: Context, page: SignInPage, status?: Status) => Response;

async function startRoute(web: SignInWeb, show: Show, c: Context): Promise<Response> {
  const cookieHeader = c.req.header('cookie');
  const lang = web.languageOf(c);
  const fresh = c.req.query('ny') === '1';
  const returnTo = c.req.query('til');
  const issuerName = c.req.query('hos');
  if (!fresh && (await web.signIn.whoIs(cookieHeader)).ok) return c.redirect(safeReturnPath(returnTo), 303);
  const ended = signedOutCode(c.req.query('ut'));
  if (ended !== undefined) return show(c, refusedPage(ended, lang, returnTo));
  if (issuerName === undefined && web.issuers.length > 1) return show(c, chooseIssuerPage(lang, web.issuers, returnTo));
  const turn = web.signIn.waits(web.clientOf?.(c), c.req.query('tur'));
  if (turn !== undefined) {
    const on = signInLink({ returnTo, issuerName, fresh, turn });
    // goes on by itself, also without JavaScript; a second later than the turn begins
    c.header('refresh', `${WAITS_MS / SECOND + 1}; url=${on}`);
    return show(c, waitPage(lang, on), 429);
  }
  const { outcome, cookies } = await web.signIn.startSignIn({ cookieHeader, lang, issuerName, returnTo, fresh });
  setCookies(c, cookies);
  if (outcome.ok) return c.redirect(outcome.value.location, 303);
  return show(c, refusedPage(outcome.code, lang, returnTo), STATUS[outcome.code] ?? 400);
}

async function returnRoute(web: SignInWeb, show: Show, c: Context): Promise<Response> {
  const cookieHeader = c.req.header('cookie');
  const { outcome, cookies } = await web.signIn.completeSignIn(new URL(c.req.url), cookieHeader);
  setCookies(c, cookies);
  if (outcome.ok) return c.redirect(outcome.value.returnTo, 303);
  // Back and Reload bring people here after they are in: then there is nothing to tell them.
  if (outcome.code === 'signin.state' && (await web.signIn.whoIs(cookieHeader)).ok) return c.redirect('/', 303);
  return show(c, refusedPage(outcome.code, web.languageOf(c)), STATUS[outcome.code] ?? 400);
}

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}
