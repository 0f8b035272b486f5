import type { Lang } from '../../kernel/texts.ts';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { CASE_TYPE } from '../codes.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseList } from '../queries/models.ts';
import { CASE_STATUSES } from '../status.ts';
import { caseTexts } from '../texts.ts';
import { listPath, PARAMS, USUAL, wordsOf } from './list-address.ts';
import { CASES } from './paths.ts';

const OWN: readonly string[] = [PARAMS.status, PARAMS.caseType, PARAMS.municipality, PARAMS.reference, PARAMS.page];

/** The rarer filters, as a form that ends in the address. Open while one of them is set. */
export function MoreFilters({ list: { filter, municipalities }, lang }: { list: CaseList; lang: Lang }) {
  const t = casePageTexts[lang];
  const set = filter.status !== undefined || filter.caseType !== undefined || filter.municipality !== undefined || filter.reference !== undefined;
  const kept = Object.fromEntries(Object.entries(wordsOf(filter)).filter(([name]) => !OWN.includes(name)));
  const places = Object.entries(municipalities).map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'nb'));
  return (
    <Details summary={t.moreFilters} open={set}>
      <Form action={CASES} method="get" hidden={kept} inline>
        <Select name={PARAMS.status} label={t.standing} empty={t.all} value={filter.status} options={CASE_STATUSES.map((status) => ({ value: status, label: caseTexts[lang][`status.${status}`] }))} />
        <Select name={PARAMS.caseType} label={t.caseType} empty={t.all} value={filter.caseType} options={CASE_TYPE.codes.map((code) => ({ value: code, label: CASE_TYPE.label(code, lang) }))} />
        <Select name={PARAMS.municipality} label={t.municipality} empty={t.all} value={filter.municipality} options={places} />
        <Field name={PARAMS.reference} label={t.reference} value={filter.reference} size={14} />
        <FormActions><Button variant="secondary">{t.show}</Button>{set ? <LinkButton variant="tertiary" href={listPath(USUAL, { sort: filter.sort })}>{t.clear}</LinkButton> : null}</FormActions>
      </Form>
    </Details>
  );
}
