import { z } from 'zod';
import type { Chance } from '../../kernel/ids.ts';
import { openBytes, sealBytes, type SealingKey } from '../../kernel/sealing/aead.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { instant, MINUTE, toMs, type Instant } from '../../kernel/time.ts';
import { PENDING_MS } from './cookies.ts';
import type { PendingProof } from './oidc.ts';

/** A sign-in on its way: what the issuer's answer is held against, and where the person wanted to go. */
export type Pending = { readonly proof: PendingProof; readonly issuerName: string; readonly returnTo: string };

// several servers' clocks are never quite the same
const CLOCKS_APART_MS = MINUTE;

const written = z.strictObject({
  proof: z.strictObject({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), startedAt: z.string().transform(instant), fresh: z.boolean() }),
  issuerName: z.string(),
  returnTo: z.string(),
});

// bound to its use, so that no other sealed value under the same key opens as one of these
const ADDRESS = Buffer.from('sign-in under way');

/** Sealed into the person's own browser: the server keeps nothing for the many who never come back. */
export function sealPending(key: SealingKey, pending: Pending, chance: Pick<Chance, 'bytes'>): string {
  return sealBytes(key, Buffer.from(JSON.stringify(pending)), ADDRESS, chance).toString('base64url');
}

/** undefined for what we did not seal, or sealed more than ten minutes ago. Never throws on what a browser sends. */
export function openPending(key: SealingKey, sealed: string, now: Instant): Pending | undefined {
  try {
    const pending = written.parse(JSON.parse(openBytes(key, Buffer.from(sealed, 'base64url'), ADDRESS).toString('utf8')));
    const age = toMs(now) - toMs(pending.proof.startedAt);
    return age > -CLOCKS_APART_MS && age < PENDING_MS ? pending : undefined;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
