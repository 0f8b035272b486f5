import { fstatSync } from 'node:fs';
import { Socket } from 'node:net';

const PIPE = 3;

/**
 * Calls `gone` when the process that started the launcher is dead, however it died: run.mjs holds the other end of a
 * pipe on descriptor 3. Started in another way, there is no such pipe and nothing to watch.
 */
export function watchStarter(gone: () => void): void {
  if (process.env['STARTER_PIPE'] !== String(PIPE)) return;
  delete process.env['STARTER_PIPE'];
  if (!fstatSync(PIPE).isSocket() && !fstatSync(PIPE).isFIFO()) return;
  const starter = new Socket({ fd: PIPE, readable: true, writable: false });
  starter.on('error', gone);
  starter.on('close', gone);
  starter.resume();
  starter.unref();
}
