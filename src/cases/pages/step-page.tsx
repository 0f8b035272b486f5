import type { ReactElement, ReactNode } from 'react';
import { NotHere, type StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Form, FormActions, PageHead, Section, Stack } from '../../web/ui/layout.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Alert, Card, Details } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import { ANSWERS_DUTY, timesTold, type AnswersDuty } from '../duties.ts';
import { codesGiven } from '../expert.ts';
import { FIELDS, fieldsOf, type FieldName, type Filled } from '../fields.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent, CaseQuestion, OpenCase } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { WORKFLOW } from '../workflow.ts';
import { BeforeStep } from './before-step.tsx';
import { CaseFrame, partTitle, readingOf } from './case-page.tsx';
import { consentSettled } from './consent-asked.ts';
import { ContactCard } from './contact-card.tsx';
import { faultAt, faultLinks, FORM_ID, refusalWords } from './faults.ts';
import { knownFor } from './known.ts';
import { stepLabel } from './next-parts.tsx';
import { casePath, stepIn, stepPath, type StepSubject } from './paths.ts';
import { Question, QuestionPage } from './question-page.tsx';
import { RequiredFields } from './required-fields.tsx';
import { isBeside, isWithBasis } from './standing-consents.tsx';
import { MEASURE_ID, StepField, WhichMeasure, type FormParts } from './step-fields.tsx';
import { isDrawnWith } from './risk-factor-fields.tsx';
import { StepLink } from './step-link.tsx';
import { FIGURE_FIELDS } from '../person.ts';
import { FILLS_FIGURES, isAskedHere, NEEDED_WHERE_ASKED } from './shown-fields.ts';
import { ReportedCard } from './reports-part.tsx';
import { typedWords } from './typed-words.tsx';

/** The form of one step: made from workflow.ts and fields.ts, so that page, command and rule ask for the same. */
export function StepPage({ model, request }: { model: OpenCase; request: StaffRequest }): ReactElement {
  const step = stepIn(request.path) ?? 'writeNote';
  if (!model.mustDeclare) return <StepOfCase step={step} model={model} request={request} />;
  const open = step !== 'declareImpartiality' && model.steps.some((one) => one.step === step && one.allowed);
  return open ? <StepBeforeContent step={step} model={model} request={request} /> : <QuestionPage model={model} request={request} />;
}

function StepOfCase({ step, model, request }: { step: CaseStep; model: CaseContent; request: StaffRequest }) {
  const { lang, refused } = request;
  const t = casePageTexts[lang];
  const reading = readingOf(model, request);
  const state = model.steps.find((one) => one.step === step);
  const shut = state === undefined || state.allowed ? undefined : state.because;
  const parts = partsOf(step, model, request);
  const faults = faultLinks(refused, shut === undefined ? [MEASURE_ID, ...fieldsOf(WORKFLOW[step])] : [], lang);
  return (
    <CaseFrame model={model} request={request} what={caseTexts[lang][`step.${step}`]} faults={faults} aside={<><ContactCard model={model} lang={lang} /><ReportedCard model={model} lang={lang} /></>}>
      <Section heading={stepLabel(step, model, lang)} id={FORM_ID} action={<TextLink href={casePath(model.fileId)}>{t.backToCase}</TextLink>}>
        {shut === 'wrong_status' && step !== 'raiseAkutt' ? null : <BeforeStep step={step} model={model} reading={reading} subject={subjectOf(request)} />}
        {shut === undefined ? null : <Closed because={shut} parts={parts} request={request} way={shut === 'use_asks_ground' ? <StepLink step="useRestricted" model={model} reading={reading} /> : null} />}
        {shut !== undefined ? null : step === 'declareImpartiality'
          ? <Question action={stepPath(model.fileId, step)} lang={lang} what={[t.yesOut, t.yesWhy, t.noLater]} />
          : <StepForm parts={parts} hidden={{ ...hiddenIn(step, model, request), ...formIdIn(step, model, request) }} action={stepPath(model.fileId, step, subjectOf(request))} back={casePath(model.fileId)} label={stepLabel(step, model, lang)} />}
      </Section>
    </CaseFrame>
  );
}

/** Danger does not wait for a question (fvl § 7): the alarm is raised without a word of the case. */
function StepBeforeContent({ step, model, request }: { step: CaseStep; model: CaseQuestion; request: StaffRequest }) {
  const { lang, refused } = request;
  const label = caseTexts[lang][`step.${step}`];
  const parts: FormParts = { step, model: undefined, now: model.now, values: refused === undefined ? {} : typed(step, request), fromReport: [], settled: [], refused, lang };
  return (
    <StaffPage request={request} title={partTitle(casePageTexts[lang].caseTitle(model.reference), label)} current="cases" faults={faultLinks(refused, fieldsOf(WORKFLOW[step]), lang)}>
      <PageHead heading={label} lead={model.reference} />
      <div id={FORM_ID}><StepForm parts={parts} hidden={formIdIn(step, model, request)} action={stepPath(model.fileId, step)} back={casePath(model.fileId)} label={label} /></div>
    </StaffPage>
  );
}

/** What a measure, note or colleague is called in the address; posted along, so that a refused form still knows. */
function subjectOf({ query, form }: StaffRequest): StepSubject {
  const given = (name: string, field: string) => (form.one(field) === '' ? undefined : form.one(field)) ?? query.get(name) ?? undefined;
  return { tiltak: given('tiltak', MEASURE_ID), slag: query.get('slag') ?? undefined, notat: given('notat', 'corrects') ?? given('notat', 'pinned') ?? given('notat', 'unpinned'), varsel: given('varsel', 'warning'), hvem: given('hvem', 'accessTo'), person: given('person', 'related'), melding: given('melding', 'saidIn'), fagperson: given('fagperson', 'expertAsk'), deling: given('deling', 'disclosure'), samtykke: given('samtykke', 'consentGiven'), vern: given('vern', 'protection'), dokument: given('dokument', 'document'), brev: given('brev', 'letter') };
}

function partsOf(step: CaseStep, model: CaseContent, request: StaffRequest): FormParts {
  const { lang, refused, now } = request;
  const subject = subjectOf(request);
  const settled: FieldName[] = [...(step === 'recordPerson' ? ['saidIn' as const] : step === 'correctNote' && model.state.notes.some(({ noteId }) => noteId === subject.notat) ? ['corrects' as const] : []), ...consentSettled(step, model, subject)];
  if (refused !== undefined) return { step, model, now, values: typed(step, request), fromReport: [], settled, refused, lang };
  return { step, model, now, ...knownFor(step, model, subject, lang), settled, refused, lang };
}

/** What was posted, word for word. */
function typed(step: CaseStep, { form }: StaffRequest): Filled {
  return Object.fromEntries(fieldsOf(WORKFLOW[step]).map((name: FieldName) => [name, FIELDS[name].kind === 'codes' ? form.all(name) : form.one(name)]));
}

/** What these write is new, and has an id of its own from the page on which it was written. */
const WRITES_NEW: readonly CaseStep[] = ['decideMeasure', 'writeNote', 'writeWarning', 'assessRisk', 'markRiskFactors', 'recordProtection', 'addPerson', 'recordConsent', 'recordOthersConsent', 'discloseOut', 'discloseIn', 'askExpert', 'recordWish', 'recordDeclined', 'draftDocument'];

/** These know by what they write whether they have written it. */
const KNOWN_OTHERWISE: readonly CaseStep[] = ['finaliseDocument', 'askExpert', 'renewExpertCode'];

/** The form's own id, so that what is sent twice is written once (sent-forms.ts). */
function formIdIn(step: CaseStep, { newId }: OpenCase, { form, refused }: StaffRequest): Record<string, string> {
  return KNOWN_OTHERWISE.includes(step) ? {} : { formId: (refused === undefined ? '' : form.one('formId')) || newId };
}

/** Two people's steps carry the number of the proposal that was read; what is new, an id, so that it is written once. */
function hiddenIn(step: CaseStep, model: CaseContent, request: StaffRequest): Record<string, string> {
  const { state } = model;
  const { tiltak, notat, melding } = subjectOf(request);
  const proposal = step === 'closeCase' ? state.closingProposal?.no : step === 'confirmLowering' ? state.address.lowering?.no : state.proposal?.no;
  if (step === 'confirmClassification' || step === 'confirmNotACase' || step === 'confirmTransfer' || step === 'closeCase' || step === 'confirmLowering') return proposal === undefined ? {} : { proposal: String(proposal) };
  if (step === 'editDocument' || step === 'finaliseDocument') return revisionOf(model, request);
  const newId = request.refused === undefined || ['expert_exists', 'document_exists'].includes(request.refused.code) ? model.newId : request.form.one('newId') || model.newId;
  if (step === 'correctNote') return state.notes.some(({ noteId }) => noteId === notat) && notat !== undefined ? { newId, corrects: notat } : { newId };
  if (step === 'recordPerson') return { newId, saidIn: joinedAsked(model, melding) };
  if (step === 'writeSafetyPlan') return { newId, planVersion: String(state.safetyPlans.length) };
  const duty = ANSWERS_DUTY.find((one) => one === step);
  if (duty !== undefined) return { toldTimes: readTimes(duty, state, request) };
  // Whoever was told that a code was given since has read it by now.
  if (step === 'renewExpertCode') return { codesGiven: (request.refused === undefined || request.refused.code === 'code_given_meanwhile' ? '' : request.form.one('codesGiven')) || String(codesGiven(state)) };
  if (WRITES_NEW.some((one) => one === step)) return { newId };
  return step === 'updateMeasure' && tiltak !== undefined ? { [MEASURE_ID]: tiltak } : {};
}

/** What was told when the form was opened is what is answered for; whoever was told that there is more has it on the page by now. */
function readTimes(duty: AnswersDuty, state: CaseContent['state'], { refused, form }: StaffRequest): string {
  const before = refused === undefined || refused.code === 'told_meanwhile' ? '' : form.one('toldTimes');
  return before || String(timesTold(state, duty));
}

/** Which joined report is put right; none is the case itself. An address that names another would put right what nobody chose. */
function joinedAsked({ state }: CaseContent, report: string | undefined): string {
  if (report !== undefined && !state.joined.some((one) => one.report === report)) throw new NotHere('unknown');
  return report ?? '';
}

/** What was read is what is written over or finalised. A refused form keeps the number it was opened with. */
function revisionOf({ state }: CaseContent, request: StaffRequest): Record<string, string> {
  const one = state.documents.find(({ documentId }) => documentId === subjectOf(request).dokument);
  const revision = (request.refused === undefined ? '' : request.form.one('revision')) || one?.revisions.toString();
  return revision === undefined ? {} : { revision };
}

type StepFormProps = { parts: FormParts; hidden: Readonly<Record<string, string>>; action: string; back: string; label: string };

/** Required questions in sight, the others behind «Mer». */
function StepForm({ parts, hidden, action, back, label }: StepFormProps) {
  const { lang, step, refused } = parts;
  const t = casePageTexts[lang];
  const elsewhere = (name: FieldName) => !isAskedHere(name, parts.model, step) || isDrawnWith(name) || isWithBasis(step, name) || isBeside(name, parts.model) || parts.settled.includes(name);
  const figures = FILLS_FIGURES.includes(step) ? FIGURE_FIELDS.filter((name) => !elsewhere(name)) : [];
  const inSight = WORKFLOW[step].inSight?.filter((name) => !elsewhere(name)) ?? [];
  const optional = WORKFLOW[step].optional.filter((name) => !inSight.includes(name) && !elsewhere(name) && !figures.some((one) => one === name));
  const faulty = (names: readonly FieldName[]) => names.some((name) => faultAt(refused, name, lang) !== undefined);
  return (
    <Form action={action} hidden={hidden}>
      {step === 'updateMeasure' && hidden[MEASURE_ID] === undefined ? <WhichMeasure parts={parts} /> : null}
      <RequiredFields parts={parts} />
      {figures.length === 0 ? null : (
        <Details summary={t.figuresFill(figures.length)} open={faulty(figures)}>
          <Stack>{figures.map((name) => <StepField key={name} name={name} parts={parts} />)}</Stack>
        </Details>
      )}
      {inSight.map((name) => <StepField key={name} name={name} parts={parts} required={NEEDED_WHERE_ASKED.includes(name) ? true : undefined} />)}
      {optional.length === 0 ? null : (
        <Details summary={t.more(optional.length)} open={faulty(optional)}>
          <Stack>{optional.map((name) => <StepField key={name} name={name} parts={parts} />)}</Stack>
        </Details>
      )}
      <FormActions>
        <Button>{label}</Button>
        <LinkButton href={back} variant="tertiary">{t.cancel}</LinkButton>
      </FormActions>
    </Form>
  );
}

/** The step closed, perhaps while somebody was writing: why, the step that opens it, and their own words. */
function Closed({ because, parts, request, way }: { because: string; parts: FormParts; request: StaffRequest; way: ReactNode }): ReactNode {
  const { lang } = request;
  const t = casePageTexts[lang];
  const told = request.refused?.code === because; // it stands at the top of the page already
  const words = request.refused === undefined ? [] : typedWords(parts.step, request);
  return (
    <>
      {told && way === null ? null : <Alert kind="info">{told ? null : <p>{refusalWords(because, lang)}</p>}{way}</Alert>}
      {words.length === 0 ? null : <Card heading={t.unsaved}><DescriptionList items={words} /></Card>}
    </>
  );
}
