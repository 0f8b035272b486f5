import { dateWords } from '../../web/ui/moments.ts';
import { Row } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { feedbackAwaited } from '../duties.ts';
import { runs } from '../protection.ts';
import type { CaseContent } from '../queries/models.ts';
import { fallenDisclosures } from '../sharing.ts';
import { casePageTexts } from '../texts/page.ts';
import type { Reading } from './answers.tsx';
import { DutyAlerts } from './duties-part.tsx';
import { codeLabel } from './field-codes.ts';
import { StepLink } from './step-link.tsx';

/** Before a case ends: a duty that nobody has answered, which has to be answered first; and what nobody is reminded of from then on. */
export function LeftOpen({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { state } = model;
  const { lang } = reading;
  const t = casePageTexts[lang];
  const protections = state.protections.filter(runs);
  const awaited = feedbackAwaited(state);
  const fell = fallenDisclosures(state).length > 0;
  return (
    <>
      <DutyAlerts model={model} reading={reading} />
      {protections.length === 0 && awaited === undefined && !fell ? null : (
        <Alert kind="info" heading={t.leftOpen}>
          <ul>
            {protections.map(({ protectionId, kind, until }) => <li key={protectionId}>{t.leftProtection(codeLabel('protectionKind', kind, lang), dateWords(until, lang))}</li>)}
            {awaited === undefined ? null : <li>{t.leftFeedback(dateWords(awaited.sentOn, lang))}</li>}
            {fell ? <li>{t.leftShared}</li> : null}
          </ul>
          <Row><StepLink step="recordChildFeedback" model={model} reading={reading} /><StepLink step="reviewDisclosure" model={model} reading={reading} /></Row>
        </Alert>
      )}
    </>
  );
}
