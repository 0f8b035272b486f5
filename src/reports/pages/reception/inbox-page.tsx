import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { osloDay } from '../../../kernel/time.ts';
import { maySeePads } from '../../access.ts';
import { CHANNEL } from '../../codes.ts';
import { paperTexts } from '../../paper/texts.ts';
import { deskTexts } from '../../texts/desk.ts';
import type { Inbox, InboxRow } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Chip, LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { PageHead, Quiet, Row, Section, Stack } from '../../../web/ui/layout.tsx';
import { Alert, EmptyState, Tag, Tags, type Tone } from '../../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../../web/ui/symbols.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { Clock } from '../../../web/ui/time-line.tsx';
import { WorkList, type WorkItem } from '../../../web/ui/work.tsx';
import { DraftsList } from '../desk/drafts-list.tsx';
import { OTHER, SENT } from '../desk/paths.ts';
import { EnquiryList } from '../desk/enquiry-pages.tsx';
import { HandedList } from '../desk/handed-list.tsx';
import { ToNight, ToPhone } from '../desk/to-phone.tsx';
import { CrowdedLane } from './crowded-lane.tsx';
import { clockWords, FILTERS, findFilter, passes, rowClock, standing, type Filter, type Standing } from './lines.ts';
import { ageWords, dateWords, momentWords, timeWords } from '../../../web/ui/moments.ts';
import { PADS } from '../paper/paths.ts';
import { settleTexts } from '../../texts/settle.ts';
import { UnconfirmedList } from './unconfirmed-list.tsx';
import { watchTexts } from '../../texts/watch.ts';
import { consultationPath, DONE, INBOX, reportPath, WATCH } from './paths.ts';

/** Reception's one list. Names and places never stand here: anybody may look over a shoulder. */
export function InboxPage({ inbox, request }: { inbox: Inbox; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = receptionTexts[lang];
  const filter = findFilter(request.query.get('vis'));
  return (
    <StaffPage request={request} title={t.inbox} current="reception" faults={request.refused === undefined ? undefined : [{ field: 'uferdige', text: deskTexts[lang].reason_missing }]}>
      <PageHead heading={t.inbox} lead={t.updated(timeWords(inbox.now, lang))} action={<Row><ToPhone lang={lang} /><ToNight lang={lang} /><LinkButton href={OTHER} small>{deskTexts[lang].toOther}</LinkButton><LinkButton href={WATCH} small>{watchTexts[lang].open}</LinkButton><LinkButton href={here(filter)} small>{t.refresh}</LinkButton></Row>} />
      <Stack>
        {request.query.get('gjort') === DONE.handedOver ? <Alert kind="success" heading={t.doneHandedOver} /> : null}
        {request.query.get('gjort') === DONE.left ? <Alert kind="success" heading={t.doneLeft} /> : null}
        {request.query.get('gjort') === DONE.split ? <Alert kind="success" heading={settleTexts[lang].doneSplit} /> : null}
        {request.query.get('gjort') === SENT.sent ? <Alert kind="success" heading={deskTexts[lang].sent} /> : null}
        {request.query.get('gjort') === SENT.urgent ? <Alert kind="success" heading={deskTexts[lang].sentUrgent} /> : null}
        {request.query.get('gjort') === SENT.away ? <Alert kind="success" heading={deskTexts[lang].putAwayDone} /> : null}
        <HandedList handed={inbox.handed} lang={lang} />
        <DraftsList drafts={inbox.drafts} lang={lang} settles={request.person.roles.includes('KOORDINATOR')} />
        <EnquiryList enquiries={inbox.enquiries} lang={lang} />
        <Unopened inbox={inbox} lang={lang} />
        <Waiting inbox={inbox} filter={filter} lang={lang} />
        <UnconfirmedList rows={inbox.unconfirmed} lang={lang} />
        <CrowdedLane inbox={inbox} lang={lang} />
      </Stack>
      <Recent rows={inbox.decided.filter((row) => !row.consultation)} lang={lang} />
      {maySeePads(request.person).allow ? <p><TextLink href={PADS}>{paperTexts[lang].pads}</TextLink></p> : null}
    </StaffPage>
  );
}

function here(filter: Filter | undefined): string {
  return filter === undefined ? INBOX : `${INBOX}?vis=${filter}`;
}

/** On top, because somebody who wrote is waiting and nobody can read it. */
function Unopened({ inbox, lang }: { inbox: Inbox; lang: Lang }) {
  const t = receptionTexts[lang];
  const kinds = [
    { rows: inbox.unreadable, heading: t.unreadable, what: t.unreadableWhat, todo: t.unreadableDo },
    { rows: inbox.delayed, heading: t.delayed, what: t.delayedWhat, todo: t.delayedDo },
  ].filter((kind) => kind.rows.length > 0);
  return kinds.map((kind) => (
    <Alert key={kind.what} kind="warning" heading={kind.heading(kind.rows.length)}>
      <p>{kind.what}</p>
      <p>{kind.todo}</p>
      <DescriptionList items={kind.rows.map((row) => ({ term: t.came(momentWords(row.received_at, lang)), value: row.envelope_id }))} />
    </Alert>
  ));
}

const LABELS: Readonly<Record<Filter, 'urgentOnes' | 'newOnes' | 'addedOnes' | 'seenOnes' | 'handedOnes' | 'consultations'>> = {
  akutt: 'urgentOnes', nye: 'newOnes', tillegg: 'addedOnes', leste: 'seenOnes', overleverte: 'handedOnes', drofting: 'consultations',
};

function Waiting({ inbox, filter, lang }: { inbox: Inbox; filter: Filter | undefined; lang: Lang }) {
  const t = receptionTexts[lang];
  const shown = inbox.waiting.filter((row) => passes(row, filter));
  if (inbox.waiting.length === 0) return inbox.unreadable.length + inbox.delayed.length + inbox.crowded.count > 0 ? null : <EmptyState heading={t.nothing}><p>{t.nothingLead}</p></EmptyState>;
  return (
    <>
      <nav aria-label={t.filter}>
        <Tags>
          <Chip href={here(undefined)} selected={filter === undefined} count={inbox.waiting.length}>{t.all}</Chip>
          {FILTERS.map((one) => <Chip key={one} href={here(one)} selected={filter === one} count={inbox.waiting.filter((row) => passes(row, one)).length}>{t[LABELS[one]]}</Chip>)}
        </Tags>
      </nav>
      {shown.length === 0
        ? <EmptyState heading={t.noneHere} symbol="ring"><p><TextLink href={here(undefined)}>{t.showAll}</TextLink></p></EmptyState>
        : <WorkList label={t.waiting} next={shown.find(({ seen_at: seen }) => seen === null)?.file_id} items={shown.map((row) => lineOf(row, inbox, lang))} />}
      {inbox.cut ? <p><Quiet>{t.cut}</Quiet></p> : null}
    </>
  );
}

const LOOKS: Readonly<Record<Standing, { readonly tone: Tone; readonly symbol: SymbolName }>> = {
  new: { tone: 'accent', symbol: 'dot' }, added: { tone: 'accent', symbol: 'note' }, seen: { tone: 'neutral', symbol: 'eye' },
  handed: { tone: 'info', symbol: 'arrow' }, decided: { tone: 'success', symbol: 'check' },
  split: { tone: 'success', symbol: 'person' }, sent: { tone: 'info', symbol: 'arrow' },
};

/** Where a report stands, as a tag. */
export function StandingTag({ row, lang }: { row: Pick<InboxRow, 'state' | 'seen_at'>; lang: Lang }) {
  const at = standing(row);
  return <Tag {...LOOKS[at]}>{receptionTexts[lang][`state_${at}`]}</Tag>;
}

export function UrgentTag({ lang }: { lang: Lang }) {
  return <Tag tone="life">{receptionTexts[lang].urgent}</Tag>;
}

function lineOf(row: InboxRow, { now, clocks }: Inbox, lang: Lang): WorkItem {
  const t = receptionTexts[lang];
  const clock = clockWords(rowClock(row, now, clocks), now, lang);
  const since = row.unread_since ?? row.received_at;
  const channel = CHANNEL.is(row.channel) ? CHANNEL.label(row.channel, lang) : row.channel;
  return {
    id: row.file_id, href: row.consultation ? consultationPath(row.file_id) : reportPath(row.file_id), title: row.reference,
    reason: [ageWords(since, now, lang), channel, ...(row.decided_at === null ? [] : [addedTo(row, lang)]), ...(row.answer === 'SENERE' ? [t.owedHeading] : [])].join(' · '),
    meta: t.came(momentWords(since, lang)),
    symbol: row.urgent ? 'bell' : LOOKS[standing(row)].symbol,
    tags: <>{row.urgent ? <UrgentTag lang={lang} /> : null}{row.consultation ? <Tag tone="info" symbol="chat">{t.consultation}</Tag> : null}<StandingTag row={row} lang={lang} /></>,
    clock: clock === undefined ? undefined : <Clock {...clock} />,
  };
}

/** Where an addition belongs that came to a report which has ended here. */
function addedTo({ state }: InboxRow, lang: Lang): string {
  if (state === 'SPLIT') return settleTexts[lang].addedToSplit;
  return state === 'SENT_ON' ? settleTexts[lang].addedToSent : receptionTexts[lang].addedToCase;
}

/** Quiet, below: what is done needs nobody. */
function Recent({ rows, lang }: { rows: readonly InboxRow[]; lang: Lang }) {
  const t = receptionTexts[lang];
  if (rows.length === 0) return null;
  return (
    <Section heading={t.recent}>
      <Table<InboxRow> caption={t.recent} captionHidden stacked rows={rows} rowKey={(row) => row.file_id} columns={[
        { key: 'reference', label: t.reference, rowHeader: true, cell: (row) => <TextLink href={reportPath(row.file_id)}>{row.reference}</TextLink> },
        { key: 'received', label: t.received, cell: (row) => dateWords(osloDay(row.received_at), lang) },
        { key: 'state', label: settleTexts[lang].ended, cell: (row) => t[`state_${standing(row)}`] },
        { key: 'decided', label: t.settledOn, cell: (row) => (row.decided_at === null ? '' : dateWords(osloDay(row.decided_at), lang)) },
      ]} />
    </Section>
  );
}
