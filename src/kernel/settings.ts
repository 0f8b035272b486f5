import { resolve } from 'node:path';
import { ROLES, type DatabaseRole } from './database/connect.ts';
import { clamdAddress } from './files/clamd.ts';
import { isMailAddress, mailServer } from './outward/mail-settings.ts';
import { reader, type Environment, type Reader } from './settings-reader.ts';
import { instant, type Instant } from './time.ts';

/** Every setting there is; `.env.example` explains each, and test/kernel/settings.test.ts compares the two. */
export const SETTINGS = [
  'PORT', 'HOST', 'HOUSE_PORT', 'LOGIN_PORT', 'DATA_DIR', 'KEYS_DIR', 'PUBLIC_KEYS_DIR', 'PUBLIC_USER', 'FILES_DIR', 'CLAMD',
  'DATABASE_URL', 'DATABASE_URL_MIGRATOR', 'DATABASE_URL_PUBLIC', 'DATABASE_URL_HOUSE', 'DATABASE_URL_WORKER', 'DATABASE_URL_STATISTICS', 'DATABASE_URL_BACKUP',
  'PG_BIN', 'PUBLIC_URL', 'HOUSE_URL', 'TRUST_PROXY', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_KEY', 'OIDC_ACR', 'HEALTH_TOKEN', 'SMTP_URL', 'SMTP_FROM', 'SMS_URL', 'SMS_TOKEN', 'DEMO', 'CLOCK', 'NODE_ENV',
] as const;
export type SettingName = (typeof SETTINGS)[number];

/** What the data directory was made for; it never changes. */
export type DataDirectory = 'new' | 'demo' | 'real';
export type Surroundings = { readonly workingDirectory: string; readonly dataDirectory: DataDirectory };

/** undefined stands for the embedded database. Role addresses hold passwords. */
export type ServerUrls = { readonly server: string; readonly roles: Readonly<Record<Exclude<DatabaseRole, 'backup'>, string>> & { readonly backup: string | undefined } };
/** `url`: with user and password in it. */
export type MailOut = { readonly url: string; readonly from: string };
export type SmsOut = { readonly url: string; readonly token: string | undefined };
export type SignIn = { readonly issuer: string; readonly clientId: string; readonly clientKeyFile: string; /** the level asked for and required */ readonly acr: string | undefined };

export type Settings = {
  readonly host: string;
  readonly port: number;
  readonly housePort: number;
  readonly loginPort: number;
  /** absolute paths */
  readonly dataDir: string;
  readonly keysDir: string;
  readonly publicKeysDir: string;
  /** system user that the public part runs as when root starts the product */
  readonly publicUser: string | undefined;
  /** where files lie, sealed; public part and house both write there */
  readonly filesDir: string;
  /** where ClamAV's daemon listens, `host:port` or a socket's path; undefined: files are not scanned */
  readonly clamd: string | undefined;
  readonly database: ServerUrls | undefined;
  readonly pgBin: string | undefined;
  /** origin of the one region's public site; undefined where the host names stand in the database */
  readonly publicUrl: string | undefined;
  /** origin of the staff pages */
  readonly houseUrl: string;
  /** IP addresses and networks (CIDR) of proxies whose forwarding headers are believed */
  readonly trustProxy: readonly string[];
  /** undefined in the demo, which brings its own sign-in */
  readonly signIn: SignIn | undefined;
  readonly healthToken: string | undefined;
  /** undefined: no mail is sent */
  readonly mail: MailOut | undefined;
  /** undefined: no text messages are sent */
  readonly sms: SmsOut | undefined;
  readonly demo: boolean;
  /** the moment at which the product's clock starts (demo and tests only) */
  readonly clock: Instant | undefined;
  readonly mode: 'production' | 'development' | 'test';
};

const OWN_LOGIN = ['PUBLIC', 'HOUSE', 'WORKER', 'STATISTICS'] as const;
const SHORTEST_TOKEN = 16;

/** Where the data directory is; needed before anything else, to see what it was made for. */
export function dataDirectoryPath(env: Environment, workingDirectory: string): string {
  return resolve(workingDirectory, env['DATA_DIR'] || './data');
}

/**
 * Reads and checks all settings. Answers the first fault in one sentence for the person who starts the product; no
 * sentence repeats a value that may be secret.
 */
export function readSettings(env: Environment, around: Surroundings): { readonly settings: Settings } | { readonly problem: string } {
  const ask = reader(env);
  refuseUnknown(env, ask);
  const mode = ask.oneOf('NODE_ENV', ['production', 'development', 'test'] as const) ?? 'development';
  const host = ask.host('HOST') ?? '127.0.0.1';
  const ports = readPorts(ask);
  const database = readDatabase(ask);
  const publicUrl = ask.origin('PUBLIC_URL');
  const houseUrl = ask.origin('HOUSE_URL');
  const signIn = readSignIn(ask);
  const local = whyNotLocal(ask, host, mode, signIn);
  const demo = readDemo(ask, around.dataDirectory, mode, local);
  if (!demo && signIn === undefined) {
    ask.wrong(`OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_KEY må settes når dette ikke er en demo${local === undefined ? '' : ` (${local})`}.`);
  }
  if (!demo && houseUrl === undefined) ask.wrong('HOUSE_URL mangler: den er adressen som ansatte bruker, for eksempel https://intern.eksempel.no.');
  const path = (name: SettingName, fallback: string): string => resolve(around.workingDirectory, ask.text(name) ?? fallback);
  const dataDir = dataDirectoryPath(env, around.workingDirectory);
  const settings: Settings = {
    host, ...ports, dataDir, keysDir: path('KEYS_DIR', `${dataDir}/keys`), publicKeysDir: path('PUBLIC_KEYS_DIR', `${dataDir}/public-keys`),
    publicUser: readUser(ask), filesDir: path('FILES_DIR', `${dataDir}/files`), clamd: readScanner(ask), database, pgBin: ask.text('PG_BIN'), publicUrl, houseUrl: houseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${ports.housePort}`,
    trustProxy: ask.networks('TRUST_PROXY'), signIn: demo ? undefined : signIn, healthToken: readToken(ask), mail: readMail(ask), sms: readSms(ask), demo, clock: readClock(ask, demo || mode === 'test'), mode,
  };
  const problem = ask.problems[0];
  return problem === undefined ? { settings } : { problem };
}

function refuseUnknown(env: Environment, ask: Reader): void {
  const known: readonly string[] = SETTINGS;
  const unknown = Object.keys(env).find((name) => /^(DATABASE_URL|OIDC)_/.test(name) && !known.includes(name));
  if (unknown !== undefined) ask.wrong(`Innstillingen ${unknown} finnes ikke. Er navnet skrevet feil?`);
}

function readPorts(ask: Reader): Pick<Settings, 'port' | 'housePort' | 'loginPort'> {
  const ports = { port: ask.port('PORT') ?? 3000, housePort: ask.port('HOUSE_PORT') ?? 3001, loginPort: ask.port('LOGIN_PORT') ?? 3002 };
  if (new Set(Object.values(ports)).size < 3) ask.wrong('PORT, HOUSE_PORT og LOGIN_PORT må være tre forskjellige porter.');
  return ports;
}

function readDatabase(ask: Reader): ServerUrls | undefined {
  const server = ask.database('DATABASE_URL');
  const roles = Object.fromEntries(ROLES.map((role) => [role, ask.database(`DATABASE_URL_${role.toUpperCase()}`)])) as Record<DatabaseRole, string | undefined>; // one entry per role
  if (server === undefined) {
    const first = ROLES.find((role) => roles[role] !== undefined);
    if (first !== undefined) ask.wrong(`DATABASE_URL_${first.toUpperCase()} er satt, men DATABASE_URL mangler.`);
    return undefined;
  }
  const missing = OWN_LOGIN.find((role) => ask.text(`DATABASE_URL_${role}`) === undefined);
  if (missing !== undefined) ask.wrong(`DATABASE_URL_${missing} mangler: med DATABASE_URL må hver rolle ha sin egen adresse (npm run db:roles lager rollene).`);
  const { migrator = server, public: site = '', house = '', worker = '', statistics = '', backup } = roles;
  const given = [migrator, site, house, worker, statistics, backup].filter((url) => url !== undefined && url !== '');
  const users = given.map((url) => URL.parse(url ?? '')?.username);
  if (missing === undefined && new Set(users).size < users.length) ask.wrong('Hver DATABASE_URL_… må ha sin egen bruker i databasen.');
  return { server, roles: { migrator, public: site, house, worker, statistics, backup } };
}

function readSignIn(ask: Reader): SignIn | undefined {
  const issuer = ask.address('OIDC_ISSUER');
  const clientId = ask.text('OIDC_CLIENT_ID');
  const clientKeyFile = ask.text('OIDC_CLIENT_KEY');
  if (issuer === undefined && clientId === undefined && clientKeyFile === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientKeyFile === undefined) {
    ask.wrong('OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_KEY må settes sammen.');
    return undefined;
  }
  return { issuer, clientId, clientKeyFile, acr: ask.text('OIDC_ACR') };
}

/** Why strangers might reach this, or why it looks like real use: then nobody gets a demo without asking for one. */
function whyNotLocal(ask: Reader, host: string, mode: Settings['mode'], signIn: SignIn | undefined): string | undefined {
  if (mode === 'production') return 'NODE_ENV er production';
  if (signIn !== undefined) return 'OIDC_ISSUER er satt';
  if (!ask.isLoopback(host)) return 'HOST er ikke bare denne maskinen';
  const far = (['PUBLIC_URL', 'HOUSE_URL', 'DATABASE_URL'] as const).find((name) => !ask.isLocalUrl(name));
  return far === undefined ? undefined : `${far} er ikke denne maskinen`;
}

function readDemo(ask: Reader, made: DataDirectory, mode: Settings['mode'], notLocal: string | undefined): boolean {
  const wish = ask.oneOf('DEMO', ['yes', 'no'] as const);
  if (wish === 'yes' && mode === 'production') ask.wrong('DEMO=yes kan ikke brukes med NODE_ENV=production.');
  if (wish === 'yes' && ask.text('OIDC_ISSUER') !== undefined) ask.wrong('DEMO=yes har sin egen innlogging: fjern OIDC_ISSUER, eller sett DEMO=no.');
  if (wish === 'yes' && made === 'real') ask.wrong('Datamappen er i vanlig bruk og kan ikke bli demo. Sett DATA_DIR til en annen mappe.');
  const demo = wish === 'yes' || (wish === undefined && made !== 'real' && notLocal === undefined);
  if (!demo && made === 'demo') {
    ask.wrong(`Datamappen er laget som demo${notLocal === undefined ? '' : `, men ${notLocal}`}. Sett DATA_DIR til en annen mappe for vanlig bruk.`);
  }
  return demo;
}

/** As useradd allows it: the name becomes a word of a command. */
function readUser(ask: Reader): string | undefined {
  const name = ask.text('PUBLIC_USER');
  if (name === undefined || /^[a-z_][a-z0-9_-]{0,31}$/.test(name)) return name;
  ask.wrong(`PUBLIC_USER må være navnet på en bruker på denne maskinen, ikke «${name}».`);
  return undefined;
}

function readScanner(ask: Reader): string | undefined {
  const address = ask.text('CLAMD');
  const found = address === undefined ? undefined : clamdAddress(address);
  if (found !== undefined && 'host' in found && !ask.isLoopback(found.host)) ask.wrong('CLAMD må være på denne maskinen: filene går dit uten kryptering.');
  if (address === undefined || found !== undefined) return address;
  ask.wrong(`CLAMD må være en adresse som 127.0.0.1:3310 eller en socket som /run/clamav/clamd.ctl, ikke «${address}».`);
  return undefined;
}

function readMail(ask: Reader): MailOut | undefined {
  const url = ask.text('SMTP_URL');
  const from = ask.text('SMTP_FROM');
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined) ask.wrong('SMTP_URL og SMTP_FROM må settes sammen.');
  else if (mailServer(url) === undefined) ask.wrong('SMTP_URL må være en adresse som smtp://bruker:passord@epost.eksempel.no:587 eller smtps://epost.eksempel.no.');
  else if (!isMailAddress(from)) ask.wrong(`SMTP_FROM må være én e-postadresse, ikke «${from}».`);
  else return { url, from };
  return undefined;
}

function readSms(ask: Reader): SmsOut | undefined {
  const url = ask.address('SMS_URL');
  const token = ask.text('SMS_TOKEN');
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) ask.wrong('SMS_TOKEN kan bare ha vanlige tegn uten mellomrom.');
  if (url === undefined && token !== undefined) ask.wrong('SMS_TOKEN er satt, men SMS_URL mangler.');
  return url === undefined ? undefined : { url, token };
}

function readToken(ask: Reader): string | undefined {
  const token = ask.text('HEALTH_TOKEN');
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) ask.wrong('HEALTH_TOKEN kan bare ha vanlige tegn uten mellomrom.');
  if (token !== undefined && token.length < SHORTEST_TOKEN) ask.wrong(`HEALTH_TOKEN må ha minst ${SHORTEST_TOKEN} tegn.`);
  return token;
}

function readClock(ask: Reader, allowed: boolean): Instant | undefined {
  const text = ask.text('CLOCK');
  if (text === undefined) return undefined;
  if (!allowed) ask.wrong('CLOCK kan bare brukes i demo og tester.');
  try {
    if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return instant(text);
  } catch {
    // no such moment: said below, as for any other text
  }
  ask.wrong('CLOCK må være et tidspunkt med tidssone, for eksempel 2026-01-31T12:00:00Z.');
  return undefined;
}
