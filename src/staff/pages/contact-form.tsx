import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { contactTexts } from '../contact-texts.ts';
import type { RegisterEntry } from '../queries.ts';
import { correctId, faultsOf } from './faults.ts';
import { contactPath } from './paths.ts';

/** A colleague's work e-mail and duty phone, written down for them; what they want to be told they choose themselves. */
export function ContactForm({ one, request }: { readonly one: RegisterEntry; readonly request: StaffRequest }) {
  const { lang, form, refused } = request;
  const t = contactTexts[lang];
  const again = refused !== undefined && request.path === contactPath(one.userId);
  const faults = again ? faultsOf(refused, lang) : {};
  const value = (name: 'email' | 'phone'): string => (again ? form.one(name) : one.contact?.[name] ?? '');
  const id = (field: string): string => correctId(field, one.userId);
  return (
    <Details summary={<>{t.contact}<span className="ds-sr-only">: {one.name}</span></>} open={again}>
      <Form action={contactPath(one.userId)}>
        <Field name="email" id={id('email')} label={t.email} type="email" value={value('email')} error={faults['email']} optional />
        <Field name="phone" id={id('phone')} label={t.phone} type="tel" size={20} value={value('phone')} error={faults['phone']} optional />
        <FormActions><Button small variant="secondary" label={t.contactFor(one.name)}>{t.saveContact}</Button></FormActions>
      </Form>
    </Details>
  );
}
