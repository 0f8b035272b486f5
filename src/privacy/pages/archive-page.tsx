import type { ReactElement } from 'react';
import { uncasedTexts } from '../../cases/public.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Checkbox } from '../../web/ui/choices.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { Alert, Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { OPERATION, RECEIVER, RULE, type Operation } from '../codes.ts';
import { WITH_PACKAGE } from '../disposal.ts';
import type { Archive, ProtocolLine } from '../queries/archive.ts';
import type { ReadyCase } from '../queries/ready.ts';
import { holdTexts } from '../texts/hold.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, PrivacyPage, valueOf } from './frame.tsx';
import { Holds } from './holds.tsx';
import { CONFIRM, JOURNAL, PROPOSE, RECEIVE, wholePath, WITHDRAW } from './paths.ts';
import { Times } from './times.tsx';

type PageProps = { model: Archive; request: StaffRequest };

/** The year's list, what waits for the second person, and the protocol. */
export function ArchivePage({ model, request }: PageProps): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  const waiting = model.lines.filter(({ state }) => state === 'WAITING');
  const rest = model.lines.filter(({ state }) => state !== 'WAITING');
  return (
    <PrivacyPage request={request} title={t.archive} lead={t.archiveLead} part="archive" action={model.mayPropose ? <LinkButton href={JOURNAL}>{holdTexts[lang].journal}</LinkButton> : undefined} labels={{ receiver: t.receiver, fetched: t.fetched, reference: holdTexts[lang].reference, ground: holdTexts[lang].ground, why: holdTexts[lang].why, years: holdTexts[lang].years }}>
      <Section heading={t.waiting}>{waiting.length === 0 ? <p><Quiet>{t.noWaiting}</Quiet></p> : <Stack gap="s">{waiting.map((line) => <Waiting key={line.disposalId} line={line} model={model} lang={lang} />)}</Stack>}</Section>
      <Section heading={t.year(model.year)}>
        {model.ready.length === 0 ? <p><Quiet>{t.noReady}</Quiet></p> : model.ready.map(({ municipality, cases }) => (
          <Section key={municipality ?? ''} heading={municipality ?? t.unowned} level={3}><Ready cases={cases} model={model} request={request} caption={municipality ?? t.unowned} /></Section>
        ))}
      </Section>
      <Holds model={model} request={request} />
      <Times model={model} request={request} />
      <Section heading={t.protocol}><p><Quiet>{t.protocolLead}</Quiet></p><Protocol lines={rest} model={model} lang={lang} /></Section>
    </PrivacyPage>
  );
}

function low(operation: Operation, lang: Lang): string {
  return OPERATION.label(operation, lang).toLocaleLowerCase(lang);
}

function Waiting({ line, model: { now }, lang }: { line: ProtocolLine; model: Archive; lang: Lang }) {
  const t = privacyTexts[lang];
  return (
    <Card heading={`${OPERATION.label(line.operation, lang)}: ${lowWhat(line, lang)}`} level={3}>
      <DescriptionList beside items={[
        { term: t.municipality, value: line.municipality ?? t.unowned }, { term: t.closedOn, value: shortDayWords(line.closedOn, now, lang) }, { term: t.rule, value: ruleWords(line, lang) },
        ...(line.receiver === undefined ? [] : [{ term: t.receiver, value: RECEIVER.label(line.receiver, lang) }]), { term: t.proposedBy, value: t.by(line.proposedBy, shortDayWords(osloDay(line.proposedAt), now, lang)) },
      ]} />
      <Packed line={line} lang={lang} />
      {line.stays === undefined ? null : <div><Tag tone="warning" symbol="lock">{holdTexts[lang][line.stays]}</Tag></div>}
      {line.operation === 'KASSASJON' && line.mayConfirm ? <Alert kind="warning"><p>{t.forGood}</p></Alert> : null}
      <ScreenOnly><Row>
        {line.mayConfirm ? <Form action={CONFIRM} hidden={{ disposalId: line.disposalId }}><Button label={t.confirmFor(low(line.operation, lang), lowWhat(line, lang))}>{t.confirm}</Button></Form> : null}
        {line.mayWithdraw ? <Form action={WITHDRAW} hidden={{ disposalId: line.disposalId }}><Button variant="tertiary" label={t.withdrawFor(lowWhat(line, lang))}>{t.withdraw}</Button></Form> : null}
      </Row></ScreenOnly>
    </Card>
  );
}

function ruleWords({ rule }: Pick<ProtocolLine, 'rule'>, lang: Lang): string {
  const source = RULE.values.find(({ code }) => code === rule)?.source ?? '';
  return `${RULE.label(rule, lang)} (${source})`;
}

function Ready({ cases, model, request, caption }: { cases: readonly ReadyCase[]; model: Archive; request: StaffRequest; caption: string }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  return (
    <Table<ReadyCase> caption={caption} captionHidden stacked rows={cases} rowKey={(row) => row.fileId} columns={[
      { key: 'ref', label: t.reference2, rowHeader: true, cell: (row) => what(row, lang) },
      { key: 'closed', label: t.closedOn, cell: (row) => shortDayWords(row.closedOn, model.now, lang) },
      { key: 'rule', label: t.rule, cell: (row) => [...new Set(row.operations.map((one) => ruleWords(one, lang)))].join(', ') },
      { key: 'do', label: model.mayPropose ? t.doWhat : t.mayBe, cell: (row) => (row.transferring ? <Quiet>{t.transfer_waits}</Quiet> : model.mayPropose ? <Proposals row={row} now={model.now} request={request} /> : row.operations.map(({ operation }) => OPERATION.label(operation, lang)).join(', ')) },
    ]} />
  );
}

/** What it is, and its reference: «Sak 2026-K7QF3M». */
function what({ kind, reference }: Pick<ReadyCase, 'kind' | 'reference'>, lang: Lang): string {
  return `${uncasedTexts[lang][`kind_${kind}`]} ${reference}`;
}

/** The same within a sentence. */
function lowWhat(row: Pick<ReadyCase, 'kind' | 'reference'>, lang: Lang): string {
  return `${uncasedTexts[lang][`kind_${row.kind}`].toLocaleLowerCase(lang)} ${row.reference}`;
}

/** What leaves is the file of the whole case; until it is made there is nothing to propose to hand over. */
function Proposals({ row, now, request }: { row: ReadyCase; now: Archive['now']; request: StaffRequest }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const leaves = row.operations.some(({ operation }) => WITH_PACKAGE.includes(operation));
  if (leaves && row.packedAt === undefined) return <TextLink href={wholePath(row.fileId)} label={t.packFor(lowWhat(row, lang))}>{t.packFirst}</TextLink>;
  return (
    <Stack gap="xs">
      {!leaves || row.packedAt === undefined ? null : <Quiet>{t.packedAt(shortDayWords(osloDay(row.packedAt), now, lang))}</Quiet>}
      {row.operations.map(({ operation }) => operation === 'KASSASJON' && row.stays !== undefined ? <div key={operation}><Tag tone="warning" symbol="lock">{holdTexts[lang][row.stays]}</Tag></div> : <Propose key={operation} operation={operation} row={row} request={request} />)}
    </Stack>
  );
}

function Propose({ operation, row, request }: { operation: Operation; row: ReadyCase; request: StaffRequest }) {
  const { lang, form, refused } = request;
  const t = privacyTexts[lang];
  const again = refused !== undefined && form.one('caseId') === row.fileId && form.one('operation') === operation;
  const button = <FormActions><Button small variant="secondary" label={t.proposeFor(low(operation, lang), lowWhat(row, lang))}>{t.propose(low(operation, lang))}</Button></FormActions>;
  const hidden = { caseId: row.fileId, operation };
  if (operation !== 'AVLEVERING') return <Form action={PROPOSE} hidden={hidden}>{button}</Form>;
  return (
    <Details summary={t.propose(low(operation, lang))} open={again}>
      <Form action={PROPOSE} hidden={hidden}>
        <Select name="receiver" id={again ? 'receiver' : `mottaker-${row.fileId}`} label={t.receiver} required value={again ? valueOf(request, 'receiver') : ''} error={again ? faultOf(request, 'receiver') : undefined} options={RECEIVER.codes.map((code) => ({ value: code, label: RECEIVER.label(code, lang) }))} />
        {row.beside === 0 ? null : <Checkbox name="fetched" id={again ? 'fetched' : `hentet-${row.fileId}`} value="ja" label={t.fetched} description={t.beside(row.beside)} checked={again && form.one('fetched') === 'ja'} error={again ? faultOf(request, 'fetched') : undefined} />}
        {button}
      </Form>
    </Details>
  );
}

/** What leaves, and how the receiver knows that it is the same. */
function Packed({ line, lang }: { line: ProtocolLine; lang: Lang }) {
  const t = privacyTexts[lang];
  const { packed } = line;
  if (packed === undefined) return null;
  return (
    <>
      {packed.caseId === undefined ? null : <ScreenOnly><TextLink href={wholePath(packed.caseId)} label={t.fetchFor(lowWhat(line, lang))}>{t.fetch}</TextLink></ScreenOnly>}
      {packed.files === undefined || packed.files === 0 ? null : <Quiet>{t.beside(packed.files)}</Quiet>}
      <Details summary={t.sums}><Stack gap="xs"><p><Quiet>{t.sumsLead}</Quiet></p><DescriptionList items={[{ term: 'PDF', value: inGroups(packed.pdf) }, { term: 'JSON', value: inGroups(packed.json) }]} /></Stack></Details>
    </>
  );
}

/** So that it can be read aloud, and breaks on a narrow screen. */
function inGroups(sum: string): string {
  return (sum.match(/.{1,8}/g) ?? []).join(' ');
}

/** The archive has answered: only with that the transfer is done. */
function Receive({ line, lang }: { line: ProtocolLine; lang: Lang }) {
  const t = privacyTexts[lang];
  if (!line.mayReceive) return null;
  return <ScreenOnly><Form action={RECEIVE} hidden={{ disposalId: line.disposalId }}><Stack gap="xs"><Quiet>{t.receiveLead}</Quiet><Button small variant="secondary" label={t.receiveFor(lowWhat(line, lang))}>{t.receive}</Button></Stack></Form></ScreenOnly>;
}

const TONES = { WAITING: 'accent', SENT: 'warning', UNDERWAY: 'info', DONE: 'success', WITHDRAWN: 'neutral' } as const;

function Protocol({ lines, model: { now }, lang }: { lines: readonly ProtocolLine[]; model: Archive; lang: Lang }) {
  const t = privacyTexts[lang];
  return (
    <Table<ProtocolLine> caption={t.protocol} captionHidden stacked rows={lines} rowKey={(row) => row.disposalId} empty={t.noProtocol} columns={[
      { key: 'what', label: t.operation, rowHeader: true, cell: (row) => <div>{OPERATION.label(row.operation, lang)}<br /><Quiet>{row.receiver === undefined ? ruleWords(row, lang) : `${ruleWords(row, lang)}, ${RECEIVER.label(row.receiver, lang)}`}</Quiet></div> },
      { key: 'ref', label: t.reference2, cell: (row) => <div>{what(row, lang)}<br /><Quiet>{row.municipality ?? t.unowned}, {t.entries(row.entries)}</Quiet></div> },
      { key: 'people', label: t.people, cell: (row) => <div>{t.by(row.proposedBy, shortDayWords(osloDay(row.proposedAt), now, lang))}{row.confirmedAt === undefined ? null : <><br />{t.by(row.confirmedBy ?? '', shortDayWords(osloDay(row.confirmedAt), now, lang))}</>}</div> },
      { key: 'state', label: t.state, cell: (row) => <Stack gap="xs"><div><Tag tone={TONES[row.state]}>{t[`state_${row.state}`]}</Tag></div>{row.receivedAt === undefined ? null : <Quiet>{t.receivedBy} {t.by(row.receivedBy ?? '', shortDayWords(osloDay(row.receivedAt), now, lang))}</Quiet>}<Packed line={row} lang={lang} /><Receive line={row} lang={lang} /></Stack> },
    ]} />
  );
}
