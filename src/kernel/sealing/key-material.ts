import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, takeKey } from './aead.ts';
import { KeysRefused, readClosed } from './key-files.ts';

/** The files of the two key directories, and how one is read. */
export const PROVIDER = 'provider.key';
/** what a rotation makes; it takes the place of PROVIDER once it has opened everything (tools/keys-rotate.ts) */
export const NEXT = 'provider.next.key';
export const ROOT = 'root.key';
/** what a change of keys that were seen makes as well (tools/keys-seen.ts) */
export const ROOT_NEXT = 'root.next.key';
export const ROOT_PUBLIC = 'root.pub';
export const FORM_TOKEN = 'form-token.key';
/** what only the house may read */
export const PRIVATE_KEY_FILES = [PROVIDER, NEXT, ROOT, ROOT_NEXT] as const;
/** all that the public process is given */
export const PUBLIC_KEY_FILES = [ROOT_PUBLIC, FORM_TOKEN] as const;

/** A new random secret as it stands in its file. */
export function newSecretText(): string {
  return `${randomBytes(KEY_BYTES).toString('hex')}\n`;
}

/** Throws KeysRefused where it is missing, open to others, or no key. */
export function readSecret(dir: string, name: string): KeyObject {
  const text = readClosed(dir, name).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new KeysRefused('broken', `${join(dir, name)} inneholder ikke en nøkkel (64 heksadesimale tegn på én linje).`);
  return takeKey(Buffer.from(text, 'hex'));
}

/** The root's signing key; errors as readSecret. */
export function readRoot(dir: string, name: typeof ROOT | typeof ROOT_NEXT = ROOT): KeyObject {
  return readPem(dir, name, createPrivateKey);
}

/** The root's public half; errors as readSecret. */
export function readRootPublic(dir: string): KeyObject {
  return readPem(dir, ROOT_PUBLIC, createPublicKey);
}

function readPem(dir: string, name: string, read: (pem: string) => KeyObject): KeyObject {
  const pem = readClosed(dir, name);
  const key = attempt(() => read(pem));
  if (key?.asymmetricKeyType !== 'ed25519') throw new KeysRefused('broken', `${join(dir, name)} inneholder ikke en Ed25519-nøkkel.`);
  return key;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
