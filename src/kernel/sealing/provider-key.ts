import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expand, openBytes, sealBytes, sealingKey } from './aead.ts';
import { encode } from './encoding.ts';
import { checkDirectory, isThere, KeysRefused, prepareDirectory, removeFile, replaceFile, writeOnce } from './key-files.ts';
import { FORM_TOKEN, NEXT, newSecretText, PRIVATE_KEY_FILES, PROVIDER, readRoot, readRootPublic, readSecret, ROOT, ROOT_NEXT, ROOT_PUBLIC } from './key-material.ts';

/** What protects the regions' keys. A mounted secret or a key service may stand in for the directory. */
export type KeyProvider = {
  /** @param label what the key is and whose; a wrapped key opens under the same label only */
  readonly wrap: (key: Buffer, label: string) => Promise<Buffer>;
  /** Throws SealBroken for another label, another provider's key or altered bytes. */
  readonly unwrap: (wrapped: Buffer, label: string) => Promise<Buffer>;
  /** 16 bytes that may stand in the database: they tell whether these are the keys the data were sealed with, and nothing about the keys. */
  readonly keyCheck: () => Buffer;
};

export type KeyDirectory = {
  readonly provider: KeyProvider;
  /** Ed25519; signs what the public process must be able to trust */
  readonly rootPrivate: KeyObject;
  readonly rootPublic: KeyObject;
};

export type PublicKeyDirectory = {
  /** seals form tokens; see form-token.ts */
  readonly formToken: KeyObject;
  /** keys the fingerprints by which the same content sent twice is known again */
  readonly fingerprint: KeyObject;
  /** what the sender's API makes its tokens and ids with */
  readonly api: KeyObject;
  /** Ed25519; signs receipts to record systems. The same in every process that shares the directory */
  readonly receipt: KeyObject;
  readonly rootPublic: KeyObject;
};

/**
 * First start: makes the directory (0700), the provider key and the root's signing pair (0600). Makes only what is missing and never overwrites.
 * Answers 'made' when the provider key is new. Throws KeysRefused.
 */
export function createKeyDirectory(dir: string): 'made' | 'kept' {
  prepareDirectory(dir);
  const pair = generateKeyPairSync('ed25519');
  // the provider key comes last: a start that was killed half way has sealed nothing and simply goes on
  writeOnce(dir, ROOT, pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  return writeOnce(dir, PROVIDER, newSecretText()) ? 'made' : 'kept';
}

/** Reads the house's keys. Throws KeysRefused with a sentence that says what to put right. */
export function openKeyDirectory(dir: string): KeyDirectory {
  checkDirectory(dir);
  return openWith(dir, PROVIDER);
}

function openWith(dir: string, provider: string): KeyDirectory {
  const rootPrivate = readRoot(dir, provider === NEXT && isThere(dir, ROOT_NEXT) ? ROOT_NEXT : ROOT);
  const rootPublic = createPublicKey(rootPrivate);
  return { provider: directoryProvider(readSecret(dir, provider), rootPublic), rootPrivate, rootPublic };
}

/**
 * The keys that data with this key check were sealed with: those in use, or, where a rotation was killed between its last two
 * steps, the next ones. Answers those in use where neither fits. Throws KeysRefused.
 */
export function openFittingKeys(dir: string, stored: Uint8Array): KeyDirectory {
  const inUse = openKeyDirectory(dir);
  if (sameKeyCheck(stored, inUse.provider.keyCheck())) return inUse;
  const next = openNextKeys(dir);
  return next !== undefined && sameKeyCheck(stored, next.provider.keyCheck()) ? next : inUse;
}

/** The keys as they will be after a change; undefined while none was begun. The root stays the same unless it was made anew as well. Throws KeysRefused. */
export function openNextKeys(dir: string): KeyDirectory | undefined {
  checkDirectory(dir);
  return isThere(dir, NEXT) ? openWith(dir, NEXT) : undefined;
}

/** Begins a rotation: a new provider key beside the one in use. One that was begun before goes on. */
export function makeNextKeys(dir: string): KeyDirectory {
  checkDirectory(dir);
  writeOnce(dir, NEXT, newSecretText());
  return openWith(dir, NEXT);
}

/** Ends a rotation: the next provider key is the one in use, and the former is gone. Only after it has opened everything. */
export function useNextKeys(dir: string): void {
  replaceFile(dir, NEXT, PROVIDER);
}

/** Whether the change that was begun is of all keys, the root's too, because they were seen. */
export function isRootChanging(dir: string): boolean {
  return isThere(dir, ROOT_NEXT);
}

/** Begins a change of keys that were seen: all of them new. What an earlier change left there may have been seen with the rest, and goes. */
export function makeAllKeys(dir: string): KeyDirectory {
  checkDirectory(dir);
  dropNextKeys(dir);
  writeOnce(dir, ROOT_NEXT, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  writeOnce(dir, NEXT, newSecretText());
  return openWith(dir, NEXT);
}

/** Takes away the keys of a change that came to nothing: the database has none of them. */
export function dropNextKeys(dir: string): void {
  removeFile(dir, NEXT);
  removeFile(dir, ROOT_NEXT);
}

/**
 * Ends a change of keys that were seen: the public process's directory trusts the new root and has a form-token key that nobody saw; then the new
 * root is the one in use, and last the new provider key. Killed in between, it is done again from the start.
 */
export function useAllKeys(dir: string, publicDir: string): void {
  const root = createPublicKey(readRoot(dir, ROOT_NEXT));
  prepareDirectory(publicDir);
  putInPlace(publicDir, ROOT_PUBLIC, root.export({ format: 'pem', type: 'spki' }).toString());
  putInPlace(publicDir, FORM_TOKEN, newSecretText());
  replaceFile(dir, ROOT_NEXT, ROOT);
  replaceFile(dir, NEXT, PROVIDER);
  dropNextKeys(dir);
}

function putInPlace(dir: string, name: string, content: string): void {
  const half = `${name}.half`;
  removeFile(dir, half);
  writeOnce(dir, half, content);
  replaceFile(dir, half, name);
}

/** Before any key is made: throws KeysRefused where what lies there cannot be used, or where the public process's directory trusts a root that is not in `dir`. */
export function inspectKeys(dir: string, publicDir: string): void {
  for (const one of [dir, publicDir]) if (existsSync(one)) checkDirectory(one);
  if (isThere(dir, ROOT)) readRoot(dir);
  if (isThere(dir, PROVIDER)) readSecret(dir, PROVIDER);
  if (!isThere(publicDir, ROOT_PUBLIC)) return;
  if (!isThere(dir, ROOT) || !readRootPublic(publicDir).equals(createPublicKey(readRoot(dir)))) throw otherRoot(publicDir);
}

function otherRoot(dir: string): KeysRefused {
  return new KeysRefused('mismatch', `${dir} hører til andre nøkler: ${ROOT_PUBLIC} der er ikke den offentlige halvdelen av rotnøkkelen i KEYS_DIR.`);
}

/**
 * The second directory, for the public process: a form-token key of its own and the root's public half, no more.
 * Throws KeysRefused when it already holds another root's public half.
 */
export function createPublicKeyDirectory(dir: string, rootPublic: KeyObject): 'made' | 'kept' {
  prepareDirectory(dir);
  writeOnce(dir, ROOT_PUBLIC, rootPublic.export({ format: 'pem', type: 'spki' }).toString());
  if (!readRootPublic(dir).equals(rootPublic)) throw otherRoot(dir);
  return writeOnce(dir, FORM_TOKEN, newSecretText()) ? 'made' : 'kept';
}

/** Reads the public process's keys. Throws KeysRefused. */
export function openPublicKeyDirectory(dir: string): PublicKeyDirectory {
  checkDirectory(dir);
  const secret = readSecret(dir, FORM_TOKEN);
  return { formToken: expand(secret, 'form token'), fingerprint: expand(secret, 'fingerprint'), api: expand(secret, 'sender api'), receipt: signingKey(expand(secret, 'receipt')), rootPublic: readRootPublic(dir) };
}

/** An Ed25519 key out of 32 secret bytes (RFC 8410: a PKCS #8 head, then the seed). */
function signingKey(seed: KeyObject): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed.export()]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** Whether this process could read the house's keys. The public process stops where it can. */
export function couldReadKeys(dir: string): boolean {
  return PRIVATE_KEY_FILES.some((name) => {
    try {
      accessSync(join(dir, name), constants.R_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether stored and present key-check values agree; false stops the start. */
export function sameKeyCheck(stored: Uint8Array, present: Uint8Array): boolean {
  return stored.length === present.length && timingSafeEqual(stored, present);
}

/** What a provider key and the root's public half are good for. */
export function directoryProvider(secret: KeyObject, rootPublic: KeyObject): KeyProvider {
  const key = sealingKey(expand(secret, 'provider wrap'));
  // the root is part of the check: keys of which only half were restored do not fit either
  const root = rootPublic.export({ format: 'der', type: 'spki' });
  const check = createHmac('sha256', expand(secret, 'provider check')).update(encode('key check', [root])).digest().subarray(0, 16);
  return {
    wrap: async (plain, label) => sealBytes(key, plain, encode('wrapped key', [label]), { bytes: randomBytes }),
    unwrap: async (wrapped, label) => openBytes(key, wrapped, encode('wrapped key', [label])),
    keyCheck: () => Buffer.from(check),
  };
}
