import { errorCode, openPool, stayConnected } from './kernel/database/connect.ts';
import { couldReadKeys, openPublicKeyDirectory } from './kernel/sealing/provider-key.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { openStorage } from './kernel/storage.ts';
import { shiftedClock, systemClock, instant } from './kernel/time.ts';
import { openIntake } from './reports/intake.ts';
import { checkReach } from './web/public/reach.ts';
import { publicApp } from './web/public/app.tsx';
import { clientAddress } from './web/http/client-address.ts';
import { crowd } from './kernel/crowd.ts';
import { inLine } from './web/public/in-line.ts';
import { leftDrafts } from './web/public/left-drafts.ts';
import { slowly } from './web/public/slowly.ts';
import { knownSites } from './web/public/sites.ts';
import { listen, logFault } from './web/http/serve.ts';

/** The public process: form, receipt, follow-up. It holds no private key but the form-token's, and can call the intake functions only. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const need = (name: string): string => env[name] ?? stop(`${name} mangler.`);
  const demo = env['DEMO'] === 'yes';
  const keysDir = env['KEYS_DIR'];
  if (keysDir !== undefined && couldReadKeys(keysDir)) warnOrStop(demo, 'Den offentlige delen kan lese de private nøklene. La den kjøre som en annen bruker.');
  const pool = openPool({ url: need('DATABASE_URL_PUBLIC'), max: 16, onError: (code) => logFault('pool', code, '-') });
  const reach = await checkReach(pool);
  if (reach !== undefined) stop(reach);
  stayConnected(pool);
  const keys = openPublicKeyDirectory(need('PUBLIC_KEYS_DIR'));
  const intake = openIntake(pool, keys.fingerprint);
  const publicUrl = env['PUBLIC_URL'];
  const clock = env['CLOCK'] === undefined ? systemClock : shiftedClock(instant(env['CLOCK']));
  const https = publicUrl?.startsWith('https:') === true;
  const app = publicApp({
    intake, sites: knownSites(intake, keys.rootPublic, () => logFault('site', 'signature', '-')), formTokenKey: keys.formToken, apiKeys: keys,
    clock, demo, https, onlyHost: publicUrl === undefined ? undefined : new URL(publicUrl).host,
    health: async () => {
      const up = await pool.query('select 1').then(() => true, (error: unknown) => (logFault('health', errorCode(error), '-'), false));
      return Response.json(up ? { status: 'ok' } : { status: 'unavailable' }, { status: up ? 200 : 503 });
    },
    storage: openStorage(need('FILES_DIR')),
    slowly: slowly({ atOnce: 4, leastMs: 600, mostWaiting: 200, mostEach: 4 }),
    clientOf: clientAddress((env['TRUST_PROXY'] ?? '').split(',').filter((one) => one !== ''), !demo),
    crowd: crowd(), uploads: inLine(8),
    left: leftDrafts((region, draftId) => intake.spendDraft(region, draftId, clock()), 30_000),
  });
  listen(app, { host: need('HOST'), port: Number(need('PORT')) }, () => pool.end());
}

/** In the demo both processes run as one user, and say so; in earnest this one must not be able to. */
function warnOrStop(demo: boolean, sentence: string): void {
  if (!demo) stop(sentence);
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

await main(process.env).catch((error: unknown) => {
  if (error instanceof StartProblem) stop(error.message);
  throw error;
});
