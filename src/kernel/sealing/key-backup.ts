import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, takeKey } from './aead.ts';
import { encode } from './encoding.ts';
import { isThere, KeysRefused, prepareDirectory, writeOnce } from './key-files.ts';
import { FORM_TOKEN, PROVIDER, readRoot, readRootPublic, readSecret, ROOT, ROOT_PUBLIC } from './key-material.ts';
import { directoryProvider } from './provider-key.ts';

/** Both key directories in one piece: `version 1 | provider 32 | seed of the root 32 | form token 32 | check 8`. */
export type KeyBundle = Buffer & { readonly __keyBundle: true };

const VERSION = 1;
const CHECK_BYTES = 8;
const LENGTH = 1 + 3 * KEY_BYTES + CHECK_BYTES;
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410 § 7). */
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Everything that cannot be made again. Throws KeysRefused. */
export function bundleKeys(dir: string, publicDir: string): KeyBundle {
  const seed = readRoot(dir).export({ format: 'der', type: 'pkcs8' }).subarray(ED25519_HEAD.length);
  const body = Buffer.concat([Buffer.of(VERSION), readSecret(dir, PROVIDER).export(), seed, readSecret(publicDir, FORM_TOKEN).export()]);
  return Buffer.concat([body, checkOf(body)]) as KeyBundle; // put together as the type says
}

/** The bundle that these bytes are; undefined when they are something else, as joined shares of two different backups are. */
export function readBundle(bytes: Buffer): KeyBundle | undefined {
  const body = bytes.subarray(0, LENGTH - CHECK_BYTES);
  const whole = bytes.length === LENGTH && bytes[0] === VERSION && checkOf(body).equals(bytes.subarray(body.length));
  return whole ? (bytes as KeyBundle) : undefined; // its check was just compared
}

function checkOf(body: Buffer): Buffer {
  return createHash('sha256').update(encode('key bundle', [body])).digest().subarray(0, CHECK_BYTES);
}

function part(bundle: KeyBundle, n: number): Buffer {
  return Buffer.from(bundle.subarray(1 + n * KEY_BYTES, 1 + (n + 1) * KEY_BYTES));
}

function rootOf(bundle: KeyBundle): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ED25519_HEAD, part(bundle, 1)]), format: 'der', type: 'pkcs8' });
}

/** What a database that was sealed with these keys holds as its key check. */
export function keyCheckOf(bundle: KeyBundle): Buffer {
  return directoryProvider(takeKey(part(bundle, 0)), createPublicKey(rootOf(bundle))).keyCheck();
}

/**
 * Puts the keys where there are none, or completes what is there of them. Nothing is written where other keys lie: throws
 * KeysRefused. Answers whether anything was missing. A form-token key that lies there already stays: it is the one in use.
 */
export function restoreBundle(bundle: KeyBundle, dir: string, publicDir: string): 'restored' | 'complete' {
  const root = rootOf(bundle);
  const rootPublic = createPublicKey(root);
  const foreign = (isThere(dir, PROVIDER) && !readSecret(dir, PROVIDER).equals(takeKey(part(bundle, 0)))) || (isThere(dir, ROOT) && !readRoot(dir).equals(root));
  if (foreign) throw new KeysRefused('mismatch', `I ${dir} ligger andre nøkler. Flytt den mappen unna, eller sett KEYS_DIR til en annen, og prøv igjen.`);
  if (isThere(publicDir, ROOT_PUBLIC) && !readRootPublic(publicDir).equals(rootPublic)) {
    throw new KeysRefused('mismatch', `${join(publicDir, ROOT_PUBLIC)} hører til andre nøkler. Flytt den mappen unna, eller sett PUBLIC_KEYS_DIR til en annen, og prøv igjen.`);
  }
  prepareDirectory(dir);
  prepareDirectory(publicDir);
  const made = [
    writeOnce(dir, ROOT, root.export({ format: 'pem', type: 'pkcs8' }).toString()),
    writeOnce(dir, PROVIDER, `${part(bundle, 0).toString('hex')}\n`),
    writeOnce(publicDir, ROOT_PUBLIC, rootPublic.export({ format: 'pem', type: 'spki' }).toString()),
    writeOnce(publicDir, FORM_TOKEN, `${part(bundle, 2).toString('hex')}\n`),
  ];
  return made.includes(true) ? 'restored' : 'complete';
}
