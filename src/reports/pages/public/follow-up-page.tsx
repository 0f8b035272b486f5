import { Button } from '../../../web/ui/buttons.tsx';
import { Field, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead } from '../../../web/ui/layout.tsx';
import { Card } from '../../../web/ui/surfaces.tsx';
import { Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { windowWordsOf, wordsOf } from './voice.ts';

export type FollowUpPageProps = PublicPage & {
  /** sealed token of the visit, posted as `skjema` */
  readonly token: string;
  /** no window has this code. It looks as calm as the window does, so that a guess learns nothing from the look of the answer. */
  readonly missing?: boolean;
  /** what was typed, to be corrected; leave out once the code was right, so that it does not stay on the screen */
  readonly typed?: string | undefined;
  /** too many ask at once: nobody looked yet, and the code is as good as it was */
  readonly busy?: boolean;
  /** stale: the page was not ours any more, press again · sent: it arrived, but the page was open for too long to show the window */
  readonly notice?: 'stale' | 'sent' | undefined;
  /** written in a window whose page was too old: it goes along to the window */
  readonly unsent?: string | undefined;
};

/** Type the code or the words, see the window. */
export function FollowUpPage(props: FollowUpPageProps) {
  const { lang, variety, token, typed, site, unsent, busy = false } = props;
  const t = wordsOf(props);
  const own = windowWordsOf(props);
  return (
    <Page {...props} name="followUp" title={t.followUpTitle} exitToken={token} writing={unsent !== undefined}>
      <PageHead heading={t.followHeading} lead={t.followLead} />
      {said(props).map(({ heading, about }) => <div className="vr-status" role="status" key={heading}><Card heading={heading} tone="tinted"><p>{about}</p></Card></div>)}
      <Form action={path(lang, 'followUp', variety)} hidden={{ skjema: token }}>
        <Field name="kode" label={t.codeLabel} description={t.codeHint} value={typed} size={24} />
        <FormActions><Button>{busy ? t.tryAgain : t.show}</Button></FormActions>
        {unsent === undefined ? null : <TextArea name="svar" label={own.unsent} description={own.unsentHint} value={unsent} rows={5} />}
      </Form>
      <p className="vr-after">{t.noCodeHelp} <PhoneLink number={site.phone.number} /></p>
    </Page>
  );
}

function said(props: FollowUpPageProps): { heading: string; about: string }[] {
  const t = wordsOf(props);
  const own = windowWordsOf(props);
  return [
    ...(props.notice === 'sent' ? [{ heading: own.sent, about: own.sentExpired }] : []),
    ...(props.notice === 'stale' ? [{ heading: own.again, about: own.againAbout }] : []),
    ...(props.missing === true ? [{ heading: t.status_none, about: t.status_none_about }] : []),
    ...(props.busy === true ? [{ heading: t.busyHeading, about: t.busy }] : []),
  ];
}
