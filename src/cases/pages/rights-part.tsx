import { addDays, osloDay } from '../../kernel/time.ts';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import { receiversToTell } from '../receivers.ts';
import { GROUND_DAYS, groundsNow } from '../restriction.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { Answered, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';
import { codeLabel } from './field-codes.ts';
import { mayStep } from './next-parts.tsx';
import { stepPath } from './paths.ts';

type PartProps = { model: CaseContent; reading: Reading };

const STEPS: readonly CaseStep[] = ['restrictUse', 'useRestricted', 'liftRestriction', 'recordObjection', 'recordReservation', 'recordFiguresWish', 'correctNote'];

/** What somebody asked for about their own data: restriction, objection, correction. */
export function RightsPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const { restriction, objections, keepsOut, reservations } = model.state;
  const open = STEPS.filter((step) => mayStep(model, step));
  if (restriction === undefined && objections.length === 0 && !keepsOut && reservations.length === 0 && open.length === 0) return null;
  return (
    <Section heading={t.rights} id="rettigheter">
      <p><Quiet>{t.rightsLead}</Quiet></p>
      {keepsOut ? <p>{t.keepsOut}</p> : null}
      <Stack gap="s">
        {restriction === undefined ? null : (
          <Card heading={t.event_UseRestricted} level={3} symbol="lock">
            <Answered fields={[['restrictionGround', restriction.ground], ['grounds', restriction.grounds], ['reviewOn', restriction.reviewOn]]} reading={reading} />
            <SignedLine signed={restriction} reading={reading} />
            {receiversToTell(model.state).length === 0 ? null : <><p><Quiet>{t.tellReceivers}</Quiet></p><StepLink step="tellReceiver" model={model} reading={reading} /></>}
          </Card>
        )}
        {groundsNow(model.state, model.now).toReversed().map((one) => (
          <Card key={one.at} heading={t.event_RestrictedUseGrounded} level={3}>
            <Answered fields={[['restrictedUse', one.uses], ['restrictedOn', one.on], ['grounds', one.grounds]]} reading={reading} />
            <p>{t.groundUntil(shortDayWords(addDays(osloDay(one.at), GROUND_DAYS[one.on]), model.now, lang))}</p>
            <SignedLine signed={one} reading={reading} />
          </Card>
        ))}
        {objections.toReversed().map((one) => (
          <Card key={one.objectionId} heading={t.event_ObjectionRecorded} level={3}>
            <Answered fields={[['objection', one.objection], ['objectionResult', one.result], ['grounds', one.grounds]]} reading={reading} />
            <SignedLine signed={one} reading={reading} />
          </Card>
        ))}
        {reservations.map((one) => (
          <Card key={one.reservation} heading={`${t.saidNoTo}: ${codeLabel('reservation', one.reservation, lang)}`} level={3}>
            <Answered fields={[['reservationAbout', one.about]]} reading={reading} />
            <SignedLine signed={one} reading={reading} />
          </Card>
        ))}
        <Row>{open.map((step) => <LinkButton key={step} small href={stepPath(model.fileId, step)}>{caseTexts[lang][`step.${step}`]}</LinkButton>)}</Row>
      </Stack>
    </Section>
  );
}

/** Above everything: whoever reads it now must know why so few do. */
export function RestrictedAlert({ model, reading: { lang } }: PartProps) {
  return model.state.restriction === undefined ? null : <Alert kind="warning"><p>{casePageTexts[lang].restrictedNow}</p></Alert>;
}
