import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { errorCode } from '../../kernel/database/connect.ts';
import type { Person } from '../../kernel/actor.ts';
import { LostDatabase, type Door } from '../../kernel/door.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import type { SealedObject } from '../../kernel/sealing/object-key.ts';
import { openStream } from '../../kernel/sealing/stream.ts';
import type { Storage } from '../../kernel/storage.ts';
import { toMs, type Clock } from '../../kernel/time.ts';
import { WATCH } from '../../reports/public.ts';
import { ROLE } from '../../staff/codes.ts';
import { mayShareMachine, type SignedIn, type StaffSignIn } from '../../staff/public.ts';
import { AWAKE, LOCK } from '../kept-paths.ts';
import { addAssets, logFault } from '../http/serve.ts';
import { Form, readPairs } from '../http/form-body.ts';
import { pageHeaders } from '../http/headers.ts';
import { NotHere, type Reply, type StaffRequest, type StaffRoute } from '../route.tsx';
import { renderDocument } from '../ui/document.tsx';
import type { Crowd } from '../../kernel/crowd.ts';
import { BrokenPage, HastePage, LostPage, MissingPage } from './fault-pages.tsx';
import { languageCookie, languageOf } from './language.ts';
import { counts, isPaced, staffPace } from './pace.ts';
import { declareFirst, fromAnothers, lockNow, marking, readSent, RESTING, UNSEEN, settled, turnedAway, waitsForDeclaration, wordsIn, type Sent } from './typed.tsx';
import { watchNumbers } from './watch.tsx';

export type StaffParts = {
  readonly door: Door;
  /** where files lie, sealed */
  readonly files: Storage;
  readonly routes: readonly StaffRoute[];
  readonly signIn: StaffSignIn;
  readonly signInRoutes: Hono;
  readonly health: (c: Context) => Promise<Response>;
  readonly clock: Clock;
  /** seals whose page it is that a form comes from; the same for all processes of the house */
  readonly markKey: SealingKey;
  readonly demo: boolean;
  /** which ways out of the building are set up */
  readonly ways?: { readonly mail: boolean; readonly sms: boolean } | undefined;
  readonly https: boolean;
  readonly houseOrigin: string;
  /** how many files and searches somebody may have at once; the usual where it is not said */
  readonly pace?: Crowd | undefined;
};

/** The house's web: every route of the table behind sign-in, one policy of headers, one answer for what is not there. */
export function staffApp(parts: StaffParts): Hono {
  const app = new Hono();
  const headers = pageHeaders(parts.https);
  app.use(async (c, next) => {
    await next();
    const framed = c.res.headers.has('content-security-policy'); // only the provider's sign-out frame sets its own
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name) && !(framed && name === 'x-frame-options')) c.res.headers.set(name, value);
    }
  });
  app.onError((error, c) => fault(c, error));
  app.notFound((c) => c.html(renderDocument(<MissingPage lang={languageOf(c)} path={c.req.path} />), 404));
  app.use(async (c, next) => (c.req.method === 'POST' && !fromHere(c, parts.houseOrigin) ? c.html(renderDocument(<MissingPage lang={languageOf(c)} />), 403) : next()));
  // Opening a report marks it read; a browser that fetches ahead, or only asks for headers, has read nothing.
  app.use(async (c, next) => (c.req.method === 'HEAD' || /prefetch/.test(c.req.header('sec-purpose') ?? '') ? c.body(null, 204) : next()));
  addAssets(app, parts.https);
  app.get('/helse', parts.health);
  app.post('/sprak', async (c) => {
    const form = new Form(await readPairs(c.req.raw));
    const lang = LANGUAGES.find((one) => one === form.one('lang')) ?? 'nb';
    c.header('set-cookie', languageCookie(lang));
    return c.redirect('/', 303);
  });
  app.route('/', parts.signInRoutes);
  app.post(AWAKE, async (c) => {
    await parts.signIn.whoIs(c.req.header('cookie'));
    return c.body(null, 204);
  });
  app.post(LOCK, (c) => lockNow(c, parts));
  app.post(WATCH, (c) => watchNumbers(c, parts));
  const pace = parts.pace ?? staffPace();
  for (const route of parts.routes) app.on(route.method, route.path, (c) => answer(c, parts, route, pace));
  return app;
}

/** Who asks, from whose page, and then what the route says. Nothing typed is lost on the way: see typed.tsx. */
async function answer(c: Context, parts: StaffParts, route: StaffRoute, pace: Crowd): Promise<Response> {
  const sent = await readSent(c, parts);
  try {
    return await answerTo(c, parts, route, pace, sent);
  } catch (error) {
    return fault(c, error, sent);
  }
}

async function answerTo(c: Context, parts: StaffParts, route: StaffRoute, pace: Crowd, sent: Sent): Promise<Response> {
  const who = await parts.signIn.whoIs(c.req.header('cookie'), restingIn(c.req.query(RESTING)));
  if (!who.ok) return turnedAway(c, parts, sent, who.code);
  if (sent.mark !== undefined && sent.mark.userId !== who.value.person.userId) return fromAnothers(c, parts, sent);
  if (who.value.person.undeclared && waitsForDeclaration(c.req.path)) return declareFirst(c, parts, sent);
  const tooFast = (only?: 'asked') => pace(who.value.person.userId, toMs(parts.clock()), only);
  if (isPaced(route) && tooFast('asked')) return haste(c);
  const reply = await route.handle(identify(c, parts, who.value, sent));
  // once more, for those asked for at the same moment
  if (counts(route, reply) && tooFast()) return haste(c);
  if (reply.kind === 'go' || (reply.kind === 'page' && reply.sent === true)) await settled(parts, sent);
  if (reply.kind === 'go' && reply.machine !== undefined) {
    for (const cookie of await parts.signIn.machine.share(c.req.header('cookie'), reply.machine === 'shared')) c.header('set-cookie', cookie, { append: true });
  }
  return send(c, reply, parts.files);
}

function haste(c: Context): Response | Promise<Response> {
  return c.html(renderDocument(<HastePage lang={languageOf(c)} />), 429, { 'retry-after': '60' });
}

function restingIn(said: string | undefined): boolean | 'unseen' {
  return said === UNSEEN ? 'unseen' : said === '1';
}

/** SameSite cookies keep strangers' forms out of new browsers; this keeps them out of the others (ASVS 3.5.1). */
function fromHere(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return c.req.header('origin') === origin;
}

function identify(c: Context, parts: StaffParts, { person, session }: SignedIn, sent: Sent): StaffRequest {
  const lang = languageOf(c);
  const { userId, regionId, municipalityId, roles, name, regionName, isReserve, singleKeys, unsent } = person;
  const asker: Person = { kind: 'person', regionId, userId, roles, municipalityId, signedInAt: session.authTime };
  return {
    person: asker, colleague: { name, roleLabel: roles.map((role) => (ROLE.is(role) ? ROLE.label(role, lang) : role)).join(', ') },
    regionName, isReserve, door: parts.door, lang, demo: parts.demo, ways: parts.ways, singleKeys, now: parts.clock(),
    path: c.req.path, params: c.req.param(), query: new URL(c.req.url).searchParams, form: new Form(sent.pairs), typed: sent.typed.length > 0, refused: undefined,
    shared: session.lockMs !== undefined, maySayShared: mayShareMachine(asker).allow, unsent, mark: sent.mark, ...marking(c, parts, person, sent),
  };
}

function send(c: Context, reply: Reply, files: Storage): Response {
  switch (reply.kind) {
    case 'page':
      return new Response(renderDocument(reply.page), { status: reply.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
    case 'go':
      return c.redirect(reply.to, 303);
    case 'saved':
      return c.body(null, 204);
    case 'file':
      return download(reply.body instanceof Uint8Array ? new Uint8Array(reply.body) : streamed(files, reply.body), reply);
  }
}

/** Always an attachment: whatever it is, no browser shows it as a page of ours. */
function download(body: Uint8Array<ArrayBuffer> | ReadableStream, { name, type }: { readonly name: string; readonly type: string }): Response {
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } });
}

/** An object that was altered breaks off: whoever downloads it sees that it is not all. */
function streamed(files: Storage, { facts, key }: SealedObject): ReadableStream {
  const pieces = openStream(key, facts, files.read(facts));
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        logFault('file', errorCode(error), randomUUID());
        controller.error(error);
      }
    },
    cancel: async () => void await pieces.return(undefined),
  });
}

/** With what was posted, to copy: a browser without scripts has no other way back to it. */
function fault(c: Context, error: unknown, sent?: Sent): Response | Promise<Response> {
  const lang = languageOf(c);
  if (error instanceof NotHere) return c.html(renderDocument(<MissingPage lang={lang} path={c.req.path} />), 404);
  const id = randomUUID();
  logFault('house', errorCode(error), id);
  const typed = sent === undefined ? [] : wordsIn(sent.pairs);
  if (error instanceof LostDatabase) return c.html(renderDocument(<LostPage lang={lang} typed={typed} />), 503);
  return c.html(renderDocument(<BrokenPage lang={lang} id={id} typed={typed} />), 500);
}
