import { createServer, type Socket } from 'node:net';

/** The word that our scanner takes for harm, as EICAR is for the real ones. */
export const HARM = 'VOKSENVERN-STANDARD-PROVEFIL';

export type FakeClamd = { /** 0 on a socket of a path */ readonly port: number; readonly scanned: () => number; /** how it behaves from now on */ readonly behave: (how: Behaviour) => void; readonly close: () => Promise<void> };
/** full: it refuses the size and hangs up · partly: it has not looked at all of it · silent: it never answers · rude: it answers what nobody understands */
export type Behaviour = 'well' | 'full' | 'partly' | 'silent' | 'rude';

/** A scanner that speaks clamd's own protocol (INSTREAM), reads every piece to its end, and knows one signature. @param path of its socket; a free port without */
export async function fakeClamd(path?: string): Promise<FakeClamd> {
  let how: Behaviour = 'well';
  let scanned = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let waiting = Buffer.alloc(0);
    let begun = false;
    const pieces: Buffer[] = [];
    const answer = (text: string) => socket.end(`${text}\0`);
    socket.on('data', (data: Buffer) => {
      waiting = Buffer.concat([waiting, data]);
      if (!begun) {
        if (waiting.length < 10) return;
        if (waiting.subarray(0, 10).toString() !== 'zINSTREAM\0') return void answer('UNKNOWN COMMAND');
        begun = true;
        waiting = waiting.subarray(10);
      }
      if (how === 'full') return void answer('INSTREAM size limit exceeded. ERROR');
      if (how === 'partly') return void answer('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND');
      if (how === 'rude') return void answer('stream: kanskje');
      for (;;) {
        if (waiting.length < 4) return;
        const length = waiting.readUInt32BE(0);
        if (length === 0) break;
        if (waiting.length < 4 + length) return;
        pieces.push(waiting.subarray(4, 4 + length));
        waiting = waiting.subarray(4 + length);
      }
      scanned += 1;
      if (how === 'silent') return;
      answer(Buffer.concat(pieces).includes(HARM) ? 'stream: Voksenvern.Prove FOUND' : 'stream: OK');
    });
  });
  const port = await new Promise<number>((resolve) => server.listen(path === undefined ? { port: 0, host: '127.0.0.1' } : { path }, () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  }));
  return {
    port, scanned: () => scanned, behave: (next) => { how = next; },
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
}
