import { LANGUAGES, type Lang } from '../../../kernel/texts.ts';
import type { Variety } from '../../form/content.ts';

/** Addresses of the public site. They say nothing about what it is for, and are the same words in each language. */
export const PUBLIC_PAGES = {
  home: '',
  form: 'meld',
  followUp: 'kvittering',
  addFile: 'kvittering/fil',
  share: 'dele',
  expert: 'svar',
  privacy: 'personvern',
  accessibility: 'tilgjengelighet',
  cannotHide: 'spor',
} as const;
export type PublicPageName = keyof typeof PUBLIC_PAGES;

/** The address of a page: bokmål at the root, the others under their language, easy-read below it: `/meld`, `/nn/meld`, `/en`, `/lett/meld`, `/en/lett`. */
export function path(lang: Lang, name: PublicPageName, variety: Variety = 'plain'): string {
  const parts = [variety === 'sami' ? 'se' : lang === 'nb' ? '' : lang, variety === 'easy' ? 'lett' : '', PUBLIC_PAGES[name]];
  return `/${parts.filter((part) => part !== '').join('/')}`;
}

/** The same page in each language, in the same kind of words. */
export function inEachLanguage(name: PublicPageName, variety?: Variety): { lang: Lang; href: string }[] {
  return LANGUAGES.map((lang) => ({ lang, href: path(lang, name, variety === 'easy' ? 'easy' : 'plain') }));
}
