import { Button } from '../../../web/ui/buttons.tsx';
import { Field } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead } from '../../../web/ui/layout.tsx';
import { Card } from '../../../web/ui/surfaces.tsx';
import { Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { publicTexts } from './texts.ts';

/** none: no window has this code. It looks like the others, so that a guess learns nothing from the look or the length of the answer. */
export type WindowStatus = 'received' | 'read' | 'closed' | 'none';

export type FollowUpPageProps = PublicPage & {
  readonly status?: WindowStatus | undefined;
  /** what was typed, to be corrected; leave out once the code was right, so that it does not stay on the screen */
  readonly typed?: string | undefined;
};

/** Type the code, see where the report stands. That there is a case is never shown. */
export function FollowUpPage(props: FollowUpPageProps) {
  const { lang, status, typed, site } = props;
  const t = publicTexts[lang];
  return (
    <Page {...props} name="followUp" title={t.followUpTitle}>
      <PageHead heading={t.followHeading} lead={t.followLead} />
      {status === undefined ? null : <Status lang={lang} status={status} />}
      <Form action={path(lang, 'followUp')}>
        <Field name="kode" label={t.codeLabel} description={t.codeHint} value={typed} size={24} />
        <FormActions><Button>{t.show}</Button></FormActions>
      </Form>
      <p className="vr-after">{t.noCodeHelp} <PhoneLink number={site.phone.number} /></p>
    </Page>
  );
}

function Status({ lang, status }: Pick<PublicPage, 'lang'> & { status: WindowStatus }) {
  const t = publicTexts[lang];
  return (
    <div className="vr-status" role="status">
      <Card heading={t[`status_${status}`]} tone="tinted">
        <p>{t[`status_${status}_about`]}</p>
      </Card>
    </div>
  );
}
