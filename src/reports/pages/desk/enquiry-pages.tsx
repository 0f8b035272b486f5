import type { ReactElement } from 'react';
import { isUuid } from '../../../kernel/ids.ts';
import type { Lang } from '../../../kernel/texts.ts';
import type { Enquiries, EnquiryLine, OpenEnquiry } from '../../commands/enquiries.ts';
import { ENQUIRY_FIELDS } from '../../enquiry.ts';
import { enquiryTexts } from '../../texts/enquiry.ts';
import { refusalText } from '../../../web/refusals.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Field, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Row, Stack, Written } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Alert, Card, Details } from '../../../web/ui/surfaces.tsx';
import { INBOX } from '../reception/paths.ts';
import { ENQUIRIES, enquiryPath, enquiryReadPath, PHONE, TALK_FIELD } from './paths.ts';

const FORM_ID = 'notat';

/** The one answer, large, and room to note the talk. The page is the same whatever name is written. */
export function EnquiryPage({ enquiryId, request }: { enquiryId: string; request: StaffRequest }): ReactElement {
  const { lang, refused, form, query } = request;
  const t = enquiryTexts[lang];
  const talk = talkOf(request);
  const fault = (field: string) => faultAt(request, field);
  const id = refused === undefined || refused.code === 'already_noted' ? enquiryId : form.one('enquiryId');
  return (
    <StaffPage request={request} title={t.heading} current="reception" faults={faultsOf(request, ENQUIRY_FIELDS)}>
      <PageHead heading={t.line} lead={t.lineWhen} action={talk === undefined ? <LinkButton href={INBOX} small>{t.toInbox}</LinkButton> : <LinkButton href={`${PHONE}/${talk}`} small>{t.back}</LinkButton>} />
      <Stack>
        {query.get('gjort') === NOTED ? <Alert kind="success" heading={t.noted} /> : null}
        <Card heading={t.heading} symbol="note">
          <p>{t.lead}</p>
          <Form action={ENQUIRIES} id={FORM_ID} hidden={{ enquiryId: id, ...(talk === undefined ? {} : { [TALK_FIELD]: talk }) }}>
            <Field name="who" label={t.who} value={form.one('who')} error={fault('who')} />
            <Field name="from" label={t.from} value={form.one('from')} error={fault('from')} />
            <Field name="number" label={t.number} inputMode="tel" size={24} value={form.one('number')} error={fault('number')} />
            <Field name="about" label={t.about} value={form.one('about')} error={fault('about')} />
            <TextArea name="said" label={t.said} rows={4} value={form.one('said')} error={fault('said')} />
            <FormActions><Button>{t.send}</Button></FormActions>
          </Form>
        </Card>
      </Stack>
    </StaffPage>
  );
}

/** Said in the address after it was noted (`?gjort=`), or read. */
export const NOTED = 'notert';
export const READ = 'lest';

/** What was noted, and a line of what was done about it. */
export function OpenEnquiryPage({ model, request }: { model: OpenEnquiry; request: StaffRequest }): ReactElement {
  const { lang, form } = request;
  const t = enquiryTexts[lang];
  const { enquiry, read } = model;
  const facts = ENQUIRY_FIELDS.flatMap((name): Fact[] => (enquiry[name] === '' ? [] : [{ term: t[name], value: <Written text={enquiry[name]} /> }]));
  return (
    <StaffPage request={request} title={t.heading} current="reception" faults={faultsOf(request, ['done'])}>
      <PageHead heading={t.heading} action={<LinkButton href={INBOX} small>{t.toInbox}</LinkButton>} />
      <Stack>
        {request.query.get('gjort') === READ ? <Alert kind="success" heading={t.nowRead} /> : null}
        <DescriptionList items={[{ term: t.writtenAt, value: momentWords(model.writtenAt, lang) }, { term: t.writtenBy, value: model.writtenBy ?? t.somebody }, ...facts]} />
        {read === undefined ? (
          <Form action={enquiryReadPath(model.enquiryId)} id={FORM_ID}>
            <Field name="done" label={t.done} description={t.doneHint} required value={form.one('done')} error={faultAt(request, 'done')} />
            <FormActions><Button>{t.markRead}</Button></FormActions>
          </Form>
        ) : <Card><DescriptionList items={[{ term: t.readBy, value: read.by ?? t.somebody }, { term: t.readAt, value: momentWords(read.at, lang) }, { term: t.wasDone, value: <Written text={read.done} /> }]} /></Card>}
      </Stack>
    </StaffPage>
  );
}

/** Small, in the inbox of those who read them. Nothing of what was said stands there. */
export function EnquiryList({ enquiries, lang }: { enquiries: Enquiries; lang: Lang }) {
  const t = enquiryTexts[lang];
  if (enquiries.unread.length + enquiries.read.length === 0) return null;
  const lines = (all: readonly EnquiryLine[]) => <Stack gap="xs">{all.map((one) => <p key={one.enquiryId}><TextLink href={enquiryPath(one.enquiryId)}>{t.by(momentWords(one.at, lang), one.by ?? t.somebody)}</TextLink></p>)}</Stack>;
  if (enquiries.unread.length === 0) return <Details summary={`${t.list}: ${t.readOnes(enquiries.read.length).toLocaleLowerCase(lang)}`}>{lines(enquiries.read)}</Details>;
  return (
    <Card heading={t.list} symbol="phone" tone="tinted">
      <p>{t.listLead}</p>
      {lines(enquiries.unread)}
      {enquiries.read.length === 0 ? null : <Row><Details summary={t.readOnes(enquiries.read.length)}>{lines(enquiries.read)}</Details></Row>}
    </Card>
  );
}

function faultAt({ refused, lang }: StaffRequest, field: string): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : refusalText(lang, code, enquiryTexts[lang]);
}

function faultsOf(request: StaffRequest, fields: readonly string[]) {
  const { refused, lang } = request;
  if (refused === undefined) return [];
  const links = fields.flatMap((field) => {
    const text = faultAt(request, field);
    return text === undefined ? [] : [{ field, text }];
  });
  return links.length > 0 ? links : [{ field: FORM_ID, text: refusalText(lang, refused.code, enquiryTexts[lang]) }];
}

function talkOf({ query, form }: StaffRequest): string | undefined {
  const id = form.one(TALK_FIELD) || query.get(TALK_FIELD) || '';
  return isUuid(id) ? id : undefined;
}
