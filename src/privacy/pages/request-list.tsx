import type { ReactElement } from 'react';
import { daysBetween, type Day } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { Details, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { IDENTITY, REQUESTER } from '../codes.ts';
import type { RequestLine, RequestList } from '../queries/requests.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, PrivacyPage, valueOf } from './frame.tsx';
import { requestPath, REQUESTS } from './paths.ts';

const FORM_ID = 'nytt-krav';
/** Of the answered ones these are in sight; all the others are folded away below, and none is left out: proof of an answer is asked for years later (GDPR art. 5 no. 2). */
const NEWEST = 20;

/** Who has asked, and by when they are to be answered. */
export function RequestListPage({ model, request }: { model: RequestList; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  const labels = { requester: t.requester, name: t.name, about: t.about, asks: t.asks, receivedOn: t.receivedOn, reach: t.reach, identity: t.identity, identityHow: t.identityHow };
  const open = model.lines.filter((line) => line.answeredOn === undefined);
  const answered = model.lines.filter((line) => line.answeredOn !== undefined);
  return (
    <PrivacyPage request={request} title={t.requests} lead={t.requestsLead} part="requests" labels={labels} formId={FORM_ID}>
      <Section heading={t.openOnes}><Lines lines={open} model={model} lang={lang} caption={t.openOnes} /><p><Quiet>{t.dueSource}</Quiet></p></Section>
      <Answered lines={answered} model={model} lang={lang} />
      {model.mayRegister ? <Section heading={t.newRequest} id={FORM_ID}><ScreenOnly><NewRequest model={model} request={request} /></ScreenOnly></Section> : null}
    </PrivacyPage>
  );
}

/** The newest in sight. */
export function Answered({ lines, model, lang }: { lines: readonly RequestLine[]; model: Pick<RequestList, 'now' | 'today'>; lang: Lang }): ReactElement | null {
  const t = privacyTexts[lang];
  const older = lines.slice(NEWEST);
  return lines.length === 0 ? null : (
    <Section heading={t.answeredOnes}>
      <Lines lines={lines.slice(0, NEWEST)} model={model} lang={lang} caption={t.answeredOnes} />
      {older.length === 0 ? null : <Details summary={t.olderOnes(older.length)}><Lines lines={older} model={model} lang={lang} caption={t.answeredOnes} /></Details>}
    </Section>
  );
}

function Lines({ lines, model: { now, today }, lang, caption }: { lines: readonly RequestLine[]; model: Pick<RequestList, 'now' | 'today'>; lang: Lang; caption: string }) {
  const t = privacyTexts[lang];
  return (
    <Table<RequestLine> caption={caption} captionHidden stacked rows={lines} rowKey={(row) => row.requestId} empty={t.noRequests} columns={[
      { key: 'came', label: t.received, rowHeader: true, cell: (row) => <TextLink href={requestPath(row.requestId)}>{t.open(shortDayWords(row.receivedOn, now, lang))}</TextLink> },
      { key: 'who', label: t.whoAsks, cell: (row) => REQUESTER.label(row.requester, lang) },
      { key: 'due', label: t.due, cell: (row) => <div>{shortDayWords(row.due, now, lang)} {row.answeredOn === undefined ? <DueTag due={row.due} today={today} lang={lang} /> : null}</div> },
      { key: 'answered', label: t.answered, cell: (row) => (row.answeredOn === undefined ? '–' : shortDayWords(row.answeredOn, now, lang)) },
    ]} />
  );
}

/** How many days are left; a clock of the law, so it says when it is over. */
export function DueTag({ due, today, lang }: { due: Day; today: Day; lang: Lang }) {
  const t = privacyTexts[lang];
  const left = daysBetween(today, due);
  return left < 0 ? <Tag tone="warning" symbol="alert">{t.late}</Tag> : <Tag tone={left < 8 ? 'warning' : 'neutral'} symbol="clock">{t.daysLeft(left)}</Tag>;
}

function NewRequest({ model, request }: { model: RequestList; request: StaffRequest }) {
  const { lang, refused, form } = request;
  const t = privacyTexts[lang];
  const id = refused !== undefined && refused.code !== 'already_registered' ? form.one('requestId') : model.newId;
  const field = (name: string, known = '') => ({ name, value: valueOf(request, name, known), error: faultOf(request, name) });
  return (
    <Form action={REQUESTS} hidden={{ requestId: id }}>
      <p>{t.newRequestLead}</p>
      <Select {...field('requester')} label={t.requester} required options={REQUESTER.codes.map((code) => ({ value: code, label: REQUESTER.label(code, lang) }))} />
      <Field {...field('name')} label={t.name} required />
      <Field {...field('about')} label={t.about} required />
      <DateField {...field('receivedOn', model.today)} label={t.receivedOn} required max={model.today} />
      <TextArea {...field('asks')} label={t.asks} rows={3} optional />
      <Details summary={t.more} open={refused !== undefined}>
        <TextArea {...field('reach')} label={t.reach} description={t.reachHint} rows={2} />
        <IdentityFields request={request} identity="IKKE_SJEKKET" how="" />
      </Details>
      <FormActions><Button>{t.register}</Button></FormActions>
    </Form>
  );
}

/** How we know who asks. */
export function IdentityFields({ request, identity, how }: { request: StaffRequest; identity: string; how: string }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  return (
    <>
      <Select name="identity" label={t.identity} empty={false} value={valueOf(request, 'identity', identity)} error={faultOf(request, 'identity')} options={IDENTITY.codes.map((code) => ({ value: code, label: IDENTITY.label(code, lang) }))} />
      <TextArea name="identityHow" label={t.identityHow} rows={2} value={valueOf(request, 'identityHow', how)} error={faultOf(request, 'identityHow')} optional />
    </>
  );
}
