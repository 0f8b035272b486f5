import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { regionTexts } from '../texts/page.ts';
import type { RegionMembers } from '../queries.ts';
import { municipalityOptions } from './choices.ts';
import { faultsOf } from './faults.ts';
import { ADD_MEMBER, MERGE_MEMBER, NEW_AGREEMENT } from './paths.ts';

type Props = { readonly model: RegionMembers; readonly request: StaffRequest };

/** The forms stand on one page and ask for some of the same: ids by the path that each is sent to, names as the commands have them. */
const ID_PREFIX: Readonly<Record<string, string>> = { [MERGE_MEMBER]: 'merge-', [NEW_AGREEMENT]: 'agreement-' };

/** The id of a field in the form that is sent to `path`. */
export function memberFieldId(path: string, name: string): string {
  return `${ID_PREFIX[path] ?? ''}${name}`;
}

/** What the fields of a form are called, for the error summary. */
export function memberLabels(lang: Lang, path: string): Readonly<Record<string, string>> {
  const t = regionTexts[lang];
  if (path === MERGE_MEMBER) return { ends: t.ends, into: t.into, from: t.mergeDay };
  return { number: t.municipality, municipalityId: t.municipality, from: t.day, organisation: t.organisation, agreement: t.agreementName, controller: t.controllerOf, legalBasis: t.legalBasis };
}

/** A form's own values and faults when it was refused, else what it begins with. */
function fieldsOf({ request: { form, lang, path, refused } }: Props, own: string) {
  const again = refused !== undefined && path === own;
  const faults = again ? faultsOf(refused, lang) : {};
  return { again, field: (name: string, first = '') => ({ name, id: memberFieldId(own, name), value: again ? form.one(name) : first, error: faults[name] }) };
}

/** Those that are members now and have no last day. */
function staying({ members }: RegionMembers): { readonly value: string; readonly label: string }[] {
  return members.filter(({ municipality }) => municipality.to_day === null).map(({ municipality }) => ({ value: municipality.municipality_id, label: municipality.name }));
}

/** A municipality joins, with the agreement on which reception acts for it. */
export function AddMember(props: Props) {
  const { model, request: { lang, demo } } = props;
  const t = regionTexts[lang];
  const { again, field } = fieldsOf(props, ADD_MEMBER);
  const members = new Set(model.members.filter(({ municipality }) => municipality.to_day === null).map(({ municipality }) => municipality.number));
  return (
    <Details summary={t.addMunicipality} open={again}>
      <Form action={ADD_MEMBER}>
        <p>{t.addLead}</p>
        <Select {...field('number')} label={t.municipality} options={municipalityOptions(demo, members)} required />
        <Agreement field={field} model={model} lang={lang} controllerHint={t.controllerOfHint} />
        <FormActions><Button>{t.add}</Button></FormActions>
      </Form>
    </Details>
  );
}

/** Reception acts for a member on another agreement from a day; the one before stays in history. */
export function NewAgreement(props: Props) {
  const { model, request: { lang } } = props;
  const t = regionTexts[lang];
  const { again, field } = fieldsOf(props, NEW_AGREEMENT);
  const options = staying(model);
  if (options.length === 0) return null;
  return (
    <Details summary={t.newAgreement} open={again}>
      <Form action={NEW_AGREEMENT}>
        <p>{t.newAgreementLead}</p>
        <Select {...field('municipalityId')} label={t.municipality} options={options} required />
        <Agreement field={field} model={model} lang={lang} controllerHint={t.controllerSame} />
        <FormActions><Button>{t.saveAgreement}</Button></FormActions>
      </Form>
    </Details>
  );
}

type AgreementProps = { readonly field: ReturnType<typeof fieldsOf>['field']; readonly model: RegionMembers; readonly lang: Lang; readonly controllerHint: string };

function Agreement({ field, model, lang, controllerHint }: AgreementProps) {
  const t = regionTexts[lang];
  return (
    <>
      <DateField {...field('from')} label={t.day} required />
      <Field {...field('organisation', model.reception[0]?.organisation)} label={t.organisation} required />
      <Field {...field('agreement')} label={t.agreementName} description={t.agreementHint} required />
      <Field {...field('controller')} label={t.controllerOf} description={controllerHint} optional />
      <TextArea {...field('legalBasis', model.legalBasis)} label={t.legalBasis} rows={3} required />
    </>
  );
}

/** One municipality becomes part of another from a day. */
export function MergeMembers(props: Props) {
  const { model, request: { lang } } = props;
  const t = regionTexts[lang];
  const { again, field } = fieldsOf(props, MERGE_MEMBER);
  const options = staying(model);
  if (options.length < 2) return null;
  return (
    <Details summary={t.merge} open={again}>
      <Form action={MERGE_MEMBER}>
        <p>{t.mergeLead}</p>
        <Select {...field('ends')} label={t.ends} options={options} required />
        <Select {...field('into')} label={t.into} options={options} required />
        <DateField {...field('from')} label={t.mergeDay} required />
        <FormActions><Button>{t.mergeDo}</Button></FormActions>
      </Form>
    </Details>
  );
}
