import type { ReactNode } from 'react';
import { Note } from '../../web/ui/facts.tsx';
import { Quiet, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { Answered, nameOf, type Reading } from './answers.tsx';
import { ClosingView, ProposalView } from './assessment-part.tsx';
import { SignedLine } from './signed-line.tsx';
import { akuttAnswers, measureAnswers, policeAnswers } from './content-answers.ts';
import { HealthObjection } from './coordination-part.tsx';
import { LeftOpen } from './left-open.tsx';
import { StandingConsents } from './standing-consents.tsx';
import { dangerWords } from '../danger-words.ts';
import { BeforeDocument } from './documents-part.tsx';
import { codeLabel, ownLabel } from './field-codes.ts';
import { FiguresCard, FiguresMissing } from './figures-card.tsx';
import { LoweringView } from './secrecy-part.tsx';
import { WritingLine } from './writing-line.tsx';
import type { StepSubject } from './paths.ts';
import { isAlone } from './shown-fields.ts';
import { BeforePlan } from './safety-part.tsx';
import { BeforeClosing, BeforeNo, LastNo } from './voice-part.tsx';
import { referenceOf } from './joined-part.tsx';

type BeforeProps = { step: CaseStep; model: CaseContent; reading: Reading; subject: StepSubject };

/** What one must have read before this step: the proposal that is confirmed, the note that is corrected, the danger that is judged anew. */
export function BeforeStep({ step, model, reading, subject }: BeforeProps): ReactNode {
  const { state } = model;
  const t = casePageTexts[reading.lang];
  switch (step) {
    case 'raiseAkutt': return <Alert kind="life"><p>{t.callFirst}</p></Alert>;
    case 'reviewAkutt': case 'lowerAkutt': return state.akutt === undefined ? null : <Card heading={t.akuttHeading} symbol="bell"><Answered fields={akuttAnswers(state.akutt, reading.lang)} reading={reading} /></Card>;
    case 'confirmClassification': return state.proposal === undefined ? null : <Whole heading={t.readWhole}><ProposalView proposal={state.proposal} reading={reading} /></Whole>;
    case 'confirmLowering': return state.address.lowering === undefined ? null : <Whole heading={t.readWhole}><LoweringView lowering={state.address.lowering} reading={reading} /></Whole>;
    case 'writeNote': return <WritingLine model={model} lang={reading.lang} />;
    case 'confirmNotACase': return state.proposal === undefined ? null : <><LeftOpen model={model} reading={reading} /><Whole heading={t.readWhole}><ProposalView proposal={state.proposal} reading={reading} /></Whole><LastNo model={model} reading={reading} /></>;
    case 'confirmTransfer': return <Transfer model={model} reading={reading} />;
    case 'closeCase': case 'returnClosing': return state.closingProposal === undefined ? null : <>{step === 'closeCase' && isAlone(model) ? <Alert kind="warning" heading={t.closingAlone}><p>{t.closingAloneMeans}</p></Alert> : null}<LeftOpen model={model} reading={reading} /><FiguresMissing model={model} reading={reading} /><Whole heading={t.proposedClosing}><ClosingView closing={state.closingProposal} reading={reading} /></Whole><FiguresCard model={model} reading={reading} /><LastNo model={model} reading={reading} /></>;
    case 'checkPolice': case 'resumeInvestigation': return <Police model={model} reading={reading} />;
    case 'proposeNotACase': return <><LeftOpen model={model} reading={reading} /><OwnProposal model={model} reading={reading} /><BeforeNo model={model} reading={reading} /></>;
    case 'proposeReclassification': case 'proposeClassification': return <OwnProposal model={model} reading={reading} />;
    case 'classifyProvisionally': return <Alert kind="info"><p>{t.provisionalMeans}</p></Alert>;
    case 'readHandover': return <Handover model={model} reading={reading} />;
    case 'updateMeasure': return <Measure model={model} reading={reading} id={subject.tiltak} />;
    case 'writeSafetyPlan': case 'reviewSafetyPlan': return <BeforePlan model={model} reading={reading} />;
    case 'proposeClosing': return <><LeftOpen model={model} reading={reading} /><FiguresMissing model={model} reading={reading} /><Measures model={model} reading={reading} /><BeforeClosing model={model} reading={reading} /></>;
    case 'proposeEarlyClosing': return <><LeftOpen model={model} reading={reading} /><FiguresMissing model={model} reading={reading} /><BeforeClosing model={model} reading={reading} /></>;
    case 'startFollowUp': case 'recordFollowUp': return <Measures model={model} reading={reading} />;
    case 'proposeTransfer': return <><LeftOpen model={model} reading={reading} /><OwnProposal model={model} reading={reading} /><HealthObjection model={model} lang={reading.lang} /></>;
    case 'draftDocument': case 'editDocument': case 'finaliseDocument': case 'recordSending': return <BeforeDocument step={step} model={model} reading={reading} subject={subject} />;
    case 'correctNote': return <OldNote model={model} reading={reading} id={subject.notat} />;
    case 'discloseOut': case 'askExpert': case 'renewExpertCode': case 'reviewDisclosure': return <><HealthObjection model={model} lang={reading.lang} /><StandingConsents model={model} reading={reading} /></>;
    case 'reopenCase': return <Alert kind="info"><p>{t.reopenFromReport}</p></Alert>;
    case 'recordPerson': return <JoinedReport model={model} reading={reading} id={subject.melding} />;
    default: return null;
  }
}

/** Of a report that joined the case: whose words are put right. */
function JoinedReport({ model, reading: { lang }, id }: { model: CaseContent; reading: Reading; id: string | undefined }) {
  const joined = model.state.joined.find(({ report }) => report === id);
  return joined === undefined ? null : <Alert kind="info"><p>{casePageTexts[lang].correctsJoined(referenceOf(model, joined))}</p></Alert>;
}

function Whole({ heading, children }: { heading: string; children: ReactNode }) {
  return <Card heading={heading} level={3} tone="tinted">{children}</Card>;
}

function OwnProposal({ model, reading }: { model: CaseContent; reading: Reading }) {
  const t = casePageTexts[reading.lang];
  return model.state.proposal === undefined ? null : <Alert kind="info"><p>{t.takesThePlace} {t.by(nameOf(model.state.proposal.by, reading), momentWords(model.state.proposal.at, reading.lang))}</p></Alert>;
}

/** Whoever lets go of somebody in danger reads the danger once more first. */
function Transfer({ model: { state }, reading }: { model: CaseContent; reading: Reading }) {
  const t = casePageTexts[reading.lang];
  if (state.proposal === undefined) return null;
  return (
    <>
      {state.akutt === undefined ? null : <Alert kind="life" heading={t.akuttHeading}><Written text={dangerWords(state.akutt.danger, reading.lang)} /><p>{t.transferInDanger}</p></Alert>}
      <Whole heading={t.readWhole}><ProposalView proposal={state.proposal} reading={reading} /></Whole>
    </>
  );
}

function Handover({ model: { state }, reading }: { model: CaseContent; reading: Reading }) {
  const t = casePageTexts[reading.lang];
  if (state.handover === undefined) return null;
  return (
    <Whole heading={t.handoverNote}>
      <SignedLine signed={state.handover} reading={reading} />
      {state.handover.note === undefined ? <p><Quiet>{t.noHandoverNote}</Quiet></p> : <Written text={state.handover.note} />}
    </Whole>
  );
}

/** What was agreed, read before anybody asks again or goes on. */
function Police({ model: { state }, reading }: { model: CaseContent; reading: Reading }) {
  if (state.police === undefined) return null;
  return <Whole heading={caseTexts[reading.lang]['status.VENTER_POLITI']}><SignedLine signed={state.police} reading={reading} /><Answered fields={policeAnswers(state.police)} reading={reading} /></Whole>;
}

function Measure({ model, reading, id }: { model: CaseContent; reading: Reading; id: string | undefined }) {
  const measure = model.state.measures.find(({ measureId }) => measureId === id);
  if (measure === undefined) return null;
  return <Whole heading={ownLabel('measure', measure.measure, measure.local, reading.lang)}><Answered fields={measureAnswers(measure)} reading={reading} /></Whole>;
}

function Measures({ model: { state }, reading: { lang } }: { model: CaseContent; reading: Reading }) {
  if (state.measures.length === 0) return null;
  return (
    <Whole heading={casePageTexts[lang].tab_tiltak}>
      <ul>{state.measures.map((one) => <li key={one.measureId}>{ownLabel('measure', one.measure, one.local, lang)} – {one.responsible} – {codeLabel('measureStatus', one.status, lang)}</li>)}</ul>
    </Whole>
  );
}

function OldNote({ model, reading, id }: { model: CaseContent; reading: Reading; id: string | undefined }) {
  const note = model.state.notes.find((one) => one.noteId === id);
  if (note === undefined) return null;
  return <Note heading={caseTexts[reading.lang]['field.text']} at={momentWords(note.at, reading.lang)} who={nameOf(note.by, reading)}><Written text={note.text} /></Note>;
}
