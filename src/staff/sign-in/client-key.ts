import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { PrivateKeyJwt, type ClientAuth } from 'openid-client';
import { z } from 'zod';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';

/** The house's own key towards an issuer: RSA, used for private_key_jwt with RS256. Both halves as JSON Web Keys. */
export type ClientKeyPair = { readonly privateJwk: Readonly<Record<string, unknown>>; readonly publicJwk: Readonly<Record<string, unknown>> };

const rsaKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string().min(1), n: z.string(), e: z.string(), d: z.string() });

/** A new key, for the key directory. ID-porten takes the public half in its client registration and wants a new one each year. */
export function newClientKey(): ClientKeyPair {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const named = { kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return { privateJwk: { ...pair.privateKey.export({ format: 'jwk' }), ...named }, publicJwk: { ...pair.publicKey.export({ format: 'jwk' }), ...named } };
}

/** How the house proves itself to an issuer. Refuses `signin.client-key` when the JWK is no private RSA key with a kid. */
export async function clientProof(privateJwk: unknown): Promise<Outcome<ClientAuth>> {
  const parsed = rsaKey.safeParse(privateJwk);
  if (!parsed.success) return refuse('signin.client-key');
  // WebCrypto refuses a JWK whose `use` or `key_ops` do not name signing; only the numbers matter here.
  const { kid, use: _use, key_ops: _operations, ...numbers } = parsed.data;
  try {
    const key = await crypto.subtle.importKey('jwk', numbers, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
    return done(PrivateKeyJwt({ key, kid }));
  } catch {
    return refuse('signin.client-key');
  }
}
