import { osloDay } from '../../kernel/time.ts';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert, Card, Tag } from '../../web/ui/surfaces.tsx';
import { fallenMeasures } from '../for-them.ts';
import { endingTexts } from '../texts/ending.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { consentFault, fallenDisclosures, guardianMayBeNeeded, type ConsentGiven, type Related } from '../sharing.ts';
import { Answered, type Reading } from './answers.tsx';
import { ExpertPart } from './expert-part.tsx';
import { SharedPart } from './disclosed-part.tsx';
import { SignedLine } from './signed-line.tsx';
import { codeLabel, ownLabel } from './field-codes.ts';
import { giverWords } from './link-choices.ts';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** Who is around the person, and what each is by now. */
export function AroundPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const { related } = model.state;
  return (
    <Section heading={casePageTexts[lang].around} action={<StepLink step="addPerson" model={model} reading={reading} />}>
      {related.length === 0 ? <p><Quiet>{casePageTexts[lang].nobodyAround}</Quiet></p> : <Stack gap="s">{related.map((one) => <Around key={one.relatedId} one={one} model={model} reading={reading} />)}</Stack>}
    </Section>
  );
}

function Around({ one, model, reading }: PartProps & { one: Related }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const byName = one.suspected !== undefined && !one.parts.includes('MISTENKT');
  return (
    <Card heading={one.name} level={3}>
      <Row>{one.parts.map((part) => <Tag key={part} tone={part === 'MISTENKT' ? 'warning' : 'neutral'} symbol={part === 'MISTENKT' ? 'flag' : 'person'}>{codeLabel('parts', part, lang)}</Tag>)}{byName ? <Tag tone="warning" symbol="flag">{t.suspectByName}</Tag> : null}</Row>
      {byName ? <p>{t.suspectByNameLead}</p> : null}
      <Answered fields={[['relation', one.relation, one.local], ['livesWith', one.livesWith], ['guardianScope', one.guardianScope]]} reading={reading} />
      <StepLink step="changePerson" subject={{ person: one.relatedId }} words={t.change} label={t.changeThis(one.name)} model={model} reading={reading} />
    </Card>
  );
}

/** What the person, or somebody for them, has said about sharing; what was shared, on which basis; and what no longer stands. */
export function SharingPart({ model, reading, query }: PartProps & { query: URLSearchParams }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const { state } = model;
  return (
    <Section heading={t.sharing} id="deling">
      <SharingAlerts model={model} reading={reading} />
      <Section heading={t.consents} level={3}>
        {state.consents.length === 0 ? null : <Stack gap="s">{state.consents.toReversed().map((one) => <OneConsent key={one.consentId} one={one} model={model} reading={reading} />)}</Stack>}
        {state.capacities.toReversed().map((one) => (
          <Card key={one.recorded.at} heading={t.event_CapacityAssessed} level={4}>
            <Answered fields={[['capacityResult', one.result], ['capacityQuestion', one.question], ['capacityAbout', one.about], ['assessor', one.assessor], ['assessedOn', one.assessedOn], ['assessmentGrounds', one.grounds]]} reading={reading} />
            <SignedLine signed={one.recorded} reading={reading} />
          </Card>
        ))}
        <Row>{(['recordConsent', 'recordOthersConsent', 'assessCapacity'] as const).map((step) => <StepLink key={step} step={step} model={model} reading={reading} />)}</Row>
      </Section>
      <ExpertPart model={model} reading={reading} />
      <SharedPart model={model} reading={reading} query={query} />
    </Section>
  );
}

/** What fell because somebody is suspected by now; on the first page of the case, too. */
export function SharingAlerts({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const { state } = model;
  return (
    <>
      {fallenDisclosures(state).length === 0 ? null : (
        <Alert kind="warning" heading={t.sharingFellHeading}>
          <p>{t.sharingFellLead}</p>
          <StepLink step="reviewDisclosure" model={model} reading={reading} />
        </Alert>
      )}
      <FallenMeasures model={model} reading={reading} />
      {!guardianMayBeNeeded(state) || state.measures.some(({ measure }) => measure === 'MELDT_VERGEMAL') ? null : (
        <Alert kind="info"><p>{t.guardianNeeded}</p><StepLink step="decideMeasure" subject={{ slag: 'MELDT_VERGEMAL' }} model={model} reading={reading} /></Alert>
      )}
    </>
  );
}

/** What is done on the word of somebody who is suspected by now: each to be ended, or to stand on something else. */
function FallenMeasures({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = endingTexts[lang];
  const fallen = fallenMeasures(model.state, osloDay(model.now));
  if (fallen.length === 0) return null;
  return (
    <Alert kind="warning" heading={t.measuresFell}>
      <p>{t.measuresFellLead}</p>
      <ul>{fallen.map((one) => <li key={one.measureId}>{ownLabel('measure', one.measure, one.local, lang)} – {one.responsible} <StepLink step="updateMeasure" subject={{ tiltak: one.measureId }} model={model} reading={reading} /></li>)}</ul>
    </Alert>
  );
}

function OneConsent({ one, model, reading }: PartProps & { one: ConsentGiven }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const fault = consentFault(model.state, one, osloDay(model.now));
  return (
    <Card heading={giverWords(one, model, lang)} level={4}>
      <Row><Tag tone={fault === undefined ? 'success' : fault === 'REFUSED' ? 'neutral' : 'warning'} symbol={fault === undefined ? 'check' : 'cross'}>{t[`consent_${fault ?? 'STANDS'}`]}</Tag></Row>
      <Answered fields={[['consentStatus', one.status], ['consentAbout', one.about], ['consentAboutWhat', one.aboutWhat], ['covers', one.covers], ['consentTo', one.consentTo], ['consentToAll', one.toAll], ['consentPurpose', one.purpose], ['informed', one.informed], ['consentLanguage', one.language], ['consentUntil', one.until], ['howWithdrawn', one.withdrawn?.grounds]]} reading={reading} />
      <SignedLine signed={one.recorded} reading={reading} />
      {fault === undefined ? <StepLink step="withdrawConsent" subject={{ samtykke: one.consentId }} model={model} reading={reading} /> : null}
    </Card>
  );
}
