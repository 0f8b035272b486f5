import type { Middleware } from 'koa';
import type { Provider } from 'oidc-provider';
import { LANGUAGES, type Lang } from '../kernel/texts.ts';
import { LEAD_ON_PATH, LEAD_ON_SCRIPT, SHEET, SHEET_PATH } from './look.ts';
import { choosePage, leadOnPage, messagePage } from './pages.tsx';
import type { LocalProviderSettings } from './settings.ts';
import { providerTexts } from './texts.ts';

const LARGEST_FORM = 2_000;
/** one method that the real service names for its test identities */
const AMR = ['TestID'];

export function choosePath(uid: string): string {
  return `/login/${uid}`;
}

/** The first language asked for that we have (`ui_locales`, space-separated), else bokmål. */
export function languageFrom(uiLocales: unknown): Lang {
  const asked = typeof uiLocales === 'string' ? uiLocales.split(' ').map((tag) => tag.slice(0, 2)) : [];
  return asked.map((tag) => LANGUAGES.find((lang) => lang === tag)).find((lang) => lang !== undefined) ?? 'nb';
}

/**
 * Strict headers on every answer. `form-action` and `frame-src` name the houses: browsers hold the redirect after a form
 * against form-action, and the sign-out page calls each house in a hidden frame.
 */
export function strictHeaders(settings: LocalProviderSettings): Middleware {
  const addresses = settings.clients.flatMap((c) => [...c.redirectUris, ...c.postLogoutRedirectUris, c.frontChannelLogoutUri]);
  const houses = [...new Set(addresses.map((address) => new URL(address).origin))].join(' ');
  const policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", 'img-src data:', `frame-src ${houses}`,
    `form-action 'self' ${houses}`, "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; ');
  return async (ctx, next) => {
    ctx.set({
      'content-security-policy': policy, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin',
    });
    await next();
  };
}

/** The sheet and the one script. */
export const assets: Middleware = async (ctx, next) => {
  if (ctx.path === SHEET_PATH) {
    ctx.type = 'css';
    ctx.body = SHEET;
  } else if (ctx.path === LEAD_ON_PATH) {
    ctx.type = 'text/javascript';
    ctx.body = LEAD_ON_SCRIPT;
  } else {
    await next();
  }
};

/** A page in our own words, with our own headers, for what nobody answered or what went wrong: an old address, most often. */
export const ownFailures: Middleware = async (ctx, next) => {
  try {
    await next();
    if (ctx.status !== 404 || ctx.body !== undefined) return;
    ctx.status = 404;
  } catch {
    ctx.status = 400;
  }
  const t = providerTexts[languageFrom(ctx.query['ui_locales'])];
  ctx.type = 'html';
  ctx.body = messagePage({ lang: languageFrom(ctx.query['ui_locales']), title: t.failed, text: t.failedHelp });
};

/** oidc-provider's own go-between pages hold an inline script and English words; ours takes their form over. */
export const ownGoBetween: Middleware = async (ctx, next) => {
  await next();
  if (typeof ctx.body !== 'string' || !ctx.body.includes('<title>Submitting Callback</title>')) return;
  const action = /action="([^"]*)"/.exec(ctx.body)?.[1] ?? '';
  const fields = [...ctx.body.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => ({ name, value }));
  ctx.body = leadOnPage({ lang: languageFrom(ctx.query['ui_locales']), action, fields, frames: [], signingOut: false });
};

/** The page where a person is chosen, and the choice. */
export function choosing(app: Provider, settings: LocalProviderSettings): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith(choosePath(''))) return next();
    const { params } = await app.interactionDetails(ctx.req, ctx.res);
    const lang = languageFrom(params['ui_locales']);
    const hint = params['login_hint'];
    const show = (fault?: string): void => {
      ctx.type = 'html';
      ctx.body = choosePage({
        lang, action: ctx.path, people: settings.people,
        ...(typeof hint === 'string' ? { hint } : {}), ...(fault === undefined ? {} : { fault }),
      });
    };
    if (ctx.method !== 'POST') return show();
    const form = new URLSearchParams(await smallBody(ctx.req));
    const person = settings.people.find((p) => p.sub === form.get('person'));
    if (person === undefined && !form.has('cancel')) return show(providerTexts[lang].unknownPerson);
    const result = person === undefined
      ? { error: 'access_denied', error_description: 'the person chose not to sign in' }
      : { login: { accountId: person.sub, acr: person.acr, amr: AMR, remember: false } };
    ctx.status = 303;
    ctx.redirect(await app.interactionResult(ctx.req, ctx.res, result));
  };
}

async function smallBody(request: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk.toString('utf8');
    if (text.length > LARGEST_FORM) return '';
  }
  return text;
}
