import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { webTexts } from '../texts.ts';
import { DemoBanner } from './demo-banner.tsx';
import { Document } from './document.tsx';
import { NoNet } from './no-net.tsx';
import { QuickExit } from './quick-exit.tsx';
import type { UrgentPhone } from './urgent-box.tsx';
import { UrgentBox } from './urgent-box.tsx';
import { useWords } from './words.tsx';

export type PageLink = { label: string; href: string; current?: boolean | undefined };
/** `se`: Northern Sámi, where its texts have been approved */
export type LanguageLink = { lang: Lang | 'se'; href: string };

export type PublicRegion = {
  /** the name the region shows, e.g. «Voksenvern Nordfjella» */
  name: string;
  /** address of its front page in this language, e.g. `/`, `/nn`, `/en` */
  home: string;
  /** numbers to call now, with their opening hours; 112 and 113 come by themselves */
  phones: readonly UrgentPhone[];
};

export type PublicShellProps = {
  lang: Lang;
  /** the language of the words, where it is one that only some pages have */
  spoken?: 'se' | undefined;
  region: PublicRegion;
  /** title of tab and history; default «Informasjon og kontakt». Must say nothing about violence. */
  title?: string | undefined;
  /** the same page in each language */
  languages: readonly LanguageLink[];
  /** the pages of the site, beside the region's name */
  pages?: readonly PageLink[] | undefined;
  footer: readonly PageLink[];
  /** the draft to forget when somebody leaves */
  exitToken?: string | undefined;
  /** how many faults the page shows; the title then says so first, for those who listen */
  faults?: number | undefined;
  demo?: boolean | undefined;
  children: ReactNode;
};

const LANGUAGE_NAMES: Readonly<Record<LanguageLink['lang'], string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English', se: 'Davvisámegiella' };

/** A whole public page: region and «Forlat siden» on top, then what to do in danger, then the page's own `children` in `<main>`. */
export function PublicShell(props: PublicShellProps) {
  const words = webTexts[props.lang];
  const title = props.title ?? words.neutralTitle;
  return (
    <Document lang={props.lang} spoken={props.spoken} title={(props.faults ?? 0) > 0 ? words.faultTitle(title) : title} css="public.css" scripts={['exit.js']}>
      <a className="vv-skip" href="#innhold">{words.skip}</a>
      <header className="vv-top">
        <a className="vv-brand" href={props.region.home}>{props.region.name}<span className="ds-sr-only">. {words.frontPage}</span></a>
        <QuickExit token={props.exitToken} />
      </header>
      {props.demo === true ? <DemoBanner open /> : null}
      <div className="vv-public">
        <UrgentBox phones={props.region.phones} />
        <Links pages={props.pages ?? []} />
        <main id="innhold" tabIndex={-1}>{props.children}</main>
      </div>
      <Footer {...props} />
      <NoNet />
    </Document>
  );
}

function Links({ pages }: { pages: readonly PageLink[] }) {
  const words = useWords();
  if (pages.length === 0) return null;
  return (
    <nav className="vv-pages" aria-label={words.pageMenu}>
      <ul>
        {pages.map((page) => <li key={page.href}><a href={page.href} aria-current={page.current === true ? 'page' : undefined}>{page.label}</a></li>)}
      </ul>
    </nav>
  );
}

function Footer({ region, footer, languages, lang, spoken }: PublicShellProps) {
  const words = useWords();
  return (
    <footer className="vv-footer">
      <div>
        <p className="vv-footer-name">{region.name}</p>
        <nav aria-label={words.footer}>
          <ul>{footer.map((link) => <li key={link.href}><a href={link.href} aria-current={link.current === true ? 'page' : undefined}>{link.label}</a></li>)}</ul>
        </nav>
        <nav aria-label={words.language}>
          <ul>
            {languages.map((link) => (
              <li key={link.lang}><a href={link.href} lang={link.lang} hrefLang={link.lang} aria-current={link.lang === (spoken ?? lang) ? 'true' : undefined}>{LANGUAGE_NAMES[link.lang]}</a></li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
