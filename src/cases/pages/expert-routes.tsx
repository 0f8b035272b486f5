import { ExpertSheet, publicPath, type ShownQuestion } from '../../reports/public.ts';
import { EXPERT_QUESTION } from '../../reports/codes.ts';
import { keepTyped } from '../../web/kept-page.tsx';
import { NotHere, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { ReceiptCode } from '../../web/ui/facts.tsx';
import { Form, FormActions, PageHead, Prose, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { GivenCode } from '../commands/expert.ts';
import { STEPS } from '../commands/steps.ts';
import { expertPageTexts } from '../texts/expert-page.ts';
import { caseTexts } from '../texts.ts';
import { faultAt } from './faults.ts';
import { keptPage } from './kept-page.tsx';
import { CASES } from './paths.ts';

/** Steps that end in a code, which is shown where it was made and stands in no address. */
const CODE_STEPS = ['askExpert', 'renewExpertCode'] as const;
type CodeStep = (typeof CODE_STEPS)[number];

export function endsInCode(step: string): step is CodeStep {
  return CODE_STEPS.some((one) => one === step);
}

/** @param form the page of a step · @param input what its form said */
export function codeRoute(step: CodeStep, form: StaffRoute, input: (request: StaffRequest) => Record<string, unknown>): StaffRoute {
  return keepTyped({
    maker: 'submit', method: 'POST', path: `${CASES}/:id/steg/${step}`, access: STEPS[step].name, again: form,
    handle: async (request) => {
      const outcome = await request.door.enter(STEPS[step], request.person, input(request));
      if (outcome.ok) return { kind: 'page', status: 200, sent: true, page: <CodePage given={outcome.value} request={{ ...request, unsent: undefined }} /> };
      if (outcome.code === 'not_found') throw new NotHere(outcome.code);
      if (outcome.code === 'look_first' && !request.form.has('endre')) return { kind: 'page', status: 200, page: <PreviewPage like={faultAt(outcome, 'organ', request.lang)} request={{ ...request, unsent: undefined }} /> };
      return form.handle({ ...request, refused: outcome });
    },
  }, keptPage);
}

function backTo({ params }: StaffRequest): string {
  return `${CASES}/${params['id'] ?? ''}?vis=personer#fagpersoner`;
}

/** Exactly what the professional will see. What was typed goes along, so that «Endre» loses nothing. */
function PreviewPage({ like, request }: { /** whoever is asked may be somebody of the case, in words */ readonly like: string | undefined; readonly request: StaffRequest }) {
  const { lang, form, path } = request;
  const t = expertPageTexts[lang];
  const questions = EXPERT_QUESTION.codes.filter((code) => form.all('expertQuestions').includes(code));
  const free = form.one('expertFree').trim();
  const shown: ShownQuestion = { version: 1, text: form.one('expertShown').trim(), questions, ...(free === '' ? {} : { free }) };
  return (
    <StaffPage request={request} title={caseTexts[lang]['step.askExpert']} current="cases">
      <PageHead heading={t.preview} lead={t.previewLead} />
      <Stack>
        <p><strong>{t.to}:</strong> {form.one('organ')}</p>
        {like === undefined ? null : <Alert kind="warning"><p>{like}</p></Alert>}
        <ExpertSheet shown={shown} lang={lang} />
        <Form action={path} hidden={{ seen: 'JA' }}>
          <Carried request={request} />
          <FormActions><Button>{t.make}</Button></FormActions>
        </Form>
        <Form action={path} hidden={{ endre: 'ja' }}>
          <Carried request={request} />
          <Button variant="tertiary">{t.change}</Button>
        </Form>
      </Stack>
    </StaffPage>
  );
}

const CARRIED = ['newId', 'organ', 'basis', 'expertShown', 'grounds', 'personInformed', 'personToldWhy', 'restsOn', 'withinConsent', 'toHealth', 'despiteObjection', 'expertQuestions', 'expertFree'] as const;

function Carried({ request: { form } }: { readonly request: StaffRequest }) {
  return CARRIED.flatMap((name) => form.all(name).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />));
}

/** The one time that a code is shown. */
function CodePage({ given: { code, host }, request }: { readonly given: GivenCode; readonly request: StaffRequest }) {
  const { lang } = request;
  const t = expertPageTexts[lang];
  const address = `${host ?? ''}${publicPath('nb', 'expert')}`;
  return (
    <StaffPage request={request} title={t.codeTitle} current="cases">
      <PageHead heading={code === undefined ? t.notAgain : t.codeTitle} lead={code === undefined ? t.notAgainLead : t.codeLead} />
      {code === undefined ? null : (
        <Stack>
          <p>{t.call}</p>
          <Section heading={t.address}><p><strong>{address}</strong></p></Section>
          <Section heading={t.read}><ReceiptCode code={code} /></Section>
          <Prose><p>{t.once}</p><p>{t.again}</p></Prose>
        </Stack>
      )}
      <FormActions><LinkButton href={backTo(request)}>{t.toCase}</LinkButton></FormActions>
    </StaffPage>
  );
}
