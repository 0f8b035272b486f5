import { createServer } from 'node:net';
import { pause } from '../kernel/postgres/processes.ts';
import { StartProblem } from '../kernel/start-problem.ts';

const REASONS: Readonly<Record<string, (name: string, port: number, host: string) => string>> = {
  EADDRINUSE: (name, port) => `Port ${port} er opptatt. Stopp programmet som bruker den, eller sett ${name} til en annen port.`,
  EACCES: (name, port) => `Port ${port} krever flere rettigheter. Sett ${name} til en port over 1023.`,
  EADDRNOTAVAIL: (_name, _port, host) => `Denne maskinen har ikke adressen ${host}. Sett HOST til en adresse den har.`,
  ENOTFOUND: (_name, _port, host) => `Fant ikke vertsnavnet ${host}. Sett HOST til en adresse som denne maskinen har.`,
};

/** Processes of a run that was just killed may need a moment to let go of their ports. */
const FORMER_RUN_MS = 1_500;

/** Finds out before anything is started whether the ports can be had. @throws StartProblem */
export async function requirePorts(host: string, ports: readonly (readonly [name: string, port: number])[]): Promise<void> {
  for (const [name, port] of ports) {
    const began = performance.now();
    let code = await attempt(host, port);
    while (code === 'EADDRINUSE' && performance.now() - began < FORMER_RUN_MS) {
      await pause(100);
      code = await attempt(host, port);
    }
    if (code !== undefined) throw new StartProblem(REASONS[code]?.(name, port, host) ?? `Kan ikke lytte på ${host}, port ${port} (${code}).`);
  }
}

function attempt(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : 'UNKNOWN'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
