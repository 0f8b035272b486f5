import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { SealBroken } from './broken.ts';

export const KEY_BYTES = 32;
export const TAG_BYTES = 16;
const FORMAT = 1;
const ID_BYTES = 4;
const NONCE_BYTES = 12;
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;
const CIPHER = 'aes-256-gcm';

/** Keys live as KeyObjects: a Buffer prints its bytes into the first careless log line, a KeyObject does not. */
export type SealingKey = {
  /** four bytes made from the key itself: tells which key opens a value, and binds the value to it */
  readonly id: Buffer;
  readonly cipher: KeyObject;
  readonly nonce: KeyObject;
};

/** 32 bytes as a key; the bytes handed in are wiped. Throws RangeError on another length. */
export function takeKey(bytes: Buffer): KeyObject {
  if (bytes.length !== KEY_BYTES) throw new RangeError('a key has 32 bytes');
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/** A key for one purpose out of a uniformly random key: the first block of HKDF-Expand (RFC 5869 § 2.3) with SHA-256. */
export function expand(from: KeyObject, purpose: string, salt: Uint8Array = new Uint8Array()): KeyObject {
  return takeKey(createHmac('sha256', from).update(`sealing 1 ${purpose}`).update(salt).update('\u0001').digest());
}

/** One random key never both enciphers and authenticates: each use gets its own. */
export function sealingKey(from: KeyObject): SealingKey {
  return {
    id: expand(from, 'key id').export().subarray(0, ID_BYTES),
    cipher: expand(from, 'cipher'),
    nonce: expand(from, 'nonce'),
  };
}

/**
 * AES-256-GCM: `format 1 | key id 4 | nonce 12 | ciphertext | tag 16`.
 * The nonce is a keyed hash of chance, address and content: with a chance that repeats itself (the demo region, a cloned machine)
 * two different contents still never share a nonce, which in GCM would give both away.
 */
export function sealBytes(key: SealingKey, plain: Uint8Array, address: Buffer, chance: Pick<Chance, 'bytes'>): Buffer {
  const nonce = hedged(key.nonce, plain, address, chance).subarray(0, NONCE_BYTES);
  const head = Buffer.concat([Buffer.of(FORMAT), key.id, nonce]);
  return Buffer.concat([head, encipher(key.cipher, nonce, plain, Buffer.concat([head, address]))]);
}

/** Opens what sealBytes made for the same address. Throws SealBroken. */
export function openBytes(key: SealingKey, sealed: Uint8Array, address: Buffer): Buffer {
  if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== FORMAT) throw new SealBroken('format');
  const head = sealed.subarray(0, HEAD_BYTES);
  if (!key.id.equals(head.subarray(1, 1 + ID_BYTES))) throw new SealBroken('key');
  return decipher(key.cipher, head.subarray(1 + ID_BYTES), sealed.subarray(HEAD_BYTES), Buffer.concat([head, address]));
}

/** 32 bytes that repeat only where chance, address and content all repeat. */
export function hedged(key: KeyObject, plain: Uint8Array, address: Buffer, chance: Pick<Chance, 'bytes'>): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(address.length);
  return createHmac('sha256', key).update(chance.bytes(24)).update(length).update(address).update(plain).digest();
}

/** Ciphertext with its tag behind it. A nonce is never used twice with one key: callers see to it. */
export function encipher(key: KeyObject, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  const text = cipher.update(plain);
  cipher.final();
  return Buffer.concat([text, cipher.getAuthTag()]);
}

/** The reverse of encipher. Throws SealBroken. */
export function decipher(key: KeyObject, nonce: Uint8Array, text: Uint8Array, aad: Uint8Array): Buffer {
  const cut = text.length - TAG_BYTES;
  if (cut < 0) throw new SealBroken('format');
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad).setAuthTag(text.subarray(cut));
  const plain = decipher.update(text.subarray(0, cut));
  try {
    decipher.final();
  } catch {
    throw new SealBroken('altered');
  }
  return plain;
}
