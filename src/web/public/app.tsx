import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { errorCode } from '../../kernel/database/connect.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { readPairs } from '../http/form-body.ts';
import { addAssets, logFault } from '../http/serve.ts';
import { pageHeaders } from '../http/headers.ts';
import { EXIT_PATH, NEUTRAL_PATH } from '../ui/quick-exit.tsx';
import { NeutralPage } from '../ui/neutral-page.tsx';
import { AccessibilityPage, CannotHidePage, PrivacyPage } from '../../reports/pages/public/about-pages.tsx';
import { HomePage } from '../../reports/pages/public/home-page.tsx';
import { path, type PublicPageName } from '../../reports/pages/public/paths.ts';
import { BusyPage, NotFoundPage } from '../../reports/pages/public/plain-pages.tsx';
import { OFFERED_VARIETIES, type Voice } from '../../reports/pages/public/voice.ts';
import { addApi } from './api/api.ts';
import { compressed } from './compress.ts';
import { html } from './html.ts';
import { monthPage } from './month.ts';
import { leave, leftMeanwhile, send, showForm, type PublicParts, type PublicRequest } from './form.tsx';
import { answerShare, showShare } from './share.tsx';
import { answerExpert, showExpert } from './expert.tsx';
import { addFile, noFile } from './files.tsx';
import { UnknownSitePage } from './unknown-site.tsx';
import { followUp, showFollowUp } from './window.tsx';

/** Why each public address is open to anyone; the walk over all routes reads this table. */
export const PUBLIC_ROUTES: readonly { readonly method: 'GET' | 'POST'; readonly page: PublicPageName; readonly why: string; readonly answer: (request: PublicRequest) => Promise<Response> | Response }[] = [
  { method: 'GET', page: 'home', why: 'anyone may read what the service is', answer: (r) => html(<HomePage {...r.frame} />) },
  { method: 'GET', page: 'form', why: 'anyone may report', answer: showForm },
  { method: 'POST', page: 'form', why: 'anyone may report', answer: send },
  { method: 'GET', page: 'followUp', why: 'the code is the key', answer: showFollowUp },
  { method: 'POST', page: 'followUp', why: 'the code is the key', answer: followUp },
  { method: 'GET', page: 'addFile', why: 'leads on to where the code is asked for', answer: noFile },
  { method: 'POST', page: 'addFile', why: 'the form token or the code is the key', answer: addFile },
  { method: 'GET', page: 'share', why: 'anyone may ask whether they may share', answer: showShare },
  { method: 'POST', page: 'share', why: 'anyone may ask whether they may share', answer: answerShare },
  { method: 'GET', page: 'expert', why: 'the code is the key', answer: showExpert },
  { method: 'POST', page: 'expert', why: 'the code is the key', answer: answerExpert },
  { method: 'GET', page: 'privacy', why: 'anyone may read what happens to what they write (GDPR art. 13)', answer: (r) => html(<PrivacyPage {...r.frame} />) },
  { method: 'GET', page: 'accessibility', why: 'anyone may read the accessibility statement', answer: (r) => html(<AccessibilityPage {...r.frame} />) },
  { method: 'GET', page: 'cannotHide', why: 'anyone may read what cannot be hidden', answer: (r) => html(<CannotHidePage {...r.frame} host={r.host} />) },
];

/** Every language in everyday words and in easy ones, and what else is offered. */
const VOICES: readonly Voice[] = [
  ...LANGUAGES.flatMap((lang): Voice[] => [{ lang, variety: 'plain' }, { lang, variety: 'easy' }]),
  ...OFFERED_VARIETIES.filter((variety) => variety === 'sami').map((variety): Voice => ({ lang: 'nb', variety })),
];

/** The public web: no session, no cookie, nothing stored in the browser; the region is found by the host. */
export function publicApp(parts: PublicParts): Hono {
  const app = new Hono();
  const headers = pageHeaders(parts.https);
  app.use(async (c, next) => {
    await next();
    c.res = await compressed(c.req.raw, c.res);
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.onError((error, c) => fault(parts, c, error));
  app.notFound((c) => onSite(parts, c, { lang: 'nb' }, (r) => html(<NotFoundPage {...r.frame} />, 404)));
  addAssets(app, parts.https);
  app.get('/helse', () => parts.health());
  app.get(NEUTRAL_PATH, (c) => html(<NeutralPage {...monthPage(c.req.query('m') ?? null, parts.clock(), 'nb')} />));
  app.get(EXIT_PATH, (c) => c.redirect(NEUTRAL_PATH, 303));
  app.post(EXIT_PATH, (c) => leave(parts, c.req.raw));
  addApi(app, parts, parts.apiKeys);
  for (const voice of VOICES) {
    for (const route of PUBLIC_ROUTES) app.on(route.method, path(voice.lang, route.page, voice.variety), (c) => onSite(parts, c, voice, route.answer));
  }
  return app;
}

async function onSite(parts: PublicParts, c: Context, voice: Voice, answer: (request: PublicRequest) => Promise<Response> | Response): Promise<Response> {
  const host = parts.onlyHost ?? c.req.header('host') ?? '';
  const site = await parts.sites.find(host.toLowerCase());
  if (site === undefined) return html(<UnknownSitePage />, 404);
  return answer({ parts, raw: c.req.raw, host, site, lang: voice.lang, client: parts.clientOf(c), frame: { ...voice, site: site.site, now: parts.clock(), demo: parts.demo } });
}

async function fault(parts: PublicParts, c: Context, error: unknown): Promise<Response> {
  const lang = LANGUAGES.find((one) => c.req.path === `/${one}` || c.req.path.startsWith(`/${one}/`)) ?? 'nb';
  logFault('public', errorCode(error), randomUUID());
  const site = await parts.sites.find((parts.onlyHost ?? c.req.header('host') ?? '').toLowerCase()).catch(() => undefined);
  if (site !== undefined) return html(<BusyPage lang={lang} site={site.site} now={parts.clock()} demo={parts.demo} retry={c.req.path} />, 503);
  const pairs = c.req.raw.bodyUsed ? undefined : await readPairs(c.req.raw);
  return (pairs && leftMeanwhile(parts, pairs)) ?? html(<UnknownSitePage kept={pairs && { action: c.req.path, pairs }} />, 503);
}
