import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Columns, Form, FormActions, PageHead, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card, Heading, Tag } from '../../web/ui/surfaces.tsx';
import { siteForm } from '../form.ts';
import type { Typed } from '../hours-form.ts';
import { regionTexts } from '../texts/page.ts';
import type { SiteDraft } from '../queries.ts';
import { faultLinks, faultsOf } from './faults.ts';
import { DONE, PREVIEW, PUBLISH, SITE, STAFF_RESERVE } from './paths.ts';
import { SiteFields } from './site-fields.tsx';
import { siteLabels } from './site-labels.ts';

const STATUS_ID = 'publisering';

/** Where the coordinator edits what the public sees. */
export function SitePage({ draft, request }: { draft: SiteDraft; request: StaffRequest }): ReactElement {
  const { lang, refused } = request;
  const t = regionTexts[lang];
  const labels = siteLabels(draft.members, lang);
  const typed = refused !== undefined && request.path === SITE ? typedIn(request) : siteForm(draft.site);
  return (
    <StaffPage request={request} title={t.site} more="region" faults={faultLinks(refused, lang, labels, STATUS_ID)}>
      <PageHead heading={t.site} lead={t.siteLead} action={<LinkButton href={PREVIEW} symbol="eye">{t.preview}</LinkButton>} />
      <Stack>
        <Done request={request} />
        <Columns asideFirst aside={<Status draft={draft} labels={labels} request={request} />}>
          <Form action={SITE} hidden={{ changedAt: draft.changedAt }}>
            <SiteFields typed={typed} faults={faultsOf(refused, lang)} labels={labels} members={draft.members} lang={lang} />
            <FormActions><Button>{t.save}</Button><LinkButton href={`#${STATUS_ID}`} variant="tertiary">{t.toReady}</LinkButton></FormActions>
          </Form>
        </Columns>
      </Stack>
    </StaffPage>
  );
}

/** What stood in the fields when the form was sent; of a field that came twice, the first. */
export function typedIn(request: StaffRequest): Typed {
  return Object.fromEntries(new Map(request.form.pairs.toReversed()));
}

function Done({ request }: { request: StaffRequest }) {
  const t = regionTexts[request.lang];
  const done = request.query.get('gjort');
  if (request.refused !== undefined || (done !== DONE.saved && done !== DONE.published)) return null;
  return <Alert kind="success"><p>{done === DONE.saved ? t.doneSaved : t.donePublished}</p></Alert>;
}

/** Where the draft stands, what is missing before the form may open, and the one button that shows it to the world. */
function Status({ draft, labels, request }: { draft: SiteDraft; labels: Typed; request: StaffRequest }) {
  const { lang } = request;
  const t = regionTexts[lang];
  return (
    <Card heading={t.status} tone="tinted" id={STATUS_ID}>
      <Stack gap="s">
        {request.refused?.code === 'changed_meanwhile' ? <Alert kind="warning"><p>{t.changed}</p><p><TextLink href={SITE}>{t.changedLink}</TextLink></p></Alert> : null}
        <p><Tag tone={draft.publishedOpen ? 'success' : 'neutral'} symbol={draft.publishedOpen ? 'check' : 'pause'}>{draft.publishedOpen ? t.formIsOpen : t.formIsClosed}</Tag></p>
        <p>{draft.publishedAt === undefined ? t.neverPublished : t.publishedAt(momentWords(draft.publishedAt, lang))} {draft.unpublished ? t.unpublished : t.allPublished}</p>
        <Missing fields={draft.missing} labels={labels} lang={lang} />
        <Form action={PUBLISH}><FormActions><Button variant={draft.unpublished ? 'primary' : 'secondary'}>{t.publish}</Button></FormActions></Form>
        <p><TextLink href={`//${draft.host}/`}>{t.openSite}</TextLink></p>
      </Stack>
    </Card>
  );
}

function Missing({ fields, labels, lang }: { fields: readonly string[]; labels: Typed; lang: Lang }) {
  const t = regionTexts[lang];
  if (fields.length === 0) return <p>{t.ready}</p>;
  return (
    <div>
      <Heading level={3} size="s">{t.notReady}</Heading>
      <ul>
        {fields.map((field) => <li key={field}>{field === 'reserve' ? <a className="ds-link" id="reserve" href={STAFF_RESERVE}>{t.reserveMissing}</a> : <TextLink href={`#${field}`}>{labels[field] ?? field}</TextLink>}</li>)}
      </ul>
    </div>
  );
}
