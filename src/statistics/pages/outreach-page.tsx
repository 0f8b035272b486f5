import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { formatDay } from '../../kernel/time.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { BarChart } from '../../web/ui/bar-chart.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { Form, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { COURSE_GROUP, COURSE_THEME, OUTREACH, ROUTINE } from '../codes.ts';
import { exploreTexts } from '../explore-texts.ts';
import { around, isEnoughToDraw, quarterOf, type OutreachLine } from '../outreach.ts';
import { outreachTexts } from '../outreach-texts.ts';
import type { OutreachModel } from '../queries/outreach.ts';
import { cellWords } from '../suppression-texts.ts';
import type { Cell } from '../suppression-cells.ts';
import { ADD_FIELDS, AddDone } from './outreach-form.tsx';
import { OUTREACH_REMOVED, OVER_TIME } from './paths.ts';
import { Routines } from './routines-part.tsx';
import { inSentence } from './words.ts';

type Props = { readonly model: OutreachModel; readonly request: StaffRequest };

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Whether more people report after somebody told them where to turn. */
export function OutreachPage({ model, request }: Props): ReactElement {
  const { lang, refused, query } = request;
  const t = outreachTexts[lang];
  const said = { lagret: t.saved, fjernet: t.removed }[query.get('gjort') ?? ''];
  return (
    <StaffPage request={request} title={t.title} current="figures" faults={faults(request)}>
      <PageHead heading={t.title} lead={model.mayWrite ? t.lead : t.leadReader} action={<LinkButton href={OVER_TIME}>{exploreTexts[lang].toOverTime}</LinkButton>} />
      <Stack gap="l">
        {said === undefined || refused !== undefined ? null : <Alert kind="success"><p>{said}</p></Alert>}
        {model.mayWrite ? <AddDone model={model} request={request} /> : null}
        <Section heading={model.mayWrite ? t.done : t.doneReader}><Done model={model} request={request} /></Section>
        <Routines model={model} request={request} />
        {model.quarters.length === 0 ? <EmptyState heading={t.noQuarters}><p>{t.noQuartersLead}</p></EmptyState> : <Quarters model={model} request={request} />}
      </Stack>
    </StaffPage>
  );
}

function faults({ refused, lang }: StaffRequest): FaultLink[] {
  const t = outreachTexts[lang];
  return ADD_FIELDS.flatMap((field): FaultLink[] => {
    const code = refused?.fields?.[field];
    return code === undefined ? [] : [{ field, text: t.faultAt(t[field], refusalText(lang, code, t)) }];
  });
}

/** So many three months are drawn. */
const DRAWN = 12;

function Quarters({ model, request: { lang } }: Props) {
  const t = outreachTexts[lang];
  const marks = (first: string): string => [...new Set(model.lines.filter(({ on }) => quarterOf(on.slice(0, 7)) === first).flatMap(({ kind }) => (kind === ROUTINE ? [] : [inSentence(OUTREACH.label(kind, lang))])))].join(', ');
  const named = (first: string): string => t.quarter((Number(first.slice(5)) + 2) / 3, first.slice(0, 4));
  const label = (first: string): string => (marks(first) === '' ? named(first) : t.marked(named(first), marks(first)));
  if (!isEnoughToDraw(model.quarters)) return <Section heading={t.quarters}><p>{t.tooFew}</p></Section>;
  return <BarChart title={t.quarters} labelHeading={t.months} valueHeading={t.reports} note={t.quartersNote} rows={model.quarters.slice(-DRAWN).map(({ first, reports }) => ({ label: label(first), value: 'shown' in reports ? reports.shown : null, shown: cellWords(reports, lang).aloud }))} />;
}

function Done({ model, request: { lang } }: Props) {
  const t = outreachTexts[lang];
  const words = (cell: Cell | undefined): string => (cell === undefined ? t.notYet : 'shown' in cell ? String(cell.shown) : t.hidden);
  const dayWords = ({ on }: OutreachLine): string => formatDay(on, LOCALE[lang], { day: 'numeric', month: 'long', year: 'numeric' });
  const lines = model.lines.filter(({ kind }) => kind !== ROUTINE);
  if (lines.length === 0) return <p>{t.none}</p>;
  return (
    <Stack>
      <Table<OutreachLine> caption={t.done} captionHidden stacked rows={lines} rowKey={({ outreachId }) => outreachId} columns={[
        { key: 'on', label: t.on, rowHeader: true, cell: dayWords }, { key: 'kind', label: t.kind, cell: (one) => whatWords(one, lang) },
        { key: 'reached', label: t.reached, number: true, cell: ({ reached }) => reached ?? '–' },
        { key: 'before', label: t.before, number: true, cell: ({ on }) => words(around(on, model.quarters).before) }, { key: 'after', label: t.after, number: true, cell: ({ on }) => words(around(on, model.quarters).after) },
        ...(model.mayWrite ? [{ key: 'remove', label: t.remove, cell: (one: OutreachLine) => <ScreenOnly><Form action={OUTREACH_REMOVED} hidden={{ outreachId: one.outreachId }} inline><Button variant="tertiary" label={t.removeOne(`${whatWords(one, lang)}, ${dayWords(one)}`)}>{t.remove}</Button></Form></ScreenOnly> }] : []),
      ]} />
      <p><Quiet>{t.about}</Quiet></p>
    </Stack>
  );
}

/** «Kurs: Å melde en bekymring (Nav)» */
function whatWords({ kind, theme, group }: OutreachLine, lang: Lang): string {
  if (kind === ROUTINE) return '';
  const what = OUTREACH.label(kind, lang);
  return theme === undefined || group === undefined ? what : outreachTexts[lang].courseAbout(what, COURSE_THEME.label(theme, lang), COURSE_GROUP.label(group, lang));
}
