import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { signingKeys, type SigningKeys } from './keys.ts';
import { parseJson, readDemoPeople, type DemoPerson } from './people.ts';

/** A house that may send people here: its public key, and the only addresses they are sent back to. */
export type LocalClient = {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** called in a hidden frame with `iss` and `sid` when the person signs out anywhere */
  readonly frontChannelLogoutUri: string;
  /** RSA, for private_key_jwt; only the public half is kept */
  readonly publicJwk: Readonly<Record<string, unknown>>;
};

export type LocalProviderSettings = {
  /** what NODE_ENV says; `production` is refused */
  readonly nodeEnv: string | undefined;
  /** where to listen; only a loopback address */
  readonly host: string;
  /** 0 = any free port */
  readonly port: number;
  /** the name in the issuer address where it differs from `host`, e.g. `localhost` */
  readonly publicHost?: string;
  readonly people: readonly DemoPerson[];
  readonly clients: readonly LocalClient[];
  readonly keys: SigningKeys;
};

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/;

const clients = z.array(z.strictObject({
  clientId: z.string().min(1),
  redirectUris: z.array(z.url()).min(1),
  postLogoutRedirectUris: z.array(z.url()),
  frontChannelLogoutUri: z.url(),
  publicJwk: z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.undefined().optional() }),
})).min(1);

/**
 * Whether this provider may run at all: everybody who reaches it can become anybody, so it lives on this machine only
 * and never beside real people. Refuses `login.production` and `login.host`.
 */
export function mayRun(settings: Pick<LocalProviderSettings, 'nodeEnv' | 'host' | 'publicHost'>): Outcome<true> {
  if (settings.nodeEnv === 'production') return refuse('login.production');
  const hosts = [settings.host, settings.publicHost ?? settings.host];
  return hosts.every((host) => LOOPBACK.test(host)) ? done(true) : refuse('login.host');
}

/**
 * The settings in the environment: NODE_ENV, HOST (127.0.0.1), LOGIN_PORT (3002), LOGIN_PEOPLE and LOGIN_CLIENTS (JSON,
 * or the path of a file with it), LOGIN_KEYS_FILE (where the signing key is kept; without it a new one at each start).
 * Refuses with a code that texts.ts has a sentence for.
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Outcome<LocalProviderSettings> {
  const where = { nodeEnv: env['NODE_ENV'], host: env['HOST'] ?? '127.0.0.1' };
  const allowed = mayRun(where);
  if (!allowed.ok) return allowed;
  const port = Number(env['LOGIN_PORT'] ?? '3002');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse('login.port');
  const people = readDemoPeople(jsonIn(env['LOGIN_PEOPLE']));
  if (!people.ok) return people;
  const houses = clients.safeParse(parseJson(jsonIn(env['LOGIN_CLIENTS'])));
  if (!houses.success) return refuse('login.clients');
  const keys = signingKeys(env['LOGIN_KEYS_FILE']);
  if (!keys.ok) return keys;
  return done({ ...where, port, people: people.value, clients: houses.data, keys: keys.value });
}

function jsonIn(setting: string | undefined): string {
  if (setting === undefined || /^\s*[[{]/.test(setting)) return setting ?? '';
  return existsSync(setting) ? readFileSync(setting, 'utf8') : '';
}
