import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { addMs, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { refusalText } from '../../web/refusals.ts';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, Chip } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords, shortDayWords, timeWords } from '../../web/ui/moments.ts';
import { Alert, Card, Details, EmptyState, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { markReview } from '../commands/log-review.ts';
import { logTexts } from '../texts/log-page.ts';
import { casePageTexts } from '../texts/page.ts';
import { logReview, type LogReview, type ReviewLine } from '../queries/log-review.ts';
import { REVIEW, reviewPath } from './paths.ts';

const SAVED = 'lagret';
type Props = { readonly model: LogReview; readonly request: StaffRequest };

/** A leader goes through what was drawn of a month's log; the data-protection officer reads it, and what came of it. */
export function LogReviewPage({ model, request }: Props): ReactElement {
  const { lang, refused, form } = request;
  const t = logTexts[lang];
  const { lines, month, mayMark } = model;
  const waiting = lines.filter(({ verdict }) => verdict === undefined);
  const at = lines.some(({ reviewId }) => reviewId === form.one('reviewId')) ? wordId(form.one('reviewId')) : 'innhold';
  const faults = refused === undefined ? [] : [{ field: at, text: faultOf(request) }];
  return (
    <StaffPage request={request} title={t.review} more="review" faults={faults}>
      <PageHead heading={t.review} lead={mayMark ? t.reviewLead : t.reviewOfficer} />
      {month === undefined ? <EmptyState heading={t.nothing} symbol="ring"><p>{t.nothingLead}</p></EmptyState> : (
        <Stack>
          {refused === undefined && request.query.get('gjort') === SAVED ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
          <Months model={model} lang={lang} />
          <Standing model={model} left={waiting.length} lang={lang} />
          {mayMark ? null : <Summary lines={lines} lang={lang} />}
          {waiting.length === 0 ? null : <Section heading={t.waiting}><Stack gap="s">{waiting.map((line) => <LineCard key={line.reviewId} line={line} model={model} request={request} />)}</Stack></Section>}
          {waiting.length === lines.length ? null : (
            <Section heading={t.seen}><Stack gap="s">{lines.filter(({ verdict }) => verdict !== undefined).map((line) => <LineCard key={line.reviewId} line={line} model={model} request={request} />)}</Stack></Section>
          )}
        </Stack>
      )}
    </StaffPage>
  );
}

const wordId = (reviewId: string): string => `word-${reviewId}`;

function faultOf({ refused, lang }: StaffRequest): string {
  const t = logTexts[lang];
  return refusalText(lang, Object.values(refused?.fields ?? {})[0] ?? refused?.code ?? 'bad_input', t);
}

/** «oktober 2026» */
function monthWords(month: string, lang: Lang): string {
  return dateWords(`${month}-01` as Day, lang).split(' ').slice(2).join(' '); // a month that was drawn
}

function Months({ model: { months, month }, lang }: { model: LogReview; lang: Lang }) {
  const t = logTexts[lang];
  if (months.length < 2) return <p>{t.month(monthWords(month ?? '', lang))}</p>;
  return <Row>{months.slice(0, 12).map((one) => <Chip key={one} href={reviewPath(one)} selected={one === month}>{monthWords(one, lang)}</Chip>)}</Row>;
}

function Standing({ model: { due, lines, now }, left, lang }: { model: LogReview; left: number; lang: Lang }) {
  const t = logTexts[lang];
  if (lines.length === 0) return <p>{t.noLines}</p>;
  if (left === 0) return <Alert kind="success" standing><p>{t.allDone}</p></Alert>;
  const when = due === undefined ? '' : now >= due ? t.late : t.dueBy(dateWords(lastDay(due), lang));
  return <p><strong>{t.left(left)}</strong> {when}</p>;
}

/** A deadline is exclusive: people are told the day before. */
function lastDay(due: Instant): Day {
  return osloDay(addMs(due, -1));
}

type Sum = { readonly place: string; readonly drawn: number; readonly fine: number; readonly follow: number; readonly open: number };

function Summary({ lines, lang }: { lines: readonly ReviewLine[]; lang: Lang }) {
  const t = logTexts[lang];
  const places = [...new Set(lines.map(({ municipality }) => municipality))];
  const rows = places.map((place): Sum => {
    const here = lines.filter(({ municipality }) => municipality === place);
    const count = (verdict: ReviewLine['verdict']): number => here.filter((one) => one.verdict === verdict).length;
    return { place: place ?? t.noPlace, drawn: here.length, fine: count('I_ORDEN'), follow: count('FOLGES_OPP'), open: count(undefined) };
  });
  if (rows.length === 0) return null;
  const figure = (key: 'drawn' | 'fine' | 'follow' | 'open') => ({ key, label: t[key], number: true, cell: (row: Sum) => String(row[key]) });
  return (
    <Section heading={t.summary}>
      <Table<Sum> caption={t.summary} captionHidden stacked rows={rows} rowKey={({ place }) => place} columns={[{ key: 'place', label: t.place, rowHeader: true, cell: ({ place }) => place }, figure('drawn'), figure('fine'), figure('follow'), figure('open')]} />
    </Section>
  );
}

function LineCard({ line, model, request }: Props & { line: ReviewLine }) {
  const { lang, refused, form } = request;
  const t = logTexts[lang];
  const words = casePageTexts[lang];
  const again = refused !== undefined && form.one('reviewId') === line.reviewId;
  const [from, to] = [timeWords(line.first, lang), timeWords(line.last, lang)];
  return (
    <Card heading={line.municipality === undefined || model.mayMark ? line.reference : `${line.reference} · ${line.municipality}`} level={3}>
      <Stack gap="s">
        <Tags>{line.signs.length === 0 ? <Tag>{t.by_lot}</Tag> : line.signs.map((sign) => <Tag key={sign} tone="warning" symbol="flag">{t[`sign_${sign}`]}</Tag>)}</Tags>
        <DescriptionList items={[
          { term: t.who, value: [line.who, line.unit].filter((part) => part !== '').join(', ') },
          { term: t.when, value: `${shortDayWords(line.day, model.now, lang)} ${lang === 'en' ? 'at' : 'kl.'} ${from}${from === to ? '' : `–${to}`}` },
          { term: t.what, value: [...new Set(line.did.map(({ kind }) => words[`looked_${kind}`]))].join(', ') },
          { term: t.right, value: [...new Set(line.did.map(({ right }) => words[`right_${right}`]))].join(', ') },
          { term: t.times, value: String(line.times) },
        ]} />
        <Verdict line={line} lang={lang} now={model.now} />
        {!model.mayMark ? null : line.mine ? <p><Quiet>{t.mine}</Quiet></p>
          : line.verdict === undefined ? <Mark line={line} request={request} again={again} />
            : <ScreenOnly><Details summary={<>{t.change}<span className="ds-sr-only">: {line.reference}</span></>} open={again}><Mark line={line} request={request} again={again} /></Details></ScreenOnly>}
      </Stack>
    </Card>
  );
}

function Verdict({ line: { verdict, word, by, at }, lang, now }: { line: ReviewLine; lang: Lang; now: LogReview['now'] }) {
  const t = logTexts[lang];
  if (verdict === undefined) return null;
  return (
    <>
      <Tags><Tag tone={verdict === 'I_ORDEN' ? 'success' : 'warning'} symbol={verdict === 'I_ORDEN' ? undefined : 'alert'}>{t[`verdict_${verdict}`]}</Tag></Tags>
      {word === undefined || word === '' ? null : <p>{word}</p>}
      {by === undefined || at === undefined ? null : <p><Quiet>{t.saidBy(by, shortDayWords(osloDay(at), now, lang))}</Quiet></p>}
    </>
  );
}

function Mark({ line, request, again }: { line: ReviewLine; request: StaffRequest; again: boolean }) {
  const { lang, form } = request;
  const t = logTexts[lang];
  return (
    <ScreenOnly>
      <Form action={REVIEW} hidden={{ reviewId: line.reviewId, revision: String(line.revision) }}>
        <Field name="word" id={wordId(line.reviewId)} label={t.word} description={t.wordHint} value={again ? form.one('word') : line.word ?? ''} error={again ? faultOf(request) : undefined} />
        <FormActions>
          <Button variant="secondary" name="verdict" value="I_ORDEN" label={t.markFineFor(line.reference)}>{t.markFine}</Button>
          <Button variant="secondary" name="verdict" value="FOLGES_OPP" label={t.markFollowFor(line.reference)}>{t.markFollow}</Button>
        </FormActions>
      </Form>
    </ScreenOnly>
  );
}

const page = show({ path: REVIEW, query: logReview, input: ({ query }) => ({ month: query.get('maned') ?? undefined }), view: (model, request) => <LogReviewPage model={model} request={request} /> });

export const REVIEW_ROUTES: readonly StaffRoute[] = [
  page,
  submit({
    path: REVIEW, command: markReview, again: page, input: ({ form }) => ({ reviewId: form.one('reviewId'), verdict: form.one('verdict'), word: form.one('word'), revision: form.one('revision') }),
    then: ({ month }) => `${reviewPath(month)}&gjort=${SAVED}`,
  }),
];
