import { createHmac, type KeyObject } from 'node:crypto';
import { KEY_BYTES } from '../kernel/sealing/aead.ts';
import { encode } from '../kernel/sealing/encoding.ts';

/**
 * (issuer, subject) is the person (OpenID Connect Core § 5.7); kept as a keyed hash, so that the register says nothing to a thief. 32 bytes.
 * @param identityKey one key, or several behind each other: the hash of the first is hashed with the next (identityCarried)
 */
export function identityLookup(identityKey: KeyObject, issuer: string, subject: string): Buffer {
  const keys = identityKey.export();
  let lookup: Buffer = createHmac('sha256', keys.subarray(0, KEY_BYTES)).update(encode('identity', [issuer, subject])).digest();
  for (let at = KEY_BYTES; at < keys.length; at += KEY_BYTES) lookup = identityCarried(keys.subarray(at, at + KEY_BYTES), lookup);
  keys.fill(0);
  return lookup;
}

/**
 * A lookup under one key more. Who somebody is at the sign-in provider stands nowhere here, so that nothing can be hashed anew; but whoever
 * saw the former key and lacks this one can try no name and no number.
 */
export function identityCarried(key: Uint8Array, lookup: Buffer): Buffer {
  return createHmac('sha256', key).update(encode('identity carried', [lookup])).digest();
}
