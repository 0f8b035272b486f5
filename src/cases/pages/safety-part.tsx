import { osloDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, Details } from '../../web/ui/surfaces.tsx';
import { suspectLivesThere } from '../lives-there.ts';
import { endsSoon, runs, withoutLastDay } from '../protection.ts';
import type { CaseContent } from '../queries/models.ts';
import { SUSPECT_CHANGE } from '../safety-codes.ts';
import { safetyEvents, safetyTexts } from '../texts/safety-page.ts';
import type { SafetyPlan } from '../safety.ts';
import { isClosed, type CaseStatus } from '../status.ts';
import { told } from '../told.ts';
import { firstTalk } from '../voice.ts';
import { Answered, nameOf, type Reading } from './answers.tsx';
import { safetyPlanAnswers } from './content-answers.ts';
import { codeLabel, ownLabel } from './field-codes.ts';
import { planPath } from './paths.ts';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** Somebody works with the person: by now there is a plan, or it is time. */
const IN_HAND: readonly CaseStatus[] = ['UNDERSOKES', 'VENTER_POLITI', 'TILTAK', 'OPPFOLGING', 'TIL_AVSLUTNING'];

/** What cannot wait: the plan has to be gone through, or what protects the person ends. */
export function SafetyAlerts({ model, reading, planBelow }: PartProps & { /** the part about the plan stands on the same page */ planBelow?: true }) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const { planPrompts, safetyPlans, protections, status } = model.state;
  if (isClosed(status)) return null;
  const lacksPlan = planBelow !== true && planPrompts.length === 0 && safetyPlans.length === 0 && (IN_HAND.includes(status) || firstTalk(model.state) !== undefined) && !isPostponed(model);
  const ending = protections.filter((one) => runs(one) && endsSoon(one.until, osloDay(model.now)) !== undefined);
  return (
    <>
      {planPrompts.length === 0 ? null : (
        <Alert kind="warning" heading={t.promptHeading}>
          <Prompts model={model} lang={lang} />
          {safetyPlans.length === 0 ? <p>{t.promptNoPlan}</p> : null}
          <PlanSteps model={model} reading={reading} />
        </Alert>
      )}
      {lacksPlan ? <Alert kind="info"><p>{t.noPlan} {suspectLivesThere(model.state, told(model)) === 'JA' ? t.livesTogether : t.noPlanWhy}</p><PlanSteps model={model} reading={reading} /></Alert> : null}
      {withoutLastDay(model.state).map((one) => <Alert key={one.measureId} kind="info"><p>{t.noLastDay(ownLabel('measure', one.measure, one.local, lang))}</p><StepLink step="recordProtection" model={model} reading={reading} /></Alert>)}
      {ending.length === 0 ? null : (
        <Alert kind="warning" heading={t.endsHeading}>
          {ending.map((one) => (
            <Row key={one.protectionId}>
              <span>{codeLabel('protectionKind', one.kind, lang)}: {t.until(dateWords(one.until, lang))}</span>
              <StepLink step="renewProtection" subject={{ vern: one.protectionId }} words={t.renew} label={t.renewThis(codeLabel('protectionKind', one.kind, lang))} model={model} reading={reading} />
            </Row>
          ))}
        </Alert>
      )}
    </>
  );
}

/** «Not now, because …» stands, and its day has not come. */
function isPostponed({ state: { planPostponed }, now }: CaseContent): boolean {
  return planPostponed !== undefined && (planPostponed.askAgain === undefined || planPostponed.askAgain > osloDay(now));
}

/** Each thing that changed and that nobody has gone through the plan for since. */
function Prompts({ model: { state: { planPrompts } }, lang }: { model: CaseContent; lang: Lang }) {
  return planPrompts.map(({ change, on, at }) => <p key={`${change}${on}${at}`}>{safetyTexts[lang].promptWhy(SUSPECT_CHANGE.label(change, lang), dateWords(on, lang))}</p>);
}

function PlanSteps({ model, reading }: PartProps) {
  const t = safetyTexts[reading.lang];
  const some = model.state.safetyPlans.length > 0;
  return (
    <Row>
      {some ? <StepLink step="reviewSafetyPlan" words={t.stillHolds} model={model} reading={reading} /> : null}
      <StepLink step="writeSafetyPlan" words={some ? t.newVersion : undefined} model={model} reading={reading} />
      {some ? null : <StepLink step="postponeSafetyPlan" model={model} reading={reading} />}
    </Row>
  );
}

/** Why there is none yet. */
function NotNow({ model: { state: { planPostponed } }, reading }: PartProps) {
  return planPostponed === undefined ? null : (
    <Card heading={safetyEvents[reading.lang].event_SafetyPlanPostponed} level={3}>
      <Answered fields={[['grounds', planPostponed.grounds], ['askAgain', planPostponed.askAgain]]} reading={reading} />
      <SignedLine signed={planPostponed} reading={reading} />
    </Card>
  );
}

/** The plan that holds, who made it with the person, where it lies, and what it was before. */
export function SafetyPlanPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const { safetyPlans } = model.state;
  const last = safetyPlans.at(-1);
  return (
    <Section heading={t.plan} id="sikkerhetsplan" action={last === undefined ? undefined : <LinkButton small href={planPath(model.fileId)}>{t.showPlan}</LinkButton>}>
      <NotNow model={model} reading={reading} />
      {last === undefined ? <p>{t.noPlan} {suspectLivesThere(model.state, told(model)) === 'JA' ? t.livesTogether : t.noPlanWhy}</p> : (
        <Card heading={versionWords(safetyPlans.length, last, lang)} level={3}>
          <PlanFacts plan={last} reading={reading} />
          <Details summary={t.readPlan}><Answered fields={safetyPlanAnswers(last)} reading={reading} /></Details>
        </Card>
      )}
      <Row><PlanSteps model={model} reading={reading} /><StepLink step="suspectChanged" model={model} reading={reading} /></Row>
      {safetyPlans.length < 2 ? null : (
        <Details summary={t.versions}>
          <Stack gap="s">{safetyPlans.slice(0, -1).map((one, at) => <p key={one.planId}><LinkButton small href={planPath(model.fileId, at + 1)}>{versionWords(at + 1, one, lang)}</LinkButton></p>).toReversed()}</Stack>
        </Details>
      )}
    </Section>
  );
}

function versionWords(no: number, { written }: SafetyPlan, lang: Lang): string {
  return safetyTexts[lang].version(no, dateWords(osloDay(written.at), lang));
}

function PlanFacts({ plan, reading }: { plan: SafetyPlan; reading: Reading }) {
  const { lang } = reading;
  const { reviewed } = plan;
  return (
    <>
      <Answered fields={[['planWith', plan.planWith], ['planPlace', plan.planPlace], ['planReview', plan.planReview]]} reading={reading} />
      <SignedLine signed={plan.written} reading={reading} />
      {reviewed === undefined ? null : <p><Quiet>{safetyTexts[lang].reviewed(reviewed.with, dateWords(osloDay(reviewed.at), lang))} · {nameOf(reviewed.by, reading)}</Quiet></p>}
    </>
  );
}

/** Read before the plan is written anew or called good: why, and the version that holds. */
export function BeforePlan({ model, reading }: PartProps) {
  const { lang } = reading;
  const { planPrompts, safetyPlans } = model.state;
  const last = safetyPlans.at(-1);
  return (
    <>
      {planPrompts.length === 0 ? null : <Alert kind="warning"><Prompts model={model} lang={lang} /></Alert>}
      {last === undefined ? null : <Card heading={versionWords(safetyPlans.length, last, lang)} level={3} tone="tinted"><PlanFacts plan={last} reading={reading} /><Answered fields={safetyPlanAnswers(last)} reading={reading} /></Card>}
    </>
  );
}
