import type { Lang } from '../../kernel/texts.ts';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { Row, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { NextSteps as StepList, type ClosedStep, type OpenStep } from '../../web/ui/work.tsx';
import type { CaseStep } from '../commands/step.ts';
import type { CaseContent } from '../queries/models.ts';
import { casePageTexts } from '../texts/page.ts';
import { isClosed, LED_STATUSES } from '../status.ts';
import { caseTexts } from '../texts.ts';
import type { StepKey } from '../workflow.ts';
import { dutiesAsked, informingAsked } from './asked-now.ts';
import { refusalWords } from './faults.ts';
import { isCaseStep, mergePath, stepPath } from './paths.ts';

/** What keeps the person safe, the likeliest first. */
const SAFETY: readonly CaseStep[] = ['writeSafetyPlan', 'reviewSafetyPlan', 'postponeSafetyPlan', 'suspectChanged', 'markRiskFactors', 'assessRisk', 'recordProtection', 'renewProtection', 'endProtection'];
/** Steps one may nearly always take; they stand apart, so that what the case waits for is seen first. */
const ALWAYS: readonly CaseStep[] = ['writeNote', 'askForMeeting', 'decideMeasure', 'updateMeasure', ...SAFETY, 'recordWish', 'recordDeclined', 'raiseAkutt', 'informPerson', 'informSuspect', 'answerAverting', 'recordChildDuty', 'recordChildFeedback', 'recordServiceDuty', 'recordReservation', 'recordInterpreter', 'recordCoordination', 'recordFiguresWish', 'correctNote', 'awaitPolice', 'investigateAgain', 'actAgain', 'proposeReclassification', 'changeLead', 'writeNightCard', 'removeNightCard', 'draftDocument', 'editDocument', 'finaliseDocument', 'recordSending', 'grantAccess', 'endAccess', 'writeWarning', 'protectAddress', 'declareImpartiality', 'restrictUse', 'useRestricted', 'liftRestriction', 'tellReceiver', 'recordObjection'];
/** What is likeliest to be wanted first, the first. */
export const FIRST: readonly CaseStep[] = [
  'readReport', 'readHandover', 'handOver', 'reviewDisclosure', 'confirmClassification', 'confirmNotACase', 'confirmTransfer', 'confirmReceipt', 'confirmLowering', 'closeCase', 'checkPolice', 'resumeInvestigation', 'recordFollowUp', 'startInvestigation', 'concludeInvestigation',
  'startFollowUp', 'proposeClassification', 'proposeClosing', 'reviewAkutt', 'classifyProvisionally', 'adviseOnly', 'proposeNotACase', 'returnClosing', 'lowerAkutt', 'proposeTransfer', 'proposeEarlyClosing', 'reopenCase',
];
/** Never what the case is waiting for. */
const SECOND_CHOICE: readonly CaseStep[] = ['classifyProvisionally', 'adviseOnly', 'proposeNotACase', 'returnClosing', 'lowerAkutt', 'proposeTransfer', 'proposeEarlyClosing', 'reopenCase', 'useRestricted'];
/** What nobody comes to for want of anything else: while the use is restricted these would be left as the only ways on. */
const ENDS: readonly CaseStep[] = ['adviseOnly', 'proposeNotACase', 'proposeEarlyClosing'];
/** Closed only because the step is somebody else's: last among the reasons. */
const PLAIN: readonly string[] = ['not_your_role', 'not_case_lead'];
/** Closed because the use of the case is not restricted, as that of nearly all, because nobody who was given something has to hear of a change, or because the plan that could be put off is there: nobody has to hear of it. */
const UNSAID: readonly string[] = ['not_restricted', 'plan_exists', 'no_receiver_to_tell'];
/** Closed only because the case is elsewhere in its life. */
const ELSEWHERE: readonly string[] = ['wrong_status', 'case_closed'];

/** «Neste steg»: exactly what the workflow table lets this person do now, and why the rest is closed. */
export function NextParts({ model, lang }: { model: CaseContent; lang: Lang }) {
  const t = casePageTexts[lang];
  const open = openSteps(model);
  const main = wanted(model).filter((step) => open.includes(step));
  const waits = waitsForAnother(model) && !pressing(model).some((step) => open.includes(step));
  const mayMerge = model.asker.standing === 'coordinator' && !isClosed(model.state.status);
  const also = [...ALWAYS, ...ENDS].filter((step) => open.includes(step) && !main.includes(step));
  return (
    <ScreenOnly>
      <Stack gap="s">
        <StepList open={main.map((step, at): OpenStep => ({ id: step, label: stepLabel(step, model, lang), href: stepPath(model.fileId, step), primary: at === 0 && !waits && !SECOND_CHOICE.includes(step) }))}
          closed={closedSteps(model, lang)} later={{ label: t.otherTimes, steps: ofAnotherTime(model).map((step) => caseTexts[lang][`step.${step}`]) }} />
        {main.length === 0 || waits ? <p>{caseTexts[lang].nothingToDo}</p> : null}
        {also.length === 0 ? null : (
          <Details summary={t.alsoPossible}>
            <Row>{also.map((step) => <LinkButton key={step} small href={stepPath(model.fileId, step)}>{stepLabel(step, model, lang)}</LinkButton>)}{mayMerge ? <LinkButton small href={mergePath(model.fileId)}>{caseTexts[lang]['step.mergeCase']}</LinkButton> : null}</Row>
          </Details>
        )}
      </Stack>
    </ScreenOnly>
  );
}

/** What waits for no other person's yes: danger that was due to be looked at, and whether harm can be averted. */
function pressing(model: CaseContent): readonly CaseStep[] {
  const danger: readonly CaseStep[] = model.clocks.some(({ clock, late }) => clock === 'AKUTT_REVIEW' && late) ? ['reviewAkutt'] : [];
  return [...danger, ...dutiesAsked(model)];
}

/** Danger that was due to be looked at comes before everything; a case that nobody leads waits for a lead; an inquiry that only lacks a measure for the measure, and what waits for a ground while the use is restricted for the ground. */
function wanted(model: CaseContent): readonly CaseStep[] {
  const { steps, clocks } = model;
  const measure: readonly CaseStep[] = steps.some((one) => one.step === 'concludeInvestigation' && !one.allowed && one.because === 'no_measure') ? ['decideMeasure'] : [];
  const restricted: readonly CaseStep[] = steps.some((one) => !one.allowed && one.because === 'use_asks_ground') ? ['useRestricted'] : [];
  const warning: readonly CaseStep[] = clocks.some(({ clock, late }) => clock === 'WARNING_REVIEW' && late) ? ['reviewWarning'] : [];
  const lead: readonly CaseStep[] = LED_STATUSES.some((status) => status === model.state.status) && model.state.lead === undefined && model.asker.standing === 'coordinator' ? ['changeLead'] : [];
  const second = restricted.length === 0 ? FIRST : FIRST.filter((step) => !ENDS.includes(step));
  return [...new Set([...pressing(model), ...lead, ...warning, ...measure, ...FIRST.filter((step) => !SECOND_CHOICE.includes(step)), ...informingAsked(model), ...restricted, ...second])];
}

export function openSteps({ steps }: Pick<CaseContent, 'steps'>): CaseStep[] {
  return steps.flatMap(({ step, allowed }) => (allowed && isCaseStep(step) ? [step] : []));
}

export function mayStep(model: Pick<CaseContent, 'steps'>, step: CaseStep): boolean {
  return openSteps(model).includes(step);
}

/** Closed only because of where the case stands: a name is enough, and whoever looks for one finds it. */
function ofAnotherTime({ steps }: CaseContent): StepKey[] {
  return steps.flatMap((one) => (!one.allowed && ELSEWHERE.includes(one.because) ? [one.step] : []));
}

function closedSteps({ steps }: CaseContent, lang: Lang): ClosedStep[] {
  const closed = steps.flatMap((one) => (one.allowed || ELSEWHERE.includes(one.because) || UNSAID.includes(one.because) ? [] : [one]));
  const [telling, plain] = [closed.filter(({ because }) => !PLAIN.includes(because)), closed.filter(({ because }) => PLAIN.includes(because))];
  return [...telling, ...plain].map(({ step, because }) => ({ id: step, label: caseTexts[lang][`step.${step}`], why: refusalWords(because, lang) }));
}

/** With a proposal of one's own in place, more is possible but not what the case waits for. */
function waitsForAnother(model: CaseContent): boolean {
  const { state, asker } = model;
  const own = state.status === 'TIL_AVSLUTNING' ? state.closingProposal?.by : state.proposal?.by;
  return own === asker.userId && !mayStep(model, 'closeCase');
}

/** A step as this case has it: some are called otherwise once something came before. */
export function stepLabel(step: CaseStep, { state, asker }: Pick<CaseContent, 'state' | 'asker'>, lang: Lang): string {
  const t = casePageTexts[lang];
  if (step === 'declareImpartiality' && state.impartial.includes(asker.userId)) return t.iAmConnected;
  if (step === 'proposeClassification' && state.proposal?.byTeam === true) return t.proposeAnother;
  if (step === 'changeLead' && state.lead === undefined) return t.chooseLead;
  return caseTexts[lang][`step.${step}`];
}
