import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { AGE_BAND } from '../../people/codes.ts';
import { BASIS, CONSENT, REPORTER, VIOLENCE } from '../../reports/codes.ts';
import { ReportView, wholePath } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, Note, type Fact } from '../../web/ui/facts.tsx';
import { PageHead, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { Alert, Tags, Tag } from '../../web/ui/surfaces.tsx';
import { DIRECTION, OUTCOME, TOPIC } from '../codes.ts';
import type { Advice } from '../consultation.ts';
import type { OpenConsultation } from '../queries.ts';
import { consultationTexts } from '../texts.ts';
import { Steps, waitsAgain } from './steps.tsx';
import { StateTag } from './list-page.tsx';
import { CONSULTATIONS, DONE } from './paths.ts';
import { faultLinks } from './words.ts';

type Part = { readonly model: OpenConsultation; readonly lang: Lang };

/** One consultation: what was asked, what was advised, and what one may do. */
export function ConsultationPage({ model, request }: { model: OpenConsultation; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = consultationTexts[lang];
  const { consultation } = model;
  return (
    <StaffPage request={request} title={t.pageTitle(consultation.reference)} current="consultations" faults={faultLinks(request)}>
      <PageHead heading={t.pageTitle(consultation.reference)} lead={t.neverNames} />
      <Stack>
        <Done done={request.query.get('gjort')} model={model} lang={lang} />
        {waitsAgain(model) ? <Alert kind="warning" heading={t.moreCame}><p>{t.moreCameLead}</p></Alert> : null}
        <Tags>{consultation.urgent ? <Tag tone="life">{t.urgent}</Tag> : null}<StateTag state={consultation.progress} lang={lang} /></Tags>
        <Question model={model} lang={lang} />
        <Given model={model} lang={lang} />
        <Steps model={model} request={request} />
        <Became model={model} lang={lang} />
        <Section heading={t.facts}><DescriptionList beside items={factsOf(model, lang)} /></Section>
        {model.takesWhole ? <ScreenOnly><p><TextLink href={wholePath(model.fileId)}>{t.whole}</TextLink></p></ScreenOnly> : null}
        <p><TextLink href={CONSULTATIONS}>{t.back}</TextLink></p>
      </Stack>
    </StaffPage>
  );
}

function Done({ done, model, lang }: Part & { done: string | null }) {
  const t = consultationTexts[lang];
  if (done === DONE.answered) return <Alert kind="success" heading={model.consultation.advice.at(-1)?.sent === true ? t.answered : t.answeredUnsent} />;
  if (done === DONE.registered) return <Alert kind="success" heading={t.registered} />;
  return done === DONE.became ? <Alert kind="success" heading={t.becameDone} /> : null;
}

/** Word for word what was asked, and what came by the code since. */
function Question({ model: { asked, places }, lang }: Part) {
  const t = consultationTexts[lang];
  if (asked === undefined) return null;
  const { contents, dialogue } = asked.state;
  return (
    <Section heading={t.question}>
      <Stack gap="s">
        <ReportView contents={contents} places={places} lang={lang} level={3} />
        {asked.named ? <Alert kind="info" heading={t.namedByNow}><p>{t.namedByNowLead}</p></Alert> : null}
        {dialogue.theirs.map(({ at, text, order }) => (text === undefined ? null : <Note key={order} at={momentWords(at, lang)} dateTime={at} who={t.said}><Written text={text} /></Note>))}
      </Stack>
    </Section>
  );
}

function Given({ model, lang }: Part) {
  const t = consultationTexts[lang];
  const { advice, direction } = model.consultation;
  return (
    <Section heading={direction === 'FRA_OSS' ? t.givenByOthers : t.given}>
      {advice.length === 0 ? <p><Quiet>{t.noneGiven}</Quiet></p> : <Stack gap="s">{advice.map((one) => <OneAdvice key={one.at} advice={one} model={model} lang={lang} />)}</Stack>}
    </Section>
  );
}

function OneAdvice({ advice, model, lang }: Part & { advice: Advice }) {
  const t = consultationTexts[lang];
  const { sent, topics, card, minutes, outcome, notNames, by, at } = advice;
  const codes = [OUTCOME.label(outcome, lang), ...topics.map((topic) => TOPIC.label(topic, lang)), t.minutesOf(minutes)].join(' · ');
  return (
    <Note mine at={momentWords(at, lang)} dateTime={at} who={model.names[by]}>
      <Written text={advice.advice} />
      <p><Quiet>{codes}</Quiet></p>
      {card === '' ? null : <p><Quiet>{t.card}: {card}</Quiet></p>}
      <p><Quiet>{sent === undefined ? t.inTalk : sent ? t.sentWithCode : t.notSent}</Quiet></p>
      {notNames.length === 0 ? null : <p><Quiet>{t.passed(notNames.join(', '))}</Quiet></p>}
    </Note>
  );
}

function Became({ model: { consultation: { became }, names }, lang }: Part) {
  const t = consultationTexts[lang];
  return became.length === 0 ? null : <Section heading={t.became}><Stack gap="s">{became.map((one) => <Report key={one.reference} made={one} names={names} lang={lang} />)}</Stack></Section>;
}

function Report({ made: { reference, consent, basis, grounds, at, by }, names, lang }: { made: OpenConsultation['consultation']['became'][number] } & Pick<OpenConsultation, 'names'> & Pick<Part, 'lang'>) {
  const t = consultationTexts[lang];
  const ground = consent !== undefined ? t.groundConsent(CONSENT.label(consent, lang)) : basis !== undefined ? t.groundBasis(BASIS.label(basis, lang)) : '';
  return (
    <Note at={momentWords(at, lang)} dateTime={at} who={names[by]}>
      <DescriptionList items={[{ term: t.becameBy, value: reference }, { term: t.ground, value: ground }, { term: t.grounds, value: <Written text={grounds} /> }]} />
    </Note>
  );
}

/** While nobody is named there, the inbox shows it by the reference of the report that it came as. */
function factsOf({ consultation: { direction, about, on, receivedAt }, asked, places }: OpenConsultation, lang: Lang): Fact[] {
  const t = consultationTexts[lang];
  const shown = on ?? (receivedAt === undefined ? undefined : osloDay(receivedAt));
  return [
    ...(asked === undefined || asked.named ? [] : [{ term: t.inInbox, value: asked.state.reference }]),
    { term: t.direction, value: DIRECTION.label(direction, lang) },
    { term: t.who, value: about === undefined ? t.unknownPlace : REPORTER.label(about.service, lang) },
    { term: t.municipality, value: places[about?.municipality ?? ''] ?? t.unknownPlace },
    { term: t.when, value: shown === undefined ? t.unknownPlace : dateWords(shown, lang) },
    { term: t.age, value: about?.ageBand === undefined ? t.unknownPlace : AGE_BAND.label(about.ageBand, lang) },
    { term: t.violence, value: about === undefined || about.violence.length === 0 ? t.unknownPlace : about.violence.map((code) => VIOLENCE.label(code, lang)).join(', ') },
  ];
}
