import { Button } from '../../web/ui/buttons.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { staffTexts } from '../page-texts.ts';
import { faultsOf } from './faults.ts';
import { INVITE } from './paths.ts';
import type { RegisterProps } from './register-page.tsx';

/** Chosen on purpose, since it lets a team member see more. */
export const WHOLE_REGION = 'alle';

/** Invites somebody by whom the sign-in provider means; gives no role yet. */
export function InviteForm({ model, request }: RegisterProps) {
  const { lang, form, refused } = request;
  const t = staffTexts[lang];
  const again = refused !== undefined && request.path === INVITE;
  const faults = again ? faultsOf(refused, lang) : {};
  const value = (name: string): string => (again ? form.one(name) : '');
  const places = [...model.places.map((one) => ({ value: one.id, label: one.name })), { value: WHOLE_REGION, label: t.wholeRegion }];
  return (
    <Details summary={t.invite} open={again}>
      <Form action={INVITE}>
        <p>{t.inviteLead}</p>
        <Field name="name" label={t.name} description={t.nameHint} value={value('name')} error={faults['name']} required />
        <Field name="unit" label={t.unit} value={value('unit')} error={faults['unit']} optional />
        <Select name="municipalityId" label={t.place} description={t.placeHint} options={places} value={value('municipalityId')} error={faults['municipalityId']} required />
        <Field name="subject" label={t.subject} description={t.subjectHint} value={value('subject')} error={faults['subject']} required />
        <FormActions><Button>{t.inviteDo}</Button></FormActions>
      </Form>
    </Details>
  );
}
