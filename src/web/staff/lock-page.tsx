import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { signInLink } from '../../staff/sign-in/pages/views.tsx';
import { keptTexts } from '../kept-texts.ts';
import { Button, LinkButton } from '../ui/buttons.tsx';
import { Document } from '../ui/document.tsx';
import { Form, PageHead, Prose, Quiet, Row } from '../ui/layout.tsx';

export type LockPageProps = { readonly lang: Lang; /** whoever is signed in; empty where that is not known */ readonly name: string; readonly returnTo: string; readonly kept: boolean };

/** Covers the page of a shared machine. The same person goes on after a new sign-in; another begins afresh. */
export function LockPage({ lang, name, returnTo, kept }: LockPageProps): ReactElement {
  const t = keptTexts[lang];
  return (
    <Document lang={lang} title={t.lockedHeading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <PageHead heading={t.lockedHeading} lead={name === '' ? t.lockedLead : `${t.lockedWho(name)} ${t.lockedLead}`} />
        <Prose>
          {kept ? <p>{t.lockedKept}</p> : null}
          <p><LinkButton href={signInLink({ fresh: true, returnTo })} variant="primary">{t.unlock}</LinkButton></p>
          <Row>
            <LinkButton href={signInLink({ fresh: true })} variant="tertiary">{t.other}</LinkButton>
            <Form action="/ut"><Button variant="tertiary">{t.signOut}</Button></Form>
          </Row>
          <p><Quiet>{t.otherHint}</Quiet></p>
        </Prose>
      </main>
    </Document>
  );
}

/** Sent when nobody was signed in any more: what was written waits behind a new sign-in, to which this page leads by itself. */
export function EndedPage({ lang, on, kept }: { lang: Lang; on: string; kept: boolean }): ReactElement {
  const t = keptTexts[lang];
  return (
    <Document lang={lang} title={t.endedHeading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <PageHead heading={t.endedHeading} lead={kept ? t.lockedKept : undefined} />
        <Prose><p><LinkButton href={on} variant="primary">{t.signIn}</LinkButton></p></Prose>
      </main>
    </Document>
  );
}

/** Sent from a page of somebody else's: nothing was done, and nothing of it is shown. */
export function AnothersPage({ lang, kept }: { lang: Lang; kept: boolean }): ReactElement {
  const t = keptTexts[lang];
  return (
    <Document lang={lang} title={t.anotherHeading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <PageHead heading={t.anotherHeading} lead={t.anotherLead} />
        <Prose>
          {kept ? <p>{t.anotherKept}</p> : null}
          <p><LinkButton href="/" variant="primary">{t.home}</LinkButton></p>
        </Prose>
      </main>
    </Document>
  );
}
