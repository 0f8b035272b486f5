import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { PageHead, Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { nearMomentWords } from '../../web/ui/moments.ts';
import { Alert, EmptyState, Tag, type Tone } from '../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../web/ui/symbols.tsx';
import { Table } from '../../web/ui/table.tsx';
import type { MessageState } from '../codes.ts';
import type { SentMessage, SentMessages } from '../queries.ts';
import { noticeTexts } from '../texts.ts';

/** Where one says what one wants to be told; the staff module's page. */
const OWN_NOTICES = '/mine-varsler';

const LOOKS: Readonly<Record<MessageState, { tone: Tone; symbol: SymbolName }>> = {
  QUEUED: { tone: 'neutral', symbol: 'clock' }, SENT: { tone: 'success', symbol: 'check' }, UNCERTAIN: { tone: 'warning', symbol: 'half' },
  FAILED: { tone: 'warning', symbol: 'alert' }, GIVEN_UP: { tone: 'warning', symbol: 'alert' },
};

/** What was sent and when, and whether it arrived; never about whom, and to whom only where it did not. */
export function SentPage({ model, request }: { model: SentMessages; request: StaffRequest }): ReactElement {
  const { lang, ways } = request;
  const t = noticeTexts[lang];
  return (
    <StaffPage request={request} title={t.notices} more="region">
      <PageHead heading={t.notices} lead={t.lead} action={<LinkButton href={OWN_NOTICES}>{t.own}</LinkButton>} />
      <Stack>
        <Alert kind="info">
          <p>{ways?.mail === true ? t.mailOn : t.mailOff}</p>
          <p>{ways?.sms === true ? t.smsOn : t.smsOff}</p>
        </Alert>
        {model.messages.some(({ trouble }) => trouble) ? <Alert kind="warning" heading={t.trouble}><p>{t.troubleText}</p></Alert> : null}
      </Stack>
      <Section heading={t.list}>
        {model.messages.length === 0 ? <EmptyState heading={t.none} level={3} /> : <Messages model={model} lang={lang} />}
        {model.cut ? <p><Quiet>{t.cut}</Quiet></p> : null}
      </Section>
    </StaffPage>
  );
}

function Messages({ model, lang }: { model: SentMessages; lang: Lang }) {
  const t = noticeTexts[lang];
  return (
    <Table<SentMessage> caption={t.list} captionHidden stacked rows={model.messages} rowKey={(row) => row.messageId} columns={[
      { key: 'when', label: t.when, rowHeader: true, cell: (row) => nearMomentWords(row.askedAt, model.now, lang) },
      { key: 'what', label: t.what, cell: (row) => <div>{t[row.occasion]}<br /><Quiet>{t[row.step]}</Quiet></div> },
      { key: 'how', label: t.how, cell: (row) => t[row.channel] },
      { key: 'state', label: t.state, cell: (row) => <Arrived row={row} now={model.now} lang={lang} /> },
    ]} />
  );
}

function Arrived({ row, now, lang }: { row: SentMessage; now: SentMessages['now']; lang: Lang }) {
  const t = noticeTexts[lang];
  const words = row.state === 'SENT' ? [] : [
    ...(row.to === undefined ? [] : [t.to(row.to)]),
    ...(row.state === 'UNCERTAIN' && row.code !== 'under_way' ? [t.uncertain] : []), ...(row.code === undefined ? [] : [codeWords(row.code, lang)]),
    ...(row.attempts === 0 ? [] : [t.attempts(row.attempts)]), row.nextAt === undefined ? t.never : row.attempts === 0 ? '' : t.again(nearMomentWords(row.nextAt, now, lang)),
  ].filter((one) => one !== '');
  return (
    <div>
      <Tag {...LOOKS[row.state]}>{t[row.state]}</Tag>
      {words.length === 0 ? null : <><br /><Quiet>{words.join(' ')}</Quiet></>}
    </div>
  );
}

/** The sentence for how an attempt failed; a number of the other side is shown as it is. */
function codeWords(code: string, lang: Lang): string {
  const t: Readonly<Record<string, unknown>> = noticeTexts[lang];
  const number = /^(?:smtp|http)_(\d{3})$/.exec(code)?.[1];
  if (number !== undefined) return noticeTexts[lang].code_answer(number);
  const word = t[`code_${code}`];
  return typeof word === 'string' ? word : '';
}
