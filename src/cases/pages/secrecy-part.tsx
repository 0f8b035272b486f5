import type { ReactNode } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import { LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, Face, Faces, type Fact } from '../../web/ui/facts.tsx';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, Tag } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import { mustBeReviewed } from '../pins.ts';
import type { CaseContent } from '../queries/models.ts';
import { ADDRESS_SOURCE } from '../choices/secrecy.ts';
import { isToldSecret, protectionOf, saidBy, type Lowering } from '../secrecy.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { caseTexts } from '../texts.ts';
import { AskedLine } from './asked-line.tsx';
import { Answered, nameOf, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { codeLabel } from './field-codes.ts';
import { mayStep } from './next-parts.tsx';
import { casePath, stepPath, type StepSubject } from './paths.ts';
import { saidSecret } from '../told.ts';

type PartProps = { model: CaseContent; reading: Reading };

/** What whoever meets the person or the home must know, on every page of the case. */
export function HeadWarnings({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = secrecyTexts[lang];
  const { warnings } = model.state;
  if (warnings.length === 0) return null;
  return (
    <Stack gap="xs">
      {warnings.map((one) => {
        const due = mustBeReviewed(one, model.now);
        return (
          <div key={one.warningId}>
            <Tag tone="warning" symbol="alert">{t.warning}</Tag>{' '}<strong>{one.text}</strong>{' '}
            <Quiet>{due ? t.warningDue : t.warningUntil(dateWords(one.reviewOn, lang))}</Quiet>
            {due && mayStep(model, 'reviewWarning') ? <>{' '}<TextLink href={stepPath(model.fileId, 'reviewWarning', { varsel: one.warningId })}>{caseTexts[lang]['step.reviewWarning']}</TextLink></> : null}
          </div>
        );
      })}
    </Stack>
  );
}

/** Warnings where they are written and looked over: beside the journal. */
export function WarningsPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = secrecyTexts[lang];
  const { warnings } = model.state;
  return (
    <Section heading={t.warnings} action={<StepLink step="writeWarning" model={model} reading={reading} />}>
      {warnings.length === 0 ? <p><Quiet>{t.noWarnings}</Quiet></p> : null}
      <Stack gap="s">
        {warnings.map((one) => (
          <Card key={one.warningId} heading={one.text} level={3} symbol="alert">
            <p>{mustBeReviewed(one, model.now) ? t.warningDue : t.warningUntil(dateWords(one.reviewOn, lang))}</p>
            <SignedLine signed={one.reviewed ?? one.recorded} reading={reading} />
            <StepLink step="reviewWarning" subject={{ varsel: one.warningId }} model={model} reading={reading} />
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

/** How the address is protected, who says so, and what a second person has to decide. */
export function AddressPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = secrecyTexts[lang];
  const { state } = model;
  const now = protectionOf(state);
  const others = ADDRESS_SOURCE.codes.flatMap((source) => (source === now?.source ? [] : [[source, saidBy(state, source)] as const]));
  const facts: Fact[] = others.flatMap(([source, said]) => (said === undefined ? [] : [{ term: ADDRESS_SOURCE.label(source, lang), value: `${codeLabel('addressLevel', said.level, lang)}, ${dateWords(said.since, lang)}` }]));
  return (
    <Section heading={t.address} id="adresse">
      {now === undefined ? <p><Quiet>{t.addressNone}</Quiet></p> : <p><strong>{t.strictest(codeLabel('addressLevel', now.level, lang), ADDRESS_SOURCE.label(now.source, lang), dateWords(now.since, lang))}</strong></p>}
      {model.veils.address === 'sign_in' ? <p>{t.addressSignIn} <TextLink href={freshSignIn(casePath(model.fileId, 'personer'))}>{t.signInAgain}</TextLink></p> : null}
      {now?.level === 'STRENGT' ? <><p>{t.strictMeans}</p><Section heading={t.named} level={3}><Faces>{state.address.named.map((id) => <Face key={id} name={nameOf(id, reading)} />)}</Faces></Section></> : null}
      {facts.length === 0 ? null : <Section heading={t.others} level={3}><DescriptionList items={facts} /></Section>}
      {state.address.lowering === undefined ? null : <Alert kind="info"><LoweringView lowering={state.address.lowering} reading={reading} /><AskedLine model={model} reading={reading} about={['LOWERING']} /><StepLink step="confirmLowering" model={model} reading={reading} /></Alert>}
      <Row>{(['protectAddress', 'proposeLowering'] as const).map((step) => <StepLink key={step} step={step} model={model} reading={reading} />)}</Row>
    </Section>
  );
}

/** What the second person decides, whole. */
export function LoweringView({ lowering, reading }: { lowering: Lowering; reading: Reading }) {
  return (
    <>
      <p>{secrecyTexts[reading.lang].loweringWaits(codeLabel('addressLevel', lowering.level, reading.lang), ADDRESS_SOURCE.label(lowering.source, reading.lang))}</p>
      <Answered fields={[['grounds', lowering.grounds]]} reading={reading} />
      <SignedLine signed={lowering} reading={reading} />
    </>
  );
}

/** Who reported is behind a reason; the rest of what was reported stays readable. */
export function VaultPart({ model, reading }: PartProps): ReactNode {
  const t = secrecyTexts[reading.lang];
  if (model.veils.reporter) return <><p>{t.vault}</p><StepLink step="seeReporter" model={model} reading={reading} /></>;
  return model.state.reporterSeen.some(({ by }) => by === model.asker.userId) ? <p><Quiet>{t.seenUntil}</Quiet></p> : null;
}

/** In the head of the case: that the address is protected, and how strictly. A word in a later addition counts as one, too. */
export function AddressFlag({ model, reading: { lang } }: PartProps) {
  const level = protectionOf(model.state)?.level ?? (isToldSecret(model.state, saidSecret(model.reports)) ? 'FORTROLIG' : undefined);
  return level === undefined || level === 'UGRADERT' ? null : <Tag tone="warning" symbol="lock">{secrecyTexts[lang][`flagLevel_${level}`]}</Tag>;
}

/** The way to a step, where this person may take it now. */
function StepLink({ step, subject = {}, model, reading }: PartProps & { step: CaseStep; subject?: StepSubject }) {
  if (!mayStep(model, step)) return null;
  return <LinkButton small href={stepPath(model.fileId, step, subject)}>{caseTexts[reading.lang][`step.${step}`]}</LinkButton>;
}
