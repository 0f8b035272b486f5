import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { addMs, osloDay } from '../../kernel/time.ts';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords, nearMomentWords } from '../../web/ui/moments.ts';
import { Alert, Card, EmptyState } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { CONNECTION, EMERGENCY_RESULT } from '../choices.ts';
import { emergencyTexts } from '../texts/emergency-page.ts';
import type { EmergencyPage as Model, TakenLine } from '../queries/emergencies.ts';
import { caseTexts } from '../texts.ts';
import { faultAt, faultLinks, FORM_ID } from './faults.ts';
import { casePath, EMERGENCY, EMERGENCY_REVIEW } from './paths.ts';

/** Said in the address after somebody went through one. */
export const REVIEWED = 'gjennomgatt';

type PageProps = { readonly model: Model; readonly request: StaffRequest };

/** Where access in an emergency is taken by those who meet people in danger, and gone through by those who answer for it. */
export function EmergencyPage({ model, request }: PageProps): ReactElement {
  const { lang, refused, form } = request;
  const t = emergencyTexts[lang];
  const reviewing = form.has('reviewWord');
  const faults = faultLinks(refused, reviewing ? [] : ['reference', 'emergencyReason', 'connection'], lang);
  return (
    <StaffPage request={request} title={t.heading} faults={faults}>
      <PageHead heading={t.heading} lead={t.lead} />
      <Stack>
        {request.query.get('gjort') === REVIEWED ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
        {model.mine.length === 0 ? null : <Mine model={model} request={request} />}
        {model.mayReview ? <Waiting model={model} request={request} /> : null}
        {model.mayTake ? <Take model={model} request={request} /> : null}
        {model.mayReview ? <Reviewed model={model} request={request} /> : null}
      </Stack>
    </StaffPage>
  );
}

function Mine({ model: { mine, now }, request: { lang } }: PageProps) {
  const t = emergencyTexts[lang];
  return (
    <Section heading={t.mine}>
      {mine.map((one) => (now < one.until
        ? <p key={one.emergencyId}><TextLink href={casePath(one.fileId)}>{t.openCase(one.reference)}</TextLink> <Quiet>{t.mineUntil(nearMomentWords(one.until, now, lang))}</Quiet></p>
        : <p key={one.emergencyId}>{t.caseOf(one.reference, undefined)} <Quiet>{t.mineOver}</Quiet></p>))}
    </Section>
  );
}

/** A sign-in that is not fresh is asked for before anything is typed, so that nothing typed is lost by it. */
function Take({ model, request }: PageProps) {
  const { lang, form, refused } = request;
  const t = emergencyTexts[lang];
  const reference = form.one('reference') === '' ? request.query.get('ref') ?? '' : form.one('reference');
  if (!model.fresh && refused === undefined) {
    return (
      <Card heading={t.confirmFirst} symbol="lock">
        <p>{t.confirmLead}</p>
        <p><LinkButton variant="primary" href={freshSignIn(reference === '' ? EMERGENCY : `${EMERGENCY}?${new URLSearchParams({ ref: reference }).toString()}`)}>{t.confirm}</LinkButton></p>
      </Card>
    );
  }
  const taking = !form.has('reviewWord');
  const fault = (field: string) => (taking ? faultAt(refused, field, lang) : undefined);
  return (
    <Section heading={t.take}>
      <Alert kind="warning"><p><strong>{t.danger}</strong></p></Alert>
      {refused?.code === 'sign_in_again' ? <p><TextLink href={freshSignIn(EMERGENCY)}>{t.confirm}</TextLink></p> : null}
      <Form action={EMERGENCY} id={FORM_ID} hidden={{ emergencyId: form.one('emergencyId') === '' ? model.newId : form.one('emergencyId') }}>
        <Field name="reference" label={t.reference} description={t.referenceHint} size={16} value={reference} required error={fault('reference')} />
        <TextArea name="emergencyReason" label={caseTexts[lang]['field.emergencyReason']} description={caseTexts[lang]['help.emergencyReason']} rows={3} value={form.one('emergencyReason')} required error={fault('emergencyReason')} />
        <RadioGroup name="connection" label={caseTexts[lang]['field.connection']} required value={form.one('connection')} error={fault('connection')} options={CONNECTION.codes.map((code) => ({ value: code, label: CONNECTION.label(code, lang) }))} />
        <p>{t.lasts} {t.told}</p>
        <FormActions><Button>{t.submit}</Button></FormActions>
      </Form>
    </Section>
  );
}

function Waiting({ model, request }: PageProps) {
  const t = emergencyTexts[request.lang];
  if (model.waiting.length === 0) return <EmptyState heading={t.nothingWaits}><p>{t.nothingWaitsLead}</p></EmptyState>;
  return (
    <Section heading={t.waiting}>
      <p>{t.waitingLead}</p>
      {model.waiting.map((one) => <Review key={one.emergencyId} one={one} model={model} request={request} />)}
    </Section>
  );
}

function Review({ one, model, request: { lang, form, refused } }: PageProps & { one: TakenLine }) {
  const t = emergencyTexts[lang];
  const { now } = model;
  const mine = form.one('emergencyId') === one.emergencyId;
  const typed = (name: string) => (mine ? form.one(name) : '');
  const fault = (name: string) => (mine ? faultAt(refused, name, lang) : undefined);
  const due = dateWords(osloDay(addMs(one.due, -1)), lang);
  return (
    <Card heading={caseWords(one, model, lang)} symbol="bell" id={`n-${one.emergencyId}`}>
      <DescriptionList items={[
        { term: t.who, value: model.names[one.by] ?? t.someone }, { term: t.when, value: whenWords(one, model, lang) }, { term: t.why, value: <Written text={one.reason ?? ''} /> },
        { term: now >= one.due ? t.late : t.due, value: due },
      ]} />
      <Form action={EMERGENCY_REVIEW} hidden={{ caseId: one.fileId, emergencyId: one.emergencyId }}>
        <RadioGroup name="emergencyResult" id={`r-${one.emergencyId}`} label={caseTexts[lang]['field.emergencyResult']} required value={typed('emergencyResult')} error={fault('emergencyResult')}
          options={EMERGENCY_RESULT.codes.map((code) => ({ value: code, label: EMERGENCY_RESULT.label(code, lang) }))} />
        <TextArea name="reviewWord" id={`w-${one.emergencyId}`} label={caseTexts[lang]['field.reviewWord']} rows={2} value={typed('reviewWord')} required error={fault('reviewWord')} />
        <FormActions><Button label={`${t.save}: ${caseWords(one, model, lang)}`}>{t.save}</Button></FormActions>
      </Form>
    </Card>
  );
}

function Reviewed({ model, request: { lang } }: PageProps) {
  const t = emergencyTexts[lang];
  return (
    <Section heading={t.done}>
      <Table<TakenLine> caption={t.done} captionHidden stacked rows={model.reviewed} rowKey={(one) => one.emergencyId} empty={t.doneNone} columns={[
        { key: 'case', label: t.case, rowHeader: true, cell: (one) => caseWords(one, model, lang) },
        { key: 'who', label: t.who, cell: (one) => model.names[one.by] ?? t.someone },
        { key: 'when', label: t.when, cell: (one) => whenWords(one, model, lang) },
        { key: 'done', label: t.reviewed, cell: (one) => (one.reviewed === undefined ? '' : t.reviewedBy(model.names[one.reviewed.by] ?? t.someone, momentWords(one.reviewed.at, lang))) },
      ]} />
    </Section>
  );
}

function caseWords({ reference, owner }: TakenLine, { municipalities }: Model, lang: Lang): string {
  return emergencyTexts[lang].caseOf(reference, owner === undefined ? undefined : municipalities[owner]);
}

function whenWords({ takenAt, until }: TakenLine, { now }: Model, lang: Lang): string {
  return emergencyTexts[lang].lasted(nearMomentWords(takenAt, now, lang), nearMomentWords(until, now, lang));
}
