/** Where mail is handed over. `secure`: TLS from the first byte; else STARTTLS is demanded, except on this machine. */
export type MailServer = {
  readonly host: string; readonly port: number; readonly secure: boolean; readonly local: boolean;
  readonly user: string | undefined; readonly password: string | undefined;
};

const ADDRESS = /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*\.[A-Za-z]{2,24}$/;
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/;
const LONGEST_ADDRESS = 254;

/** Whether a text is one plain mail address: no name beside it, no comment, no line break that could become a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && ADDRESS.test(text) && !text.includes('..');
}

/** `smtp://user:password@host:port` or `smtps://…`; undefined for anything else. */
export function mailServer(text: string): MailServer | undefined {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port === '' ? (secure ? 465 : 587) : Number(url.port), secure, local: LOOPBACK.test(url.hostname),
    user: url.username === '' ? undefined : decodeURIComponent(url.username), password: url.password === '' ? undefined : decodeURIComponent(url.password),
  };
}
