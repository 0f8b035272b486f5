import type { Lang } from '../../kernel/texts.ts';
import { dateWords } from '../../web/ui/moments.ts';
import { Row } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { feedbackAwaited } from '../duties.ts';
import { runs, withoutLastDay } from '../protection.ts';
import type { CaseContent } from '../queries/models.ts';
import { fallenDisclosures } from '../sharing.ts';
import { SUSPECT_CHANGE } from '../safety-codes.ts';
import { endingTexts } from '../texts/ending.ts';
import { casePageTexts } from '../texts/page.ts';
import type { Reading } from './answers.tsx';
import { DutyAlerts } from './duties-part.tsx';
import { codeLabel, ownLabel } from './field-codes.ts';
import { StepLink } from './step-link.tsx';

/** Before a case ends: a duty that nobody has answered, which has to be answered first; and what nobody is reminded of from then on. */
export function LeftOpen({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { state } = model;
  const { lang } = reading;
  const t = casePageTexts[lang];
  const protections = state.protections.filter(runs);
  const awaited = feedbackAwaited(state);
  const fell = fallenDisclosures(state).length > 0;
  const left = leftBehind(state, lang);
  return (
    <>
      <DutyAlerts model={model} reading={reading} />
      {protections.length === 0 && awaited === undefined && left.length === 0 ? null : (
        <Alert kind="info" heading={t.leftOpen}>
          <ul>
            {protections.map(({ protectionId, kind, until }) => <li key={protectionId}>{t.leftProtection(codeLabel('protectionKind', kind, lang), dateWords(until, lang))}</li>)}
            {awaited === undefined ? null : <li>{t.leftFeedback(dateWords(awaited.sentOn, lang))}</li>}
            {left.map((text) => <li key={text}>{text}</li>)}
          </ul>
          <Row>{(['updateMeasure', 'recordProtection', 'writeSafetyPlan', 'recordChildFeedback'] as const).map((step) => <StepLink key={step} step={step} model={model} reading={reading} />)}</Row>
        </Alert>
      )}
      {fell ? <Alert kind="warning"><p>{t.leftShared}</p><Row><StepLink step="reviewDisclosure" model={model} reading={reading} /></Row></Alert> : null}
    </>
  );
}

/** Measures that are not over, an alarm or a ban whose last day nobody wrote, what makes the plan untrue or that there is none, a risk that was to be assessed anew, and warnings: each in one line. */
export function leftBehind({ measures, protections, planPrompts, safetyPlans, risks, warnings }: Pick<CaseContent['state'], 'measures' | 'protections' | 'planPrompts' | 'safetyPlans' | 'risks' | 'warnings'>, lang: Lang): readonly string[] {
  const t = endingTexts[lang];
  const next = risks.at(-1)?.next;
  return [
    ...measures.filter(({ status }) => status === 'PLANLAGT' || status === 'PAGAR').map((one) => t.leftMeasure(ownLabel('measure', one.measure, one.local, lang), one.responsible, codeLabel('measureStatus', one.status, lang).toLocaleLowerCase(lang))),
    ...withoutLastDay({ measures, protections }).map((one) => t.leftNoLastDay(ownLabel('measure', one.measure, one.local, lang))),
    ...planPrompts.map(({ change, on }) => t.leftPrompt(SUSPECT_CHANGE.label(change, lang), dateWords(on, lang))),
    ...(safetyPlans.length === 0 ? [t.leftNoPlan] : []),
    ...(next === undefined ? [] : [t.leftRisk(dateWords(next, lang))]),
    ...warnings.map(({ text, reviewOn }) => t.leftWarning(text, dateWords(reviewOn, lang))),
  ];
}
