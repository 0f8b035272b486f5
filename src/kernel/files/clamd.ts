import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a scanner says of a file: clean, or the name of what it found. Throws ScannerDown where it says neither. */
export type Scanner = { readonly scan: (source: AsyncIterable<Uint8Array>) => Promise<'clean' | { readonly found: string }> };

/** No answer that could be trusted: not reached, went away, full, refused the size, or looked at a part only. The file stays closed. */
export class ScannerDown extends Error {
  override readonly name = 'ScannerDown';
  /** for errorCode, which never shows a message */
  readonly code = 'SCANNER_DOWN';
}

const ANSWER_WITHIN_MS = 120_000;
const CONNECT_WITHIN_MS = 5_000;
const MOST_ANSWER = 4096;
const PIECE = 64 * 1024;

/** Where clamd listens: `host:port`, or the path of a socket. undefined for a text that is neither. */
export function clamdAddress(text: string): { readonly path: string } | { readonly host: string; readonly port: number } | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host = '', port = ''] = /^\[?([^\]\s/]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host === '' || Number(port) < 1 || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

/** ClamAV by its own protocol (clamd(8), INSTREAM): pieces with their lengths before them, an empty one at the end, one line as answer. */
export function openClamd(address: NonNullable<ReturnType<typeof clamdAddress>>): Scanner {
  return {
    scan: async (source) => {
      const socket = connect(address);
      const answer = answerOf(socket);
      answer.catch(() => undefined); // waited for below, also where sending fails first
      try {
        await within(CONNECT_WITHIN_MS, once(socket, 'connect'));
        await send(socket, source);
        return verdict(await within(ANSWER_WITHIN_MS, answer));
      } finally {
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const whole of source) {
    for (let at = 0; at < whole.length; at += PIECE) {
      const piece = whole.subarray(at, at + PIECE);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      await write(socket, Buffer.concat([length, piece]));
    }
  }
  await write(socket, Buffer.alloc(4));
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  // A scanner that has enough (a full temporary folder, a limit) answers and hangs up; its answer says more than our failure to write.
  if (!socket.writable || socket.destroyed) return;
  if (socket.write(bytes)) return;
  const waited = new AbortController();
  const { signal } = waited;
  await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]).catch(() => undefined);
  waited.abort(); // a large file waits hundreds of times, and each would leave its listeners behind
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
      else if (text.length > MOST_ANSWER) reject(new ScannerDown());
    });
    socket.on('error', () => reject(new ScannerDown()));
    socket.on('close', () => reject(new ScannerDown()));
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new ScannerDown()), ms); });
  try {
    return await Promise.race([work, late]);
  } catch {
    throw new ScannerDown();
  } finally {
    clearTimeout(timer);
  }
}

function verdict(answer: string): 'clean' | { readonly found: string } {
  if (/^stream: OK$/.test(answer)) return 'clean';
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(answer) ?? [];
  // `AlertExceedsMax`: it has not looked at all of it, which is neither harm nor the lack of it
  if (found === undefined || found.startsWith('Heuristics.Limits.Exceeded')) throw new ScannerDown();
  return { found };
}
