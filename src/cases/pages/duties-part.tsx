import type { ReactNode } from 'react';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import type { Signed } from '../case.ts';
import { childrenUnanswered, coercionTold, hasChildren, serviceUnanswered, suspectInService } from '../duties.ts';
import type { CaseContent } from '../queries/models.ts';
import { isClosed } from '../status.ts';
import { casePageTexts } from '../texts/page.ts';
import { voiceTexts } from '../texts/voice-page.ts';
import { Answered, type Given, type Reading } from './answers.tsx';
import type { FieldName } from '../fields.ts';
import { CoercionCard } from './coordination-part.tsx';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';
import { avertingAnswers, childDutyAnswers, childFeedbackAnswers, serviceDutyAnswers } from './voice-answers.ts';

type PartProps = { model: CaseContent; reading: Reading };

/** The duties that no confidentiality lifts, with every answer they were given; those that nothing in the case asks for are not there. */
export function DutiesPart({ model, reading }: PartProps) {
  const { state } = model;
  const t = voiceTexts[reading.lang];
  const children = hasChildren(state) || state.childDuties.length > 0;
  const service = suspectInService(state) || state.serviceDuties.length > 0;
  return (
    <Section heading={t.duties} id="plikter">
      <p><Quiet>{t.dutiesLead}</Quiet></p>
      <Stack gap="s">
        <Duty heading={t.averting} answers={state.avertings.map((one) => [avertingAnswers(one), one.recorded])} reading={reading}>
          {state.avertings.length === 0 ? <p>{t.notConsidered}</p> : null}
          <StepLink step="answerAverting" model={model} reading={reading} />
        </Duty>
        {!children ? null : (
          <Duty heading={t.children} answers={state.childDuties.map((one) => [childDutyAnswers(one), one.recorded])} reading={reading}>
            {state.childFeedback.length === 0 ? null : <Duty heading={t.feedback} answers={state.childFeedback.map((one) => [childFeedbackAnswers(one), one.recorded])} reading={reading} />}
            {state.childDuties.length === 0 ? <p>{t.notConsidered}</p> : null}
            <Row><StepLink step="recordChildFeedback" model={model} reading={reading} /><StepLink step="recordChildDuty" model={model} reading={reading} /></Row>
          </Duty>
        )}
        <CoercionCard model={model} reading={reading} />
        {!service ? null : (
          <Duty heading={t.service} answers={state.serviceDuties.map((one) => [serviceDutyAnswers(one), one.recorded])} reading={reading}>
            <p><strong>{t.personnel}</strong></p>
            {state.serviceDuties.length === 0 ? <p>{t.notConsidered}</p> : null}
            <StepLink step="recordServiceDuty" model={model} reading={reading} />
          </Duty>
        )}
      </Stack>
      {children ? null : <p><StepLink step="recordChildDuty" model={model} reading={reading} /></p>}
    </Section>
  );
}

type Answer = readonly [fields: readonly (readonly [name: FieldName, value: Given])[], signed: Signed];

/** The newest answer first; what was answered before stays. */
function Duty({ heading, answers, reading, children }: { heading: string; answers: readonly Answer[]; reading: Reading; children?: ReactNode }) {
  return (
    <Card heading={heading} level={3}>
      {answers.toReversed().map(([fields, signed], at) => <div key={at}><Answered fields={fields} reading={reading} /><SignedLine signed={signed} reading={reading} /></div>)}
      {children}
    </Card>
  );
}

/** What was told and waits for an answer; on the first page of the case, before a word is read. */
export function DutyAlerts({ model, reading }: PartProps) {
  const { state } = model;
  const t = voiceTexts[reading.lang];
  if (isClosed(state.status)) return null;
  return (
    <>
      {state.avertingAsked === undefined ? null : <Alert kind="warning" heading={t.avertingNow}><p>{t.avertingNowLead}</p><StepLink step="answerAverting" model={model} reading={reading} /></Alert>}
      {childrenUnanswered(state) === undefined ? null : <Alert kind="warning" heading={t.childrenNow}><p>{t.childrenNowLead}</p><StepLink step="recordChildDuty" model={model} reading={reading} /></Alert>}
      {serviceUnanswered(state) === undefined ? null : <ServiceAlert model={model} reading={reading} />}
    </>
  );
}

function ServiceAlert({ model, reading }: PartProps) {
  const t = voiceTexts[reading.lang];
  const coercion = coercionTold(model.state) ? casePageTexts[reading.lang] : undefined;
  return (
    <Alert kind="warning" heading={coercion?.coercion ?? t.serviceNow}>
      {coercion === undefined ? <p>{t.serviceNowLead}</p> : <><p>{coercion.coercionAsk}</p><p>{coercion.coercionTell}</p></>}
      <p>{t.personnel}</p>
      <StepLink step="recordServiceDuty" model={model} reading={reading} />
    </Alert>
  );
}
