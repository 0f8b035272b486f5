import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { plainLine } from '../kernel/plain-text.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

const kid = z.string().min(1).max(100);
/** The public half of a sender's key. Strict: a private part that was pasted by mistake is refused, and never kept. */
const publicKey = z.discriminatedUnion('kty', [
  z.strictObject({ kty: z.literal('RSA'), kid, n: z.string().min(300).max(1500), e: z.string().max(12), alg: z.string().max(20).exactOptional(), use: z.literal('sig').exactOptional() }),
  z.strictObject({ kty: z.literal('EC'), kid, crv: z.enum(['P-256', 'P-384', 'P-521']), x: z.string().max(100), y: z.string().max(100), alg: z.string().max(20).exactOptional(), use: z.literal('sig').exactOptional() }),
  z.strictObject({ kty: z.literal('OKP'), kid, crv: z.literal('Ed25519'), x: z.string().max(60), alg: z.string().max(20).exactOptional(), use: z.literal('sig').exactOptional() }),
]);
export type SenderKey = z.infer<typeof publicKey>;

/** A record system that may send reports: who runs it, and how it proves who it is (RFC 7523). */
export const sender = z.strictObject({
  id: z.uuid(), name: z.string().min(1).max(200), organisation: z.string().regex(/^\d{9}$/), keys: z.array(publicKey).min(1).max(5), addedAt: z.string().max(40),
});
export type Sender = z.infer<typeof sender>;
export const senders = z.array(sender).max(50);

export type TypedSender = { readonly name: string; readonly organisation: string; readonly keys: string };

/** A sender as typed, or every fault: name missing/too_long, organisation not nine digits with a right control digit, keys that are no public keys. */
export function typedSender(typed: TypedSender): Outcome<Omit<Sender, 'id' | 'addedAt'>> {
  const name = plainLine(typed.name).trim();
  const organisation = typed.organisation.replace(/\s/g, '');
  const keys = readKeys(typed.keys);
  const faults: Record<string, string> = {};
  if (name === '') faults['name'] = 'missing';
  if (name.length > 200) faults['name'] = 'too_long';
  if (!isOrganisationNumber(organisation)) faults['organisation'] = 'organisation_shape';
  if (typeof keys === 'string') faults['keys'] = keys;
  return Object.keys(faults).length > 0 || typeof keys === 'string' ? refuse('bad_input', faults) : done({ name, organisation, keys });
}

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits, the last a control digit modulo 11 (enhetsregisteret). */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const rest = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11;
  return (rest === 0 ? 0 : 11 - rest) === Number(text[8]);
}

function readKeys(text: string): SenderKey[] | 'keys_unreadable' | 'keys_private' {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'keys_unreadable';
  }
  const list: unknown = typeof raw === 'object' && raw !== null && 'keys' in raw ? raw.keys : [raw];
  if (!Array.isArray(list)) return 'keys_unreadable';
  if (list.some((one: unknown) => typeof one === 'object' && one !== null && ('d' in one || 'k' in one))) return 'keys_private';
  const parsed = z.array(publicKey).min(1).max(5).safeParse(list);
  if (!parsed.success || new Set(parsed.data.map((one) => one.kid)).size !== parsed.data.length || !parsed.data.every(isKey)) return 'keys_unreadable';
  return parsed.data;
}

function isKey(jwk: SenderKey): boolean {
  try {
    createPublicKey({ key: jwk, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
