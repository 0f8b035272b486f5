import type { ReactNode } from 'react';
import type { FileId } from '../../../kernel/ids.ts';
import type { Lang } from '../../../kernel/texts.ts';
import type { OpenReport } from '../../queries.ts';
import { CALLED } from '../../urgent-record.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import type { Form as Typed } from '../../../web/http/form-body.ts';
import { settleTexts } from '../../texts/settle.ts';
import { caseFrom } from '../../crossing.ts';
import { livesElsewhere } from '../../settled.ts';
import { isOutside } from './answers.ts';
import { newest } from './said.ts';
import { Button, LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Stack, Written } from '../../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../../web/ui/reveal.tsx';
import { Card, Details } from '../../../web/ui/surfaces.tsx';
import { boxFaults, STEPS_ID, type BoxFaults } from './faults.ts';
import { connectionPath, handOverPath, NEW_CASE, sendBackPath, sendPath, splitPath, urgentPath } from './paths.ts';

type Parts = { readonly model: OpenReport; readonly typed: Typed; readonly faults: BoxFaults; readonly lang: Lang };
type RaiseParts = Pick<Parts, 'typed' | 'faults' | 'lang'> & { readonly fileId: FileId; readonly urgent: boolean };

/** What this person may do with the report now, the likeliest first, and why the rest is closed. */
export function ReportActions({ model, request, advice }: { model: OpenReport; request: StaffRequest; advice: ReactNode }) {
  const { lang, refused, path, form } = request;
  const t = receptionTexts[lang];
  const again = refused === undefined ? undefined : path === urgentPath(model.fileId) ? 'urgent' : 'hand_over';
  const parts: Parts = { model, typed: form, faults: boxFaults(refused, lang), lang };
  const raised = model.log.some((entry) => entry.what === 'urgent');
  return (
    <ScreenOnly>
      <Card id={STEPS_ID} heading={t.steps} tone="tinted">
        <Stack gap="s">
          <Unsaved parts={parts} again={again} />
          <Settling model={model} lang={lang} first />
          {model.mayOpenCase ? <Form action={NEW_CASE} hidden={{ report: model.fileId }}><Button wide variant={comesFirst(model) === undefined ? 'primary' : 'secondary'}>{t.openCase}</Button></Form> : null}
          <Settling model={model} lang={lang} />
          {mayGoBack(model) ? <p><TextLink href={sendBackPath(model.fileId)}>{settleTexts[lang].toBack}</TextLink></p> : null}
          {advice}
          {model.closed.hand_over !== undefined || model.mayOpenCase ? null : <HandOver parts={parts} />}
          {model.closed.urgent !== undefined ? null : (
            <Details summary={model.report.urgent ? t.raiseMore : t.raise} open={again === 'urgent' || (model.report.urgent && !raised)}><Raise parts={{ ...parts, fileId: model.fileId, urgent: model.report.urgent }} /></Details>
          )}
          {model.closed.hand_over !== undefined || !model.mayOpenCase ? null : <Details summary={handOverLabel(parts)} open={again === 'hand_over'}><HandOver parts={parts} /></Details>}
          <Details summary={t.connectedLate}><ConnectedLate model={model} lang={lang} /></Details>
          {closedWords(model, lang).map((why) => <p key={why}><Quiet>{why}</Quiet></p>)}
        </Stack>
      </Card>
    </ScreenOnly>
  );
}

/** Another region's case that nobody has answered yet. */
function mayGoBack({ coordinates, report }: OpenReport): boolean {
  return coordinates && report.progress !== 'DECIDED' && caseFrom(report) !== undefined;
}

/** Several people, or a municipality that is none of ours: then this is what should be done before a case is opened. */
function comesFirst({ coordinates, closed, report, places }: OpenReport): 'split' | 'send_on' | undefined {
  if (!coordinates || report.progress === 'DECIDED') return undefined;
  const now = newest(report.contents);
  if (closed.send_on === undefined && isOutside(now, places)) return 'send_on';
  return closed.split === undefined && now.others?.answer === 'ja' ? 'split' : undefined;
}

/** Dividing and sending on: above the rest where one of them comes first, else below. */
function Settling({ model, lang, first = false }: Pick<Parts, 'model' | 'lang'> & { first?: boolean }) {
  const t = settleTexts[lang];
  const before = comesFirst(model);
  const steps = [{ step: 'split', href: splitPath(model.fileId), text: t.toSplit }, { step: 'send_on', href: sendPath(model.fileId), text: t.toSend }] as const;
  const open = model.coordinates && model.report.progress !== 'DECIDED' ? steps.filter(({ step }) => model.closed[step] === undefined) : [];
  return open.filter(({ step }) => (step === before) === first).map(({ step, href, text }) => (first ? <LinkButton key={step} href={href} variant="primary" wide>{text}</LinkButton> : <p key={step}><TextLink href={href}>{text}</TextLink></p>));
}

function closedWords(model: OpenReport, lang: Lang): string[] {
  const t = receptionTexts[lang];
  if (livesElsewhere(model.report)) return [settleTexts[lang][model.report.outcome === 'DELT' ? 'closed_split' : 'closed_sent']];
  const waits = model.closed.decide === undefined && !model.mayOpenCase ? [t.closed_decide] : [];
  return [...new Set([...waits, ...Object.values(model.closed).map((why) => t[`closed_${why}`])])];
}

/** What was typed for a step that closed meanwhile has no box any more, and is still not thrown away. */
function Unsaved({ parts: { model, typed, lang }, again }: { parts: Parts; again: 'urgent' | 'hand_over' | undefined }) {
  const lost = again === undefined || model.closed[again] === undefined ? '' : again === 'urgent' ? typed.one('danger') : typed.one('note');
  return lost === '' ? null : <div><p><strong>{receptionTexts[lang].unsaved}</strong></p><Written text={lost} /></div>;
}

export function Raise({ parts: { fileId, urgent, typed, faults, lang } }: { parts: RaiseParts }) {
  const t = receptionTexts[lang];
  const called = CALLED.map((value) => ({ value, label: t[`called_${value}`], opens: value === 'nei' ? undefined : 'a' as const }));
  return (
    <Form action={urgentPath(fileId)}>
      <p><strong>{t.raiseLead}</strong></p>
      <TextArea name="danger" label={t.dangerSeen} description={t.dangerHint} rows={3} required value={typed.one('danger')} error={faults.danger} />
      <Reveal>
        <RadioGroup name="called" label={t.called} required options={called} value={typed.one('called')} error={faults.called} />
        <Revealed when="a">
          <Stack>
            <Field name="calledBy" label={t.calledBy} value={typed.one('calledBy')} error={faults.calledBy} required />
            <Field name="calledWhen" label={t.calledWhen} description={t.calledWhenHint} value={typed.one('calledWhen')} error={faults.calledWhen} required />
          </Stack>
        </Revealed>
      </Reveal>
      <FormActions><Button variant="secondary" symbol="bell">{urgent ? t.save : t.raise}</Button></FormActions>
    </Form>
  );
}

/** A no becomes a yes when somebody sees whom it is about. */
function ConnectedLate({ model, lang }: Pick<Parts, 'model' | 'lang'>) {
  const t = receptionTexts[lang];
  return (
    <Form action={connectionPath(model.fileId)}>
      <p>{t.connectionYes}</p>
      <FormActions><Button name="connection" value="TILKNYTTET" variant="secondary">{t.answerYes}</Button></FormActions>
    </Form>
  );
}

function handOverLabel({ model, lang }: Pick<Parts, 'model' | 'lang'>): string {
  return model.report.handedOverAt === undefined ? receptionTexts[lang].handOver : receptionTexts[lang].handOverAgain;
}

function HandOver({ parts }: { parts: Parts }) {
  const { model, typed, faults, lang } = parts;
  const t = receptionTexts[lang];
  return (
    <Form action={handOverPath(model.fileId)}>
      <TextArea name="note" label={t.note} description={t.noteHint} rows={3} optional value={typed.one('note')} error={faults.note} />
      <FormActions><Button variant={model.mayOpenCase ? 'secondary' : 'primary'} wide>{handOverLabel(parts)}</Button></FormActions>
    </Form>
  );
}
