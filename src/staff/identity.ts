import { createHmac, type KeyObject } from 'node:crypto';
import { encode } from '../kernel/sealing/encoding.ts';

/** (issuer, subject) is the person (OpenID Connect Core § 5.7); kept as a keyed hash, so that the register says nothing to a thief. 32 bytes. */
export function identityLookup(identityKey: KeyObject, issuer: string, subject: string): Buffer {
  return createHmac('sha256', identityKey).update(encode('identity', [issuer, subject])).digest();
}
