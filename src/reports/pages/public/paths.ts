import { LANGUAGES, type Lang } from '../../../kernel/texts.ts';

/** Addresses of the public site. They say nothing about what it is for, and are the same words in each language. */
export const PUBLIC_PAGES = {
  home: '',
  form: 'meld',
  followUp: 'kvittering',
  privacy: 'personvern',
  accessibility: 'tilgjengelighet',
  cannotHide: 'spor',
} as const;
export type PublicPageName = keyof typeof PUBLIC_PAGES;

/** The address of a page: bokmål at the root, the others under their language, e.g. `/meld`, `/nn/meld`, `/en`. */
export function path(lang: Lang, name: PublicPageName): string {
  const slug = PUBLIC_PAGES[name];
  if (lang === 'nb') return `/${slug}`;
  return slug === '' ? `/${lang}` : `/${lang}/${slug}`;
}

/** The same page in each language. */
export function inEachLanguage(name: PublicPageName): { lang: Lang; href: string }[] {
  return LANGUAGES.map((lang) => ({ lang, href: path(lang, name) }));
}
