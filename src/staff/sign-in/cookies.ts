import { MINUTE } from '../../kernel/time.ts';

/**
 * Names that say nothing. The `__Host-` prefix makes browsers demand Secure, Path=/ and no Domain, so that neither a
 * neighbouring host nor plain http can plant one.
 */
export const SESSION_COOKIE = '__Host-s';
/** Stays with the machine that several people use; renewed when somebody signs in there. */
export const MACHINE_COOKIE = '__Host-m';
const MACHINE_S = 400 * 24 * 60 * 60;
const PENDING_COOKIE = '__Host-p';

/** A sign-in that is not finished by then is begun again. */
export const PENDING_MS = 10 * MINUTE;

/** More than this many sign-ins under way in one browser, and the oldest are let go: cookies must not fill the request. */
const PENDING_AT_ONCE = 4;

/*
 * SameSite=Lax, not Strict: the way back from the issuer is a navigation from another site, and so is a link to a case
 * in a notice. Strict would hold the cookies back there, and the person would be met as a stranger in the middle of
 * signing in. Lax sends them on such GETs only, and no GET changes anything; every POST demands our own origin.
 */
const ALWAYS = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Goes when the browser closes; when it ends is decided on the server. */
export function sessionCookie(value: string): string {
  return `${SESSION_COOKIE}=${value}; ${ALWAYS}`;
}

/** One cookie for each sign-in under way, named by its state: two tabs that sign in at once do not disturb each other. */
export function pendingName(state: string): string {
  return `${PENDING_COOKIE}-${state.replaceAll(/[^\w-]/g, '').slice(0, 16)}`;
}

export function pendingCookie(state: string, sealed: string): string {
  return `${pendingName(state)}=${sealed}; ${ALWAYS}; Max-Age=${PENDING_MS / 1000}`;
}

export function machineCookie(sealed: string): string {
  return `${MACHINE_COOKIE}=${sealed}; ${ALWAYS}; Max-Age=${MACHINE_S}`;
}

export function clearedCookie(name: string): string {
  return `${name}=; ${ALWAYS}; Max-Age=0`;
}

/** The pending cookies to let go before another is set. Browsers send the oldest first (RFC 6265 § 5.4). */
export function surplusPending(cookies: ReadonlyMap<string, string>): readonly string[] {
  const names = [...cookies.keys()].filter((name) => name.startsWith(`${PENDING_COOKIE}-`));
  return names.slice(0, Math.max(0, names.length - PENDING_AT_ONCE + 1));
}

/** The cookies of a request, by name; the first of a double name. Never throws. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}
