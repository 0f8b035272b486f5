import type { ReactElement } from 'react';
import { addMs, osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Quiet, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Table, type Column } from '../../web/ui/table.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import { boxFor, keepBoxFor } from '../handing-over.ts';
import type { HandingCase, HandingOver } from '../queries/handing-over.ts';
import { casePageTexts } from '../texts/page.ts';
import { caseTexts } from '../texts.ts';
import { handingTexts } from '../texts/handing-over-page.ts';
import { clockProps } from './clock-words.ts';
import { faultAt } from './faults.ts';
import { CaseCell } from './list-page.tsx';
import { stepPath } from './paths.ts';

type Takers = readonly { readonly value: string; readonly label: string }[];
/** `form`: whether somebody can be chosen here, for a time or for good. */
type Props = { readonly model: HandingOver; readonly request: StaffRequest; readonly form: 'AWAY' | 'LEAVES' | undefined };

/** The cases, and beside each who takes it and who is to see it. */
export function HandingCases({ model, request, form }: Props): ReactElement {
  const { lang } = request;
  const t = handingTexts[lang];
  const columns: Column<HandingCase>[] = [
    { key: 'case', label: casePageTexts[lang].theCase, rowHeader: true, cell: ({ row }) => <CaseCell row={row} lang={lang} /> },
    { key: 'status', label: casePageTexts[lang].standing, cell: ({ row, deputy }) => (
      <div>
        {caseTexts[lang][`status.${row.status}`]}
        {row.next === undefined ? null : <><br /><Clock short {...clockProps(row.next, model.now, lang)} /></>}
        {deputy === undefined ? null : <><br /><Quiet>{t.standsIn(model.names[deputy.userId] ?? '', dateWords(osloDay(deputy.from), lang), dateWords(osloDay(addMs(deputy.until, -1)), lang))}</Quiet></>}
      </div>
    ) },
    { key: 'takes', label: t.column, cell: (one) => (
      <Stack>
        {form === undefined || !one.leads ? null : <Choose one={one} model={model} request={request} />}
        {one.keeps === undefined ? null : <Keeps one={one} keeps={one.keeps} model={model} request={request} form={form} />}
      </Stack>
    ) },
  ];
  return <Table<HandingCase> caption={t.cases} captionHidden stacked rows={model.cases} rowKey={({ row }) => row.fileId} columns={columns} />;
}

export function takersOf({ team }: Pick<HandingOver, 'team'>): Takers {
  return team.map(({ userId, name, unit }) => ({ value: userId, label: unit === '' ? name : `${name}, ${unit}` }));
}

/** Nobody who may not take it is offered, and nothing says why. */
function Choose({ one: { row, possible }, model, request: { lang, refused, form } }: { one: HandingCase; model: HandingOver; request: StaffRequest }) {
  const t = handingTexts[lang];
  if (possible.length === 0) return <Quiet>{t.coordinatorChooses}</Quiet>;
  const name = boxFor(row.fileId);
  const ids: readonly string[] = possible;
  return <Select name={name} label={t.takes(row.reference)} empty={t.asAbove} options={takersOf(model).filter(({ value }) => ids.includes(value))} value={refused === undefined ? '' : form.one(name)} error={faultAt(refused, name, lang)} />;
}

/** Who sees a strictly confidential case from now on. For a time, a coordinator is let in from the case itself, with its last day. */
function Keeps({ one: { row }, keeps, model, request: { lang, refused, form: typed }, form }: Props & { one: HandingCase; keeps: NonNullable<HandingCase['keeps']> }) {
  const t = handingTexts[lang];
  const others = keeps.others.map((userId) => model.names[userId] ?? '').join(', ');
  const who = others === '' ? t.seenByNobodyElse : t.seenBy(others);
  if (form !== 'LEAVES') return <p><Quiet>{who}</Quiet>{others === '' && row.mayOpen ? <> <TextLink href={stepPath(row.fileId, 'grantAccess')}>{t.letIn(row.reference)}</TextLink></> : null}</p>;
  const name = keepBoxFor(row.fileId);
  const ids: readonly string[] = keeps.possible;
  const possible = takersOf(model).filter(({ value }) => ids.includes(value));
  if (possible.length === 0) return <p><Quiet>{who}</Quiet></p>;
  return <Select name={name} label={t.keeps(row.reference)} description={who} empty={others === '' ? t.asAbove : t.nobodyNew} options={possible} value={refused === undefined ? '' : typed.one(name)} error={faultAt(refused, name, lang)} />;
}
