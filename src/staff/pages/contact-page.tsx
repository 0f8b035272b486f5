import type { ReactElement } from 'react';
import { LANGUAGES } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { DateField, Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { chooseContact, ownContact } from '../commands/contact.ts';
import { contactTexts } from '../contact-texts.ts';
import type { Contact } from '../contact.ts';
import { handingPath, OWN_NOTICES } from './paths.ts';

type Model = { readonly contact: Contact; readonly possible: readonly { readonly userId: string; readonly name: string; readonly unit: string }[] };
const TOPICS = ['newReport', 'akutt', 'digest'] as const;
const SAVED = 'lagret';
/** Who can lead a case. */
const LEADS: readonly string[] = ['KOORDINATOR', 'TEAMMEDLEM'];

/** What the boxes hold: what was typed where it was refused, else what is kept. */
function typedOf({ contact }: Model, { refused, form }: StaffRequest) {
  if (refused !== undefined) {
    return { email: form.one('email'), phone: form.one('phone'), lang: form.one('lang'), about: form.all('about'), sms: form.one('sms') === 'ja', standIn: form.one('standIn'), from: form.one('from'), to: form.one('to') };
  }
  const { email, phone, lang, wants, standIn } = contact;
  return { email, phone, lang, about: TOPICS.filter((one) => wants[one]), sms: wants.sms, standIn: standIn?.userId ?? '', from: standIn?.from ?? '', to: standIn?.to ?? '' };
}

/** «Mine varsler»: where and about what one is told oneself, and who stands in. */
export function OwnNoticesPage({ model, request }: { model: Model; request: StaffRequest }): ReactElement {
  const { lang, refused } = request;
  const t = contactTexts[lang];
  const typed = typedOf(model, request);
  const faults = Object.entries(refused?.fields ?? {}).map(([field, code]) => ({ field, text: refusalText(lang, code, t) }));
  const error = (field: string) => faults.find((one) => one.field === field)?.text;
  const labels: Readonly<Record<string, string>> = { email: t.email, phone: t.phone, lang: t.lang, standIn: t.standIn, from: t.from, to: t.to };
  const links = faults.map(({ field, text }) => ({ field, text: t.faultAt(labels[field] ?? t.own, text) }));
  return (
    <StaffPage request={request} title={t.own} faults={links}>
      <PageHead heading={t.own} lead={t.lead} />
      {refused === undefined && request.query.get('gjort') === SAVED ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
      <Form action={OWN_NOTICES}>
        <Section heading={t.address}>
          <Stack>
            <Field name="email" label={t.email} type="email" value={typed.email} error={error('email')} optional />
            <RadioGroup name="lang" label={t.lang} options={LANGUAGES.map((one) => ({ value: one, label: t[one] }))} value={typed.lang} error={error('lang')} />
          </Stack>
        </Section>
        <Section heading={t.what}>
          <Stack>
            <CheckboxGroup name="about" label={t.tell} options={TOPICS.map((one) => ({ value: one, label: t[one], description: one === 'digest' ? t.digestHint : undefined }))} values={typed.about} />
            <Field name="phone" label={t.phone} description={t.phoneHint} type="tel" size={20} value={typed.phone} error={error('phone')} optional />
            <Checkbox name="sms" label={t.sms} checked={typed.sms} />
          </Stack>
        </Section>
        <Section heading={t.away}>
          <Stack>
            <p>{t.awayHint}{LEADS.some((role) => request.person.roles.includes(role)) ? <> <TextLink href={handingPath(request.person.userId)}>{t.awayCases}</TextLink></> : null}</p>
            <Select name="standIn" label={t.standIn} empty={t.nobody} value={typed.standIn} error={error('standIn')} options={model.possible.map(({ userId, name, unit }) => ({ value: userId, label: unit === '' ? name : `${name}, ${unit}` }))} />
            <Row>
              <DateField name="from" label={t.from} value={typed.from} error={error('from')} />
              <DateField name="to" label={t.to} value={typed.to} error={error('to')} />
            </Row>
          </Stack>
        </Section>
        <FormActions><Button>{t.save}</Button></FormActions>
      </Form>
    </StaffPage>
  );
}

const page = show({ path: OWN_NOTICES, query: ownContact, input: () => ({}), view: (model, request) => <OwnNoticesPage model={model} request={request} /> });

export const OWN_NOTICES_ROUTES: readonly StaffRoute[] = [
  page,
  submit({
    path: OWN_NOTICES, command: chooseContact, again: page, then: () => `${OWN_NOTICES}?gjort=${SAVED}`,
    input: ({ form }) => {
      const about = form.all('about');
      return {
        email: form.one('email'), phone: form.one('phone'), lang: form.one('lang'), newReport: about.includes('newReport'), akutt: about.includes('akutt'), digest: about.includes('digest'),
        sms: form.one('sms') === 'ja', standIn: form.one('standIn'), from: form.one('from'), to: form.one('to'),
      };
    },
  }),
];
