import { randomUUID } from 'node:crypto';
import { compactVerify, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSender, endSender } from '../../src/regions/commands/senders.ts';
import { API, ASSERTION_TYPE } from '../../src/reports/api/documents.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { NURSE_MESSAGE } from '../reports/api-sample.ts';
import { openSite, type Site } from '../support/site.ts';
import { openAll } from '../support/submissions.ts';
import { HOST, newWorld, type World } from '../support/world.ts';

const ORIGIN = `http://${HOST}`;

/** A record system as its supplier would write it: its own key pair, and nothing else of ours. */
async function newClient() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'prod-1', alg: 'ES256', use: 'sig' };
  return { jwk, privateKey };
}

type Client = Awaited<ReturnType<typeof newClient>> & { id: string };

async function assertion(client: Client, world: World, change: { audience?: string; jti?: string; seconds?: number } = {}): Promise<string> {
  const now = Math.floor(Date.parse(world.clock.now) / 1000);
  return new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'prod-1' }).setIssuer(client.id).setSubject(client.id).setAudience(change.audience ?? `${ORIGIN}${API.token}`)
    .setJti(change.jti ?? randomUUID()).setIssuedAt(now).setExpirationTime(now + (change.seconds ?? 100)).sign(client.privateKey);
}

async function askToken(site: Site, signed: string): Promise<{ status: number; token: string }> {
  const answer = await site.app.request(API.token, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion: signed }), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const body: unknown = await answer.json();
  return { status: answer.status, token: typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : '' };
}

function post(site: Site, token: string, key: string, body: unknown): Promise<Response> {
  return Promise.resolve(site.app.request(API.reports, { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key } }));
}

type Receipt = { id: string; utfall: string; mottatt: string; kode: string; kvittering: string };

describe('the sender\'s API', () => {
  let world: World;
  let site: Site;
  let client: Client;
  let token: string;

  beforeAll(async () => {
    world = await newWorld();
    site = openSite(world);
    const made = await newClient();
    const added = await world.house.door.enter(addSender, await world.person('kari'), { name: 'Hjemmetjenesten i Lia', organisation: '974 760 673', keys: JSON.stringify(made.jwk) });
    if (!added.ok) throw new Error(`add_sender answered ${added.code} ${JSON.stringify(added.fields)}`);
    client = { ...made, id: added.value.id };
    token = (await askToken(site, await assertion(client, world))).token;
  });
  afterAll(async () => {
    await site.close();
    await world.close();
  });

  it('gives a token for a right assertion once, and none for a used, foreign, misdirected or long-lived one', async () => {
    const jti = randomUUID();
    expect(await askToken(site, await assertion(client, world, { jti }))).toMatchObject({ status: 200 });
    const other = { ...(await newClient()), id: client.id };
    for (const bad of [await assertion(client, world, { jti }), await assertion(other, world), await assertion(client, world, { audience: 'https://other.test/token' }), await assertion({ ...client, id: randomUUID() }, world), 'x.y.z']) {
      expect(await askToken(site, bad)).toEqual({ status: 401, token: '' });
    }
  });

  it('signs a receipt only for what is stored: the report stands in the inbox, and a repeated send is the same one', async () => {
    const key = randomUUID();
    const first = await post(site, token, key, NURSE_MESSAGE);
    expect(first.status).toBe(201);
    const receipt: Receipt = await first.json();
    const again = await post(site, token, key.toUpperCase(), NURSE_MESSAGE);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: key, utfall: 'gjentatt', mottatt: receipt.mottatt, kode: receipt.kode });
    const other = await post(site, token, key, { ...NURSE_MESSAGE, personensOnske: 'Hun vil bo hjemme.' });
    expect(await other.json()).toMatchObject({ utfall: 'tillegg' });
    await openAll(world);
    const list = await world.house.door.enter(inbox, await world.person('kari'), {});
    const arrived = list.ok ? list.value.waiting.filter((row) => row.channel === 'FAGSYSTEM') : [];
    expect(arrived).toHaveLength(1);
    const reportId = arrived[0]?.file_id ?? '';
    await world.house.door.enter(declareConnection, await world.person('kari'), { reportId, connection: 'INGEN' });
    const opened = await world.house.door.enter(openReport, await world.person('kari'), { reportId });
    expect(opened.ok && !opened.value.mustAnswer && opened.value.report.contents.map(({ report }) => report.sender?.name)).toEqual(['Hjemmetjenesten i Lia', 'Hjemmetjenesten i Lia']);
    const keys: JSONWebKeySet = await (await site.app.request(API.keys)).json();
    const { payload } = await compactVerify(receipt.kvittering, createLocalJWKSet(keys));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ iss: ORIGIN, sub: client.id, id: key, utfall: 'lagret', mottatt: receipt.mottatt });
  });

  it('tells whether it was read by the sender\'s own reference, and nothing to another sender', async () => {
    const key = randomUUID();
    await post(site, token, key, NURSE_MESSAGE);
    const ask = async (id: string, bearer: string) => (await site.app.request(`${API.reports}/${id}`, { headers: { authorization: `Bearer ${bearer}` } }));
    expect(await (await ask(key, token)).json()).toEqual({ id: key, status: 'MOTTATT' });
    expect((await ask(randomUUID(), token)).status).toBe(404);
    expect((await ask(key, 'a'.repeat(40))).status).toBe(401);
  });

  it('answers bad messages with every fault and a place, and never with what was written', async () => {
    const bad = await post(site, token, randomUUID(), { ...NURSE_MESSAGE, bekymring: { typer: [], beskrivelse: 'Hemmelig ord' }, ukjent: 1 });
    expect(bad.status).toBe(422);
    const text = await bad.text();
    expect(text).toContain('/bekymring/typer');
    expect(text).not.toContain('Hemmelig');
    expect((await post(site, token, 'not-a-key', NURSE_MESSAGE)).status).toBe(400);
    expect((await post(site, token, randomUUID(), 'x'.repeat(300_000))).status).toBe(413);
  });

  it('does not take a private key, and forgets one that was pasted', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const refused = await world.house.door.enter(addSender, await world.person('kari'), { name: 'Feil', organisation: '974760673', keys: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'x' }) });
    expect(refused).toMatchObject({ ok: false, fields: { keys: 'keys_private' } });
  });

  it('says that nobody knows when the database is away, so that the sender sends again', async () => {
    const broken = openSite(world, { intake: (real) => ({ ...real, submit: () => Promise.reject(new Error('away')) }) });
    const answer = await post(broken, token, randomUUID(), NURSE_MESSAGE);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    await broken.close();
  });

  it('shuts a sender out, also with a token in hand', async () => {
    expect(await world.house.door.enter(endSender, await world.person('kari'), { senderId: client.id })).toMatchObject({ ok: true });
    const later = openSite(world);
    expect((await post(later, token, randomUUID(), NURSE_MESSAGE)).status).toBe(401);
    await later.close();
  });
});
