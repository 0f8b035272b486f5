import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings, SETTINGS, type DataDirectory, type Settings } from '../../src/kernel/settings.ts';

type Env = Record<string, string>;

function read(env: Env, dataDirectory: DataDirectory = 'new'): { settings: Settings } | { problem: string } {
  return readSettings(env, { workingDirectory: '/srv/vv', dataDirectory });
}

function settings(env: Env, dataDirectory: DataDirectory = 'new'): Settings {
  const answer = read(env, dataDirectory);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.settings;
}

function problem(env: Env, dataDirectory: DataDirectory = 'new'): string {
  const answer = read(env, dataDirectory);
  return 'problem' in answer ? answer.problem : 'no problem';
}

const SIGN_IN = { OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'c', OIDC_CLIENT_KEY: '/k.json', HOUSE_URL: 'https://intern.example' };
const DATABASE = Object.fromEntries(['', '_PUBLIC', '_HOUSE', '_WORKER', '_STATISTICS'].map((role) => [`DATABASE_URL${role}`, `postgres://u${role}:hemmelig@db.example/vv?sslmode=verify-full`]));

describe('settings', () => {
  test('nobody has to set anything for a trial on one machine', () => {
    expect(settings({})).toEqual({
      host: '127.0.0.1', port: 3000, housePort: 3001, loginPort: 3002,
      dataDir: '/srv/vv/data', keysDir: '/srv/vv/data/keys', publicKeysDir: '/srv/vv/data/public-keys', publicUser: undefined, filesDir: '/srv/vv/data/files', clamd: undefined,
      database: undefined, pgBin: undefined, publicUrl: undefined, houseUrl: 'http://127.0.0.1:3001', trustProxy: [],
      signIn: undefined, healthToken: undefined, mail: undefined, sms: undefined, demo: true, clock: undefined, mode: 'development',
    });
  });

  test('mail and text messages are told by an address each; half of it, or what is none, is said at the start and never repeats a password', () => {
    expect(settings({ SMTP_URL: 'smtp://post:hemmelig@epost.example:587', SMTP_FROM: 'varsel@voksenvern.example', SMS_URL: 'https://sms.example/send', SMS_TOKEN: 'nokkel' })).toMatchObject({
      mail: { url: 'smtp://post:hemmelig@epost.example:587', from: 'varsel@voksenvern.example' }, sms: { url: 'https://sms.example/send', token: 'nokkel' },
    });
    expect(problem({ SMTP_URL: 'smtp://epost.example' })).toMatch(/SMTP_FROM/);
    expect(problem({ SMTP_URL: 'https://post:hemmelig@epost.example', SMTP_FROM: 'a@b.example' })).toMatch(/^SMTP_URL må være(?!.*hemmelig)/);
    expect(problem({ SMTP_URL: 'smtp://epost.example', SMTP_FROM: 'Voksenvern <a@b.example>' })).toMatch(/SMTP_FROM/);
    expect(problem({ SMS_TOKEN: 'nokkel' })).toMatch(/SMS_URL/);
    expect(problem({ SMS_URL: 'http://sms.example/send' })).toMatch(/https/);
  });

  test('real use with everything set is read as it stands', () => {
    const all = { ...SIGN_IN, ...DATABASE, NODE_ENV: 'production', HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.5, 2001:db8::/32', PUBLIC_URL: 'https://meld.example/', HEALTH_TOKEN: 'x'.repeat(16), KEYS_DIR: '/keys', FILES_DIR: '/vedlegg', CLAMD: '/run/clamav/clamd.ctl' };
    const read = settings(all, 'real');
    expect(read).toMatchObject({ demo: false, mode: 'production', publicUrl: 'https://meld.example', keysDir: '/keys', filesDir: '/vedlegg', clamd: '/run/clamav/clamd.ctl', trustProxy: ['10.0.0.5', '2001:db8::/32'] });
    expect(read.database?.roles).toMatchObject({ migrator: DATABASE['DATABASE_URL'], public: DATABASE['DATABASE_URL_PUBLIC'], backup: undefined });
    expect(read.signIn?.issuer).toBe('https://idp.example');
  });

  test('nothing goes to another machine in clear: web addresses, database, mail, text messages and the scanner are encrypted, or on this machine', () => {
    for (const end of ['', '?sslmode=require', '?sslmode=disable', '?sslmode=no-verify']) expect(problem({ ...SIGN_IN, ...DATABASE, DATABASE_URL_HOUSE: `postgres://u_HOUSE:hemmelig@db.example/vv${end}` }), end).toMatch(/^DATABASE_URL_HOUSE går til en annen maskin(?!.*hemmelig)/);
    for (const local of ['127.0.0.1:5432/vv', 'localhost/vv', 'x/vv?host=/run/postgresql']) expect(problem({ ...SIGN_IN, ...DATABASE, DATABASE_URL_HOUSE: `postgres://u_HOUSE:x@${local}` }), local).toBe('no problem');
    for (const name of ['PUBLIC_URL', 'HOUSE_URL', 'OIDC_ISSUER', 'SMS_URL']) expect(problem({ ...SIGN_IN, ...DATABASE, [name]: 'http://annen.example' }), name).toMatch(/https/);
  });

  test('an empty value is as good as none, so that a copied example file starts', () => {
    expect(settings({ PORT: '', OIDC_CLIENT_ID: ' ' }).port).toBe(3000);
  });

  test.each([
    [{ PORT: '0' }, /^PORT .*1 til 65535/],
    [{ HOUSE_PORT: '80x' }, /^HOUSE_PORT .*«80x»/],
    [{ PORT: '3001' }, /tre forskjellige porter/],
    [{ HOST: 'not a host' }, /^HOST /],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV må være production eller development eller test/],
    [{ DEMO: 'true' }, /^DEMO må være yes eller no/],
    [{ PUBLIC_URL: 'meld.example' }, /^PUBLIC_URL må være en adresse/],
    [{ PUBLIC_URL: 'http://meld.example' }, /^PUBLIC_URL må begynne med https/],
    [{ PUBLIC_URL: 'https://meld.example/sti' }, /^PUBLIC_URL kan ikke ha en sti/],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY /],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY /],
    [{ PUBLIC_USER: 'Kari Olsen; rm' }, /^PUBLIC_USER må være navnet/],
    [{ CLAMD: 'ja' }, /^CLAMD må være en adresse som .*«ja»/],
    [{ CLAMD: '127.0.0.1:0' }, /^CLAMD /],
    [{ CLAMD: '10.0.0.9:3310' }, /^CLAMD må være på denne maskinen/],
    [{ HEALTH_TOKEN: 'short' }, /^HEALTH_TOKEN må ha minst 16/],
    [{ CLOCK: 'tomorrow' }, /^CLOCK må være et tidspunkt/],
    [{ CLOCK: '2026-01-31T12:00:00' }, /^CLOCK må være et tidspunkt med tidssone/],
    [{ OIDC_ISSUER: 'https://idp.example' }, /må settes sammen/],
    [{ DATABASE_URL_HOUSE: 'postgres://a:b@localhost/d' }, /DATABASE_URL mangler/],
    [{ DATABASE_URL: 'mysql://a:b@c/d', DEMO: 'yes' }, /^DATABASE_URL må være en adresse som postgres/],
    [{ DATABASE_URL_PUBLC: 'x' }, /DATABASE_URL_PUBLC finnes ikke/],
    [{ OIDC_SECRET: 'x' }, /OIDC_SECRET finnes ikke/],
  ])('%o stops the start with one sentence that names the setting', (env, sentence) => {
    expect(problem(env)).toMatch(sentence);
  });

  test('no sentence repeats a password', () => {
    for (const env of [{ DATABASE_URL: 'postgres://a:hemmelig@/' }, { ...DATABASE, DATABASE_URL_HOUSE: '' }, { ...DATABASE, DATABASE_URL_WORKER: 'http://a:hemmelig@b' }, { HEALTH_TOKEN: 'hemmelig' }]) {
      expect(problem(env as Env)).not.toMatch(/hemmelig|no problem/); // rows with and without a key
    }
  });

  test('two roles with the same login are refused: each lock would open with the other key', () => {
    expect(problem({ ...SIGN_IN, ...DATABASE, DATABASE_URL_WORKER: 'postgres://u_HOUSE:x@db.example/vv?sslmode=verify-full' })).toMatch(/egen bruker/);
  });

  test('every setting is explained in .env.example, and nothing else is', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
    const named = lines.flatMap((line) => /^#?([A-Z][A-Z_]*)=/.exec(line)?.[1] ?? []);
    expect(named.toSorted()).toEqual([...SETTINGS].toSorted());
    for (const [i, line] of lines.entries()) if (/^#?[A-Z][A-Z_]*=/.test(line)) expect(lines[i - 1], line).toMatch(/^# /);
  });

  test('the example file starts as it stands', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const env = Object.fromEntries(text.split('\n').filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=')));
    expect(settings(env).demo).toBe(true);
  });
});

describe('the demo stays where it cannot hurt', () => {
  test.each<[string, Env, DataDirectory]>([
    ['strangers can reach it', { HOST: '0.0.0.0' }, 'new'],
    ['it is told to be in production', { NODE_ENV: 'production' }, 'new'],
    ['it has an address on the network', { PUBLIC_URL: 'https://meld.example' }, 'new'],
    ['staff reach it over the network', { HOUSE_URL: 'https://intern.example' }, 'new'],
    ['the database is elsewhere', DATABASE, 'new'],
    ['the data directory is in real use', {}, 'real'],
    ['a real sign-in is set up', { ...SIGN_IN, HOUSE_URL: 'http://localhost:3001' }, 'new'],
    ['somebody said no', { DEMO: 'no' }, 'new'],
  ])('nobody gets it unasked where %s', (_why, env, made) => {
    expect(settings({ ...SIGN_IN, ...env }, made).demo).toBe(false);
    const answer = read(env, made);
    expect('problem' in answer || !answer.settings.demo).toBe(true);
  });

  test('it is on where only this machine can see it', () => {
    for (const host of ['localhost', '127.0.0.2', '::1']) expect(settings({ HOST: host, PUBLIC_URL: 'http://localhost:3000' }).demo, host).toBe(true);
    expect(settings({}, 'demo').demo).toBe(true);
    expect(settings({ HOST: '::1' }).houseUrl).toBe('http://[::1]:3001');
  });

  test('asking for it does not bring it into production, beside a real sign-in or onto real data', () => {
    expect(problem({ DEMO: 'yes', NODE_ENV: 'production' })).toMatch(/NODE_ENV=production/);
    expect(problem({ DEMO: 'yes', ...SIGN_IN })).toMatch(/fjern OIDC_ISSUER/);
    expect(problem({ DEMO: 'yes' }, 'real')).toMatch(/kan ikke bli demo/);
  });

  test('a demo directory never becomes real', () => {
    expect(problem({ DEMO: 'no', ...SIGN_IN }, 'demo')).toMatch(/laget som demo/);
    expect(problem({ HOST: '0.0.0.0', ...SIGN_IN }, 'demo')).toMatch(/laget som demo/);
  });

  test('without the demo a missing sign-in is named together with the reason that this is no demo', () => {
    expect(problem({ HOST: '0.0.0.0' })).toMatch(/OIDC_ISSUER.*HOST er ikke bare denne maskinen/);
    expect(problem({ ...SIGN_IN, HOUSE_URL: '' })).toMatch(/^HOUSE_URL mangler/);
  });

  test('the clock moves only in the demo and in tests', () => {
    const at = '2026-01-31T12:00:00Z';
    expect(settings({ CLOCK: at }).clock).toBe('2026-01-31T12:00:00.000Z');
    expect(settings({ ...SIGN_IN, CLOCK: at, NODE_ENV: 'test' }).clock).toBe('2026-01-31T12:00:00.000Z');
    expect(problem({ ...SIGN_IN, CLOCK: at })).toMatch(/^CLOCK kan bare/);
  });
});
