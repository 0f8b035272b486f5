import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { parseJson } from './people.ts';

/** What the provider signs with: ID tokens (RS256, a private JWK) and its own cookies (hex). */
export type SigningKeys = { readonly tokenJwk: Readonly<Record<string, unknown>>; readonly cookieKey: string };

const kept = z.strictObject({ tokenJwk: z.looseObject({ kty: z.literal('RSA'), d: z.string(), kid: z.string() }), cookieKey: z.string().min(64) });

export function newSigningKeys(): SigningKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokenJwk = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return { tokenJwk, cookieKey: randomBytes(32).toString('hex') };
}

/**
 * The keys kept in a file (made there, mode 0600, when it is missing), or new ones when no file is named. Keeping them
 * spares a running house from trusting the old key for a minute after this process is started anew.
 * Refuses `login.keys` on a file that holds something else.
 */
export function signingKeys(file: string | undefined): Outcome<SigningKeys> {
  if (file === undefined) return done(newSigningKeys());
  if (existsSync(file)) {
    const parsed = kept.safeParse(parseJson(readFileSync(file, 'utf8')));
    return parsed.success ? done(parsed.data) : refuse('login.keys');
  }
  const made = newSigningKeys();
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return done(made);
}
