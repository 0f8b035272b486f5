import { isIP } from 'node:net';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads single settings and collects what is wrong with them. An empty value counts as not set. */
export type Reader = {
  readonly problems: readonly string[];
  readonly wrong: (sentence: string) => void;
  readonly text: (name: string) => string | undefined;
  readonly oneOf: <const T extends string>(name: string, values: readonly T[]) => T | undefined;
  readonly port: (name: string) => number | undefined;
  readonly host: (name: string) => string | undefined;
  /** an http(s) address without path; https unless it is this machine */
  readonly origin: (name: string) => string | undefined;
  /** like origin, with a path allowed */
  readonly address: (name: string) => string | undefined;
  /** a PostgreSQL address; encrypted, to a server that is known, unless it is this machine */
  readonly database: (name: string) => string | undefined;
  readonly networks: (name: string) => readonly string[];
  readonly isLoopback: (host: string) => boolean;
  /** whether an address setting is unset or points at this machine */
  readonly isLocalUrl: (name: string) => boolean;
};

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const PREFIX = { 4: 32, 6: 128 } as const;

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** A database address without host, or with a directory as host, is a socket on this machine. */
function isLocalAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  return host.startsWith('/') || (host === '' && url.protocol.startsWith('postgres')) || isLoopback(host);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= PREFIX[version === 4 ? 4 : 6]);
}

export function reader(env: Environment): Reader {
  const problems: string[] = [];
  const wrong = (sentence: string): void => { problems.push(sentence); };
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  return {
    problems, wrong, text, isLoopback,
    oneOf: (name, values) => {
      const given = text(name);
      const found = values.find((value) => value === given);
      if (given !== undefined && found === undefined) wrong(`${name} må være ${values.join(' eller ')}, ikke «${given}».`);
      return found;
    },
    port: (name) => {
      const given = text(name);
      if (given === undefined) return undefined;
      if (/^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65_535) return Number(given);
      wrong(`${name} må være et portnummer fra 1 til 65535, ikke «${given}».`);
      return undefined;
    },
    host: (name) => {
      const given = text(name);
      if (given === undefined || isIP(given) !== 0 || HOST_NAME.test(given)) return given;
      wrong(`${name} må være en IP-adresse eller et vertsnavn, ikke «${given}».`);
      return undefined;
    },
    networks: (name) => {
      const given = text(name)?.split(',').map((part) => part.trim()) ?? [];
      if (given.every(isNetwork)) return given;
      wrong(`${name} må være IP-adresser eller nettverk med komma mellom, for eksempel 10.0.0.5,10.1.0.0/16.`);
      return [];
    },
    isLocalUrl: (name) => {
      const given = text(name);
      return given === undefined || isLocalAddress(given);
    },
    ...addresses(text, wrong),
  };
}

function addresses(text: Reader['text'], wrong: Reader['wrong']): Pick<Reader, 'origin' | 'address' | 'database'> {
  const web = (name: string, pathAllowed: boolean): string | undefined => {
    const given = text(name);
    if (given === undefined) return undefined;
    const url = URL.parse(given);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
      wrong(`${name} må være en adresse som https://eksempel.no.`);
      return undefined;
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) wrong(`${name} må begynne med https://.`);
    if (!pathAllowed && url.pathname !== '/') wrong(`${name} kan ikke ha en sti etter vertsnavnet.`);
    return pathAllowed ? given : url.origin;
  };
  return {
    origin: (name) => web(name, false),
    address: (name) => web(name, true),
    database: (name) => {
      const given = text(name);
      if (given === undefined) return undefined;
      const url = URL.parse(given);
      if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.username === '' || url.pathname.length <= 1) {
        wrong(`${name} må være en adresse som postgres://bruker:passord@vert:5432/database.`);
        return undefined;
      }
      if (!isLocalAddress(given) && url.searchParams.get('sslmode') !== 'verify-full') wrong(`${name} går til en annen maskin og må slutte med ?sslmode=verify-full, slik at forbindelsen er kryptert og tjeneren kjent.`);
      return given;
    },
  };
}
