import type { ReactElement, ReactNode } from 'react';
import type { FileId } from '../../kernel/ids.ts';
import { keepTyped } from '../../web/kept-page.tsx';
import { NotHere, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Stack } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { adviceTexts } from '../texts/advice-page.ts';
import { adviceForm, adviseOnReport, type AdviceForm } from '../commands/advise-only.ts';
import { caseTexts } from '../texts.ts';
import { faultAt, faultLinks, FORM_ID } from './faults.ts';
import { keptPage } from './kept-page.tsx';
import { ADVICE, casePath, INBOX } from './paths.ts';

/** For the page of a report (web/routes.ts): the short way to closing. For whoever may not open a case from it there is no such part. */
export async function adviceBeside(request: StaffRequest, reportId: FileId): Promise<ReactNode> {
  const found = await request.door.enter(adviceForm, request.person, { reportId });
  if (!found.ok) return null;
  return <Details summary={adviceTexts[request.lang].summary}><AdviceFields form={found.value} reportId={reportId} request={request} fresh /></Details>;
}

type Fields = { readonly form: AdviceForm; readonly reportId: string; readonly request: StaffRequest; readonly fresh?: boolean };

function AdviceFields({ form, reportId, request, fresh = false }: Fields) {
  const { lang } = request;
  const refused = fresh ? undefined : request.refused;
  const typed = (name: string) => (fresh ? '' : request.form.one(name));
  const t = adviceTexts[lang];
  const words = caseTexts[lang];
  return (
    <Form action={ADVICE} hidden={{ report: reportId }}>
      <Stack gap="s">
        <p><Quiet>{t.lead}</Quiet></p>
        <TextArea name="advice" label={words['field.advice']} rows={3} required value={typed('advice')} error={faultAt(refused, 'advice', lang)} />
        {form.colleagues.length === 0 ? null : (
          <Select name="confirmer" label={words['field.confirmer']} description={words['help.confirmer']} optional value={typed('confirmer')} error={faultAt(refused, 'confirmer', lang)} empty={t.coordinators}
            options={form.colleagues.map(({ userId, name, unit }) => ({ value: userId, label: `${name} – ${unit}` }))} />
        )}
        <FormActions><Button variant="secondary" wide>{t.submit}</Button></FormActions>
      </Stack>
    </Form>
  );
}

/** A form that was refused, with all that was written. */
const again: StaffRoute = {
  maker: 'show', method: 'GET', path: ADVICE, access: adviceForm.name,
  handle: async (request) => {
    const reportId = request.form.one('report');
    const found = await request.door.enter(adviceForm, request.person, { reportId });
    if (!found.ok) throw new NotHere(found.code);
    return { kind: 'page', status: 422, page: <AdvicePage form={found.value} reportId={reportId} request={request} /> };
  },
};

function AdvicePage({ form, reportId, request }: Omit<Fields, 'fresh'>): ReactElement {
  const { lang, refused } = request;
  const t = adviceTexts[lang];
  return (
    <StaffPage request={request} title={t.summary} current="reception" faults={faultLinks(refused, ['advice', 'confirmer'], lang)}>
      <PageHead heading={t.summary} />
      <div id={FORM_ID}><AdviceFields form={form} reportId={reportId} request={request} /></div>
      <p><TextLink href={`${INBOX}/${reportId}`}>{t.toReport}</TextLink></p>
    </StaffPage>
  );
}

const advise = keepTyped(submit({
  path: ADVICE, command: adviseOnReport, again,
  input: ({ form }) => ({ reportId: form.one('report'), advice: form.one('advice'), confirmer: form.one('confirmer') }),
  then: ({ fileId }) => casePath(fileId, 'oversikt', 'adviseOnly'),
}), keptPage);

export const ADVICE_ROUTES: readonly StaffRoute[] = [advise];
