import type { Context } from 'hono';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';

const COOKIE = /(?:^|;\s*)__Host-l=(nb|nn|en)(?:;|$)/;

/** The written language a member of staff chose; a cookie holds it, bokmål when there is none. */
export function languageOf(c: Context): Lang {
  const chosen = COOKIE.exec(c.req.header('cookie') ?? '')?.[1];
  return LANGUAGES.find((lang) => lang === chosen) ?? 'nb';
}

export function languageCookie(lang: Lang): string {
  return `__Host-l=${lang}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000`;
}
