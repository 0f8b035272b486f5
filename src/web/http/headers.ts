import { ASSET_CACHING } from '../assets.ts';

/** Which site a reply belongs to: each has one policy, and no page may loosen it. */
export type Audience = 'public' | 'staff';

const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ');

const SHARED: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};

/** The headers of every page (tests/walls/headers checks each route). @param https whether the site is reached over TLS */
export function pageHeaders(https: boolean): Record<string, string> {
  return { ...SHARED, 'cache-control': 'no-store', ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}) };
}

/** Assets have their content's hash in the name and never change. */
export function assetHeaders(https: boolean): Record<string, string> {
  return { ...pageHeaders(https), 'cache-control': ASSET_CACHING };
}

/** The one page that the sign-in provider may frame, to end a session from its side. */
export function framedBy(https: boolean, providerOrigin: string): Record<string, string> {
  const headers = pageHeaders(https);
  delete headers['x-frame-options'];
  return { ...headers, 'content-security-policy': POLICY.replace("frame-ancestors 'none'", `frame-ancestors ${providerOrigin}`) };
}
