import type { ReactNode } from 'react';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { LocalValue } from '../../regions/codes.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Stack } from '../../web/ui/layout.tsx';
import { Card } from '../../web/ui/surfaces.tsx';
import { mainList, parentsIn } from '../code-lists.ts';
import { codeListTexts } from '../texts/code-list-page.ts';
import type { CodeListPage } from '../queries/code-lists.ts';
import { CODE_LIST_END, CODE_LISTS, codeListPath } from './paths.ts';

/** Where the forms stand, and where a fault that no field is to blame for leads. */
export const VALUE_ID = 'verdi';
const ENDS_ID = 'slutt';

type FormProps = { readonly model: CodeListPage; readonly request: StaffRequest };

/** What is wrong with which field, in words. */
function faultsOf(refused: Refusal | undefined, lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([field, code]) => [field, refusalText(lang, code, codeListTexts[lang])]));
}

/** The lines of the error summary, each to its own field. */
export function valueFaults({ refused, path, lang }: StaffRequest): { field: string; text: string }[] {
  if (refused === undefined) return [];
  const t = codeListTexts[lang];
  const labels: Readonly<Record<string, string>> = path === CODE_LIST_END ? { from: t.ends } : { parent: t.parent, nb: t.inNb, nn: t.inNn, en: t.inEn, synonyms: t.words, from: t.starts };
  const links = Object.entries(faultsOf(refused, lang)).flatMap(([field, text]) => (labels[field] === undefined ? [] : [{ field: path === CODE_LIST_END ? ENDS_ID : field, text: `${labels[field]}: ${text}` }]));
  return links.length > 0 ? links : [{ field: VALUE_ID, text: refusalText(lang, refused.code, codeListTexts[lang]) }];
}

/** A new value in the list, or with `old` the same value under another name. */
function ValueForm({ list, old, model, request, label, back }: FormProps & { list: string; old?: LocalValue | undefined; label: string; back?: string | undefined }) {
  const { lang, form, path } = request;
  const t = codeListTexts[lang];
  const again = request.refused !== undefined && path === CODE_LISTS;
  const faults = again ? faultsOf(request.refused, lang) : {};
  const field = (name: 'nb' | 'nn' | 'en' | 'synonyms' | 'from', begins: string) => ({ name, value: again ? form.one(name) : begins, error: faults[name] });
  const parents = parentsIn(list).map((code) => ({ value: code, label: mainList(list)?.values.find((one) => one.code === code)?.[lang] ?? code }));
  const newId = again ? form.one('newId') || model.newId : model.newId;
  return (
    <Form action={CODE_LISTS} hidden={{ newId, list, replaces: old?.id ?? '', ...(old === undefined ? {} : { parent: old.parent }) }}>
      {old === undefined ? <Select name="parent" label={t.parent} options={parents} value={again ? form.one('parent') : ''} error={faults['parent']} required /> : null}
      <Field {...field('nb', old?.nb ?? '')} label={t.inNb} required />
      <Field {...field('nn', old?.nn ?? '')} label={t.inNn} required />
      <Field {...field('en', old?.en ?? '')} label={t.inEn} required />
      <DateField {...field('from', model.today)} label={t.starts} min={model.today} required />
      <Field {...field('synonyms', old?.synonyms.join(', ') ?? '')} label={t.words} description={t.wordsHint} optional />
      <FormActions><Button>{label}</Button>{back === undefined ? null : <LinkButton href={back} variant="tertiary">{t.cancel}</LinkButton>}</FormActions>
    </Form>
  );
}

/** Adds a value to the list. */
export function AddValue({ list, model, request }: FormProps & { list: string }): ReactNode {
  return <ValueForm list={list} model={model} request={request} label={codeListTexts[request.lang].save} />;
}

/** One value of the region's own: another name, or an end. */
export function ChangeValue({ value, model, request }: FormProps & { value: LocalValue }): ReactNode {
  const { lang, form, refused, path } = request;
  const t = codeListTexts[lang];
  const ending = refused !== undefined && path === CODE_LIST_END;
  return (
    <Stack>
      <Card heading={t.rename} level={3}><p>{t.renameLead}</p><ValueForm list={value.list} old={value} model={model} request={request} label={t.renameSave} back={codeListPath(value.list)} /></Card>
      <Card heading={t.end} level={3}>
        <p>{t.endLead}</p>
        <Form action={CODE_LIST_END} hidden={{ valueId: value.id }}>
          <DateField name="from" id={ENDS_ID} label={t.ends} value={ending ? form.one('from') : model.today} min={model.today} error={ending ? faultsOf(refused, lang)['from'] : undefined} required />
          <FormActions><Button variant="secondary">{t.endSave}</Button></FormActions>
        </Form>
      </Card>
    </Stack>
  );
}
