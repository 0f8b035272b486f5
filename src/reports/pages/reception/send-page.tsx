import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { basisWords } from '../../codes.ts';
import type { SendForm } from '../../queries/settle.ts';
import { OUTSIDE, SCOPES, type SendingField } from '../../send-on.ts';
import { settleTexts } from '../../texts/settle.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, Select, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Prose, Stack } from '../../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../../web/ui/reveal.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { FileChoice } from './file-choice.tsx';
import { reportPath, sendPath } from './paths.ts';
import { settleFaults, settleLinks, type Faults } from './settle-words.ts';

const TOP = 'send';

/** T4: to whom, on what basis, and what. Where there is danger, the phone comes first. */
export function SendPage({ model, request }: { model: SendForm; request: StaffRequest }): ReactElement {
  const { lang, form, refused } = request;
  const t = settleTexts[lang];
  const begun = form.one('transferId');
  const value = (field: SendingField): string => (form.has(field) || form.has('transferId') ? form.one(field) : beginning(model, field));
  const title = t.sendTitle(model.reference);
  return (
    <StaffPage request={request} title={title} current="reception" faults={settleLinks(refused, lang, TOP)}>
      <PageHead heading={title} lead={t.sendLead} action={<TextLink href={reportPath(model.fileId)}>{t.toReport}</TextLink>} />
      {model.closed === undefined ? null : <Alert kind="warning" heading={t[model.closed === 'already_handed_over' ? 'already_decided' : model.closed]} />}
      <Prose>
        <Form action={sendPath(model.fileId)} id={TOP} hidden={{ transferId: begun === '' ? model.transferId : begun, parts: begun === '' ? String(model.parts) : form.one('parts') }}>
          <Stack gap="s"><Fields model={model} value={value} chosen={form.all('files')} faults={settleFaults(refused, lang)} lang={lang} /></Stack>
        </Form>
      </Prose>
    </StaffPage>
  );
}

function beginning({ likely, regions, outside, again, story }: SendForm, field: SendingField): string {
  if (field === 'to') return likely ?? (outside || regions.length === 0 ? OUTSIDE : '');
  if (field === 'scope') return again ? 'UTDRAG' : 'HELE';
  return field === 'text' ? story : '';
}

function Fields({ model, value, chosen, faults, lang }: { model: SendForm; chosen: readonly string[]; value: (field: SendingField) => string; faults: Faults; lang: Lang }) {
  const t = settleTexts[lang];
  const box = (field: SendingField) => ({ name: field, value: value(field), error: faults[field] });
  return (
    <>
      {model.urgent ? (
        <>
          <Alert kind="life" heading={t.phoneFirst} />
          <Field {...box('phonedWho')} label={t.phonedWho} required />
          <Field {...box('phonedWhen')} label={t.phonedWhen} required />
        </>
      ) : null}
      <Reveal>
        <RadioGroup {...box('to')} label={t.sendTo} required options={[...model.regions.map(({ regionId, name }) => ({ value: regionId, label: name })), { value: OUTSIDE, label: t.outside, opens: 'a' as const }]} />
        <Revealed when="a">
          <Stack>
            <Field {...box('place')} label={t.place} required />
            <Field {...box('spokeWith')} label={t.spokeWith} required />
          </Stack>
        </Revealed>
      </Reveal>
      <Select {...box('basis')} label={t.basis} required options={model.bases.map((code) => ({ value: code, label: basisWords(code, lang) }))} />
      <TextArea {...box('grounds')} label={t.grounds} description={t.groundsHint} rows={3} required />
      <Reveal>
        <RadioGroup {...box('scope')} label={t.scope} required options={SCOPES.map((one) => ({ value: one, label: one === 'HELE' && model.files.length > 0 ? t.scope_HELE_files(model.files.length) : t[`scope_${one}`], opens: one === 'UTDRAG' ? 'b' as const : undefined }))} />
        <Revealed when="b">
          <Stack>
            <TextArea {...box('text')} label={t.text} rows={8} />
            <FileChoice name="files" fileId={model.fileId} files={model.files} values={chosen} description={t.sendFiles} error={faults['files']} lang={lang} />
          </Stack>
        </Revealed>
      </Reveal>
      <FormActions><Button>{t.send}</Button></FormActions>
    </>
  );
}
