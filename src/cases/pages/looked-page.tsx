import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Stack } from '../../web/ui/layout.tsx';
import { EmptyState } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { WhoLooked } from '../queries/models.ts';
import { LookedPart } from './looked-part.tsx';
import { LOOKED, lookedPath } from './paths.ts';

/** Who has looked at a case, for whoever is asked after a complaint and has only its reference. Nothing of the case stands here. */
export function LookedPage({ reference, looked, request }: { reference: string; looked: WhoLooked | undefined; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = casePageTexts[lang];
  return (
    <StaffPage request={request} title={t.looked} more="looked">
      <PageHead heading={t.looked} lead={t.lookedPageLead} />
      <Stack>
        <Form action={LOOKED} method="get" inline>
          <Field name="ref" label={t.reference} description={t.lookedReference} value={reference} size={14} />
          <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
        </Form>
        {looked !== undefined ? <LookedPart looked={looked} lang={lang} heading={t.caseTitle(looked.reference)} href={(page) => lookedPath(reference, page)} />
          : reference === '' ? null : <EmptyState heading={t.lookedUnknown} symbol="ring"><p>{t.lookedUnknownLead}</p></EmptyState>}
      </Stack>
    </StaffPage>
  );
}
