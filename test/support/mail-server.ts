import { createServer as createWebServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailServer } from '../../src/kernel/outward/mail-settings.ts';
import { openMailer, type Mailer, type Patience } from '../../src/kernel/outward/mail.ts';

/** What a mail server does with the next mail: takes it, answers 451 or 550, or takes it and is gone before anybody hears so. */
export type Behaviour = 'take' | 'later' | 'refuse' | 'die';

export type MailServerHere = {
  readonly port: number;
  readonly got: { readonly to: string; readonly raw: string }[];
  /** for the next mails; when it has run out, they are taken */
  behaves: Behaviour[];
  readonly close: () => Promise<void>;
};

/** A mail server on this machine that does what it is told. */
export async function mailServerHere(): Promise<MailServerHere> {
  const sockets = new Set<Socket>();
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true,
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const how = here.behaves.shift() ?? 'take';
        if (how === 'later' || how === 'refuse') return done(Object.assign(new Error('no'), { responseCode: how === 'later' ? 451 : 550 }));
        here.got.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(pieces).toString('ascii') });
        if (how === 'die') return sockets.forEach((socket) => socket.destroy());
        return done();
      });
    },
  });
  smtp.server.on('connection', (socket: Socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const here: MailServerHere = { port: portOf(smtp.server), got: [], behaves: [], close: () => new Promise((resolve) => smtp.close(() => resolve())) };
  return here;
}

/** The bytes of a mail, and its headers and text as a mail program shows them. */
export function asRead({ to, raw }: MailServerHere['got'][number]): string {
  const [head = '', body = ''] = raw.split(/\r\n\r\n/);
  const words = head.replaceAll(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, how: string, text: string) => how.toLowerCase() === 'b' ? fromBase64(text) : decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')));
  if (!/^Content-Transfer-Encoding: base64$/im.test(head)) throw new Error('a mail that we cannot read');
  return [to, raw, words, fromBase64(body)].join('\n');
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

/** A gateway for text messages that refuses the first and takes the others. */
export async function textServerHere(): Promise<{ readonly url: string; readonly sent: { readonly headers: unknown; readonly body: unknown }[]; readonly close: () => Promise<void> }> {
  const sent: { headers: unknown; body: unknown }[] = [];
  const gateway = createWebServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); }).on('end', () => {
      sent.push({ headers: request.headers, body: JSON.parse(body) });
      response.writeHead(sent.length === 1 ? 503 : 202).end();
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve()));
  return { url: `http://127.0.0.1:${portOf(gateway)}/sms`, sent, close: () => new Promise((resolve) => gateway.close(() => resolve())) };
}

/** Something that listens and is no mail server. */
export async function listening(meet: (socket: Socket) => void): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer(meet);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { port: portOf(server), close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The port that it was given. */
export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
}

/** For servers that never answer. */
const QUICK: Patience = { connect: 500, greeting: 500, silence: 500, whole: 1500 };
/** For those that do, however busy this machine is: what is taken too late is sent once more. */
export const AMPLE: Patience = { connect: 10_000, greeting: 10_000, silence: 10_000, whole: 30_000 };

/** The product's own way out, to a server on this machine. */
export function mailerAt(at: number, patience = QUICK): Mailer {
  const server = mailServer(`smtp://127.0.0.1:${at}`);
  if (server === undefined) throw new Error('no address');
  return openMailer(server, { from: 'varsel@voksenvern.example', name: 'Voksenvern' }, patience);
}
