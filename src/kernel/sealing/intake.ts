import { randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from './aead.ts';
import { encode } from './encoding.ts';
import { boxOpen, boxPair, boxSeal, newBoxPair, privateBytes, publicBytes, type BoxPair } from './hpke.ts';
import { pad, unpad } from './padding.ts';
import type { RegionKeys } from './region-keys.ts';

/** What is stored of a pair: the public process seals to the public half, only the house can unwrap the other. */
export type IntakePair = { readonly keyVersion: number; readonly publicKey: Buffer; readonly wrappedPrivate: Buffer };

/** What an envelope belongs to; it opens with exactly these. */
export type EnvelopeFacts = { readonly region: string; readonly draft: string; readonly part: string; readonly keyVersion: number };

export async function newIntakePair(region: RegionKeys, keyVersion: number): Promise<IntakePair> {
  const pair = await newBoxPair();
  const [publicKey, plain] = await Promise.all([publicBytes(pair), privateBytes(pair)]);
  const wrappedPrivate = sealBytes(region.wrap, plain, pairLabel(region, keyVersion, publicKey), { bytes: randomBytes });
  plain.fill(0);
  return { keyVersion, publicKey, wrappedPrivate };
}

/** Ready for opening envelopes; keep it. Throws SealBroken when region, version, public half and wrapped half do not belong together. */
export async function openIntakePair(region: RegionKeys, stored: IntakePair): Promise<BoxPair> {
  const plain = openBytes(region.wrap, stored.wrappedPrivate, pairLabel(region, stored.keyVersion, stored.publicKey));
  const pair = await boxPair(plain, stored.publicKey);
  plain.fill(0);
  return pair;
}

/** The private half under another region key. Throws SealBroken. */
export function rewrappedPair(from: RegionKeys, to: RegionKeys, stored: IntakePair): Buffer {
  const label = pairLabel(from, stored.keyVersion, stored.publicKey);
  const plain = openBytes(from.wrap, stored.wrappedPrivate, label);
  const wrapped = sealBytes(to.wrap, plain, label, { bytes: randomBytes });
  plain.fill(0);
  return wrapped;
}

/** Seals content so that only the region's house can open it, its length hidden in steps of 4 KiB. Anyone can seal: what comes out is untrusted input. */
export function sealEnvelope(publicKey: Uint8Array, plain: Buffer, facts: EnvelopeFacts): Promise<Buffer> {
  return boxSeal(publicKey, pad(plain, 'envelope'), keyFacts(facts), contentFacts(facts));
}

/** Throws SealBroken for another region, draft, part or key version, and for altered bytes. */
export async function openEnvelope(pair: BoxPair, sealed: Uint8Array, facts: EnvelopeFacts): Promise<Buffer> {
  return unpad(await boxOpen(pair, sealed, keyFacts(facts), contentFacts(facts)));
}

/** Ed25519, 64 bytes. What is signed begins with its own label (encode), so that no statement passes for one of another kind. */
export function signStatement(rootPrivate: KeyObject, bytes: Uint8Array): Buffer {
  return sign(null, bytes, rootPrivate);
}

/** Never throws: a signature of another length is simply not one. */
export function verifyStatement(rootPublic: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, rootPublic, signature);
}

function keyFacts(facts: EnvelopeFacts): Buffer {
  return encode('envelope', [facts.region, facts.keyVersion]);
}

function contentFacts(facts: EnvelopeFacts): Buffer {
  return encode('envelope content', [facts.draft, facts.part]);
}

function pairLabel(region: RegionKeys, keyVersion: number, publicKey: Uint8Array): Buffer {
  return encode('intake pair', [region.regionId, keyVersion, publicKey]);
}
