import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { CHANNEL } from '../../codes.ts';
import { reportClock } from '../../clocks.ts';
import type { OpenReport } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Columns, PrintOnly, Row, ScreenOnly, Stack } from '../../../web/ui/layout.tsx';
import { Alert, Tag } from '../../../web/ui/surfaces.tsx';
import { Clock } from '../../../web/ui/time-line.tsx';
import { FileHeader } from '../../../web/ui/work.tsx';
import { ToPhone } from '../desk/to-phone.tsx';
import { TypedPart } from '../desk/typed-part.tsx';
import { DialogueDone, DialoguePart } from '../dialogue-part.tsx';
import { answersOf, type Reading } from './answers.ts';
import { faultLinks, STEPS_ID } from './faults.ts';
import { StandingTag, UrgentTag } from './inbox-page.tsx';
import { clockWords } from './lines.ts';
import { momentWords } from '../../../web/ui/moments.ts';
import { dialoguePaths, DONE, INBOX } from './paths.ts';
import { OwedAnswer } from './question-page.tsx';
import { ReportActions } from './report-actions.tsx';
import { Additions, FirstPart } from './report-answers.tsx';
import { ReportLog } from './report-log.tsx';
import { BeforeContact, Notices, Wish } from './report-top.tsx';
import { anyPart, newest } from './said.ts';
import { SettledDone, SettledPart } from './settled-part.tsx';

type ReportPageProps = { model: OpenReport; request: StaffRequest; /** for a coordinator: what else may be about the same person */ beside?: ReactNode; /** the short way to closing, where this person may take it */ advice?: ReactNode };

/** One report: what the person wants, what to know before anybody is contacted, what happened in full, and what may be done. */
export function ReportPage({ model, request, beside, advice }: ReportPageProps): ReactElement {
  const { lang } = request;
  const { report } = model;
  const t = receptionTexts[lang];
  const reading: Reading = { lang, places: model.places };
  const first: Reading = { ...reading, local: report.typedIn?.local };
  const answers = report.contents.slice(0, 1).flatMap((part) => answersOf(part.report, first));
  const now = answersOf(newest(report.contents), report.contents.length === 1 ? first : reading);
  return (
    <StaffPage request={request} title={t.report(report.reference)} current="reception" fileHead={<Head model={model} lang={lang} />} faults={faultLinks(request.refused, lang)}>
      <Columns aside={<><ReportActions model={model} request={request} advice={advice} /><ReportLog model={model} lang={lang} /></>}>
        <ScreenOnly><Row><TextLink href={INBOX}>{t.toInbox}</TextLink><TextLink href={`#${STEPS_ID}`}>{t.toSteps}</TextLink><ToPhone lang={lang} quiet /></Row></ScreenOnly>
        <Stack gap="s">
          {request.query.get('gjort') === DONE.urgent ? <Alert kind="success" heading={t.doneUrgent} /> : null}
          <SettledDone done={request.query.get('gjort')} lang={lang} />
          <DialogueDone done={request.query.get('gjort')} lang={lang} />
          {model.owes ? <OwedAnswer fileId={model.fileId} lang={lang} /> : null}
          <Notices model={model} lang={lang} />
        </Stack>
        <SettledPart model={model} request={request} />
        <Wish report={report} lang={lang} />
        {beside}
        <BeforeContact report={report} answers={now} lang={lang} />
        <TypedPart report={report} names={model.names} lang={lang} />
        <FirstPart answers={answers} vault={model.vault} lang={lang} />
        <Additions model={model} reading={reading} />
        <DialoguePart dialogue={report.dialogue} window={model.window} messageId={model.messageId} readBefore={model.readPartsBefore} names={model.names} lang={lang} level={2}
          paths={dialoguePaths(model.fileId)} typed={request.form} refused={request.refused} />
        <PrintOnly><p>{t.printed(request.colleague.name, momentWords(model.now, lang))}</p></PrintOnly>
      </Columns>
    </StaffPage>
  );
}

function Head({ model, lang }: { model: OpenReport; lang: Lang }) {
  const { report } = model;
  const t = receptionTexts[lang];
  const channel = CHANNEL.is(report.channel) ? CHANNEL.label(report.channel, lang) : report.channel;
  const received = report.receivedAt ?? model.now;
  const clock = clockWords(reportClock({ urgent: report.urgent, receivedAt: received, unreadSince: undefined, decided: report.decidedAt !== undefined }, model.now, model.clocks), model.now, lang);
  return (
    <FileHeader title={report.reference} facts={[t.came(momentWords(received, lang)), channel]} flags={<Flags model={model} lang={lang} />}
      phase={report.decidedAt === undefined ? 'receive' : 'assess'} clock={clock === undefined ? undefined : <Clock {...clock} />} />
  );
}

function Flags({ model: { report }, lang }: { model: OpenReport; lang: Lang }) {
  const t = receptionTexts[lang];
  const flag = (shown: boolean, text: string, symbol: 'person' | 'lock' | 'house' | 'alert') => (shown ? <Tag tone="warning" symbol={symbol}>{text}</Tag> : null);
  return (
    <>
      {report.urgent ? <UrgentTag lang={lang} /> : null}
      <StandingTag row={{ state: report.outcome === 'DELT' ? 'SPLIT' : report.sendings.length > 0 ? 'SENT_ON' : report.progress, seen_at: report.seenAt ?? null }} lang={lang} />
      {flag(anyPart(report.contents, (part) => part.childrenInHome === 'ja'), t.flagChildren, 'person')}
      {flag(anyPart(report.contents, (part) => part.person.protectedAddressHint), t.flagAddress, 'lock')}
      {flag(anyPart(report.contents, (part) => part.livesTogether === 'ja'), t.flagTogether, 'house')}
      {flag(anyPart(report.contents, (part) => part.adult === 'nei'), t.flagMinor, 'alert')}
    </>
  );
}
