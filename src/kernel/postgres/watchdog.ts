import { spawn, type ChildProcess } from 'node:child_process';

/**
 * The portable way to end a program with its starter: a shell that waits for the end of a pipe, which the kernel closes
 * however the starter dies. Call `release` when the program has ended by itself.
 */
export function watchdog(pid: number): { readonly release: () => void } {
  const shell: ChildProcess = spawn('/bin/sh', ['-c', 'read -r word; [ "$word" = released ] || kill -QUIT "$1"', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  shell.on('error', () => undefined); // without a shell there is no watchdog, and nothing else to do about it
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  return { release: () => { shell.stdin?.end('released\n'); } };
}
