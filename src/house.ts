import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { closeBlock } from './kernel/audit/blocks.ts';
import { writeHead } from './kernel/audit/heads.ts';
import { clamdAddress, openClamd, type Scanner } from './kernel/files/clamd.ts';
import { openCleaner } from './kernel/files/cleaner.ts';
import { startWorker } from './kernel/queue/worker.ts';
import { expand, sealingKey } from './kernel/sealing/aead.ts';
import { systemChance } from './kernel/ids.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { openStorage } from './kernel/storage.ts';
import { instant, SECOND, shiftedClock, systemClock, type Clock } from './kernel/time.ts';
import { health } from './jobs/health.ts';
import { checkProjections } from './jobs/check-projections.ts';
import { disposing } from './jobs/dispose.ts';
import { reconciliation } from './jobs/reconcile.ts';
import { carryRound, sweepWholeFiles } from './cases/public.ts';
import { sweepSpentRequests } from './privacy/public.ts';
import { sweepFiles, sweepKeptTexts, sweepSpentDrafts } from './jobs/sweep.ts';
import { notingRounds } from './jobs/rounds.ts';
import { startRounds, tasks } from './jobs/tasks.ts';
import { waysOut } from './jobs/ways-out.ts';
import { makeDocuments, sweepDocuments } from './documents/public.ts';
import { tellRegion } from './notices/public.ts';
import { drawReviews } from './cases/public.ts';
import { tellingOutside } from './jobs/tell-outside.ts';
import { openHouse, regionsOf, type House } from './open-house.ts';
import { MUNICIPALITIES } from './regions/municipalities.ts';
import { setUpRoutes } from './setup/web.tsx';
import { houseAddresses } from './staff/sign-in/addresses.ts';
import { staffSignIn, type StaffSignIn } from './staff/sign-in/flow.ts';
import { signInRoutes } from './staff/sign-in/hono.ts';
import { issuerSource } from './staff/sign-in/issuers.ts';
import { auditSignIn, peopleIn, sessionsIn } from './staff/sign-in/register.ts';
import { shutOutTheDormant } from './staff/public.ts';
import { SESSION_LIMITS } from './staff/sign-in/session.ts';
import { clientAddress } from './web/http/client-address.ts';
import { listen, logFault } from './web/http/serve.ts';
import { STAFF_ROUTES } from './web/routes.ts';
import { languageOf } from './web/staff/language.ts';
import { signInFrame } from './web/staff/sign-in-frame.tsx';
import { staffApp } from './web/staff/app.tsx';

type Env = Readonly<Record<string, string | undefined>>;

/** Beside this program; a program of its own (src/clean-file.ts). */
const CLEANER = join(import.meta.dirname, 'clean-file.mjs');
/** How long the nightly check stays with one region before the next one has its turn. */
const CHECK_FOR_MS = 20 * SECOND;

/** The house: staff pages, worker, private keys. `--only=web` or `--only=worker` splits it over machines. */
async function main(env: Env, only: string | undefined): Promise<void> {
  const clock: Clock = env['CLOCK'] === undefined ? systemClock : shiftedClock(instant(env['CLOCK']));
  const onError = (code: string) => logFault('pool', code, '-');
  const closing: (() => Promise<unknown>)[] = [];
  if (only !== 'web') closing.push(await runWorker(env, clock, onError));
  if (only === 'worker') {
    process.stdout.write('{"ready":true}\n');
    process.once('SIGTERM', () => void Promise.all(closing.map((close) => close())).finally(() => process.exit(0)));
    return;
  }
  const house = await openHouse({ databaseUrl: need(env, 'DATABASE_URL_HOUSE'), keysDir: need(env, 'KEYS_DIR'), clock, onError, issuer: need(env, 'OIDC_ISSUER') });
  closing.push(house.close);
  serveWeb(env, house, clock, async () => void await Promise.all(closing.map((close) => close())));
}

function serveWeb(env: Env, house: House, clock: Clock, close: () => Promise<void>): void {
  const houseUrl = need(env, 'HOUSE_URL');
  const signIn = openSignIn(env, house, clock);
  const https = houseUrl.startsWith('https:');
  const ways = { mail: env['SMTP_URL'] !== undefined, sms: env['SMS_URL'] !== undefined };
  const app = staffApp({
    door: house.door, files: openStorage(need(env, 'FILES_DIR')), routes: STAFF_ROUTES, signIn, clock, markKey: sealingKey(expand(house.deployment.identityKey, 'staff page')), demo: house.deployment.kind === 'demo', https, houseOrigin: new URL(houseUrl).origin,
    signInRoutes: beforeSignIn(env, house, clock, signIn),
    ways,
    health: health({ house, ways, clock, token: env['HEALTH_TOKEN'], dirs: [env['DATA_DIR'], env['AUDIT_HEADS_DIR'], env['FILES_DIR']], local: /^https?:\/\/(127\.|localhost|\[::1\])/.test(houseUrl) }),
  });
  listen(app, { host: need(env, 'HOST'), port: Number(need(env, 'HOUSE_PORT')) }, close);
}

/** Sign-in itself, and the way into a product that holds no region yet. */
function beforeSignIn(env: Env, house: House, clock: Clock, signIn: StaffSignIn): Hono {
  const routes = new Hono();
  routes.route('/', signInRoutes({ signIn, issuers: [{ name: 'ansatt', label: 'Ansatt' }], languageOf, clientOf: clientAddress((env['TRUST_PROXY'] ?? '').split(',').filter((one) => one !== ''), need(env, 'HOUSE_URL').startsWith('https:')), frame: signInFrame }));
  const { DATA_DIR: dataDir, PUBLIC_URL: publicUrl } = env;
  if (house.deployment.kind === 'real' && dataDir !== undefined) {
    const host = publicUrl === undefined ? undefined : new URL(publicUrl).host;
    routes.route('/', setUpRoutes({ house, clock, dataDir, host, issuer: need(env, 'OIDC_ISSUER'), known: MUNICIPALITIES, languageOf }));
  }
  return routes;
}

function openSignIn(env: Env, house: House, clock: Clock): StaffSignIn {
  const { redirectUri, postLogoutRedirectUri } = houseAddresses(need(env, 'HOUSE_URL'));
  const regions = regionsOf(house);
  return staffSignIn({
    issuers: [issuerSource({
      name: 'ansatt', issuer: need(env, 'OIDC_ISSUER'), clientId: need(env, 'OIDC_CLIENT_ID'), privateJwk: JSON.parse(readFileSync(need(env, 'OIDC_CLIENT_KEY'), 'utf8')),
      redirectUri, postLogoutRedirectUri, requiredAcr: env['OIDC_ACR'] ?? 'idporten-loa-high',
    }, clock)],
    sessions: sessionsIn(house.door, regions), people: peopleIn(house.door, regions, house.deployment.identityKey), note: auditSignIn(house.door, regions),
    clock, chance: systemChance, pendingKey: sealingKey(expand(house.deployment.identityKey, 'pending sign-in')), limits: SESSION_LIMITS,
  });
}

async function runWorker(env: Env, clock: Clock, onError: (code: string) => void): Promise<() => Promise<void>> {
  const url = need(env, 'DATABASE_URL_WORKER');
  const side = await openHouse({ databaseUrl: url, keysDir: need(env, 'KEYS_DIR'), clock, connections: 6, onError });
  const storage = openStorage(need(env, 'FILES_DIR'));
  const headsDir = need(env, 'AUDIT_HEADS_DIR');
  const ways = waysOut(env, new URL(need(env, 'HOUSE_URL')).origin);
  const worker = await startWorker({ url, tasks: tasks(side.door, { storage, cleaner: openCleaner({ program: CLEANER }), scanner: scanner(env) }, ways), concurrency: 4, onFailure: (task, code) => logFault(`job:${task}`, code, '-') });
  const reconcile = reconciliation(side.door);
  const tellOutside = tellingOutside(side.door, headsDir);
  const stopRounds = startRounds({
    regions: regionsOf(side), onFailure: (code) => logFault('round', code, '-'),
    ended: notingRounds(side.door),
    every: {
      audit_block: async (region) => {
        const block = await side.door.unaudited(region, 'close_audit_block', closeBlock);
        if (block !== undefined) writeHead(headsDir, block);
      },
      tell_outside: tellOutside,
      dispose: disposing(side.door, headsDir),
      make_documents: (region) => makeDocuments(side.door, region),
      reconcile,
      carry_reports: (region) => carryRound(side.door, region),
      check_projections: async (region) => void await checkProjections(side.door, region, CHECK_FOR_MS),
      tell_notices: (region) => tellRegion(side.door, region, { mail: ways.mailer !== undefined, sms: ways.gateway !== undefined }),
      draw_reviews: (region) => drawReviews(side.door, region),
      sweep_drafts: (region) => sweepSpentDrafts(side.door, region),
      sweep_kept: (region) => sweepKeptTexts(side.door, region),
      sweep_whole: (region) => sweepWholeFiles(side.door, region),
      sweep_requests: (region) => sweepSpentRequests(side.door, region),
      sweep_documents: (region) => sweepDocuments(side.door, region),
      // in a demo nobody signs in but who tries it
      shut_out_dormant: side.deployment.kind === 'demo' ? () => Promise.resolve() : (region) => shutOutTheDormant(side.door, region),
      sweep_files: async (region) => {
        await tellOutside(region);
        await sweepFiles(side.door, storage, region);
      },
    },
  });
  return async () => {
    stopRounds();
    await worker.stop();
    await side.close();
  };
}

/** undefined where no scanner is set: files are then cleaned, and not looked at for harm. */
function scanner(env: Env): Scanner | undefined {
  const address = env['CLAMD'] === undefined ? undefined : clamdAddress(env['CLAMD']);
  return address === undefined ? undefined : openClamd(address);
}

function need(env: Env, name: string): string {
  const value = env[name];
  if (value === undefined) throw new StartProblem(`${name} mangler.`);
  return value;
}

main(process.env, process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartProblem ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(1);
});
