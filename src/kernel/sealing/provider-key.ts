import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { expand, KEY_BYTES, openBytes, sealBytes, sealingKey, takeKey } from './aead.ts';
import { encode } from './encoding.ts';
import { checkDirectory, KeysRefused, prepareDirectory, readClosed, writeOnce } from './key-files.ts';

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
  readonly rootPublic: KeyObject;
};

const PROVIDER = 'provider.key';
const ROOT = 'root.key';
const ROOT_PUBLIC = 'root.pub';
const FORM_TOKEN = 'form-token.key';

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
  const rootPrivate = readRoot(dir);
  const rootPublic = createPublicKey(rootPrivate);
  return { provider: directoryProvider(readSecret(dir, PROVIDER), rootPublic), rootPrivate, rootPublic };
}

/**
 * The second directory, for the public process: a form-token key of its own and the root's public half, no more.
 * Throws KeysRefused when it already holds another root's public half.
 */
export function createPublicKeyDirectory(dir: string, rootPublic: KeyObject): 'made' | 'kept' {
  prepareDirectory(dir);
  writeOnce(dir, ROOT_PUBLIC, rootPublic.export({ format: 'pem', type: 'spki' }).toString());
  if (!readRootPublic(dir).equals(rootPublic)) {
    throw new KeysRefused('mismatch', `${dir} belongs to other keys: its ${ROOT_PUBLIC} is not the public half of this service's root key.`);
  }
  return writeOnce(dir, FORM_TOKEN, newSecretText()) ? 'made' : 'kept';
}

/** Reads the public process's keys. Throws KeysRefused. */
export function openPublicKeyDirectory(dir: string): PublicKeyDirectory {
  checkDirectory(dir);
  const secret = readSecret(dir, FORM_TOKEN);
  return { formToken: expand(secret, 'form token'), fingerprint: expand(secret, 'fingerprint'), rootPublic: readRootPublic(dir) };
}

/** Whether this process could read the house's keys. The public process stops where it can. */
export function couldReadKeys(dir: string): boolean {
  return [PROVIDER, ROOT].some((name) => {
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

function directoryProvider(secret: KeyObject, rootPublic: KeyObject): KeyProvider {
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

function newSecretText(): string {
  return `${randomBytes(KEY_BYTES).toString('hex')}\n`;
}

function readSecret(dir: string, name: string): KeyObject {
  const text = readClosed(dir, name).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new KeysRefused('broken', `${join(dir, name)} does not hold a key (64 hexadecimal digits on one line).`);
  return takeKey(Buffer.from(text, 'hex'));
}

function readRoot(dir: string): KeyObject {
  return readPem(dir, ROOT, createPrivateKey);
}

function readRootPublic(dir: string): KeyObject {
  return readPem(dir, ROOT_PUBLIC, createPublicKey);
}

function readPem(dir: string, name: string, read: (pem: string) => KeyObject): KeyObject {
  const pem = readClosed(dir, name);
  const key = attempt(() => read(pem));
  if (key?.asymmetricKeyType !== 'ed25519') throw new KeysRefused('broken', `${join(dir, name)} does not hold an Ed25519 key.`);
  return key;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

