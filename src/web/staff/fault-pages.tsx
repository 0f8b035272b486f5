import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Document } from '../ui/document.tsx';
import { PageHead } from '../ui/layout.tsx';
import { TextLink } from '../ui/buttons.tsx';
import { faultTexts } from './texts.ts';

function Plain({ lang, heading, lead }: { lang: Lang; heading: string; lead: string }): ReactElement {
  return (
    <Document lang={lang} title={heading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <PageHead heading={heading} lead={lead} />
        <p><TextLink href="/">{faultTexts[lang].home}</TextLink></p>
      </main>
    </Document>
  );
}

/** For what does not exist and for what one may not see: the same bytes. */
export function MissingPage({ lang }: { lang: Lang }): ReactElement {
  return <Plain lang={lang} heading={faultTexts[lang].missing} lead={faultTexts[lang].missingLead} />;
}

/** The database went away in the middle: nobody knows whether it was saved. */
export function LostPage({ lang }: { lang: Lang }): ReactElement {
  return <Plain lang={lang} heading={faultTexts[lang].lost} lead={faultTexts[lang].lostLead} />;
}

/** More files or searches at once than anybody looks at. */
export function HastePage({ lang }: { lang: Lang }): ReactElement {
  return <Plain lang={lang} heading={faultTexts[lang].haste} lead={faultTexts[lang].hasteLead} />;
}

export function BrokenPage({ lang, id }: { lang: Lang; id: string }): ReactElement {
  return <Plain lang={lang} heading={faultTexts[lang].broken} lead={`${faultTexts[lang].brokenLead} ${id}`} />;
}
