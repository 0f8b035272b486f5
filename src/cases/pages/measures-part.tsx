import { LinkButton } from '../../web/ui/buttons.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { Card, EmptyState, Tag, type Tone } from '../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../web/ui/symbols.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import type { CaseMeasure } from '../case.ts';
import type { MeasureStatus } from '../codes.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import { caseTexts } from '../texts.ts';
import { Answered, nameOf, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { clockProps } from './clock-words.ts';
import { measureAnswers } from './content-answers.ts';
import { CoordinationPart } from './coordination-part.tsx';
import { codeLabel, ownLabel } from './field-codes.ts';
import { mayStep } from './next-parts.tsx';
import { stepPath } from './paths.ts';
import { ProtectionsPart } from './protections-part.tsx';
import { SafetyAlerts, SafetyPlanPart } from './safety-part.tsx';

type PartProps = { model: CaseContent; reading: Reading };

const LOOKS: Readonly<Record<MeasureStatus, { readonly tone: Tone; readonly symbol: SymbolName }>> = {
  PLANLAGT: { tone: 'neutral', symbol: 'ring' }, PAGAR: { tone: 'info', symbol: 'half' }, UTFORT: { tone: 'success', symbol: 'check' }, AVBRUTT: { tone: 'warning', symbol: 'cross' },
  UKJENT: { tone: 'neutral', symbol: 'ring' },
};

/** What is done for the person, what is under way first, and how it went. */
export function MeasuresPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const { measures } = model.state;
  const running = measures.filter(({ status }) => status === 'PLANLAGT' || status === 'PAGAR');
  const over = measures.filter((measure) => !running.includes(measure)).toReversed();
  return (
    <>
      <SafetyAlerts model={model} reading={reading} planBelow />
      <Section heading={t.tab_tiltak} action={mayStep(model, 'decideMeasure') ? <LinkButton href={stepPath(model.fileId, 'decideMeasure')}>{caseTexts[lang]['step.decideMeasure']}</LinkButton> : undefined}>
        {measures.length === 0 ? <EmptyState heading={t.noMeasures} level={3} symbol="ring"><p>{t.noMeasuresLead}</p></EmptyState>
          : <Stack gap="s">{[...running, ...over].map((measure) => <MeasureCard key={measure.measureId} measure={measure} model={model} reading={reading} />)}</Stack>}
      </Section>
      <SafetyPlanPart model={model} reading={reading} />
      <ProtectionsPart model={model} reading={reading} />
      <CoordinationPart model={model} reading={reading} />
      <FollowUps model={model} reading={reading} />
    </>
  );
}

function MeasureCard({ measure, model, reading }: PartProps & { measure: CaseMeasure }) {
  const { lang } = reading;
  const clock = model.clocks.find(({ measureId }) => measureId === measure.measureId);
  return (
    <Card heading={ownLabel('measure', measure.measure, measure.local, lang)} level={3}>
      <Row>
        <Tag {...LOOKS[measure.status]}>{codeLabel('measureStatus', measure.status, lang)}</Tag>
        {clock === undefined ? null : <Clock short {...clockProps(clock, model.now, lang)} />}
      </Row>
      <Answered fields={measureAnswers(measure)} reading={reading} />
      <SignedLine signed={measure.decided} reading={reading} />
      {mayStep(model, 'updateMeasure') ? (
        <p><LinkButton small href={stepPath(model.fileId, 'updateMeasure', { tiltak: measure.measureId })} label={casePageTexts[lang].updateThis(ownLabel('measure', measure.measure, measure.local, lang))}>{casePageTexts[lang].update}</LinkButton></p>
      ) : null}
    </Card>
  );
}

function FollowUps({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const { followUps, reached } = model.state;
  if (reached.OPPFOLGING === undefined && model.followUps.length === 0) return null;
  return (
    <Section heading={t.followUps} action={mayStep(model, 'recordFollowUp') ? <LinkButton href={stepPath(model.fileId, 'recordFollowUp')}>{caseTexts[lang]['step.recordFollowUp']}</LinkButton> : undefined}>
      {followUps.length === 0 ? <p><Quiet>{t.noFollowUps}</Quiet></p> : null}
      {model.followUps.length === 0 ? null : <p><Quiet>{safetyTexts[lang].allDays(model.followUps.map((day) => dateWords(day, lang)))}</Quiet></p>}
      {followUps.toReversed().map((one) => (
        <Card key={one.at} heading={t.followUpBy(nameOf(one.by, reading))} level={3}>
          <SignedLine signed={one} reading={reading} />
          <Answered fields={[['found', one.found], ['personView', one.personView], ['nextFollowUp', one.next]]} reading={reading} />
        </Card>
      ))}
    </Section>
  );
}
