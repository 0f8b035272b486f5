import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DateField, Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, Prose, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { nearMomentWords } from '../../web/ui/moments.ts';
import { Alert, Details, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { headingOf } from '../compose.ts';
import { dayWords } from '../months.ts';
import type { Lack } from '../publication.ts';
import type { OpenPublication, PartLine, Workshop } from '../queries/open.ts';
import { documentTexts } from '../texts/page.ts';
import { ReportContent } from './content-part.tsx';
import { FilesPart, isMaking } from './files-part.tsx';
import { faultOf, ReportFrame, valueOf } from './frame.tsx';
import { StateTag } from './list-page.tsx';
import { partPath, reportPath, REPORTS, stepPath, UNSEEN } from './paths.ts';
import { reportTitle } from './title.ts';

type Props = { model: OpenPublication; request: StaffRequest };
type Working = Props & { workshop: Workshop };

/** One report: where it stands, what it lacks, its parts, its files, and as it will be. */
export function ReportPage({ model, request }: Props): ReactElement {
  const { lang } = request;
  const t = documentTexts[lang];
  const { row, workshop, outputs } = model;
  const title = reportTitle(row, lang);
  const making = outputs.some(isMaking);
  return (
    <ReportFrame request={request} title={title} action={<LinkButton href={REPORTS} small>{t.back}</LinkButton>} labels={{ from: t.from, to: t.to, cutOff: t.cutOff, edition: t.edition, format: t.format }} refresh={making ? { from: `${reportPath(row.publication_id)}${UNSEEN}`, seconds: 5 } : undefined} scripts={making ? ['making.js'] : []}>
      <Row><StateTag state={row.state} request={request} />{row.version > 1 ? <Tag>{`${t.version} ${row.version}`}</Tag> : null}</Row>
      {workshop === undefined ? null : <Standing model={model} request={request} workshop={workshop} />}
      <FilesPart model={model} request={request} />
      {workshop === undefined || row.state === 'FROSSET' ? null : <Parts model={model} request={request} workshop={workshop} />}
      <Section heading={row.state === 'FROSSET' ? t.report : t.preview}><ReportContent content={model.content} /></Section>
      {workshop === undefined || row.state === 'FROSSET' ? null : <OpenComments model={model} request={request} workshop={workshop} />}
    </ReportFrame>
  );
}

function Standing({ model, request, workshop }: Working) {
  const { row, names, now } = model;
  const t = documentTexts[request.lang];
  if (row.state === 'FROSSET') return <Frozen model={model} request={request} workshop={workshop} />;
  const hidden = { revision: String(row.revision) };
  if (row.state === 'TIL_GODKJENNING') {
    return (
      <Section heading={t.sent}>
        <p>{t.sentBy(names[row.sent_by ?? ''] ?? '', row.sent_at === null ? '' : nearMomentWords(row.sent_at, now, request.lang))}</p>
        {workshop.barred ? <p>{t.waitsForOther}</p> : <ScreenOnly><Form action={stepPath(row.publication_id, 'godkjenn')} hidden={{ ...hidden, said: model.said }}><OpenComments model={model} request={request} workshop={workshop} /><p>{t.approveLead}</p><FormActions><Button>{t.approve}</Button></FormActions></Form></ScreenOnly>}
      </Section>
    );
  }
  return (
    <Stack>
      {workshop.lacks.length === 0 ? <Alert kind="info"><p>{t.ready}</p></Alert> : <Lacks model={model} request={request} workshop={workshop} />}
      <ScreenOnly><Form action={stepPath(row.publication_id, 'send')} hidden={hidden}><FormActions><Button variant={workshop.lacks.length === 0 ? 'primary' : 'secondary'}>{t.send}</Button></FormActions></Form></ScreenOnly>
    </Stack>
  );
}

/** Comments that nobody has resolved, with the way to each part: where somebody approves, and at the end of what they have read. */
function OpenComments({ model: { row }, request: { lang }, workshop }: Working) {
  const t = documentTexts[lang];
  const open = workshop.comments.filter(({ resolvedBy }) => resolvedBy === undefined);
  if (open.length === 0) return null;
  const about = { lang, period: { from: row.from_month, to: row.to_month } };
  const parts = [...new Set(open.map(({ part }) => part))];
  return (
    <Alert kind="warning">
      <p>{t.unresolved(open.length)}</p>
      <ul>{parts.map((part) => <li key={part}><TextLink href={`${partPath(row.publication_id, part)}#kommentarer`}>{headingOf(part, about)}</TextLink>{`: ${t.openComments(open.filter((one) => one.part === part).length)}`}</li>)}</ul>
    </Alert>
  );
}

function Frozen({ model: { row, names, newId, now }, request: { lang }, workshop }: Working) {
  const t = documentTexts[lang];
  return (
    <Stack>
      <p>{t.approvedBy(names[row.approved_by ?? ''] ?? '', row.approved_at === null ? '' : nearMomentWords(row.approved_at, now, lang))}</p>
      {workshop.correction === undefined
        ? <ScreenOnly><Form action={stepPath(row.publication_id, 'rett')} hidden={{ newId }}><FormActions><Button variant="secondary">{t.correct}</Button></FormActions></Form></ScreenOnly>
        : <p><TextLink href={reportPath(workshop.correction)}>{t.toCorrection}</TextLink></p>}
    </Stack>
  );
}

function lackWords(lack: Lack, { lang }: StaffRequest): string {
  const t = documentTexts[lang];
  if (lack.code === 'PLACEHOLDER') return t.lack_PLACEHOLDER(lack.found ?? '');
  if (lack.code === 'NAME') return t.lack_NAME(lack.found ?? '');
  if (lack.code === 'NUMBER') return t.lack_NUMBER;
  if (lack.code === 'AFTER_CUT_OFF') return t.lack_AFTER_CUT_OFF(lack.found ?? '');
  return lack.code === 'EMPTY' ? t.lack_EMPTY : t.lack_CARRIED;
}

function Lacks({ model: { row }, request, workshop }: Working) {
  const t = documentTexts[request.lang];
  const about = { lang: request.lang, period: { from: row.from_month, to: row.to_month } };
  return (
    <Alert kind="warning" heading={t.lacksHeading}>
      <ul>{workshop.lacks.map((lack) => <li key={`${lack.part} ${lack.code} ${lack.found ?? ''}`}><TextLink href={partPath(row.publication_id, lack.part)}>{headingOf(lack.part, about)}</TextLink>{`: ${lackWords(lack, request)}`}</li>)}</ul>
    </Alert>
  );
}

function Parts({ model, request, workshop }: Working) {
  const { row, names, now } = model;
  const { lang } = request;
  const t = documentTexts[lang];
  const about = { lang, period: { from: row.from_month, to: row.to_month } };
  const open = (code: string): number => workshop.comments.filter((one) => one.part === code && one.resolvedBy === undefined).length;
  return (
    <Section heading={t.parts}>
      <Table<PartLine> caption={t.parts} captionHidden stacked rows={workshop.parts} rowKey={({ part }) => part.code} columns={[
        { key: 'part', label: t.part, rowHeader: true, cell: ({ part }) => <TextLink href={partPath(row.publication_id, part.code)}>{headingOf(part.code, about)}</TextLink> },
        { key: 'state', label: t.state, cell: ({ part, written }) => <PartState line={{ part, written }} filled={workshop.filled.has(part.code)} comments={open(part.code)} request={request} /> },
        { key: 'last', label: t.last, cell: ({ written }) => (written === undefined ? '' : t.by(names[written.by] ?? '', nearMomentWords(written.at, now, lang))) },
      ]} />
      {workshop.spellings.length === 0 ? null : <Prose><p>{t.lookOver}</p><ul>{workshop.spellings.map((one) => <li key={`${one.part} ${one.found}`}><TextLink href={partPath(row.publication_id, one.part)}>{headingOf(one.part, about)}</TextLink>{`: ${t.spelling(one.found, one.right)}`}</li>)}</ul></Prose>}
      <ScreenOnly><Details summary={t.setPeriod} open={['from', 'to', 'cutOff'].some((name) => faultOf(request, name) !== undefined)}><PeriodForm model={model} request={request} /></Details></ScreenOnly>
    </Section>
  );
}

function PartState({ line: { part, written }, filled, comments, request: { lang } }: { line: PartLine; filled: boolean; comments: number; request: StaffRequest }) {
  const t = documentTexts[lang];
  const fills = filled || part.kind === 'results' || part.kind === 'control';
  return (
    <Row gap="xs">
      {written?.carried === true ? <Tag tone="warning">{t.carried}</Tag> : written === undefined && !fills ? <Quiet>{part.required ? t.lack_EMPTY : t.nobody}</Quiet> : null}
      {fills ? <Quiet>{t.fills}</Quiet> : null}
      {written?.carried === false && !fills ? <Quiet>{t.isWritten}</Quiet> : null}
      {comments === 0 ? null : <Tag tone="info">{t.openComments(comments)}</Tag>}
    </Row>
  );
}

function PeriodForm({ model: { row, now }, request }: Props) {
  const t = documentTexts[request.lang];
  const field = (name: 'from' | 'to' | 'cutOff', known: string) => ({ name, label: t[name], value: valueOf(request, name, known), error: faultOf(request, name) });
  return (
    <Form action={stepPath(row.publication_id, 'periode')} hidden={{ revision: String(row.revision) }}>
      <Grid columns="narrow">
        <Field {...field('from', row.from_month)} description={t.monthHint} size={8} required />
        <Field {...field('to', row.to_month)} description={t.monthHint} size={8} required />
        <DateField {...field('cutOff', row.cut_off)} description={`${t.cutOffHint} ${dayWords(row.cut_off, request.lang)}`} max={osloDay(now)} required />
      </Grid>
      <FormActions><Button variant="secondary">{t.save}</Button></FormActions>
    </Form>
  );
}
