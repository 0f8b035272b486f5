import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { openAssets } from '../assets.ts';
import { assetHeaders } from './headers.ts';

export const READY = '{"ready":true}';

/** Adds the built style sheets, fonts and islands to an app; their names hold a hash of what is in them. */
export function addAssets(app: Hono, https: boolean): void {
  const assets = openAssets();
  app.get('/assets/:name', (c) => {
    const asset = assets.find(c.req.path);
    if (asset === undefined) return c.notFound();
    const wanted = c.req.header('accept-encoding') ?? '';
    const encoding = (['br', 'gzip'] as const).find((name) => wanted.includes(name) && asset.encoded[name] !== undefined);
    const body = encoding === undefined ? asset.body : asset.encoded[encoding] ?? asset.body;
    return new Response(new Uint8Array(body), {
      headers: { ...assetHeaders(https), 'content-type': asset.type, vary: 'accept-encoding', ...(encoding === undefined ? {} : { 'content-encoding': encoding }) },
    });
  });
}

/** Listens, and tells the launcher when it does. Ends in order on SIGTERM: what was being answered is answered. */
export function listen(app: Hono, at: { host: string; port: number }, closing: () => Promise<void>): void {
  const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, () => process.stdout.write(`${READY}\n`));
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    server.close(() => void closing().finally(() => process.exit(0)));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** One line in the log: a word, a code and a random id. Never a message, an address or anything that somebody wrote. */
export function logFault(what: string, code: string, id: string): void {
  process.stderr.write(`${what} ${code.replace(/[^\w.:-]/g, '_').slice(0, 60)} ${id}\n`);
}
