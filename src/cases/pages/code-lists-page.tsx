import type { ReactElement } from 'react';
import type { CodeValue } from '../../kernel/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Day } from '../../kernel/time.ts';
import { isOfferedOn, type LocalValue } from '../../regions/codes.ts';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Details, EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { MAIN_LISTS, means, parentsIn, type MainList } from '../code-lists.ts';
import { codeListTexts } from '../texts/code-list-page.ts';
import { addCodeValue, endCodeValue } from '../commands/code-lists.ts';
import { codeLists, type CodeListPage } from '../queries/code-lists.ts';
import { caseTexts } from '../texts.ts';
import { AddValue, ChangeValue, VALUE_ID, valueFaults } from './code-list-forms.tsx';
import { listsOfForms } from './field-codes.ts';
import { CODE_LIST_END, CODE_LISTS, codeListPath } from './paths.ts';

type Line = { readonly key: string; readonly list: string; readonly value: Pick<CodeValue<string>, Lang | 'synonyms'> & { readonly code?: string; readonly historic?: true }; readonly under: string | undefined; readonly local: LocalValue | undefined };
type Props = { readonly model: CodeListPage; readonly request: StaffRequest };
type List = { readonly name: string; readonly main: MainList | undefined; readonly heading: string; readonly values: readonly CodeValue<string>[] };

/** What every code means, and where a region adds words of its own. */
export function CodeListsPage({ model, request }: Props): ReactElement {
  const { lang, query, form } = request;
  const t = codeListTexts[lang];
  const sought = query.get('sok')?.trim().slice(0, 80) ?? '';
  const id = form.one('valueId') || form.one('replaces') || query.get('verdi') || '';
  const chosen = model.values.find((value) => value.id === id && value.ends === undefined);
  const name = chosen?.list ?? (form.one('list') || query.get('liste'));
  const list = mainLists(lang).find((one) => one.name === name);
  const done = request.refused !== undefined ? undefined : query.get('gjort') === DONE.added ? t.doneAdded : query.get('gjort') === DONE.ended ? t.doneEnded : undefined;
  return (
    <StaffPage request={request} title={t.heading} more="region" faults={valueFaults(request)}>
      <PageHead heading={list?.heading ?? t.heading} lead={list === undefined ? t.lead : undefined} action={list === undefined ? <LinkButton href="/region">{t.toRegion}</LinkButton> : <LinkButton href={CODE_LISTS}>{t.all}</LinkButton>} />
      <Stack>
        {done === undefined ? null : <Alert kind="success"><p>{done}</p></Alert>}
        {list !== undefined ? <OneList list={list} chosen={chosen} model={model} request={request} /> : (
          <>
            <Form action={CODE_LISTS} method="get" inline>
              <Field name="sok" label={t.search} description={t.searchHint} value={sought} />
              <FormActions><Button variant="secondary">{t.find}</Button>{sought === '' ? null : <LinkButton href={CODE_LISTS} variant="tertiary">{t.clear}</LinkButton>}</FormActions>
            </Form>
            {sought === '' ? <AllLists model={model} lang={lang} /> : <Found sought={sought} model={model} lang={lang} />}
          </>
        )}
      </Stack>
    </StaffPage>
  );
}

function mainLists(lang: Lang): List[] {
  return MAIN_LISTS.map(({ name, values }) => ({ name, main: name, heading: codeListTexts[lang][`list_${name}`], values }));
}

/** The other lists have no name of their own: they are what a question offers. */
function otherLists(lang: Lang): List[] {
  const main: readonly (readonly CodeValue<string>[])[] = MAIN_LISTS.map(({ values }) => values);
  return listsOfForms().filter(({ values }) => !main.includes(values))
    .map(({ fields, values }) => ({ name: fields[0], main: undefined, heading: [...new Set(fields.map((field) => caseTexts[lang][`field.${field}`]))].join(' · '), values }));
}

function AllLists({ model, lang }: { model: CodeListPage; lang: Lang }) {
  const t = codeListTexts[lang];
  const lists = mainLists(lang);
  const count = ({ name, values }: List): string => {
    const own = model.values.filter((one) => one.list === name && isOfferedOn(one, model.today)).length;
    return [t.national(values.length), ...(own === 0 ? [] : [t.locals(own)])].join(', ');
  };
  const links = (some: readonly List[]) => <ul>{some.map((list) => <li key={list.name}><TextLink href={codeListPath(list.name)}>{list.heading}</TextLink> <Quiet>{count(list)}</Quiet></li>)}</ul>;
  return (
    <>
      <Section heading={t.own}>{links(lists.filter(({ name }) => parentsIn(name).length > 0))}</Section>
      <Section heading={t.same}>{links(lists.filter(({ name }) => parentsIn(name).length === 0))}</Section>
      <Section heading={t.forms}>
        {otherLists(lang).map((list) => <Details key={list.name} summary={list.heading}><ul>{list.values.map((value) => <li key={value.code}>{value[lang]} <Quiet><code>{value.code}</code>{value.synonyms === undefined ? null : ` · ${value.synonyms.join(', ')}`}</Quiet></li>)}</ul></Details>)}
      </Section>
    </>
  );
}

/** National values in the list's own order, each with the local ones right under it. */
function linesOf({ name, values }: Pick<List, 'name' | 'values'>, own: readonly LocalValue[], lang: Lang): Line[] {
  return values.flatMap((value): Line[] => [
    { key: value.code, list: name, value, under: values.find(({ code }) => code === value.parent)?.[lang], local: undefined },
    ...own.filter((one) => one.list === name && one.parent === value.code).map((one): Line => ({ key: one.id, list: name, value: one, under: value[lang], local: one })),
  ]);
}

function Found({ sought, model, lang }: { sought: string; model: CodeListPage; lang: Lang }) {
  const t = codeListTexts[lang];
  const lists = [...mainLists(lang), ...otherLists(lang)];
  const found = lists.map((list) => ({ list, lines: linesOf(list, model.values, lang).filter(({ value }) => means(value, sought)) })).filter(({ lines }) => lines.length > 0);
  const total = found.reduce((sum, { lines }) => sum + lines.length, 0);
  if (total === 0) return <EmptyState heading={t.none} symbol="ring"><p>{t.noneLead}</p></EmptyState>;
  return (
    <Section heading={t.found(total)}>
      <Stack>{found.map(({ list, lines }) => <Section key={list.name} heading={list.heading} level={3}><Lines caption={list.heading} lines={lines} model={model} lang={lang} /></Section>)}</Stack>
    </Section>
  );
}

function Lines({ caption, lines, model, lang }: { caption: string; lines: readonly Line[]; model: CodeListPage; lang: Lang }) {
  const t = codeListTexts[lang];
  return (
    <Table<Line> caption={caption} captionHidden stacked rows={lines} rowKey={({ key }) => key} columns={[
      { key: 'value', label: t.value, rowHeader: true, cell: ({ value, local }) => (local === undefined ? value[lang] : `– ${value[lang]}`) },
      { key: 'code', label: t.code, cell: ({ value }) => (value.code === undefined ? '–' : <code>{value.code}</code>) },
      { key: 'under', label: t.under, cell: ({ under }) => under ?? '–' },
      { key: 'synonyms', label: t.synonyms, cell: ({ value }) => ((value.synonyms ?? []).length === 0 ? '–' : value.synonyms?.join(', ')) },
      { key: 'standing', label: t.standing, cell: (line) => <Standing line={line} model={model} lang={lang} /> },
    ]} />
  );
}

function Standing({ line: { value, local }, model, lang }: { line: Line; model: CodeListPage; lang: Lang }) {
  const t = codeListTexts[lang];
  if (local === undefined) return <Quiet>{value.historic === true ? t.historic : t.locked}</Quiet>;
  const ended = local.ends !== undefined && local.ends <= model.today;
  const when = ended ? t.ended(longDay(local.ends, lang)) : [t.from(longDay(local.from, lang)), ...(local.ends === undefined ? [] : [t.until(longDay(local.ends, lang))])].join(' ');
  return (
    <>
      <Tag tone={ended ? 'neutral' : 'info'}>{t.local}</Tag> <Quiet>{when}</Quiet>
      {model.mayChange && local.ends === undefined ? <> <TextLink href={codeListPath(local.list, local.id)} label={t.changeThis(local[lang])}>{t.change}</TextLink></> : null}
    </>
  );
}

/** «22. november 2024»: the name of the day helps nobody here. */
function longDay(on: Day, lang: Lang): string {
  return dateWords(on, lang).split(' ').slice(1).join(' ');
}

function OneList({ list, chosen, model, request }: Props & { list: List; chosen: LocalValue | undefined }) {
  const { lang } = request;
  const t = codeListTexts[lang];
  const mine = parentsIn(list.name).length > 0;
  return (
    <>
      {mine && model.mayChange && chosen === undefined ? <ScreenOnly><p><TextLink href={`#${VALUE_ID}`}>{t.add}</TextLink></p></ScreenOnly> : null}
      {chosen === undefined ? <Lines caption={list.heading} lines={linesOf(list, model.values, lang)} model={model} lang={lang} /> : null}
      {!mine || !model.mayChange ? <p id={VALUE_ID}><Quiet>{mine ? t.onlySome : t.everywhere}</Quiet></p> : (
        <ScreenOnly>
          <Section heading={chosen === undefined ? t.add : t.editing(chosen[lang])} id={VALUE_ID}>
            <Stack>
              {chosen === undefined ? <><p>{t.addLead}</p><AddValue list={list.name} model={model} request={request} /></> : <ChangeValue value={chosen} model={model} request={request} />}
              {TELLS.includes(list.name) ? <p><Quiet>{t.shelter}</Quiet></p> : null}
            </Stack>
          </Section>
        </ScreenOnly>
      )}
    </>
  );
}

/** The lists that hold a code of a shelter. */
const TELLS: readonly string[] = ['TJENESTE', 'TILTAK', 'MELDER'];
const DONE = { added: 'lagt-til', ended: 'avsluttet' } as const;
const FIELDS = ['newId', 'list', 'parent', 'nb', 'nn', 'en', 'synonyms', 'from', 'replaces'] as const;

const page = show({ path: CODE_LISTS, query: codeLists, input: () => ({}), view: (model, request) => <CodeListsPage model={model} request={request} /> });
const add = submit({
  path: CODE_LISTS, command: addCodeValue, again: page, input: ({ form }) => Object.fromEntries(FIELDS.map((name) => [name, form.one(name)])),
  then: ({ list }) => `${CODE_LISTS}?liste=${list}&gjort=${DONE.added}`,
});
const end = submit({
  path: CODE_LIST_END, command: endCodeValue, again: page, input: ({ form }) => ({ valueId: form.one('valueId'), from: form.one('from') }), then: ({ list }) => `${CODE_LISTS}?liste=${list}&gjort=${DONE.ended}`,
});

export const CODE_LIST_ROUTES: readonly StaffRoute[] = [page, add, end];
