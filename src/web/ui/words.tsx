import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { webTexts } from '../texts.ts';

const LangContext = createContext<Lang>('nb');

/** Sets the language of every component inside. The shells do this; a page does not need to. */
export function InLanguage({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

/** The components' own words, in the language of the document they stand in. */
export function useWords(): (typeof webTexts)[Lang] {
  return webTexts[useContext(LangContext)];
}
