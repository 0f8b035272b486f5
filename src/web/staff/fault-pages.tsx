import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Document } from '../ui/document.tsx';
import { PageHead, Written } from '../ui/layout.tsx';
import { Card } from '../ui/surfaces.tsx';
import { TextLink } from '../ui/buttons.tsx';
import { faultTexts } from './texts.ts';

/** Where cases stand: whoever is proposed as case lead finds the reason here, and so does everybody else. */
const A_CASE = '/saker/';

type PlainProps = { lang: Lang; heading: string; lead: string; typed?: readonly string[] };

function Plain({ lang, heading, lead, typed = [] }: PlainProps): ReactElement {
  return (
    <Document lang={lang} title={heading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <PageHead heading={heading} lead={lead} />
        {typed.length === 0 ? null : (
          <Card heading={faultTexts[lang].typed} level={2}>
            <p>{faultTexts[lang].typedLead}</p>
            {typed.map((text, at) => <Written key={at} text={text} />)}
          </Card>
        )}
        <p><TextLink href="/">{faultTexts[lang].home}</TextLink></p>
      </main>
    </Document>
  );
}

/** For what does not exist and for what one may not see: the same bytes. */
export function MissingPage({ lang, path }: { lang: Lang; /** the address that was asked for: the words follow it, and never what is there */ path?: string }): ReactElement {
  const t = faultTexts[lang];
  return <Plain lang={lang} heading={t.missing} lead={path?.startsWith(A_CASE) === true ? `${t.missingLead} ${t.missingCase}` : t.missingLead} />;
}

/** The database went away in the middle: nobody knows whether it was saved. `typed`: what was posted. */
export function LostPage({ lang, typed }: { lang: Lang; typed: readonly string[] }): ReactElement {
  return <Plain lang={lang} typed={typed} heading={faultTexts[lang].lost} lead={faultTexts[lang].lostLead} />;
}

/** More files or searches at once than anybody looks at. */
export function HastePage({ lang }: { lang: Lang }): ReactElement {
  return <Plain lang={lang} heading={faultTexts[lang].haste} lead={faultTexts[lang].hasteLead} />;
}

export function BrokenPage({ lang, id, typed }: { lang: Lang; id: string; typed: readonly string[] }): ReactElement {
  return <Plain lang={lang} typed={typed} heading={faultTexts[lang].broken} lead={`${faultTexts[lang].brokenLead} ${id}`} />;
}
