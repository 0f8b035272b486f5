import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginName, openDatabase, openPool, ROLES, type DatabaseRole } from './kernel/database/connect.ts';
import { migrate } from './kernel/database/migrate.ts';
import { DATABASE, dropDatabase, provision } from './kernel/database/provision.ts';
import { systemChance } from './kernel/ids.ts';
import { bindDeployment } from './kernel/keyring.ts';
import type { Embedded } from './kernel/postgres/embedded.ts';
import { createKeyDirectory, createPublicKeyDirectory, openKeyDirectory, type KeyProvider } from './kernel/sealing/provider-key.ts';
import type { Settings } from './kernel/settings.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { shiftedClock, systemClock, type Clock } from './kernel/time.ts';
import { emptyDemo, findDeployment } from './launch/deployment.ts';
import { requireServer } from './launch/foreign-server.ts';
import { offerLink, removeLink } from './setup/link.ts';
import { houseAddresses } from './staff/sign-in/addresses.ts';
import { newClientKey } from './staff/sign-in/client-key.ts';
import { finishSeenKeysAt } from './tools/keys-seen-end.ts';
import { afterwards } from './vouch.ts';

export type Prepared = {
  /** the whole environment of each process; `public` only where we start it (in the demo, or as PUBLIC_USER), `login` only in the demo */
  readonly env: { readonly public?: Record<string, string>; readonly house: Record<string, string>; readonly login?: Record<string, string> };
  /** lines to print once all processes serve */
  readonly announce: readonly string[];
};

type Urls = (role: DatabaseRole) => string;
type Log = (line: string) => void;

const MIGRATIONS = join(import.meta.dirname, '../db/migrations');

/** Brings database, keys and demo region into the shape that the processes need. */
export async function prepare(input: { settings: Settings; cluster: Embedded | undefined; log: Log }): Promise<Prepared> {
  const { settings, cluster, log } = input;
  const demoMark = join(settings.dataDir, 'demo-filled');
  const unfilled = settings.demo && !existsSync(demoMark);
  const url = await databaseUrls(settings, cluster, unfilled);
  if (await finishSeenKeysAt(url('migrator'), settings)) log('Et bytte av nøkler som ble avbrutt, er fullført.');
  const found = await findDeployment(settings, url('migrator'));
  if (found === 'kept' && unfilled) {
    log('Demoen ble avbrutt mens den ble fylt, og begynner på nytt.');
    await emptyDemo({ migrator: url('migrator'), worker: url('worker') });
  }
  const clock: Clock = settings.clock === undefined ? systemClock : shiftedClock(settings.clock);
  const ran = await migrate({ migrator: url('migrator'), worker: url('worker') }, MIGRATIONS, afterwards(settings.keysDir, clock));
  if (ran.length > 0) log(`Databasen er oppdatert (${ran.length} steg).`);
  // Where the database is tied to keys already, findDeployment has seen that they are all there.
  if (createKeyDirectory(settings.keysDir) === 'made') log(`Nye nøkler er laget i ${settings.keysDir}. Ta sikkerhetskopi av dem (npm run keys:backup): uten dem kan ingen lese dataene.`);
  const keys = openKeyDirectory(settings.keysDir);
  createPublicKeyDirectory(settings.publicKeysDir, keys.rootPublic);
  if (found === 'new' || unfilled) await bind(settings, keys.provider, url, clock);
  const common = commonEnv(settings);
  const login = settings.demo ? await demoSignIn(settings) : undefined;
  if (unfilled) {
    await fillDemo(settings, url, clock, log);
    writeFileSync(demoMark, `${clock()}\n`);
  }
  const oidc = login?.house ?? foreignSignIn(settings);
  const publicEnv = { ...common, PORT: String(settings.port), PUBLIC_KEYS_DIR: settings.publicKeysDir, DATABASE_URL_PUBLIC: url('public'), KEYS_DIR: settings.keysDir, FILES_DIR: settings.filesDir, TRUST_PROXY: settings.trustProxy.join(','), ...(settings.publicUrl === undefined && !settings.demo ? {} : { PUBLIC_URL: publicUrl(settings) }) };
  return {
    env: {
      ...(settings.demo || settings.publicUser !== undefined ? { public: publicEnv } : {}),
      house: {
        ...common, ...oidc, HOUSE_PORT: String(settings.housePort), HOUSE_URL: settings.houseUrl, TRUST_PROXY: settings.trustProxy.join(','), KEYS_DIR: settings.keysDir, DATA_DIR: settings.dataDir, FILES_DIR: settings.filesDir, ...(settings.clamd === undefined ? {} : { CLAMD: settings.clamd }),
        AUDIT_HEADS_DIR: join(settings.dataDir, 'audit-heads'), DATABASE_URL_HOUSE: url('house'), DATABASE_URL_WORKER: url('worker'),
        ...(settings.publicUrl === undefined ? {} : { PUBLIC_URL: settings.publicUrl }),
        ...(settings.healthToken === undefined ? {} : { HEALTH_TOKEN: settings.healthToken }),
        ...waysOut(settings),
      },
      ...(login === undefined ? {} : { login: { ...common, NODE_ENV: settings.mode, ...login.provider } }),
    },
    announce: [...(await announcement(settings)), ...apart(settings, publicEnv), ...(await firstSetUp(settings, url, clock))],
  };
}

/** Only the house sends anything out of the building. */
function waysOut({ mail, sms }: Settings): Record<string, string> {
  return {
    ...(mail === undefined ? {} : { SMTP_URL: mail.url, SMTP_FROM: mail.from }),
    ...(sms === undefined ? {} : { SMS_URL: sms.url, ...(sms.token === undefined ? {} : { SMS_TOKEN: sms.token }) }),
  };
}

function commonEnv(settings: Settings): Record<string, string> {
  return {
    // React renders more than ten times slower without it; whether this is a demo stands in DEMO.
    HOST: settings.host, NODE_ENV: 'production', DEMO: settings.demo ? 'yes' : 'no', TZ: 'Europe/Oslo',
    ...(settings.clock === undefined ? {} : { CLOCK: settings.clock }),
  };
}

export function publicUrl(settings: Settings): string {
  return settings.publicUrl ?? `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
}

/** @param anew a demo that was interrupted while it was filled begins again with an empty database */
async function databaseUrls(settings: Settings, cluster: Embedded | undefined, anew: boolean): Promise<Urls> {
  if (cluster === undefined) {
    const roles = settings.database?.roles;
    if (settings.database !== undefined) await requireServer(settings.database);
    return (role) => roles?.[role] ?? missingUrl(role);
  }
  if (anew) await dropDatabase(cluster.superuserUrl, DATABASE);
  await provision(cluster.superuserUrl, DATABASE, (role) => cluster.passwordOf(loginName(role)));
  return (role) => cluster.urlOf(loginName(role), DATABASE);
}

function missingUrl(role: DatabaseRole): never {
  throw new StartProblem(`DATABASE_URL_${role.toUpperCase()} mangler (roller: ${ROLES.join(', ')}).`);
}

/** A database is born demo or real, tied to these keys, and never changes. */
async function bind(settings: Settings, provider: KeyProvider, url: Urls, clock: Clock): Promise<void> {
  const database = openDatabase(openPool({ url: url('migrator'), max: 1 }));
  try {
    await bindDeployment(database, provider, settings.demo ? 'demo' : 'real', clock());
  } finally {
    await database.destroy();
  }
}

async function fillDemo(settings: Settings, url: Urls, clock: Clock, log: Log): Promise<void> {
  const { fillDemoRegion } = await import('../db/demo/fill.ts');
  await fillDemoRegion({
    urls: { migrator: url('migrator'), house: url('house'), worker: url('worker'), public: url('public') }, keysDir: settings.keysDir, publicKeysDir: settings.publicKeysDir, filesDir: settings.filesDir,
    host: new URL(publicUrl(settings)).host, issuer: issuerOf(settings), now: clock(), log,
  });
}

function issuerOf(settings: Settings): string {
  return `http://${settings.host}:${settings.loginPort}`;
}

/** The demo brings its own sign-in: a client key made once, and the demo people. */
async function demoSignIn(settings: Settings): Promise<{ house: Record<string, string>; provider: Record<string, string> }> {
  const { demoLoginPeople } = await import('../db/demo/login.ts');
  const folder = join(settings.dataDir, 'sign-in');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyFile = join(folder, 'client.json');
  const publicFile = join(folder, 'client-public.json');
  if (!existsSync(keyFile)) {
    const pair = newClientKey();
    writeFileSync(publicFile, JSON.stringify(pair.publicJwk), { mode: 0o600 });
    writeFileSync(keyFile, JSON.stringify(pair.privateJwk), { mode: 0o600 });
  }
  const { redirectUri, postLogoutRedirectUri, frontChannelLogoutUri } = houseAddresses(settings.houseUrl);
  const clients = [{ clientId: 'voksenvern', redirectUris: [redirectUri], postLogoutRedirectUris: [postLogoutRedirectUri], frontChannelLogoutUri, publicJwk: JSON.parse(readFileSync(publicFile, 'utf8')) }];
  return {
    house: { OIDC_ISSUER: issuerOf(settings), OIDC_CLIENT_ID: 'voksenvern', OIDC_CLIENT_KEY: keyFile },
    provider: { LOGIN_PORT: String(settings.loginPort), LOGIN_PEOPLE: JSON.stringify(demoLoginPeople()), LOGIN_CLIENTS: JSON.stringify(clients), LOGIN_KEYS_FILE: join(folder, 'provider-keys.json') },
  };
}

function foreignSignIn(settings: Settings): Record<string, string> {
  const { signIn } = settings;
  return signIn === undefined ? {} : { OIDC_ISSUER: signIn.issuer, OIDC_CLIENT_ID: signIn.clientId, OIDC_CLIENT_KEY: signIn.clientKeyFile, ...(signIn.acr === undefined ? {} : { OIDC_ACR: signIn.acr }) };
}

async function announcement(settings: Settings): Promise<string[]> {
  const lines = ['', `Publikum:  ${publicUrl(settings)}`, `Ansatte:   ${settings.houseUrl}`];
  if (!settings.demo) return lines;
  const { demoAnnouncement } = await import('../db/demo/login.ts');
  return [...lines, '', 'Dette er en demo med oppdiktede personer. Logg inn som:', ...demoAnnouncement(), ''];
}

/**
 * The public part must not be able to read the private keys, so in earnest it runs as a user of its own: as PUBLIC_USER, or
 * started by somebody else. What it needs to know is then written where only this user can read it, for the other's service file.
 */
function apart(settings: Settings, env: Readonly<Record<string, string>>): string[] {
  const file = join(settings.dataDir, 'public.env');
  if (settings.demo || settings.publicUser !== undefined) {
    rmSync(file, { force: true });
    return [];
  }
  writeFileSync(file, Object.entries(env).map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 });
  return ['', `Den offentlige delen er ikke startet: start som root med PUBLIC_USER, eller la en annen bruker kjøre node dist/public.js med innstillingene i ${file} og en egen kopi av mappen ${settings.publicKeysDir}.`];
}

/** A real product that holds no region yet is set up through a link that only its owner can read; it is never printed. */
async function firstSetUp(settings: Settings, url: Urls, clock: Clock): Promise<string[]> {
  if (settings.demo) return [];
  const database = openDatabase(openPool({ url: url('migrator'), max: 1 }));
  try {
    const region = await database.selectFrom('kernel.region_register').select('region_id').limit(1).executeTakeFirst();
    if (region !== undefined) {
      removeLink(settings.dataDir);
      return [];
    }
    const file = offerLink({ dataDir: settings.dataDir, houseUrl: settings.houseUrl, now: clock(), chance: systemChance });
    return ['', 'Ingen region er satt opp ennå. Åpne lenken som står i denne filen, og svar på ti spørsmål:', `  ${file}`, ''];
  } finally {
    await database.destroy();
  }
}
