import { osloDay } from '../../kernel/time.ts';
import { Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, Tag } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { isClosed } from '../status.ts';
import { advocates, declinedFault, firstWish, lastInformed, mustAskInformed, type Declined, type ToInform, type Wish } from '../voice.ts';
import { voiceTexts } from '../texts/voice-page.ts';
import { Answered, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { codeLabel } from './field-codes.ts';
import { closingWishAnswers, declinedAnswers, wishAnswers } from './voice-answers.ts';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** What the person wants, at the start, on the way and at the end; who supports them; and a no to help, with how it was asked. */
export function VoicePart({ model, reading }: PartProps) {
  const { state } = model;
  const t = voiceTexts[reading.lang];
  const atClosing = closingWishAnswers(state.closingProposal);
  const nothing = state.wishes.length === 0 && firstWish(state) === undefined;
  return (
    <Section heading={t.voice} id="stemme">
      {nothing ? <p><Quiet>{t.noWish}</Quiet></p> : null}
      <Stack gap="s">
        {atClosing.length === 0 ? null : <Card heading={t.closingWish} level={3}><Answered fields={atClosing} reading={reading} /></Card>}
        {state.declined.toReversed().map((one) => <OneNo key={one.declinedId} one={one} reading={reading} />)}
        {state.wishes.toReversed().map((one) => <OneWish key={one.wishId} one={one} reading={reading} />)}
        {state.wishes.some(({ phase }) => phase === 'START') || firstWish(state) === undefined ? null : <AtStart model={model} reading={reading} />}
        <Row><StepLink step="recordWish" model={model} reading={reading} /><StepLink step="recordDeclined" model={model} reading={reading} /></Row>
      </Stack>
      <Advocates model={model} reading={reading} />
    </Section>
  );
}

function OneWish({ one, reading }: { one: Wish; reading: Reading }) {
  return <Card heading={codeLabel('wishPhase', one.phase, reading.lang)} level={3}><Answered fields={wishAnswers(one)} reading={reading} /><SignedLine signed={one.recorded} reading={reading} /></Card>;
}

function OneNo({ one, reading }: { one: Declined; reading: Reading }) {
  const t = voiceTexts[reading.lang];
  return (
    <Card heading={t.declined} level={3}>
      <p><Quiet>{t.declinedOn}: {dateWords(one.saidOn, reading.lang)}</Quiet></p>
      <Answered fields={declinedAnswers(one)} reading={reading} />
      <SignedLine signed={one.recorded} reading={reading} />
    </Card>
  );
}

/** What the person wanted when it began, as the assessment or the report has it. */
function AtStart({ model: { state }, reading }: PartProps) {
  const t = voiceTexts[reading.lang];
  return <Card heading={t.wishAtStart} level={3}><Written text={firstWish(state) ?? ''} /><p><Quiet>{t.asAssessed}</Quiet></p></Card>;
}

function Advocates({ model, reading }: PartProps) {
  const t = voiceTexts[reading.lang];
  const found = advocates(model.state);
  return (
    <Section heading={t.advocate} level={3}>
      {found.length === 0 ? <p><Quiet>{t.noAdvocate}</Quiet></p> : <p>{found.map(({ name }) => name).join(' · ')}</p>}
      <StepLink step="addPerson" words={t.addAdvocate} model={model} reading={reading} />
    </Section>
  );
}

/** Whether the person knows of the case, and the suspected abuser, who does not until somebody decides so (GDPR art. 14). */
export function InformedPart({ model, reading }: PartProps) {
  const t = voiceTexts[reading.lang];
  return (
    <Section heading={t.informed} id="informert">
      <Stack gap="s"><WhoKnows who="PERSON" model={model} reading={reading} /><WhoKnows who="SUSPECT" model={model} reading={reading} /></Stack>
    </Section>
  );
}

function WhoKnows({ who, model, reading }: PartProps & { who: ToInform }) {
  const t = voiceTexts[reading.lang];
  const last = lastInformed(model.state, who);
  const knows = last?.informed === 'JA';
  const open = mustAskInformed(model.state, who, osloDay(model.now));
  return (
    <Card heading={who === 'PERSON' ? t.person : t.suspect} level={3}>
      <Row><Tag tone={knows ? 'success' : open ? 'warning' : 'neutral'} symbol={knows ? 'check' : 'clock'}>{knows ? t.informedYes : last === undefined && who === 'PERSON' ? t.informedNo : t.exempt}</Tag></Row>
      {last === undefined ? (who === 'SUSPECT' ? <p>{t.exemptByDefault}</p> : null) : (
        <>
          <Answered fields={[['informedHow', last.how], ['notInformedGround', last.ground], ['askAgain', last.askAgain]]} reading={reading} />
          <SignedLine signed={last.recorded} reading={reading} />
        </>
      )}
      <StepLink step={who === 'PERSON' ? 'informPerson' : 'informSuspect'} words={casePageTexts[reading.lang].change} label={casePageTexts[reading.lang].changeThis(who === 'PERSON' ? t.person : t.suspect)} model={model} reading={reading} />
    </Card>
  );
}

/** Asked until it is yes, or there is a ground not to; then again on the day that was set. A case that two people have not looked at yet asks nothing. */
export function InformedAlerts({ model, reading }: PartProps) {
  const { state, now } = model;
  const t = voiceTexts[reading.lang];
  const today = osloDay(now);
  if (isClosed(state.status) || state.classification === undefined) return null;
  return (
    <>
      {!mustAskInformed(state, 'PERSON', today) ? null : (
        <Alert kind="info" heading={t.askPerson}>
          <p>{lastInformed(state, 'PERSON') === undefined ? t.askPersonLead : t.askAgainPerson}</p>
          <StepLink step="informPerson" model={model} reading={reading} />
        </Alert>
      )}
      {!mustAskInformed(state, 'SUSPECT', today) ? null : <Alert kind="info"><p>{t.askAgainSuspect}</p><StepLink step="informSuspect" model={model} reading={reading} /></Alert>}
    </>
  );
}

/** Before somebody closes a case: what the person wanted when it began, and that a no to help is written down first. */
export function BeforeClosing({ model, reading }: PartProps) {
  const { state } = model;
  const wish = firstWish(state);
  return (
    <>
      {wish === undefined ? null : <Card heading={voiceTexts[reading.lang].wishAtStart} level={3} tone="tinted"><Written text={wish} /></Card>}
      <BeforeNo model={model} reading={reading} />
    </>
  );
}

/** «Personen ønsker ikke hjelp» is no reason before somebody has written how they were asked, and never the first contact's alone. */
export function BeforeNo({ model, reading }: PartProps) {
  const t = voiceTexts[reading.lang];
  const fault = declinedFault(model.state);
  if (fault === undefined) return null;
  const first = fault === 'declined_not_asked';
  return <p><Quiet>{first ? t.declinedFirst : t.declinedSecond}</Quiet> <StepLink step={first ? 'recordDeclined' : 'recordWish'} model={model} reading={reading} /></p>;
}

/** Where a no to help is the reason, the second person reads how it was said: alone or not, where, under pressure or not. */
export function LastNo({ model: { state }, reading }: PartProps) {
  const last = state.declined.at(-1);
  const isReason = state.closingProposal?.reasons.includes('PERSON_ONSKER_IKKE') === true || (state.proposal?.kind === 'NOT_A_CASE' && state.proposal.notACase.reason === 'PERSON_ONSKER_IKKE');
  return isReason && last !== undefined ? <OneNo one={last} reading={reading} /> : null;
}
