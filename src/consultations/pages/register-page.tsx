import type { ReactElement } from 'react';
import { AGE_BAND } from '../../people/codes.ts';
import { isService, REPORTER, VIOLENCE } from '../../reports/codes.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { DateField, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Stack } from '../../web/ui/layout.tsx';
import { Alert, Details } from '../../web/ui/surfaces.tsx';
import { DIRECTION } from '../codes.ts';
import type { NewConsultation } from '../queries.ts';
import { consultationTexts } from '../texts.ts';
import { AdviceBoxes } from './advice-boxes.tsx';
import { CONSULTATIONS, NEW_CONSULTATION } from './paths.ts';
import { boxFaults, faultLinks } from './words.ts';

/** A talk by telephone or across the table. */
export function RegisterPage({ model, request }: { model: NewConsultation; request: StaffRequest }): ReactElement {
  const { lang, form, refused } = request;
  const t = consultationTexts[lang];
  const faults = boxFaults(refused, lang);
  const again = form.has('consultationId');
  const services = REPORTER.codes.filter(isService).map((value) => ({ value, label: REPORTER.label(value, lang) }));
  return (
    <StaffPage request={request} title={t.registerTitle} current="consultations" faults={faultLinks(request)}>
      <PageHead heading={t.registerTitle} lead={t.registerLead} />
      <Form action={NEW_CONSULTATION} hidden={{ consultationId: again ? form.one('consultationId') : model.consultationId }}>
        <Stack>
          <Alert kind="info"><p>{t.neverNames}</p></Alert>
          <RadioGroup name="direction" label={t.directionQuestion} options={DIRECTION.codes.map((value) => ({ value, label: DIRECTION.label(value, lang) }))} value={form.one('direction') || 'TIL_OSS'} error={faults['direction']} />
          <Select name="service" label={t.service} required options={services} value={form.one('service')} error={faults['service']} />
          <Select name="municipality" label={t.municipality} optional empty={t.chooseNone} options={Object.entries(model.places).map(([value, label]) => ({ value, label }))} value={form.one('municipality')} error={faults['municipality']} />
          <DateField name="on" label={t.on} value={again ? form.one('on') : model.today} max={model.today} error={faults['on']} />
          <Select name="ageBand" label={t.age} optional empty={t.chooseNone} options={AGE_BAND.codes.filter((code) => code !== 'IKKE_OPPGITT').map((value) => ({ value, label: AGE_BAND.label(value, lang) }))} value={form.one('ageBand')} error={faults['ageBand']} />
          <AdviceBoxes lang={lang} typed={form} refused={refused} />
          <Details summary={t.violenceMore} open={form.all('violence').length > 0 || faults['violence'] !== undefined}>
            <CheckboxGroup name="violence" label={t.violence} optional columns options={VIOLENCE.codes.map((value) => ({ value, label: VIOLENCE.label(value, lang) }))} values={form.all('violence')} error={faults['violence']} />
          </Details>
        </Stack>
        <FormActions><Button>{t.save}</Button></FormActions>
      </Form>
      <p><TextLink href={CONSULTATIONS}>{t.back}</TextLink></p>
    </StaffPage>
  );
}
