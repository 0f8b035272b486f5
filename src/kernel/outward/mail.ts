import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { formatMailDate, SECOND, type Instant } from '../time.ts';
import type { MailServer } from './mail-settings.ts';
import { SENT, type Sent } from './sent.ts';

/** One short text to one person. `id`: the same id is the same mail, also when it is sent again. */
export type Mail = { readonly to: string; readonly id: string; readonly at: Instant; readonly subject: string; readonly text: string };

export type Mailer = { readonly send: (mail: Mail) => Promise<Sent> };

/** Milliseconds. `whole`: for all of it, so that a server that drips one byte at a time does not hold a worker either. */
export type Patience = { readonly connect: number; readonly greeting: number; readonly silence: number; readonly whole: number };

const PATIENCE: Patience = { connect: 10 * SECOND, greeting: 10 * SECOND, silence: 20 * SECOND, whole: 60 * SECOND };
const LINE = 76;

/**
 * The bytes of a mail. They depend on address, sender, id, moment and the text alone: no program's name, no machine's name, nothing that
 * tells one mail from another. The text is base64, so that no server on the way has a reason to write it anew.
 */
export function mailBytes(from: string, name: string, { to, id, at, subject, text }: Mail): Buffer {
  const body = Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8').toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const lines = [
    `Date: ${formatMailDate(at)}`, `From: ${name} <${from}>`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}@${domainOf(from)}>`, 'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', 'Auto-Submitted: auto-generated', '', ...body, '',
  ];
  return Buffer.from(lines.join('\r\n'), 'ascii');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Hands mail over to a server: one connection each, none kept. Nothing of the server's answers is kept but the number.
 * @param sender the address, and the system's name beside it (ASCII)
 */
export function openMailer(server: MailServer, sender: { readonly from: string; readonly name: string }, patience: Patience = PATIENCE): Mailer {
  return { send: (mail) => handOver(server, sender, mail, patience) };
}

async function handOver(server: MailServer, { from, name }: { from: string; name: string }, mail: Mail, patience: Patience): Promise<Sent> {
  const connection = new SMTPConnection({
    host: server.host, port: server.port, secure: server.secure, requireTLS: !server.secure && !server.local, ignoreTLS: !server.secure && server.local,
    name: domainOf(from), connectionTimeout: patience.connect, dnsTimeout: patience.connect, greetingTimeout: patience.greeting, socketTimeout: patience.silence, socketCloseTimeout: 0,
  });
  const data = { begun: false };
  const bytes = mailBytes(from, name, mail);
  // Read for the first time when the server has said «go ahead» to DATA.
  const message = new Readable({
    read() {
      data.begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const talk = converse(connection, server, { from, to: [mail.to], size: bytes.length }, message);
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new TooLate()), patience.whole).unref());
  try {
    await Promise.race([talk, late]);
    return SENT;
  } catch (error) {
    return judge(error, data.begun);
  } finally {
    connection.close();
    message.destroy();
  }
}

/** It took longer than all of it may. */
class TooLate extends Error {
  override readonly name = 'TooLate';
}

function converse(connection: SMTPConnection, { user, password }: MailServer, envelope: { from: string; to: string[]; size: number }, message: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = () => connection.send(envelope, message, (error) => (error === null || error === undefined ? resolve() : reject(error)));
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
    connection.connect((error) => {
      if (error !== undefined) reject(error);
      else if (user === undefined) send();
      else connection.login({ credentials: { user, pass: password ?? '' } }, (refused) => (refused === null || refused === undefined ? send() : reject(refused)));
    });
  });
}

/** A number is an answer: the server did not take it. Silence after the text was on its way is none. */
function judge(error: unknown, begun: boolean): Sent {
  const number = typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  if (number !== undefined) return { kind: 'failed', code: `smtp_${number}` };
  const code = error instanceof TooLate ? 'too_slow' : codeOf(error);
  return { kind: begun ? 'unknown' : 'failed', code };
}

const CODES: Readonly<Record<string, string>> = { ETIMEDOUT: 'no_answer', EDNS: 'no_such_host', ESOCKET: 'no_connection', ECONNECTION: 'connection_lost', ETLS: 'no_tls', EAUTH: 'not_signed_in', EENVELOPE: 'address' };

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CODES[code] ?? 'connection_lost';
}
