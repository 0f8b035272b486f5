import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { CHANNEL } from '../../reports/codes.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import { WorkList, type WorkItem } from '../../web/ui/work.tsx';
import type { FoundCase, FoundReport, SearchResult } from '../queries/search.ts';
import { searchTexts } from '../texts/search-page.ts';
import { caseTexts } from '../texts.ts';
import { FORM_ID, refusalWords } from './faults.ts';
import { casePath, EMERGENCY, INBOX, SEARCH } from './paths.ts';

/** One box, sent with a form that leaves nothing in the address; what is found stands below it. */
export function SearchPage({ result, request }: { result: SearchResult | undefined; request: StaffRequest }): ReactElement {
  const { lang, refused, form, person } = request;
  const t = searchTexts[lang];
  const faults = refused === undefined ? [] : [{ field: FORM_ID, text: refusalWords(refused.code, lang) }];
  const emergency = person.roles.includes('TEAMMEDLEM') || person.roles.includes('MOTTAK');
  return (
    <StaffPage request={request} title={t.heading} more="search" faults={faults}>
      <PageHead heading={t.heading} lead={t.lead} />
      <Stack>
        <Form action={SEARCH} id={FORM_ID}>
          <Field name="term" label={t.term} description={t.hint} value={form.one('term')} first={result === undefined} />
          <FormActions><Button>{t.go}</Button></FormActions>
        </Form>
        {result === undefined ? null : <Found result={result} lang={lang} />}
        <p><Quiet>{t.noted}</Quiet></p>
        {emergency ? <p>{t.emergency} <TextLink href={EMERGENCY}>{t.toEmergency}</TextLink></p> : null}
      </Stack>
    </StaffPage>
  );
}

function Found({ result, lang }: { result: SearchResult; lang: Lang }) {
  const t = searchTexts[lang];
  const { cases, reports, more } = result;
  if (cases.length + reports.length === 0) return <EmptyState heading={t.none} symbol="ring"><p>{t.noneLead}</p></EmptyState>;
  return (
    <>
      {cases.length === 0 ? null : <Section heading={t.cases}><WorkList label={t.cases} items={cases.map((one) => caseItem(one, result, lang))} /></Section>}
      {reports.length === 0 ? null : <Section heading={t.reports}><WorkList label={t.reports} items={reports.map((one) => reportItem(one, lang))} /></Section>}
      {more ? <p><Quiet>{t.more}</Quiet></p> : null}
    </>
  );
}

function caseItem({ fileId, reference, alias, status, akutt, owner, mustDeclare, around }: FoundCase, { municipalities }: SearchResult, lang: Lang): WorkItem {
  const t = searchTexts[lang];
  const said = [caseTexts[lang][`status.${status}`], ...(around ? [t.around] : []), ...(mustDeclare ? [t.question] : [])];
  return {
    id: fileId, href: casePath(fileId), title: t.caseOf(reference, alias), reason: said.join(' · '), meta: owner === undefined ? undefined : municipalities[owner], symbol: mustDeclare ? 'shield' : 'doc',
    tags: akutt ? <Tag tone="life">{t.akutt}</Tag> : undefined,
  };
}

function reportItem({ fileId, reference, channel, receivedAt, urgent }: FoundReport, lang: Lang): WorkItem {
  const t = searchTexts[lang];
  return {
    id: fileId, href: `${INBOX}/${fileId}`, title: t.reportOf(reference), symbol: urgent ? 'bell' : 'doc', tags: urgent ? <Tag tone="life">{t.akutt}</Tag> : undefined,
    reason: `${momentWords(receivedAt, lang)} · ${CHANNEL.is(channel) ? CHANNEL.label(channel, lang) : channel}`,
  };
}
