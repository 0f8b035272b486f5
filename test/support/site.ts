import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openPool } from '../../src/kernel/database/connect.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { readFormToken } from '../../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { openStorage, type Storage } from '../../src/kernel/storage.ts';
import { openIntake, type Intake } from '../../src/reports/intake.ts';
import { publicApp } from '../../src/web/public/app.tsx';
import { leftDrafts } from '../../src/web/public/left-drafts.ts';
import { knownSites } from '../../src/web/public/sites.ts';
import { crowd } from '../../src/kernel/crowd.ts';
import { inLine } from '../../src/web/public/in-line.ts';
import { slowly } from '../../src/web/public/slowly.ts';
import { DAUGHTER } from './submissions.ts';
import { HOST, type World } from './world.ts';

/** One page as it came, with what is needed to go on from it. */
export type Page = { readonly status: number; readonly text: string; /** what people read, without tags */ readonly words: string; readonly token: string; readonly to: string | null };

/** The public web of a world without a socket, and a file store of its own. */
export type Site = {
  readonly app: Hono;
  readonly intake: Intake;
  readonly storage: Storage;
  readonly filesDir: string;
  readonly get: (path: string) => Promise<Page>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Page>;
  /** one file of a form; the token stands before it, as on the page */
  readonly upload: (token: string, bytes: Uint8Array, name?: string) => Promise<Page>;
  /** a report from the form to the receipt */
  readonly report: (answers?: Readonly<Record<string, string>>) => Promise<{ readonly draft: FileId; readonly code: string; readonly receipt: Page }>;
  /** the window that a code opens */
  readonly open: (code: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type SiteParts = { /** stands before the real one, to fail */ readonly intake?: (real: Intake) => Intake; readonly leastMs?: number; /** how many reports are a crowd */ readonly limits?: Parameters<typeof crowd>[0] };

const TOKEN = /name="skjema" value="([^"]+)"/;
const CODE = /(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}/;

async function pageOf(answer: Response | Promise<Response>): Promise<Page> {
  const response = await answer;
  const text = await response.text();
  const words = text.replace(/<(script|style)[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/&#x27;/g, '’').replace(/\s+/g, ' ');
  return { status: response.status, text, words, token: TOKEN.exec(text)?.[1] ?? '', to: response.headers.get('location') };
}

export function openSite(world: World, { intake: before = (real) => real, leastMs = 0, limits }: SiteParts = {}): Site {
  const filesDir = mkdtempSync(join(tmpdir(), 'vv-files-'));
  const keys = openPublicKeyDirectory(world.publicKeysDir);
  const pool = openPool({ url: world.url('public'), max: 8 });
  const real = openIntake(pool, keys.fingerprint);
  const intake = before(real);
  const storage = openStorage(filesDir);
  const app = publicApp({
    intake, sites: knownSites(real, keys.rootPublic, () => undefined), formTokenKey: keys.formToken, apiKeys: keys, clock: () => world.clock.now, demo: true, https: false, onlyHost: HOST,
    health: async () => new Response(), slowly: slowly({ atOnce: 8, leastMs, mostWaiting: 50, mostEach: 50 }), clientOf: (c) => c.req.header('x-client'),
    crowd: crowd(limits), uploads: inLine(8),
    left: leftDrafts((region, id) => intake.spendDraft(region, id, world.clock.now), 60_000), storage,
  });
  const get: Site['get'] = (path) => pageOf(app.request(path));
  const post: Site['post'] = (path, fields) => pageOf(app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } }));
  return {
    app, intake, storage, filesDir, get, post,
    upload: (token, bytes, name = 'bilde.jpg') => {
      const body = new FormData();
      body.append('skjema', token);
      body.append('fil', new File([new Uint8Array(bytes)], name));
      return pageOf(app.request('/kvittering/fil', { method: 'POST', body }));
    },
    report: async (answers = DAUGHTER) => {
      const { token } = await get('/meld');
      const receipt = await post('/meld', { skjema: token, ...answers });
      const draft = readFormToken(keys.formToken, token, world.clock.now);
      if (receipt.status !== 200 || draft.state === 'forged') throw new Error(`the form was answered ${receipt.status}`);
      return { draft: asId<'file'>(draft.draftId), code: (CODE.exec(receipt.words)?.[0] ?? '').trim(), receipt };
    },
    open: async (code) => post('/kvittering', { skjema: (await get('/kvittering')).token, kode: code }),
    close: async () => {
      await pool.end();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

