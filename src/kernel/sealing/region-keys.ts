import { hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { expand, KEY_BYTES, openBytes, sealBytes, sealingKey, takeKey, type SealingKey } from './aead.ts';
import { encode } from './encoding.ts';
import type { KeyProvider } from './provider-key.ts';

/** A region's keys, one per purpose; knowing one says nothing about the others. Derived once and kept for as long as the region is in use. */
export type RegionKeys = {
  readonly regionId: string;
  /** wraps the keys of files and the private halves of intake pairs */
  readonly wrap: SealingKey;
  /** keyed hashes for finding again (mac.ts) */
  readonly lookup: KeyObject;
  readonly audit: KeyObject;
  readonly stats: KeyObject;
  /** seals what belongs to the region and to no file */
  readonly record: SealingKey;
  /** vouches for rows in clear that decide who gets in (mac.ts, recordMac) */
  readonly register: KeyObject;
};

/** A file's keys. `secret` is only ever wrapped; the others do the work. */
export type FileKey = {
  readonly secret: KeyObject;
  readonly seal: SealingKey;
  /** the chain of the file's events */
  readonly mac: KeyObject;
  /** uploaded files (stream.ts) */
  readonly stream: KeyObject;
};

/** A new region key, wrapped by the provider: the bytes to store. */
export async function newRegionKey(provider: KeyProvider, regionId: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const wrapped = await provider.wrap(key, regionLabel(regionId));
  key.fill(0);
  return wrapped;
}

/** Opens a stored region key. Throws SealBroken when it is another region's or another provider's. */
export async function openRegionKeys(provider: KeyProvider, wrapped: Buffer, regionId: string): Promise<RegionKeys> {
  return regionKeys(regionId, await provider.unwrap(wrapped, regionLabel(regionId)));
}

/** HKDF-SHA256 of the region key, one label per purpose. The 32 bytes handed in are wiped. */
export function regionKeys(regionId: string, regionKey: Buffer): RegionKeys {
  const secret = takeKey(regionKey);
  const purpose = (label: string) => takeKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), encode('region purpose', [regionId, label]), KEY_BYTES)));
  return {
    regionId,
    wrap: sealingKey(purpose('wrap')),
    lookup: purpose('lookup'),
    audit: purpose('audit'),
    stats: purpose('stats'),
    record: sealingKey(purpose('record')),
    register: purpose('register'),
  };
}

/** A random key for one file; always the machine's own chance, whatever chance a test or the demo hands around. */
export function newFileKey(): FileKey {
  return fileKeyOf(takeKey(randomBytes(KEY_BYTES)));
}

/** The bytes to store with the file. */
export function wrapFileKey(region: RegionKeys, key: FileKey, fileId: string): Buffer {
  const plain = key.secret.export();
  const wrapped = sealBytes(region.wrap, plain, fileLabel(region, fileId), { bytes: randomBytes });
  plain.fill(0);
  return wrapped;
}

/** Throws SealBroken when the wrapped key is another file's or another region's. */
export function unwrapFileKey(region: RegionKeys, wrapped: Uint8Array, fileId: string): FileKey {
  return fileKeyOf(takeKey(openBytes(region.wrap, wrapped, fileLabel(region, fileId))));
}

/** A file's keys from its secret. */
export function fileKeyOf(secret: KeyObject): FileKey {
  return { secret, seal: sealingKey(expand(secret, 'file seal')), mac: expand(secret, 'file mac'), stream: expand(secret, 'file stream') };
}

function fileLabel(region: RegionKeys, fileId: string): Buffer {
  return encode('file key', [region.regionId, fileId]);
}

/** Under which a region's key is wrapped. */
export function regionLabel(regionId: string): string {
  return `region ${regionId}`;
}
