import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { nearMomentWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { headingOf } from '../compose.ts';
import { COLUMNS, type Column, type Typed } from '../lines.ts';
import { listOf } from '../plan.ts';
import type { Comment, OpenPart } from '../queries/open.ts';
import { roomOf } from '../room.ts';
import { documentTexts } from '../texts/page.ts';
import { faultOf, ReportFrame, valueOf } from './frame.tsx';
import { KnownPart } from './known-part.tsx';
import { commentPath, partPath, reportPath, resolvedPath } from './paths.ts';
import { WritingLine } from './writing-line.tsx';

type Props = { model: OpenPart; request: StaffRequest };

const NEW_LINES = 2;
const FIELD = /^l(\d{1,3})-([a-z]{2,10})$/;

/** The lines of a posted form, in their order; those of which nothing came are empty. */
export function linesIn({ form }: StaffRequest): Typed[] {
  const lines: Record<string, string>[] = [];
  for (const [name, value] of form.pairs) {
    const [, at, column] = FIELD.exec(name) ?? [];
    if (at !== undefined && column !== undefined) lines[Number(at)] = { ...lines[Number(at)], [column]: value };
  }
  return Array.from(lines, (line) => line ?? {});
}

/** One part of a report to be written in, with its colleagues' comments. What was typed stays, whoever saved meanwhile. */
export function PartPage({ model, request }: Props): ReactElement {
  const { lang, refused } = request;
  const t = documentTexts[lang];
  const { row, part, carried } = model;
  const title = headingOf(part.code, { lang, period: { from: row.from_month, to: row.to_month } });
  return (
    <ReportFrame request={request} title={title} action={<LinkButton href={reportPath(row.publication_id)} small>{t.backToReport}</LinkButton>} labels={labelsOf(model, request)} scripts={row.state === 'FROSSET' ? [] : ['writing.js']}>
      {carried ? <Alert kind="warning" heading={t.carried}><p>{t.carriedLead}</p></Alert> : null}
      {row.state === 'FROSSET' ? null : <WritingLine id={row.publication_id} part={part.code} names={model.writing} lang={lang} />}
      {refused?.code === 'changed_meanwhile' || wroteMeanwhile(model, request) ? <Other model={model} request={request} /> : null}
      {part.kind === 'results' || part.kind === 'control' ? <p>{t.filled}</p> : null}
      <KnownPart model={model} request={request} />
      {row.state === 'FROSSET' ? <Written text={model.written.text} /> : <div id="delboks"><ScreenOnly><WriteForm model={model} request={request} /></ScreenOnly></div>}
      <Section heading={t.comments} id="kommentarer"><Comments model={model} request={request} /></Section>
    </ReportFrame>
  );
}

/** What was typed and not sent is on its form again, and a colleague has saved since: what they saved must be seen before it is saved over. */
function wroteMeanwhile({ revision }: OpenPart, { refused, form }: StaffRequest): boolean {
  return refused !== undefined && form.has('revision') && form.one('revision') !== String(revision);
}

function labelsOf({ part }: OpenPart, { lang, form }: StaffRequest): Readonly<Record<string, string>> {
  const t = documentTexts[lang];
  const list = listOf(part);
  const cells = list === undefined ? [] : COLUMNS[list].flatMap(({ name }) => Array.from({ length: form.pairs.length }, (_, at): [string, string] => [`${at}-${name}`, `${t.line(at + 1)}, ${t[`col_${name}` as 'col_on']}`])); // each column has its word (test/documents/accounts.test.ts)
  return { text: t.text, comment: t.comment, lines: t.lines, ...Object.fromEntries(cells) };
}

function Other({ model: { written, by, at, now, part }, request: { lang } }: Props) {
  const t = documentTexts[lang];
  const list = listOf(part);
  return (
    <Alert kind="info" heading={t.other}>
      <p>{t.otherLead}</p>
      {by === undefined || at === undefined ? null : <p><Quiet>{t.by(by, nearMomentWords(at, now, lang))}</Quiet></p>}
      {written.text === '' ? null : <Written text={written.text} />}
      {list === undefined ? null : <ul>{written.lines.map((line) => { const said = COLUMNS[list].map(({ name }) => line[name] ?? '').filter((one) => one !== '').join(' · '); return <li key={said}>{said}</li>; })}</ul>}
    </Alert>
  );
}

/** A part whose colleague saved meanwhile carries the number of what now stands above it: saved once more, it was read. */
function WriteForm({ model, request }: Props) {
  const { lang, refused } = request;
  const t = documentTexts[lang];
  const { row, part, written, revision, carried } = model;
  const list = listOf(part);
  const typed = refused !== undefined && request.form.has('text') ? linesIn(request) : written.lines;
  const room = Math.min(roomOf(row.kind).lines, written.lines.length + NEW_LINES);
  return (
    <Form action={partPath(row.publication_id, part.code)} hidden={{ revision: String(revision) }}>
      <TextArea name="text" label={t.text} description={t.textHint} value={valueOf(request, 'text', written.text)} error={faultOf(request, 'text')} rows={list === undefined ? 12 : 4} maxLength={roomOf(row.kind).text} />
      {list === undefined ? null : (
        <Stack>
          <p><Quiet>{t.linesHint}</Quiet></p>
          {Array.from({ length: Math.max(typed.length, room) }, (_, at) => (
            <fieldset key={at} className="ds-fieldset vv-card">
              <legend className="ds-label" data-weight="semibold">{at < written.lines.length ? t.line(at + 1) : t.newLine(at + 1)}</legend>
              <Grid columns="narrow">{COLUMNS[list].map((column) => <Cell key={column.name} column={column} at={at} value={typed[at]?.[column.name] ?? ''} request={request} />)}</Grid>
            </fieldset>
          ))}
        </Stack>
      )}
      {model.words.length === 0 ? null : <CheckboxGroup name="notNames" label={t.notNames} description={t.notNamesHint} options={model.words.map((word) => ({ value: word, label: t.notName(word) }))} values={refused !== undefined && request.form.has('text') ? request.form.all('notNames') : written.notNames ?? []} />}
      <FormActions><Button>{carried ? t.confirm : t.save}</Button></FormActions>
    </Form>
  );
}

function Cell({ column, at, value, request }: { column: Column; at: number; value: string; request: StaffRequest }) {
  const { lang } = request;
  const id = `${at}-${column.name}`;
  const field = { name: `l${id}`, id, label: documentTexts[lang][`col_${column.name}` as 'col_on'], value, error: faultOf(request, id) }; // each column has its word (test/documents/accounts.test.ts)
  switch (column.type) {
    case 'day': return <DateField {...field} />;
    case 'choice': return <Select {...field} value={value === '' ? column.values[0]?.code : value} empty={false} options={column.values.map((one) => ({ value: one.code, label: one[lang] }))} />;
    case 'lines': return <TextArea {...field} rows={2} />;
    case 'count': return <Field {...field} inputMode="numeric" size={8} />;
    case 'kroner': return <Field {...field} size={14} />;
    case 'line': return <Field {...field} />;
  }
}

function Comments({ model, request }: Props) {
  const { lang } = request;
  const t = documentTexts[lang];
  const { row, part, comments, newId } = model;
  return (
    <Stack>
      {comments.map((one) => <CommentCard key={one.commentId} one={one} model={model} request={request} />)}
      {row.state === 'FROSSET' ? null : (
        <ScreenOnly>
          <Form action={commentPath(row.publication_id, part.code)} hidden={{ commentId: newId }}>
            <TextArea name="comment" label={t.comment} rows={2} value={valueOf(request, 'comment')} error={faultOf(request, 'comment')} />
            <FormActions><Button variant="secondary">{t.commentButton}</Button></FormActions>
          </Form>
        </ScreenOnly>
      )}
    </Stack>
  );
}

function CommentCard({ one, model: { row, part, now }, request: { lang } }: Props & { one: Comment }) {
  const t = documentTexts[lang];
  return (
    <Card>
      <Written text={one.text} />
      <p><Quiet>{t.by(one.by, nearMomentWords(one.at, now, lang))}{one.resolvedBy === undefined ? '' : `. ${t.resolvedBy(one.resolvedBy)}`}</Quiet></p>
      {one.resolvedBy === undefined && row.state !== 'FROSSET' ? <ScreenOnly><Form action={resolvedPath(row.publication_id, part.code)} hidden={{ commentId: one.commentId }}><FormActions><Button variant="tertiary">{t.resolve}</Button></FormActions></Form></ScreenOnly> : null}
    </Card>
  );
}
