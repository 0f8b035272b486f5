import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { API_ROUTES } from '../../src/web/public/api/api.ts';
import { PUBLIC_ROUTES } from '../../src/web/public/app.tsx';
import { path } from '../../src/reports/pages/public/paths.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { userAgent, type UserAgent, type Reply } from '../staff/sign-in-user-agent.ts';
import { contentsOf } from '../support/contents.ts';
import { startProduct, type Product } from '../support/product.ts';
import { fetchForm, insist, sendUntilReceived } from '../support/reporter.ts';
import { DAUGHTER } from '../support/submissions.ts';

/** One person per role; the walk is made as each of them, over HTTP, with the real sign-in. */
const WALKERS = ['kari', 'jorunn', 'even', 'leif', 'stine', 'per', 'ida', 'ragnhild'] as const;

let product: Product;
const agents = new Map<string, UserAgent>();
/** real files that exist but that nobody in the walk was given */
const real: { readonly id: string; readonly kind: string }[] = [];
/** The newest and the oldest reports, cases and consultations: among them those that name who asks, those in hand and those that are closed. */
const OF_EACH_KIND = [5, 2] as const;

beforeAll(async () => {
  product = await startProduct();
  await sendUntilReceived(product.publicUrl, await fetchForm(product.publicUrl), { ...DAUGHTER, sett: 'Kari Nordmo og Jorunn Vatne er nevnt her.' });
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  await insist(async () => ((await client.query('select 1 from app.report_envelope')).rowCount === 0 ? true : undefined));
  real.push(...(await client.query<{ id: string; kind: string }>(`select file_id as id, kind from (select file_id, kind, row_number() over (partition by kind order by created_at desc) as newest, row_number() over (partition by kind order by created_at) as oldest from kernel.file) f
    where newest <= $1 or oldest <= $2`, [...OF_EACH_KIND])).rows);
  await client.end();
  for (const subject of WALKERS) agents.set(subject, await signedIn(subject));
});
afterAll(() => product.stop());

async function signedIn(subject: string): Promise<UserAgent> {
  const agent = userAgent();
  const choice = await agent.open(`${product.houseUrl}/inn`);
  const between = await agent.send(choice, { person: subject });
  const reply = between.url.startsWith(product.houseUrl) ? between : await agent.send(between);
  if (!reply.url.startsWith(product.houseUrl)) throw new Error(`${subject} did not get in: ${reply.url} ${reply.status}`);
  return agent;
}

function agentOf(subject: string): UserAgent {
  const agent = agents.get(subject);
  if (agent === undefined) throw new Error(`${subject} is not signed in`);
  return agent;
}

/** Which kind of file an address is about, by how it begins. */
const KINDS: Readonly<Record<string, string>> = { '/mottak/': 'report', '/saker/': 'case', '/drofting/': 'consultation' };

/** All files of the address's own kind, and one of each other kind: that is never its own, whoever asks. */
function idsFor(route: { path: string }): readonly string[] {
  const own = Object.entries(KINDS).find(([start]) => route.path.startsWith(start))?.[1];
  const kinds = [...new Set(real.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => real.filter((one) => one.kind === kind).slice(0, kind === own ? undefined : 1)).map(({ id }) => id);
}

/** An identifier that names nothing, and for whoever may most and least also what is none: an address is read alike for all. */
function idsAmiss(subject: string): readonly string[] {
  return subject === 'kari' || subject === 'ida' ? ['x', '%00', randomUUID()] : [randomUUID()];
}

function address(route: { path: string }, id: string): string {
  return product.houseUrl + route.path.replace(/:[a-z]+/g, id);
}

/** What a stranger could compare: everything but the clock. */
function seen(reply: Reply): unknown {
  return { status: reply.status, text: reply.text, headers: [...reply.headers].filter(([name]) => name !== 'date').sort() };
}

async function post(agent: UserAgent, url: string, origin: string | undefined): Promise<Response> {
  const headers = { cookie: agent.header(new URL(url)), 'content-type': 'application/x-www-form-urlencoded', ...(origin === undefined ? {} : { origin }) };
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: '' });
}

async function answered(agent: UserAgent, method: 'GET' | 'POST', url: string): Promise<{ status: number; text: string }> {
  if (method === 'GET') return agent.open(url);
  const response = await post(agent, url, product.houseUrl);
  return { status: response.status, text: await response.text() };
}

describe('every address of the house', () => {
  test('asks a stranger to sign in, and shows nothing', async () => {
    for (const route of STAFF_ROUTES) {
      const response = await fetch(address(route, randomUUID()), { method: route.method, redirect: 'manual', headers: { origin: product.houseUrl } });
      // A form is answered with a page that leads on; a redirect out of it would be held against form-action 'self'.
      const on = route.method === 'GET' ? response.headers.get('location') : response.headers.get('refresh')?.replace('0; url=', '');
      expect([route.path, response.status, on?.startsWith('/inn')]).toEqual([route.path, route.method === 'GET' ? 303 : 403, true]);
    }
  });

  let before: ReadonlyMap<string, string>;
  let walkedFrom: string;
  test('stands still before the walk', async () => {
    // the worker has done what was waiting
    before = await insist(async () => {
      const waiting = await asked('select 1 from graphile_worker._private_jobs where run_at <= now()');
      return waiting.length === 0 ? contentsOf(product.url('superuser')) : undefined;
    });
    expect(before.size).toBeGreaterThan(80);
    [{ at: walkedFrom }] = await asked<{ at: string }>('select max(written_at) as at from kernel.file_event') as [{ at: string }]; // there is always one
  });

  test.each(WALKERS)('answers %s for what they may not see exactly as for what does not exist', async (subject) => {
    for (const route of STAFF_ROUTES.filter((one) => one.method === 'GET' && one.path.includes(':'))) {
      // At once: each waits most of its time for the disk that its line of the log is flushed to.
      const [unknown, ...all] = await Promise.all([randomUUID(), ...idsFor(route)].map((id) => agentOf(subject).open(address(route, id))));
      if (unknown === undefined) expect.fail('no answer');
      expect(all.length, route.path).toBeGreaterThan(0);
      for (const known of all) if (known.status !== 200) expect(seen(known), route.path).toEqual(seen(unknown));
      expect(unknown.status, route.path).toBe(404);
    }
  }, 300_000);

  test('changes nothing by being read, whoever reads it: only the log, the session and the worker’s own rounds write', async () => {
    const other = changed(before, await contentsOf(product.url('superuser')));
    if (other.length > 0) expect.fail(`written by reading: ${other.join(' ')}`);
    // that a report was read for the first time is an entry of its journal, and the one thing that reading says
    expect(await asked<{ type: string }>('select distinct type from kernel.file_event where written_at > $1', [walkedFrom]).then((rows) => rows.map(({ type }) => type))).toEqual(['ReportSeen']);
  });

  test('refuses a form that was sent from another site, whoever is signed in', async () => {
    for (const route of STAFF_ROUTES.filter((one) => one.method === 'POST')) {
      expect((await post(agentOf('kari'), address(route, randomUUID()), 'https://another.example')).status, route.path).toBe(403);
      expect((await post(agentOf('kari'), address(route, randomUUID()), undefined)).status, route.path).toBe(403);
    }
  });

  test.each(WALKERS)('never answers %s a fault of ours, whatever is sent to it', async (subject) => {
    for (const route of STAFF_ROUTES) {
      const ids = route.path.includes(':') ? idsAmiss(subject) : [''];
      for (const { status, text } of await Promise.all(ids.map((id) => answered(agentOf(subject), route.method, address(route, id))))) {
        expect([route.path, status < 500]).toEqual([route.path, true]);
        expect(text, route.path).not.toMatch(/Invalid (input|key|option|element)|Too (big|small):|Unrecognized key/);
      }
    }
  }, 300_000);

  test('carries the same policy of headers', async () => {
    for (const route of STAFF_ROUTES.filter((one) => one.method === 'GET')) expectHeaders((await agentOf('kari').open(address(route, real[0]?.id ?? ''))).headers, route.path);
    for (const url of ['/helse', '/inn', '/finnes-ikke']) expectHeaders((await fetch(product.houseUrl + url, { redirect: 'manual' })).headers, url);
  });
});

test('every public address carries the same policy of headers, in each language', async () => {
  for (const [lang, variety] of LANGUAGES.flatMap((one) => [[one, 'plain'], [one, 'easy']] as const)) {
    for (const route of PUBLIC_ROUTES) {
      const response = await fetch(product.publicUrl + path(lang, route.page, variety), { method: route.method, redirect: 'manual', ...(route.method === 'POST' ? { body: new URLSearchParams() } : {}) });
      expectHeaders(response.headers, `${lang} ${route.page}`);
      expect(response.status, route.page).toBeLessThan(500);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  }
  for (const route of API_ROUTES) {
    const response = await fetch(product.publicUrl + route.path.replace(':id', 'c0000000-0000-4000-8000-000000000000'), { method: route.method, ...(route.method === 'POST' ? { body: '{}' } : {}) });
    expectHeaders(response.headers, route.path);
    expect(response.status, route.path).toBeLessThan(500);
    if (route.why === 'the token is the key') expect(response.status, route.path).toBe(401);
  }
});

/** Who read what, and until when they are signed in. */
const READING_WRITES: readonly string[] = ['kernel.audit_event', 'app.session'];
/** What the worker does by itself meanwhile, whether anybody reads or not. */
const ROUNDS: readonly string[] = ['kernel.audit_block', 'kernel.projection_round', 'kernel.round_done', 'kernel.intake_key', 'app.published_site'];
/** The journal, and what is kept in clear of it: a report that was opened for the first time. */
const FIRST_READING: readonly string[] = ['kernel.file_event', 'app.report', 'app.report_ledger', 'app.person_trace', 'app.person_trace_names', 'stats.pace_fact', 'stats.report_fact'];

async function asked<R extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  return client.query<R>(statement, [...values]).then(({ rows }) => rows).finally(() => client.end());
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, hash]) => before.get(name) !== hash && ![...READING_WRITES, ...ROUNDS, ...FIRST_READING].includes(name)).map(([name]) => name);
}

function expectHeaders(headers: Headers, where: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy, where).toContain(part);
  expect(policy, where).not.toContain('unsafe');
  expect(headers.get('cache-control'), where).toBe('no-store');
  expect(headers.get('referrer-policy'), where).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy'), where).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy'), where).toBe('same-origin');
  expect(headers.get('x-content-type-options'), where).toBe('nosniff');
}
