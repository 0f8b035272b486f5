/** Where sign-in lives in the house. Neutral words: an address may be read over a shoulder. */
export const SIGN_IN_PATH = '/inn';
export const SIGN_IN_RETURN_PATH = '/inn/tilbake';
export const SIGN_OUT_PATH = '/ut';
/** The one route of the house that the sign-in service may show in a frame. */
export const FRONT_CHANNEL_PATH = '/ut/front';

/** Why a session ended, as it stands in the address of the sign-in page: one of these words and nothing of anybody. */
const SIGNED_OUT: Readonly<Record<string, string>> = { 'session.idle': 'pause', 'session.expired': 'dagen', 'session.disabled': 'stengt' };

/** The word for a session's refusal; undefined where there was no session to end. */
export function signedOutWord(code: string): string | undefined {
  return Object.hasOwn(SIGNED_OUT, code) ? SIGNED_OUT[code] : undefined;
}

/** The refusal that a word in the address stands for; undefined for any other word. */
export function signedOutCode(word: string | undefined): string | undefined {
  return Object.keys(SIGNED_OUT).find((code) => SIGNED_OUT[code] === word);
}

export type HouseAddresses = { readonly redirectUri: string; readonly postLogoutRedirectUri: string; readonly frontChannelLogoutUri: string };

/** The addresses that are registered with an issuer for a house at this origin, e.g. `http://127.0.0.1:3001`. */
export function houseAddresses(houseUrl: string): HouseAddresses {
  const at = (path: string): string => new URL(path, houseUrl).href;
  return { redirectUri: at(SIGN_IN_RETURN_PATH), postLogoutRedirectUri: at(SIGN_OUT_PATH), frontChannelLogoutUri: at(FRONT_CHANNEL_PATH) };
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|.*\.localhost|\[::1\])$/;

/** Whether an address may be spoken to: https anywhere, plain http only on this machine. */
export function safeScheme(address: URL): boolean {
  return address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.test(address.hostname));
}

/** Whether two texts name the same issuer; a slash at the end of a bare host makes no difference. */
export function sameIssuer(one: string, other: string): boolean {
  return one === other || (URL.canParse(one) && new URL(one).href === URL.parse(other)?.href);
}

const LONGEST_PATH = 500;

/**
 * The page to open after sign-in, or `/`. Only a path of the house: another host (`//evil`, `/\evil`), a control
 * character and the sign-in routes themselves become `/`.
 */
export function safeReturnPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > LONGEST_PATH || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  const path = asked.split(/[?#]/)[0] ?? '';
  const ours = [SIGN_IN_PATH, SIGN_OUT_PATH].some((start) => path === start || path.startsWith(`${start}/`));
  return ours || asked.includes('\\') ? '/' : asked;
}

/** Where somebody proves anew who they are, and comes back. @param returnTo a path of ours */
export function freshSignIn(returnTo: string): string {
  return `${SIGN_IN_PATH}?${new URLSearchParams({ ny: '1', til: returnTo }).toString()}`;
}
