import type { Lang } from '../../kernel/texts.ts';
import { Button } from '../../web/ui/buttons.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { contactTexts } from '../contact-texts.ts';
import { staffTexts } from '../page-texts.ts';
import type { StaffRegister } from '../queries.ts';
import { faultsOf } from './faults.ts';
import { INVITE } from './paths.ts';
import type { RegisterProps } from './register-page.tsx';

/** Chosen on purpose, since it lets a team member see more. */
export const WHOLE_REGION = 'alle';

/** The municipalities somebody can belong in, and the whole region. */
export function placeOptions({ places }: Pick<StaffRegister, 'places'>, lang: Lang) {
  return [...places.map((one) => ({ value: one.id, label: one.name })), { value: WHOLE_REGION, label: staffTexts[lang].wholeRegion }];
}

/** Invites somebody by whom the sign-in provider means; gives no role yet. */
export function InviteForm({ model, request }: RegisterProps) {
  const { lang, form, refused } = request;
  const t = staffTexts[lang];
  const again = refused !== undefined && request.path === INVITE;
  const faults = again ? faultsOf(refused, lang) : {};
  const value = (name: string): string => (again ? form.one(name) : '');
  return (
    <Details summary={t.invite} open={again}>
      <Form action={INVITE}>
        <p>{t.inviteLead}</p>
        <Field name="name" label={t.name} description={t.nameHint} value={value('name')} error={faults['name']} required />
        <Field name="unit" label={t.unit} value={value('unit')} error={faults['unit']} optional />
        <Select name="municipalityId" label={t.place} description={t.placeHint} options={placeOptions(model, lang)} value={value('municipalityId')} error={faults['municipalityId']} required />
        <Field name="subject" label={t.subject} description={t.subjectHint} value={value('subject')} error={faults['subject']} required />
        <Field name="email" label={contactTexts[lang].email} type="email" value={value('email')} error={faults['email']} optional />
        <Field name="phone" label={contactTexts[lang].phone} type="tel" size={20} value={value('phone')} error={faults['phone']} optional />
        <FormActions><Button>{t.inviteDo}</Button></FormActions>
      </Form>
    </Details>
  );
}
