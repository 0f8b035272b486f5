import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Person } from '../../src/kernel/actor.ts';
import type { House } from '../../src/open-house.ts';
import { addSender } from '../../src/regions/commands/senders.ts';
import { API, ASSERTION_TYPE } from '../../src/reports/api/documents.ts';
import { NURSE_MESSAGE } from '../reports/api-sample.ts';
import { insist } from './reporter.ts';

/** A record system over HTTP, let in by a coordinator, with a key pair of its own. */
export type RecordSystem = {
  /** sends until there is a signed receipt; one `key` is one report, however often it is sent */
  readonly sendUntilReceipted: (key: string, told: string) => Promise<void>;
  /** one message as it is given, and what is answered */
  readonly post: (key: string, body: string) => Promise<Response>;
};

export async function recordSystem(base: string, house: House, coordinator: Person): Promise<RecordSystem> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'prod-1', alg: 'ES256', use: 'sig' };
  const added = await house.door.enter(addSender, coordinator, { name: 'Hjemmetjenesten i Lia', organisation: '974 760 673', keys: JSON.stringify(jwk) });
  if (!added.ok) throw new Error(`add_sender answered ${added.code} ${JSON.stringify(added.fields)}`);
  const { id } = added.value;
  const origin = await insist(async () => /"url":\s*"(https?:\/\/[^"/]+)/.exec(await (await fetch(`${base}${API.openapi}`)).text())?.[1]);
  const askToken = (): Promise<string> => insist(async () => {
    const now = Math.floor(Date.now() / 1000);
    const assertion = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'prod-1' }).setIssuer(id).setSubject(id).setAudience(`${origin}${API.token}`).setJti(randomUUID()).setIssuedAt(now).setExpirationTime(now + 100).sign(privateKey);
    const answer = await fetch(`${base}${API.token}`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion: assertion }) });
    return /"access_token":"([^"]+)"/.exec(await answer.text())?.[1];
  }, 120_000);
  let token = await askToken();
  const post = (key: string, body: string): Promise<Response> => fetch(`${base}${API.reports}`, {
    method: 'POST', body, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key }, signal: AbortSignal.timeout(30_000),
  });
  return {
    post,
    sendUntilReceipted: async (key, told) => {
      const body = JSON.stringify({ ...NURSE_MESSAGE, bekymring: { ...NURSE_MESSAGE.bekymring, beskrivelse: told } });
      await insist(async () => {
        const answer = await post(key, body);
        const text = await answer.text();
        if (answer.status === 401) token = await askToken(); // a process that was restarted gives its own
        return (answer.status === 200 || answer.status === 201) && text.includes('"kvittering"') ? true : undefined;
      }, 120_000);
    },
  };
}
