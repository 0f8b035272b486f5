import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { SealBroken } from './broken.ts';

const FORMAT = 1;
const PUBLIC_BYTES = 32;
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

type Key = Awaited<ReturnType<typeof suite.kem.deserializePublicKey>>;
/** Both halves of an X25519 pair, ready for opening. */
export type BoxPair = { readonly publicKey: Key; readonly privateKey: Key };

/** A new pair from the machine's own chance. */
export function newBoxPair(): Promise<BoxPair> {
  return suite.kem.generateKeyPair();
}

/** The pair that belongs to 32 secret bytes (DeriveKeyPair, RFC 9180 § 7.1.3). */
export function boxPairFromSeed(seed: Uint8Array): Promise<BoxPair> {
  return suite.kem.deriveKeyPair(seed);
}

/** The 32 bytes of a public half. */
export async function publicBytes(pair: BoxPair): Promise<Buffer> {
  return Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
}

/** The 32 bytes of a private half: wrap them at once and wipe them. */
export async function privateBytes(pair: BoxPair): Promise<Buffer> {
  return Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey));
}

export async function boxPair(privateHalf: Uint8Array, publicHalf: Uint8Array): Promise<BoxPair> {
  const [privateKey, publicKey] = await Promise.all([suite.kem.deserializePrivateKey(privateHalf), suite.kem.deserializePublicKey(publicHalf)]);
  return { privateKey, publicKey };
}

/** HPKE base mode (RFC 9180: DHKEM X25519, HKDF-SHA256, AES-256-GCM): `format 1 | encapsulated key 32 | ciphertext | tag 16`. Throws on a public key that is none. */
export async function boxSeal(publicHalf: Uint8Array, plain: Uint8Array, info: Buffer, aad: Buffer): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicHalf);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plain, aad);
  return Buffer.concat([Buffer.of(FORMAT), Buffer.from(enc), Buffer.from(ct)]);
}

/** Opens what boxSeal made for this pair with the same info and aad. Throws SealBroken. */
export async function boxOpen(pair: BoxPair, sealed: Uint8Array, info: Buffer, aad: Buffer): Promise<Buffer> {
  if (sealed.length < 1 + PUBLIC_BYTES + 16 || sealed[0] !== FORMAT) throw new SealBroken('format');
  const enc = sealed.subarray(1, 1 + PUBLIC_BYTES);
  const text = sealed.subarray(1 + PUBLIC_BYTES);
  try {
    return Buffer.from(await suite.open({ recipientKey: pair, enc, info }, text, aad));
  } catch {
    throw new SealBroken('altered');
  }
}
