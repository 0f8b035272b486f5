import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { municipalityName } from '../../../regions/codes.ts';
import { RELATION, VIOLENCE, VULNERABILITY } from '../../codes.ts';
import { ELSEWHERE, NOT_KNOWN } from '../../form/options.ts';
import type { SplitForm } from '../../queries/settle.ts';
import { settleTexts } from '../../texts/settle.ts';
import { MOST_PEOPLE, type PersonField, type PersonPart } from '../../split.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { CheckboxGroup, RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, Select, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Stack } from '../../../web/ui/layout.tsx';
import { Alert, Card, Details } from '../../../web/ui/surfaces.tsx';
import { FileChoice } from './file-choice.tsx';
import { reportPath, splitPath } from './paths.ts';
import { boxOf, peopleShown, settleFaults, settleLinks, typedPerson, type Faults } from './settle-words.ts';

const TOP = 'del';

/** «Gjelder det flere?»: one part for each person, the usual number two; another comes by a button, with all that was written kept. */
export function SplitPage({ model, request }: { model: SplitForm; request: StaffRequest }): ReactElement {
  const { lang, form, refused } = request;
  const t = settleTexts[lang];
  const count = Math.min(peopleShown(form), MOST_PEOPLE);
  const faults = settleFaults(refused, lang);
  const shown = (at: number): PersonPart => (form.has(boxOf(at, 'name')) ? typedPerson(form, at) : at === 0 ? model.first : model.other);
  const begun = form.one('deling');
  return (
    <StaffPage request={request} title={t.splitTitle(model.reference)} current="reception" faults={settleLinks(refused, lang, TOP)}>
      <PageHead heading={t.splitTitle(model.reference)} lead={t.splitLead} action={<TextLink href={reportPath(model.fileId)}>{t.toReport}</TextLink>} />
      {model.closed === undefined ? null : <Alert kind="warning" heading={t.already_decided} />}
      <Form action={splitPath(model.fileId)} id={TOP} hidden={{ deling: begun === '' ? model.formId : begun, parts: begun === '' ? String(model.parts) : form.one('parts'), antall: String(count) }}>
        <Stack>
          {Array.from({ length: count }, (_, at) => <PersonFields key={at} at={at} person={shown(at)} model={model} faults={faults} lang={lang} />)}
          <FormActions>
            <Button>{t.split}</Button>
            {count >= MOST_PEOPLE ? null : <Button variant="secondary" name="mer" value="ja">{t.addPerson}</Button>}
          </FormActions>
        </Stack>
      </Form>
    </StaffPage>
  );
}

type PersonProps = { readonly at: number; readonly person: PersonPart; readonly model: SplitForm; readonly faults: Faults; readonly lang: Lang };

function PersonFields(props: PersonProps) {
  const { at, person, model, faults, lang } = props;
  const t = settleTexts[lang];
  const box = (field: PersonField) => ({ name: boxOf(at, field), value: person[field], error: faults[boxOf(at, field)] });
  return (
    <Card heading={t.person(at + 1)} level={2}>
      <Stack gap="s">
        <Field {...box('name')} label={t.name} required />
        <TextArea {...box('story')} label={t.story} description={<strong>{t.splitTake}</strong>} rows={8} required />
        <RadioGroup {...box('danger')} label={t.danger} required options={[{ value: 'ja', label: t.yes }, { value: 'nei', label: t.no }]} />
        {model.first.urgentWords === '' ? null : <TextArea {...box('urgentWords')} label={t.urgentWords} description={t.urgentWordsHint} rows={2} />}
        <FileChoice name={boxOf(at, 'files')} fileId={model.fileId} files={model.files} values={person.files} description={t.splitFiles} error={faults[boxOf(at, 'files')]} lang={lang} />
        <Details summary={t.more} open={Object.keys(faults).some((field) => field === boxOf(at, 'birthYear'))}><MoreFields {...props} /></Details>
      </Stack>
    </Card>
  );
}

function MoreFields({ at, person, model, faults, lang }: PersonProps) {
  const t = settleTexts[lang];
  const box = (field: PersonField) => ({ name: boxOf(at, field), value: person[field], error: faults[boxOf(at, field)], optional: true });
  const told = (field: PersonField) => model.first[field] !== '' || model.other[field] !== '' || person[field] !== '';
  const places = [...Object.entries(model.places), [NOT_KNOWN, t.unknownPlace] as const];
  const own = places.some(([number]) => number === person.municipality) ? places : [[person.municipality, person.municipality === ELSEWHERE ? t.outside : municipalityName(person.municipality) ?? person.municipality] as const, ...places];
  return (
    <Stack gap="s">
      <Field {...box('birthYear')} label={t.birthYear} inputMode="numeric" />
      <Select {...box('municipality')} label={t.municipality} empty={false} options={own.map(([value, label]) => ({ value, label }))} />
      <Field {...box('phone')} label={t.phone} />
      <Field {...box('address')} label={t.address} description={t.splitSecret} />
      <Field {...box('suspect')} label={t.suspect} />
      <TextArea {...box('wish')} label={t.wish} rows={3} />
      <TextArea {...box('safeContact')} label={t.safeContact} rows={2} />
      {told('needs') ? <Field {...box('needs')} label={t.needs} /> : null}
      {told('lastHappened') ? <Field {...box('lastHappened')} label={t.lastHappened} /> : null}
      {told('worksWhere') ? <Field {...box('worksWhere')} label={t.worksWhere} /> : null}
      {told('contactedWhen') ? <Field {...box('contactedWhen')} label={t.contactedWhen} /> : null}
      {told('doneSoFar') ? <TextArea {...box('doneSoFar')} label={t.doneSoFar} rows={3} /> : null}
      {told('basisText') ? <TextArea {...box('basisText')} label={t.basisText} rows={3} /> : null}
      <Codes at={at} person={person} model={model} lang={lang} />
    </Stack>
  );
}

/** What the report ticked, to be unticked where it is about somebody else. */
function Codes({ at, person, model, lang }: Pick<PersonProps, 'at' | 'person' | 'model' | 'lang'>) {
  const t = settleTexts[lang];
  const groups = [['violence', VIOLENCE], ['vulnerability', VULNERABILITY], ['relation', RELATION]] as const;
  return groups.map(([field, list]) => {
    const options = list.values.filter(({ code }) => model.first[field].includes(code)).map((value) => ({ value: value.code, label: value[lang] }));
    return options.length === 0 ? null : <CheckboxGroup key={field} name={boxOf(at, field)} label={t[field]} options={options} values={person[field]} />;
  });
}
