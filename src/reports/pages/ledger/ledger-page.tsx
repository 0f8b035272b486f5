import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { day as dayOf, osloDay, type Instant } from '../../../kernel/time.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { refusalText } from '../../../web/refusals.ts';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, LinkButton } from '../../../web/ui/buttons.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { Field } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../../web/ui/layout.tsx';
import { dateWords, nearMomentWords, shortDayWords, timeWords } from '../../../web/ui/moments.ts';
import { Alert, Card, Tag } from '../../../web/ui/surfaces.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import { CHANNEL } from '../../codes.ts';
import type { DayCount } from '../../ledger.ts';
import { ledgerTexts } from '../../texts/ledger.ts';
import type { GapLine, Ledger, LostLine, SettledLine } from '../../queries/ledger.ts';
import { PADS } from '../paper/paths.ts';
import { SETTLE_LOST, SETTLED } from './paths.ts';

const REGION = '/region';

/** What came and how far it has come; what is missing stands first. No name and no reference is on it. */
export function LedgerPage({ ledger, request }: { ledger: Ledger; request: StaffRequest }): ReactElement {
  const { lang, refused, form } = request;
  const t = ledgerTexts[lang];
  const faults = refused === undefined ? [] : [{ field: ledger.lost.some(({ lostId }) => lostId === form.one('lostId')) ? `did-${form.one('lostId')}` : 'innhold', text: refusalText(lang, refused.fields?.['did'] ?? refused.code) }];
  return (
    <StaffPage request={request} title={t.ledger} more="region" faults={faults}>
      <PageHead heading={t.ledger} lead={t.lead} action={<Row><LinkButton href={REGION}>{t.toRegion}</LinkButton>{ledger.mayPads ? <LinkButton href={PADS}>{t.toPads}</LinkButton> : null}</Row>} />
      <Stack>
        {refused === undefined && request.query.get('gjort') === SETTLED ? <Alert kind="success"><p>{t.done}</p></Alert> : null}
        {ledger.gaps.length + ledger.lost.length === 0 ? <Alert kind="success" standing heading={t.well}><p>{t.wellLead(timeWords(ledger.now, lang))}</p></Alert> : null}
        <Lost ledger={ledger} request={request} />
        <Gaps ledger={ledger} lang={lang} />
      </Stack>
      <Section heading={t.days}>
        <p><Quiet>{t.countLead}</Quiet></p>
        <Counts caption={t.days} first={t.day} lang={lang} rows={ledger.days.map((one) => ({ ...one, key: one.day, name: shortDayWords(one.day, ledger.now, lang) }))} />
      </Section>
      <Section heading={t.months}><Counts caption={t.months} first={t.month} lang={lang} rows={ledger.months.map((one) => ({ ...one, key: one.month, name: monthWords(one.month, lang) }))} /></Section>
      <Settled rows={ledger.settled} lang={lang} now={ledger.now} />
    </StaffPage>
  );
}

/** «mars 2026» */
function monthWords(month: string, lang: Lang): string {
  const first = dayOf(`${month}-01`);
  return first === undefined ? month : dateWords(first, lang).split(' ').slice(2).join(' ');
}

type CountRow = Omit<DayCount, 'day'> & { readonly key: string; readonly name: string };

function Counts({ caption, first, rows, lang }: { caption: string; first: string; rows: readonly CountRow[]; lang: Lang }) {
  const t = ledgerTexts[lang];
  const figure = (key: 'reports' | 'additions' | 'readable' | 'seen' | 'decided'): Column<CountRow> => ({ key, label: t[key], number: true, cell: (row) => String(row[key]) });
  return (
    <Table<CountRow> caption={caption} captionHidden stacked rows={rows} rowKey={(row) => row.key} empty={t.none}
      columns={[{ key: 'name', label: first, rowHeader: true, cell: (row) => row.name }, figure('reports'), figure('additions'), figure('readable'), figure('seen'), figure('decided')]} />
  );
}

function channelWords(code: string, lang: Lang): string {
  return CHANNEL.label(CHANNEL.is(code) ? code : 'UKJENT', lang);
}

function Gaps({ ledger: { gaps, now }, lang }: { ledger: Ledger; lang: Lang }) {
  const t = ledgerTexts[lang];
  if (gaps.length === 0) return null;
  return (
    <Section heading={t.gaps(gaps.length)}>
      <p>{t.gapsLead}</p>
      <Table<GapLine & { readonly n: number }> caption={t.gaps(gaps.length)} captionHidden stacked rows={gaps.map((gap, n) => ({ ...gap, n }))} rowKey={(row) => String(row.n)} columns={[
        { key: 'how', label: t.how, rowHeader: true, cell: (row) => <div><Tag tone="life" symbol="alert">{t.gap}</Tag> {t[`gap_${row.kind}`]}</div> },
        { key: 'what', label: t.what, cell: (row) => t[`part_${row.what}`] },
        { key: 'since', label: t.since, cell: (row) => nearMomentWords(row.since, now, lang) },
        { key: 'channel', label: t.channel, cell: (row) => channelWords(row.channel, lang) },
      ]} />
    </Section>
  );
}

/** After a restore. Each stays in red until the leader has said what was done. */
function Lost({ ledger, request }: { ledger: Ledger; request: StaffRequest }) {
  const { lang } = request;
  const t = ledgerTexts[lang];
  if (ledger.lost.length === 0) return null;
  return (
    <Section heading={t.lost(ledger.lost.length)}>
      <p>{t.lostLead}</p>
      <Stack gap="s">{ledger.lost.map((row) => <LostCard key={row.lostId} row={row} ledger={ledger} request={request} />)}</Stack>
    </Section>
  );
}

function LostCard({ row, ledger, request: { lang, refused, form } }: { row: LostLine; ledger: Ledger; request: StaffRequest }) {
  const t = ledgerTexts[lang];
  const when = nearMomentWords(row.receivedAt, ledger.now, lang);
  const again = refused !== undefined && form.one('lostId') === row.lostId;
  return (
    <Card heading={t.lostAt(when)} level={3}>
      <p><Tag tone="life" symbol="alert">{t.lostTag}</Tag></p>
      <DescriptionList items={[
        { term: t.what, value: t[`part_${row.kind}`] }, { term: t.channel, value: channelWords(row.channel, lang) },
        { term: t.doNow, value: t[`now_${row.now}`] },
      ]} />
      <p><Quiet>{t.lostFound(nearMomentWords(row.foundAt, ledger.now, lang))}</Quiet></p>
      {ledger.maySettle ? (
        <ScreenOnly>
          <Form action={SETTLE_LOST} hidden={{ lostId: row.lostId }}>
            <Field name="did" id={`did-${row.lostId}`} label={t.did} description={t.didHint} value={again ? form.one('did') : ''} error={again ? refusalText(lang, refused.fields?.['did'] ?? refused.code) : undefined} required />
            <FormActions><Button variant="secondary" label={t.settleFor(when)}>{t.settle}</Button></FormActions>
          </Form>
        </ScreenOnly>
      ) : <p><Quiet>{t.onlyLeader}</Quiet></p>}
    </Card>
  );
}

function Settled({ rows, lang, now }: { rows: readonly SettledLine[]; lang: Lang; now: Instant }) {
  const t = ledgerTexts[lang];
  if (rows.length === 0) return null;
  return (
    <Section heading={t.settled}>
      <Table<SettledLine> caption={t.settled} captionHidden stacked rows={rows} rowKey={(row) => row.lostId} columns={[
        { key: 'at', label: t.since, rowHeader: true, cell: (row) => t.lostAt(nearMomentWords(row.receivedAt, now, lang)) },
        { key: 'what', label: t.what, cell: (row) => <div>{t[`part_${row.kind}`]}<br /><Quiet>{channelWords(row.channel, lang)}</Quiet></div> },
        { key: 'did', label: t.did, cell: (row) => <div>{row.did}<br /><Quiet>{t.settledBy(row.by, shortDayWords(osloDay(row.settledAt), now, lang))}</Quiet></div> },
      ]} />
    </Section>
  );
}

