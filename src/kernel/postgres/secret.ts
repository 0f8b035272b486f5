import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

const LENGTH = 32;

/**
 * The cluster's own secret (32 random bytes, hex, file mode 0600), made at first use. Passwords are derived from it, so
 * that processes which share a cluster agree on them without writing anything, and none tells another.
 */
export function clusterSecret(file: string): Buffer {
  if (!existsSync(file)) {
    const draft = `${file}.new`;
    const fd = openSync(draft, 'w', 0o600);
    writeSync(fd, `${randomBytes(LENGTH).toString('hex')}\n`);
    fsyncSync(fd);
    closeSync(fd);
    renameSync(draft, file);
  }
  return readSecret(file);
}

/** Throws when the file is missing or damaged. */
export function readSecret(file: string): Buffer {
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length !== LENGTH) throw new Error('the secret of the embedded database is damaged');
  return secret;
}

/** The password of a login role: 256 bits, letters that need no escaping in a URL. */
export function rolePassword(secret: Buffer, role: string): string {
  return createHmac('sha256', secret).update(`login role ${role}`).digest('base64url');
}
