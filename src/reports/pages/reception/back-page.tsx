import type { ReactElement } from 'react';
import type { BackForm } from '../../queries/settle.ts';
import { settleTexts } from '../../texts/settle.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { Field, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Prose, Stack } from '../../../web/ui/layout.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { reportPath, sendBackPath } from './paths.ts';
import { settleFaults, settleLinks } from './settle-words.ts';

const TOP = 'tilbake';

/** T4, the receiver's no: why, and where there is danger, the phone first. */
export function BackPage({ model, request }: { model: BackForm; request: StaffRequest }): ReactElement {
  const { lang, form, refused } = request;
  const t = settleTexts[lang];
  const title = t.backTitle(model.reference);
  const faults = settleFaults(refused, lang);
  const box = (name: string) => ({ name, value: form.one(name), error: faults[name], required: true });
  return (
    <StaffPage request={request} title={title} current="reception" faults={settleLinks(refused, lang, TOP)}>
      <PageHead heading={title} lead={t.backLead} action={<TextLink href={reportPath(model.fileId)}>{t.toReport}</TextLink>} />
      {model.closed === undefined ? null : <Alert kind="warning" heading={t[model.closed]} />}
      <Prose>
        <Form action={sendBackPath(model.fileId)} id={TOP}>
          <Stack gap="s">
            {model.urgent ? <><Alert kind="life" heading={t.backPhone} /><Field {...box('phonedWho')} label={t.phonedWho} /><Field {...box('phonedWhen')} label={t.phonedWhen} /></> : null}
            <TextArea {...box('grounds')} label={t.backGrounds} rows={4} />
            <FormActions><Button>{t.back}</Button></FormActions>
          </Stack>
        </Form>
      </Prose>
    </StaffPage>
  );
}
