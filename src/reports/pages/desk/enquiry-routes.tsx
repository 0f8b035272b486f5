import { Kept, keepTyped } from '../../../web/kept-page.tsx';
import { show, submit, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import type { Fact } from '../../../web/ui/facts.tsx';
import { Written } from '../../../web/ui/layout.tsx';
import { newEnquiry, noteEnquiry, openEnquiry, readEnquiry } from '../../commands/enquiries.ts';
import { ENQUIRY_FIELDS } from '../../enquiry.ts';
import { enquiryTexts } from '../../texts/enquiry.ts';
import { INBOX } from '../reception/paths.ts';
import { EnquiryPage, NOTED, OpenEnquiryPage, READ } from './enquiry-pages.tsx';
import { ENQUIRIES, enquiryPath, enquiryReadPath, TALK_FIELD } from './paths.ts';

const fresh = show({ path: ENQUIRIES, query: newEnquiry, input: () => ({}), view: ({ enquiryId }, request) => <EnquiryPage enquiryId={enquiryId} request={request} /> });
const one = show({ path: enquiryPath(':id'), query: openEnquiry, input: ({ params }) => ({ enquiryId: params['id'] ?? '' }), view: (model, request) => <OpenEnquiryPage model={model} request={request} /> });

const note = keepTyped(submit({
  path: ENQUIRIES, command: noteEnquiry, again: fresh,
  input: ({ form }) => ({ enquiryId: form.one('enquiryId'), ...Object.fromEntries(ENQUIRY_FIELDS.map((name) => [name, form.one(name)])) }),
  then: (_, { form }) => `${ENQUIRIES}?${new URLSearchParams({ gjort: NOTED, ...(form.one(TALK_FIELD) === '' ? {} : { [TALK_FIELD]: form.one(TALK_FIELD) }) }).toString()}`,
}), kept);

const read = keepTyped(submit({
  path: enquiryReadPath(':id'), command: readEnquiry, again: one,
  input: ({ params, form }) => ({ enquiryId: params['id'] ?? '', done: form.one('done') }),
  then: (_, { params }) => `${enquiryPath(params['id'] ?? '')}?gjort=${READ}`,
}), kept);

export const ENQUIRY_ROUTES: readonly StaffRoute[] = [fresh, note, one, read];

function kept(request: StaffRequest, why: 'gone' | 'lost') {
  const { lang, form } = request;
  const t = enquiryTexts[lang];
  const typed = [...ENQUIRY_FIELDS, 'done' as const].flatMap((name): Fact[] => (form.one(name).trim() === '' ? [] : [{ term: t[name], value: <Written text={form.one(name)} /> }]));
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="reception" words={t} typed={typed} on={<TextLink href={INBOX}>{t.toInbox}</TextLink>} />;
}
