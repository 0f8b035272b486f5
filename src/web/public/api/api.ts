import { createHash, randomUUID, type KeyObject } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { errorCode } from '../../../kernel/database/connect.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { formatReceiptCode, lookupId } from '../../../kernel/sealing/receipt-code.ts';
import type { Sender } from '../../../regions/senders.ts';
import { API, ASSERTION_TYPE, messageSchema, openApi, SCOPE } from '../../../reports/api/documents.ts';
import { formProblems, readMessage, type ApiProblem } from '../../../reports/api/read.ts';
import { plan } from '../../../reports/form/plan.ts';
import type { WindowStatus } from '../../../reports/intake.ts';
import { readBytes, readPairs, Form } from '../../http/form-body.ts';
import { logFault } from '../../http/serve.ts';
import type { PublicParts } from '../form.tsx';
import type { KnownSite } from '../sites.ts';
import { idsOf, openTokens, receiptKeys, signReceipt, TOKEN_LIFE, type Tokens } from './tokens.ts';

export type ApiKeys = { readonly api: KeyObject; readonly receipt: KeyObject };

type ApiRequest = { readonly c: Context; readonly parts: PublicParts; readonly keys: ApiKeys; readonly tokens: Tokens; readonly site: KnownSite; readonly origin: string };
type Answer = (request: ApiRequest) => Promise<Response> | Response;

/** Why each address of the sender's API is open, or to whom; the walk over all routes reads this table. */
export const API_ROUTES: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly why: string; readonly answer: Answer }[] = [
  { method: 'GET', path: API.openapi, why: 'the contract is published', answer: ({ origin }) => Response.json(openApi(origin)) },
  { method: 'GET', path: API.schema, why: 'the contract is published', answer: ({ origin }) => Response.json(messageSchema(origin)) },
  { method: 'GET', path: API.keys, why: 'anyone may check a receipt', answer: async ({ keys }) => Response.json(await receiptKeys(keys.receipt)) },
  { method: 'POST', path: API.token, why: 'the signed assertion is the key', answer: giveToken },
  { method: 'POST', path: API.reports, why: 'the token is the key', answer: (r) => asSender(r, receive) },
  { method: 'GET', path: `${API.reports}/:id`, why: 'the token is the key', answer: (r) => asSender(r, status) },
];

/** The API for record systems, beside the form and into the same ledger. Nothing is stored but what the form stores. */
export function addApi(app: Hono, parts: PublicParts, keys: ApiKeys): void {
  const tokens = openTokens(keys.api, parts.clock);
  for (const route of API_ROUTES) {
    app.on(route.method, route.path, async (c) => {
      const host = (parts.onlyHost ?? c.req.header('host') ?? '').toLowerCase();
      const site = await parts.sites.find(host).catch((error: unknown) => (logFault('api', errorCode(error), randomUUID()), 'away' as const));
      if (site === 'away') return away();
      if (site === undefined) return problem(404, 'unknown_site', 'Ukjent mottak');
      return route.answer({ c, parts, keys, tokens, site, origin: `${secure(parts) ? 'https' : 'http'}://${host}` });
    });
  }
}

/** Several regions have no PUBLIC_URL to tell by; in earnest there is TLS in front of them. */
function secure({ https, demo, onlyHost }: PublicParts): boolean {
  return https || (!demo && onlyHost === undefined);
}

async function giveToken({ c, tokens, site, origin }: ApiRequest): Promise<Response> {
  const form = new Form(await readPairs(c.req.raw));
  const scope = form.one('scope');
  if (form.one('grant_type') !== 'client_credentials') return Response.json({ error: 'unsupported_grant_type' }, { status: 400 });
  if (form.one('client_assertion_type') !== ASSERTION_TYPE || form.one('client_assertion') === '') return Response.json({ error: 'invalid_request' }, { status: 400 });
  if (scope !== '' && scope !== SCOPE) return Response.json({ error: 'invalid_scope' }, { status: 400 });
  const token = await tokens.issue(form.one('client_assertion'), site.senders, `${origin}${API.token}`);
  if (token === undefined) return Response.json({ error: 'invalid_client' }, { status: 401 });
  return Response.json({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE, scope: SCOPE });
}

async function asSender(request: ApiRequest, answer: (request: ApiRequest, sender: Sender) => Promise<Response>): Promise<Response> {
  const token = /^Bearer ([\w.-]{20,4000})$/.exec(request.c.req.header('authorization') ?? '')?.[1] ?? '';
  const sender = await request.tokens.holder(token, request.site.senders, `${request.origin}${API.token}`);
  return sender === undefined ? problem(401, 'no_token', 'Tokenet mangler, er utløpt eller gjelder ikke lenger', { 'www-authenticate': 'Bearer' }) : answer(request, sender);
}

const MOST_BYTES = 256 * 1024;

/** Check everything, store, and only then sign a receipt: whoever holds a receipt has a stored report. */
async function receive(request: ApiRequest, sender: Sender): Promise<Response> {
  const { c, parts, site, keys } = request;
  const key = (c.req.header('idempotency-key') ?? '').toLowerCase();
  if (!isUuid(key)) return problem(400, 'no_key', 'Idempotency-Key må være en UUID');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return problem(415, 'not_json', 'Send meldingen som application/json');
  const body = await readBytes(c.req.raw, MOST_BYTES + 1);
  if (body.length > MOST_BYTES) return problem(413, 'too_large', 'Meldingen er større enn 256 KiB');
  const read = readMessage(parse(body), site.site.municipalities.map((one) => one.number));
  if (!read.ok) return refused(read.problems);
  if (!site.site.formOpen) return problem(403, 'closed', 'Mottaket tar ikke imot meldinger her ennå');
  const { draftId, code } = idsOf(keys.api, site.regionId, sender, key);
  const planned = plan(read.answers, { region: site.regionId, draftId, receivedAt: parts.clock(), lang: read.message.sprak, channel: 'FAGSYSTEM', sender: { id: sender.id, name: sender.name } });
  if (!planned.ok) return refused(formProblems(planned.fields ?? {}, read.message.sprak));
  return store(request, sender, { key, body, code: formatReceiptCode(code), submit: () => parts.intake.submit(planned.value, code, site.intake, parts.clock(), 'FAGSYSTEM') });
}

type Ready = { readonly key: string; readonly body: Buffer; readonly code: string; readonly submit: () => ReturnType<PublicParts['intake']['submit']> };

const OUTCOME = { stored: 'lagret', repeated: 'gjentatt', added: 'tillegg' } as const;

async function store({ keys, origin }: ApiRequest, sender: Sender, { key, body, code, submit }: Ready): Promise<Response> {
  try {
    const { outcome, receivedAt } = await submit();
    const facts = { id: key, mottatt: receivedAt, utfall: OUTCOME[outcome] };
    const kvittering = await signReceipt(keys.receipt, { iss: origin, sub: sender.id, sha256: createHash('sha256').update(body).digest('base64url'), ...facts });
    return Response.json({ ...facts, status: 'MOTTATT', kode: code, kvittering }, { status: outcome === 'repeated' ? 200 : 201, headers: { location: `${API.reports}/${key}` } });
  } catch (error) {
    logFault('api', errorCode(error), randomUUID());
    return away();
  }
}

const STATUS: Readonly<Record<WindowStatus, string>> = { received: 'MOTTATT', read: 'LEST', question: 'SPORSMAL', closed: 'LUKKET' };

async function status({ c, parts, keys, site }: ApiRequest, sender: Sender): Promise<Response> {
  const id = (c.req.param('id') ?? '').toLowerCase();
  if (!isUuid(id)) return problem(404, 'unknown', 'Meldingen finnes ikke');
  const { code } = idsOf(keys.api, site.regionId, sender, id);
  try {
    const found = await parts.intake.findWindow(site.regionId, lookupId(code, site.regionId));
    return found === undefined ? problem(404, 'unknown', 'Meldingen finnes ikke') : Response.json({ id, status: STATUS[found.status] });
  } catch (error) {
    logFault('api', errorCode(error), randomUUID());
    return away();
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function refused(errors: readonly ApiProblem[]): Response {
  return problem(422, 'message_problems', 'Meldingen er ikke tatt imot: noe må rettes', {}, { errors });
}

/** Nobody knows whether it was stored. Sending it again is safe, and says so. */
function away(): Response {
  return problem(503, 'try_again', 'Vi vet ikke om meldingen kom fram. Send igjen med samme Idempotency-Key; den blir ikke dobbel', { 'retry-after': '10' });
}

function problem(code: number, name: string, title: string, headers: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, unknown>> = {}): Response {
  return Response.json({ type: 'about:blank', title, status: code, code: name, ...more }, { status: code, headers: { ...headers, 'content-type': 'application/problem+json' } });
}
