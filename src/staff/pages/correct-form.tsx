import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { staffTexts } from '../page-texts.ts';
import type { RegisterEntry, StaffRegister } from '../queries.ts';
import { correctId, faultsOf } from './faults.ts';
import { placeOptions, WHOLE_REGION } from './invite-form.tsx';
import { correctPath } from './paths.ts';

/** What the register calls somebody, and where they belong, put right by a colleague. */
export function CorrectForm({ one, model, request }: { readonly one: RegisterEntry; readonly model: StaffRegister; readonly request: StaffRequest }) {
  const { lang, form, refused } = request;
  const t = staffTexts[lang];
  const again = refused !== undefined && request.path === correctPath(one.userId);
  const faults = again ? faultsOf(refused, lang) : {};
  const value = (name: string, now: string): string => (again ? form.one(name) : now);
  const id = (field: string): string => correctId(field, one.userId);
  return (
    <Details summary={<>{t.correct}<span className="ds-sr-only">: {one.name}</span></>} open={again}>
      <Form action={correctPath(one.userId)}>
        <p><Quiet>{t.correctHint}</Quiet></p>
        <Field name="name" id={id('name')} label={t.name} value={value('name', one.name)} error={faults['name']} required />
        <Field name="unit" id={id('unit')} label={t.unit} value={value('unit', one.unit)} error={faults['unit']} optional />
        <Select name="municipalityId" id={id('municipalityId')} label={t.place} options={placeOptions(model, lang)} value={value('municipalityId', one.municipalityId ?? WHOLE_REGION)}
          error={faults['municipalityId']} required />
        <FormActions><Button small variant="secondary" label={t.correctFor(one.name)}>{t.correctDo}</Button></FormActions>
      </Form>
    </Details>
  );
}
