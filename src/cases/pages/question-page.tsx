import type { ReactElement, ReactNode } from 'react';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Form, FormActions, PageHead, Prose, Quiet, Stack } from '../../web/ui/layout.tsx';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { WorksThere } from '../../reports/public.ts';
import { LEADS_ON } from '../asking.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseQuestion } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { refusalWords } from './faults.ts';
import { DAY, LEADS_TO, stepIn, stepPath } from './paths.ts';
import { SignInPage } from './sign-in-page.tsx';

/** The one question before anything of the case is shown (fvl § 6): nothing stands here but its reference, and where somebody it is about works. */
export function QuestionPage({ model, request }: { model: CaseQuestion; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = casePageTexts[lang];
  if (model.signIn) return <SignInPage model={model} request={request} />;
  const on = LEADS_ON.find((step) => step === stepIn(request.path));
  const alarm = model.steps.some(({ step, allowed }) => step === 'raiseAkutt' && allowed);
  return (
    <StaffPage request={request} title={t.caseTitle(model.reference)} current="cases">
      <PageHead heading={t.caseTitle(model.reference)} lead={t.questionLead} />
      <Stack>
        {model.akutt ? <Alert kind="life"><p>{t.akuttUnread}</p></Alert> : null}
        <WorksThere workplace={model.workplace} lang={lang} />
        <Question action={stepPath(model.fileId, 'declareImpartiality')} lang={lang} what={[t.yesOut, t.yesWhy, t.noLater]} hidden={on === undefined ? null : <input type="hidden" name={LEADS_TO} value={on} />} />
        <Prose>
          {alarm ? <p>{t.dangerFirst} <TextLink href={stepPath(model.fileId, 'raiseAkutt')}>{caseTexts[lang]['step.raiseAkutt']}</TextLink></p> : null}
          <p><TextLink href={DAY}>{t.toDay}</TextLink></p>
        </Prose>
      </Stack>
    </StaffPage>
  );
}

/** One question, two buttons. @param hidden what the form says besides the answer */
export function Question({ action, hidden, lang, what }: { action: string; hidden?: ReactNode; lang: Lang; what: readonly string[] }) {
  const t = casePageTexts[lang];
  return (
    <Card heading={caseTexts[lang]['field.connection']} symbol="shield">
      <Prose>
        <p>{t.questionMeans}</p>
        <ul>{what.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        <Form action={action}>
          {hidden}
          <FormActions>
            <Button name="connection" value="INGEN">{t.answerNo}</Button>
            <Button name="connection" value="TILKNYTTET" variant="secondary">{t.answerYes}</Button>
          </FormActions>
        </Form>
        <p><Quiet>{t.questionLaw}</Quiet></p>
      </Prose>
    </Card>
  );
}

const TELLS = ['leaves_out', 'leaves_no_lead', 'leaves_nobody'] as const;

/** Whether a refusal only asks whoever is about to put things together to read first who is left out by it. */
export function tellsFirst(refused: Refusal | undefined): refused is Refusal {
  return TELLS.some((code) => code === refused?.code);
}

/** Who loses sight of it, in names, and that nobody here is left where that is so; then one more press (fvl § 6). */
export function LeavesOut({ refused, request, reports }: { refused: Refusal; request: StaffRequest; reports: readonly string[] }) {
  const { lang, form, path } = request;
  const t = casePageTexts[lang];
  const people = refused.people ?? [];
  return (
    <Card heading={t.losesHeading} symbol="shield">
      <Prose>
        <p><strong>{refusalWords(refused.code, lang)}</strong></p>
        {people.length === 0 ? null : <><p>{t.losesLead}</p><ul>{people.map((name) => <li key={name}>{name}</li>)}</ul></>}
        <Form action={path} hidden={{ told: 'JA', ...(form.one('connection') === '' ? {} : { connection: form.one('connection') }), ...(form.one('grounds') === '' ? {} : { grounds: form.one('grounds') }) }}>
          {reports.map((id) => <input key={id} type="hidden" name="report" value={id} />)}
          <FormActions><Button>{t.goOnAll}</Button></FormActions>
        </Form>
      </Prose>
    </Card>
  );
}

/** Before a case is opened from reports that this person has read. */
export function OpenCasePage({ request, refusal }: { request: StaffRequest; refusal: string | undefined }): ReactElement {
  const { lang, form } = request;
  const t = casePageTexts[lang];
  const reports = form.all('report');
  return (
    <StaffPage request={request} title={caseTexts[lang]['step.openCase']} current="reception">
      <PageHead heading={caseTexts[lang]['step.openCase']} lead={t.openLead} />
      <Stack>
        {tellsFirst(request.refused) ? <LeavesOut refused={request.refused} request={request} reports={reports} /> : refusal === undefined ? null : <Alert kind="warning"><p>{refusal}</p></Alert>}
        {refusal === undefined ? <Question action={request.path} lang={lang} what={[t.yesOpening, t.yesWhy]} hidden={reports.map((id) => <input key={id} type="hidden" name="report" value={id} />)} /> : null}
        <p><LinkButton href="/mottak">{t.toInbox}</LinkButton></p>
      </Stack>
    </StaffPage>
  );
}
