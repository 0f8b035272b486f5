import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { regionTexts } from '../page-texts.ts';
import type { RegionMembers } from '../queries.ts';
import { municipalityOptions } from './choices.ts';
import { faultsOf } from './faults.ts';
import { ADD_MEMBER, MERGE_MEMBER } from './paths.ts';

type Props = { readonly model: RegionMembers; readonly request: StaffRequest };

/** What the fields of both forms are called, for the error summary. */
export function memberLabels(lang: Lang, path: string): Readonly<Record<string, string>> {
  const t = regionTexts[lang];
  if (path === MERGE_MEMBER) return { ends: t.ends, into: t.into, from: t.mergeDay };
  return { number: t.municipality, from: t.day, organisation: t.organisation, agreement: t.agreementName, controller: t.controllerOf, legalBasis: t.legalBasis };
}

/** A municipality joins, with the agreement on which reception acts for it. */
export function AddMember({ model, request }: Props) {
  const { lang, form } = request;
  const t = regionTexts[lang];
  const again = request.refused !== undefined && request.path === ADD_MEMBER;
  const faults = again ? faultsOf(request.refused, lang) : {};
  const value = (name: string, first = ''): string => (again ? form.one(name) : first);
  const members = new Set(model.members.filter(({ municipality }) => municipality.to_day === null).map(({ municipality }) => municipality.number));
  return (
    <Details summary={t.addMunicipality} open={again}>
      <Form action={ADD_MEMBER}>
        <p>{t.addLead}</p>
        <Select name="number" label={t.municipality} options={municipalityOptions(request.demo, members)} value={value('number')} error={faults['number']} required />
        <DateField name="from" label={t.day} value={value('from')} error={faults['from']} required />
        <Field name="organisation" label={t.organisation} value={value('organisation', model.reception[0]?.organisation)} error={faults['organisation']} required />
        <Field name="agreement" label={t.agreementName} description={t.agreementHint} value={value('agreement')} error={faults['agreement']} required />
        <Field name="controller" label={t.controllerOf} description={t.controllerOfHint} value={value('controller')} error={faults['controller']} optional />
        <TextArea name="legalBasis" label={t.legalBasis} rows={3} value={value('legalBasis', model.legalBasis)} error={faults['legalBasis']} required />
        <FormActions><Button>{t.add}</Button></FormActions>
      </Form>
    </Details>
  );
}

/** One municipality becomes part of another from a day. */
export function MergeMembers({ model, request }: Props) {
  const { lang, form } = request;
  const t = regionTexts[lang];
  const again = request.refused !== undefined && request.path === MERGE_MEMBER;
  const faults = again ? faultsOf(request.refused, lang) : {};
  const value = (name: string): string => (again ? form.one(name) : '');
  const options = model.members.filter(({ municipality }) => municipality.to_day === null).map(({ municipality }) => ({ value: municipality.municipality_id, label: municipality.name }));
  if (options.length < 2) return null;
  return (
    <Details summary={t.merge} open={again}>
      <Form action={MERGE_MEMBER}>
        <p>{t.mergeLead}</p>
        <Select name="ends" label={t.ends} options={options} value={value('ends')} error={faults['ends']} required />
        <Select name="into" label={t.into} options={options} value={value('into')} error={faults['into']} required />
        {/* The form above has a field of this name too. */}
        <DateField name="from" id="merge-from" label={t.mergeDay} value={value('from')} error={faults['from']} required />
        <FormActions><Button>{t.mergeDo}</Button></FormActions>
      </Form>
    </Details>
  );
}
