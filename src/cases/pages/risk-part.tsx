import { dateWords } from '../../web/ui/moments.ts';
import { Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { RISK_FACTOR } from '../safety-codes.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import { factorChange, type FactorLook } from '../safety.ts';
import { Answered, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { riskAnswers } from './content-answers.ts';
import { codeLabel } from './field-codes.ts';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** How dangerous it is held to be, by whom, and what it is that worries us. */
export function RiskPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const { risks, factorLooks } = model.state;
  return (
    <Section heading={t.risk} id="risiko" action={<StepLink step="assessRisk" model={model} reading={reading} />}>
      {risks.length === 0 ? <p><Quiet>{t.noRisk}</Quiet></p> : null}
      {risks.toReversed().map((one) => (
        <Card key={one.riskId} heading={codeLabel('tool', one.tool, lang)} level={3}>
          <Answered fields={riskAnswers(one)} reading={reading} />
          <SignedLine signed={one.recorded} reading={reading} />
        </Card>
      ))}
      <Section heading={t.worries} level={3} action={<StepLink step="markRiskFactors" model={model} reading={reading} />}>
        <p><Quiet>{factorLooks.length === 0 ? t.noWorries : t.worriesNote}</Quiet></p>
        <Looks looks={factorLooks} reading={reading} />
      </Section>
    </Section>
  );
}

/** The newest look whole, the ones before it one press away. */
function Looks({ looks, reading }: { looks: readonly FactorLook[]; reading: Reading }) {
  const all = looks.map((_, at) => <Look key={looks[at]?.lookId} looks={looks} at={at} reading={reading} />).toReversed();
  return <Stack gap="s">{all[0]}{all.length < 2 ? null : <Details summary={safetyTexts[reading.lang].earlierLooks}><Stack gap="s">{all.slice(1)}</Stack></Details>}</Stack>;
}

function Look({ looks, at, reading }: { looks: readonly FactorLook[]; at: number; reading: Reading }) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const look = looks[at];
  const change = factorChange(looks, at);
  if (look === undefined) return null;
  return (
    <Card heading={dateWords(look.lookedOn, lang)} level={4}>
      {look.factors.length === 0 ? <p>{t.noneFactors}</p> : (
        <ul>{look.factors.map(({ factor, note }) => (
          <li key={factor}>
            <Row>{RISK_FACTOR.label(factor, lang)}{change?.came.includes(factor) === true ? <Tag tone="warning" symbol="up">{t.came}</Tag> : null}</Row>
            {note === undefined ? null : <Written text={note} />}
          </li>
        ))}</ul>
      )}
      {change === undefined || change.went.length === 0 ? null : (
        <ul>{change.went.map((factor) => <li key={factor}><Row><Quiet>{RISK_FACTOR.label(factor, lang)}</Quiet><Tag tone="neutral" symbol="down">{t.went}</Tag></Row></li>)}</ul>
      )}
      {change !== undefined && change.came.length + change.went.length === 0 ? <p><Quiet>{t.unchanged}</Quiet></p> : null}
      <SignedLine signed={look.recorded} reading={reading} />
    </Card>
  );
}
