import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { AGE_BAND } from '../../people/codes.ts';
import { REPORTER } from '../../reports/codes.ts';
import { clockWords, reportClock } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { PageHead, Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { EmptyState, Tag, type Tone } from '../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import { WorkList, type WorkItem } from '../../web/ui/work.tsx';
import { DIRECTION, OUTCOME } from '../codes.ts';
import type { ConsultationProgress } from '../consultation.ts';
import type { Consultations, ListedConsultation } from '../queries.ts';
import { consultationTexts } from '../texts.ts';
import { Figures } from './figures.tsx';
import { consultationPath, NEW_CONSULTATION } from './paths.ts';

/** «Drøfting»: who waits for advice, what was advised before, and how many there were. */
export function ListPage({ model, request }: { model: Consultations; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = consultationTexts[lang];
  const waiting = model.rows.filter(isWaiting);
  const earlier = model.rows.filter((row) => !isWaiting(row));
  return (
    <StaffPage request={request} title={t.title} current="consultations">
      <PageHead heading={t.title} lead={t.lead} action={<LinkButton href={NEW_CONSULTATION} variant="primary">{t.register}</LinkButton>} />
      {model.rows.length === 0 ? <EmptyState heading={t.none} symbol="chat"><p>{t.noneLead}</p></EmptyState> : (
        <Stack>
          <Section heading={t.waiting}>
            {waiting.length === 0 ? <p><Quiet>{t.nothingWaits}</Quiet></p> : <WorkList label={t.waiting} items={waiting.map((row) => lineOf(row, model, lang))} />}
          </Section>
          {earlier.length === 0 ? null : <Section heading={t.earlier}><Table<ListedConsultation> caption={t.earlier} captionHidden stacked rows={earlier} rowKey={(row) => row.file_id} columns={columns(model, lang)} /></Section>}
          {model.cut ? <p><Quiet>{t.cut}</Quiet></p> : null}
          <Figures tally={model.tally} lang={lang} />
        </Stack>
      )}
    </StaffPage>
  );
}

function isWaiting(row: ListedConsultation): boolean {
  return !row.named && (row.state === 'ASKED' || row.unread);
}

const TONES: Readonly<Record<ConsultationProgress, Tone>> = { ASKED: 'accent', ANSWERED: 'success', REPORTED: 'info' };

export function StateTag({ state, lang }: { state: ConsultationProgress; lang: Lang }) {
  return <Tag tone={TONES[state]}>{consultationTexts[lang][`state_${state}`]}</Tag>;
}

function lineOf(row: ListedConsultation, model: Consultations, lang: Lang): WorkItem {
  const t = consultationTexts[lang];
  const clock = clockWords(reportClock({ urgent: row.urgent, receivedAt: row.received_at, unreadSince: row.unread ? row.received_at : undefined, decided: row.state !== 'ASKED' }, model.now, model.clocks), model.now, lang);
  return {
    id: row.file_id, href: consultationPath(row.file_id), title: row.reference, symbol: row.urgent ? 'bell' : 'chat',
    reason: [REPORTER.label(row.codes.service, lang), ageOf(row, lang), model.places[row.codes.municipality]].filter((part) => part !== undefined && part !== '').join(' · '),
    meta: t.asked(momentWords(row.received_at, lang)),
    tags: <>{row.urgent ? <Tag tone="life">{t.urgent}</Tag> : null}<StateTag state={row.state} lang={lang} />{row.unread && row.state !== 'ASKED' ? <Tag tone="accent">{t.unread}</Tag> : null}</>,
    clock: clock === undefined ? undefined : <Clock {...clock} />,
  };
}

function ageOf({ codes }: ListedConsultation, lang: Lang): string {
  return codes.ageBand === null ? '' : AGE_BAND.label(codes.ageBand, lang);
}

function columns({ places }: Consultations, lang: Lang): Column<ListedConsultation>[] {
  const t = consultationTexts[lang];
  return [
    { key: 'reference', label: t.reference, rowHeader: true, cell: (row) => <TextLink href={consultationPath(row.file_id)}>{row.reference}</TextLink> },
    { key: 'when', label: t.when, cell: (row) => dateWords(row.report_id === null ? row.codes.on : osloDay(row.received_at), lang) },
    { key: 'direction', label: t.direction, cell: (row) => DIRECTION.label(row.codes.direction, lang) },
    { key: 'who', label: t.who, cell: (row) => [REPORTER.label(row.codes.service, lang), places[row.codes.municipality]].filter((part) => part !== undefined).join(', ') },
    { key: 'age', label: t.age, cell: (row) => ageOf(row, lang) || t.unknownPlace },
    { key: 'outcome', label: t.outcomeColumn, cell: (row) => (row.codes.outcome === null ? '' : OUTCOME.label(row.codes.outcome, lang)) },
    { key: 'state', label: t.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
  ];
}
