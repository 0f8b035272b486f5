import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lang } from '../../kernel/texts.ts';
import type { AssetName } from '../assets.ts';
import { assetPath } from '../assets.ts';
import { InLanguage } from './words.tsx';

export type Refresh = string | { readonly from: string; readonly seconds: number };

export type DocumentProps = {
  lang: Lang;
  /** the language of the words, where it is one that only some pages have */
  spoken?: 'se' | undefined;
  /** shown in the tab, the history and the task switcher: on public pages it says nothing about violence */
  title: string;
  css: 'public.css' | 'staff.css';
  scripts?: readonly AssetName[] | undefined;
  /** fetched anew from there, in a browser without scripts: every minute, or as often as it says */
  refresh?: Refresh | undefined;
  children: ReactNode;
};

/** A plain sand-coloured square: no drawing that could tell a stranger what the tab is. Inline, so that no request is made for it. */
const ICON = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"%3E%3Crect width="16" height="16" rx="4" fill="%23cfc4b6"/%3E%3C/svg%3E';

/** A whole HTML document. Robots stay away, and nothing is loaded from anywhere else. */
export function Document({ lang, spoken, title, css, scripts, refresh, children }: DocumentProps) {
  return (
    <html lang={spoken ?? lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={assetPath(css)} />
        {refresh === undefined ? null : <noscript><meta httpEquiv="refresh" content={typeof refresh === 'string' ? `60; url=${refresh}` : `${refresh.seconds}; url=${refresh.from}`} /></noscript>}
        {(scripts ?? []).map((script) => <script key={script} src={assetPath(script)} defer />)}
      </head>
      <body>
        <InLanguage lang={lang}>{children}</InLanguage>
      </body>
    </html>
  );
}

/** The HTML of a document, ready to send. */
export function renderDocument(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
