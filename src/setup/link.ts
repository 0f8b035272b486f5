import { timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../kernel/ids.ts';
import { addMs, DAY_MS, instant, type Instant } from '../kernel/time.ts';

/** The one way into a product that holds no region yet. Whoever can read the file may set it up. */
export type SetUpLink = { readonly address: string; readonly expires: Instant };

export const SETUP_PATH = '/oppsett';
const FILE = 'oppsett-lenke.txt';
const HOLDS_MS = 7 * DAY_MS;
const TOKEN_BYTES = 32;

export function linkFile(dataDir: string): string {
  return join(dataDir, FILE);
}

/**
 * Writes a link for `houseUrl` that holds for seven days into a file that only its owner can read, and answers the file's path.
 * A link that still holds is kept, so that a restart does not take it from somebody who is filling in the form.
 */
export function offerLink(input: { readonly dataDir: string; readonly houseUrl: string; readonly now: Instant; readonly chance: Pick<Chance, 'bytes'> }): string {
  const file = linkFile(input.dataDir);
  const known = readLink(input.dataDir);
  if (known !== undefined && known.expires > input.now && known.address.startsWith(new URL(`${SETUP_PATH}/`, input.houseUrl).href)) {
    chmodSync(file, 0o600);
    return file;
  }
  const address = new URL(`${SETUP_PATH}/${input.chance.bytes(TOKEN_BYTES).toString('base64url')}`, input.houseUrl).href;
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${address}\n${addMs(input.now, HOLDS_MS)}\n\nÅpne adressen over i en nettleser og svar på ti spørsmål. Den virker én gang, og bare fram til tidspunktet under den.\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
  return file;
}

/** The link that lies in the data directory now; undefined when there is none that can be read. */
export function readLink(dataDir: string): SetUpLink | undefined {
  const file = linkFile(dataDir);
  if (!existsSync(file)) return undefined;
  const [address = '', expires = ''] = readFileSync(file, 'utf8').split('\n');
  try {
    return { address, expires: instant(expires) };
  } catch {
    return undefined;
  }
}

/** A link that was used is gone. Where the file cannot be removed it opens nothing either: there is a region now. */
export function removeLink(dataDir: string): void {
  try {
    rmSync(linkFile(dataDir), { force: true });
  } catch {
    // the next start tries again
  }
}

/** Whether this is the link's token and the link still holds; in the same time whatever the token is. */
export function opensWith(link: SetUpLink | undefined, token: string, now: Instant): boolean {
  const known = Buffer.from(link?.address.split('/').at(-1) ?? '');
  const given = Buffer.from(token);
  return link !== undefined && link.expires > now && known.length === given.length && known.length > 0 && timingSafeEqual(known, given);
}
