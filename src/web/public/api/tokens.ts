import { createHmac, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, CompactSign, createLocalJWKSet, decodeJwt, exportJWK, jwtVerify, SignJWT } from 'jose';
import { asId, type FileId, type RegionId } from '../../../kernel/ids.ts';
import { receiptCodeFrom, type ReceiptCode } from '../../../kernel/sealing/receipt-code.ts';
import { asDate, MINUTE, toMs, type Clock } from '../../../kernel/time.ts';
import type { Sender } from '../../../regions/senders.ts';
import { SCOPE } from '../../../reports/api/documents.ts';

const TOKEN_SECONDS = 600;
/** As Maskinporten has it: an assertion is good for two minutes at most, and once. */
const ASSERTION_MS = 2 * MINUTE;
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

export type Tokens = {
  /** The token for a right assertion (RFC 7523: iss = sub = client id, aud = the token address, jti used once); undefined for any other. */
  readonly issue: (assertion: string, senders: readonly Sender[], audience: string) => Promise<string | undefined>;
  /** Who holds it, among those who may send today. */
  readonly holder: (token: string, senders: readonly Sender[], audience: string) => Promise<Sender | undefined>;
};

export const TOKEN_LIFE = TOKEN_SECONDS;

export function openTokens(secret: KeyObject, clock: Clock): Tokens {
  const used = new Map<string, number>();
  return {
    issue: async (assertion, senders, audience) => {
      const sender = claimed(assertion, senders);
      if (sender === undefined) return undefined;
      try {
        const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...sender.keys] }), {
          issuer: sender.id, subject: sender.id, audience, algorithms: ALGORITHMS, requiredClaims: ['exp', 'iat', 'jti'], maxTokenAge: ASSERTION_MS / 1000, clockTolerance: 10, currentDate: asDate(clock()),
        });
        if (!once(used, `${sender.id} ${payload.jti ?? ''}`, toMs(clock()))) return undefined;
      } catch {
        return undefined; // wrong key, time or audience: all the same to whoever asks
      }
      const issued = Math.floor(toMs(clock()) / 1000);
      return new SignJWT({ scope: SCOPE }).setProtectedHeader({ alg: 'HS256' }).setSubject(sender.id).setAudience(audience).setIssuedAt(issued).setExpirationTime(issued + TOKEN_SECONDS).sign(secret);
    },
    holder: async (token, senders, audience) => {
      try {
        const { payload } = await jwtVerify(token, secret, { audience, algorithms: ['HS256'], requiredClaims: ['exp', 'sub'], currentDate: asDate(clock()) });
        return senders.find((one) => one.id === payload.sub); // ended since: no longer
      } catch {
        return undefined;
      }
    },
  };
}

function claimed(assertion: string, senders: readonly Sender[]): Sender | undefined {
  try {
    const { iss } = decodeJwt(assertion);
    return senders.find((one) => one.id === iss);
  } catch {
    return undefined;
  }
}

const MOST_REMEMBERED = 100_000;

/** Whether it is the first time. Remembered by this process for as long as an assertion can be good. */
function once(used: Map<string, number>, id: string, now: number): boolean {
  for (const [known, until] of used) {
    if (until > now) break;
    used.delete(known);
  }
  if (used.has(id) || used.size >= MOST_REMEMBERED) return false;
  used.set(id, now + ASSERTION_MS + MINUTE);
  return true;
}

/** The same sender and key always mean the same report and the same window, in every process, and nothing is kept to know it. */
export function idsOf(secret: KeyObject, region: RegionId, sender: Sender, key: string): { readonly draftId: FileId; readonly code: ReceiptCode } {
  const bytes = createHmac('sha256', secret).update(`report ${region} ${sender.id} ${key.toLowerCase()}`).digest();
  const id = Buffer.from(bytes.subarray(0, 16));
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const text = id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { draftId: asId<'file'>(text), code: receiptCodeFrom(bytes.subarray(16, 26)) };
}

/** The public half of the key that receipts are signed with, as a JWK set. */
export async function receiptKeys(receipt: KeyObject): Promise<{ keys: Record<string, unknown>[] }> {
  const jwk = await exportJWK(createPublicKey(receipt));
  return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'EdDSA' }] };
}

/** A receipt that the sender can keep and anybody can check (JWS, EdDSA). It says that a report was stored and when, and nothing of what it says. */
export async function signReceipt(receipt: KeyObject, claims: Readonly<Record<string, string>>): Promise<string> {
  const { keys } = await receiptKeys(receipt);
  return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'EdDSA', kid: String(keys[0]?.['kid']), typ: 'kvittering+jws' }).sign(receipt);
}
