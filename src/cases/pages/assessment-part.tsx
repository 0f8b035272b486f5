import type { ReactNode } from 'react';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { Quiet, Section } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Card, EmptyState } from '../../web/ui/surfaces.tsx';
import type { ClosingProposal, Proposal } from '../case.ts';
import type { CaseStep } from '../commands/step.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { AskedLine } from './asked-line.tsx';
import { Answered, nameOf, type Reading } from './answers.tsx';
import { classificationAnswers, closedAnswers, closingAnswers, findingsAnswers, notACaseAnswers, planAnswers, policeAnswers, transferAnswers } from './content-answers.ts';
import { retentionOf } from '../retention.ts';
import { refusalWords } from './faults.ts';
import { mayStep } from './next-parts.tsx';
import { stepPath } from './paths.ts';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';
import { PatternPart } from './pattern-part.tsx';
import { RiskPart } from './risk-part.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** What was proposed, decided and found, the newest first. */
export function AssessmentPart({ model, reading }: PartProps) {
  const { state } = model;
  const t = casePageTexts[reading.lang];
  const parts = [...ended(model, reading), ...waiting(model, reading), ...found(model, reading)];
  return (
    <>
      {parts.length > 0 ? parts : <EmptyState heading={t.notAssessed} symbol="ring"><p>{state.status === 'MOTTATT' ? t.notHandedOver : t.notAssessedLead}</p></EmptyState>}
      <RiskPart model={model} reading={reading} />
      <PatternPart model={model} reading={reading} />
    </>
  );
}

function ended(model: CaseContent, reading: Reading): ReactNode[] {
  const { state } = model;
  const t = casePageTexts[reading.lang];
  const { closing, closingProposal, transfer, notACase } = state;
  return [
    ...(closing === undefined ? [] : [
      <Section key="closed" heading={caseTexts[reading.lang]['status.AVSLUTTET']}>
        <SignedLine signed={closing} reading={reading} />
        {closing.alone === true ? <p>{caseTexts[reading.lang].closedAlone}</p> : null}
        <Answered fields={[...closedAnswers({ ...closing, retention: retentionOf(state) ?? 'BEVARES' }), ...(closingProposal === undefined ? [] : closingAnswers(closingProposal).slice(1))]} reading={reading} />
      </Section>,
    ]),
    ...(transfer === undefined ? [] : [<Section key="transfer" heading={caseTexts[reading.lang]['status.OVERFORT']}>{transfer.akutt === true ? <p>{t.event_transferredInDanger}</p> : null}<Answered fields={transferAnswers(transfer)} reading={reading} />{transfer.received === undefined ? <StepLink step="confirmReceipt" model={model} reading={reading} /> : <><Answered fields={[['receivedBy', transfer.received.receivedBy]]} reading={reading} /><SignedLine signed={transfer.received} reading={reading} /></>}</Section>]),
    ...(notACase === undefined ? [] : [<Section key="notACase" heading={t.becameNoCase}><Answered fields={[...notACaseAnswers(notACase), ['retention', retentionOf(state)]]} reading={reading} /></Section>]),
  ];
}

function waiting(model: CaseContent, reading: Reading): ReactNode[] {
  const { state } = model;
  return [
    ...(state.status === 'TIL_AVSLUTNING' && state.closingProposal !== undefined
      ? [<ToDecide key="closing" heading={casePageTexts[reading.lang].proposedClosing} step="closeCase" model={model} reading={reading}><ClosingView closing={state.closingProposal} reading={reading} /></ToDecide>] : []),
    ...(state.proposal === undefined ? [] : [
      <ToDecide key="proposal" heading={casePageTexts[reading.lang][HEADINGS[state.proposal.kind]]} step={CONFIRMS[state.proposal.kind]} model={model} reading={reading}>
        <ProposalView proposal={state.proposal} reading={reading} />
      </ToDecide>,
    ]),
  ];
}

const HEADINGS = { CLASSIFICATION: 'proposedClassification', NOT_A_CASE: 'proposedNotACase', TRANSFER: 'proposedTransfer' } as const satisfies Readonly<Record<Proposal['kind'], string>>;
/** The step by which the second person answers a proposal. */
export const CONFIRMS = { CLASSIFICATION: 'confirmClassification', NOT_A_CASE: 'confirmNotACase', TRANSFER: 'confirmTransfer' } as const satisfies Readonly<Record<Proposal['kind'], CaseStep>>;

/** A proposal with the way on: to confirm it, or why this person may not. */
function ToDecide({ heading, step, model, reading, children }: PartProps & { heading: string; step: CaseStep; children: ReactNode }) {
  const closed = model.steps.find((one) => one.step === step);
  return (
    <Card heading={heading} symbol="half" tone="tinted">
      {children}
      <AskedLine model={model} reading={reading} about={step === 'closeCase' ? ['CLOSING'] : ['CLASSIFICATION', 'NOT_A_CASE', 'TRANSFER']} />
      {mayStep(model, step) ? <p><LinkButton variant="primary" href={stepPath(model.fileId, step)}>{caseTexts[reading.lang][`step.${step}`]}</LinkButton></p>
        : closed === undefined || closed.allowed ? null : <p>{refusalWords(closed.because, reading.lang)}</p>}
    </Card>
  );
}

/** The whole of what a second person confirms. */
export function ProposalView({ proposal, reading }: { proposal: Proposal; reading: Reading }) {
  return (
    <>
      <SignedLine signed={proposal} reading={reading} />
      <Answered fields={proposedAnswers(proposal)} reading={reading} />
    </>
  );
}

function proposedAnswers(proposal: Proposal) {
  switch (proposal.kind) {
    case 'CLASSIFICATION': return classificationAnswers(proposal.classification);
    case 'NOT_A_CASE': return notACaseAnswers(proposal.notACase);
    case 'TRANSFER': return transferAnswers(proposal.transfer);
  }
}

export function ClosingView({ closing, reading }: { closing: ClosingProposal; reading: Reading }) {
  return (
    <>
      <SignedLine signed={closing} reading={reading} />
      <Answered fields={closingAnswers(closing)} reading={reading} />
    </>
  );
}

function found({ state, journal }: CaseContent, reading: Reading): ReactNode[] {
  const t = casePageTexts[reading.lang];
  const { findings, plan, classification } = state;
  const concluded = journal.findLast((event) => event.type === 'InvestigationConcluded');
  const started = journal.findLast((event) => event.type === 'InvestigationStarted');
  return [
    ...(state.status !== 'VENTER_POLITI' || state.police === undefined ? [] : [
      <Section key="police" heading={caseTexts[reading.lang]['status.VENTER_POLITI']}><SignedLine signed={state.police} reading={reading} /><Answered fields={policeAnswers(state.police)} reading={reading} /></Section>,
    ]),
    ...(findings === undefined ? [] : [
      <Section key="findings" heading={t.findings}>
        {concluded === undefined ? null : <SignedLine signed={{ by: concluded.actor, at: concluded.happenedAt }} reading={reading} />}
        <Answered fields={findingsAnswers(findings)} reading={reading} />
      </Section>,
    ]),
    ...(plan === undefined ? [] : [
      <Section key="plan" heading={t.plan}>
        {started === undefined ? null : <SignedLine signed={{ by: started.actor, at: started.happenedAt }} reading={reading} />}
        <Answered fields={planAnswers(plan)} reading={reading} />
      </Section>,
    ]),
    ...(classification === undefined ? [] : [
      <Section key="classification" heading={t.classification}>
        <p><Quiet>{t.proposedBy(nameOf(classification.proposed.by, reading), momentWords(classification.proposed.at, reading.lang))}</Quiet></p>
        <p>{classification.confirmed === undefined ? <strong>{caseTexts[reading.lang].provisional}</strong>
          : <Quiet>{t.confirmedBy(nameOf(classification.confirmed.by, reading), momentWords(classification.confirmed.at, reading.lang))}</Quiet>}</p>
        <Answered fields={classificationAnswers(classification)} reading={reading} />
      </Section>,
    ]),
  ];
}
